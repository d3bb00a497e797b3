"""What a customer is known by, and why these identifiers are taken to be one person."""

from __future__ import annotations

from dataclasses import dataclass

from clew.app.view.customers.thread import step_rows_of
from clew.app.view.view import View
from clew.customers import known_rules


@dataclass(frozen=True)
class KnownBy:
    """An identifier of a customer, and when it was first seen."""

    namespace: str
    value: str
    since_us: int


@dataclass(frozen=True)
class Link:
    """Why two identifiers are one person, or (not ``asserted``) that a person said they aren't.

    ``evidence`` is the interaction or record that says so, or a person's reason. Where it is an interaction,
    ``journey_id`` and ``position`` name its step; where it is a record, ``record`` says of which source and kind.
    """

    identifier_a: str
    identifier_b: str
    rule: str
    question: str
    asserted: bool
    confidence: float
    author: str
    at_us: int
    evidence: str
    journey_id: str | None
    position: int | None
    record: str | None


def count_known_by(view: View, customer_id: str) -> list[tuple[str, int]]:
    """Return how many identifiers of each namespace a customer has, the most first."""
    with view.session() as session:
        return session.execute(
            """SELECT split_part(identifier, ':', 1) AS namespace, count(*) AS n FROM customers
            WHERE customer_id = ? GROUP BY ALL ORDER BY n DESC, namespace""",
            [customer_id],
        ).fetchall()


def known_by(view: View, customer_id: str, start: int, stop: int) -> list[KnownBy]:
    """Return some of a customer's identifiers, the oldest first."""
    with view.session() as session:
        found = session.execute(
            "SELECT identifier, since_us FROM customers WHERE customer_id = ? ORDER BY since_us, identifier LIMIT ? OFFSET ?",
            [customer_id, stop - start, start],
        ).fetchall()
    return [
        KnownBy(namespace, value, int(since_us))
        for identifier, since_us in found
        for namespace, _colon, value in [identifier.partition(":")]
    ]


#: What rules say, and the latest word of people about each pair, unless that took the one before back.
_OWN_LINKS = """FROM identity_links l
WHERE identifier_a IN (SELECT identifier FROM customers WHERE customer_id = $1)
AND identifier_b IN (SELECT identifier FROM customers WHERE customer_id = $1) AND verdict <> 'withdrawn'
AND (author = 'rule' OR at_us = (SELECT max(later.at_us) FROM identity_links later
  WHERE later.author <> 'rule' AND later.identifier_a = l.identifier_a AND later.identifier_b = l.identifier_b))"""


def count_links(view: View, customer_id: str) -> int:
    """Return how many links there are between a customer's identifiers."""
    with view.session() as session:
        ((count,),) = session.execute(f"SELECT count(*) {_OWN_LINKS}", [customer_id]).fetchall()
    return int(count)


def links(view: View, customer_id: str, start: int, stop: int) -> list[Link]:
    """Return some of the links between a customer's identifiers, the oldest first."""
    with view.session() as session:
        found = session.execute(
            f"""SELECT identifier_a, identifier_b, rule, asserted, confidence, author, at_us, evidence {_OWN_LINKS}
            ORDER BY at_us, identifier_a, identifier_b, rule LIMIT $2 OFFSET $3""",
            [customer_id, stop - start, start],
        ).fetchall()
    evidence = sorted({row[7] for row in found if row[5] == "rule" and row[7]})
    steps, records = step_rows_of(view, evidence), _records(view, evidence)
    rules = known_rules()
    return [
        Link(
            *(identifier_a, identifier_b, rule, rules[rule].question if rule in rules else ""),
            *(bool(asserted), float(confidence), author or "", int(at_us), said or ""),
            *(steps.get(said, (None, None)) if author == "rule" else (None, None)),
            records.get(said) if author == "rule" else None,
        )
        for identifier_a, identifier_b, rule, asserted, confidence, author, at_us, said in found
    ]


def _records(view: View, ids: list[str]) -> dict[str, str]:
    if not ids:
        return {}
    with view.session() as session:
        found = session.execute(
            f"SELECT record_id, source, entity FROM records WHERE record_id IN ({', '.join('?' for _ in ids)})", ids
        ).fetchall()
    return {record: f"{source}: {entity}" for record, source, entity in found}
