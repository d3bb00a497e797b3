"""Rage clicks: one page four times or more, two seconds apart at most."""

from __future__ import annotations

from tests.journeys.threads import SECOND, Row, said
from tests.pain_points.hurts import Hurt, hurts


def views(*seconds: int, title: str = "Bills") -> list[Row]:
    return [said(f"{title} {at}", at * SECOND, channel="web", kind="visit", touchpoint=title) for at in seconds]


def test_four_views_of_one_page_within_two_seconds_each_are_rage() -> None:
    assert hurts("rage_clicks", views(0, 2, 4, 6)) == [Hurt("Bills 6", "Bills 0", 4)]
    assert hurts("rage_clicks", views(0, 1, 2, 3, 4)) == [Hurt("Bills 4", "Bills 0", 5)]


def test_three_views_or_a_longer_pause_are_none() -> None:
    assert hurts("rage_clicks", views(0, 2, 4)) == []
    assert hurts("rage_clicks", views(0, 2, 5, 7)) == []


def test_another_page_breaks_the_run() -> None:
    assert hurts("rage_clicks", [*views(0, 1), *views(2, title="Plans"), *views(3, 4)]) == []
