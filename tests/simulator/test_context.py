"""What was known, carried and asked again agrees between texts, frictions, drivers and handoffs."""

from __future__ import annotations

from collections import Counter

import pytest

from clew.simulator import Order, load_scenario
from clew.simulator.export import Block
from clew.simulator.lived import Lived
from clew.simulator.living.world import live_block
from clew.simulator.truth_tables import HANDOFFS
from clew.simulator.wording import Speech
from clew.simulator.writing.blocks import spoken
from clew.simulator.writing.context import handoff_rows

GIVES = ("give", "answer", "state_problem", "tried_step")


@pytest.fixture(scope="module", params=["billing", "telecom"])
def told(request: pytest.FixtureRequest) -> tuple[Lived, Block]:
    order = Order(load_scenario(request.param), customers=500, wording="heldout")
    lived = live_block(order, 0)
    return lived, spoken(order, lived, Speech(order.scenario, order.wording))


def test_what_asking_again_cost_is_what_it_took_from_the_mark(told: tuple[Lived, Block]) -> None:
    lived, block = told
    _, frictions = handoff_rows(lived, block.spoken)
    costs: Counter[str] = Counter()
    for journey, _, _, cost in frictions:
        costs[str(journey)] += float(str(cost))  # type: ignore[assignment]
    complete = {str(row[0]) for row in lived.truth["journeys"] if row[-1]}
    drivers = {
        str(journey): -float(str(points)) / 1.15
        for journey, outcome, driver, points in lived.truth["drivers"]
        if (outcome, driver) == ("satisfaction", "asked_again")
    }

    assert len(costs) > 30
    assert {each: round(cost, 9) for each, cost in costs.items() if each in complete} == {
        each: round(cost, 9) for each, cost in drivers.items() if each in complete
    }


def test_no_question_is_for_something_given_before_unless_it_is_called_so(told: tuple[Lived, Block]) -> None:
    lived, block = told
    given: dict[str, set[str]] = {}
    seen: Counter[str] = Counter()
    for event in lived.events:
        if event.pursuit is None:
            continue
        known = given.setdefault(event.pursuit.key, set())
        for each in block.spoken.get(event.number, ()):
            if each.act in ("ask", "ask_again", "reverify"):
                assert (each.act == "ask") == (each.fact not in known)
                seen[each.act] += 1
            elif each.act in GIVES:
                known.add(each.fact)

    assert min(seen["ask"], seen["ask_again"], seen["reverify"]) > 20


def test_what_was_carried_was_known_before_used_and_not_told_anew(told: tuple[Lived, Block]) -> None:
    lived, block = told
    rows = [dict(zip(HANDOFFS.columns, row, strict=True)) for row in handoff_rows(lived, block.spoken)[0]]
    numbers = {lived.interaction_id(event.number): event.number for event in lived.events}
    carried = 0
    for row in rows:
        parts = {name: list(map(str, row[name])) for name in HANDOFFS.columns if name.startswith("facts_")}  # type: ignore[call-overload]
        assert set(parts["facts_carried"]) <= set(parts["facts_visible"]) <= set(parts["facts_known"])
        assert not set(parts["facts_carried"]) & set(parts["facts_asked_again"])
        first = block.spoken.get(numbers[str(row["to_interaction_id"])], ())
        anew = {each.fact for each in first if each.act in GIVES} - {each.fact for each in first if each.act == "use"}
        assert not set(parts["facts_carried"]) & anew
        carried += len(parts["facts_carried"])

    assert carried > 100
