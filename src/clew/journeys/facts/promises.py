"""Tells by when the company promises something: within how many days, or by which day."""

from __future__ import annotations

import re

from clew.journeys.facts.prose import Sentence

_COUNT = r"(?:\d{1,2}(?:\s?(?:to|-|\u2013|or)\s?\d{1,2})?|an?|one|two|three|four|five|six|seven|eight|nine|ten|a (?:couple|few)(?: of)?)"
_UNIT = r"(?:(?:working|business|calendar|more|full|week)[ -])*(?:days?|hours?|weeks?|h\b)"
_DAY = r"(?:tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:the )?end of (?:the |this |next )?(?:day|week|month)|next week)"
_WHEN = re.compile(
    rf"\b(?:with)?in(?:side)?(?: the)?(?: next| coming| about| at most| no more than| up to| around)* {_COUNT} {_UNIT}|"
    rf"\b(?:up to|no more than|not more than|no later than|at most|less than|after|give (?:us|me|it)|takes?(?: about| around| up to| us)*|for|(?:the )?next|allow(?: us| about)?|need(?: about| another)?|count on|:) {_COUNT} {_UNIT}|"
    rf"\b{_COUNT} {_UNIT} (?:at (?:the )?(?:very )?(?:most|latest|longest)|from now|or less|tops|max(?:imum)?)|\bby {_DAY}|\b\d{{1,2}} days\b",
    re.IGNORECASE,
)
#: So far a sentence is read.
_LONGEST = 600
_NUMBER = re.compile(r"\d+")


def promised_within(text: str, sentence: Sentence) -> str:
    """Return within how many days (or what else is named) a sentence promises something; the sentence itself where it names nothing."""
    start, end = sentence.start, min(sentence.end, sentence.start + _LONGEST)
    found = _WHEN.search(text, start, end)
    if found is None:
        return text[start:end]
    number = _NUMBER.search(found[0])
    return number[0] if number else found[0]
