"""The state database: made from nothing by its migrations, refused when a newer Clew wrote it, and whole or unchanged."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from clew.model import BusyError, StorageError, WorkspaceError
from clew.store import Journal
from clew.store.journal_tables import metadata


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "state.db")


def test_migrations_make_exactly_the_tables_that_clew_works_with(journal: Journal) -> None:
    made = sa.inspect(journal.engine)

    assert set(made.get_table_names()) == {*metadata.tables, "alembic_version"}
    for name, table in metadata.tables.items():
        types = {column["name"]: (str(column["type"]), column["nullable"]) for column in made.get_columns(name)}
        assert types == {column.name: (str(column.type), column.nullable) for column in table.columns}, name
        assert made.get_pk_constraint(name)["constrained_columns"] == [column.name for column in table.primary_key]


def test_migrations_make_the_indexes_and_references_too(journal: Journal) -> None:
    made = sa.inspect(journal.engine)

    for name, table in metadata.tables.items():
        indexes = {str(each["name"]): each["column_names"] for each in made.get_indexes(name)}
        expected = {str(index.name): [column.name for column in index.columns] for index in table.indexes}
        assert indexes == expected, name
        references = {(each["constrained_columns"][0], each["referred_table"]) for each in made.get_foreign_keys(name)}
        assert references == {(key.parent.name, key.column.table.name) for key in table.foreign_keys}, name


def test_alembic_finds_nothing_left_to_migrate(journal: Journal) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    with journal.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_opening_it_again_changes_nothing(journal: Journal) -> None:
    with journal.transaction() as connection:
        connection.execute(metadata.tables["builds"].insert().values(**build("1")))
    journal.close()
    again = Journal(journal.path)

    with again.transaction() as connection:
        assert connection.execute(sa.select(metadata.tables["builds"].c.input_digest)).scalars().all() == ["1"]


def test_a_layout_of_a_newer_clew_is_refused_and_left_alone(journal: Journal) -> None:
    journal.close()
    with sqlite3.connect(journal.path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()

    with pytest.raises(WorkspaceError, match=r"written by a newer Clew \(layout 9999; this one knows \d+\).*Install"):
        Journal(journal.path)
    with sqlite3.connect(journal.path) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]
    connection.close()


def test_a_file_that_is_no_database_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    path.write_bytes(b"these are my notes, not a database " * 100)

    with pytest.raises(WorkspaceError, match=r"state\.db can't be read as Clew's state.*Restore it from a backup"):
        Journal(path)
    assert path.read_bytes().startswith(b"these are my notes")


def test_a_place_where_nothing_can_be_written_is_said_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"may not write here: give yourself write permission"):
        Journal(tmp_path / "no such folder" / "state.db")


def test_a_state_that_another_holds_is_busy_so_that_waiting_helps(journal: Journal) -> None:
    other = sqlite3.connect(journal.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(BusyError, match="wait until it has finished"), journal.transaction() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=0")
        connection.execute(metadata.tables["builds"].insert().values(**build("1")))
    other.close()


def test_a_transaction_that_fails_leaves_nothing(journal: Journal) -> None:
    with pytest.raises(ValueError, match="half way"), journal.transaction() as connection:
        connection.execute(metadata.tables["builds"].insert().values(**build("1")))
        raise ValueError("half way")

    with journal.transaction() as connection:
        assert connection.execute(sa.select(metadata.tables["builds"])).all() == []


def test_what_is_committed_survives_the_power_going_off(journal: Journal) -> None:
    with journal.engine.connect() as connection:
        mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar()
        synchronous = connection.exec_driver_sql("PRAGMA synchronous").scalar()

    # 2 is FULL: SQLite waits for the disk at every commit.
    assert (mode, synchronous) == ("wal", 2)


def build(digest: str) -> dict[str, object]:
    return {"made_us": 1, "input_digest": digest, "folder": "derived/x", "files": "{}"}
