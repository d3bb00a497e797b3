"""Makes every check of the store, one after the other, while nobody else writes."""

from __future__ import annotations

from dataclasses import dataclass

from clew.app.building import current_digest
from clew.app.checking.check import Checked, StoreCheck
from clew.app.lock import only_writer
from clew.app.reporting import silent
from clew.app.workspace import Tell, Workspace
from clew.plugins import definitions_in
from clew.store import explained, latest_build


@dataclass(frozen=True)
class Proof:
    """Every check with what it found, in the order of their names."""

    checks: tuple[tuple[StoreCheck, Checked], ...]

    @property
    def is_consistent(self) -> bool:
        """Whether no check found a difference."""
        return not any(checked.differences for _, checked in self.checks)


def known_store_checks() -> dict[str, StoreCheck]:
    """Return the checks by name."""
    return definitions_in("clew.app.checking.checks", "CHECK", StoreCheck)


def check_workspace(workspace: Workspace, tell: Tell = silent) -> Proof:
    """Prove that what is stored is consistent; nothing is changed, nothing is built. BusyError while another Clew writes."""
    known = known_store_checks().values()
    found: dict[str, Checked] = {}
    with only_writer(workspace.store), explained(workspace.store):
        why_not = {"journal": "", "files": "", "build": _why_not_current(workspace)}
        for check in sorted(known, key=lambda each: each.needs != "journal"):
            tell(check.name)
            skipped = why_not[check.needs]
            found[check.name] = Checked("", skipped=skipped) if skipped else check.look(workspace, tell)
            if check.needs == "journal" and any(each.place_is_file for each in found[check.name].differences):
                why_not["files"] = why_not["build"] = "A file is broken: mend that first."
    return Proof(tuple((check, found[check.name]) for check in known))


def _why_not_current(workspace: Workspace) -> str:
    build = latest_build(workspace.journal)
    if build is None:
        return "Nothing is built yet: run 'clew build' first."
    if build.input_digest != current_digest(workspace):
        return "Something came in, was decided or set since the last build: run 'clew build' first."
    return ""
