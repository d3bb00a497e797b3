"""Unresolved ends: asked for help, nothing settled it, and a week of silence."""

from __future__ import annotations

from tests.journeys.threads import DAY, HOUR, MINUTE, Row, answered, said
from tests.pain_points.hurts import Hurt, act, hurts


#: Somebody else's later message shows how long the source was watched.
def watched(day: int) -> Row:
    return said("somebody else", day * DAY, "zoe", case_ref="Z", conversation_id="z")


def ends(*story: Row, day: int = 30, acts: tuple[Row, ...] = ()) -> list[Hurt]:
    rows = [*({"case_ref": "A"} | row for row in story), watched(day)]
    return hurts("unresolved_end", rows, acts, one_case=False)


TALK = (said("asks", 0), answered("cannot help", MINUTE))


def test_a_journey_that_nobody_settled_ends_unresolved_after_a_week_of_silence() -> None:
    assert ends(*TALK) == [Hurt("cannot help")]
    assert ends(*TALK, day=6) == []


def test_what_was_called_settled_by_status_or_by_words_is_over() -> None:
    assert ends(said("asks", 0), answered("solves", MINUTE, outcome="resolved")) == []
    assert ends(*TALK, acts=(act("cannot help", "settles"),)) == []


def test_what_came_back_after_it_was_settled_is_not_over() -> None:
    story = (said("asks", 0), answered("solves", MINUTE, outcome="resolved"), said("is back", DAY, conversation_id="2"))

    assert ends(*story) == [Hurt("is back")]


def test_a_rating_an_order_or_a_look_around_is_not_the_journeys_end() -> None:
    beside = (
        said("rates", HOUR, channel="survey", kind="rating"),
        said("buys", DAY, channel="order", kind="order"),
        said("looks around", 2 * DAY, channel="web", kind="visit"),
    )

    assert ends(*TALK, *beside) == [Hurt("cannot help")]


def test_one_message_without_an_answer_may_be_spam_and_tells_nothing() -> None:
    assert ends(said("one word", 0)) == []
    assert ends(said("one word", 0), said("another", HOUR)) == [Hurt("another")]


def test_a_search_in_vain_may_be_the_end() -> None:
    story = [said(name, at, channel="self_service", kind="search") for name, at in (("one", 0), ("two", MINUTE))]

    assert ends(*story) == [Hurt("two")]


def test_who_came_again_within_a_week_and_who_nobody_knows_have_not_let_it_be() -> None:
    assert ends(*TALK, said("another matter", 5 * DAY, case_ref="B", conversation_id="b")) == []
    assert ends(*(row | {"identifiers": None} for row in TALK)) == []
