"""Writes the pages in ``docs/reference`` from the definitions, or tells which of them no longer say what those say."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.reference_pages import PAGES

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "reference"


def main(arguments: list[str]) -> int:
    """Write the pages; with ``--check`` write nothing, name the stale ones and return 1 if there are any."""
    stale = {name: text for name, write in PAGES.items() if (text := write()) != current(name)}
    if "--check" in arguments:
        for name in stale:
            print(f"docs/reference/{name} no longer says what the definitions say. Run: make docs")
        if not stale:
            print(f"All {len(PAGES)} generated pages are current.")
        return 1 if stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in stale.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        print(f"wrote docs/reference/{name}")
    if not stale:
        print("Nothing to write: all pages are current.")
    return 0


def current(name: str) -> str | None:
    """Return the page as it stands in the folder, or None where there is none."""
    file = FOLDER / name
    return file.read_text(encoding="utf-8") if file.is_file() else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
