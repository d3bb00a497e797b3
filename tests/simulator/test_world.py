"""The world that people live in: the same for a seed, within its period, and with a truth that agrees with itself."""

from __future__ import annotations

from collections import Counter
from statistics import median

import pytest

from clew.simulator.lived import Lived, Order
from clew.simulator.living.clock import HOUR, weekday
from clew.simulator.living.walk import COSTS
from clew.simulator.living.world import live_block
from clew.simulator.scenarios.scenario_file import known_scenarios, load_scenario
from clew.simulator.truth_tables import TRUTH

TABLES = {table.name: list(table.columns) for table in TRUTH}


@pytest.fixture(scope="module")
def lived() -> Lived:
    return live_block(Order(load_scenario("billing"), customers=600), 0)


def rows(lived: Lived, table: str) -> list[dict[str, object]]:
    return [dict(zip(TABLES[table], row, strict=True)) for row in lived.truth[table]]


def test_a_seed_gives_the_same_world_and_another_seed_another() -> None:
    scenario = load_scenario("billing")
    one, two = (live_block(Order(scenario, customers=60, seed=3), 0) for _ in range(2))
    other = live_block(Order(scenario, customers=60, seed=4), 0)

    assert [event[:2] + event[4:] for event in one.events if not event.pursuit] == [
        event[:2] + event[4:] for event in two.events if not event.pursuit
    ]
    assert one.truth == two.truth
    assert one.truth["journeys"] != other.truth["journeys"]


def test_a_block_is_the_same_whatever_other_blocks_there_are() -> None:
    scenario = load_scenario("billing")
    alone, among = (live_block(Order(scenario, customers=customers), 0) for customers in (1000, 5000))

    assert alone.truth["journeys"] == among.truth["journeys"]


@pytest.mark.parametrize("name", known_scenarios())
def test_in_every_scenario_nothing_lies_outside_the_period_and_numbers_are_unique(name: str) -> None:
    lived = live_block(Order(load_scenario(name), customers=80, days=40), 0)

    assert all(lived.begin <= event.at < lived.end for event in lived.events)
    assert len({event.number for event in lived.events}) == len(lived.events)
    assert [event.at for event in lived.events] == sorted(event.at for event in lived.events)
    assert len({event.channel for event in lived.events}) >= 9


def test_journeys_agree_with_their_events(lived: Lived) -> None:
    at: dict[str, list[int]] = {}
    for event in lived.events:
        if event.pursuit is not None:
            at.setdefault(f"j{event.pursuit.key}", []).append(event.at * 1_000_000)
    journeys = rows(lived, "journeys")

    assert {row["journey_id"] for row in journeys} == set(at)
    for row in journeys:
        times = at[str(row["journey_id"])]
        assert (row["started_us"], row["ended_us"]) == (times[0], times[-1])
        assert (row["resolved_us"] is not None) == (row["outcome"] == "resolved")
        assert row["outcome"] in ("resolved", "gave_up", "open")
        assert row["complete"] or row["outcome"] == "open"


def test_positions_count_every_journeys_events_from_one(lived: Lived) -> None:
    places: dict[str, list[int]] = {}
    for event in lived.events:
        if event.pursuit is not None:
            places.setdefault(event.pursuit.key, []).append(lived.positions[event.number])

    assert all(found == list(range(1, len(found) + 1)) for found in places.values())


def test_frictions_have_a_name_a_cost_and_an_event_within_the_period(lived: Lived) -> None:
    told = {lived.interaction_id(event.number): event for event in lived.events}
    frictions = rows(lived, "frictions")

    assert {row["friction"] for row in frictions} | {"asked_again"} >= set(COSTS) - {"transfer_chain"}
    for row in frictions:
        pursuit = told[str(row["interaction_id"])].pursuit
        assert pursuit is not None
        assert row["journey_id"] == f"j{pursuit.key}"
        assert 0 < float(str(row["cost"])) <= 0.75


def test_the_drivers_of_satisfaction_sum_to_the_mark(lived: Lived) -> None:
    sums: Counter[str] = Counter()
    for row in rows(lived, "drivers"):
        if row["outcome"] == "satisfaction":
            sums[str(row["journey_id"])] += float(str(row["contribution"]))  # type: ignore[assignment]

    for row in rows(lived, "journeys"):
        assert row["satisfaction"] == max(1, min(5, int(sums[str(row["journey_id"])] + 0.5)))


def test_problems_arise_by_day_and_on_working_days_more_than_by_night_and_on_sundays(lived: Lived) -> None:
    begun = [event.pursuit.began_at for event in lived.events if event.pursuit and lived.positions[event.number] == 1]
    hours = Counter(at % 86_400 // HOUR for at in begun)
    days = Counter(weekday(at) for at in begun)

    assert sum(hours[hour] for hour in range(9, 18)) > 5 * sum(hours[hour] for hour in range(5))
    assert days[0] > 1.3 * days[6]


def test_calls_wait_about_as_long_as_the_scenario_says(lived: Lived) -> None:
    fast, half, slow = lived_waits("phone")
    waits = [event.lasts for event in lived.events if event.channel == "phone" and event.detail == "Abandoned"]

    assert fast < half < slow
    assert len(waits) > 5
    assert median(waits) < 60 * slow


def lived_waits(desk: str) -> tuple[float, float, float]:
    return load_scenario("billing").channels[desk].wait_minutes


def test_unhappy_customers_leave_more_often_than_happy_ones(lived: Lived) -> None:
    left = Counter((int(str(row["satisfaction"])) <= 2, row["left"]) for row in rows(lived, "journeys"))

    assert left[True, True] / (left[True, True] + left[True, False]) > 0.08
    assert left[False, True] / (left[False, True] + left[False, False]) < 0.06


def test_nobody_shares_an_own_identifier_with_anybody() -> None:
    people = [
        person
        for number in range(3)
        for person in live_block(Order(load_scenario("billing"), customers=3000, days=1), number).people.values()
    ]

    for found in (
        [person.email for person in people],
        [person.account for person in people],
        [person.handle for person in people],
        [phone for person in people for phone in (person.phone, person.old_phone) if phone],
        [device for person in people for device in person.devices],
    ):
        assert len(set(found)) == len(found)
