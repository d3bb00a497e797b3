"""Imports a file in small batches and kills itself, as a power cut would; run as a program by the tests.

Usage: killed_import.py WORKSPACE FILE BATCH_ROWS WHERE, where WHERE is ``after:N`` (N rows were committed), ``between:N``
(the N-th Parquet part was written, but not yet committed to the journal), ``within:N`` (in the middle of the N-th commit),
or ``never``.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from unittest.mock import patch

from clew.app.importing import ImportOrder, run_import
from clew.app.workspace import find_workspace
from clew.channels import batch, feeds
from clew.channels.reading import batching
from clew.store import Warehouse


def main(workspace: str, file: str, batch_rows: str, where: str) -> None:
    """Import ``file`` and die where told."""
    point, _, number = where.partition(":")
    written = 0
    write, add_tally = Warehouse.write, batch.add_tally

    def kill() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def hear(_file: str, done: int, _total: int) -> None:
        if point == "after" and done >= int(number):
            kill()

    def write_and_maybe_die(self: Warehouse, *words: object) -> str:
        nonlocal written
        path = write(self, *words)  # type: ignore[arg-type]
        written += 1
        if point == "between" and written == int(number):
            kill()
        return path

    def tally_or_die(*words: object) -> None:
        if point == "within" and written == int(number):
            kill()
        add_tally(*words)  # type: ignore[arg-type]

    batching.of_batch_size.__defaults__ = (int(batch_rows),)
    with (
        patch.object(feeds, "BATCH_ROWS", int(batch_rows)),
        patch.object(Warehouse, "write", write_and_maybe_die),
        patch.object(batch, "add_tally", tally_or_die),
    ):
        run_import(find_workspace(Path(workspace)), ImportOrder([file]), hear)


if __name__ == "__main__":
    main(*sys.argv[1:])
