"""Who says what in a text: speakers of a transcript apart, without quoted history, signatures and what mail adds by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Speaker = Literal["customer", "company"]

_CUSTOMER = {"customer", "caller", "client", "user", "visitor", "guest", "patient", "member", "end user", "me", "kunde"}
_COMPANY = {
    "agent",
    "bot",
    "assistant",
    "advisor",
    "adviser",
    "representative",
    "rep",
    "operator",
    "support",
    "system",
    "ivr",
}
_LABEL = re.compile(
    r"^[ \t]*(?:\[[\d:. ]+\][ \t]*)?([A-Za-z][A-Za-z ]{1,18})(?:[ \t]*\([^)\n]{1,40}\))?:[ \t]+", re.MULTILINE
)
_QUOTE = re.compile(
    r"^[ \t]*>.*$|^On\b[^\n]{5,200}(?:\n[^\n]{0,100})?\bwrote:[ \t]*$|^[ \t]*-{2,}[ \t]*(?:Original Message|Forwarded message)[ \t]*-{2,}",
    re.MULTILINE | re.IGNORECASE,
)
_HEADED = re.compile(
    r"^(?:From|Von|De):[^\n]+\n(?:(?:Sent|Date|To|Cc|Subject|Gesendet|An|Betreff):[^\n]*\n){1,5}", re.MULTILINE
)
_SIGNATURE = re.compile(r"^-- ?$|^_{5,}[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one party says without a break: characters from ``start`` to before ``end``."""

    speaker: Speaker
    start: int
    end: int


def turns_of(text: str, party: str) -> list[Turn]:
    """Return who says which part of a text whose row names ``party`` as its author; what is quoted or signed is nobody's."""
    start, stop = _own_words(text)
    labels = [found for found in _LABEL.finditer(text, start, stop) if _speaker(found[1]) is not None]
    if not labels:
        return [Turn("customer" if party == "customer" else "company", start, stop)] if start < stop else []
    ends = [*(label.start() for label in labels[1:]), stop]
    return [
        Turn(speaker, label.end(), end)
        for label, end in zip(labels, ends, strict=True)
        if (speaker := _speaker(label[1])) is not None and label.end() < end
    ]


def _speaker(label: str) -> Speaker | None:
    word = label.strip().lower()
    if word in _CUSTOMER:
        return "customer"
    return "company" if word in _COMPANY else None


def _own_words(text: str) -> tuple[int, int]:
    """Return where an answer's own words begin and end: before quoted history and signature, or below the history it begins with."""
    start = 0
    if "\n" not in text:
        return 0, len(text)
    stop = len(text)
    for mark in (_QUOTE, _HEADED, _SIGNATURE):
        found = mark.search(text)
        if found is None:
            continue
        if text[: found.start()].strip():
            stop = min(stop, found.start())
        elif mark is _QUOTE:
            *_, last = mark.finditer(text)
            start = last.end()
    return start, max(start, stop)
