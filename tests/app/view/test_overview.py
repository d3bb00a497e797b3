"""The overview's numbers open what they count and add up; what changed is told from one visit to the next."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import sqlalchemy as sa

from clew.app.building import build
from clew.app.importing import ImportOrder, run_import
from clew.app.view import Selection, View, Views, behind
from clew.app.view.overview.handoffs import RankedBy, worst_handoffs
from clew.app.view.overview.headline import headline
from clew.app.view.overview.health import health
from clew.app.view.overview.journeys import busy_journeys
from clew.app.view.overview.visits import KEPT_VISITS, SAME_VISIT_US, changes, last_visits, note_visit
from clew.app.workspace import Workspace
from clew.store import visits

SELECTIONS = [Selection(), Selection(channel=("email",)), Selection(until_us=0)]
NOON = 1_795_348_800_000_000


@pytest.fixture
def own(company: Workspace, tmp_path: Path) -> Iterator[Workspace]:
    """A copy of the small company, to be written to."""
    company.journal.close()
    shutil.copytree(company.folder, tmp_path / "own")
    workspace = Workspace(tmp_path / "own")
    yield workspace
    workspace.close()


def seen(workspace: Workspace) -> View:
    found = Views(workspace).wait()
    assert isinstance(found, View)
    return found


def test_the_headline_compares_the_same_filters_in_two_periods(view: View) -> None:
    selection = Selection(channel=("email",))
    found = headline(view, view.chosen(selection), selection)
    assert [each.metric.headline_place for each in found.metrics] == sorted(
        each.metric.headline_place or 0 for each in found.metrics
    )
    for each in found.metrics:
        assert each.group.value == view.metric(each.metric.name, view.chosen(selection))
        assert sum(bucket.group.parts.journeys for bucket in each.trend.buckets) == each.group.parts.journeys
        assert each.change is not None
        assert each.change.shared == 0


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("by", ["waiting", "unresolved"])
def test_the_worst_handoffs_add_up_and_open_what_they_count(
    view: View, selection: Selection, by: RankedBy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clew.app.view.overview.handoffs.RANKED_FROM", 5)
    chosen = view.chosen(selection)
    found = worst_handoffs(view, chosen, by)
    assert sum(each.n for each in found.shown) + found.below_shown + found.thin == found.total
    assert found.total == chosen[view.handoffs.journey].sum()
    for each in found.shown:
        times = behind(view, each.through).times[chosen]
        assert (times.sum(), np.count_nonzero(times)) == (each.n, each.journeys)


def test_handoffs_are_ranked_by_what_they_cost_and_few_of_a_kind_not_at_all(
    view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clew.app.view.overview.handoffs.RANKED_FROM", 8)
    chosen = view.chosen(Selection())
    by_waiting = worst_handoffs(view, chosen).shown
    costs = [each.waiting_seconds or 0 for each in by_waiting]
    assert costs == sorted(costs, reverse=True)
    assert len(set(costs)) > 1
    assert all(each.n >= 8 for each in by_waiting)
    surely = [each.unresolved.low for each in worst_handoffs(view, chosen, "unresolved").shown if each.unresolved]
    assert surely == sorted(surely, reverse=True)


def test_what_handoffs_cost_is_the_median_wait_times_those_that_have_one(
    view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every third handoff is taken to have no answer: those count as handoffs, and cost no known wait."""
    monkeypatch.setattr("clew.app.view.overview.handoffs.RANKED_FROM", 8)
    third = np.arange(len(view.handoffs.wait_us)) % 3 == 0
    unanswered = replace(view.handoffs, wait_us=np.where(third, -1, view.handoffs.wait_us))
    monkeypatch.setattr(view, "handoffs", unanswered)
    found = worst_handoffs(view, view.chosen(Selection())).shown
    assert any(0 < each.answered < each.n for each in found)
    assert [each.waiting_seconds for each in found] == [
        (each.median_wait_seconds or 0) * each.answered for each in found
    ]


@pytest.mark.parametrize("selection", SELECTIONS)
def test_busy_paths_and_issues_each_add_up_to_all_journeys(view: View, selection: Selection) -> None:
    chosen = view.chosen(selection)
    found = busy_journeys(view, chosen)
    assert found.journeys == chosen.sum() == sum(each.n for each in found.paths) == sum(each.n for each in found.issues)
    for each in found.paths:
        assert each.resolved <= each.told <= each.n
        assert behind(view, each.through, selection).times[chosen].sum() == each.n
    for issue in found.issues:
        assert behind(view, issue.through).times[chosen].sum() == issue.n
        if issue.issue is not None:
            assert view.chosen(replace(selection, issue=(issue.issue,))).sum() == issue.n


def test_the_ledger_balances_and_knows_how_fresh_each_source_is(company: Workspace, view: View) -> None:
    found = health(company, view)
    assert found.is_current
    assert found.total.balanced
    assert found.total.interactions == len(view.steps.journey)
    assert max(each.newest_us or 0 for each in found.sources) == view.steps.occurred_us.max()
    assert all(each.newest_us is None for each in health(company, None).sources)


def test_new_rows_that_no_build_has_read_are_told(own: Workspace, tmp_path: Path) -> None:
    view = seen(own)
    _import_more(own, tmp_path)
    assert not health(own, view).is_current
    build(own)
    assert health(own, seen(own)).is_current


def test_a_first_visit_has_nothing_to_compare_with(own: Workspace) -> None:
    view = seen(own)
    assert changes(own.journal, view, "mia", NOON) is None
    note_visit(own.journal, view, "mia", NOON)
    assert changes(own.journal, view, "mia", NOON + 1) is None


def test_a_later_visit_is_told_what_came_in_and_what_moved(own: Workspace, tmp_path: Path) -> None:
    view = seen(own)
    note_visit(own.journal, view, "mia", _now())
    stored = _import_more(own, tmp_path)
    build(own)
    view, later = seen(own), _now() + 2 * SAME_VISIT_US
    found = changes(own.journal, view, "mia", later)
    assert found is not None
    assert (found.files, found.interactions, found.same_build) == (1, stored, False)
    contacts = next(each for each in found.moved if each.now.name == "contacts_per_journey")
    assert contacts.then is not None
    assert contacts.now.n == contacts.then.n + stored
    # Noting the visit doesn't change what it is told; another person's visits are their own.
    note_visit(own.journal, view, "mia", later)
    again = changes(own.journal, view, "mia", later + 1)
    assert again is not None
    assert again.since_us == found.since_us
    assert changes(own.journal, view, "tom", later) is None


def test_looking_again_within_an_hour_is_the_same_visit(own: Workspace) -> None:
    view = seen(own)
    first = note_visit(own.journal, view, "mia", NOON)
    assert note_visit(own.journal, view, "mia", NOON + SAME_VISIT_US - 1) == first
    assert note_visit(own.journal, view, "mia", NOON + SAME_VISIT_US).id != first.id
    assert [visit.at_us for visit in last_visits(own.journal, "mia")] == [NOON + SAME_VISIT_US, NOON]


def test_a_metric_that_was_defined_otherwise_is_not_compared(own: Workspace) -> None:
    view = seen(own)
    note_visit(own.journal, view, "mia", NOON)
    with own.journal.transaction() as connection:
        (noted,) = connection.execute(sa.select(visits.c.seen)).scalars()
        connection.execute(visits.update().values(seen=noted.replace('"version": 1', '"version": 0')))
    found = changes(own.journal, view, "mia", NOON + SAME_VISIT_US)
    assert found is not None
    assert {each.difference.reason for each in found.moved} == {"defined otherwise then"}
    assert all(each.then is None for each in found.moved)


def test_old_visits_are_forgotten(own: Workspace) -> None:
    view = seen(own)
    for number in range(KEPT_VISITS + 3):
        note_visit(own.journal, view, "mia", NOON + number * SAME_VISIT_US)
    assert len(last_visits(own.journal, "mia")) == KEPT_VISITS


def _now() -> int:
    from clew.store import now_us

    return now_us()


def _import_more(workspace: Workspace, folder: Path) -> int:
    """Import three e-mails of three new customers, each a journey of one contact; return how many."""
    file = folder / "more.csv"
    file.write_text(
        "date,email,channel,direction,message\n"
        + "".join(
            f"2026-04-0{day} 10:00:00,new{day}@example.com,email,inbound,Where is my bill?\n" for day in (1, 2, 3)
        )
    )
    report = run_import(workspace, ImportOrder([file]))
    assert report is not None
    return 3
