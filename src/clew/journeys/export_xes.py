"""Writes journeys as an event log in XES, the XML standard that process-mining tools read: a trace per journey, an event per step.

What customers said and their identifiers stay out: a log goes to other people's tools. Clew reads such a log back as it was.
Source: IEEE 1849-2016, https://doi.org/10.1109/IEEESTD.2016.7740858.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb

ROWS_AT_ONCE = 10_000

_OPENING = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
<extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
<extension name="ID" prefix="identity" uri="http://www.xes-standard.org/identity.xesext"/>
<global scope="trace">
<string key="concept:name" value="unknown"/>
</global>
<global scope="event">
<string key="concept:name" value="unknown"/>
<date key="time:timestamp" value="1970-01-01T00:00:00.000000+00:00"/>
<string key="lifecycle:transition" value="complete"/>
<string key="channel" value="unknown"/>
</global>
<classifier name="Touchpoint" keys="concept:name"/>
<classifier name="Channel and touchpoint" keys="channel concept:name"/>
<classifier name="Channel" keys="channel"/>
"""
_CLOSING = "</log>\n"

#: What a trace says of its journey: key, type, and SQL over ``journeys j``.
_TRACE = (
    ("concept:name", "string", "j.journey_id"),
    ("customer", "string", "j.customer_id"),
    ("issue", "string", "j.issue"),
    ("outcome", "string", "j.outcome"),
    ("case_ref", "string", "j.case_ref"),
    ("source", "string", "j.source"),
    ("bounded_by", "string", "j.bounded_by"),
)
#: What an event says of its step: key, type, and SQL over ``steps s`` and ``interactions i``.
_EVENT = (
    ("concept:name", "string", "s.touchpoint"),
    ("time:timestamp", "date", "strftime(make_timestamp(s.occurred_us), '%Y-%m-%dT%H:%M:%S.%f+00:00')"),
    ("lifecycle:transition", "string", "'complete'"),
    ("identity:id", "id", "CAST(CAST(md5(s.interaction_id) AS UUID) AS VARCHAR)"),
    ("org:resource", "string", "i.party_id"),
    ("org:group", "string", "s.team"),
    ("channel", "string", "s.channel"),
    ("stage", "string", "s.stage"),
    ("kind", "string", "s.kind"),
    ("direction", "string", "s.direction"),
    ("party", "string", "s.party"),
    ("outcome", "string", "s.outcome"),
    ("rating", "float", "CASE WHEN isfinite(i.rating) THEN CAST(i.rating AS VARCHAR) END"),
    ("interaction_id", "string", "s.interaction_id"),
)


def write_xes(connection: duckdb.DuckDBPyConnection, path: Path) -> dict[str, int]:
    """Write the session's journeys to ``path`` and return how many ``traces`` and ``events`` it holds.

    Steps come in the order of their journey; times are UTC to the microsecond. Characters that XML 1.0 forbids are left
    out. OSError when the disk refuses. Memory holds a few thousand events, whatever the log's size.
    """
    traces = events = 0
    journey: str | None = None
    with path.open("w", encoding="utf-8", newline="\n") as log:
        log.write(_OPENING)
        for journey_id, trace, event in _lines(connection):
            if journey_id != journey:
                log.write("</trace>\n" if traces else "")
                log.write(f"<trace>\n{trace}")
                journey, traces = journey_id, traces + 1
            log.write(f"<event>\n{event}</event>\n")
            events += 1
        log.write("</trace>\n" if traces else "")
        log.write(_CLOSING)
    return {"traces": traces, "events": events}


def _lines(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, str, str]]:
    """Yield journey id, its trace's attributes (at its first step, else '') and the event's attributes, in order."""
    answer = connection.execute(
        f"""SELECT s.journey_id, CASE WHEN s.position = 0 THEN {_attributes(_TRACE)} ELSE '' END, {_attributes(_EVENT)} FROM (
          SELECT s, i, j FROM steps s JOIN journeys j USING (journey_id)
          JOIN (SELECT interaction_id, party_id, rating FROM interactions) i USING (interaction_id)
          ORDER BY s.journey_id, s.position
        )"""
    )
    while rows := answer.fetchmany(ROWS_AT_ONCE):
        yield from rows


def _attributes(listed: tuple[tuple[str, str, str], ...]) -> str:
    """Return SQL for the XML of all attributes that have a value."""
    parts = [
        f"coalesce('<{kind} key=\"{key}\" value=\"' || {_escaped(value)} || '\"/>' || chr(10), '')"
        for key, kind, value in listed
    ]
    return f"concat({', '.join(parts)})"


def _escaped(text: str) -> str:
    """Return SQL for a text as it may stand in an XML attribute; line breaks and tabs survive as references."""
    # XML 1.0, section 2.2: these characters may not stand in a document, not even as references.
    clean = rf"regexp_replace({text}, '[\x00-\x08\x0B\x0C\x0E-\x1F\x{{FFFE}}\x{{FFFF}}]', '', 'g')"
    for character, reference in (
        ("'&'", "&amp;"),
        ("'<'", "&lt;"),
        ("'>'", "&gt;"),
        ("'\"'", "&quot;"),
        ("chr(9)", "&#9;"),
        ("chr(10)", "&#10;"),
        ("chr(13)", "&#13;"),
    ):
        clean = f"replace({clean}, {character}, '{reference}')"
    return clean
