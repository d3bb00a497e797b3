"""One's own data and a simulated company never mix, in whatever order the jobs were given."""

from __future__ import annotations

from pathlib import Path

import pytest

from clew.app.jobs.job import Job
from clew.app.jobs.kind import Work, known_kinds
from clew.app.simulated import is_simulated
from clew.app.workspace import create_workspace
from clew.channels import ledger_lines
from clew.model import WorkspaceError
from tests.api.conftest import Fresh
from tests.api.waiting import calls, done, ordered, over, uploaded


def test_of_jobs_that_wait_together_only_the_first_fills_the_workspace(fresh: Fresh) -> None:
    client = fresh(run_jobs=True)
    look = done(client, "look", upload=uploaded(client, ("ours.csv", calls())))["id"]
    simulated = ordered(client, "simulate", customers=20, days=30)
    own = ordered(client, "import", look=look)
    again = ordered(client, "simulate", customers=40, days=30)
    assert over(client, simulated)["state"] == "done"
    for job in (own, again):
        refused = over(client, job)
        assert refused["state"] == "failed"
        assert "simulated company" in refused["problem"]

    assert "ours" not in [source["source"] for source in client.get("/api/v1/sources").json()["items"]]


def test_a_simulation_that_was_interrupted_goes_on_and_another_doesnt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = create_workspace(tmp_path / "shop")
    kind = known_kinds()["simulate"]
    order = {"customers": 20, "days": 30}

    def run(job_id: str) -> None:
        folder = tmp_path / f"job{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        kind.run(Work(workspace, Job(job_id, "simulate", order, "running", "mia", 0), folder, lambda _progress: None))

    def killed(_work: Work) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr("clew.app.jobs.kinds.simulate.join", killed)
    with pytest.raises(KeyboardInterrupt):
        run("a" * 32)
    assert is_simulated(workspace)
    lines = len(ledger_lines(workspace.journal))
    with pytest.raises(WorkspaceError, match="empty workspace only"):
        run("b" * 32)
    monkeypatch.setattr("clew.app.jobs.kinds.simulate.join", lambda _work: True)
    run("a" * 32)

    assert len(ledger_lines(workspace.journal)) >= lines
