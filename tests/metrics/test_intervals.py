"""Intervals take a customer's journeys together: they agree with resampling whole customers, done apart from Clew."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from clew.model import MetricValue
from tests.metrics.measuring import HOUR, START, Row, journey, many, measure

ROUNDS = 4_000
Values = NDArray[np.float64]


@pytest.fixture(scope="module")
def customers() -> list[Values]:
    """300 customers with 1 to 12 journeys each, who are alike within themselves: each has a level of their own."""
    chance = np.random.default_rng(7)
    return [chance.random(chance.integers(1, 13)) * 0.3 + chance.random() * 0.7 for _ in range(300)]


def journeys(customers: list[Values], **columns: Values) -> list[Row]:
    """A journey for each value, with ``columns`` taken from functions of it."""
    flat = [(number, value) for number, own in enumerate(customers) for value in own]
    return [
        journey(place, customer=f"c{number}", **{name: made[place].item() for name, made in columns.items()})
        for place, (number, _) in enumerate(flat)
    ]


def resampled(totals: Values, counts: Values) -> tuple[float, float]:
    """Return the 95 % percentile interval of sum(totals) / sum(counts) over resampled customers."""
    chance = np.random.default_rng(11)
    picked = chance.integers(0, len(totals), size=(ROUNDS, len(totals)))
    ratios = totals[picked].sum(axis=1) / counts[picked].sum(axis=1)
    low, high = np.quantile(ratios, [0.025, 0.975])
    return float(low), float(high)


def bounds(found: MetricValue) -> tuple[float, float, float]:
    assert found.value is not None and found.low is not None and found.high is not None
    return found.low, found.value, found.high


def test_the_interval_of_a_rate_is_that_of_resampled_customers(customers: list[Values]) -> None:
    met = [own > 0.5 for own in customers]
    low, value, high = bounds(measure("sla_met_rate", journeys(customers, sla_met=np.concatenate(met))))
    expected = resampled(np.array([own.sum() for own in met]), np.array([len(own) for own in met]))

    width = expected[1] - expected[0]
    assert (low, high) == pytest.approx(expected, abs=0.08 * width)
    # Journeys counted as if each were another person's would look far surer than they are.
    n = sum(len(own) for own in met)
    assert 2 * 1.96 * (value * (1 - value) / n) ** 0.5 < 0.75 * width


def test_the_interval_of_a_mean_is_that_of_resampled_customers(customers: list[Values]) -> None:
    contacts = [np.ceil(own * 6) for own in customers]
    low, value, high = bounds(
        measure("contacts_per_journey", journeys(customers, contacts=np.concatenate(contacts).astype(np.int64)))
    )
    totals, counts = np.array([own.sum() for own in contacts]), np.array([len(own) for own in contacts])
    expected = resampled(totals, counts)

    assert value == pytest.approx(totals.sum() / counts.sum())
    assert (low, high) == pytest.approx(expected, abs=0.08 * (expected[1] - expected[0]))


def test_the_interval_of_a_median_is_that_of_resampled_customers(customers: list[Values]) -> None:
    hours = np.concatenate([own * 100 for own in customers])
    until = START + (hours * HOUR).astype(np.int64)
    low, value, high = bounds(
        measure("time_to_resolution", journeys(customers, resolved_us=until, first_resolved_us=until, ended_us=until))
    )
    chance = np.random.default_rng(13)
    medians = [
        np.median(np.concatenate([customers[each] for each in chance.integers(0, 300, 300)])) for _ in range(1_000)
    ]
    expected = np.quantile(medians, [0.025, 0.975]) * 100 * 3600

    assert value == pytest.approx(np.median(hours) * 3600, rel=1e-6)
    assert (low, high) == pytest.approx(tuple(expected), abs=0.15 * (expected[1] - expected[0]))


def test_one_journey_a_customer_gives_wilsons_interval() -> None:
    # 27 of 30: Wilson's score interval is (0.7438, 0.9654) (statsmodels, proportion_confint(27, 30, method="wilson")).
    low, value, high = bounds(measure("sla_met_rate", [*many(27, sla_met=True), *many(3, first=27, sla_met=False)]))

    assert (low, value, high) == pytest.approx((0.7438, 0.9, 0.9654), abs=0.005)


def test_where_all_agree_as_many_voices_count_as_there_are_customers() -> None:
    alone = measure("sla_met_rate", many(40, sla_met=True))
    of_ten = measure("sla_met_rate", [journey(n, customer=f"c{n % 10}", sla_met=True) for n in range(40)])

    # Wilson's lower bound of m out of m is m / (m + 1.96²): 40 / 43.8415 and 10 / 13.8415.
    assert bounds(alone) == pytest.approx((0.91238, 1, 1), abs=1e-5)
    assert bounds(of_ten) == pytest.approx((0.72246, 1, 1), abs=1e-5)


def test_an_interval_holds_its_value_and_stays_within_0_and_1() -> None:
    for hits in range(31):
        found = measure("sla_met_rate", [*many(hits, sla_met=True), *many(30 - hits, first=hits, sla_met=False)])
        low, value, high = bounds(found)
        assert 0 <= low <= value <= high <= 1
