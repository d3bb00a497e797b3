"""The project's own text files: what a clone holds, whether or not git is there to ask."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: Made by tools, the demo and the tour of the README, ignored by git; folders whose name begins with a dot are, too, but for .ci.
NOT_OURS = {"__pycache__", "demo", "shop", "bench-out", "dist", "build", "node_modules", "src/clew/api/assets"}


def project_files() -> Iterator[tuple[str, str]]:
    """Yield each text file's path, seen from the project's root, and its text; pictures and other bytes are left out."""
    for folder, folders, names in os.walk(ROOT):
        at_root = Path(folder) == ROOT
        folders[:] = sorted(
            name
            for name in folders
            if not (name.startswith(".") and name != ".ci")
            and not (name in NOT_OURS and (at_root or name in ("__pycache__", "node_modules")))
            and (Path(folder) / name).relative_to(ROOT).as_posix() not in NOT_OURS
            and not name.endswith(".egg-info")
        )
        for name in sorted(names):
            file = Path(folder) / name
            try:
                yield file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue
