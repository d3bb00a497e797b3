"""How many days a promise leaves: "within 24 hours", "in five working days", "by next week" as a number of days."""

from __future__ import annotations

import re

_NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
        ]
    )
}
_HOURS_OF_DAY = 24.0
_UNITS = {"minute": 1 / (60 * _HOURS_OF_DAY), "hour": 1 / _HOURS_OF_DAY, "day": 1.0, "week": 7.0, "month": 30.0}
_WORKING = 7 / 5
_SPAN = re.compile(
    r"\b(\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|a couple of|a few)"
    r"(?: ?(?:-|to|or) ?(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|fourteen))?[ -]"
    r"(working |business |week|calendar |full )?-?(minute|hour|day|week|month)s?\b",
    re.IGNORECASE,
)
_FEW = {"a": 1, "an": 1, "a couple of": 2, "a few": 3}


def promised_days(sentence: str) -> float | None:
    """Return how many days the longest span named in a sentence leaves; None where none is named in figures or words.

    >>> promised_days("You'll hear from us within 24 hours."), promised_days("It takes three to five working days.")
    (1.0, 7.0)
    """
    spans = [_days(found) for found in _SPAN.finditer(sentence)]
    return max(spans) if spans else None


def _days(found: re.Match[str]) -> float:
    number = _number((found[2] or found[1]).lower())
    working = (found[3] or "").strip().lower() in ("working", "business", "week")
    return number * _UNITS[found[4].lower()] * (_WORKING if working and found[4].lower() == "day" else 1.0)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _FEW.get(word) or _NUMBERS[word]
