"""Scores Clew, or any other system, on a simulated company: imports its exports with nothing configured, and compares."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from clew.app.importing import ImportOrder, run_import
from clew.app.submission import NOT_BUILT, own_submission
from clew.app.workspace import Workspace, create_workspace
from clew.channels import Progress
from clew.model import InputError, UsageError, WorkspaceError
from clew.simulator.score import Board, read_submission, read_truth, score

EXPORTS, TRUTH = "exports", "truth"
#: Marks a workspace that was made to be scored, so that it can be made anew and no other is touched.
MARK = ".clew-score"


def _nothing(_file: str, _done: int, _total: int) -> None:
    """Hear nothing."""


def score_company(
    folder: Path,
    workspace: Path | None = None,
    submission: Path | None = None,
    progress: Progress = _nothing,
    tell: Callable[[str], None] = lambda _name: None,
) -> Board:
    """Score on the simulated company in ``folder`` (``exports/`` and ``truth/``).

    Without a ``submission`` (a folder of tables of any system), Clew itself is scored: the exports are imported into
    ``workspace``, made anew each time, or into a scratch folder. ``progress`` hears the import, ``tell`` what is being done.

    Raises InputError when truth, exports or submission lack something, WorkspaceError when the workspace is another's,
    UsageError when both a submission and a workspace are given.
    """
    if submission is not None and workspace is not None:
        raise UsageError("A submission is scored without a workspace. Leave out -w, or --submission to score Clew.")
    _expect_company(folder)
    truth = read_truth(folder / TRUTH)
    if submission is not None:
        return score(truth, read_submission(submission), system=submission.resolve().name, tell=tell)
    if not (folder / EXPORTS).is_dir():
        raise InputError(f"{folder} has no folder {EXPORTS}. Name the folder that 'clew simulate --out DIR' wrote.")
    with _place(workspace) as place:
        report = run_import(place, ImportOrder([folder / EXPORTS]), progress)
        handed_in = own_submission(place, truth, tell)
    board = score(truth, handed_in, system="Clew", not_built=NOT_BUILT, tell=tell)
    refused = (f"{each.name} was not imported: {each.reason}" for each in report.refused)
    return replace(board, remarks=(*refused, *board.remarks))


def _expect_company(folder: Path) -> None:
    """Raise InputError when the folder holds no simulated company that can be scored, and say what it holds instead."""
    if not folder.is_dir():
        raise InputError(f"There is no folder {folder}. Name one that 'clew simulate --out DIR' wrote.")
    if (folder / TRUTH).is_dir():
        return
    flat = [*folder.glob("*.parquet"), *folder.glob("events/*.parquet")]
    if flat:
        raise InputError(
            f"{folder} is one flat table, as '--format parquet' writes it, which has no exports to read and no truth to score against. "
            "Simulate anew with --format exports."
        )
    raise InputError(f"{folder} has no folder {TRUTH}. Name the folder that 'clew simulate --out DIR' wrote.")


@contextmanager
def _place(named: Path | None) -> Iterator[Workspace]:
    """Give the workspace to import into: a scratch one that is gone afterwards, or the named one, which stays."""
    with tempfile.TemporaryDirectory(prefix="clew-score-") as scratch:
        folder = named if named is not None else Path(scratch) / "workspace"
        if (folder / MARK).is_file():
            shutil.rmtree(folder)
        elif folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise WorkspaceError(
                f"{folder} holds something that 'clew score' didn't make. Name an empty folder or a new one with -w."
            )
        workspace = create_workspace(folder, "Scored")
        (folder / MARK).write_text("Made by 'clew score', anew each time; safe to delete.\n", encoding="utf-8")
        try:
            yield workspace
        finally:
            workspace.close()
