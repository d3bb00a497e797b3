"""Times how fast somebody who arrives is told to be which customer, on a build of a million interactions.

Run it as ``python benchmarks/identity_arriving.py [--interactions 1000000] [--json]``. It opens a build's customers as a server
does once for each build, then asks whose 2,000 sets of identifiers are (known people, their new devices, strangers). Ends with
exit code 1 where one in twenty takes longer than 10 milliseconds.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time

import duckdb
import numpy as np
from identity_resolve import links_of

from clew.app.identity.arriving import Arrivals
from clew.customers import write_customers, write_links
from clew.model import RECORDS, IdentityPolicy
from clew.store import column_types

AIM_MS = 10.0
ASKED = 2_000


def built(interactions: int) -> duckdb.DuckDBPyConnection:
    """Return a session with the interactions' customers: two identifiers each, as many people as fit eight to one."""
    connection = duckdb.connect()
    connection.register("made", links_of(interactions // 2))
    connection.execute(
        """CREATE TABLE interactions AS SELECT printf('i%d', row_number() OVER ()) AS interaction_id,
        [identifier_a, identifier_b] AS identifiers, at_us AS occurred_us FROM made"""
    )
    columns = ", ".join(f"NULL::{kind} AS {name}" for name, kind in column_types(RECORDS).items())
    connection.execute(f"CREATE TABLE records AS SELECT {columns} WHERE false")
    write_links(connection, (), IdentityPolicy())
    write_customers(connection, IdentityPolicy())
    return connection


def given(number: int) -> list[str]:
    """Return what one who arrives gives: an e-mail with an account, a device nobody has seen, or all new."""
    person = number * 37
    return (
        [f"email:{person}@", f"account:{person}"],
        [f"account:{person}", f"device:new{number}"],
        [f"email:new{number}@x.org", f"device:new{number}"],
    )[number % 3]


def main() -> int:
    """Measure and print; return 1 above the aim."""
    parser = argparse.ArgumentParser(description="Speed of telling whose an arriving interaction is")
    parser.add_argument("--interactions", type=int, default=1_000_000)
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    asked = parser.parse_args()
    connection = built(asked.interactions)
    begun = time.perf_counter()
    arrivals = Arrivals(connection, IdentityPolicy(), "US")
    opened = time.perf_counter() - begun
    took: list[float] = []
    for number in range(ASKED):
        begun = time.perf_counter()
        arrivals.resolve(given(number), 1_800_000_000_000_000)
        took.append((time.perf_counter() - begun) * 1000)
    p95 = float(np.percentile(took, 95))
    told = {
        "interactions": asked.interactions,
        "open_seconds": round(opened, 2),
        "p50_ms": round(float(np.median(took)), 2),
        "p95_ms": round(p95, 2),
        "aim_p95_ms": AIM_MS,
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(json.dumps(told) if asked.json else "\n".join(f"{name:<16}{value:>14}" for name, value in told.items()))
    return 1 if p95 > AIM_MS else 0


if __name__ == "__main__":
    sys.exit(main())
