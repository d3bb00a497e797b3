"""What people said about a customer's identifiers: each act with its words, whoever said them, and whether they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clew.app.view.view import View
from clew.customers import Decision, Verdict

#: Words of one person with one reason within so long are one act: a split says several at once.
_ONE_ACT_US = 2_000_000


@dataclass(frozen=True)
class Said:
    """One word, and whether nobody said anything else of the pair since."""

    identifier_a: str
    identifier_b: str
    verdict: Verdict
    stands: bool


@dataclass(frozen=True)
class Act:
    """Words that one person said at once, of one verdict; ``is_shown`` where the build that is read knows of them."""

    author: str
    reason: str
    verdict: Verdict
    at_us: int
    is_shown: bool
    words: tuple[Said, ...]


def acts_of(view: View, customer_id: str, said: Sequence[Decision]) -> list[Act]:
    """Return what people said about the customer's identifiers, the latest first."""
    with view.session() as session:
        found = session.execute("SELECT identifier FROM customers WHERE customer_id = ?", [customer_id]).fetchall()
    own = {str(identifier) for (identifier,) in found}
    last = {(each.identifier_a, each.identifier_b): at for at, each in enumerate(said)}
    acts: list[tuple[Decision, list[Said]]] = []
    for at, each in enumerate(said):
        if own.isdisjoint((each.identifier_a, each.identifier_b)):
            continue
        stands = last[each.identifier_a, each.identifier_b] == at and each.verdict != "withdrawn"
        word = Said(each.identifier_a, each.identifier_b, each.verdict, stands)
        if acts and _is_one_act(acts[-1][0], each):
            acts[-1][1].append(word)
        else:
            acts.append((each, [word]))
    return [
        Act(first.author, first.reason, first.verdict, first.at_us, first.at_us <= view.made_us, tuple(words))
        for first, words in reversed(acts)
    ]


def _is_one_act(first: Decision, other: Decision) -> bool:
    one, two = ((each.author, each.reason, each.verdict) for each in (first, other))
    return one == two and other.at_us - first.at_us <= _ONE_ACT_US
