"""Says what a customer agreed to: of everything that was stated, the strictest of what still stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

#: ``unknown``: nothing was said that still stands, which is consent to nothing.
Standing = Literal["granted", "denied", "unknown"]


@dataclass(frozen=True)
class Statement:
    """One statement about one identifier: a source's (``evidence`` is a record or interaction), or a person's (a reason).

    ``granted`` is None where a source says no more than that a refusal is over, and where a person took back what had been
    written down. ``author`` is ``""`` for sources, ``source`` is ``""`` for people.
    """

    identifier: str
    purpose: str
    granted: bool | None
    source: str
    evidence: str
    at_us: int
    author: str = ""


@dataclass(frozen=True)
class Consent:
    """What stands for a purpose, which statement decides it, and through which purpose (another one where that is wider)."""

    purpose: str
    standing: Standing
    decided_by: Statement | None = None
    through: str = ""


def consents_of(statements: Iterable[Statement], purposes: Mapping[str, str]) -> dict[str, Consent]:
    """Return what stands for each of ``purposes`` (a purpose and the one it is part of, ``""`` for none).

    About each identifier, the latest statement of each source stands; what a person wrote down later replaces them, until
    a source states something later still, or the person takes it back. Over all sources and identifiers the strictest
    wins: a denial denies, also whatever is part of its purpose. Order and repetition of statements don't matter, so that
    merging customers takes the stricter of both and parting them gives each what it had.
    """
    standing: dict[str, list[Statement]] = {}
    for (_, purpose), said in _grouped(set(statements)).items():
        standing.setdefault(purpose, []).extend(_standing(said))
    own = {purpose: _strictest(purpose, standing.get(purpose, [])) for purpose in purposes}
    return {purpose: _with_wider(own[purpose], own.get(wider)) for purpose, wider in purposes.items()}


def _grouped(statements: Iterable[Statement]) -> dict[tuple[str, str], list[Statement]]:
    grouped: dict[tuple[str, str], list[Statement]] = {}
    for each in statements:
        grouped.setdefault((each.identifier, each.purpose), []).append(each)
    return grouped


def _standing(said: list[Statement]) -> list[Statement]:
    """Return what stands of the statements about one identifier and purpose."""
    written = max((each for each in said if each.author), key=_age, default=None)
    if written is not None and written.granted is None:
        written = None
    since = written.at_us if written else None
    latest: dict[str, Statement] = {}
    for each in sorted((each for each in said if not each.author), key=_age):
        if since is None or each.at_us > since:
            latest[each.source] = each
    return [*latest.values(), *([written] if written else [])]


def _age(said: Statement) -> tuple[int, int, str]:
    """Order statements by time; of two at the same moment the stricter counts as the later."""
    return said.at_us, 2 if said.granted is False else 0 if said.granted else 1, said.evidence


def _strictest(purpose: str, standing: list[Statement]) -> Consent:
    told: tuple[tuple[bool, Standing], ...] = ((False, "denied"), (True, "granted"))
    for granted, name in told:
        deciding = [each for each in standing if each.granted is granted]
        if deciding:
            last = max(deciding, key=lambda each: (*_age(each), each.identifier, each.source, each.author))
            return Consent(purpose, name, last, purpose)
    return Consent(purpose, "unknown")


def _with_wider(own: Consent, wider: Consent | None) -> Consent:
    if wider is None or own.standing == "denied" or wider.standing != "denied":
        return own
    return Consent(own.purpose, "denied", wider.decided_by, wider.purpose)
