"""Names a cell of the handoff matrix, a total or a part of one in a word, and finds the handoffs that a word names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import get_args
from urllib.parse import quote, unquote
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from clew.app.view.contracts.judged import rows_behind
from clew.app.view.contracts.word import ContractWord
from clew.app.view.contracts.word import read_word as read_contract_word
from clew.app.view.contracts.word import words_of as contract_words
from clew.app.view.days import DAY, start_us
from clew.app.view.handoffs.context import said_part, said_part_words
from clew.app.view.handoffs.sides import ANY, OTHER, By, columns_of, side_title, sides
from clew.app.view.view import View
from clew.model import UsageError

SECOND_US = 1_000_000
#: Endings that don't tell whether the issue was settled.
UNTOLD = ("open", "unknown", "")
ENDED = {"resolved": "resolved in the end", "unresolved": "ended without a solution", "untold": "no ending known"}
EXAMPLE = "handoff:channel/chat/phone"
_FORM = f"Expected such as {EXAMPLE}, with * in place of a name for a total."
_PARTS = (
    "wait=60..300, wait=none, ended=unresolved, began=2026-01-05..2026-01-11, stages=support>escalation, context=lost, "
    "asked=account, told=no, promised=no, back=yes"
)


@dataclass(frozen=True)
class HandoffWord:
    """Handoffs from one side to another, each percent-encoded, or ANY for all, or OTHER for those that the matrix folds.

    ``part`` narrows them: ``wait=60..300`` (seconds), ``ended=unresolved``, ``began=…..…`` (days), ``stages=support>escalation``,
    what was said around them: ``context=lost``, ``asked=account``, ``told=no`` (see context.py), or how a contract was kept.
    """

    by: By
    before: str = ANY
    after: str = ANY
    part: str = ""

    def __str__(self) -> str:
        """Return the through word."""
        return f"handoff:{self.by}/{self.before}/{self.after}" + (f"/{self.part}" if self.part else "")

    def narrowed(self, part: str) -> HandoffWord:
        """Return the word of a part of these handoffs."""
        return replace(self, part=part)


def encoded(name: str) -> str:
    """Return a name as it stands in a word: whatever it holds, it is neither ANY nor OTHER and ends nowhere too early.

    >>> encoded("1st/2nd line"), encoded("*"), encoded("")
    ('1st%2F2nd%20line', '%2A', '')
    """
    return quote(name, safe="")


def read_word(rest: str) -> HandoffWord:
    """Return what follows ``handoff:`` in a through word, taken apart; UsageError says which form it has."""
    by, *ends = rest.split("/", 3)
    matched = next((each for each in get_args(By) if each == by), None)
    if matched is None or len(ends) < 2:
        raise UsageError(f"Handoffs are named by channel, party or team, from whom and to whom. {_FORM}")
    return HandoffWord(matched, *ends)


def pair_word(through: str) -> HandoffWord:
    """Return the word that a whole through word of handoffs holds; UsageError for one of something else."""
    kind, _, rest = through.partition(":")
    if kind != "handoff":
        raise UsageError(f"This is no word of a handoff. Expected such as {EXAMPLE}.")
    return read_word(rest)


def contract_part(word: HandoffWord) -> ContractWord | None:
    """Return what a word's part says of a contract: "contract=name=Soon&within=1+h/broken"; None for other parts."""
    kind, _, value = word.part.partition("=")
    return read_contract_word(value) if kind == "contract" else None


def handoffs_of(view: View, word: HandoffWord) -> NDArray[np.bool_]:
    """Say of each handoff whether the word names it; UsageError where it names nothing that is there."""
    found = _on_side(view, word, word.before, after=False) & _on_side(view, word, word.after, after=True)
    if judged := contract_part(word):
        under = np.zeros(len(found), dtype=bool)
        under[rows_behind(view, judged)] = True
        return found & under
    return found & _part(view, word.part) if word.part else found


def words_of(view: View, word: HandoffWord) -> str:
    """Return what the word names, as a heading: "Handoffs from Chat to Phone"."""
    before, after = (end_title(view, word.by, end, after=at == 1) for at, end in enumerate((word.before, word.after)))
    if word.before == word.after and word.before not in (ANY, OTHER, ""):
        said = f"Handoffs within {before}" if word.by == "channel" else f"Handoffs from one to another: {before}"
    elif word.before == ANY == word.after:
        said = "All handoffs"
    else:
        said = (
            "Handoffs"
            + (f" from {before}" if word.before != ANY else "")
            + (f" to {after}" if word.after != ANY else "")
        )
    return f"{said}, {_part_words(view, word.part)}" if word.part else said


def end_title(view: View, by: By, end: str, *, after: bool) -> str:
    """Return what one end of a word is called."""
    if end == OTHER:
        return f"{len(sides(view, by).folded)} other {'parties' if by == 'party' else by + 's'}"
    return "" if end == ANY else side_title(by, unquote(end), after=after)


def _on_side(view: View, word: HandoffWord, end: str, *, after: bool) -> NDArray[np.bool_]:
    if end == ANY:
        return np.ones(len(view.handoffs.journey), dtype=bool)
    known = sides(view, word.by)
    if end == OTHER and known.folded:
        return (known.after if after else known.before) == len(known.names)
    name = unquote(end)
    if end == OTHER or (name not in known.names and name not in known.folded):
        raise UsageError(f"No handoff here has a {word.by} of that name. Choose from the matrix. {_FORM}")
    return columns_of(view, word.by)[after].among((name,))


def _part(view: View, part: str) -> NDArray[np.bool_]:
    kind, _, value = part.partition("=")
    try:
        if kind == "wait":
            return _waited(view, value)
        if kind == "ended":
            return _ended(view, value)
        if kind == "began":
            return _began(view, value)
        if kind == "stages":
            before, after = (unquote(stage) for stage in value.split(">"))
            return view.handoffs.from_stage.among((before,)) & view.handoffs.to_stage.among((after,))
        said = said_part(view, kind, value)
        if said is not None:
            return said
    except (ValueError, KeyError, OverflowError) as error:
        raise UsageError(f"No such part of handoffs. Known: {_PARTS}.") from error
    raise UsageError(f"No such part of handoffs. Known: {_PARTS}.")


def _waited(view: View, value: str) -> NDArray[np.bool_]:
    wait_us = view.handoffs.wait_us
    if value == "none":
        return wait_us < 0
    low, high = value.split("..")
    below = wait_us < float(high) * SECOND_US if high else np.ones(len(wait_us), dtype=bool)
    return (wait_us >= float(low) * SECOND_US) & below


def _ended(view: View, value: str) -> NDArray[np.bool_]:
    outcome = view.journeys.outcome
    untold, resolved = outcome.among(UNTOLD), outcome.among(("resolved",))
    return {"untold": untold, "resolved": resolved, "unresolved": ~untold & ~resolved}[value][view.handoffs.journey]


def _began(view: View, value: str) -> NDArray[np.bool_]:
    first, last = (date.fromisoformat(day) for day in value.split(".."))
    zone = ZoneInfo(view.settings.time_zone)
    started = view.journeys.started_us
    return ((started >= start_us(first, zone)) & (started < start_us(last + DAY, zone)))[view.handoffs.journey]


def _part_words(view: View, part: str) -> str:
    kind, _, value = part.partition("=")
    if kind == "contract":
        return contract_words(read_contract_word(value)).lower()
    if kind == "wait":
        return "never answered" if value == "none" else f"waited {_span(value)}"
    if kind == "ended":
        return ENDED[value]
    if kind == "began":
        return f"in journeys that began {value.replace('..', ' to ')}"
    if said := said_part_words(kind, value):
        return said
    titles = dict(view.settings.stages)
    return " to ".join(titles.get(stage, stage.capitalize()) for stage in map(unquote, value.split(">")))


def _span(value: str) -> str:
    low, high = value.split("..")
    return f"{_time(low)} to {_time(high)}" if high else f"{_time(low)} or longer"


def _time(seconds: str) -> str:
    """Return a bin's edge in the largest unit that it fills.

    >>> _time("3600"), _time("90")
    ('1 h', '90 s')
    """
    length = float(seconds)
    for unit, size in (("d", 86_400), ("h", 3_600), ("min", 60)):
        if length and length % size == 0:
            return f"{length / size:g} {unit}"
    return f"{length:g} s"
