"""Makes one block of a company: lives it, speaks it, writes it down as every system does, and leaves it in a scratch folder."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from clew.simulator.chance import Chance
from clew.simulator.export import Block, Sheet, Verdict
from clew.simulator.lived import BLOCK_CUSTOMERS, Lived, Order
from clew.simulator.living.world import live_block
from clew.simulator.systems import known_exports
from clew.simulator.wording import Speech
from clew.simulator.writing.context import true_acts
from clew.simulator.writing.effects import Effects, summed
from clew.simulator.writing.files import body, header
from clew.simulator.writing.planted import planted_tables
from clew.simulator.writing.uncollected import uncollected


@dataclass(frozen=True)
class MadeSheet:
    """One block's part of one file: the file's path, what it begins with, the part, and its rows by verdict."""

    path: str
    header: bytes
    part: Path
    rows: dict[Verdict, int]


@dataclass(frozen=True)
class MadeBlock:
    """What one block left in ``folder``: parts of files, and by table an Arrow file with its rows."""

    folder: Path
    sheets: tuple[MadeSheet, ...]
    tables: dict[str, Path]
    truth_rows: dict[str, int]
    effects: Effects


def block_count(order: Order) -> int:
    """Return how many blocks an order takes."""
    return -(-order.customers // BLOCK_CUSTOMERS)


class BlockMaker:
    """Makes the blocks of an order, each by its number, into folders of their own below ``scratch``."""

    def __init__(self, order: Order, scratch: Path) -> None:
        self._order = order
        self._scratch = scratch
        self._exports = known_exports()
        self._speech = Speech(order.scenario, order.wording)

    def __call__(self, number: int) -> MadeBlock:
        """Make one block; the same bytes whatever was made before it. StorageError when the disk refuses."""
        with uncollected():
            return self._made(number)

    def _made(self, number: int) -> MadeBlock:
        lived = live_block(self._order, number)
        block = spoken(self._order, lived, self._speech)
        written = [(name, sheet) for name, export in self._exports.items() for sheet in export.write(block)]
        folder = self._scratch / f"part-{number}"
        folder.mkdir(parents=True)
        tables = planted_tables(lived, block, written)
        return MadeBlock(
            folder=folder,
            sheets=tuple(_written(sheet, folder / f"{place}.part") for place, (_, sheet) in enumerate(written)),
            tables={name: _stored(table, folder / f"{name}.arrow") for name, table in tables.items()},
            truth_rows={name: table.num_rows for name, table in tables.items()},
            effects=summed(lived.truth.get("counterfactuals", ())),
        )


def spoken(order: Order, lived: Lived, speech: Speech) -> Block:
    """Return a lived block with its texts; each issue of each customer is spoken from its own stream of chance."""
    block = Block(
        number=lived.number,
        seed=order.seed,
        scenario=order.scenario,
        people=lived.people,
        agents=lived.agents,
        events=lived.events,
        texts={},
        begin=lived.begin,
        end=lived.end,
    )
    apart = block.chance("texts")
    streams: dict[str, Chance] = {}
    for event in lived.events:
        if not event.acts:
            continue
        if event.pursuit is None:
            chance = apart
        elif (chance := streams.get(key := event.pursuit.key)) is None:
            chance = streams[key] = Chance(order.seed, "texts", key)
        text, facts = speech.say(event, chance)
        if text:
            block.texts[event.number] = text
        if facts:
            block.spoken[event.number] = facts
    block.spoken = true_acts(lived, block.spoken)
    return block


def _written(sheet: Sheet, part: Path) -> MadeSheet:
    part.write_bytes(body(sheet))
    rows: Counter[Verdict] = Counter(row.verdict for row in sheet.rows)
    return MadeSheet(sheet.path, header(sheet), part, dict(rows))


def _stored(table: pa.Table, path: Path) -> Path:
    with pa.OSFile(str(path), "wb") as out, pa.ipc.new_file(out, table.schema) as writer:
        writer.write_table(table)
    return path
