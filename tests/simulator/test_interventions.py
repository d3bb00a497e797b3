"""What the company changes: true effects where there are some, none where there are none, and for whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise
from statistics import mean

import pytest

from clew.simulator.lived import Lived, Order
from clew.simulator.living.policy import AS_USUAL, policy_of, reaches
from clew.simulator.living.population import TEAMS
from clew.simulator.living.world import live_block
from clew.simulator.scenarios.scenario_file import load_scenario
from clew.simulator.systems import known_kinds

SCENARIO = load_scenario("billing")
DAYS = 90


def order(*names: str, customers: int = 700) -> Order:
    return Order(SCENARIO, customers=customers, days=DAYS, interventions=names)


def effects(lived: Lived) -> dict[tuple[str, str], list[float]]:
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for _, intervention, _, outcome, with_it, without_it in lived.truth["counterfactuals"]:
        if with_it is not None and without_it is not None:
            found[str(intervention), str(outcome)].append(float(str(with_it)) - float(str(without_it)))
    return found


def test_a_placebo_changes_nothing_for_anybody() -> None:
    found = effects(live_block(order("new_chat_colours"), 0))

    assert {outcome for _, outcome in found} >= {"contacts", "resolved", "satisfaction", "left"}
    assert all(difference == 0 for differences in found.values() for difference in differences)


@pytest.mark.parametrize(
    ("name", "outcome", "sign"),
    [
        ("bot_recognises_billing", "contacts", -1),
        ("bot_recognises_billing", "resolved_in_first_contact", 1),
        ("status_during_review", "contacts", -1),
        ("summary_sms", "satisfaction", 1),
    ],
)
def test_a_mend_mends(name: str, outcome: str, sign: int) -> None:
    differences = effects(live_block(order(name), 0))[name, outcome]

    assert len(differences) > 60
    assert sign * mean(differences) > 0.02


def test_moving_contacts_moves_them_and_wins_little() -> None:
    before, after = (
        Counter(event.channel for event in live_block(order(*names), 0).events if event.by == "customer")
        for names in ((), ("phone_number_hidden",))
    )

    assert after["phone"] < 0.98 * before["phone"]
    assert after["email"] > 1.03 * before["email"]


def test_before_its_first_day_an_intervention_is_about_nobody() -> None:
    lived = live_block(order("bot_recognises_billing"), 0)
    first = next(each for each in SCENARIO.interventions if each.name == "bot_recognises_billing").from_day
    began = {f"j{event.pursuit.key}": event.pursuit.began_at for event in lived.events if event.pursuit}

    assert lived.truth["counterfactuals"]
    assert all(began[str(row[0])] >= lived.begin + first * 86_400 for row in lived.truth["counterfactuals"])


def test_without_interventions_in_force_the_world_is_as_usual() -> None:
    lived = live_block(order(), 0)

    assert lived.truth["counterfactuals"] == []


def test_half_the_customers_are_reached_by_a_share_and_always_the_same() -> None:
    people = live_block(order(customers=1000), 0).people.values()
    intervention = next(each for each in SCENARIO.interventions if each.for_whom == "share")
    reached = [reaches(intervention, person, 60, 7) for person in people]

    assert 0.44 < mean(reached) < 0.56
    assert reached == [reaches(intervention, person, 80, 7) for person in people]


def test_two_interventions_reach_their_shares_independently_of_each_other() -> None:
    people = [person for number in range(3) for person in live_block(Order(SCENARIO, 3000, 1), number).people.values()]
    shared = [each for each in SCENARIO.interventions if each.for_whom == "share"]
    reached = [[reaches(each, person, 60, 7) for person in people] for each in shared]

    assert len(shared) >= 4
    for place, one in enumerate(reached):
        for other in reached[place + 1 :]:
            both = mean(first and second for first, second in zip(one, other, strict=True))
            assert abs(both - mean(one) * mean(other)) < 0.03
        neighbours = mean(first == second for first, second in pairwise(one))
        assert 0.45 < neighbours < 0.55


def test_teams_are_reached_one_after_another() -> None:
    people = list(live_block(order(customers=300), 0).people.values())
    intervention = next(each for each in SCENARIO.interventions if each.for_whom == "teams")
    by_day = [
        {person.team for person in people if reaches(intervention, person, intervention.from_day + days, 7)}
        for days in (0, intervention.every_days, intervention.every_days * (TEAMS - 1))
    ]

    assert by_day == [{0}, {0, 1}, set(range(TEAMS))]


def test_every_kind_of_intervention_in_the_scenarios_has_its_file() -> None:
    kinds = known_kinds()

    assert set(kinds) == {
        *("recognise_issue", "hand_over_transcript", "sync_case_notes", "status_messages"),
        *("closing_summary", "move_contacts", "placebo"),
    }
    for each in SCENARIO.interventions:
        changed = policy_of((each,), kinds) != AS_USUAL
        assert changed == (each.kind != "placebo")


def test_an_order_says_which_of_the_scenarios_interventions_are_in_force() -> None:
    assert [each.name for each in order("summary_sms").in_force] == ["summary_sms"]
    assert replace(order("summary_sms"), interventions=()).in_force == ()
