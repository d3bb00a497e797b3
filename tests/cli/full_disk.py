"""Fills a small file system of its own and imports on it; run as a program by the tests, prints what happened as JSON.

Usage: full_disk.py MOUNT_POINT FILE (the folder is an empty, small file system; the file lies elsewhere).
"""

from __future__ import annotations

import gzip
import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from unittest.mock import patch

from clew.channels.reading import batching
from tests.cli.running import Shop, run

BATCH_ROWS = 4000
LEFT_BYTES = 1_400_000


def main(disk: Path, file: Path) -> dict[str, object]:
    """Import until the disk is full, free some space, and import again."""
    assert run("init", disk / "shop").code == 0
    shop = Shop(disk / "shop")
    packed = file.with_name("packed.csv.gz")
    packed.write_bytes(gzip.compress(file.read_bytes()))
    filler = disk / "filler"
    fill(filler, LEFT_BYTES)
    said = {"full": shop.run("import", file)}
    seen: dict[str, object] = {"ledger": shop.ledger(), "stored": len(shop.interactions())}
    said["unpacking"] = shop.run("import", packed, "--source", "packed")
    fill(disk / "rest", 0)
    said["building"] = shop.run("build")
    filler.unlink()
    (disk / "rest").unlink(missing_ok=True)
    said["again"] = shop.run("import", file)
    said["built"] = shop.run("build")
    seen |= {"ledger_after": shop.ledger(), "stored_after": len({row["source_id"] for row in shop.interactions()})}
    left = [path.name for path in (disk / "shop" / ".clew" / "warehouse" / "interactions").iterdir()]
    return {**{name: asdict(each) for name, each in said.items()}, **seen, "parts": len(left)}


def fill(filler: Path, left: int) -> None:
    """Write zeros until only ``left`` bytes are free."""
    space = os.statvfs(filler.parent)
    pages = (space.f_bavail * space.f_frsize - left) // 4096
    with suppress(OSError), filler.open("wb", buffering=0) as out:
        for _ in range(pages):
            out.write(b"\0" * 4096)


if __name__ == "__main__":
    batching.of_batch_size.__defaults__ = (BATCH_ROWS,)
    with patch.dict("os.environ", {"CLEW_DEBUG": ""}):
        sys.stdout.write(json.dumps(main(Path(sys.argv[1]), Path(sys.argv[2]))))
