"""A kind of job: what it does, what its order may say, and how it is done; one file each in `kinds/`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from clew.app.jobs.job import Job, JobProgress, Order, Result
from clew.app.workspace import Workspace
from clew.model import UsageError
from clew.plugins import definitions_in


@dataclass(frozen=True)
class Work:
    """What a job has at hand: the workspace, its order, an own folder for what it makes, and who hears how far it is.

    ``tell`` may raise: a job that was cancelled ends there. ``folder`` is gone when the job is over.
    """

    workspace: Workspace
    job: Job
    folder: Path
    tell: Callable[[JobProgress], None]

    @property
    def order(self) -> Order:
        """What was ordered, as :attr:`Kind.check` returned it."""
        return self.job.order


@dataclass(frozen=True)
class Kind:
    """A kind of job.

    ``check`` returns the order in full, or raises UsageError, WorkspaceError or another of Clew's for one that can't be
    done here. ``run`` does it, and may be killed and run again at any moment: doing it twice gives the same as once.
    ``writes`` says that it needs the workspace for itself; two of those never run at a time.
    ``has_own_address`` says that an endpoint of its own orders it, which asks for more than leave to work.
    """

    name: str
    what: str
    writes: bool
    check: Callable[[Workspace, Order], Order]
    run: Callable[[Work], Result]
    has_own_address: bool = False


@cache
def known_kinds() -> dict[str, Kind]:
    """Return every kind of job by name."""
    return definitions_in("clew.app.jobs.kinds", "KIND", Kind)


def ordered(workspace: Workspace, kind: str, order: Order) -> Order:
    """Return the order in full; UsageError for an unknown kind, and what its check raises."""
    found = known_kinds().get(kind)
    if found is None:
        raise UsageError(f"No such kind of job. Known: {', '.join(known_kinds())}.")
    return found.check(workspace, order)
