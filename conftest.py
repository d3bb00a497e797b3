"""Runs the examples in README.md, in docs/ and in docstrings as tests, so that no page promises what Clew doesn't do.

``python`` blocks are run as they stand. In ``console`` blocks each line after ``$`` is run and must end well; the lines
below it, if any, must appear in what it printed, in their order (``…`` stands for anything). Every page starts in a fresh
folder that holds a copy of ``examples/``; pages that end with ``.sh`` blocks for people are not run.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from sybil import Example, Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser
from sybil.sybil import SybilCollection

ROOT = Path(__file__).resolve().parent


def run_console(example: Example) -> str | None:
    """Run a console block; return what was wrong, or None when each command did what the page shows."""
    blocks = ("\n" + str(example.parsed)).split("\n$ ")[1:]
    for command, *shown in (block.splitlines() for block in blocks):
        words = shlex.split(command, comments=True)
        if words[0] == "cd":
            os.chdir(words[1])
            continue
        search = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
        environment = {**os.environ, "PATH": search, "NO_COLOR": "1", "COLUMNS": "120"}
        answer = subprocess.run(
            words, capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL, check=False
        )
        if answer.returncode != 0:
            return f"$ {command} ended with {answer.returncode}:\n{answer.stdout}{answer.stderr}"
        missing = first_missing(shown, answer.stdout + answer.stderr)
        if missing is not None:
            return f"$ {command} didn't print this line: {missing}\nIt printed:\n{answer.stdout}{answer.stderr}"
    return None


def first_missing(shown: list[str], printed: str) -> str | None:
    """Return the first shown line that isn't among the printed ones, in their order; blanks count as one."""
    rest = iter([" ".join(line.split()) for line in printed.splitlines()])
    for line in shown:
        wanted = " ".join(line.split())
        if wanted not in ("", "…") and not any(wanted in line for line in rest):
            return line
    return None


def enter_fresh_folder(namespace: dict[str, Any]) -> None:
    """Go to a fresh folder that holds the example files."""
    namespace["_came_from"] = Path.cwd()
    namespace["_folder"] = tempfile.mkdtemp(prefix="clew-examples-")
    shutil.copytree(ROOT / "examples", Path(namespace["_folder"]) / "examples")
    os.chdir(namespace["_folder"])


def leave_folder(namespace: dict[str, Any]) -> None:
    """Go back, and leave nothing behind."""
    os.chdir(namespace["_came_from"])
    shutil.rmtree(namespace["_folder"], ignore_errors=True)


pages = Sybil(
    parsers=[PythonCodeBlockParser(), CodeBlockParser(language="console", evaluator=run_console), SkipParser()],
    patterns=["README.md", "docs/*.md", "docs/**/*.md"],
    setup=enter_fresh_folder,
    teardown=leave_folder,
)
docstrings = Sybil(
    parsers=[DocTestParser()],
    patterns=["src/clew/*.py", "src/clew/**/*.py", "tools/*.py"],
    document_types={".py": PythonDocStringDocument},
)
pytest_collect_file = SybilCollection((pages, docstrings)).pytest()
