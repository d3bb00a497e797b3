"""Failed self-service: searches and articles that never reach a page that says it is done."""

from __future__ import annotations

from tests.journeys.threads import HOUR, MINUTE, Row, said
from tests.pain_points.hurts import Hurt, hurts


def page(name: str, at: int, kind: str = "visit", title: str = "Bills") -> Row:
    return said(name, at, channel="self_service", kind=kind, touchpoint=title)


def test_a_search_that_leads_nowhere_shows_at_its_last_page() -> None:
    story = [
        page("account", 0),
        page("search", MINUTE, "search"),
        page("article", 2 * MINUTE, title="Your bill explained"),
        said("calls", HOUR, channel="phone", kind="call"),
    ]

    assert hurts("failed_self_service", story) == [Hurt("article", "account", 3)]


def test_a_page_that_says_that_it_is_done_ends_it_well() -> None:
    story = [page("search", 0, "search"), page("paid", MINUTE, title="Account › Bills › Done")]

    assert hurts("failed_self_service", story) == []


def test_looking_around_without_a_search_or_an_article_fails_at_nothing() -> None:
    assert hurts("failed_self_service", [page("account", 0), page("plans", MINUTE)]) == []


def test_a_pause_or_a_conversation_begins_another_look() -> None:
    paused = [page("one", 0, "search"), page("two", 11 * MINUTE, "search")]
    spoken = [page("one", 0, "search"), said("chats", MINUTE), page("two", 2 * MINUTE, "article")]

    assert hurts("failed_self_service", paused) == [Hurt("one", "one", 1), Hurt("two", "two", 1)]
    assert hurts("failed_self_service", spoken) == [Hurt("one", "one", 1), Hurt("two", "two", 1)]
