"""Two groups side by side: each group's paths sum to its journeys, everything opens its own, differences have intervals."""

from __future__ import annotations

import pytest

from clew.app.view import Selection, View, behind
from clew.app.view.paths.groups import figures, side_by_side
from clew.app.view.paths.making import MAKINGS
from clew.metrics import known_metrics

RESOLVED, GIVEN_UP = Selection(outcome=("resolved",)), Selection(outcome=("abandoned",))
NOBODY = Selection(until_us=0)


@pytest.mark.parametrize("word", MAKINGS)
@pytest.mark.parametrize("second", [GIVEN_UP, NOBODY, Selection()])
def test_each_group_sums_to_its_whole_and_everything_opens(view: View, word: str, second: Selection) -> None:
    sides = (RESOLVED, second)
    chosen = [view.chosen(side) for side in sides]
    found = side_by_side(view, *chosen, MAKINGS[word])
    assert found.journeys == (chosen[0].sum(), chosen[1].sum())
    for at, side in enumerate(sides):
        shares = [(row.first, row.second)[at] for row in found.paths]
        assert sum(share.n for share in shares) == found.journeys[at]
        for row in found.paths:
            assert behind(view, row.through, side).times[chosen[at]].sum() == (row.first, row.second)[at].n
        for move in found.moves:
            opened = behind(view, move.through, side).times[chosen[at]]
            assert (opened > 0).sum() == (move.first, move.second)[at].n


def test_a_difference_has_an_interval_and_none_where_a_group_is_empty(view: View) -> None:
    first = view.chosen(RESOLVED)
    for row in side_by_side(view, first, view.chosen(GIVEN_UP), MAKINGS["channel"]).paths:
        apart = row.difference
        assert apart.low is not None and apart.value is not None and apart.high is not None
        assert apart.low <= apart.value <= apart.high
        assert apart.value == pytest.approx((row.first.value or 0) - (row.second.value or 0))
    for row in side_by_side(view, first, view.chosen(NOBODY), MAKINGS["channel"]).paths:
        assert (row.difference.value, row.difference.verdict) == (None, "unknown")
        assert row.difference.reason


def test_a_group_beside_itself_differs_in_nothing(view: View) -> None:
    chosen = view.chosen(RESOLVED)
    found = side_by_side(view, chosen, chosen, MAKINGS["touchpoint"])
    assert found.shared == chosen.sum()
    assert found.moves == ()
    assert {row.difference.verdict for row in found.paths} == {"within_chance"}


def test_every_metric_is_compared(view: View) -> None:
    found = figures(view, view.chosen(RESOLVED), view.chosen(GIVEN_UP))
    assert [each.now.value.name for each in found] == list(known_metrics())
