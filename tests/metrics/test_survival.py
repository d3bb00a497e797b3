"""The median time with censored journeys, against scipy's survival curve and a published example."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import CensoredData, ecdf

from clew.metrics.survival import MedianTime, median_time

#: Weeks in remission on 6-mercaptopurine (Freireich et al. 1963), as every survival textbook has them; + = censored.
WEEKS = [
    "6",
    "6",
    "6",
    "6+",
    "7",
    "9+",
    "10",
    "10+",
    "11+",
    "13",
    "16",
    "17+",
    "19+",
    "20+",
    "22",
    "23",
    "25+",
    "32+",
    "32+",
    "34+",
    "35+",
]


def measured(times: list[float], observed: list[bool], customers: list[int] | None = None) -> MedianTime:
    people = np.arange(len(times)) if customers is None else np.array(customers)
    return median_time(np.array(times, dtype=float), np.array(observed), people)


def test_the_published_remission_times_have_a_median_of_23_weeks() -> None:
    found = measured([float(week.rstrip("+")) for week in WEEKS], [not week.endswith("+") for week in WEEKS])

    # The curve is 0.448 at week 23 with a standard error of 0.135 (Greenwood). It falls below 0.5 + 1.96 x 0.135 = 0.764
    # at week 10 (0.753), and never to 0.236.
    assert (found.median, found.low, found.high, found.longest) == (23, 10, None, 35)


@pytest.mark.parametrize("seed", range(5))
def test_the_median_is_where_scipys_curve_falls_to_one_half(seed: int) -> None:
    chance = np.random.default_rng(seed)
    times, limits = chance.exponential(10, 301), chance.exponential(25, 301)
    observed = times <= limits
    seen = np.minimum(times, limits)
    curve = ecdf(CensoredData(uncensored=seen[observed], right=seen[~observed])).sf

    found = measured(seen.tolist(), observed.tolist())

    assert found.median == pytest.approx(curve.quantiles[np.flatnonzero(curve.probabilities <= 0.5)[0]])


@pytest.mark.parametrize("count", [1, 2, 5, 6, 40, 41])
def test_without_censoring_it_is_the_usual_median(count: int) -> None:
    times = np.random.default_rng(count).exponential(10, count)

    assert measured(times.tolist(), [True] * count).median == pytest.approx(np.median(times))


def test_resolutions_at_the_moment_of_censoring_come_first() -> None:
    # At 2 all four of those left are at risk, the censored one too: 5/5 -> 4/5 -> 4/5 x 2/4 = 0.4.
    found = measured([1, 2, 2, 2, 3], [True, True, False, True, True])

    assert found.median == 2


def test_a_customers_journeys_that_are_alike_make_a_median_less_sure() -> None:
    times = np.random.default_rng(3).exponential(10, 60)
    alone = measured(np.repeat(times, 5).tolist(), [True] * 300)
    together = measured(np.repeat(times, 5).tolist(), [True] * 300, np.repeat(np.arange(60), 5).tolist())
    single = measured(times.tolist(), [True] * 60)

    # Five journeys that say the same are one voice.
    assert (together.low, together.high) == pytest.approx((single.low, single.high), rel=0.15)
    assert None not in (alone.low, alone.high, together.low, together.high)
    assert alone.high - alone.low < 0.6 * (together.high - together.low)  # type: ignore[operator]


def test_a_curve_that_never_falls_to_one_half_has_no_median() -> None:
    found = measured([1, 2, 3, 4, 5], [True, True, False, False, False])

    assert (found.median, found.longest) == (None, 5)


def test_a_curve_on_one_half_for_a_while_gives_the_middle_of_it() -> None:
    assert measured([1, 2, 4, 8], [True, True, True, True]).median == 3
