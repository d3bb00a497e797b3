"""context_carried_ratio and asked_again_rate: sums over all handoffs, a customer's journeys taken as one voice."""

from __future__ import annotations

import pytest

from tests.metrics.measuring import Row, handoff, journey, many, measure, parts

BOTH = ("asked_again_rate", "context_carried_ratio")


def one_each(count: int, **columns: object) -> list[Row]:
    return [handoff(f"j{number:04}", **columns) for number in range(count)]


def test_handoffs_count_one_by_one_however_many_a_journey_has() -> None:
    again = [handoff("j0000", position, facts_asked_again=["order"]) for position in (2, 3, 4)]
    found = measure("asked_again_rate", many(6), handoffs=[*one_each(6), *again])

    # Three of nine handoffs, in one of six journeys.
    assert (found.value, found.n, found.state) == (3 / 9, 6, "thin")
    assert found.reason.startswith("of 9 handoffs with known facts")


def test_facts_are_carried_one_by_one() -> None:
    carried = one_each(5, facts_carried=["order"])
    found = measure("context_carried_ratio", many(5), handoffs=[*carried, handoff("j0000", 9, facts_known=["name"])])

    # Five of the ten facts before the first handoffs, none of the one before the sixth.
    assert (found.value, found.n) == (5 / 11, 5)


def test_asking_twice_after_one_handoff_is_one_handoff_asked_again() -> None:
    found = measure("asked_again_rate", many(5), handoffs=one_each(5, facts_asked_again=["order", "problem"]))

    assert found.value == 1.0


def test_verifying_who_somebody_is_counts_in_neither() -> None:
    rows = one_each(5, facts_verified=["order"])

    assert (measure(BOTH[0], many(5), handoffs=rows).value, measure(BOTH[1], many(5), handoffs=rows).value) == (
        0.0,
        0.0,
    )


@pytest.mark.parametrize("name", BOTH)
def test_a_journey_without_known_facts_is_left_out(name: str) -> None:
    rows = [*one_each(5), handoff("j0005", facts_known=[])]
    found = measure(name, many(7), handoffs=rows)

    assert found.n == 5
    assert "2 left out" in found.reason


@pytest.mark.parametrize("name", BOTH)
def test_where_texts_are_not_read_it_is_not_measured_and_says_so(name: str) -> None:
    unread = one_each(40, facts_known=None, facts_carried=None, facts_asked_again=None)
    found = measure(name, many(40), handoffs=unread)

    assert (found.value, found.n, found.state) == (None, 0, "empty")
    assert found.reason.startswith("not measured: texts aren't read")
    assert measure(name, many(40), handoffs=one_each(40, facts_known=[])).reason.startswith(
        "no handoff has facts known"
    )


def test_the_interval_takes_a_customers_handoffs_together() -> None:
    # 40 handoffs of 40 customers, or the same 40 of 4 customers who are always or never asked again.
    asked = [{"facts_asked_again": ["order"]} if number % 2 else {} for number in range(40)]
    rows = [handoff(f"j{number:04}", **asked[number]) for number in range(40)]
    alone = measure("asked_again_rate", many(40), handoffs=rows)
    shared = measure("asked_again_rate", [journey(n, f"c{n % 4}") for n in range(40)], handoffs=rows)

    assert alone.value == shared.value == 0.5
    assert alone.low is not None and alone.high is not None and shared.low is not None and shared.high is not None
    assert shared.high - shared.low > 2 * (alone.high - alone.low)


@pytest.mark.parametrize("name", BOTH)
def test_every_journey_is_behind_the_number_once(name: str) -> None:
    assert sum(parts(name, many(9)).values()) == 9
