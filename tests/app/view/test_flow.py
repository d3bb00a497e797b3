"""The flow graph: nothing is lost on the way, other holds the rest, and every node and edge opens what it counts."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from clew.app.view import Selection, View, behind
from clew.app.view.paths.flow import Flow, flow
from clew.app.view.paths.making import MAKINGS, Making
from clew.app.workspace import Workspace
from clew.journeys import transitions
from clew.model import UsageError
from tests.app.view.test_variants import SELECTIONS, hostile

COVERAGES = (0, 50, 83, 100)


def check(view: View, found: Flow, selection: Selection) -> None:
    chosen = view.chosen(selection)
    comes, goes = Counter[str](), Counter[str]()
    for edge in found.edges:
        goes[edge.source] += edge.n
        comes[edge.target] += edge.n
        assert behind(view, edge.through, selection).times[chosen].sum() == edge.n, edge.through
    for node in found.nodes:
        opened = behind(view, node.through, selection).times[chosen]
        assert opened.sum() == node.n, node.through
        if node.kind in ("step", "other"):
            assert comes[node.name] == node.n == goes[node.name], node.name
        if node.kind == "step":
            assert (opened > 0).sum() == node.journeys
    assert goes["(start)"] == comes["(end)"] == found.journeys == chosen.sum()
    assert sum(edge.n for edge in found.edges) == found.moves
    assert sum(node.n for node in found.nodes if node.kind in ("step", "other")) == found.steps


@pytest.mark.parametrize("word", MAKINGS)
@pytest.mark.parametrize("selection", SELECTIONS)
def test_what_comes_into_a_node_goes_out_again_and_everything_opens(
    view: View, selection: Selection, word: str
) -> None:
    for coverage in COVERAGES:
        check(view, flow(view, view.chosen(selection), MAKINGS[word], coverage), selection)


def test_names_that_mean_something_in_an_address_open_their_journeys_all_the_same(view: View) -> None:
    odd = hostile(view)
    check(odd, flow(odd, odd.chosen(Selection()), MAKINGS["touchpoint"], 100), Selection())


@pytest.mark.parametrize("word", ["channel", "touchpoint", "stage+each+all"])
def test_the_moves_are_the_same_whatever_share_is_drawn(view: View, word: str) -> None:
    chosen = view.chosen(Selection())
    graphs = [flow(view, chosen, MAKINGS[word], coverage) for coverage in COVERAGES]
    assert len({graph.moves for graph in graphs}) == 1
    assert len({graph.steps for graph in graphs}) == 1


def test_it_draws_the_fewest_paths_that_show_the_share_asked_for(view: View) -> None:
    chosen = view.chosen(Selection())
    sizes = sorted(Counter(_paths(view)).values(), reverse=True)
    for coverage in (1, 50, 83, 99):
        found = flow(view, chosen, Making(), coverage)
        fewest = next(n for n in range(1, len(sizes) + 1) if sum(sizes[:n]) * 100 >= coverage * sum(sizes))
        # The empty path takes no node, so it is drawn in any case.
        assert found.shown_variants in (fewest, fewest + 1)
        assert found.shown_journeys * 100 >= coverage * found.journeys


def test_all_steps_each_time_make_the_transitions_of_the_library(view: View, company: Workspace) -> None:
    with company.session() as connection:
        expected = {(each.from_channel, each.to_channel): each for each in transitions(connection)}
    found = flow(view, view.chosen(Selection()), MAKINGS["channel+each+all"], 100)
    assert {(edge.source, edge.target): edge.n for edge in found.edges} == {at: each.n for at, each in expected.items()}
    for edge in found.edges:
        wait = expected[edge.source, edge.target].median_wait_seconds
        assert edge.median_wait_seconds == (wait if edge.n >= 5 else None)


def test_a_graph_too_large_to_read_draws_fewer_paths_and_says_so(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clew.app.view.paths.shown.MOST_NODES", 10)
    selection = Selection(channel=("phone",))
    found = flow(view, view.chosen(selection), MAKINGS["touchpoint"], 100)
    assert found.limited
    assert sum(node.kind == "step" for node in found.nodes) <= 10
    check(view, found, selection)


@pytest.mark.parametrize(
    "through",
    [
        "step:channel/smoke_signal",
        "step:channel@200/chat",
        "edge:channel/chat",
        "edge:channel/chat>(other)",
        "edge:luck/a>b",
    ],
)
def test_a_word_that_means_no_node_or_edge_is_refused_in_words(view: View, through: str) -> None:
    with pytest.raises(UsageError, match=r"Choose|Known|Expected|only"):
        behind(view, through)


def _paths(view: View) -> list[tuple[int, ...]]:
    from clew.app.view.paths.same_path import variants_of

    every = variants_of(view, Making())
    return [tuple(every.codes(int(variant)).tolist()) for variant in every.grouped.variant]


def test_waits_over_left_out_steps_run_from_the_end_of_the_step_before() -> None:
    from clew.journeys import Words, paths_of, waits_us

    # chat at 0 for 10, a status at 40, phone at 100: the status is left out, chat had ended at 10.
    words = Words(np.array([0, 1, 2], dtype=np.int32), ("chat", "back_office", "phone"))
    paths = paths_of(words, np.array([0, 3]), np.array([True, False, True]))
    assert waits_us(paths, np.array([0, 40, 100]), np.array([-1, 30, 60])).tolist() == [-1, 90]
