"""Whether a workspace holds a simulated company, so that nobody takes its numbers for their own."""

from __future__ import annotations

import sqlalchemy as sa

from clew.app.workspace import Workspace
from clew.store import facts, now_us

_NAME = "simulated"


def is_simulated(workspace: Workspace) -> bool:
    """Say whether what is imported here was made up."""
    with workspace.journal.transaction() as connection:
        return connection.execute(sa.select(facts.c.value).where(facts.c.name == _NAME)).scalar() == "yes"


def note_simulated(workspace: Workspace, *, simulated: bool) -> None:
    """Write down whether what is imported here was made up."""
    with workspace.journal.transaction() as connection:
        connection.execute(facts.delete().where(facts.c.name == _NAME))
        if simulated:
            connection.execute(facts.insert().values(name=_NAME, value="yes", at_us=now_us()))
