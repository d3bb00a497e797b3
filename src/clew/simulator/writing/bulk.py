"""Streams a very large world to Parquet as one flat table of interactions, without ever holding it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from clew.simulator.lived import BLOCK_CUSTOMERS, Order
from clew.simulator.living.world import live_block
from clew.simulator.wording import Speech
from clew.simulator.writing.blocks import block_count, spoken
from clew.simulator.writing.bulk_columns import BULK, flat_table
from clew.simulator.writing.bulk_pages import write_bulk_pages
from clew.simulator.writing.order_checks import check_order
from clew.simulator.writing.own_folder import EVENTS_CARD
from clew.simulator.writing.parallel import in_order
from clew.simulator.writing.uncollected import uncollected
from clew.simulator.writing.unfinished import unfinished

#: A world is written in about so many parts as long as they stay small, so that every core has work to the end.
PARTS = 64
MOST_BLOCKS_A_PART = 16


@dataclass(frozen=True)
class Bulk:
    """What was written: the folder, how many Parquet parts below ``events/``, and how many interactions in all."""

    folder: Path
    parts: int
    interactions: int


def write_events(
    order: Order,
    folder: Path,
    workers: int | None = None,
    text: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Bulk:
    """Write every interaction of a world into ``folder/events/part-00001.parquet`` and so on.

    One row is one interaction, with the customer's identifiers as the system where it happened knows them, without any
    dirt, in the order of time within each row group of 1,000 customers (:data:`~clew.simulator.writing.bulk_columns.BULK` says
    the columns). Memory doesn't grow with the world. ``text`` speaks the texts too, which takes most of the time. Same
    order, same rows and bytes for any number of ``workers``. ``progress`` hears customers done and customers in all.

    Raises:
        UsageError: The order can't be made, or ``folder`` holds anything else than an earlier result.
        StorageError: The disk is full or refuses.
    """
    check_order(order)
    blocks = blocks_a_part(order)
    parts = -(-block_count(order) // blocks)
    interactions = 0
    with unfinished(folder, EVENTS_CARD) as hidden:
        (hidden / "events").mkdir()
        # Closed, so that after an interrupt no helper writes on while what it wrote is deleted.
        with closing(in_order(partial(_PartWriter, order, hidden / "events", text), parts, workers)) as written:
            for number, rows in enumerate(written, 1):
                interactions += rows
                if progress is not None:
                    progress(min(number * blocks * BLOCK_CUSTOMERS, order.customers), order.customers)
        write_bulk_pages(order, hidden, interactions, text)
    return Bulk(folder, parts, interactions)


def blocks_a_part(order: Order) -> int:
    """Return how many blocks come into one part; each is a row group of its own. Workers don't matter."""
    return min(-(-block_count(order) // PARTS), MOST_BLOCKS_A_PART)


class _PartWriter:
    """Writes parts by their number, each from its own blocks."""

    def __init__(self, order: Order, folder: Path, text: bool) -> None:
        self._order = order
        self._folder = folder
        self._speech = Speech(order.scenario, order.wording) if text else None

    def __call__(self, part: int) -> int:
        """Write one part and return its rows."""
        blocks = blocks_a_part(self._order)
        first = part * blocks
        rows = 0
        path = self._folder / f"part-{part + 1:05}.parquet"
        with pq.ParquetWriter(path, BULK, compression="zstd", store_schema=False) as out:
            for number in range(first, min(first + blocks, block_count(self._order))):
                table = self._block(number)
                rows += table.num_rows
                if table.num_rows:
                    out.write_table(table, row_group_size=table.num_rows)
        return rows

    def _block(self, number: int) -> pa.Table:
        with uncollected():
            lived = live_block(self._order, number)
            texts = spoken(self._order, lived, self._speech).texts if self._speech is not None else {}
            return flat_table(lived, texts)
