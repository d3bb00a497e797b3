"""Handoffs: another channel, or another party answering; what customers do alone and what the system logs make none."""

from __future__ import annotations

from tests.journeys.threads import HOUR, MINUTE, START, Made, Row, answered, make, said

SEEN = ("position", "change", "from_channel", "to_channel", "from_party", "to_party", "wait_us")


def found(made: Made) -> list[tuple[object, ...]]:
    return [tuple(row[name] for name in SEEN) for row in made.handoffs]


def case(story: list[Row]) -> Made:
    return make([row | {"case_ref": "A"} for row in story])


def test_a_change_of_channel_is_a_handoff_whose_wait_ends_with_the_answer() -> None:
    made = case(
        [
            said("writes", 0, channel="email"),
            answered("reply", 10 * MINUTE, channel="email"),
            said("calls", HOUR, channel="phone", kind="call"),
            answered("picks up", HOUR + 2 * MINUTE, channel="phone", kind="call"),
        ]
    )

    # Same kind of party, no team named: the channel alone changes. From 10 min to 62 min.
    assert found(made) == [(2, "channel", "email", "phone", "agent", "agent", 52 * MINUTE)]
    assert (made.journey["handoffs"], made.journey["switches"], made.journey["channels"]) == (1, 1, 2)


def test_from_bot_to_person_in_one_channel_is_a_handoff_of_party() -> None:
    made = case(
        [
            said("asks", 0),
            answered("bot", MINUTE, party="bot"),
            said("insists", 2 * MINUTE),
            answered("person", 30 * MINUTE),
        ]
    )

    # "insists" is still the bot's to answer; the person takes over 28 minutes after it.
    assert found(made) == [(3, "party", "chat", "chat", "bot", "agent", 28 * MINUTE)]
    assert (made.journey["handoffs"], made.journey["switches"]) == (1, 0)


def test_from_bot_in_chat_to_person_on_the_phone_both_change() -> None:
    made = case(
        [
            said("asks", 0, channel="chatbot"),
            answered("bot", MINUTE, party="bot", channel="chatbot"),
            said("calls", HOUR, channel="phone", kind="call"),
            answered("picks up", HOUR, channel="phone", kind="call", source_row=2),
        ]
    )

    assert found(made) == [(2, "channel and party", "chatbot", "phone", "bot", "agent", 59 * MINUTE)]


def test_another_team_is_another_party() -> None:
    made = case(
        [
            said("asks", 0, channel="email"),
            answered("first line", HOUR, channel="email", team="First"),
            answered("second line", 3 * HOUR, channel="email", team="Second"),
        ]
    )

    assert found(made) == [(2, "party", "email", "email", "agent", "agent", 2 * HOUR)]
    assert (made.handoffs[0]["from_team"], made.handoffs[0]["to_team"]) == ("First", "Second")


def test_an_answer_while_the_step_before_goes_on_waits_for_nothing() -> None:
    made = case(
        [
            answered("call", 0, channel="phone", kind="call", ended_at=HOUR),
            answered("mail", MINUTE, channel="email"),
        ]
    )

    assert found(made) == [(1, "channel", "phone", "email", "agent", "agent", 0)]


def test_what_the_customer_does_alone_in_one_channel_makes_no_handoff() -> None:
    made = case([said("a", 0), said("b", HOUR), said("c", 2 * HOUR)])

    assert found(made) == []


def test_a_change_of_channel_that_nobody_answers_waits_for_ever() -> None:
    made = case([said("writes", 0, channel="email"), said("calls", HOUR, channel="phone", kind="call")])

    assert found(made) == [(1, "channel", "email", "phone", "", "", None)]


def test_ratings_orders_lookups_and_the_system_make_no_handoff() -> None:
    made = case(
        [
            said("writes", 0, channel="email"),
            said("logged", 1, channel="back_office", kind="status", party="system", direction="internal"),
            answered("looks up", 2, channel="back_office", kind="lookup"),
            answered("reply", MINUTE, channel="email"),
            said("rates", HOUR, channel="survey", kind="rating"),
            said("buys", 2 * HOUR, channel="order", kind="order"),
            said("thanks", 3 * HOUR, channel="email"),
        ]
    )

    assert found(made) == []
    assert (made.journey["switches"], made.journey["channels"]) == (0, 1)


def test_there_and_back_again_are_two_switches() -> None:
    made = case(
        [
            said("a", 0, channel="email"),
            said("b", 1, channel="phone"),
            said("work", 2, channel="back_office", kind="note", party="agent", direction="internal"),
            said("c", 3, channel="email"),
        ]
    )

    # Work behind the scenes is a handoff, but no switch of the customer's.
    assert (made.journey["switches"], made.journey["channels"], made.journey["handoffs"]) == (2, 2, 3)


def test_a_handoff_knows_its_stages_and_how_its_journey_ends() -> None:
    made = case(
        [
            said("asks", 0),
            answered("bot", MINUTE, party="bot"),
            answered("person", 2 * MINUTE, outcome="resolved"),
        ]
    )

    (handoff,) = made.handoffs
    assert (handoff["from_stage"], handoff["to_stage"], handoff["outcome"]) == ("support", "resolution", "resolved")
    assert (handoff["journey_id"], handoff["customer_id"]) == ("desk/A", "mia")


def test_handoffs_of_one_journey_do_not_reach_into_another() -> None:
    made = make(
        [
            said("a", 0, channel="email", issue="billing"),
            said("b", 1, channel="phone", issue="delivery"),
            said("c", 2, channel="chat", who="bo", issue="billing"),
        ]
    )

    assert found(made) == []


def test_a_call_that_an_agent_took_is_served_by_them_from_when_they_answered() -> None:
    story = [said("asks", 0), answered("bot", MINUTE, party="bot")]
    took = said("calls", HOUR, channel="phone", kind="call", party_id="ava", answered_us=START + HOUR + 3 * MINUTE)
    lost = said("calls", HOUR, channel="phone", kind="call", party_id="ava", outcome="abandoned")

    assert found(case([*story, took])) == [(2, "channel and party", "chat", "phone", "bot", "agent", 62 * MINUTE)]
    assert found(case([*story, lost])) == [(2, "channel", "chat", "phone", "bot", "", None)]
