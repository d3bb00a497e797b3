"""The process of a job that never leaves its query, as a program of its own: endless_query.py WORKSPACE JOB."""

from __future__ import annotations

import sys

import duckdb

from clew.app.jobs import process
from clew.app.jobs.job import Result
from clew.app.jobs.kind import Kind, Work


def _query(work: Work) -> Result:
    sys.stdout.write("querying\n")
    sys.stdout.flush()
    duckdb.sql("SELECT sum(a.range * b.range) FROM range(1_000_000) AS a, range(1_000_000) AS b").fetchall()
    return {}


if __name__ == "__main__":
    endless = Kind("endless", "ask for ever", writes=False, check=lambda _workspace, wanted: wanted, run=_query)
    process.known_kinds = lambda: {"endless": endless}  # type: ignore[assignment]
    process.main(*sys.argv[1:])
