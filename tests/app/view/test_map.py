"""The map on the screen: equal to that of ``clew map``, every cell sums to its whole, and every number opens what it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from clew.app.mapping_out import make_map
from clew.app.view import Selection, View, behind
from clew.app.view.map.lanes import MapCell, MapLane
from clew.app.view.map.stage_map import StageMap, map_headline, stage_map
from clew.app.workspace import Workspace
from clew.maps import LANES, entries, reached, stage_columns, tally
from clew.model import UsageError
from clew.model.journey_map import JourneyMap, Lane

DAY_US = 86_400_000_000
ALL = Selection()


def selections(view: View) -> dict[str, Selection]:
    started = view.journeys.started_us
    middle = int(np.median(started)) // DAY_US * DAY_US
    return {
        "everything": ALL,
        "resolved by e-mail": Selection(outcome=("resolved",), channel=("email",)),
        "the later half": Selection(since_us=middle),
        "a week that ended long ago": Selection(until_us=int(started.min()) + 7 * DAY_US),
        "nothing": Selection(since_us=int(started.max()) + DAY_US),
    }


@pytest.fixture(params=["everything", "resolved by e-mail", "the later half", "a week that ended long ago", "nothing"])
def selection(request: pytest.FixtureRequest, view: View) -> Selection:
    return selections(view)[request.param]


@pytest.fixture
def shown(view: View, selection: Selection) -> StageMap:
    return stage_map(view, view.chosen(selection), selection, ("support", "resolution"))


def cells(shown: StageMap) -> Iterator[tuple[MapLane, MapCell]]:
    for lane in shown.lanes:
        for cell in lane.cells:
            yield lane, cell


def found(view: View, selection: Selection, through: str) -> tuple[int, int]:
    times = behind(view, through, selection).times[view.chosen(selection)]
    return int(times.sum()), int((times > 0).sum())


@pytest.fixture(scope="module")
def printed(company: Workspace) -> JourneyMap:
    return make_map(company)


def test_under_no_selection_it_is_the_map_that_clew_map_prints(view: View, printed: JourneyMap) -> None:
    shown = stage_map(view, view.chosen(ALL), ALL)
    lanes: dict[str, Lane] = {lane.kind: lane for lane in printed.lanes}

    assert (shown.interactions, shown.customers, shown.journeys) == (
        printed.interactions,
        printed.customers,
        printed.journeys,
    )
    assert (shown.first_us, shown.last_us, shown.notes) == (printed.first_us, printed.last_us, printed.notes)
    assert [
        (each.column.stage, each.column.title, each.journeys, each.share, each.steps) for each in shown.columns
    ] == [(stage.name, stage.title, stage.journeys, stage.share, stage.steps) for stage in printed.stages]
    assert [lane.kind for lane in shown.lanes[1:]] == list(lanes)
    for lane in shown.lanes[1:-1]:
        assert [
            [(entry.counted.title, entry.counted.n, entry.counted.share) for entry in cell.entries]
            for cell in lane.cells
        ] == [[(entry.label, entry.n, entry.share) for entry in cell.entries] for cell in lanes[lane.kind].cells]
        assert [cell.reason for cell in lane.cells if cell.state == "empty"] == [
            cell.empty_reason for cell in lanes[lane.kind].cells if not cell.entries
        ]


def test_its_metrics_are_those_that_clew_map_prints(view: View, printed: JourneyMap) -> None:
    shown = stage_map(view, view.chosen(ALL), ALL)
    head, _ = map_headline(view, view.chosen(ALL), ALL)
    pairs = list(zip((each.value for each in head), printed.headline, strict=True))
    for cell, other in zip(shown.lanes[-1].cells, printed.lanes[-1].cells, strict=True):
        pairs.extend(zip((metric.value for metric in cell.metrics), other.metrics, strict=True))

    assert len(pairs) > len(head)
    for here, there in pairs:
        bare = {"value": None, "low": None, "high": None}
        assert replace(here, **bare) == replace(there, **bare)
        for number, expected in ((here.value, there.value), (here.low, there.low), (here.high, there.high)):
            assert number == (None if expected is None else pytest.approx(expected, rel=1e-9))


def test_every_cell_sums_to_its_whole_and_says_why_it_is_thin_or_empty(shown: StageMap) -> None:
    assert len(list(cells(shown))) == len(shown.lanes) * len(shown.columns)
    for lane, cell in cells(shown):
        if cell.entries:
            assert sum(entry.counted.n for entry in cell.entries) == cell.n, (lane.kind, cell.column)
            assert sum(entry.counted.share for entry in cell.entries) == pytest.approx(1)
        settled = {"ok", "immature"} if lane.kind == "outcomes" else {"ok"}
        assert cell.state in ({"empty"} if not cell.journeys else {"thin"} if cell.journeys < 30 else settled)
        assert bool(cell.reason) == (cell.state != "ok")
        assert (cell.newest_us is None) == (cell.journeys == 0)


def test_every_number_opens_the_journeys_it_counts(view: View, selection: Selection, shown: StageMap) -> None:
    for lane, cell in cells(shown):
        assert found(view, selection, cell.through) == (cell.n, cell.journeys), (lane.kind, cell.through)
        for entry in cell.entries:
            n, _ = found(view, selection, entry.through)
            assert n == entry.counted.n, entry.through
        for metric in cell.metrics:
            assert found(view, selection, metric.through)[0] == metric.value.n, metric.through
    for column in shown.columns:
        assert found(view, selection, f"stage:{column.word.text}")[0] == column.journeys
    for metric in map_headline(view, view.chosen(selection), selection)[0]:
        assert found(view, selection, metric.through)[0] == metric.value.n


@pytest.mark.parametrize("stage", ["support", "resolution"])
def test_the_steps_of_an_opened_stage_sum_to_it(shown: StageMap, stage: str) -> None:
    places = [place for place, column in enumerate(shown.columns) if column.column.stage == stage]
    whole, *steps = places
    summed = ("channels", "touchpoints", "doing", "waits", "handoffs")

    assert shown.columns[whole].column.is_stage
    assert sum(shown.columns[place].steps for place in steps) == shown.columns[whole].steps
    for lane in shown.lanes:
        if lane.kind in summed:
            assert sum(lane.cells[place].n for place in steps) == lane.cells[whole].n, lane.kind


def test_steps_stand_in_the_order_in_which_they_usually_come(view: View) -> None:
    shown = stage_map(view, view.chosen(ALL), ALL, ("support",))
    steps = [column for column in shown.columns if column.column.step is not None]
    usual = []
    for column in steps:
        channel, _, what = str(column.column.step).partition("|")
        rows = (
            (view.steps.stage.codes == view.steps.stage.code("support"))
            & (view.steps.channel.codes == view.steps.channel.code(channel))
            & (view.steps.touchpoint.codes == view.steps.touchpoint.code(what))
        )
        usual.append(float(np.median(view.steps.position[rows])))

    assert len(steps) == 6
    assert usual == sorted(usual)
    assert shown.columns[-1].column.is_stage
    assert any(column.column.others_than for column in shown.columns)


def test_a_cell_of_leavings_counts_each_journey_that_comes_there_once(view: View, shown: StageMap) -> None:
    (lane,) = [lane for lane in shown.lanes if lane.kind == "outcomes"]

    assert [cell.n for cell in lane.cells] == [cell.journeys for cell in lane.cells]
    assert [cell.n for cell in lane.cells] == [column.journeys for column in shown.columns]


def test_changes_compare_the_period_with_the_one_before_it_and_name_both(view: View) -> None:
    chosen = selections(view)["the later half"]
    assert chosen.since_us is not None
    ended = tuple(name for name in view.journeys.outcome.names if name != "open")
    lately = Selection(chosen.since_us, chosen.since_us + 10 * DAY_US, outcome=ended)
    shown = stage_map(view, view.chosen(lately), lately)
    now = view.chosen(lately)
    before = view.chosen(Selection(chosen.since_us - 10 * DAY_US, chosen.since_us, outcome=ended))

    comes = reached(view.build, stage_columns(view.build, view.settings))
    for column, here in zip(shown.columns, comes, strict=True):
        change = column.change
        assert change is not None
        expected = (here & now).sum() / now.sum() - (here & before).sum() / before.sum()
        assert change.value == pytest.approx(expected)
        assert change.low is not None and change.high is not None and change.value is not None
        assert change.low <= change.value <= change.high
    assert shown.spans is not None and shown.spans.before is not None
    assert (shown.spans.now.days, shown.spans.before.days, shown.spans.is_chosen) == (10, 10, True)


def test_journeys_that_are_still_open_are_no_change(view: View) -> None:
    """The last days always look as if fewer journeys got to the end; that is their age, no change."""
    shown = stage_map(view, view.chosen(ALL), ALL)
    place = [column.column.stage for column in shown.columns].index("resolution")
    (leaving,) = [lane for lane in shown.lanes if lane.kind == "outcomes"]
    support = leaving.cells[[column.column.stage for column in shown.columns].index("support")]
    reached_resolution = shown.columns[place].change

    assert reached_resolution is not None
    assert (reached_resolution.value, reached_resolution.verdict) == (None, "unknown")
    assert reached_resolution.reason.endswith("journeys are still open and may yet come here")
    assert support.state == "immature"
    assert "still open" in support.reason
    assert all(entry.change is None or entry.change.value is None for entry in support.entries)


def test_without_an_earlier_period_in_the_data_nothing_is_compared(view: View) -> None:
    early = selections(view)["a week that ended long ago"]
    shown = stage_map(view, view.chosen(early), early)

    assert shown.spans is not None and shown.spans.before is None
    assert all(entry.change is None for _, cell in cells(shown) for entry in cell.entries)
    assert all(column.change is None for column in shown.columns)


@pytest.mark.parametrize(
    "through",
    [
        "cell:",
        "cell:channels",
        "cell:channels/nowhere",
        "cell:nothing/support",
        "cell:channels/support/emial",
        "cell:channels/support/chat/more",
        "cell:metrics/support/nothing",
        "cell:metrics/support/contacts_per_journey:halfway",
        "cell:channels/support@chat|never happens",
        "stage:nowhere",
        "stage:",
    ],
)
def test_a_word_for_a_cell_that_isnt_there_says_what_there_is(view: View, through: str) -> None:
    with pytest.raises(UsageError):
        behind(view, through)


def test_a_stage_that_isnt_there_cant_be_opened(view: View) -> None:
    with pytest.raises(UsageError, match="Known: awareness, support"):
        stage_map(view, view.chosen(ALL), ALL, ("nowhere",))


def test_a_median_wait_is_told_from_five_waits_on(view: View) -> None:
    everyone = view.chosen(ALL)
    told: dict[bool, set[int]] = {True: set(), False: set()}
    for found in (tally(lane, view.build, stage_columns(view.build, view.settings)) for lane in LANES):
        if found.waits is None:
            continue
        waits = np.bincount(found.waits.cell, minlength=found.size).reshape(-1, len(found.keys))
        for column, listed in enumerate(entries(found, everyone)):
            for each in listed:
                if not each.is_other:
                    told[each.wait_seconds is not None].add(int(waits[column, found.keys.index(each.key)]))
    assert min(told[True]) >= 5 > max(told[False]) > 0
