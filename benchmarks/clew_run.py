"""Imports one file into a fresh workspace and builds its journeys, and says what each of the two cost."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from clew.app.building import build
from clew.app.importing import ImportOrder, run_import
from clew.app.workspace import create_workspace

MAPPING = Path(__file__).with_name("mapping.toml")
TABLES = ("interactions", "identity_links", "customers", "journeys", "steps", "handoffs")


def spent() -> tuple[float, float]:
    """Return this process's CPU seconds so far and its peak memory in MiB."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main(source: Path, folder: Path) -> None:
    """Run both and print one JSON object: CPU seconds and peak MiB at each point, and the rows of every table."""
    started, _ = spent()
    workspace = create_workspace(folder)
    run_import(workspace, ImportOrder([source], mapping=MAPPING))
    imported, import_peak = spent()
    build(workspace)
    built, _ = spent()
    with workspace.session() as connection:
        counts = {name: connection.sql(f"SELECT count(*) FROM {name}").fetchall()[0][0] for name in TABLES}
    phases = {"start": started, "import": imported - started, "build": built - imported}
    print(json.dumps({"phases": phases, "import_peak_mib": import_peak, "counts": counts}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
