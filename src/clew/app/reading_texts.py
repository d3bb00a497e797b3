"""Reads what customers and agents wrote, once for each stored file: what was read stays until the file or the reading changes."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import nullcontext
from multiprocessing import get_context
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from clew.app.whole_file import drafts
from clew.app.workspace import Workspace
from clew.journeys import READABLE_KINDS, read_marks, reading_version
from clew.store import explained

FOLDER = "readings"
#: Texts that one process reads at a time, and from how many on several processes are worth starting.
BATCH, SEVERAL_FROM = 20_000, 40_000
_TEXTS = """SELECT interaction_id, coalesce(party, '') AS party, text FROM read_parquet(?)
WHERE text IS NOT NULL AND kind IN (SELECT unnest(?)) ORDER BY interaction_id"""


def read_texts(workspace: Workspace, parts: Sequence[str]) -> list[str]:
    """Read the texts of each part file that wasn't read yet; return the files with what was read, one for each part.

    What was read of a text depends on the text and who wrote it only, so it never has to be done again for a part.
    """
    root = workspace.warehouse.root
    named = {part: f"{FOLDER}/{Path(part).stem}-{reading_version()}.parquet" for part in parts}
    missing = [part for part, file in named.items() if not (root / file).is_file()]
    with explained(root):
        (root / FOLDER).mkdir(exist_ok=True)
        with _pool(_count(root, missing)) as pool:
            for part in missing:
                _read_part(root / part, root / named[part], pool)
    return list(named.values())


def forget_readings(workspace: Workspace, keep: Sequence[str]) -> None:
    """Remove what was read of parts that are gone, or by an older reading."""
    folder = workspace.warehouse.root / FOLDER
    for path in folder.iterdir() if folder.is_dir() else ():
        if f"{FOLDER}/{path.name}" not in keep:
            path.unlink(missing_ok=True)


def _count(root: Path, parts: Sequence[str]) -> int:
    return sum(pq.read_metadata(root / part).num_rows for part in parts)


def _pool(rows: int) -> ProcessPoolExecutor | nullcontext[None]:
    cores = os.cpu_count() or 1
    if rows < SEVERAL_FROM or cores < 2:
        return nullcontext()
    return ProcessPoolExecutor(min(cores, 8), mp_context=get_context("spawn"))


def _read_part(part: Path, file: Path, pool: ProcessPoolExecutor | None) -> None:
    connection = duckdb.connect()
    try:
        batches = _batches(connection, part)
        tables = map(read_marks, batches) if pool is None else _spread(pool, batches)
        with drafts((file,)) as (draft,):
            _write(draft, tables)
    finally:
        connection.close()


def _spread(pool: ProcessPoolExecutor, batches: Iterator[list[tuple[str, str, str]]]) -> Iterator[pa.Table]:
    """Read batches in several processes, in order, with a few of them in memory at a time."""
    waiting: deque[Future[pa.Table]] = deque()
    for batch in batches:
        waiting.append(pool.submit(read_marks, batch))
        if len(waiting) > 2 * (os.cpu_count() or 1):
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _batches(connection: duckdb.DuckDBPyConnection, part: Path) -> Iterator[list[tuple[str, str, str]]]:
    result = connection.execute(_TEXTS, [str(part), list(READABLE_KINDS)])
    while rows := result.fetchmany(BATCH):
        yield rows


def _write(path: Path, tables: Iterator[pa.Table]) -> None:
    from clew.journeys.facts.marks import SCHEMA

    with pq.ParquetWriter(path, SCHEMA, compression="zstd") as writer:
        for table in tables:
            writer.write_table(table)
