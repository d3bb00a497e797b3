"""Writes a made-up company to disk: the exports that it has, and beside them the truth that no company has."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from clew.simulator.lived import BLOCK_CUSTOMERS, Order
from clew.simulator.truth_tables import EFFECTS, TRUTH
from clew.simulator.writing.blocks import BlockMaker, MadeBlock, block_count
from clew.simulator.writing.company_pages import write_pages
from clew.simulator.writing.company_report import Company, FileRows
from clew.simulator.writing.effects import Effects, add, effect_rows
from clew.simulator.writing.order_checks import check_order
from clew.simulator.writing.own_folder import COMPANY_CARD
from clew.simulator.writing.parallel import in_order
from clew.simulator.writing.planted import as_arrow, schema
from clew.simulator.writing.unfinished import unfinished

#: Hears how many customers are done, and how many there are.
Heard = Callable[[int, int], None]


def write_company(order: Order, folder: Path, workers: int | None = None, progress: Heard | None = None) -> Company:
    """Write a company into ``folder``: ``exports/``, ``truth/``, a README and a card for programs.

    The same order gives the same bytes, however many ``workers`` (processes; by default one for each core) share the
    work. ``folder`` may be absent, empty, or hold an earlier simulated company, which is replaced when the new one is
    whole and not before. Memory is bounded: about a block of customers for each worker, however many there are in all.
    UsageError for an order that can't be made and a folder that holds anything else; StorageError when the disk is full.
    """
    check_order(order)
    blocks = block_count(order)
    with unfinished(folder, COMPANY_CARD) as hidden:
        scratch = hidden / "parts"
        # Closed, so that after an interrupt no helper writes on while what it wrote is deleted.
        with (
            _Writing(hidden) as writing,
            closing(in_order(partial(BlockMaker, order, scratch), blocks, workers)) as made_blocks,
        ):
            for number, made in enumerate(made_blocks):
                writing.take(made)
                if progress is not None:
                    progress(min((number + 1) * BLOCK_CUSTOMERS, order.customers), order.customers)
            company = writing.finish(order, folder)
        shutil.rmtree(scratch, ignore_errors=True)
        write_pages(company, hidden)
    return company


@dataclass(frozen=True)
class _Parquet:
    """One table's file: a row group for each block that has rows of it."""

    writer: pq.ParquetWriter

    def take(self, table: pa.Table) -> None:
        if table.num_rows:
            self.writer.write_table(table, row_group_size=table.num_rows)


class _Writing:
    """Puts blocks behind one another, in the order in which they are given."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, FileRows] = {}
        self._truth: dict[str, int] = {}
        self._effects: Effects = {}
        (folder / "exports").mkdir()
        (folder / "truth").mkdir()
        self._tables: dict[str, _Parquet] = {}

    def __enter__(self) -> _Writing:
        for table in TRUTH:
            path = self._folder / "truth" / f"{table.name}.parquet"
            # Without Arrow's own schema in it, the file is plain Parquet for every reader.
            writer = pq.ParquetWriter(path, schema(table), compression="zstd", store_schema=False)
            self._tables[table.name] = _Parquet(writer)
        return self

    def __exit__(self, *_raised: object) -> None:
        for table in self._tables.values():
            table.writer.close()

    def take(self, made: MadeBlock) -> None:
        """Append one block's parts to the files, and delete them."""
        for sheet in made.sheets:
            if not sheet.rows:
                continue
            path = self._folder / "exports" / sheet.path
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("ab") as out, sheet.part.open("rb") as part:
                if sheet.path not in self._files:
                    out.write(sheet.header)
                shutil.copyfileobj(part, out, 1 << 20)
            self._files[sheet.path] = self._files.get(sheet.path, FileRows(sheet.path)).plus(sheet.rows)
        for name, arrow in made.tables.items():
            with pa.memory_map(str(arrow)) as source:
                self._tables[name].take(pa.ipc.open_file(source).read_all())
            self._truth[name] = self._truth.get(name, 0) + made.truth_rows[name]
        add(self._effects, made.effects)
        shutil.rmtree(made.folder)

    def finish(self, order: Order, folder: Path) -> Company:
        """Write what only the whole world has, and return the counts."""
        effects = as_arrow(EFFECTS, effect_rows(order, self._effects))
        self._tables[EFFECTS.name].take(effects)
        self._truth[EFFECTS.name] = effects.num_rows
        files = tuple(self._files[path] for path in sorted(self._files))
        return Company(folder, order, files, {table.name: self._truth.get(table.name, 0) for table in TRUTH})
