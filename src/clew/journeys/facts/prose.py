"""Cuts what somebody says into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_END = re.compile(r"(?<=[.!?])[\"')\]]{0,3}\s+|\n+")
_ABBREVIATION = re.compile(r"(?:\b(?:mr|mrs|ms|dr|st|no|acct|cust|vs|e\.g|i\.e|approx|acc)|\b[A-Z])\.$", re.IGNORECASE)


#: Of a sentence of hardly more than numbers and names: it belongs to the problem that is told right before or behind it.
ONLY_NAMES = -1.0


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: characters from ``start`` to before ``end``, without the blanks around it.

    ``share`` is how likely it tells the problem, where that was asked: 1 where it does, ONLY_NAMES where it tells nothing itself.
    """

    start: int
    end: int
    share: float = 1.0


def sentences_in(text: str, start: int, end: int) -> Iterator[Sentence]:
    """Return the sentences between two places of a text; a line's end ends one, an abbreviation's full stop doesn't."""
    begin = start
    for found in _END.finditer(text, start, end):
        if "\n" not in found[0] and _ABBREVIATION.search(text, max(begin, found.start() - 6), found.start()):
            continue
        yield from _parts(text, begin, found.start())
        begin = found.end()
    yield from _parts(text, begin, end)


#: What ends a sentence and is no part of what it tells.
_MARKS = " .!?…,;:"
#: Only what is longer than this can be two sentences, each of at least so many characters.
_LONG, _LEAST = 30, 10
#: Where somebody who writes without full stops goes on with something else: "… not there my name is …".
_GOES_ON = re.compile(
    r" (?=(?:(?:and )?(?:i|I|we|We)(?:'ve| have)? (?:already |just |even |also )?(?:tried|filled|looked|called|asked|checked|pressed|restarted|rebooted|read|reset|did|went|spoke|reinstalled|sent|waited|unplugged|replaced|(?:swapped|changed|held|hooked|plugged|toggled|turned|switched|measured|compared|tested|put|scanned|blocked|bought) (?:the|my|it|every\w*|all|both|a|an))\b|"
    r"(?:held|unplugged|rebooted|restarted|toggled|plugged|swapped|hooked|reset|reinstalled|cleared|scanned|checked|measured|blocked|asked|tried|pressed|put) (?:the|my|it|every\w*|all|our|both|airplane|with)\b|"
    r""
    r"(?:my (?:full )?name is|this is [A-Z]|it'?s about|we'?re talking about|you can (?:call|reach|write|e-?mail)|(?:the|my) \w+ (?:number|code|id) is|i live in|i'?m (?:registered|a customer|in \d{4})|it says (?=[A-Z\d])|(?:the |my )?(?:one|document|sum|amount|number|invoice|bill|order|date) in question(?=:| is)|everything is (?:in|under)|(?:excuse|ignore|pardon|forgive|never mind) the |sorry (?:for|about|if) |(?:my|our) \w+ usually |(?:i|we)(?:'ve| have) got the (?=[A-Z])|you(?:'ll| can| should| may) (?:find|have|know|reach|call) me |name:|zip:|it'?s \d)))"
)
_JOINED = re.compile(
    r"\b(?:and|but|that|because|if|when|as|since|which|what|who|or|so|i|we|i'?ve|we'?ve|have|has|had|he|she|they|you|already|just|also|even|then|i'?m|been|be|being|get|got|not|my|a|an|of|for|with|in|on|at|by|from|(?<=\s)[a-z]+ly|after|before|while|where|though|than|the|to|is|was|says?|said|\w+['\u2019](?:re|ve|m|ll|d))$",
    re.IGNORECASE,
)


def _parts(text: str, start: int, end: int) -> Iterator[Sentence]:
    """Return a sentence, or what somebody says one after the other without a full stop between."""
    if end - start > _LONG:
        for found in _GOES_ON.finditer(text, start, end):
            if (
                found.start() - start >= _LEAST
                and text[found.start() - 1].isalnum()
                and _JOINED.search(text[max(start, found.start() - 9) : found.start()]) is None
            ):
                yield from _trimmed(text, start, found.start())
                start = found.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Sentence]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Sentence(start, end)


def without_mark(text: str, start: int, end: int) -> int:
    """Return where the words between two places of a text end: before the marks that close a sentence."""
    while end > start + 1 and text[end - 1] in _MARKS:
        end -= 1
    return end


#: How somebody begins a message.
GREETING = re.compile(
    r"(?:(?:hi+|hiya|hello|hey|heya|yo|howdy|greetings)(?: (?:there|team|everyone|everybody|all|folks|guys|again))* (?=[a-z'’]{2,} )|(?:hi+|hello|hey|heya|hiya|yo|hallo|ahoy|dear|(?:good )?(?:day|morning|afternoon|evening)|greetings|howdy)(?: (?:there|team|everyone|everybody|anyone|all|folks|guys|people|friends|ladies and gentlemen|dear \w+|again|you|both|sir or madam|sirs?|support|customer (?:service|care)))*(?:, (?:anyone|anybody|is anyone|is anybody|is someone)(?: there| here| around)?)?\s*[,!.:?]+\s+)?"
    # "Further to my call:" leads over to the matter like a greeting.
    r"(?:(?:picking up|carrying on|continuing|going back|coming back|returning|getting back|further|following(?: up)?|with (?:reference|regard)|referring|in reference|in (?:reply|response|addition)|as (?:discussed|mentioned|explained|said|told|agreed|per)|regarding|concerning|re|about|same (?:question|problem|issue|thing)|one more time|once (?:more|again)|again|long story short|in short|basically|so here goes|here goes)\b[^:.!?\n]{0,60}(?::|\s[\u2013\u2014-]+)\s+)?",
    re.IGNORECASE,
)


def without_greeting(text: str, sentence: Sentence) -> Sentence:
    """Return a sentence from behind the greeting that it begins with."""
    found = GREETING.match(text, sentence.start, sentence.end)
    return Sentence(found.end(), sentence.end) if found and sentence.start < found.end() < sentence.end else sentence
