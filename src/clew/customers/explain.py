"""Tells why two identifiers are one person, link by link, or what keeps them from being one."""

from __future__ import annotations

import heapq
from dataclasses import dataclass

import duckdb

from clew.customers.fate import link_told
from clew.model import UsageError


@dataclass(frozen=True)
class Link:
    """One link of a way: what says so (rules, or a person), since when, how often, and what became of it."""

    identifier_a: str
    identifier_b: str
    said_by: tuple[str, ...]
    evidence: str
    confidence: float
    at_us: int
    times: int
    fate: str
    because: str

    @property
    def told(self) -> str:
        """What became of the link, in words."""
        return link_told(self.fate, self.because)


@dataclass(frozen=True)
class Explained:
    """Whether two identifiers are one person (``way`` of links from one to the other), and else what is ``between`` them."""

    identifier_a: str
    identifier_b: str
    customer_a: str | None
    customer_b: str | None
    way: tuple[Link, ...]
    between: tuple[Link, ...]

    @property
    def is_one_person(self) -> bool:
        """Whether both belong to one customer."""
        return self.customer_a is not None and self.customer_a == self.customer_b


def explain(connection: duckdb.DuckDBPyConnection, identifier_a: str, identifier_b: str) -> Explained:
    """Explain two identifiers from a build's tables; UsageError when one of them was never seen."""
    one, other = _customer(connection, identifier_a), _customer(connection, identifier_b)
    if one is not None and one == other:
        joining = [link for link in _links(connection, _OF_ONE, [one]) if link.fate == "joins"]
        return Explained(identifier_a, identifier_b, one, other, _way(joining, identifier_a, identifier_b), ())
    between = _links(connection, _BETWEEN, [identifier_a, identifier_b, one, other])
    return Explained(identifier_a, identifier_b, one, other, (), tuple(between))


_MEMBERS = "(SELECT identifier FROM customers WHERE customer_id = {0} UNION ALL SELECT {1})"
_OF_ONE = """identifier_a IN (SELECT identifier FROM customers WHERE customer_id = $1)
AND identifier_b IN (SELECT identifier FROM customers WHERE customer_id = $1)"""
_BETWEEN = (
    f"(identifier_a IN {_MEMBERS.format('$3', '$1')} AND identifier_b IN {_MEMBERS.format('$4', '$2')}) "
    f"OR (identifier_b IN {_MEMBERS.format('$3', '$1')} AND identifier_a IN {_MEMBERS.format('$4', '$2')})"
)


def _customer(connection: duckdb.DuckDBPyConnection, identifier: str) -> str | None:
    """Return the identifier's customer, None where it is shared."""
    found = connection.execute("SELECT customer_id FROM customers WHERE identifier = ?", [identifier]).fetchall()
    if found:
        return str(found[0][0])
    if connection.execute("SELECT 1 FROM shared_identifiers WHERE identifier = ?", [identifier]).fetchall():
        return None
    raise UsageError("Nobody was ever seen with one of these identifiers. Write them as in email:mia@example.com.")


def _links(connection: duckdb.DuckDBPyConnection, which: str, values: list[str | None]) -> list[Link]:
    """Return links of a build with what was said for them, the first said first."""
    found = connection.execute(
        f"""SELECT f.identifier_a, f.identifier_b, list(DISTINCT said ORDER BY said), min_by(evidence, l.at_us),
          max(confidence), min(l.at_us), max(l.times), any_value(fate), any_value(coalesce(because, ''))
        FROM (SELECT * FROM link_fates WHERE {which}) f
        JOIN (SELECT *, CASE WHEN author = 'rule' THEN rule ELSE author END AS said FROM identity_links) l
          ON least(l.identifier_a, l.identifier_b) = f.identifier_a AND greatest(l.identifier_a, l.identifier_b) = f.identifier_b
        GROUP BY ALL ORDER BY 6, 1, 2""",
        values,
    ).fetchall()
    return [
        Link(a, b, tuple(said), evidence or "", float(confidence), int(at_us), int(times), fate, because)
        for a, b, said, evidence, confidence, at_us, times, fate, because in found
    ]


def _way(links: list[Link], start: str, end: str) -> tuple[Link, ...]:
    """Return the way of fewest links from one to the other; of equal ones that which was said most often."""
    beside: dict[str, list[tuple[str, Link]]] = {}
    for link in links:
        beside.setdefault(link.identifier_a, []).append((link.identifier_b, link))
        beside.setdefault(link.identifier_b, []).append((link.identifier_a, link))
    waiting: list[tuple[int, int, str, tuple[Link, ...]]] = [(0, 0, start, ())]
    done: set[str] = set()
    while waiting:
        length, fewer, here, way = heapq.heappop(waiting)
        if here == end:
            return way
        if here in done:
            continue
        done.add(here)
        for other, link in beside.get(here, ()):
            if other not in done:
                heapq.heappush(waiting, (length + 1, fewer - link.times, other, (*way, link)))
    return ()
