"""Steps around a moment: each position sums to the journeys that have it, and every bar opens what it counts."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from clew.app.view import Selection, View, behind
from clew.app.view.paths.alignment import POSITIONS, REACH, alignment
from clew.app.view.paths.anchor import anchor_rows, anchors
from clew.app.view.paths.making import MAKINGS
from clew.journeys import service_steps
from clew.model import UsageError
from tests.app.view.test_variants import SELECTIONS, hostile


@pytest.mark.parametrize("word", MAKINGS)
@pytest.mark.parametrize("selection", SELECTIONS)
def test_each_position_sums_to_the_journeys_with_the_anchor(view: View, selection: Selection, word: str) -> None:
    chosen = view.chosen(selection)
    for anchor in anchors(view, chosen):
        found = alignment(view, chosen, MAKINGS[word], anchor.word)
        assert found.anchored == anchor.journeys
        assert [each.position for each in found.positions] == list(POSITIONS)
        for each in found.positions:
            assert sum(part.n for part in each.parts) == found.anchored
            for part in each.parts:
                assert behind(view, part.through, selection).times[chosen].sum() == part.n, part.through


def test_names_that_mean_something_in_an_address_open_their_journeys_all_the_same(view: View) -> None:
    odd = hostile(view)
    chosen = odd.chosen(Selection())
    for anchor in anchors(odd, chosen):
        if anchor.word.startswith("touchpoint"):
            for each in alignment(odd, chosen, MAKINGS["touchpoint"], anchor.word).positions:
                for part in each.parts:
                    assert behind(odd, part.through).times.sum() == part.n, part.through


def test_the_anchor_stands_in_the_middle_even_where_the_path_leaves_it_out(view: View) -> None:
    chosen = view.chosen(Selection())
    found = alignment(view, chosen, MAKINGS["channel"], "touchpoint/order+order")
    middle = found.positions[REACH]
    assert [(part.name, part.n) for part in middle.parts] == [("order", found.anchored)]


def test_the_steps_around_are_those_that_one_reads_off_the_journey(view: View) -> None:
    steps, chosen = view.steps, view.chosen(Selection())
    rows = anchor_rows(view, "contact/phone")
    found = alignment(view, chosen, MAKINGS["channel+each+all"], "contact/phone")
    for each in found.positions:
        expected: dict[str, int] = {}
        for journey in np.flatnonzero(rows >= 0).tolist():
            at = int(rows[journey]) + each.position
            inside = steps.first[journey] <= at < steps.first[journey + 1]
            name = (
                steps.channel.names[steps.channel.codes[at]]
                if inside
                else "(before)"
                if each.position < 0
                else "(after)"
            )
            expected[name] = expected.get(name, 0) + 1
        told = {part.name: part.n for part in each.parts if part.name != "(other)"}
        assert told == {name: n for name, n in expected.items() if name in told}
        assert sum(told.values()) + sum(part.n for part in each.parts if part.name == "(other)") == sum(
            expected.values()
        )


def test_around_an_anchor_off_the_path_stand_the_path_s_own_steps(view: View) -> None:
    steps = view.steps
    rows = anchor_rows(view, "touchpoint/order+order")
    kept = service_steps(steps.party, steps.kind)
    found = alignment(view, view.chosen(Selection()), MAKINGS["channel+each"], "touchpoint/order+order")
    before, after = (found.positions[REACH + side] for side in (-1, 1))
    expected = [Counter[str](), Counter[str]()]
    for journey in np.flatnonzero(rows >= 0).tolist():
        first, at, end = int(steps.first[journey]), int(rows[journey]), int(steps.first[journey + 1])
        left = [row for row in range(first, at) if kept[row]]
        right = [row for row in range(at + 1, end) if kept[row]]
        expected[0][steps.channel.names[steps.channel.codes[left[-1]]] if left else "(before)"] += 1
        expected[1][steps.channel.names[steps.channel.codes[right[0]]] if right else "(after)"] += 1
    assert {part.name: part.n for part in before.parts} == expected[0]
    assert {part.name: part.n for part in after.parts} == expected[1]


def test_an_anchor_is_the_first_of_its_kind_in_a_journey(view: View) -> None:
    earliest: dict[int, int] = {}
    handed = zip(view.handoffs.journey.tolist(), view.handoffs.position.tolist(), strict=True)
    for journey, position in handed:
        earliest[journey] = min(position, earliest.get(journey, position))
    rows = anchor_rows(view, "handoff")
    found = {journey: int(rows[journey] - view.steps.first[journey]) for journey in np.flatnonzero(rows >= 0).tolist()}
    assert found == earliest


@pytest.mark.parametrize(
    "through",
    [
        "aligned:channel",
        "aligned:channel/8/luck/0/chat",
        "aligned:channel/8/handoff/9/chat",
        "aligned:channel/8/handoff/0/smoke",
    ],
)
def test_a_word_that_means_no_bar_is_refused_in_words(view: View, through: str) -> None:
    with pytest.raises(UsageError, match=r"Expected|Known|Choose"):
        behind(view, through)
