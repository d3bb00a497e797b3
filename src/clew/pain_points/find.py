"""Runs the detectors over one session, and writes down what each found, where, and how bad it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import duckdb
import ibis

from clew.model import PAIN_POINTS, Settings
from clew.pain_points.detector import Detector
from clew.pain_points.evidence import ACTS, ANSWERS, CHASES, STAYS, WALK, Evidence
from clew.pain_points.gather import gather
from clew.plugins import definitions_in
from clew.store import column_types, compile_sql

if TYPE_CHECKING:
    import ibis.expr.types as ir


_SPAN = ("start_char", "end_char")


@cache
def known_detectors() -> dict[str, Detector]:
    """Return the detectors by name."""
    return definitions_in("clew.pain_points.detectors", "DETECTOR", Detector)


def write_pain_points(
    connection: duckdb.DuckDBPyConnection, settings: Settings, tell: Callable[[str], None] = lambda _name: None
) -> None:
    """Create the session's table ``pain_points`` from what a build has made of journeys, facts and readings."""
    evidence = gather(connection, settings, tell)
    connection.execute("DROP VIEW IF EXISTS pain_points")
    columns = {"journey": "BIGINT", **column_types(PAIN_POINTS)}
    declared = ", ".join(f"{name} {kind}" for name, kind in columns.items())
    connection.execute(f"CREATE OR REPLACE TABLE pain_points ({declared})")
    for detector in known_detectors().values():
        if detector.not_looked_for(settings):
            # What rests on words isn't looked for where none were read: a finding less is better than one half seen.
            continue
        tell(detector.name)
        connection.execute(f"INSERT INTO pain_points {compile_sql(findings(detector, evidence))}")
    for table in (ACTS, WALK, STAYS, ANSWERS, CHASES):
        connection.execute(f"DROP TABLE {table.name}")


def findings(detector: Detector, evidence: Evidence) -> ir.Table:
    """Return what one detector finds, as rows of ``pain_points`` with the journey's number in front."""
    found = detector.find(evidence)
    there = found.columns
    plain = found.select(
        "journey",
        "position",
        since_position=found.since_position if "since_position" in there else ibis.null("int64"),
        amount=found.amount.cast("float64") if "amount" in there else ibis.null("float64"),
        severity=found.severity.cast("float64") if "severity" in there else ibis.literal(detector.severity, "float64"),
        **({name: found[name] for name in _SPAN} if "start_char" in there else {}),
    )
    if "start_char" not in there:
        plain = _with_words(plain, detector, evidence)
    steps = evidence.steps.select("journey", "position", "journey_id", "customer_id", "interaction_id")
    placed = plain.inner_join(steps, ["journey", "position"])
    return placed.mutate(detector=ibis.literal(detector.name), version=ibis.literal(detector.version, "int64")).select(
        "journey", *PAIN_POINTS.columns
    )


def _with_words(plain: ir.Table, detector: Detector, evidence: Evidence) -> ir.Table:
    """Add the characters of the first words at the step that show it; NULL where it isn't words that do."""
    if not detector.shown_by:
        return plain.mutate(**{name: ibis.null("int64") for name in _SPAN})
    words = ibis.union(
        *(table.select("journey", "position", "act", *_SPAN) for table in (evidence.acts, evidence.facts)),
        distinct=False,
    )
    telling = words.filter(words.act.isin(detector.shown_by))
    first = telling.group_by("journey", "position").agg(
        start_char=telling.start_char.min(), end_char=telling.end_char.argmin(telling.start_char)
    )
    joined = plain.left_join(first, ["journey", "position"])
    return joined.select(*plain.columns, *_SPAN)
