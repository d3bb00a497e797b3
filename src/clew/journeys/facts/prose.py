"""Facts that are whole sentences: a problem, a step that was tried, a promise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_END = re.compile(r"(?<=[.!?])[\"')\]]{0,3}\s+|\n+")
_ABBREVIATION = re.compile(r"(?:\b(?:mr|mrs|ms|dr|st|no|acct|cust|vs|e\.g|i\.e|approx|acc)|\b[A-Z])\.$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: characters from ``start`` to before ``end``, without the blanks around it.

    A ``tail`` belongs to what was said before it ("Why is that?", "It's $155.17.") and says nothing alone.
    """

    start: int
    end: int
    tail: bool = False


def sentences_in(text: str, start: int, end: int) -> Iterator[Sentence]:
    """Return the sentences between two places of a text; a line's end ends one, an abbreviation's full stop doesn't."""
    begin = start
    for found in _END.finditer(text, start, end):
        if "\n" not in found[0] and _ABBREVIATION.search(text, max(begin, found.start() - 6), found.start()):
            continue
        yield from _trimmed(text, begin, found.start())
        begin = found.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Sentence]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Sentence(start, end)


_LATELY = r"(?: (?:already|just|also|even|now|both|twice|myself|then|first|have|again|once|finally|of course))*"
_IRREGULAR = (
    r"tried|read|reset|sent|put|ran|run|went|gone|left|stood|took|taken|held|wrote|written|spoke|spoken|made|did|done|found|kept|rang|rung|sat|shut|swapped|"
    r"cut|set|let|drove|driven|got in touch with|had|been (?:through|to|on|at)|was (?:in line|on hold|at|in)|gave (?:the|them|him|her|my)"
)
#: What somebody did that isn't trying to mend it: it brought the matter about, or was said to the company before.
_NOT_TRYING = (
    r"receiv|order|need|want|expect|notic|discover|realiz|realis|booked|paid|purchas|promis|charg(?!er)|lost|hop|lik|decid|explain|mention|us(?:ed)? to|lov|sign(?:ed)? up|"
    r"subscrib|rent|mov(?:ed)? (?:on|to|house|home|here|in|out|into|from)|(?:contacted|asked|called|written|wrote|told)(?: to)? you|was in touch|cancel+ed (?:my|the)|return|agre|wish|refus|fail|"
    r"thought|knew|bought|paid|got (?!in touch)|had (?:to|a|an|the|no|enough)|found (?:nothing|no)|said|told|gave (?:up|you|that|this)|given|went up|made|let |did(?:n'?t| not)|done with|"
    r"left (?:me|us)|been (?:charged|waiting|told|promised|with|a|over|here|on hold for)|activat|transferr|spent|earn|live|stay"
)
_TRIED = re.compile(
    rf"\W*(?:(?:and|but|so|also|yes|well|then|plus|ok(?:ay)?)\W+)?(?:i|we)(?:'ve| have|'d| had)?{_LATELY} (?!(?:{_NOT_TRYING}))(?:did (?!not)|[a-z]{{2,}}ed\b|(?:{_IRREGULAR})\b)",
    re.IGNORECASE,
)
_IN_VAIN = re.compile(
    r"\W*(?:[a-z]+ing\b[^.?!]{3,80}\b(?:didn'?t|did not|doesn'?t|does not|hasn'?t|made no|brought no|changed nothing|no (?:use|help|luck|effect|difference)|without|in vain|nothing)\b|"
    r"[^.?!]{3,80}\b(?:was|were|is|are) (?:of )?no (?:use|help)\b|[^.?!]{0,60}\bto no avail\b|no luck with\b)",
    re.IGNORECASE,
)
_WHEN = (
    r"(?:with)?in(?:side)?(?: the next| about| at most| no more than| up to)? \d{1,2} (?:working |business |calendar )?(?:days?|hours?|weeks?)|"
    r"(?:up to|no more than|at most|less than|after|give (?:us|me|it)|takes?|for|the next) \d{1,2} (?:working |business )?(?:days?|hours?|weeks?)|"
    r"\b\d{1,2} (?:working |business )?days? (?:at (?:the )?(?:most|latest|longest)|from now|or less|tops|max(?:imum)?)|"
    r"by (?:tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the end of (?:the|this) (?:day|week|month))|\b\d{1,2} days\b"
)
_PROMISE = re.compile(_WHEN, re.IGNORECASE)
_COMES = re.compile(
    r"\b(?:you'?ll|you will|you can expect|we'?ll|we will|i'?ll|i will|i promise|promise|expect|hear from|get back|answer|reply|response|result|news|let you know|"
    r"count on|word on|guarantee|sure)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+")
#: Talk that holds neither a fact nor a problem: greetings, thanks, feelings about the service, asking for a person or for news.
_TALK_BEGINS = re.compile(
    r"\W*(?:(?:hi|hello|hey|dear|good (?:day|morning|afternoon|evening)|greetings|howdy|hiya)\b[^.?!]{0,25}[.!,]*$|"
    r"(?:thanks?|thank you|thx|cheers|ok(?:ay)?|yes|yep|no|sure|right|fine|great|perfect|wonderful|brilliant|excellent|good|lovely|super|bye|goodbye|see you|regards|"
    r"kind regards|best regards|sincerely|yours)\b[^.?!]{0,40}[.!?]*$|(?:agent|human|person|representative|operator)\b[\w ,]{0,20}[!.]*$|"
    r"forget it|never ?mind|i give up|leave it|i'?ll leave it)",
    re.IGNORECASE,
)
_TALK_HOLDS = re.compile(
    r"\b(?:(?:speak|talk|connect(?:ed)?|through) (?:to|with|me to) (?:an? |some|the )?(?:person|human|agent|one|body|real|member|representative|advisor|manager|supervisor)|"
    r"(?:get me|give me|i need|i want|is there) (?:an? |some)(?:agent|human|person|body|one|representative)|"
    r"any (?:news|update)|update on (?:my|this|the)|status of (?:my|this)|what'?s (?:happening|going on) with|what is (?:happening|going on) with|where (?:this|it|things) stands?|"
    r"how far (?:along|my case)|still (?:waiting|don't know)|waiting for (?:an? )?(?:answer|reply|news)|hear(?:d)? (?:nothing|from you)|(?:be|get) (?:solved|done|sorted)|"
    r"ridiculous|unacceptable|outrageous|a joke|furious|fed up|terrible|worst|frustrat\w+|annoy\w+|disappoint\w+|not helpful|no help|good enough|cancel everything|"
    r"as i (?:said|wrote|mentioned)|already (?:told|said|gave|given|explained|have)|told (?:you|the)|explained (?:that|it|this)|how (?:often|many times)|contacted you|in touch with|"
    r"(?:asked|contacted) you about this|my (?:earlier|previous|last) (?:request|conversation|message)|found nothing|couldn'?t find|how are you|hope you|hope it'?s|"
    r"in the background|bear with|have to be quick|may be slow|(?:problem|issue|it) is (?:back|there again)|(?:said|thought) (?:it|this) was (?:solved|settled|done|over)|"
    r"happening again|relief|glad|relieved|happy)\b|\b(?:what happens|what do i (?:have|need) to do|who (?:will|is going to)|when will i|how will i)\b[^.]*\?|"
    r"\byour (?:website|help (?:pages?|center)|site)\b.*\b(?:nothing|no answer|didn'?t|don'?t|couldn'?t)\b",
    re.IGNORECASE,
)
_GREETING = re.compile(r"(?:hi|hello|hey)(?: there| team| everyone| all)?[,!.]\s+", re.IGNORECASE)
_PLAIN = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?", re.IGNORECASE)
#: Words that only carry a value: "it's about … , that's my customer number".
_CARRIERS = frozenset(
    [
        "my",
        "the",
        "a",
        "an",
        "is",
        "it",
        "it's",
        "its",
        "this",
        "that",
        "that's",
        "here",
        "here's",
        "was",
        "on",
        "about",
        "i",
        "i'm",
        "am",
        "of",
        "yours",
        "for",
        "and",
        "with",
        "you",
        "your",
        "can",
        "me",
        "at",
        "have",
        "number",
        "no",
        "id",
        "code",
        "account",
        "customer",
        "client",
        "member",
        "patient",
        "invoice",
        "bill",
        "statement",
        "order",
        "booking",
        "transaction",
        "reference",
        "name",
        "email",
        "e-mail",
        "mail",
        "address",
        "phone",
        "mobile",
        "date",
        "amount",
        "zip",
        "postcode",
        "postal",
        "plan",
        "product",
        "item",
        "live",
        "in",
        "reach",
        "write",
        "call",
        "registered",
        "we're",
        "we",
        "are",
        "talking",
        "sure",
        "yes",
        "please",
        "says",
        "see",
        "say",
        "to",
        "in",
        "by",
        "under",
        "day",
        "will",
        "be",
        "sorry",
        "or",
        "why",
        "what",
        "happened",
        "something",
        "wrong",
        "there",
    ]
)


def tried_in(text: str, sentence: Sentence) -> bool:
    """Say whether a customer's sentence tells a step that was tried."""
    return any(each.match(text, sentence.start, sentence.end) is not None for each in (_TRIED, _IN_VAIN))


def promises_in(text: str, sentence: Sentence) -> str | None:
    """Return within how many days (or what else is named) a company's sentence promises something; None where it doesn't."""
    found = _PROMISE.search(text, sentence.start, sentence.end)
    if found is None or _COMES.search(text, sentence.start, sentence.end) is None:
        return None
    number = _NUMBER.search(found[0])
    return number[0] if number else found[0]


def without_greeting(text: str, sentence: Sentence) -> Sentence:
    """Return a sentence from behind the greeting that it begins with."""
    found = _GREETING.match(text, sentence.start, sentence.end)
    return Sentence(found.end(), sentence.end) if found and found.end() < sentence.end else sentence


def is_talk(text: str, sentence: Sentence) -> bool:
    """Say whether a customer's sentence is only talk: no problem is told in it."""
    return (
        _TALK_BEGINS.match(text, sentence.start, sentence.end) is not None
        or _TALK_HOLDS.search(text, sentence.start, sentence.end) is not None
    )


def only_carries(text: str, sentence: Sentence) -> bool:
    """Say whether a sentence has hardly a word beyond names and those that carry a value."""
    words = _PLAIN.findall(text, sentence.start, sentence.end)
    return sum(word.lower() not in _CARRIERS and not (at and word[0].isupper()) for at, word in enumerate(words)) <= 1


def is_tail(text: str, sentence: Sentence) -> bool:
    """Say whether a sentence goes on with the one before: a short question, or a bare sum."""
    return sentence.end - sentence.start <= 40 and (
        text[sentence.end - 1] == "?" or _SUM_ONLY.match(text, sentence.start, sentence.end) is not None
    )


_SUM_ONLY = re.compile(
    r"\W*(?:it'?s|it is|it was|that'?s)? ?[$€£]?\d+(?:[.,]\d+)*\b[^.!?\d]{0,30}[.!?]*$", re.IGNORECASE
)
