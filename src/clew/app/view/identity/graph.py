"""A customer's identifiers and every link that touches them, with what says so and why it counts or not."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import duckdb

from clew.app.view.customers.thread import step_rows_of
from clew.app.view.view import View
from clew.customers import known_rules
from clew.customers import link_told as told_of

#: So much is drawn at most, what is linked most first; what is left out is counted.
MOST_NODES, MOST_EDGES = 300, 1_000
#: Of one link so many sayings are told, the first said first.
MOST_SAID = 20


@dataclass(frozen=True)
class Node:
    """An identifier; ``customer_id`` is None and ``because`` says why where it belongs to nobody. ``met`` counts rows that name it."""

    identifier: str
    customer_id: str | None
    because: str
    since_us: int | None
    met: int | None
    links: int


@dataclass(frozen=True)
class Saying:
    """What says that two identifiers are one person, or aren't: a rule with its evidence, or a person with a reason."""

    rule: str
    question: str
    verdict: str
    confidence: float
    times: int
    at_us: int
    last_us: int
    author: str
    basis: str
    reason: str
    journey_id: str | None
    position: int | None
    record: str | None


@dataclass(frozen=True)
class Edge:
    """A link between two identifiers: what became of it (``fate``), in words (``told``), and what says so."""

    id: str
    identifier_a: str
    identifier_b: str
    fate: str
    told: str
    times: int
    at_us: int
    said: tuple[Saying, ...]


@dataclass(frozen=True)
class IdentityGraph:
    """Nodes, those of the customer first, and edges between them; ``…_left_out`` is how many more there are."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    nodes_left_out: int
    edges_left_out: int


#: Links that touch the customer, those said most often first, and every identifier at their ends.
_TOUCHING = """
CREATE OR REPLACE TEMP TABLE touching AS
SELECT identifier_a, identifier_b, fate, coalesce(because, '') AS because, times, at_us FROM link_fates
WHERE identifier_a IN (SELECT identifier FROM own) OR identifier_b IN (SELECT identifier FROM own)
"""
_NODES = """
WITH ends AS (SELECT identifier_a AS identifier, times FROM touching UNION ALL SELECT identifier_b, times FROM touching),
weighed AS (SELECT identifier, count(*) AS links, sum(times) AS times FROM ends GROUP BY ALL),
every AS (SELECT identifier FROM own UNION SELECT identifier FROM weighed),
met AS (
  SELECT identifier, count(*) AS met FROM (SELECT unnest(identifiers) AS identifier FROM (
    SELECT identifiers FROM interactions WHERE list_has_any(identifiers, (SELECT coalesce(list(identifier), []) FROM own))
    UNION ALL
    SELECT identifiers FROM records WHERE list_has_any(identifiers, (SELECT coalesce(list(identifier), []) FROM own))
  )) SEMI JOIN own USING (identifier) GROUP BY identifier
), others AS (SELECT identifier, customer_id, since_us FROM customers SEMI JOIN every USING (identifier)),
nobodys AS (SELECT DISTINCT identifier, because FROM shared_identifiers SEMI JOIN every USING (identifier))
SELECT identifier, customer_id, coalesce(because, ''), since_us, met, coalesce(links, 0)::BIGINT, count(*) OVER () AS in_all
FROM every LEFT JOIN others USING (identifier) LEFT JOIN nobodys USING (identifier) LEFT JOIN met USING (identifier)
LEFT JOIN weighed USING (identifier)
ORDER BY identifier NOT IN (SELECT identifier FROM own), times DESC NULLS LAST, since_us, identifier
LIMIT ?
"""
_EDGES = """
SELECT *, count(*) OVER () AS in_all FROM touching
WHERE identifier_a IN (SELECT unnest($1)) AND identifier_b IN (SELECT unnest($1))
ORDER BY fate <> 'joins', times DESC, at_us, identifier_a, identifier_b LIMIT $2
"""
_SAID = """
SELECT least(l.identifier_a, l.identifier_b) AS a, greatest(l.identifier_a, l.identifier_b) AS b, rule, verdict, confidence, times,
  at_us, last_us, author, coalesce(basis, ''), coalesce(evidence, '')
FROM identity_links l JOIN (SELECT unnest($1) AS pair) p
  ON p.pair = least(l.identifier_a, l.identifier_b) || chr(0) || greatest(l.identifier_a, l.identifier_b)
QUALIFY row_number() OVER (PARTITION BY a, b ORDER BY at_us, rule, author) <= ?
ORDER BY a, b, at_us, rule, author
"""


def identity_graph(view: View, customer_id: str) -> IdentityGraph:
    """Return the customer's graph; without nodes for somebody who is known by no identifier."""
    return view.remembered(("identity graph", customer_id), lambda: _graph(view, customer_id))


def _graph(view: View, customer_id: str) -> IdentityGraph:
    with view.session() as session:
        session.execute(
            "CREATE OR REPLACE TEMP TABLE own AS SELECT identifier FROM customers WHERE customer_id = ?", [customer_id]
        )
        session.execute(_TOUCHING)
        rows = session.execute(_NODES, [MOST_NODES]).fetchall()
        ((links,),) = session.execute("SELECT count(*) FROM touching").fetchall()
        shown = [str(row[0]) for row in rows]
        found = session.execute(_EDGES, [shown, MOST_EDGES]).fetchall()
        pairs = [(str(a), str(b)) for a, b, *_ in found]
        said = sayings(view, session, pairs)
    nodes = tuple(Node(str(i), c, because, since, met, n) for i, c, because, since, met, n, _all in rows)
    edges = tuple(
        Edge(edge_id(a, b), a, b, fate, told_of(fate, because), int(times), int(at_us), said.get((a, b), ()))
        for a, b, fate, because, times, at_us, _all in found
    )
    return IdentityGraph(nodes, edges, (int(rows[0][-1]) if rows else 0) - len(nodes), int(links) - len(edges))


def sayings(
    view: View, session: duckdb.DuckDBPyConnection, pairs: list[tuple[str, str]]
) -> dict[tuple[str, str], tuple[Saying, ...]]:
    """Return what says something of each pair (in the order of their texts), the first said first."""
    if not pairs:
        return {}
    rows = session.execute(_SAID, [[f"{a}\0{b}" for a, b in pairs], MOST_SAID]).fetchall()
    evidence = sorted({row[10] for row in rows if row[8] == "rule" and row[10]})
    steps, records = step_rows_of(view, evidence), _records(session, evidence)
    rules = known_rules()
    found: dict[tuple[str, str], list[Saying]] = {}
    for a, b, rule, verdict, confidence, times, at_us, last_us, author, basis, proof in rows:
        by_rule = author == "rule"
        journey, position = steps.get(proof, (None, None)) if by_rule else (None, None)
        question = rules[rule].question if rule in rules else ""
        found.setdefault((a, b), []).append(
            Saying(
                *(rule, question, verdict, float(confidence), int(times), int(at_us), int(last_us), author, basis),
                *("" if by_rule else proof, journey, position, records.get(proof) if by_rule else None),
            )
        )
    return {pair: tuple(said) for pair, said in found.items()}


def edge_id(a: str, b: str) -> str:
    """Return the name of a link that addresses may carry: a digest that tells neither identifier."""
    return hashlib.sha256("\0".join(sorted((a, b))).encode()).hexdigest()[:12]


def _records(session: duckdb.DuckDBPyConnection, ids: list[str]) -> dict[str, str]:
    if not ids:
        return {}
    found = session.execute(
        "SELECT record_id, source, entity FROM records WHERE record_id IN (SELECT unnest($1))", [ids]
    ).fetchall()
    return {record: f"{source}: {entity}" for record, source, entity in found}
