"""Learns what only this company knows: how long its numbers are, and what its products are called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from clew.journeys.facts.formats import Formats
from clew.journeys.facts.settle import LEAST_TEXTS

_FORMATS = """
SELECT fact, number::INTEGER, count(*)::BIGINT FROM readings JOIN interactions USING (interaction_id)
WHERE what = 'said' AND shape = 'digits' AND flag AND fact <> ''
  AND NOT EXISTS (SELECT 1 FROM unnest($1::VARCHAR[]) AS named(name) WHERE suffix(lower(substr(text, 1, end_char)), name))
GROUP BY ALL ORDER BY ALL
"""
_CODES = """
WITH codes AS (
  SELECT fact, regexp_extract(lower(substr(text, start_char + 1, end_char - start_char)), '^([a-z]+)[-#_]?[0-9]', 1) AS prefix
  FROM readings JOIN interactions USING (interaction_id) WHERE what = 'said' AND shape = 'code' AND flag AND fact <> ''
)
SELECT fact, prefix, count(*)::BIGINT FROM codes WHERE prefix <> '' GROUP BY ALL ORDER BY ALL
"""
_PRODUCTS = """
SELECT lower(substr(text, start_char + 1, end_char - start_char)) AS name FROM readings JOIN interactions USING (interaction_id)
WHERE what = 'said' AND fact = 'product' GROUP BY name HAVING count(DISTINCT interaction_id) >= $1 ORDER BY name
"""
#: Names in what orders say of themselves; one word alone ("basic") is too common to stand for a product wherever it is said.
_ORDERED = """
WITH orders AS (SELECT CAST(attributes AS JSON) AS said FROM interactions WHERE kind = 'order' AND json_valid(attributes)),
columns AS (SELECT said, unnest(json_keys(said)) AS key FROM orders),
names AS (
  SELECT lower(trim(json_extract_string(said, '$."' || replace(key, '"', '""') || '"'))) AS name FROM columns
  WHERE regexp_matches(lower(key), '^(line[ _]?)?(item|product|article|plan|service|tariff|package|model)s?([ _](name|title))?$')
)
SELECT name FROM names WHERE length(name) BETWEEN 4 AND 60 AND regexp_matches(name, '^[^{[<@]*[a-z][^{[<@]*$') AND regexp_matches(name, '[ 0-9]')
GROUP BY name HAVING count(*) >= $1 ORDER BY count(*) DESC, name LIMIT $2
"""
#: No more names of ordered things than this are looked for in every text: the most ordered ones.
_MOST_ORDERED = 2_000


@dataclass(frozen=True)
class Learnt:
    """What settling takes from all texts together."""

    formats: Formats
    products: frozenset[str]


def learn(connection: duckdb.DuckDBPyConnection) -> Learnt:
    """Learn from the session's readings, and from the names of what was ordered."""
    products = frozenset(name for (name,) in connection.execute(_PRODUCTS, [LEAST_TEXTS]).fetchall())
    ordered = frozenset(name for (name,) in connection.execute(_ORDERED, [LEAST_TEXTS, _MOST_ORDERED]).fetchall())
    # The 500 of "Fiber 500" says nothing of how long numbers are.
    numbered = sorted(name for name in products | ordered if name[-1].isdigit())
    counted: dict[str, dict[int, int]] = {}
    for fact, size, count in connection.execute(_FORMATS, [numbered]).fetchall():
        counted.setdefault(fact, {})[size] = count
    codes: dict[str, dict[str, int]] = {}
    for fact, prefix, count in connection.execute(_CODES).fetchall():
        codes.setdefault(prefix, {})[fact] = count
    return Learnt(Formats.learnt(counted, codes), products | ordered)


def write_learnt(connection: duckdb.DuckDBPyConnection, learnt: Learnt) -> None:
    """Create the session's table ``learnt``: one row a length of a kind's numbers (0: none is usual), a length's usual kind, a beginning of codes, or name of a product."""
    connection.execute("CREATE OR REPLACE TABLE learnt (what VARCHAR, name VARCHAR, size BIGINT)")
    rows = [*_rows(learnt)]
    if rows:
        connection.executemany("INSERT INTO learnt VALUES (?, ?, ?)", rows)


def learnt_in(connection: duckdb.DuckDBPyConnection, file: Path) -> Learnt:
    """Return what a build had learnt, from the file of its table ``learnt``."""
    lengths: dict[str, set[int]] = {}
    usual: dict[int, str] = {}
    prefixes: dict[str, str] = {}
    products: set[str] = set()
    for what, name, size in connection.execute("SELECT what, name, size FROM read_parquet(?)", [str(file)]).fetchall():
        if what == "product":
            products.add(name)
        elif what == "usual":
            usual[size] = name
        elif what == "prefix":
            prefix, _, fact = name.partition(" ")
            prefixes[prefix] = fact
        else:
            lengths.setdefault(name, set()).update({size} if size else ())
    formats = Formats({name: frozenset(sizes) for name, sizes in lengths.items()}, usual, prefixes)
    return Learnt(formats, frozenset(products))


def _rows(learnt: Learnt) -> Iterator[tuple[str, str, int]]:
    for name, sizes in sorted(learnt.formats.lengths.items()):
        for size in sorted(sizes) or [0]:
            yield "format", name, size
    for size, name in sorted(learnt.formats.usual.items()):
        yield "usual", name, size
    for prefix, fact in sorted(learnt.formats.prefixes.items()):
        yield "prefix", f"{prefix} {fact}", 0
    for name in sorted(learnt.products):
        yield "product", name, 0
