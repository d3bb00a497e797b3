"""Sums up what each intervention did, from journeys with it and without it, without holding the journeys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import UTC, datetime, time, timedelta

from clew.simulator.lived import Order
from clew.simulator.scenario import Intervention
from clew.simulator.truth_tables import COUNTERFACTUALS

INTERVENTION, TREATED, OUTCOME, WITH_IT, WITHOUT_IT = (
    tuple(COUNTERFACTUALS.columns).index(name)
    for name in ("intervention", "treated", "outcome", "with_it", "without_it")
)


@dataclass
class Sums:
    """Journeys and those treated; the differences' sum and count over all, and over the treated."""

    journeys: int = 0
    treated: int = 0
    difference: float = 0.0
    compared: int = 0
    treated_difference: float = 0.0
    treated_compared: int = 0


#: By intervention and outcome.
Effects = dict[tuple[str, str], Sums]


def summed(counterfactuals: Iterable[tuple[object, ...]]) -> Effects:
    """Return the sums of one block's rows of the table ``counterfactuals``."""
    found: Effects = {}
    for row in counterfactuals:
        sums = found.setdefault((str(row[INTERVENTION]), str(row[OUTCOME])), Sums())
        treated = bool(row[TREATED])
        sums.journeys += 1
        sums.treated += treated
        with_it, without_it = row[WITH_IT], row[WITHOUT_IT]
        if isinstance(with_it, int | float) and isinstance(without_it, int | float):
            difference = float(with_it) - float(without_it)
            sums.difference += difference
            sums.compared += 1
            if treated:
                sums.treated_difference += difference
                sums.treated_compared += 1
    return found


def add(total: Effects, more: Effects) -> None:
    """Add one block's sums to those of the blocks before it; in the same order the same numbers come out."""
    for key, sums in more.items():
        before = total.get(key, Sums())
        total[key] = Sums(*(a + b for a, b in zip(astuple(before), astuple(sums), strict=True)))


def effect_rows(order: Order, total: Effects) -> list[tuple[object, ...]]:
    """Return the rows of the table ``effects``, in the order of the scenario's interventions and the outcomes' names."""
    rows: list[tuple[object, ...]] = []
    for each in order.in_force:
        for name, outcome in sorted(key for key in total if key[0] == each.name):
            sums = total[name, outcome]
            rows.append(
                (
                    each.name,
                    each.kind,
                    outcome,
                    _begins_us(order, each),
                    sums.journeys,
                    sums.treated,
                    sums.difference / sums.compared if sums.compared else None,
                    sums.treated_difference / sums.treated_compared if sums.treated_compared else None,
                )
            )
    return rows


def _begins_us(order: Order, intervention: Intervention) -> int:
    day = order.scenario.company.first_day + timedelta(days=intervention.from_day)
    return int(datetime.combine(day, time(), UTC).timestamp()) * 1_000_000
