"""Writes the contract between server and page, and the page's types from it, or tells that they are stale.

``web/openapi.json`` comes from the application itself; ``web/src/api/schema.d.ts`` from that file.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from tools.web_build import ROOT, BuildError, in_web, run_script, say

CONTRACT = ROOT / "web" / "openapi.json"
TYPES = ROOT / "web" / "src" / "api" / "schema.d.ts"
STALE = "{file} no longer says what the application says. Run: make client"


def main(arguments: list[str]) -> int:
    """Write both files; with ``--check`` write nothing, name the stale ones and return 1 if there are any."""
    text = contract_text()
    if "--check" in arguments:
        return check(text)
    CONTRACT.write_text(text, encoding="utf-8")
    try:
        run_script(ROOT, "client", quiet=True)
    except BuildError as error:
        say(f"web/openapi.json is written; web/src/api/schema.d.ts is not: {error}")
        return 1
    print("Wrote web/openapi.json and web/src/api/schema.d.ts.")
    return 0


def check(text: str) -> int:
    """Name the files that are stale; return 1 if there are any."""
    stale = [] if read(CONTRACT) == text else [CONTRACT]
    with tempfile.TemporaryDirectory() as folder:
        contract, types = Path(folder) / "openapi.json", Path(folder) / "schema.d.ts"
        contract.write_text(text, encoding="utf-8")
        try:
            generate = ("exec", "--no", "--", "openapi-typescript", str(contract), "-o", str(types))
            in_web(ROOT, *generate, quiet=True, remedy="the types can't be generated; see above.")
            stale += [] if read(TYPES) == read(types) else [TYPES]
        except BuildError as error:
            if os.environ.get("CI"):
                say(f"The page's types: {error}")
                return 1
            print(f"Skipped for web/src/api/schema.d.ts: {error}")
    for file in stale:
        print(STALE.format(file=file.relative_to(ROOT).as_posix()))
    if not stale:
        print("The contract and the page's types are current.")
    return 1 if stale else 0


def contract_text() -> str:
    """Return the application's contract; no workspace of anybody's is needed for it."""
    from clew.api import create_app
    from clew.app.workspace import create_workspace

    with tempfile.TemporaryDirectory() as folder:
        workspace = create_workspace(Path(folder) / "any")
        try:
            document = create_app(workspace, run_jobs=False).openapi()
        finally:
            workspace.close()
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def read(file: Path) -> str | None:
    """Return a file's text, or None where there is none."""
    return file.read_text(encoding="utf-8") if file.is_file() else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
