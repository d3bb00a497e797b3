"""Going round in circles: the third return to one page within one look around."""

from __future__ import annotations

from tests.journeys.threads import MINUTE, Row, said
from tests.pain_points.hurts import Hurt, hurts


def views(*titles: str, apart: int = MINUTE) -> list[Row]:
    return [
        said(f"{number} {title}", number * apart, channel="web", kind="visit", touchpoint=title)
        for number, title in enumerate(titles)
    ]


def test_the_third_return_to_a_page_shows_where_it_happens() -> None:
    assert hurts("loop_clicks", views("A", "B", "A", "C", "A", "B", "A")) == [Hurt("6 A", "0 A", 3)]


def test_two_returns_or_the_same_page_in_a_row_are_none() -> None:
    assert hurts("loop_clicks", views("A", "B", "A", "B", "A")) == []
    assert hurts("loop_clicks", views("A", "A", "A", "A", "A")) == []


def test_a_long_pause_begins_another_look() -> None:
    assert hurts("loop_clicks", views("A", "B", "A", "B", "A", "B", "A", apart=11 * MINUTE)) == []
