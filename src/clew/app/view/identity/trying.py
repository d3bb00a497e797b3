"""What words about identifiers would change: who becomes whom, with how much of what happened, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clew.app.identity.splitting import words_parting
from clew.app.view.customers.customer import customer_code, journeys_of
from clew.app.view.view import View
from clew.customers import Decision, Parts, Regrouping, Verdict, parts_of, what_words_change
from clew.model import UsageError
from clew.store import now_us

Word = tuple[str, str, Verdict]
#: Of each kind so many regroupings are shown; all are counted.
MOST_SHOWN = 20


@dataclass(frozen=True)
class Group:
    """Identifiers that are one customer, and how many interactions name them (each by the first that isn't shared)."""

    identifiers: tuple[str, ...]
    interactions: int


@dataclass(frozen=True)
class Exchange:
    """Customers that become others: the groups before and after, and whether that merges, splits or does both."""

    kind: str
    before: tuple[Group, ...]
    after: tuple[Group, ...]


@dataclass(frozen=True)
class Preview:
    """What would change; ``customers`` is how many more there would be. Journeys of the customers concerned are worked out anew."""

    exchanges: tuple[Exchange, ...]
    all_exchanges: int
    customers: int
    identifiers: int
    interactions: int
    journeys: int


def split_words(view: View, identifiers: Sequence[str]) -> list[Word]:
    """Return what has to be said to part these identifiers from the rest of their customer; UsageError where that can't be."""
    with view.session() as session:
        return words_parting(session, list(identifiers))


def check_words(view: View, words: Sequence[Word]) -> None:
    """UsageError where an identifier was never seen or a pair is one and the same."""
    named = sorted({each for a, b, _ in words for each in (a, b)})
    if any(a == b for a, b, _ in words):
        raise UsageError("Both identifiers are the same. Name two that differ.")
    with view.session() as session:
        ((known,),) = session.execute(
            """SELECT count(DISTINCT identifier) FROM (
              SELECT identifier FROM customers UNION ALL SELECT identifier FROM shared_identifiers
              UNION ALL SELECT unnest([identifier_a, identifier_b]) FROM identity_links WHERE author <> 'rule'
            ) WHERE identifier IN (SELECT unnest($1))""",
            [named],
        ).fetchall()
    if known != len(named):
        raise UsageError("Nobody was ever seen with one of these. Write an identifier as in email:mia@example.com.")


def preview(view: View, said: Sequence[Decision], words: Sequence[Word]) -> Preview:
    """Return what the words would change on top of what was said so far; nothing is written."""
    parts = view.remembered("identity parts", lambda: _parts(view))
    tried = [Decision(min(a, b), max(a, b), verdict, "tried", "trial", now_us()) for a, b, verdict in words]
    with view.session() as session:
        found = what_words_change(session, parts, said, tried, view.settings.identity)
    kinds = (("merge", found.merges), ("split", found.splits), ("mixed", found.mixed))
    every = [(kind, each) for kind, regroupings in kinds for each in regroupings]
    moved = {identifier for _, each in every for group in each.before for identifier in group}
    owners = _owners(view, sorted(moved))
    journeys = sum(len(journeys_of(view, customer_code(view, owner))) for owner in owners)
    named = _interactions(view, [each for _, each in every])
    shown = tuple(_exchange(kind, each, named) for kind, each in every[:MOST_SHOWN])
    total = sum(count for (_, side), count in named.items() if side == 0)
    change = found.customers_after - found.customers_before
    return Preview(shown, len(every), change, len(moved), total, journeys)


def _parts(view: View) -> Parts:
    with view.session() as session:
        return parts_of(session)


def _exchange(kind: str, each: Regrouping, named: dict[tuple[tuple[str, ...], int], int]) -> Exchange:
    return Exchange(
        kind,
        tuple(Group(group, named.get((group, 0), 0)) for group in each.before),
        tuple(Group(group, named.get((group, 1), 0)) for group in each.after),
    )


def _owners(view: View, identifiers: list[str]) -> list[str]:
    with view.session() as session:
        found = session.execute(
            "SELECT DISTINCT customer_id FROM customers WHERE identifier IN (SELECT unnest($1))", [identifiers]
        ).fetchall()
    return [str(owner) for (owner,) in found]


def _interactions(view: View, regroupings: Sequence[Regrouping]) -> dict[tuple[tuple[str, ...], int], int]:
    """Return how many interactions each group holds, before (0) and after (1), each by its first identifier that isn't shared."""
    owner = {
        (identifier, side): group
        for each in regroupings
        for side, groups in enumerate((each.before, each.after))
        for group in groups
        for identifier in group
    }
    moved = sorted({identifier for identifier, _ in owner})
    with view.session() as session:
        first = session.execute(
            """WITH naming AS (SELECT interaction_id, identifiers FROM interactions WHERE list_has_any(identifiers, $1)),
            own AS (SELECT interaction_id, unnest(identifiers) AS identifier, generate_subscripts(identifiers, 1) AS place FROM naming),
            first AS (SELECT interaction_id, min_by(identifier, place) AS identifier FROM own
              ANTI JOIN shared_identifiers USING (identifier) GROUP BY interaction_id)
            SELECT identifier, count(*) FROM first WHERE identifier IN (SELECT unnest($1)) GROUP BY identifier""",
            [moved],
        ).fetchall()
    found: dict[tuple[tuple[str, ...], int], int] = {}
    for identifier, count in first if moved else ():
        for side in (0, 1):
            key = (owner[str(identifier), side], side)
            found[key] = found.get(key, 0) + int(count)
    return found
