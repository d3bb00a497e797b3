"""A server's stand-in that only runs jobs, as a program of its own that tests can kill: server.py WORKSPACE."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

from clew.app.jobs import Runner
from clew.app.workspace import Workspace


def main(folder: str) -> None:
    """Run the jobs until told to stop."""
    runner = Runner(Workspace(Path(folder)))
    stopping = False

    def stop(_signal: int, _frame: object) -> None:
        nonlocal stopping
        stopping = True

    signal.signal(signal.SIGTERM, stop)
    runner.start()
    sys.stdout.write("running\n")
    sys.stdout.flush()
    while not stopping:
        time.sleep(0.05)
    runner.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
