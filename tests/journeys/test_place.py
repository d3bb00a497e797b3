"""Whose an interaction is and what it is about: its own words, else its case's, else its conversation's, else nobody's."""

from __future__ import annotations

from tests.journeys.threads import DAY, HOUR, MINUTE, answered, make, said


def test_an_answer_without_a_name_belongs_to_its_conversations_customer() -> None:
    made = make(
        [
            said("ask", 0, conversation_id="t1", issue="billing"),
            answered("reply", MINUTE, who=None, conversation_id="t1"),
        ]
    )

    assert made.walk("from/ask") == ["ask", "reply"]
    assert (made.journey["customer_id"], made.journey["identified"], made.journey["issue"]) == ("mia", True, "billing")


def test_an_answer_without_a_name_belongs_to_its_cases_customer() -> None:
    made = make([said("ask", 0, case_ref="A"), answered("reply", MINUTE, who=None, case_ref="A")])

    assert {step["customer_id"] for step in made.steps} == {"mia"}


def test_a_conversations_only_issue_is_its_messages_issue() -> None:
    made = make(
        [
            said("hello", 0, conversation_id="t1"),
            said("bill", MINUTE, conversation_id="t1", issue="billing"),
            said("parcel", 2 * MINUTE, issue="delivery"),
            said("thanks", 3 * MINUTE, conversation_id="t1"),
        ]
    )

    # By nearness alone "thanks" would be about the delivery.
    assert made.grouped() == {frozenset({"hello", "bill", "thanks"}), frozenset({"parcel"})}


def test_a_conversation_of_two_issues_gives_neither() -> None:
    made = make(
        [
            said("bill", 0, conversation_id="t1", issue="billing"),
            said("parcel", MINUTE, conversation_id="t1", issue="delivery"),
            said("thanks", 2 * MINUTE, conversation_id="t1"),
        ]
    )

    assert made.grouped() == {frozenset({"bill"}), frozenset({"parcel", "thanks"})}


def test_the_same_conversation_number_of_another_source_is_another_conversation() -> None:
    made = make(
        [
            said("ask", 0, conversation_id="1"),
            said("stray", MINUTE, who=None, source="calls", conversation_id="1"),
        ]
    )

    assert made.of("stray")["customer_id"] == "unknown/calls/1"


def test_a_case_of_two_customers_belongs_to_the_earlier_one() -> None:
    made = make(
        [
            said("second", HOUR, who="bo", case_ref="A"),
            said("first", 0, who="mia", case_ref="A"),
        ]
    )

    assert made.walk("desk/A") == ["first", "second"]
    assert {step["customer_id"] for step in made.steps} == {"mia"}


def test_what_nobody_is_named_in_is_an_unknown_customers_of_its_own() -> None:
    made = make(
        [
            said("alone", 0, who=None),
            said("also alone", MINUTE, who=None),
            said("talk 1", 0, who=None, conversation_id="t1"),
            said("talk 2", DAY, who=None, conversation_id="t1"),
            said("case 1", 0, who=None, case_ref="A"),
            said("case 2", 99 * DAY, who=None, case_ref="A"),
        ]
    )

    assert made.grouped() == {
        frozenset({"alone"}),
        frozenset({"also alone"}),
        frozenset({"talk 1", "talk 2"}),
        frozenset({"case 1", "case 2"}),
    }
    assert {each["customer_id"] for each in made.journeys} == {
        "unknown/alone",
        "unknown/also alone",
        "unknown/desk/t1",
        "unknown/desk/A",
    }
    assert not any(each["identified"] for each in made.journeys)


def test_unknown_customers_never_count_as_coming_back() -> None:
    made = make([said("alone", 0, who=None), said("also alone", DAY, who=None)])

    assert [each["next_contact_us"] for each in made.journeys] == [None, None]


def test_a_call_from_a_relatives_phone_belongs_to_the_account_that_is_named() -> None:
    theirs = said("theirs", 0, who=None, identifiers=["phone:+15550001", "account:tom"])
    known = said("known", 0, who=None, identifiers=["account:mia", "email:mia@example.com"])
    call = said("call", DAY, who=None, identifiers=["phone:+15550001", "account:mia"], channel="phone", kind="call")
    people = {"phone:+15550001": "tom", "account:tom": "tom", "account:mia": "mia", "email:mia@example.com": "mia"}

    assert make([theirs, known, call], customers=people).of("call")["customer_id"] == "mia"


def test_a_mistyped_account_says_less_than_the_phone() -> None:
    call = said("call", 0, who=None, identifiers=["phone:+15550001", "account:typo"], channel="phone", kind="call")
    people = {"phone:+15550001": "tom", "account:tom": "tom", "account:typo": "typo"}

    assert make([call], customers=people).of("call")["customer_id"] == "tom"
