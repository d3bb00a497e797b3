"""One cell of the map, opened: its query finds the same counts in the tables, and its trend and paths sum to it."""

from __future__ import annotations

import numpy as np
import pytest

from clew.app.view import Selection, View
from clew.app.view.map.cell import OpenedCell, opened_cell
from clew.app.view.map.sql import cell_sql
from clew.app.view.map.stage_map import stage_map
from clew.app.view.map.trend import CountTrend
from clew.app.view.map.word import read_cell
from clew.app.view.values.trend import Trend
from clew.maps import LANES

KINDS = [definition.kind for definition in LANES]
SELECTIONS = {
    "everything": Selection(),
    "some channels and outcomes": Selection(channel=("chat", "phone"), outcome=("resolved", "unknown")),
}


@pytest.fixture(params=[*SELECTIONS, "between two journeys"])
def selection(request: pytest.FixtureRequest, view: View) -> Selection:
    if request.param in SELECTIONS:
        return SELECTIONS[request.param]
    # From the very moment of one journey, which is in, to that of another, which is out.
    started = np.sort(view.journeys.started_us)
    last = view.journeys.issue.codes[view.journeys.started_us == started[-20]]
    unlike = int(np.argmin(np.bincount(last, minlength=len(view.journeys.issue.names))))
    named = tuple(name for code, name in enumerate(view.journeys.issue.names) if code != unlike)
    return Selection(int(started[20]), int(started[-20]), issue=named)


def rows(view: View, query: str) -> list[tuple[object, ...]]:
    with view.session() as session:
        return session.execute(query).fetchall()


def opened(view: View, cell: str, selection: Selection = SELECTIONS["everything"]) -> OpenedCell:
    return opened_cell(view, read_cell(cell), view.chosen(selection), selection)


@pytest.mark.parametrize("kind", KINDS)
def test_the_query_of_a_cell_counts_what_the_cell_shows(view: View, selection: Selection, kind: str) -> None:
    shown = stage_map(view, view.chosen(selection), selection, ("support", "escalation"))
    (lane,) = [lane for lane in shown.lanes if lane.kind == kind]

    for cell in lane.cells:
        counted = {
            key: (n, journeys)
            for key, n, journeys in rows(view, cell_sql(view, read_cell(cell.through[5:]), selection))
        }
        listed = {entry.counted.key: entry.counted.n for entry in cell.entries if not entry.counted.is_other}
        assert {key: counted[key][0] for key in listed} == listed, cell.through
        assert sum(n for n, _ in counted.values()) == cell.n
        others = [entry.counted for entry in cell.entries if entry.counted.is_other]
        assert len(counted) - len(listed) == sum(entry.others for entry in others)
        if listed:
            key = next(iter(listed))
            assert opened(view, f"{cell.through[5:]}/{_written(key)}", selection).journeys == counted[key][1]


def _written(key: str) -> str:
    from clew.app.view.map.word import only

    return only(key).text


def test_the_query_of_a_column_counts_the_journeys_that_come_there(view: View, selection: Selection) -> None:
    shown = stage_map(view, view.chosen(selection), selection, ("support",))

    for column in shown.columns:
        ((n,),) = rows(view, cell_sql(view, read_cell(f"reach/{column.word.text}"), selection))
        assert n == column.journeys == opened(view, f"reach/{column.word.text}", selection).n


def test_the_query_of_a_metric_finds_the_journeys_that_count_in_it(view: View, selection: Selection) -> None:
    shown = stage_map(view, view.chosen(selection), selection, ("support",))

    for cell in shown.lanes[-1].cells:
        for metric in cell.metrics:
            parts = rows(view, cell_sql(view, read_cell(metric.through[5:]), selection))
            counted = {part: n for part, n, _, _ in parts}
            mean = {part: mean for part, _, mean, _ in parts}
            value = metric.value
            if metric.through.endswith(":counted"):
                assert counted["counted"] == value.n
            else:
                assert counted.get("counted", 0) + counted.get("censored", 0) == value.n
            if value.value is not None and value.unit != "seconds":
                assert mean["counted"] == pytest.approx(value.value)


@pytest.mark.parametrize(
    "cell", ["channels/support", "channels/support/chat", "waits/support/4", "outcomes/resolution", "reach/support"]
)
def test_the_trend_of_a_cell_sums_to_it(view: View, selection: Selection, cell: str) -> None:
    found = opened(view, cell, selection)

    assert isinstance(found.trend, CountTrend)
    assert sum(bucket.n for bucket in found.trend.buckets) == found.n
    assert sum(bucket.whole for bucket in found.trend.buckets) == found.whole
    assert all(0 <= bucket.n <= bucket.whole for bucket in found.trend.buckets)
    days = [bucket.first_day for bucket in found.trend.buckets]
    assert days == sorted(days)


def test_the_paths_of_a_cell_are_those_of_all_its_journeys(view: View, selection: Selection) -> None:
    found = opened(view, "handoffs/support", selection)

    assert sum(row.n for row in found.variants.rows) == found.journeys
    assert sum(row.share for row in found.variants.rows) == pytest.approx(1)


def test_an_entry_is_a_part_of_its_cell(view: View) -> None:
    whole = opened(view, "channels/support")
    parts = [opened(view, entry.through[5:]) for entry in whole.cell.entries]

    assert whole.n == whole.whole
    assert sum(part.n for part in parts) == whole.n
    assert {part.whole for part in parts} == {whole.n}
    assert [part.things.entry_title for part in parts] == [entry.counted.title for entry in whole.cell.entries]


def test_a_metric_shows_its_own_trend_and_definition(view: View) -> None:
    found = opened(view, "metrics/support/contacts_per_journey")

    assert isinstance(found.trend, Trend)
    assert sum(bucket.group.parts.journeys for bucket in found.trend.buckets) == found.whole
    assert found.says.startswith("Contacts")
    assert "journeys that have at least one step in the column" in found.says


def test_the_cell_tells_the_newest_moment_that_it_counts(view: View) -> None:
    for kind, query in (
        ("channels", "SELECT max(occurred_us) FROM steps WHERE stage = 'support'"),
        ("waits", "SELECT max(occurred_us) FROM steps WHERE stage = 'support' AND position > 0"),
        (
            "handoffs",
            "SELECT max(occurred_us) FROM steps JOIN handoffs USING (journey_id, position) WHERE stage = 'support'",
        ),
    ):
        ((newest,),) = rows(view, query)
        assert opened(view, f"{kind}/support").cell.newest_us == newest


def test_its_sources_are_those_in_which_its_journeys_began(view: View) -> None:
    found = opened(view, "channels/support/chat")
    held = found.things.times > 0
    names = {view.journeys.source.names[code] for code in np.unique(view.journeys.source.codes[held])}
    known = dict(rows(view, "SELECT source, max(occurred_us) FROM interactions GROUP BY source"))

    assert {each.source for each in found.sources} == names
    assert all(each.newest_us == known[each.source] for each in found.sources)
