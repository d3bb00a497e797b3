"""Whether a workspace holds a simulated company, so that nobody takes its numbers for their own."""

from __future__ import annotations

import sqlalchemy as sa

from clew.app.workspace import Workspace
from clew.model import WorkspaceError
from clew.store import facts, now_us

_NAME = "simulated"
#: What stands there where no job made it up.
_BY_NOBODY = "yes"


def is_simulated(workspace: Workspace) -> bool:
    """Say whether what is imported here was made up."""
    return _made_by(workspace) is not None


def note_simulated(workspace: Workspace, *, simulated: bool, job: str = "") -> None:
    """Write down whether what is imported here was made up, and by which job."""
    with workspace.journal.transaction() as connection:
        connection.execute(facts.delete().where(facts.c.name == _NAME))
        if simulated:
            connection.execute(facts.insert().values(name=_NAME, value=job or _BY_NOBODY, at_us=now_us()))


def check_own(workspace: Workspace) -> None:
    """Raise WorkspaceError where files of one's own would mix with a simulated company."""
    if is_simulated(workspace):
        raise WorkspaceError(
            "This workspace holds a simulated company. Start over before you import files of your own."
        )


def check_room(workspace: Workspace, job: str = "") -> None:
    """Raise WorkspaceError where a simulated company would mix with something else; what ``job`` itself made is none."""
    made_by = _made_by(workspace)
    if made_by != job if made_by else not workspace.is_empty():
        raise WorkspaceError(
            "Something was imported here already: a simulated company goes into an empty workspace only."
        )


def _made_by(workspace: Workspace) -> str | None:
    with workspace.journal.transaction() as connection:
        return connection.execute(sa.select(facts.c.value).where(facts.c.name == _NAME)).scalar()
