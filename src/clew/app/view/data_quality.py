"""The data quality report of the build that is shown, worked out once in a thread of its own, so that nobody waits for it twice."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from clew.app.mapping_out import REFUSED
from clew.app.quality import Report, report_on
from clew.app.view.view import View
from clew.app.workspace import Workspace
from clew.channels import source_ledgers

#: So long the first who ask wait for it before they are told to ask again.
_WAIT_SECONDS = 0.8


@dataclass(frozen=True)
class DataQuality:
    """A finished report."""

    report: Report


@dataclass
class _Making:
    """A report under way: what it looks at, and in the end itself or the error."""

    done: threading.Event = field(default_factory=threading.Event)
    begun: threading.Lock = field(default_factory=threading.Lock)
    what: str = ""
    report: Report | None = None
    error: BaseException | None = None


def data_quality(view: View, workspace: Workspace) -> DataQuality | str:
    """Return the report of this build and of what the ledger holds now; else the check that is being made."""
    ledger = tuple(
        (each.source, line.import_id, line.finished_us)
        for each in source_ledgers(workspace.journal)
        if each.source != REFUSED
        for line in each.files
    )
    making = view.remembered(("data quality", ledger), _Making)
    if making.begun.acquire(blocking=False):
        threading.Thread(target=_make, args=(view, workspace, making), name="clew-quality", daemon=True).start()
    making.done.wait(_WAIT_SECONDS)
    if making.error is not None:
        raise making.error
    return making.what if making.report is None else DataQuality(making.report)


def _make(view: View, workspace: Workspace, making: _Making) -> None:
    def tell(what: str) -> None:
        making.what = what

    try:
        with view.session() as session:
            making.report = report_on(session, workspace, tell)
    except BaseException as error:  # noqa: BLE001 - whoever asked has to hear of it
        making.error = error
    finally:
        making.done.set()
