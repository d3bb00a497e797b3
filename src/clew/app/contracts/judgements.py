"""Judges all handoffs of a build by one contract, as columns that can be counted for any group of journeys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from clew.journeys import judged, terms_of, watched
from clew.model import HandoffContract
from clew.store import compile_sql, contract_table

KEPT, BROKEN, UNKNOWN = 1, 0, -1
#: What a verdict, or one term of it, is called.
WORDS = {"kept": KEPT, "broken": BROKEN, "unknown": UNKNOWN}


@dataclass(frozen=True)
class Judgements:
    """One row a handoff under the contract: its journey and customer as codes, its verdict, and that of each term.

    Row i is the handoff at ``position[i]`` of journey ``journey_ids[journey[i]]``; verdicts are ``KEPT``, ``BROKEN`` or ``UNKNOWN``.
    """

    journey_ids: tuple[str, ...]
    journey: NDArray[np.int64]
    position: NDArray[np.int64]
    customer: NDArray[np.int64]
    verdict: NDArray[np.int8]
    terms: Mapping[str, NDArray[np.int8]]


def judgements_sql(contract: HandoffContract) -> str:
    """Return the query of the handoffs under a contract with its terms and verdict; it needs nothing but the build's tables."""
    return compile_sql(judged(watched(contract_table("handoffs"), contract_table("journeys")), contract))


def judgements(connection: duckdb.DuckDBPyConnection, contract: HandoffContract) -> Judgements:
    """Judge the session's handoffs."""
    names = [term.name for term in terms_of(contract)]
    as_numbers = "".join(f", coalesce({name}::TINYINT, {UNKNOWN})::TINYINT AS {name}" for name in names)
    cases = " ".join(f"WHEN '{word}' THEN {code}" for word, code in WORDS.items())
    query = f"SELECT journey_id, position, customer_id, (CASE verdict {cases} END)::TINYINT AS verdict{as_numbers}"
    table = connection.sql(f"{query} FROM ({judgements_sql(contract)})").to_arrow_table()
    journey_ids, journey = _coded(table["journey_id"])
    return Judgements(
        journey_ids,
        journey,
        table["position"].to_numpy(),
        _coded(table["customer_id"])[1],
        table["verdict"].to_numpy(),
        {name: table[name].to_numpy() for name in names},
    )


def _coded(column: pa.ChunkedArray) -> tuple[tuple[str, ...], NDArray[np.int64]]:
    coded = column.combine_chunks().dictionary_encode()
    coded = pa.concat_arrays(coded.chunks) if isinstance(coded, pa.ChunkedArray) else coded
    return tuple(coded.dictionary.to_pylist()), coded.indices.to_numpy(zero_copy_only=False).astype(np.int64)
