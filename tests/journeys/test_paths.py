"""Paths through channels: variants, transitions and the handoff matrix, each summing to its whole."""

from __future__ import annotations

import pytest

from clew.journeys import PathVariant, Transition, transitions, variants
from clew.maps.compose import handoff_matrix, top_variants
from tests.journeys.threads import HOUR, MINUTE, Row, answered, said, session

CHANNELS = ("chat", "email", "phone", "social", "web", "sms", "app", "in_person", "post", "whatsapp", "chatbot", "ivr")


def walk(who: str, *channels: str, outcome: str | None = None) -> list[Row]:
    """A customer's case with a step an hour on these channels; the last one has the outcome."""
    return [
        said(f"{who} {place}", place * HOUR, who=who, case_ref=who, channel=channel)
        | {"outcome": outcome if place == len(channels) - 1 else None}
        for place, channel in enumerate(channels)
    ]


def bot_then_person(who: str) -> list[Row]:
    """A customer's chat that a bot answers after a minute and a person two minutes later."""
    return [
        said(f"{who}0", 0, who=who, case_ref=who),
        answered(f"{who}1", MINUTE, who=who, case_ref=who, party="bot"),
        answered(f"{who}2", 3 * MINUTE, who=who, case_ref=who),
    ]


def test_a_variant_is_the_channels_in_order_where_repeats_in_a_row_count_once() -> None:
    found = variants(
        session(
            [
                *walk("a", "chat", "chat", "phone", outcome="resolved"),
                *walk("b", "chat", "phone", "phone", "phone"),
                *walk("c", "phone", "chat"),
                *walk("d", "chat", "phone", "chat"),
            ]
        )
    )

    # a took two hours and was resolved; b took three, and nothing tells how it ended.
    assert found[0] == PathVariant(("chat", "phone"), 2, 0.5, 2.5 * 3600, 1.0, 1)
    assert [(each.path, each.journeys) for each in found[1:]] == [
        (("chat", "phone", "chat"), 1),
        (("phone", "chat"), 1),
    ]


def test_ratings_and_the_system_are_no_part_of_a_path() -> None:
    (found,) = variants(
        session(
            [
                *walk("a", "chat"),
                said("logged", MINUTE, who="a", case_ref="a", channel="back_office", party="system"),
                said("rated", HOUR, who="a", case_ref="a", channel="survey", kind="rating"),
            ]
        )
    )

    assert found.path == ("chat",)


def test_every_journey_starts_and_ends_once_in_the_transitions() -> None:
    found = transitions(session([*walk("a", "chat", "chat", "phone"), *walk("b", "chat")]))

    assert set(found) == {
        Transition("(start)", "chat", 2, None),
        Transition("chat", "chat", 1, 3600.0),
        Transition("chat", "phone", 1, 3600.0),
        Transition("chat", "(end)", 1, None),
        Transition("phone", "(end)", 1, None),
    }


def test_the_variants_not_shown_are_one_line_so_that_all_sum_to_one() -> None:
    # Twelve ways, the first taken twice: eight are shown, five journeys go into the other four... and none is lost.
    story = [row for channel in CHANNELS for row in walk(channel, channel)]
    found = top_variants(session([*story, *walk("again", "chat", outcome="resolved")]), shown=8)

    assert [(each.n, each.is_other) for each in found] == [(2, False), *[(1, False)] * 7, (4, True)]
    assert found[-1].distinct_paths == 4
    assert sum(each.share for each in found) == pytest.approx(1)


def test_a_single_variant_more_is_shown_rather_than_called_other() -> None:
    story = [row for channel in CHANNELS[:9] for row in walk(channel, channel)]

    assert [each.is_other for each in top_variants(session(story), shown=8)] == [False] * 9


def test_the_matrix_has_changes_of_channel_off_and_changes_of_party_on_its_diagonal() -> None:
    matrix = handoff_matrix(
        session(
            [
                *walk("a", "email", "phone"),
                *walk("b", "email", "phone"),
                *(row for who in "cdefg" for row in bot_then_person(who)),
            ]
        )
    )

    assert (matrix.channels, matrix.titles) == (("chat", "email", "phone"), ("Chat", "E-mail", "Phone"))
    assert matrix.counts == ((5, 0, 0), (0, 0, 2), (0, 0, 0))
    assert matrix.median_wait_seconds == ((120.0, None, None), (None, None, None), (None, None, None))
    assert matrix.total == 7


def test_a_median_of_fewer_than_five_waits_is_withheld_from_the_matrix() -> None:
    four = handoff_matrix(session([row for who in "abcd" for row in bot_then_person(who)]))

    assert (four.counts, four.median_wait_seconds) == (((4,),), ((None,),))


def test_a_share_resolved_of_fewer_than_five_that_ended_is_withheld_and_says_of_how_many() -> None:
    # Chat: four ended, three resolved, and one is silent. Phone: five ended, four resolved.
    story = [
        *(row for who in "abc" for row in walk(who, "chat", outcome="resolved")),
        *walk("d", "chat", outcome="abandoned"),
        *walk("e", "chat"),
        *(row for who in "fghi" for row in walk(who, "phone", outcome="resolved")),
        *walk("j", "phone", outcome="abandoned"),
    ]
    found = {each.path: (each.resolved_share, each.told) for each in top_variants(session(story))}

    assert found == {("chat",): (None, 4), ("phone",): (0.8, 5)}


def test_a_median_length_of_fewer_than_five_journeys_is_withheld() -> None:
    story = [row for who in "abcde" for row in walk(who, "chat", "phone")]
    found = top_variants(session([*story, *(row for who in "fghi" for row in walk(who, "phone", "chat"))]))

    assert [each.median_duration_seconds for each in found] == [3600, None]


def test_the_others_share_resolved_is_of_all_of_theirs_that_ended() -> None:
    # Ten paths of one journey each; one is shown, nine are others: five ended, four of them resolved.
    ends = ("resolved", "resolved", "resolved", "resolved", "resolved", "abandoned", None, None, None, None)
    rows = zip(("app", "chat", "email", "ivr", "phone", "post", "sms", "social", "web", "whatsapp"), ends, strict=True)
    found = top_variants(session([row for name, end in rows for row in walk(name, name, outcome=end)]), shown=1)

    assert [(each.n, each.resolved_share, each.told) for each in found] == [(1, None, 1), (9, 0.8, 5)]
