"""Tells which facts a sentence of the company's asks for, by what such sentences ask for and by how its language asks."""

from __future__ import annotations

from collections.abc import Mapping

from clew.journeys.facts.asking import LONGEST, Asking
from clew.journeys.facts.deeds import LIKELY
from clew.journeys.facts.reading import Asked, Deed

#: What the language's expressions find is no question when it is less likely than this.
_HARDLY = 0.1
#: So much likelier a check than a question of its own, it is one; or from the second on, where its words say so too.
_CHECK, _CHECK_IN_WORDS = 0.9, 0.5
#: So likely a greeting of its own, a question for the problem only offers help; or from the second on, behind a greeting.
_OFFERS, _OFFERS_BEHIND = 0.15, 0.05
_GREETS = "company.greets"
#: What has no sign of a request, or isn't asked for by its grammar, has to be so likely; what tells not to send something, or thanks for it, never is.
_PLAIN = 0.5
#: A question for the problem that doesn't name it may be for anything: it has to be so likely.
_WORDLESS = 0.8
#: So much of "it only names something" doesn't speak against a question.
_NAMED = 0.4
_ASKS, _CHECKS, _PROBLEM = "company.asks.", "company.checks.", "company.asks_problem"


def asked_in(text: str, deed: Deed, before: Deed | None, stated: set[str], asking: Asking) -> list[Asked]:
    """Return what a sentence asks for, each fact once; what it states itself (``stated``) it doesn't ask for.

    Where the language has no phrasebook, its expressions tell alone. They also tell what else is asked for in one breath.
    """
    sentence, ahead = deed.sentence, before.sentence if before else None
    spoken = {each.fact: each for each in deed.asked if each.fact not in stated}
    facts = {fact: share for fact, share in _facts(deed.told).items() if fact not in stated}
    if not spoken and not facts:
        return []
    if not deed.told or asking.refuses(text, sentence) or sentence.end - sentence.start > LONGEST:
        return list(spoken.values())
    requests = asking.requests(text, sentence)
    # What sounds like a request, and names something, rather asks for it.
    others = 1 - _NAMED * deed.told.get("company.mentions", 0.0) if requests else 1
    likely = {fact: share / others for fact, share in facts.items()}
    least = {fact: LIKELY if requests and fact in spoken else _PLAIN for fact in likely}
    if "problem" not in spoken:
        least["problem"] = _WORDLESS
    sure = [
        fact
        for fact, share in likely.items()
        if share >= least[fact]
        and (fact in spoken or asking.names(text, sentence, fact) or (ahead and asking.names(text, ahead, fact)))
    ]
    together = len(spoken) > 1 and not spoken.keys().isdisjoint(sure)
    kept = [fact for fact in spoken if together or likely.get(fact, 0.0) >= _HARDLY]
    in_words = asking.checks(text, sentence, ahead)
    invites = _invites(deed, before)
    return [
        Asked(
            fact,
            sentence.start,
            sentence.end,
            _is_check(deed.told, fact, in_words=in_words),
            invites=invites and fact == "problem",
        )
        for fact in dict.fromkeys((*sure, *kept))
    ]


def _facts(told: Mapping[str, float]) -> dict[str, float]:
    """Return how likely each fact is asked for, be it to know it or to check it."""
    facts: dict[str, float] = {}
    for kind, share in told.items():
        if kind == _PROBLEM:
            facts["problem"] = share
        elif kind.startswith((_ASKS, _CHECKS)):
            fact = kind.rpartition(".")[2]
            facts[fact] = facts.get(fact, 0.0) + share
    return facts


def _invites(deed: Deed, before: Deed | None) -> bool:
    """Say whether a question for the problem is only the offer that somebody introduces themselves with."""
    greeted = before is not None and (
        before.told.get(_GREETS, 0.0) >= LIKELY or before.words.start > before.sentence.start
    )
    return deed.told.get(_GREETS, 0.0) >= (_OFFERS_BEHIND if greeted else _OFFERS)


def _is_check(told: Mapping[str, float], fact: str, *, in_words: bool) -> bool:
    checks, asks = told.get(_CHECKS + fact, 0.0), told.get(_ASKS + fact, 0.0)
    if not checks and not asks:
        return in_words
    return checks >= (_CHECK_IN_WORDS if in_words else _CHECK) * (checks + asks)
