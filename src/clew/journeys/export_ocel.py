"""Writes journeys as an object-centric event log (OCEL 2.0, JSON): events that belong to a customer, journey, case, agent and team at once.

What customers said and their identifiers stay out: a log goes to other people's tools.
Source: Berti et al., "OCEL (Object-Centric Event Log) 2.0 Specification", https://arxiv.org/abs/2403.01975, section 7.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import duckdb

ROWS_AT_ONCE = 10_000

#: Attributes of an object type or of events: name, OCEL type, SQL of the value, and for objects SQL of when it came to be so.
_EVENT_ATTRIBUTES = (
    ("channel", "string", "s.channel"),
    ("kind", "string", "s.kind"),
    ("direction", "string", "s.direction"),
    ("party", "string", "s.party"),
    ("stage", "string", "s.stage"),
    ("outcome", "string", "s.outcome"),
    ("rating", "float", "CASE WHEN isfinite(i.rating) THEN i.rating END"),
    ("value", "float", "CASE WHEN isfinite(i.value) THEN i.value END"),
    ("wait_before_seconds", "float", "s.wait_before_us / 1e6"),
)
_JOURNEY_ATTRIBUTES = (
    ("issue", "string", "j.issue", "j.started_us"),
    ("source", "string", "j.source", "j.started_us"),
    ("bounded_by", "string", "j.bounded_by", "j.started_us"),
    ("confidence", "string", "j.confidence", "j.started_us"),
    ("outcome", "string", "j.outcome", "j.ended_us"),
    ("contacts", "integer", "CAST(j.contacts AS BIGINT)", "j.ended_us"),
    ("handoffs", "integer", "CAST(j.handoffs AS BIGINT)", "j.ended_us"),
)
_OBJECT_TYPES: dict[str, tuple[tuple[str, str], ...]] = {
    "customer": (("identified", "boolean"),),
    "journey": tuple((name, kind) for name, kind, _, _ in _JOURNEY_ATTRIBUTES),
    "case": (("source", "string"),),
    "agent": (),
    "bot": (),
    "team": (),
}
# Objects are named after their type ("team:Billing"), so an object never has the id of another type's or of an event.
_CASE = "'case:' || i.source || '/' || i.case_ref"
_SERVER = "CASE WHEN s.party IN ('agent', 'bot') THEN s.party || ':' || i.source || '/' || i.party_id END"
_TEAM = "'team:' || s.team"
_STEPS = (
    "steps s JOIN (SELECT interaction_id, source, source_row, case_ref, party_id, rating, value FROM interactions) i "
    "USING (interaction_id)"
)
_EVENT_TYPE = "s.channel || ': ' || s.touchpoint"


def write_ocel(connection: duckdb.DuckDBPyConnection, path: Path) -> dict[str, int]:
    """Write the session's journeys to ``path`` and return how many ``objects`` and ``events`` it holds.

    An event's type is its channel and touchpoint ("email: ticket comment"). Ids are unique over events and objects, every
    relationship leads to an object of the log, times are UTC. OSError when the disk refuses.
    """
    with path.open("w", encoding="utf-8", newline="\n") as log:
        log.write('{"objectTypes": [\n')
        _write_list(log, (_type(name, attributes) for name, attributes in _OBJECT_TYPES.items()))
        log.write('],\n"eventTypes": [\n')
        declared = [(name, kind) for name, kind, _ in _EVENT_ATTRIBUTES]
        names = connection.execute(f"SELECT DISTINCT {_EVENT_TYPE} AS name FROM steps s ORDER BY name").fetchall()
        _write_list(log, (_type(name, declared) for (name,) in names))
        log.write('],\n"objects": [\n')
        objects = _write_list(log, (line for query in _object_queries() for line in _lines(connection, query)))
        log.write('],\n"events": [\n')
        events = _write_list(log, _lines(connection, _event_query()))
        log.write("]}\n")
    return {"objects": objects, "events": events}


def _type(name: str, attributes: tuple[tuple[str, str], ...] | list[tuple[str, str]]) -> str:
    listed = [{"name": attribute, "type": kind} for attribute, kind in attributes]
    return json.dumps({"name": name, "attributes": listed}, ensure_ascii=False)


def _write_list(log: TextIO, lines: Iterator[str]) -> int:
    """Write JSON values with commas between them and return how many there were."""
    count = 0
    for line in lines:
        log.write(f",\n{line}" if count else line)
        count += 1
    log.write("\n" if count else "")
    return count


def _lines(connection: duckdb.DuckDBPyConnection, query: str) -> Iterator[str]:
    """Yield the texts that a query of one column gives, without holding them all."""
    answer = connection.execute(query)
    while rows := answer.fetchmany(ROWS_AT_ONCE):
        yield from (text for (text,) in rows)


def _event_query() -> str:
    attributes = _filled([f"{{name: '{name}', value: to_json({value})}}" for name, _, value in _EVENT_ATTRIBUTES])
    related = (
        ("customer", "'customer:' || s.customer_id"),
        ("journey", "'journey:' || s.journey_id"),
        ("case", _CASE),
        ("served by", _SERVER),
        ("team", _TEAM),
    )
    return (
        f"SELECT CAST(to_json({{id: s.interaction_id, type: {_EVENT_TYPE}, time: {_time('s.occurred_us')}, "
        f"attributes: {attributes}, relationships: {_related(related)}}}) AS VARCHAR) "
        f"FROM (SELECT s, i FROM {_STEPS} ORDER BY s.occurred_us, i.source_row, s.interaction_id)"
    )


def _object_queries() -> Iterator[str]:
    """Give one query per object type; each object stands once, and its relationships lead to objects of another query."""
    of_customer = f"[{{name: 'identified', value: to_json(bool_or(identified)), time: {_time('min(started_us)')}}}]"
    yield _objects("customer", "'customer:' || customer_id", of_customer, "[]", "journeys GROUP BY customer_id")
    of_journey = _filled(
        [
            f"{{name: '{name}', value: to_json({value}), time: {_time(since)}}}"
            for name, _, value, since in _JOURNEY_ATTRIBUTES
        ]
    )
    of_whom = "[{objectId: 'customer:' || j.customer_id, qualifier: 'customer'}]"
    yield _objects("journey", "'journey:' || j.journey_id", of_journey, of_whom, "journeys j")
    of_case = f"[{{name: 'source', value: to_json(any_value(i.source)), time: {_time('min(s.occurred_us)')}}}]"
    journeys = "list_transform(list_sort(list(DISTINCT s.journey_id)), lambda x: {objectId: 'journey:' || x, qualifier: 'journey'})"
    yield _objects("case", _CASE, of_case, journeys, f"{_STEPS} WHERE i.case_ref IS NOT NULL GROUP BY {_CASE}")
    for server in ("agent", "bot"):
        served = f"{_STEPS} WHERE s.party = '{server}' AND i.party_id IS NOT NULL GROUP BY {_SERVER}, s.party"
        yield _objects(server, _SERVER, "[]", "[]", served)
    yield _objects("team", _TEAM, "[]", "[]", f"{_STEPS} WHERE s.team IS NOT NULL GROUP BY {_TEAM}")


def _objects(kind: str, name: str, attributes: str, relationships: str, rest: str) -> str:
    return (
        f"SELECT CAST(to_json({{id: {name}, type: '{kind}', attributes: {attributes}, relationships: {relationships}}}) "
        f"AS VARCHAR) FROM {rest} ORDER BY {name}"
    )


def _filled(attributes: list[str]) -> str:
    """Return SQL for the list of those attributes that have a value."""
    return (
        f"list_filter([{', '.join(attributes)}], lambda x: x.value IS NOT NULL AND CAST(x.value AS VARCHAR) <> 'null')"
    )


def _related(related: tuple[tuple[str, str], ...]) -> str:
    """Return SQL for the list of those relationships that there are."""
    listed = [f"{{objectId: {name}, qualifier: '{qualifier}'}}" for qualifier, name in related]
    return f"list_filter([{', '.join(listed)}], lambda x: x.objectId IS NOT NULL)"


def _time(microseconds: str) -> str:
    return f"strftime(make_timestamp({microseconds}), '%Y-%m-%dT%H:%M:%S.%fZ')"
