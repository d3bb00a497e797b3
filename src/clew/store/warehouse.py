"""The warehouse: Parquet files that are only ever added, and DuckDB sessions that read them in process."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from clew.model import CONTRACTS, StorageError, TableContract
from clew.store.definitions import column_types

#: Layout of the Parquet files; a part remembers the layout it was written in.
LAYOUT = 1
#: What a session may hold in memory before it spills to disk: a floor, and so much for each interaction it works on.
MEMORY_FLOOR_MIB, MEMORY_BYTES_PER_ROW = 700, 320


class Warehouse:
    """One workspace's tables as files under ``root``; which files count is the journal's manifest to say."""

    def __init__(self, root: Path) -> None:
        """Use ``root``, creating it on first use."""
        self.root = root
        with explained(root):
            for name in ("interactions", "records", "derived", "scratch"):
                (root / name).mkdir(parents=True, exist_ok=True)

    @contextmanager
    def session(self, files: Mapping[str, Sequence[str]], rows: int = 0) -> Iterator[duckdb.DuckDBPyConnection]:
        """Open a DuckDB session in which each contract table is a view of its listed files (empty where none is listed).

        ``rows`` says how many interactions it will work on at once, so that it is given memory in proportion.
        """
        with scratch_session(self.root / "scratch", rows) as connection:
            for contract in CONTRACTS.values():
                connection.execute(_view(contract, [str(self.root / file) for file in files.get(contract.name, ())]))
            yield connection

    def write(self, connection: duckdb.DuckDBPyConnection, query: str, folder: str, name: str | None = None) -> str:
        """Write the query's rows as one Parquet file and return its path below the root; it is on disk when this returns."""
        relative = f"{folder}/{name or uuid.uuid4().hex}.parquet"
        path = self.root / relative
        draft = path.with_suffix(".tmp")
        with explained(self.root):
            path.parent.mkdir(parents=True, exist_ok=True)
            target = str(draft).replace("'", "''")
            connection.execute(f"COPY ({query}) TO '{target}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)")
            with draft.open("rb") as written:
                os.fsync(written.fileno())
            draft.replace(path)
        return relative

    def sweep(self, known: set[str]) -> int:
        """Remove part files that no manifest line names (left by a killed import); return how many."""
        removed = 0
        for folder in ("interactions", "records"):
            for path in (self.root / folder).iterdir():
                if f"{folder}/{path.name}" not in known:
                    path.unlink()
                    removed += 1
        return removed

    def forget_builds(self, keep: Collection[str]) -> None:
        """Remove derived tables of all builds but these."""
        for folder in (self.root / "derived").iterdir():
            if f"derived/{folder.name}" not in keep:
                shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def scratch_session(folder: Path, rows: int = 0) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a DuckDB session that spills to ``folder`` rather than grow, in UTC, in the order of the input."""
    spill = folder / f"spill-{uuid.uuid4().hex}"
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
    connection = duckdb.connect(
        config={
            "memory_limit": f"{MEMORY_FLOOR_MIB + rows * MEMORY_BYTES_PER_ROW // 1024**2}MiB",
            "temp_directory": str(spill),
            "preserve_insertion_order": True,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
    )
    try:
        connection.execute("SET TimeZone = 'UTC'")
        yield connection
    finally:
        connection.close()
        shutil.rmtree(spill, ignore_errors=True)


@contextmanager
def explained(place: Path) -> Iterator[None]:
    """Turn the disk's refusals into sentences that name the place and the remedy."""
    try:
        yield
    except (OSError, duckdb.IOException, duckdb.OutOfMemoryException) as error:
        text = str(error).lower()
        full = "no space" in text or "disk full" in text or "offload" in text or getattr(error, "errno", None) == 28
        if full:
            raise StorageError(
                f"The disk under {place} is full: free some space and run the same command again; "
                "what was committed stays."
            ) from error
        if "permission" in text or "read-only" in text or getattr(error, "errno", None) in (1, 13, 30):
            raise StorageError(f"Clew may not write to {place}: give yourself write permission there.") from error
        raise


def _view(contract: TableContract, paths: list[str]) -> str:
    columns = column_types(contract)
    if paths:
        files = ", ".join("'" + path.replace("'", "''") + "'" for path in paths)
        # A build that an older Clew made lacks the columns that came later: they are unknown until the next build.
        schemas = [set(pq.read_schema(path).names) for path in paths]
        there = set().union(*schemas)
        alike = ", union_by_name = true" if any(each != there for each in schemas) else ""
        chosen = ", ".join(
            f'"{name}"' if name in there else f'CAST(NULL AS {kind}) AS "{name}"' for name, kind in columns.items()
        )
        return f"CREATE VIEW {contract.name} AS SELECT {chosen} FROM read_parquet([{files}]{alike})"
    chosen = ", ".join(f'CAST(NULL AS {kind}) AS "{name}"' for name, kind in columns.items())
    return f"CREATE VIEW {contract.name} AS SELECT {chosen} WHERE false"
