"""Runs the command line as a user does and gives back what it said; what every test may expect of it stands here."""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from clew.cli import main

LEDGER = ("received", "stored", "duplicate", "quarantined", "refused")


@dataclass(frozen=True)
class Said:
    """One command's exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        """Everything printed, on one line, so that the width of the terminal does not matter."""
        return " ".join(f"{self.out} {self.err}".split())

    def json(self) -> Any:
        """Return what was printed as one JSON document."""
        return json.loads(self.out)

    def lines(self) -> list[Any]:
        """Return what was printed as one JSON document a line."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True)
class Shop:
    """A workspace and the command line on it."""

    folder: Path

    def file(self, name: str, content: str | bytes) -> Path:
        """Write a file beside the workspace."""
        path = self.folder.parent / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def mapping(self, text: str, name: str = "desk.toml") -> Path:
        """Write a mapping file beside the workspace."""
        return self.file(name, text)

    def run(self, command: str, *words: str | Path) -> Said:
        """Run a command on this workspace."""
        return run(command, *words, "-w", self.folder)

    def takes(self, *words: str | Path) -> Said:
        """Import, which has to succeed."""
        said = self.run("import", *words)
        assert said.code == 0, said.err
        return said

    def refuses(self, code: int, *words: str | Path, saying: tuple[str, ...] = ()) -> Said:
        """Import, which has to end with this code, without a traceback, with all these words in its one error."""
        said = self.run("import", *words)
        assert said.code == code, said
        assert said.err.splitlines()[-1].startswith("Error: "), said.err
        assert "Traceback" not in said.all
        for word in saying:
            assert word in said.all, (word, said.err)
        return said

    def ledger(self) -> dict[str, dict[str, int]]:
        """Return each source's counts by name; every one has to balance, as have all its files."""
        found: dict[str, dict[str, int]] = {}
        for source in self.run("sources", "--json").json():
            assert ["source", *LEDGER] == list(source)[:6]
            for counts in (source, *source["files"]):
                assert counts["received"] == sum(counts[name] for name in LEDGER[1:]), counts
            for name in LEDGER:
                assert source[name] == sum(file[name] for file in source["files"])
            found[source["source"]] = {name: source[name] for name in LEDGER}
        return found

    def waiting(self) -> list[dict[str, Any]]:
        """Return the quarantined rows."""
        return self.run("quarantine", "--json").lines()

    def interactions(self) -> list[dict[str, Any]]:
        """Return the stored interactions."""
        from clew.app.workspace import find_workspace

        with find_workspace(self.folder).session() as connection:
            rows = connection.sql("SELECT * FROM interactions ORDER BY source, source_row, source_id").to_arrow_table()
        return rows.to_pylist()


def counts(
    received: int, stored: int = 0, duplicate: int = 0, quarantined: int = 0, refused: int = 0
) -> dict[str, int]:
    """Return a ledger line to compare with."""
    return dict(zip(LEDGER, (received, stored, duplicate, quarantined, refused), strict=True))


def run(*words: str | Path) -> Said:
    """Run ``clew`` with these words in this process."""
    out, err = io.StringIO(), io.StringIO()
    code: object = 0
    with patch.object(sys, "argv", ["clew", *map(str, words)]), redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as end:
            code = end.code
    return Said(int(str(code or 0)), out.getvalue(), err.getvalue())
