"""Whether the effect of each intervention was estimated rightly, and placebos shown to have none."""

from __future__ import annotations

import polars as pl

from clew.simulator.score.capability import Capability
from clew.simulator.score.intervals import covering, covers
from clew.simulator.score.matched import Matched
from clew.simulator.score.row import Measure, Row


def _score(matched: Matched) -> list[Row]:
    said = matched.submission["effects"]
    absent = [pl.lit(None, kind).alias(name) for name, kind in _OPTIONAL.items() if name not in said.columns]
    estimates = said.with_columns(absent).unique(["intervention", "outcome"], keep="first")
    both = matched.truth["effects"].join(estimates, on=["intervention", "outcome"], how="left")
    rows = [_row(effect) for effect in both.sort("intervention", "outcome").iter_rows(named=True)]
    inside = [each for row in rows if (each := row.measure("covered").value) is not None]
    return [covering(inside, "effects with an interval"), *rows]


_OPTIONAL = {"low": pl.Float64(), "high": pl.Float64(), "on": pl.String()}


def _row(effect: dict[str, float | str | None]) -> Row:
    subject = f"{effect['intervention']}: {effect['outcome']}"
    treated = effect["on"] != "all"
    n = int(effect["treated" if treated else "journeys"] or 0)
    if effect["value"] is None:
        return Row(subject, n=n, note="not submitted", state="not submitted")
    truth = effect["effect_on_treated" if treated else "effect_on_all"]
    if truth is None:
        return Row(subject, n=n, note="no journey was under it", state="nothing planted")
    value, true = float(effect["value"]), float(truth)
    note = "on the treated" if treated else "on all"
    measures = (
        Measure("estimate", value, _number(effect["low"]), _number(effect["high"])),
        Measure("truth", true),
        Measure("error", abs(value - true)),
        Measure("covered", covers(true, _number(effect["low"]), _number(effect["high"]))),
    )
    return Row(subject, measures, n, f"{note}; a placebo" if effect["kind"] == "placebo" else note)


def _number(value: float | str | None) -> float | None:
    return None if value is None else float(value)


def _planted(matched: Matched) -> list[str]:
    effects = matched.truth["effects"].sort("intervention", "outcome")
    return [f"{name}: {outcome}" for name, outcome in effects.select("intervention", "outcome").iter_rows()]


CAPABILITY = Capability(
    name="effects",
    title="Effects",
    question="Was the effect of each intervention estimated rightly, and placebos shown to have none?",
    place=17,
    needs=("effects",),
    score=_score,
    planted=_planted,
)
