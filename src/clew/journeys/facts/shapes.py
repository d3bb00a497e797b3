"""Finds what has the form of a value in a text: addresses, numbers, codes, sums and dates, whatever they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clew.journeys.facts.kind import Shape

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_SUM = r"\d{1,3}(?:[ ,.]\d{3})+(?:[.,]\d{2})?|\d+(?:[.,]\d{2})?"
_CURRENCY = r"(?:usd|eur|gbp|chf|cad|aud|dollars?|euros?|pounds?|cents)"

#: In the order in which they are tried at a place: what is more particular first.
_PARTS: tuple[tuple[str, str], ...] = (
    ("email", r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"),
    ("link", r"(?:https?://|www\.)\S+"),
    ("code", r"\b[a-z]{1,6}[-#_]\d[a-z\d-]{2,30}\b|\b(?-i:(?=[A-Z\d]{0,11}\d)(?=[A-Z\d]{0,11}[A-Z])[A-Z\d]{5,12})\b"),
    (
        "amount",
        rf"[$€£]\s?(?:{_SUM})|\b(?:usd|eur|gbp|chf)\s?(?:{_SUM})|(?:{_SUM})\s?(?:[€£$]|{_CURRENCY}\b)|\b\d{{1,6}}[.,]\d{{2}}\b(?![.,/-]?\d)",
    ),
    (
        "date",
        rf"\b{_YEAR}-\d\d-\d\d\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.](?:{_YEAR}|\d\d)\b|\b{_MONTH}\s{_DAY}\b(?:,?\s{_YEAR}\b)?|"
        rf"\b{_DAY}(?:\sof)?\s{_MONTH}(?![a-z])(?:,?\s{_YEAR}\b)?|\b\d{{1,2}}/\d{{1,2}}\b",
    ),
    (
        "phone",
        r"(?<![\w-])\+\d[\d ()./-]{7,18}\d|(?<![\w-])\(\d{3}\)\s?\d{3}[ .-]\d{4}\b|(?<![\w-])\d{3}[ .-]\d{3}[ .-]\d{4}\b",
    ),
    ("digits", r"(?<![\w.,-])#?(?:\d{4}(?:[ -]\d{4}){1,3}|\d{3}(?:[ -]\d{3}){1,3}|\d{3,})(?!\w|[.,]\d|-\w)"),
)
#: No value is without one of these.
_SIGN = re.compile(r"[\d@]")
_SHAPES = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PARTS), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Value:
    """Something with the shape of a value, and where it stands: characters from ``start`` to before ``end``."""

    shape: Shape
    start: int
    end: int


def values_in(text: str, start: int, end: int) -> Iterator[Value]:
    """Return what has the shape of a value between two places of a text, in order; links are none."""
    if _SIGN.search(text, start, end) is None:
        return
    for found in _SHAPES.finditer(text, start, end):
        shape, first, last = found.lastgroup, found.start(), found.end()
        if shape == "link" or shape is None:
            continue
        if shape == "digits" and text[first] == "#":
            first += 1
        if shape == "email" and text[last - 1] in ".'":
            last -= 1
        yield Value(shape, first, last)  # type: ignore[arg-type]
