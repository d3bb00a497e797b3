"""A metric's lines, bars and parts each open the very journeys they measure, and add up to all that are looked at."""

from __future__ import annotations

import pytest

from clew.app.view import Selection, View, behind
from clew.app.view.values.breakdown import DIMENSIONS, By, breakdown
from clew.app.view.values.distribution import distribution
from clew.app.view.values.grouped import group_value
from clew.metrics import PARTS, known_metrics
from clew.model import UsageError

SELECTIONS = [Selection(), Selection(channel=("phone",)), Selection(until_us=0)]


@pytest.mark.parametrize("by", DIMENSIONS)
@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("metric", ["contacts_per_journey", "no_repeat_within_7d", "time_to_resolution"])
def test_the_lines_of_a_breakdown_add_up_and_open_what_they_measure(
    view: View, metric: str, selection: Selection, by: By
) -> None:
    chosen = view.chosen(selection)
    lines = breakdown(view, metric, chosen, by)
    whole = group_value(view, metric, chosen).parts
    for part in PARTS:
        assert sum(getattr(line.group.parts, part) for line in lines) == getattr(whole, part), part
    for line in lines:
        assert behind(view, line.through).times[chosen].sum() == line.group.value.n, line.through


def test_other_gathers_what_is_not_named_and_opens_it(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clew.app.view.values.breakdown.SHOWN", 3)
    chosen = view.chosen(Selection())
    lines = breakdown(view, "contacts_per_journey", chosen, "issue")
    assert [line.word is None for line in lines] == [False, False, False, True]
    other = lines[-1]
    assert other.words == len({*view.journeys.issue.names}) - 3
    assert sum(line.group.parts.journeys for line in lines) == len(view.journeys)
    assert behind(view, other.through).times[chosen].sum() == other.group.value.n


def test_a_single_word_too_many_is_named_instead_of_called_other(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = view.chosen(Selection())
    words = len(breakdown(view, "contacts_per_journey", chosen, "outcome"))
    monkeypatch.setattr("clew.app.view.values.breakdown.SHOWN", words - 1)
    assert all(line.word is not None for line in breakdown(view, "contacts_per_journey", chosen, "outcome"))


@pytest.mark.parametrize("metric", sorted(known_metrics()))
@pytest.mark.parametrize("selection", SELECTIONS)
def test_the_bars_of_a_spread_hold_every_journey_measured_and_open_it(
    view: View, metric: str, selection: Selection
) -> None:
    chosen = view.chosen(selection)
    bins = distribution(view, metric, chosen)
    whole = group_value(view, metric, chosen).parts
    assert sum(each.counted for each in bins) == whole.counted
    assert sum(each.censored for each in bins) == whole.censored
    for each in bins:
        assert behind(view, each.through(metric)).times[chosen].sum() == each.counted + each.censored


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("metric:reopen_rate/wrong", 'No part "wrong"'),
        ("metric:reopen_rate//colour=red", "Known: first_channel"),
        ("metric:reopen_rate//issue=no such issue", "No journey here has the issue"),
        ("metric:reopen_rate//value=low..high", "two numbers"),
        ("metric:reopen_rate//value=3", "two numbers"),
        ("metric:no_such", "Known: "),
    ],
)
def test_a_word_that_names_nothing_says_what_would(view: View, word: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        behind(view, word)
