"""The whole main job on a small made-up company: its exports, a workspace, the import, the build, the map."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from clew.app.importing import ImportOrder, ImportReport, run_import
from clew.app.mapping_out import MapFiles, make_map, write_map
from clew.app.simulated import note_simulated
from clew.app.workspace import create_workspace
from clew.channels import Progress, Proposal
from clew.model import JourneyMap, WorkspaceError
from clew.simulator import Company, Order, load_scenario, write_company

MARK = ".clew-demo"
#: Small enough to be done in seconds, large enough for numbers that say something.
_CUSTOMERS, _DAYS = 400, 90


@dataclass(frozen=True)
class Demo:
    """What the demo made and where it is."""

    folder: Path
    company: Company
    report: ImportReport
    journey_map: JourneyMap
    files: MapFiles


def run_demo(
    folder: Path,
    progress: Progress,
    show: Callable[[Proposal], None],
    say: Callable[[str], None],
) -> Demo:
    """Make the demo anew in ``folder``; WorkspaceError when something else than an earlier demo is there.

    ``progress`` hears the import, ``show`` each reading that it proposes, ``say`` a line at each stage.
    """
    if folder.exists() and not (folder.is_dir() and ((folder / MARK).exists() or not any(folder.iterdir()))):
        raise WorkspaceError(f"{folder} holds something that is no demo of Clew's. Name another folder with --to.")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / MARK).write_text("Made by 'clew demo'; safe to delete.\n", encoding="utf-8")
    order = Order(load_scenario("billing"), customers=_CUSTOMERS, days=_DAYS)
    say("1/4  Making up a company and its exports")
    company = write_company(order, folder / "company", workers=1)
    say(
        f"     {company.people:,} customers, {len(company.files)} files, {company.rows:,} rows in {folder / 'company' / 'exports'}"
    )
    say("2/4  Importing them, with nothing configured")
    workspace = create_workspace(folder / "workspace", order.scenario.company.name)
    try:
        note_simulated(workspace, simulated=True)
        report = run_import(workspace, ImportOrder([folder / "company" / "exports"]), progress, show)
        say("3/4  Joining interactions into journeys")
        journey_map = make_map(workspace)
        say("4/4  Drawing the map")
        files = write_map(journey_map, workspace.folder / "map")
    finally:
        workspace.close()
    return Demo(folder, company, report, journey_map, files)
