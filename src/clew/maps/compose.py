"""Composes the journey map from a build: every number counted, none invented."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import duckdb
import numpy as np

from clew.journeys import EncodedBuild, PathVariant, Words, variants
from clew.maps.columns import Columns, stage_columns
from clew.maps.lanes import LANES, METRIC_LANE, LaneDefinition
from clew.maps.tally import Counted, entries, reach, reached, tally
from clew.maps.titles import channel_title
from clew.metrics import WITHHELD_BELOW, Metric, evaluate, known_metrics
from clew.model import Cell, Entry, JourneyMap, Lane, Matrix, Settings, SourceLine, StageColumn, Variant

if TYPE_CHECKING:
    from numpy.typing import NDArray

SECOND_US = 1_000_000
VARIANTS_SHOWN = 8
#: How a journey of a known case can have been bounded: its first step names the case, or stands near those that do.
BY_CASE = ("case reference", "same issue, near a case", "issue not named, near a case")


def compose(  # noqa: PLR0913 - a map has a header, a body and what it rests on
    connection: duckdb.DuckDBPyConnection,
    build: EncodedBuild,
    settings: Settings,
    workspace: str,
    made_at: str,
    sources: Sequence[SourceLine],
    notes: Sequence[str] = (),
    chosen: NDArray[np.bool_] | None = None,
    selection: str = "",
) -> JourneyMap:
    """Return the map of the build's journeys, or of the chosen ones; an empty workspace gives an empty map that says so.

    ``selection`` says in a sentence which journeys were chosen.

    The session's tables hold those same journeys: handoffs, paths and metrics are read from them.
    """
    chosen = np.ones(len(build.journeys), dtype=bool) if chosen is None else chosen
    moments = build.steps.occurred_us[chosen[build.steps.journey]]
    columns = stage_columns(build, settings)
    stages = _stages(build, columns, chosen)
    lanes = [_lane(definition, build, columns, chosen) for definition in LANES]
    return JourneyMap(
        title=settings.name,
        workspace=workspace,
        made_at=made_at,
        selection=selection,
        first_us=int(moments.min()) if len(moments) else None,
        last_us=int(moments.max()) if len(moments) else None,
        interactions=len(moments),
        customers=len(np.unique(build.journeys.customer.codes[chosen])),
        journeys=int(chosen.sum()),
        stages=stages,
        lanes=(*lanes, _metric_lane(connection, settings, stages)),
        headline=tuple(evaluate(connection, headline_metrics(), settings)),
        matrix=handoff_matrix(connection),
        variants=top_variants(connection),
        sources=tuple(sources),
        notes=(*notes, *assumptions(build, settings, chosen)),
    )


def _stages(build: EncodedBuild, columns: Columns, chosen: NDArray[np.bool_]) -> tuple[StageColumn, ...]:
    found = reach(build, columns, reached(build, columns), chosen)
    return tuple(
        StageColumn(column.stage, column.title, each.journeys, each.share, each.steps)
        for column, each in zip(columns.listed, found, strict=True)
    )


def _lane(definition: LaneDefinition, build: EncodedBuild, columns: Columns, chosen: NDArray[np.bool_]) -> Lane:
    counted = entries(tally(definition, build, columns), chosen)
    cells = tuple(
        _cell(definition, column.stage, listed) for column, listed in zip(columns.listed, counted, strict=True)
    )
    return Lane(definition.kind, definition.title, definition.question, cells)


def _cell(definition: LaneDefinition, stage: str, listed: Sequence[Counted]) -> Cell:
    whole = sum(each.n for each in listed)
    of = f"{whole:,} {definition.unit}{'' if whole == 1 else 's'}"
    shown = tuple(Entry(each.title, each.n, each.share, _remark(each), each.is_other) for each in listed)
    return Cell(stage, shown, of, "" if shown else definition.empty_reason)


def _remark(entry: Counted) -> str:
    from clew.maps.wording import duration

    if entry.is_other:
        return f"{entry.others} more"
    return f"median wait {duration(entry.wait_seconds)}" if entry.wait_seconds is not None else ""


def handoff_matrix(connection: duckdb.DuckDBPyConnection) -> Matrix:
    """Return the channel-to-channel matrix of all handoffs, the busiest channels first; medians of few waits are withheld."""
    rows = connection.execute(
        f"""SELECT from_channel, to_channel, count(*),
            CASE WHEN count(wait_us) >= {WITHHELD_BELOW} THEN median(wait_us) / {SECOND_US} END
        FROM handoffs GROUP BY ALL"""
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
    """Return the most travelled paths, and all others as one explicit line, so that shares sum to 1.

    A share resolved of fewer than five that ended is withheld, and so is a median length of fewer than five journeys.
    """
    found = variants(connection)
    total = sum(v.journeys for v in found)
    cut = shown if len(found) > shown + 1 else len(found)
    top = [
        Variant(v.path, v.journeys, v.share, _firm(v.median_duration_seconds, v.journeys), _resolved((v,)), v.told)
        for v in found[:cut]
    ]
    if rest := found[cut:]:
        n, told = sum(v.journeys for v in rest), sum(v.told for v in rest)
        top.append(Variant((), n, n / total, None, _resolved(rest), told, is_other=True, distinct_paths=len(rest)))
    return tuple(top)


def _resolved(found: Sequence[PathVariant]) -> float | None:
    """Return the share of these paths' journeys that were resolved, of those that ended."""
    told = sum(v.told for v in found)
    return _firm(sum((v.resolved_share or 0.0) * v.told for v in found) / told if told else None, told)


def _firm(value: float | None, n: int) -> float | None:
    """Withhold what rests on so few that it says more about single persons than about the whole."""
    return value if n >= WITHHELD_BELOW else None


def headline_metrics() -> list[Metric]:
    """Return the metrics that head the map, in their order."""
    placed = [
        (metric.headline_place, metric) for metric in known_metrics().values() if metric.headline_place is not None
    ]
    return [metric for _, metric in sorted(placed, key=lambda each: each[0])]


def stage_metrics() -> list[Metric]:
    """Return the metrics that the map shows for each stage."""
    return [metric for metric in known_metrics().values() if metric.on_stages]


def _metric_lane(connection: duckdb.DuckDBPyConnection, settings: Settings, stages: Sequence[StageColumn]) -> Lane:
    """Return metrics of the journeys that reach each stage."""
    shown = stage_metrics()
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
    return Lane(*METRIC_LANE, tuple(cells))


def assumptions(build: EncodedBuild, settings: Settings, chosen: NDArray[np.bool_]) -> list[str]:
    """Say what the numbers rest on that nobody confirmed: how journeys were bounded, who is unknown, what is open."""
    journeys, steps = build.journeys, build.steps
    total = int(chosen.sum())
    if not total:
        return []

    def count(column: Words, word: str) -> int:
        return int((chosen & (column.codes == column.code(word))).sum())

    gap = f"{settings.windows.journey_gap_days:g} days"
    cased = int((chosen & journeys.bounded_by.among(BY_CASE)).sum())
    said = [f"A journey is one case where a case number is known ({cased:,} of {total:,} journeys)."]
    if likely := count(journeys.confidence, "likely"):
        said.append(f"{likely:,} journeys join one customer's interactions on one issue without a gap of {gap}.")
    if assumed := count(journeys.confidence, "assumed"):
        said.append(
            f"{assumed:,} journeys hold interactions whose issue is not named; those join the customer's nearest one."
        )
    if unknown := int((chosen & ~journeys.identified).sum()):
        said.append(f"{unknown:,} journeys have no known customer; each counts as a customer of its own.")
    if still_open := count(journeys.outcome, "open"):
        said.append(f"{still_open:,} journeys were still open when their source's data ended.")
    unplaced = steps.stage.codes == steps.stage.code("other")
    if imprecise := int((unplaced & chosen[steps.journey]).sum()):
        said.append(f"{imprecise:,} steps fit no stage rule and stand under Other.")
    return said
