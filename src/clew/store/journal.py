"""The state database ("journal"): opens it, brings it to the current layout, and hands out transactions."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError, OperationalError

from clew.model import BusyError, StorageError, WorkspaceError


class Journal:
    """One workspace's state database on SQLite (write-ahead log, full sync): what it says happened survives a crash."""

    def __init__(self, path: Path) -> None:
        """Open, or create on first use, the database at ``path`` and migrate it.

        Raises WorkspaceError when it was written by a newer Clew or isn't a database, StorageError when the disk refuses.
        """
        self.path = path
        self.engine = sa.create_engine(f"sqlite:///{path}")
        sa.event.listen(self.engine, "connect", _set_pragmas)
        with _explained(path):
            _migrate(self.engine, path)

    @contextmanager
    def transaction(self) -> Iterator[sa.Connection]:
        """Give a connection whose changes are committed together, or not at all when the block raises."""
        with _explained(self.path), self.engine.begin() as connection:
            yield connection

    def scrub(self) -> bool:
        """Rewrite the file so that nothing deleted is left in it or its log; False while somebody still reads the log."""
        with _explained(self.path), self.engine.connect() as plain:
            connection = plain.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql("VACUUM")
            busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar()
            return not busy

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()


def _set_pragmas(connection: sa.engine.interfaces.DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _migrate(engine: sa.Engine, path: Path) -> None:
    from alembic.config import Config
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(Path(__file__).parent / "migrations"))
    head = script.get_current_head()
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    if current == head:
        return
    if current is not None and current not in {revision.revision for revision in script.walk_revisions()}:
        raise WorkspaceError(
            f"The workspace's state {path} was written by a newer Clew (layout {current}; this one knows {head}). "
            "Install that version or newer, or work on a copy made before."
        )
    from alembic import command

    logging.getLogger("alembic").setLevel(logging.WARNING)
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn the driver's complaints about the disk into sentences with a remedy."""
    try:
        yield
    except OperationalError as error:
        said = str(error.orig).lower()
        refusal = BusyError if "locked" in said else StorageError
        raise refusal(f"{_what_the_disk_says(said)} State database: {path}.") from error
    except DatabaseError as error:
        raise WorkspaceError(
            f"{path} can't be read as Clew's state ({error.orig}). Restore it from a backup, or start a new workspace."
        ) from error


def _what_the_disk_says(text: str) -> str:
    if "full" in text:
        return "The disk is full: free some space and run the same command again; what was committed stays."
    if "readonly" in text or "unable to open" in text:
        return "Clew may not write here: give yourself write permission on the workspace's folder."
    if "locked" in text:
        return "Another Clew is writing to this workspace: wait until it has finished and run the command again."
    return f"The state database refused ({text}): check the disk and run the command again."
