"""A metric under other plausible boundaries, over any selection: the same journeys are asked for under each way to cut."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace

import pytest

from clew.app import cutting_otherwise
from clew.app.cutting_otherwise import cut_otherwise, session_otherwise
from clew.app.other_boundaries import FINER, OTHERS, Boundaries
from clew.app.view import Selection, View, Views, options, otherwise
from clew.app.view.otherwise import is_cut_otherwise, value_range
from clew.app.workspace import Workspace
from clew.metrics import evaluate, known_metrics
from clew.model import MetricValue, UsageError

#: The boundaries of the build itself, so that every number has to come out as it stands.
SAME = Boundaries("finer", "", 0.5, 1.0)
NAMES = sorted(known_metrics())


@pytest.fixture(scope="module")
def own(company: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A copy of the small company that is cut otherwise."""
    folder = tmp_path_factory.mktemp("otherwise") / "workspace"
    shutil.copytree(company.folder, folder)
    workspace = Workspace(folder)
    cut_otherwise(workspace)
    return workspace


@pytest.fixture(scope="module")
def cut(own: Workspace) -> Iterator[View]:
    yield from _view(own)


@pytest.fixture(scope="module")
def alike(company: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[View, Workspace]]:
    """A view whose "other" boundaries are its own."""
    folder = tmp_path_factory.mktemp("alike") / "workspace"
    shutil.copytree(company.folder, folder)
    workspace = Workspace(folder)
    cut_otherwise(workspace, (SAME,))
    yield from ((view, workspace) for view in _view(workspace))


def _view(workspace: Workspace) -> Iterator[View]:
    views = Views(workspace)
    found = views.wait()
    assert isinstance(found, View)
    yield found
    views.close()


def selections(view: View) -> list[Selection]:
    """One of each filter, its most frequent and its rarest word, and a period."""
    known, begun = options(view), sorted(view.journeys.started_us.tolist())
    period = Selection(since_us=begun[len(begun) // 4], until_us=begun[3 * len(begun) // 4])
    some = [
        selection
        for at in (0, -1)
        for selection in (
            Selection(channel=(known.channels[at].id,)),
            Selection(first_channel=(known.first_channels[at].id,)),
            Selection(issue=(known.issues[at].id,)),
            Selection(outcome=(known.outcomes[at].id,)),
            Selection(source=(known.sources[at].id,)),
        )
    ]
    both = replace(period, channel=tuple(each.id for each in known.channels[:2]))
    return [Selection(), period, both, *some]


def rounded(value: MetricValue) -> MetricValue:
    numbers = (value.value, value.low, value.high)
    kept = [None if number is None else float(f"{number:.9g}") for number in numbers]
    return replace(value, value=kept[0], low=kept[1], high=kept[2])


@pytest.mark.parametrize("name", NAMES)
def test_cut_the_same_way_every_selection_gives_the_same_number(
    alike: tuple[View, Workspace], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(otherwise, "OTHERS", (SAME,))
    view, workspace = alike
    for selection in selections(view):
        found = value_range(view, workspace.warehouse, name, selection)
        assert rounded(found.others["finer"]) == rounded(found.value), selection


@pytest.mark.parametrize("boundaries", OTHERS, ids=lambda each: each.name)
def test_every_metric_is_what_its_query_says_of_the_journeys_cut_otherwise(
    own: Workspace, cut: View, boundaries: Boundaries
) -> None:
    with session_otherwise(own, boundaries) as connection:
        queried = evaluate(connection, known_metrics().values(), own.settings)
    for expected in queried:
        found = value_range(cut, own.warehouse, expected.name, Selection()).others[boundaries.name]
        assert rounded(found) == rounded(expected)


def test_a_selection_chooses_among_the_journeys_of_each_way_to_cut(own: Workspace, cut: View) -> None:
    def counted(selection: Selection) -> tuple[int, ...]:
        found = value_range(cut, own.warehouse, "contacts_per_journey", selection)
        return found.others["finer"].n, found.value.n, found.others["coarser"].n

    whole = counted(Selection())
    assert whole[0] > whole[1] > whole[2] > 0
    ordered = counted(Selection(channel=("order",)))  # joined to a conversation only where that is likely enough
    assert ordered[0] < ordered[1] < ordered[2] < whole[2]


def test_every_channel_together_selects_every_journey(own: Workspace, cut: View) -> None:
    every = Selection(channel=tuple(each.id for each in options(cut).channels))
    assert value_range(cut, own.warehouse, "reopen_rate", every) == value_range(
        cut, own.warehouse, "reopen_rate", Selection()
    )


def test_a_word_that_only_the_other_journeys_lack_selects_none_of_them(own: Workspace, cut: View) -> None:
    with pytest.raises(UsageError, match="No journey here has the issue"):
        value_range(cut, own.warehouse, "reopen_rate", Selection(issue=("no such issue",)))
    read = otherwise._read(cut, own.warehouse, FINER)
    assert not otherwise.fitting(read.journeys, read.touched, Selection(issue=("no such issue",))).any()
    assert not otherwise.fitting(read.journeys, read.touched, Selection(channel=("no such channel",))).any()


def test_asking_never_cuts(view: View, company: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def cuts(*_args: object) -> None:
        pytest.fail("was cut")

    monkeypatch.setattr(cutting_otherwise, "_cut", cuts)
    assert not is_cut_otherwise(view, company.warehouse)
