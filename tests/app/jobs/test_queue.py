"""The list of jobs: what runs or waits comes first, one change wins, and progress is told in measure."""

from __future__ import annotations

import pytest

from clew.app.jobs import JobProgress, add_job, cancel_job, find_job, jobs, known_kinds, ordered
from clew.app.jobs.queue import claim, finish, note_progress, put_back
from clew.app.jobs.reporter import CancelledError, Reporter
from clew.app.workspace import Workspace
from clew.model import ClewError, UsageError


def test_what_runs_or_waits_comes_first_then_the_newest(workspace: Workspace) -> None:
    journal = workspace.journal
    old, newer, running, waiting = (add_job(journal, "build", {}) for _ in range(4))
    for job in (old, newer):
        claim(journal, job.id)
        finish(journal, job.id, "done")
    claim(journal, running.id)

    assert [job.id for job in jobs(journal)] == [running.id, waiting.id, newer.id, old.id]
    assert len(jobs(journal, limit=2)) == 2


def test_a_job_is_taken_up_once(workspace: Workspace) -> None:
    job = add_job(workspace.journal, "build", {})

    assert [claim(workspace.journal, job.id) for _ in range(2)] == [True, False]


def test_a_job_that_was_cancelled_stays_cancelled_whatever_its_process_says(workspace: Workspace) -> None:
    journal = workspace.journal
    job = add_job(journal, "build", {})
    claim(journal, job.id)
    assert cancel_job(journal, job.id)

    assert not finish(journal, job.id, "done")
    assert not put_back(journal, job.id, counts=True)
    assert not cancel_job(journal, job.id), "it is over"
    found = find_job(journal, job.id)
    assert found is not None
    assert found.state == "cancelled"


def test_progress_is_written_at_most_four_times_a_second_but_each_stage_at_once(workspace: Workspace) -> None:
    journal = workspace.journal
    job = add_job(journal, "import", {})
    claim(journal, job.id)
    now = 0.0
    reporter = Reporter(journal, job.id, lambda: now)
    seen = []
    for step in range(100):
        now = step * 0.01
        reporter(JobProgress("reading" if step < 90 else "joining", "calls.csv", step, 100, "rows"))
        found = find_job(journal, job.id)
        assert found is not None
        seen.append(found.progress)

    assert len(set(seen)) <= 1 + 4 + 1
    assert seen[90].stage == "joining"
    reporter.flush()
    last = find_job(journal, job.id)
    assert last is not None
    assert last.progress.done == 99


def test_a_job_hears_that_it_was_cancelled(workspace: Workspace) -> None:
    job = add_job(workspace.journal, "build", {})
    claim(workspace.journal, job.id)
    cancel_job(workspace.journal, job.id)

    with pytest.raises(CancelledError):
        Reporter(workspace.journal, job.id)(JobProgress("joining"))
    assert not note_progress(workspace.journal, job.id, JobProgress("joining"))


def test_an_unknown_kind_is_refused_with_the_known_ones(workspace: Workspace) -> None:
    with pytest.raises(
        UsageError, match="Known: build, erase, import, look, match, retry, simulate, start_over, take_back"
    ):
        ordered(workspace, "dance", {})


@pytest.mark.parametrize("kind", sorted(known_kinds()))
@pytest.mark.parametrize(
    "words", [{"nonsense": 1}, {"paths": "x"}, {"paths": [1]}, {"look": 5}, {"source": {}}, {"customers": -1}]
)
def test_every_kind_refuses_an_order_that_it_cant_do(workspace: Workspace, kind: str, words: dict[str, object]) -> None:
    with pytest.raises(ClewError):
        ordered(workspace, kind, words)


def test_every_kind_says_what_it_does() -> None:
    assert all(kind.what and kind.what[0].isupper() for kind in known_kinds().values())
