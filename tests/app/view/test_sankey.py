"""The order of stages: every place sums to all journeys, what enters a stage leaves it, and everything opens its journeys."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from clew.app.view import Selection, View, behind
from clew.app.view.paths.sankey import DEPTH, VISITS, Visits, passages
from clew.model import UsageError
from tests.app.view.test_variants import SELECTIONS


@pytest.mark.parametrize("visits", VISITS)
@pytest.mark.parametrize("selection", SELECTIONS)
def test_every_place_sums_to_the_whole_and_everything_opens(view: View, selection: Selection, visits: Visits) -> None:
    chosen = view.chosen(selection)
    found = passages(view, chosen, visits)
    ended = 0
    for place in range(DEPTH + 1):
        here = [node for node in found.nodes if node.place == place]
        ended += sum(node.n for node in here if node.kind == "ending")
        assert ended + sum(node.n for node in here if node.kind != "ending") == chosen.sum()
    comes, goes = Counter[tuple[int, str]](), Counter[tuple[int, str]]()
    for link in found.links:
        goes[link.place, link.source] += link.n
        comes[link.place + 1, link.target] += link.n
        assert behind(view, link.through, selection).times[chosen].sum() == link.n, link.through
    for node in found.nodes:
        assert behind(view, node.through, selection).times[chosen].sum() == node.n, node.through
        if node.place:
            assert comes[node.place, node.name] == node.n
        if node.kind == "stage":
            assert goes[node.place, node.name] == node.n


def test_the_first_visits_reach_each_stage_as_often_as_the_map_says(view: View) -> None:
    found = passages(view, view.chosen(Selection()), "first")
    stage = view.steps.stage
    reached = Counter(
        stage.names[code]
        for code in dict.fromkeys(zip(view.steps.journey.tolist(), stage.codes.tolist(), strict=True))
        for code in [code[1]]
    )
    counted = Counter[str]()
    for node in found.nodes:
        if node.kind == "stage":
            counted[node.name] += node.n
    assert counted == reached


def test_what_comes_after_the_sixth_stage_is_later(view: View) -> None:
    found = passages(view, view.chosen(Selection()), "all")
    last = [node for node in found.nodes if node.place == DEPTH and node.kind != "ending"]
    steps = view.steps
    longer = 0
    for journey in range(len(view.journeys)):
        stages = steps.stage.codes[steps.first[journey] : steps.first[journey + 1]].tolist()
        longer += sum(one != other for one, other in pairwise([-1, *stages])) > DEPTH
    assert [(node.kind, node.n) for node in last] == [("later", longer)]


@pytest.mark.parametrize(
    "through",
    ["passage:all/9/support", "passage:some/0/support", "passage:all/0/nowhere", "passage:all/6/(later)>support"],
)
def test_a_word_that_means_no_passage_is_refused_in_words(view: View, through: str) -> None:
    with pytest.raises(UsageError, match=r"Expected|Choose|Nothing"):
        behind(view, through)
