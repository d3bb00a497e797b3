"""Tells what the company promises by a day from what merely names days."""

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
_COMES = re.compile(
    r"\b(?:you'?ll|you will|you(?: can|'re to| should| may)? expect|we'?ll|we will|(?:i|we)(?:'m|'re| am| are) going to|i'?ll|i will|promise|expect|hear (?:from|back)|get back|(?:be|get|stay) in touch|answers?|replies|reply|response|result|decision|news|let you know|"
    r"count on|word|guarantee[ds]?|rest assured|sure|(?:it|that|this|he|she|they|somebody|someone|everything)(?:'ll| will| should)|(?:colleague|specialist|team|expert|manager|technician|department|money|refund|replacement|credit|case|request|issue|matter)s?\b[^.?!]{0,20}? (?:will|should|gets?|is going to|answers?|looks|decides|calls|writes|comes|follows)|"
    r"(?:please )?allow|give (?:us|me)|(?:it|this|that|team|we) takes? (?:us )?(?:about|at most|up to|no more)?|commit|aim to|look out for|our goal|will take|reaches you|update you|need \w+ (?:\w+ )?(?:days|hours) to)\b",
    re.IGNORECASE,
)
#: Days that the customer has, or that are over, or that a thing lasts.
_OTHERWISE = re.compile(
    r"\byou (?:can|may|have|need to|must)\b(?! expect| count)[^.?!]{0,30}\b(?:return|cancel|withdraw|send|pay|object|\d+ days to)\b|\bplease (?:pay|reply|send|return|respond|answer|confirm|keep|wait)\b|\b(?:valid|lasts?|runs|open|expires?|renews|ends|ago|warranty|trial|last \d+|since|has been|it'?s been|took|every \d+|a week|a day\W*$)\b|\bclose the case\b|"
    r"\b(?:keep|leave|take) (?:it|the)\b|\b(?:can|may|might) take\b|^\W*(?:wait|did|has|have|how many|sorry)\b|\?\W*$|\byou (?:waited|were|called|ordered)\b|\byou(?:'?ll| will) (?:see|find|notice) (?:it|them|this|that)\b",
    re.IGNORECASE,
)
#: So far a sentence is read.
_LONGEST = 600
_NUMBER = re.compile(r"\d+")


def promises_in(text: str, sentence: Sentence) -> str | None:
    """Return within how many days (or what else is named) a company's sentence promises something; None where it doesn't."""
    start, end = sentence.start, min(sentence.end, sentence.start + _LONGEST)
    found = _WHEN.search(text, start, end)
    if found is None or _COMES.search(text, start, end) is None:
        return None
    if _OTHERWISE.search(text, start, end) is not None:
        return None
    number = _NUMBER.search(found[0])
    return number[0] if number else found[0]
