"""time_to_first_response and time_to_first_answer: from the customer's first contact to a person's (anyone's) first answer."""

from __future__ import annotations

import pytest

from tests.metrics.measuring import HOUR, MINUTE, START, journey, measure, parts


def waited(number: int, minutes: int, **columns: object) -> dict[str, object]:
    until = START + minutes * MINUTE
    return journey(number, first_answer_us=until, first_response_us=until, ended_us=until) | columns


JOURNEYS = [waited(n, minutes) for n, minutes in enumerate([1, 2, 4, 8, 16])]


def test_the_median_of_five_waits_is_the_middle_one() -> None:
    for name in ("time_to_first_response", "time_to_first_answer"):
        found = measure(name, JOURNEYS)
        assert (found.value, found.n, found.unit) == (240.0, 5, "seconds")


def test_a_bot_answers_but_is_no_person() -> None:
    bot = [waited(n, 1, first_response_us=START + HOUR) for n in range(5)]

    assert measure("time_to_first_answer", bot).value == 60
    assert measure("time_to_first_response", bot).value == 3600


def test_journeys_without_an_answer_waited_at_least_as_long_as_they_were_seen() -> None:
    over = [journey(10 + n, ended_us=START) for n in range(2)]
    still_open = [journey(20 + n, ended_us=START, censored=True, outcome="open") for n in range(2)]
    found = measure("time_to_first_response", [*JOURNEYS, *over, *still_open])

    # Those that ended at once leave at 0 and say nothing. Those still open are known to wait until the source's last
    # moment, the sixteenth minute: survival is 6/7 after 1 minute, 5/7, 4/7, and 3/7 after 8.
    assert (found.value, found.n) == (480.0, 5)
    assert found.reason.startswith("4 not there yet (censored)")
    assert parts("time_to_first_response", [*JOURNEYS, *over, *still_open]) == {"counted": 5, "censored": 4}


def test_an_answer_before_the_first_contact_took_no_time() -> None:
    early = [waited(n, -3, ended_us=START) for n in range(5)]

    assert measure("time_to_first_answer", early).value == 0


@pytest.mark.parametrize("name", ["time_to_first_response", "time_to_first_answer"])
def test_sources_that_record_no_answers_are_left_out(name: str) -> None:
    silent = [journey(30 + number, source="log") for number in range(7)]

    assert parts(name, [*JOURNEYS, *silent]) == {"counted": 5, "left_out": 7}
    assert measure(name, silent).state == "empty"
    assert measure(name, silent).reason.startswith("no source records answers to customers")


@pytest.mark.parametrize("name", ["time_to_first_response", "time_to_first_answer"])
def test_journeys_that_begin_in_a_call_or_in_person_are_answered_as_they_happen_and_left_out(name: str) -> None:
    live = [waited(40 + n, 0, first_channel=channel) for n, channel in enumerate(["phone", "ivr", "in_person"])]

    assert parts(name, [*JOURNEYS, *live]) == {"counted": 5, "left_out": 3}
