"""A workspace: one folder with its settings, its two stores and what was made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

import duckdb

from clew.app.settings.file import SETTINGS_FILE, read_settings
from clew.app.settings.text import settings_text
from clew.model import Settings, StorageError, TextRules, WorkspaceError
from clew.store import (
    Journal,
    Warehouse,
    explained,
    imports,
    latest_build,
    latest_builds,
    now_us,
    part_files,
    parts,
)

#: So long the files of the build before the newest stay for whoever was reading them.
READ_ON_US = 3_600_000_000
Tell = Callable[[str], None]


class Workspace:
    """One workspace on disk; opens its stores on first use.

    ``folder`` holds ``clew.toml``, ``mappings/``, ``map/`` and the stores under ``.clew/``.
    """

    def __init__(self, folder: Path) -> None:
        """Open the workspace in ``folder``; WorkspaceError when there is no ``clew.toml`` or it can't be used."""
        self.folder = folder.resolve()
        self.settings: Settings = read_settings(_settings_path(self.folder))

    @property
    def store(self) -> Path:
        """Where the two stores live."""
        return self.folder / ".clew"

    @cached_property
    def journal(self) -> Journal:
        """The state database."""
        with explained(self.store):
            self.store.mkdir(exist_ok=True)
        return Journal(self.store / "state.db")

    @cached_property
    def warehouse(self) -> Warehouse:
        """The Parquet files."""
        return Warehouse(self.store / "warehouse")

    def is_empty(self) -> bool:
        """Whether nothing was ever stored here."""
        return not part_files(self.journal)

    @contextmanager
    def session(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Open a DuckDB session on one version of all tables, building what is stale first is the caller's to do."""
        files: dict[str, Sequence[str]] = dict(part_files(self.journal))
        self.check_files(files)
        build = latest_build(self.journal)
        if build is not None:
            files.update({name: [file] for name, file in build.files.items()})
        with self.warehouse.session(files) as connection:
            yield connection

    def check_files(self, files: Mapping[str, Sequence[str]]) -> None:
        """Raise StorageError when a stored file that the journal lists is gone, naming the imports it came from."""
        missing = [file for listed in files.values() for file in listed if not (self.warehouse.root / file).is_file()]
        if missing:
            import sqlalchemy as sa

            query = sa.select(imports.c.file_name).join(parts, parts.c.import_id == imports.c.id)
            with self.journal.transaction() as connection:
                named = connection.execute(query.where(parts.c.file.in_(missing[:500]))).scalars()
                sources = ", ".join(sorted(set(named))[:5])
            raise StorageError(
                f"{len(missing)} stored files are gone from {self.warehouse.root}. Restore them from a backup, or import "
                f"again with --replace: {sources}."
            )

    def sweep(self) -> int:
        """Remove what a killed import left behind, or one that was taken back; return how many files.

        What the newest build was made from stays for whoever reads it, as does the one before for the first hour.
        """
        newest = latest_builds(self.journal, 2)
        read = newest if newest and now_us() - newest[0].made_us < READ_ON_US else newest[:1]
        made_from = {file for build in read for files in build.parts.values() for file in files}
        in_force = {file for files in part_files(self.journal).values() for file in files}
        return self.warehouse.sweep(made_from | in_force)

    def close(self) -> None:
        """Let go of the files."""
        if "journal" in self.__dict__:
            self.journal.close()


def create_workspace(folder: Path, name: str | None = None, texts: TextRules = TextRules()) -> Workspace:  # noqa: B008 - frozen
    """Make a workspace in ``folder`` (created where needed); WorkspaceError when there is one already."""
    path = folder / SETTINGS_FILE
    if path.exists():
        raise WorkspaceError(
            f"{folder} is a workspace already ({SETTINGS_FILE} is there). Use it, or choose another folder."
        )
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "mappings").mkdir(exist_ok=True)
        title = (
            name or folder.resolve().name.replace("_", " ").replace("-", " ").strip().capitalize() or "Our customers"
        )
        path.write_text(settings_text(Settings(name=title, texts=texts)), encoding="utf-8")
    workspace = Workspace(folder)
    workspace.journal, workspace.warehouse  # noqa: B018 - created on first use, and first use is now
    return workspace


def find_workspace(named: Path | None = None, start: Path | None = None) -> Workspace:
    """Open the named workspace, else the nearest folder upward that has a ``clew.toml``."""
    if named is not None:
        return Workspace(named)
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / SETTINGS_FILE).is_file():
            return Workspace(folder)
    raise WorkspaceError(f"No workspace in {here} or above. Make one with 'clew init DIR', or name one with -w DIR.")


def _settings_path(folder: Path) -> Path:
    path = folder / SETTINGS_FILE
    if not path.is_file():
        raise WorkspaceError(
            f"{folder} is no workspace: it has no {SETTINGS_FILE}. Make one with 'clew init {folder}'."
        )
    return path
