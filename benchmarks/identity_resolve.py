"""Times resolving a million identifiers and two million links from scratch, beside scipy's connected components on texts.

Run it as ``python benchmarks/identity_resolve.py [--identifiers 1000000] [--chain] [--json]``. The rival encodes the same texts (Arrow's
dictionary) and finds connected parts: no limits, no shared values, no reasons, no ids. Clew's time is that of everything it writes:
shared identifiers, customers with their ids, and what became of each link. Ends with exit code 1 above twice the rival.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time

import duckdb
import numpy as np
import pyarrow as pa

from clew.model import IdentityPolicy

AIM = 2.0
KINDS = ("email", "phone", "account", "device")


def links_of(identifiers: int, seed: int = 7) -> pa.Table:
    """Return twice as many links as identifiers: people of four identifiers, and one link in 200 to a stranger's device."""
    chance = np.random.default_rng(seed)
    people = identifiers // 4
    count = identifiers * 2
    person = chance.integers(0, people, count)
    kind_a, kind_b = chance.integers(0, 4, count), chance.integers(1, 4, count)
    kind_b = (kind_a + kind_b) % 4
    stranger = np.where(chance.random(count) < 0.005, chance.integers(0, people, count), person)
    kind_b = np.where(stranger != person, 3, kind_b)
    kind_a = np.where((stranger != person) & (kind_a == 3), 0, kind_a)
    names = [np.char.add(f"{kind}:", np.arange(people).astype(str)) for kind in KINDS]
    table = np.stack(names, axis=1)
    day = 86_400_000_000
    at_us = 1_700_000_000_000_000 + chance.integers(0, 300, count) * day
    return pa.table(
        {
            "identifier_a": pa.array(table[person, kind_a]),
            "identifier_b": pa.array(table[stranger, kind_b]),
            "at_us": at_us,
            "times": chance.integers(1, 20, count),
        }
    )


def chain_of(identifiers: int) -> pa.Table:
    """Return one chain of devices, each given with the next one: without limits a single customer, with them very many."""
    names = np.char.add("device:", np.arange(identifiers + 1).astype(str))
    at_us = 1_700_000_000_000_000 + np.arange(identifiers) * 1_000_000
    return pa.table(
        {
            "identifier_a": pa.array(names[:-1]),
            "identifier_b": pa.array(names[1:]),
            "at_us": at_us,
            "times": np.ones(identifiers, dtype=np.int64),
        }
    )


def rival(links: pa.Table) -> tuple[float, int]:
    """Encode the texts and find connected parts; return the seconds and how many there are."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    begun = time.perf_counter()
    texts = pa.chunked_array([*links["identifier_a"].chunks, *links["identifier_b"].chunks]).combine_chunks()
    encoded = texts.dictionary_encode()
    codes, names = encoded.indices.to_numpy(), len(encoded.dictionary)
    half = len(links)
    graph = coo_array((np.ones(half, dtype=np.int8), (codes[:half], codes[half:])), shape=(names, names))
    parts, group = connected_components(graph, directed=False)
    pa.table({"identifier": encoded.dictionary, "customer": group})
    return time.perf_counter() - begun, int(parts)


def clew(links: pa.Table) -> tuple[float, int, int, float]:
    """Resolve with the default policy; return the seconds, the customers, the links that a limit left out, and :func:`online`."""
    from clew.customers.resolve import resolve

    connection = duckdb.connect()
    connection.register("made", links)
    connection.execute(
        """CREATE TABLE identity_links AS SELECT identifier_a, identifier_b, 'same_interaction' AS rule, 1 AS rule_version,
        'same' AS verdict, true AS asserted, '' AS evidence, 1.0 AS confidence, at_us, at_us AS last_us, times, 'rule' AS author,
        'service' AS basis FROM made"""
    )
    begun = time.perf_counter()
    connection.execute(
        """CREATE TEMP TABLE given AS SELECT identifier, min(at_us) AS since_us FROM (
        SELECT identifier_a AS identifier, at_us FROM identity_links UNION ALL SELECT identifier_b, at_us FROM identity_links
        ) GROUP BY identifier"""
    )
    policy = IdentityPolicy()
    resolve(connection, policy)
    took = time.perf_counter() - begun
    counts = connection.execute(
        "SELECT (SELECT count(DISTINCT customer_id) FROM customers), (SELECT count(*) FROM link_fates WHERE fate = 'over_limit')"
    ).fetchall()[0]
    return took, int(counts[0]), int(counts[1]), online(connection, policy)


def online(connection: duckdb.DuckDBPyConnection, policy: IdentityPolicy) -> float:
    """Follow 500 interactions one by one (known people, strangers, known people's new devices); return the median milliseconds."""
    from clew.customers.live import LiveCustomers

    live = LiveCustomers(connection, policy)
    took: list[float] = []
    for number in range(500):
        person = number * 37
        others = ([f"account:{person}"], [f"device:new{number}"], [f"email:new{number}@x.org", f"phone:{person}"])[
            number % 3
        ]
        begun = time.perf_counter()
        live.see([f"email:{person}", *others], 1_800_000_000_000_000 + number)
        took.append((time.perf_counter() - begun) * 1000)
    return float(np.median(took))


def main() -> int:
    """Measure and print; return 1 above the aim."""
    parser = argparse.ArgumentParser(description="Speed of identity resolution")
    parser.add_argument("--identifiers", type=int, default=1_000_000)
    parser.add_argument("--chain", action="store_true", help="one long chain in place of people")
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    asked = parser.parse_args()
    links = chain_of(asked.identifiers) if asked.chain else links_of(asked.identifiers)
    ours, customers, left_out, milliseconds = clew(links)
    theirs, parts = rival(links)
    told = {
        "identifiers": asked.identifiers,
        "links": len(links),
        "seconds": round(ours, 2),
        "rival_seconds": round(theirs, 2),
        "ratio": round(ours / theirs, 2),
        "aim": AIM,
        "customers": customers,
        "rival_parts": parts,
        "left_out": left_out,
        "online_ms": round(milliseconds, 2),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(json.dumps(told) if asked.json else "\n".join(f"{name:<16}{value:>14}" for name, value in told.items()))
    return 1 if ours / theirs > AIM else 0


if __name__ == "__main__":
    sys.exit(main())
