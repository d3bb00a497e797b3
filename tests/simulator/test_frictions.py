"""Each planted friction is where its rule says, and nowhere else: what a detector is judged by has to be definable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

import pytest

from clew.simulator import Order, load_scenario
from clew.simulator.event import Event
from clew.simulator.lived import Lived
from clew.simulator.living.world import live_block

HOUR, DAY = 3600, 86_400
#: Three times what each channel leads customers to expect, in seconds.
LONG = {"chat": 180, "phone": 360, "email": 3 * DAY, "web": 3 * DAY, "sms": 3 * HOUR, "social": 3 * HOUR}


@pytest.fixture(scope="module", params=["billing", "banking"])
def lived(request: pytest.FixtureRequest) -> Lived:
    return live_block(Order(load_scenario(request.param), customers=700, days=120), 0)


def planted(lived: Lived, friction: str) -> Counter[str]:
    return Counter(str(row[1]) for row in lived.truth["frictions"] if row[2] == friction)


def by_journey(lived: Lived) -> Iterable[list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in lived.events:
        if event.pursuit is not None and event.system != "surveys":
            found.setdefault(event.pursuit.key, []).append(event)
    return found.values()


def says(*keys: str) -> Callable[[Event], int]:
    return lambda event: sum(act.key in keys for act in event.acts)


@pytest.mark.parametrize(
    ("friction", "told"),
    [
        ("forced_channel", says("call_us", "next_step", "refer_bot")),
        ("no_next_step", says("no_date", "no_status")),
        ("status_chasing", says("chase", "chase_first", "chase_promised")),
        ("message_without_context", says("closing_bare")),
        ("conflicting_answers", says("conflicting_answer")),
        ("abandoned_queue", lambda event: event.channel in ("chat", "phone") and event.detail.lower() == "abandoned"),
        ("bot_dead_end", lambda event: event.channel == "chatbot" and event.detail == "abandoned"),
    ],
)
def test_a_friction_stands_at_the_event_that_shows_it(
    lived: Lived, friction: str, told: Callable[[Event], int]
) -> None:
    expected = Counter({lived.interaction_id(event.number): int(told(event)) for event in lived.events if told(event)})

    assert planted(lived, friction) == expected
    assert expected.total() > 5


def test_a_wait_is_long_by_the_clock_from_the_customers_latest_word_to_the_answer(lived: Lived) -> None:
    expected: Counter[str] = Counter()
    for events in by_journey(lived):
        asked: dict[str, int] = {}
        for event in events:
            if event.channel == "phone":
                if event.agent is not None and event.waits > LONG["phone"]:
                    expected[lived.interaction_id(event.number)] += 1
            elif event.by == "customer":
                asked[event.thread] = event.at
            elif event.by == "agent" and event.channel in LONG:
                waited = event.at - asked.pop(event.thread, event.at)
                expected[lived.interaction_id(event.number)] += waited > LONG[event.channel]
    expected = +expected

    assert planted(lived, "long_wait") == expected
    assert expected.total() > 50


def test_a_second_check_of_who_somebody_is_is_a_repeated_one(lived: Lived) -> None:
    expected: Counter[str] = Counter()
    for events in by_journey(lived):
        checks = [event.number for event in events for act in event.acts if act.key == "reverify"]
        expected.update(lived.interaction_id(number) for number in checks[1:])

    assert planted(lived, "repeated_verification") == expected
    assert expected


def test_what_comes_back_after_it_was_settled_says_so(lived: Lived) -> None:
    found = planted(lived, "reopening")
    at = {lived.interaction_id(event.number): event for event in lived.events}

    assert len(found) > 10
    assert all(at[each].by == "customer" for each in found)
    for journey in by_journey(lived):
        returned = any(lived.interaction_id(event.number) in found for event in journey)
        assert returned or not any(act.key == "its_back" for event in journey for act in event.acts)


def test_a_broken_promise_shows_after_its_days_and_no_word_from_the_company_between(lived: Lived) -> None:
    found = planted(lived, "missed_promise")
    expected: Counter[str] = Counter()
    for events in by_journey(lived):
        for place, event in enumerate(events):
            if not any(act.key == "promise" for act in event.acts):
                continue
            assert event.pursuit is not None
            until = event.at + int(event.pursuit.slots["days"]) * DAY
            later = [each for each in events[place + 1 :] if each.kind != "status"]
            spoken = [each for each in later if each.channel != "back_office" and each.by != "bot"]
            reached = [each for each in spoken if each.by != "customer" or (each.kind == "call" and each.agent)]
            over = next((each for each in later if each.at > until), None)
            if over is not None and not any(each.at <= until for each in reached):
                expected[lived.interaction_id(over.number)] += 1

    missing = found - expected
    assert not missing, "each one planted follows the rule"
    assert found.total() > 0.8 * expected.total(), "those settled in time by the customer alone are no broken promises"
