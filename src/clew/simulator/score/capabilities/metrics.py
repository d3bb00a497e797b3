"""Whether the numbers that managers look at are right: each metric against its true value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clew.simulator.score.capability import Capability
from clew.simulator.score.intervals import covering, covers
from clew.simulator.score.matched import Matched
from clew.simulator.score.row import Measure, Row
from clew.simulator.score.true_metrics import TRUE_METRICS, UNTOLD, Told


def _score(matched: Matched) -> list[Row]:
    said = {row["metric"]: row for row in matched.submission["metrics"].iter_rows(named=True)}
    rows = [_row(name, tell(matched), said.get(name)) for name, tell in TRUE_METRICS.items()]
    untold = sorted(set(said) - set(TRUE_METRICS))
    rows += [Row(name, note=UNTOLD.get(name, "the truth doesn't tell it"), state="nothing planted") for name in untold]
    inside = [each for row in rows if (each := row.measure("covered").value) is not None]
    return [covering(inside, "metrics with an interval"), *rows]


def _row(name: str, true: Told, said: Mapping[str, Any] | None) -> Row:
    if said is None or said["value"] is None:
        why = (said or {}).get("reason") or "not submitted"
        note = f"no value: {why}"
        measures = () if true.value is None else (Measure("truth", true.value),)
        return Row(name, measures, true.n, note, "not submitted")
    low, high = said.get("low"), said.get("high")
    if true.value is None:
        estimate = Measure("estimate", said["value"], low, high)
        return Row(name, (estimate,), true.n, f"no true value: {true.meaning}", "nothing planted")
    error = said["value"] - true.value
    measures = (
        Measure("estimate", said["value"], low, high),
        Measure("truth", true.value),
        Measure("absolute_error", abs(error)),
        Measure("relative_error", abs(error) / abs(true.value) if true.value else None),
        Measure("covered", covers(true.value, low, high)),
    )
    return Row(name, measures, true.n, true.meaning)


CAPABILITY = Capability(
    name="metrics",
    title="Metrics",
    question="Are the numbers that managers look at right, and do their intervals hold the truth?",
    place=16,
    needs=("metrics",),
    score=_score,
    planted=lambda _matched: list(TRUE_METRICS),
)
