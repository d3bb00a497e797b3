"""Jobs run in processes of their own: they survive crashes and restarts, wait for other writers, and can be cancelled."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from clew.app.importing import ImportOrder, run_import
from clew.app.jobs import Job, Runner, add_job, cancel_job, jobs
from clew.app.jobs.places import at_work, jobs_folder
from clew.app.jobs.queue import claim, note_process
from clew.app.jobs.sweeping import sweep_parts
from clew.app.lock import only_writer
from clew.app.starting_over import take_back
from clew.app.workspace import Workspace, create_workspace
from clew.channels import source_ledgers
from tests.app.jobs.conftest import Server, is_alive, order, over, rows_in, state_of, until

pytestmark = pytest.mark.faults
Serve = Callable[[Workspace], Server]


def test_a_job_runs_in_a_process_of_its_own_and_its_result_is_kept(
    workspace: Workspace, runner: Runner, calls: Path
) -> None:
    look = order(workspace, "look", paths=[str(calls)])
    runner.wake()
    done = over(workspace, look)

    assert (done.state, done.attempts, done.problem) == ("done", 1, "")
    assert done.started_us is not None
    assert done.finished_us is not None
    assert done.started_us <= done.finished_us
    until(lambda: True if not (jobs_folder(workspace) / look.id).exists() else None)


def test_nothing_that_lies_where_the_server_was_started_is_run(
    workspace: Workspace, runner: Runner, calls: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    downloads = tmp_path / "downloads"
    downloads.mkdir()
    for name in ("alembic", "duckdb", "queue"):
        (downloads / f"{name}.py").write_text("raise SystemExit('run from the folder')\n")
    monkeypatch.chdir(downloads)
    look = order(workspace, "look", paths=[str(calls)])
    runner.wake()
    assert over(workspace, look).state == "done"


def test_a_job_that_clew_refuses_fails_with_the_sentence(workspace: Workspace, runner: Runner, calls: Path) -> None:
    look = order(workspace, "look", paths=[str(calls)])
    over(workspace, look)
    calls.write_text("something,else\n1,2\n")
    failed = over(workspace, order(workspace, "import", look=look.id))

    assert failed.state == "failed"
    assert "The files are not those that were shown" in failed.problem


def test_a_fault_fails_the_job_without_saying_what_the_data_held(
    workspace: Workspace, capfd: pytest.CaptureFixture[str]
) -> None:
    broken = add_job(workspace.journal, "no_such_kind", {"secret": "mia@example.com"})
    claim(workspace.journal, broken.id)
    subprocess.run([sys.executable, "-m", "clew.app.jobs.process", str(workspace.folder), broken.id], check=True)
    failed = state_of(workspace, broken)

    assert failed.state == "failed"
    assert "a fault of its own (KeyError at process.py:" in failed.problem
    assert "mia" not in failed.problem + capfd.readouterr().err


def test_a_job_waits_while_another_clew_writes_and_says_so(workspace: Workspace, runner: Runner, calls: Path) -> None:
    look = order(workspace, "look", paths=[str(calls)])
    over(workspace, look)
    with only_writer(workspace.store):
        job = order(workspace, "import", look=look.id)
        until(lambda: True if state_of(workspace, job).progress.stage == "another_writer" else None)
        waits = until(lambda: now if (now := state_of(workspace, job)).state == "waiting" else None)
        assert (waits.problem, waits.attempts) == ("", 0)
        beside = order(workspace, "look", paths=[str(calls)])
        assert over(workspace, beside).state == "done", "what only reads goes on meanwhile"
    assert over(workspace, job).state == "done"
    assert rows_in(workspace) == 40


def test_a_waiting_job_can_be_cancelled(workspace: Workspace) -> None:
    job = add_job(workspace.journal, "build", {})
    assert cancel_job(workspace.journal, job.id)
    runner = Runner(workspace)
    runner.start()
    try:
        assert over(workspace, add_job(workspace.journal, "build", {})).state == "done"
    finally:
        runner.stop()

    assert (state_of(workspace, job).state, state_of(workspace, job).attempts) == ("cancelled", 0)


def test_a_running_job_can_be_cancelled_and_its_process_is_gone(
    workspace: Workspace, serve: Serve, many_calls: Path
) -> None:
    serve(workspace)
    job = _reading(workspace, many_calls)
    process = state_of(workspace, job).process
    assert cancel_job(workspace.journal, job.id)

    until(lambda: True if not is_alive(process) else None)
    assert state_of(workspace, job).state == "cancelled"
    again = order(workspace, "import", look=job.order["look"])
    assert over(workspace, again).state == "done"
    assert _account(workspace) == _undisturbed(many_calls, workspace.folder.parent)


def test_an_import_whose_process_is_killed_goes_on_where_it_stood(
    workspace: Workspace, serve: Serve, many_calls: Path
) -> None:
    serve(workspace)
    job = _reading(workspace, many_calls)
    os.kill(_process(workspace, job), signal.SIGKILL)
    done = over(workspace, job)

    assert (done.state, done.attempts) == ("done", 2)
    assert done.result["files"][0]["state"] == "resumed"  # type: ignore[index]
    assert _account(workspace) == _undisturbed(many_calls, workspace.folder.parent)


def test_an_import_goes_on_after_its_server_was_killed(workspace: Workspace, serve: Serve, many_calls: Path) -> None:
    server = serve(workspace)
    job = _reading(workspace, many_calls)
    process = _process(workspace, job)
    server.kill()
    until(lambda: True if not is_alive(process) else None)
    assert state_of(workspace, job).state == "running", "nobody was there to say otherwise"
    serve(workspace)

    assert over(workspace, job).state == "done"
    assert _account(workspace) == _undisturbed(many_calls, workspace.folder.parent)


def test_an_import_goes_on_after_its_server_was_stopped_and_that_is_no_failed_attempt(
    workspace: Workspace, serve: Serve, many_calls: Path
) -> None:
    server = serve(workspace)
    job = _reading(workspace, many_calls)
    process = _process(workspace, job)
    server.stop()
    assert not is_alive(process)
    stopped = state_of(workspace, job)
    assert (stopped.state, stopped.attempts, stopped.process) == ("running", 0, None)
    serve(workspace)
    done = over(workspace, job)

    assert (done.state, done.attempts) == ("done", 1)
    assert _account(workspace) == _undisturbed(many_calls, workspace.folder.parent)


def test_a_job_that_is_stopped_within_a_query_has_not_failed(workspace: Workspace) -> None:
    job = add_job(workspace.journal, "endless", {})
    claim(workspace.journal, job.id)
    program = Path(__file__).parent / "endless_query.py"
    words = [sys.executable, str(program), str(workspace.folder), job.id]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stdout.readline() == "querying\n"
        time.sleep(0.5)  # the query has begun
        process.terminate()
        try:
            assert process.wait(30) == 143
        finally:
            process.kill()

    stopped = state_of(workspace, job)
    assert (stopped.state, stopped.problem) == ("running", "")


def test_a_job_that_ends_its_process_three_times_fails_with_a_sentence(
    workspace: Workspace, serve: Serve, many_calls: Path
) -> None:
    serve(workspace)
    job = _reading(workspace, many_calls)
    killed: set[int] = set()

    def kill() -> Job | None:
        now = state_of(workspace, job)
        if now.process is not None and now.process not in killed and is_alive(now.process):
            killed.add(now.process)
            os.kill(now.process, signal.SIGKILL)
        return now if now.is_over else None

    failed = until(kill)

    assert (failed.state, failed.attempts, len(killed)) == ("failed", 3, 3)
    assert "ended 3 times without a word" in failed.problem
    assert "What was committed before stays" in failed.problem


def test_a_job_whose_process_still_lives_is_left_to_it(workspace: Workspace, runner: Runner) -> None:
    job = add_job(workspace.journal, "build", {})
    claimed = until(lambda: now if (now := state_of(workspace, job)).state != "waiting" else None)

    assert claimed.attempts == 1
    assert over(workspace, job).attempts == 1


def test_a_dead_process_is_noticed_even_where_its_number_lives_again(workspace: Workspace) -> None:
    job = add_job(workspace.journal, "build", {})
    claim(workspace.journal, job.id)
    note_process(workspace.journal, job.id, os.getpid())
    with at_work(workspace, job.id):
        pass  # a process had hold of it, and is gone
    runner = Runner(workspace)
    runner.start()
    try:
        assert over(workspace, job).state == "done"
    finally:
        runner.stop()


def test_a_server_builds_what_is_out_of_date_when_it_starts(workspace: Workspace, calls: Path) -> None:
    run_import(workspace, ImportOrder([calls]))
    runner = Runner(workspace)
    runner.start()
    try:
        (build,) = until(lambda: jobs(workspace.journal) or None)
        assert (build.kind, build.author) == ("build", "")
        assert over(workspace, build).result == {"built": True, "warnings": []}
    finally:
        runner.stop()
    again = Runner(workspace)
    again.start()
    again.stop()
    assert len(jobs(workspace.journal)) == 1, "nothing is out of date any more"


def test_an_empty_workspace_needs_no_build(workspace: Workspace, runner: Runner) -> None:
    look = add_job(workspace.journal, "build", {})
    over(workspace, look)

    assert [job.id for job in jobs(workspace.journal)] == [look.id]


def test_what_was_taken_back_leaves_the_disk_once_nobody_reads_it(workspace: Workspace, calls: Path) -> None:
    run_import(workspace, ImportOrder([calls]))
    stored = workspace.warehouse.root / "interactions"
    assert take_back(workspace, "calls") == 1
    assert list(stored.iterdir()), "a screen that is open may still read it"
    with only_writer(workspace.store):
        sweep_parts(workspace)
        assert list(stored.iterdir()), "somebody writes just now"
    sweep_parts(workspace)

    assert list(stored.iterdir()) == []


def _reading(workspace: Workspace, file: Path) -> Job:
    """Order an import and wait until its first batch is in."""
    look = order(workspace, "look", paths=[str(file)])
    assert over(workspace, look).state == "done"
    job = order(workspace, "import", look=look.id)
    until(lambda: True if rows_in(workspace) > 0 else None)
    assert state_of(workspace, job).state == "running"
    return job


def _process(workspace: Workspace, job: Job) -> int:
    process = state_of(workspace, job).process
    assert process is not None
    return process


def _account(workspace: Workspace) -> tuple[object, ...]:
    """Return all that an import leaves: the ledger, and a digest of every interaction without its times of arrival."""
    ledgers = tuple((ledger.source, ledger.tally) for ledger in source_ledgers(workspace.journal))
    assert all(tally.balanced for _, tally in ledgers)
    query = (
        "SELECT count(*), count(DISTINCT interaction_id), sum(hash(interaction_id, occurred_us, channel, identifiers) % 1000003) "
        "FROM interactions"
    )
    with workspace.session() as connection:
        return (*ledgers, connection.execute(query).fetchone())


_known: dict[Path, tuple[object, ...]] = {}


def _undisturbed(file: Path, folder: Path) -> tuple[object, ...]:
    """Return the account of the same import that nobody disturbs."""
    if file not in _known:
        workspace = create_workspace(folder / "undisturbed", "Shop")
        run_import(workspace, ImportOrder([file]))
        _known[file] = _account(workspace)
        workspace.close()
    return _known[file]
