"""Composes the journey map from a session's tables: every number counted here, none invented."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from clew.journeys import variants
from clew.maps.lanes import (
    channel_lane,
    channel_title,
    doing_lane,
    handoff_lane,
    leaving_lane,
    stage_columns,
    touchpoint_lane,
    waits_lane,
)
from clew.metrics import Metric, evaluate, known_metrics
from clew.model import Cell, JourneyMap, Lane, Matrix, Settings, SourceLine, StageColumn, Variant

SECOND_US = 1_000_000
VARIANTS_SHOWN = 8


def compose(
    connection: duckdb.DuckDBPyConnection,
    settings: Settings,
    workspace: str,
    made_at: str,
    sources: Sequence[SourceLine],
    notes: Sequence[str] = (),
) -> JourneyMap:
    """Return the map of all journeys in the session; an empty workspace gives an empty map that says so."""
    ((interactions, first, last),) = connection.execute(
        "SELECT count(*), min(occurred_us), max(occurred_us) FROM interactions"
    ).fetchall()
    ((journeys, customers),) = connection.execute(
        "SELECT count(*), count(DISTINCT customer_id) FROM journeys"
    ).fetchall()
    stages = stage_columns(connection, settings)
    lanes = [
        lane(connection, stages)
        for lane in (channel_lane, touchpoint_lane, doing_lane, waits_lane, handoff_lane, leaving_lane)
    ]
    return JourneyMap(
        title=settings.name,
        workspace=workspace,
        made_at=made_at,
        first_us=first,
        last_us=last,
        interactions=interactions,
        customers=customers,
        journeys=journeys,
        stages=stages,
        lanes=(*lanes, _metric_lane(connection, settings, stages)),
        headline=tuple(evaluate(connection, _headline(), settings)),
        matrix=handoff_matrix(connection),
        variants=top_variants(connection),
        sources=tuple(sources),
        notes=(*notes, *_assumptions(connection, settings)),
    )


def handoff_matrix(connection: duckdb.DuckDBPyConnection) -> Matrix:
    """Return the channel-to-channel matrix of all handoffs, the busiest channels first."""
    rows = connection.execute(
        f"""SELECT from_channel, to_channel, count(*), median(wait_us) / {SECOND_US} FROM handoffs GROUP BY ALL"""
    ).fetchall()
    volume: dict[str, int] = {}
    for before, after, n, _ in rows:
        for channel in (before, after):
            volume[channel] = volume.get(channel, 0) + n
    channels = tuple(sorted(volume, key=lambda channel: (-volume[channel], channel)))
    counts = {(before, after): n for before, after, n, _ in rows}
    waits = {(before, after): wait for before, after, _, wait in rows}
    return Matrix(
        channels,
        tuple(channel_title(channel) for channel in channels),
        tuple(tuple(counts.get((row, column), 0) for column in channels) for row in channels),
        tuple(tuple(waits.get((row, column)) for column in channels) for row in channels),
        sum(counts.values()),
    )


def top_variants(connection: duckdb.DuckDBPyConnection, shown: int = VARIANTS_SHOWN) -> tuple[Variant, ...]:
    """Return the most travelled paths, and all others as one explicit line, so that shares sum to 1."""
    found = variants(connection)
    cut = shown if len(found) > shown + 1 else len(found)
    top = [Variant(v.path, v.journeys, v.share, v.median_duration_seconds, v.resolved_share) for v in found[:cut]]
    rest = found[cut:]
    if rest:
        n = sum(v.journeys for v in rest)
        told = sum(v.told for v in rest)
        resolved = sum((v.resolved_share or 0.0) * v.told for v in rest) / told if told else None
        share = sum(v.share for v in rest)
        top.append(Variant((), n, share, None, resolved, is_other=True, distinct_paths=len(rest)))
    return tuple(top)


def _headline() -> list[Metric]:
    placed = [
        (metric.headline_place, metric) for metric in known_metrics().values() if metric.headline_place is not None
    ]
    return [metric for _, metric in sorted(placed, key=lambda each: each[0])]


def _metric_lane(connection: duckdb.DuckDBPyConnection, settings: Settings, stages: Sequence[StageColumn]) -> Lane:
    """Return metrics of the journeys that reach each stage."""
    shown = [metric for metric in known_metrics().values() if metric.on_stages]
    cells = []
    for stage in stages:
        if not stage.journeys:
            cells.append(Cell(stage.name, (), "", "no journey reaches this stage"))
            continue
        connection.execute(
            "CREATE OR REPLACE TEMP TABLE journeys_of_stage AS SELECT DISTINCT journey_id FROM steps WHERE stage = ?",
            [stage.name],
        )
        values = evaluate(connection, shown, settings, "journeys_of_stage")
        cells.append(Cell(stage.name, (), f"{stage.journeys:,} journeys", metrics=tuple(values)))
    return Lane("metrics", "Metrics", "How well does it go for journeys that get here?", tuple(cells))


def _assumptions(connection: duckdb.DuckDBPyConnection, settings: Settings) -> list[str]:
    """Say what the numbers rest on that nobody confirmed: how journeys were bounded, who is unknown, what is open."""
    said = []
    ((cased, total, assumed, likely, unknown, still_open),) = connection.execute(
        """SELECT count(case_ref), count(*), count(*) FILTER (confidence = 'assumed'), count(*) FILTER (confidence = 'likely'),
        count(*) FILTER (NOT identified), count(*) FILTER (outcome = 'open') FROM journeys"""
    ).fetchall()
    if not total:
        return said
    gap = f"{settings.windows.journey_gap_days:g} days"
    said.append(f"A journey is one case where a case number is known ({cased:,} of {total:,} journeys).")
    if likely:
        said.append(f"{likely:,} journeys join one customer's interactions on one issue without a gap of {gap}.")
    if assumed:
        said.append(
            f"{assumed:,} journeys hold interactions whose issue is not named; those join the customer's nearest one."
        )
    if unknown:
        said.append(f"{unknown:,} journeys have no known customer; each counts as a customer of its own.")
    if still_open:
        said.append(f"{still_open:,} journeys were still open when their source's data ended.")
    ((imprecise,),) = connection.execute("SELECT count(*) FROM steps WHERE stage = 'other'").fetchall()
    if imprecise:
        said.append(f"{imprecise:,} steps fit no stage rule and stand under Other.")
    return said
