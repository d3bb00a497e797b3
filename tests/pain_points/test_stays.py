"""Stays: what is one conversation, who came by themselves, who was answered, and what had been settled before."""

from __future__ import annotations

from collections.abc import Sequence

from clew.model import READINGS
from clew.pain_points import gather
from tests.journeys.threads import DAY, HOUR, MINUTE, Row, answered, contract_rows, rows_of, said, session
from tests.pain_points.hurts import READ, act, noted


def stays(story: Sequence[Row], acts: Sequence[Row] = ()) -> list[Row]:
    connection = session([row | {"case_ref": "A"} for row in story], READ)
    connection.register("given", contract_rows(READINGS, acts))
    connection.execute("INSERT INTO readings SELECT * FROM given")
    gather(connection, READ)
    return rows_of(
        connection,
        """SELECT p.*, s.interaction_id AS at FROM pain_stays p JOIN steps s ON s.journey = p.journey AND s.position = p.position
        ORDER BY p.journey, stay""",
    )


def begun(story: Sequence[Row], acts: Sequence[Row] = ()) -> list[str]:
    return [str(row["at"]) for row in stays(story, acts)]


def test_a_named_conversation_is_one_stay_however_long_it_rests_and_whatever_happens_in_between() -> None:
    story = [
        said("writes", 0, channel="email", conversation_id="1"),
        said("calls", DAY, channel="phone", kind="call"),
        said("writes on", 9 * DAY, channel="email", conversation_id="1"),
    ]

    assert begun(story) == ["writes", "calls"]


def test_without_a_name_a_conversation_ends_when_the_customer_spoke_elsewhere() -> None:
    story = [said("texts", 0, channel="sms"), said("chats", HOUR), said("texts again", 2 * HOUR, channel="sms")]

    assert begun(story) == ["texts", "chats", "texts again"]


def test_without_a_name_a_pause_after_an_answer_ends_it_but_waiting_for_one_and_asking_for_news_does_not() -> None:
    answer = answered("answer", HOUR, channel="sms")
    later = said("later", 26 * HOUR, channel="sms")
    asks = act("later", "asks_for_news", "customer")

    assert begun([said("texts", 0, channel="sms"), answer, later]) == ["texts", "later"]
    assert begun([said("texts", 0, channel="sms"), answer, said("later", 24 * HOUR, channel="sms")]) == ["texts"]
    assert begun([said("texts", 0, channel="sms"), later]) == ["texts", "later"]
    assert begun([said("texts", 0, channel="sms"), later], [asks]) == ["texts"]


def test_each_call_is_a_stay_of_its_own() -> None:
    calls = [said(f"call {number}", number * HOUR, channel="phone", kind="call") for number in range(3)]

    assert begun(calls) == ["call 0", "call 1", "call 2"]


def test_what_nobody_says_to_the_company_is_no_stay() -> None:
    story = [
        answered("notice", 0, "system", channel="sms"),
        said("looks", HOUR, channel="web", kind="visit"),
        said("searches", HOUR, channel="self_service", kind="search"),
        said("rates", HOUR, channel="survey", kind="rating"),
        noted("notes", HOUR),
    ]

    assert begun(story) == []


def test_a_stay_knows_who_served_it_who_spoke_last_and_whether_anybody_answered() -> None:
    seen = ("at", "served_by", "last_by", "abandoned", "settled", "settled_before", "desk_before")
    story = [
        said("asks", 0, channel="chatbot", conversation_id="1"),
        answered("bot", MINUTE, "bot", channel="chatbot", conversation_id="1"),
        said("chats", HOUR, conversation_id="2"),
        said("calls", DAY, channel="phone", kind="call", party_id="jo", outcome="resolved"),
        said("writes", 2 * DAY, channel="email", conversation_id="3"),
    ]

    assert [tuple(row[name] for name in seen) for row in stays(story)] == [
        ("asks", "bot", "bot", False, False, False, None),
        ("chats", "nobody", "customer", True, False, False, "chatbot"),
        ("calls", "agent", "agent", False, True, False, "chat"),
        ("writes", "nobody", "customer", True, False, True, "phone"),
    ]


def test_of_two_directions_in_one_conversation_the_last_one_holds() -> None:
    story = [
        said("asks", 0),
        answered("first", MINUTE),
        answered("then", 2 * MINUTE),
        said("calls", 3 * HOUR, channel="phone", kind="call"),
    ]
    to_colleague, elsewhere = act("first", "hands_over"), act("then", "sends_elsewhere")

    assert [row["own_turn"] for row in stays(story, [to_colleague])] == [True, False]
    assert [row["own_turn"] for row in stays(story, [to_colleague, elsewhere])] == [True, True]
