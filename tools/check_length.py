"""Holds the cap on the length of a file: what no longer fits in it has become two ideas."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CAP_LINES = 300
FOLDERS = {"src": "*.py", "tests": "*.py", "tools": "*.py", "benchmarks": "*.py", "web/src": "*.[tc]s*"}
GENERATED = ("web/src/api/schema.d.ts",)


def too_long(root: Path = ROOT) -> list[str]:
    """Return one sentence for each file of the project's code that is longer than the cap, in order of its path."""
    complaints: list[str] = []
    for folder, pattern in FOLDERS.items():
        for file in sorted((root / folder).rglob(pattern)):
            if file.relative_to(root).as_posix() in GENERATED:
                continue
            lines = len(file.read_text(encoding="utf-8").splitlines())
            if lines > CAP_LINES:
                where = file.relative_to(root).as_posix()
                complaints.append(
                    f"{where} has {lines} lines; at most {CAP_LINES}. Split it where it has a second idea."
                )
    return complaints


def main() -> int:
    """Print the files over the cap; return 1 if there are any."""
    complaints = too_long()
    print("\n".join(complaints) or f"No file is longer than {CAP_LINES} lines.")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
