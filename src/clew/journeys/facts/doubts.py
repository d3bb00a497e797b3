"""Finds what the company says that sounds like a request but in which no question for a fact was read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clew.journeys.facts.prose import Sentence, sentences_in
from clew.journeys.facts.reading import Reading

#: A request is neither a word nor a page.
_SHORTEST, _LONGEST = 8, 400
_REQUEST = re.compile(
    r"\?|\b(?:please|kindly|(?:can|could|would|may|might) (?:you|i|we)|(?:i|we)(?:'ll|’ll|'d|’d)? (?:still |just |also |only )?(?:need|require)|"
    r"let (?:me|us) (?:have|know)|bitte|(?:können|könnten|würden|nennen|sagen|geben) sie|(?:brauche|benötige|bräuchte)n?|"
    r"s['’]il (?:vous|te) pla[iî]t|(?:pouvez|pourriez)[- ]vous|veuillez|por favor|podr[ií]as?|puedes?|necesit(?:o|amos))\b",
    re.IGNORECASE,
)


def doubts_in(text: str, reading: Reading) -> Iterator[Sentence]:
    """Return the sentences of the company's that look like a request and for which the rules found no question, in order."""
    read = [(asked.start, asked.end) for asked in reading.asked]
    for turn in reading.turns:
        if turn.speaker != "company":
            continue
        for sentence in sentences_in(text, turn.start, turn.end):
            if not _SHORTEST <= sentence.end - sentence.start <= _LONGEST:
                continue
            if any(start < sentence.end and sentence.start < end for start, end in read):
                continue
            if _REQUEST.search(text, sentence.start, sentence.end):
                yield sentence
