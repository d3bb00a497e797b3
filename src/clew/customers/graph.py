"""Everything that links identifiers, in memory: a build's links as compact columns, and what came after it on top."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from clew.customers.customer_id import customer_id_sql


@dataclass(frozen=True)
class Pair:
    """What is said of two identifiers: the rules' ``confidence`` (0 = nothing), a person's ``word``.

    ``times`` is how often they stood together; two that are only alike never did.
    """

    confidence: float = 0.0
    times: int = 0
    at_us: int = 0
    word: str = ""
    told_us: int = 0

    @property
    def is_joinable(self) -> bool:
        """Whether it may join the two: somebody said so, or a rule does and nobody contradicts."""
        return self.word == "same" or (not self.word and self.confidence > 0)


class Graph:
    """Identifiers by number, when each was first seen, and the pairs between them; a build's are never changed, only covered."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Take up the session's ``given``, ``numbered``, ``pairs`` and ``customers``, as resolve.py leaves them.

        ``eldest`` is the number of the oldest member of each identifier's customer in the build, -1 where it has none.
        """
        found = connection.sql(
            """SELECT identifier, since_us, is_seen, code, md5_number_lower(identifier)::UBIGINT AS digest FROM (
              SELECT identifier, coalesce(given.since_us, -1) AS since_us, given.identifier IS NOT NULL AS is_seen, code
              FROM numbered LEFT JOIN given USING (identifier)
            ) ORDER BY digest, identifier"""
        ).to_arrow_table()
        self._identifiers: pa.ChunkedArray = found["identifier"].combine_chunks()
        self._digests: NDArray[np.uint64] = found["digest"].to_numpy()
        self._since: NDArray[np.int64] = found["since_us"].to_numpy()
        self._is_seen: NDArray[np.bool_] = found["is_seen"].to_numpy(zero_copy_only=False)
        place = np.zeros(len(found), dtype=np.int64)
        place[found["code"].to_numpy()] = np.arange(len(found))
        columns = connection.execute(
            "SELECT a, b, confidence, times, at_us, coalesce(word, '') AS word, coalesce(told_us, 0) AS told_us FROM pairs"
        ).fetchnumpy()
        self._a, self._b = place[columns["a"].astype(np.int64)], place[columns["b"].astype(np.int64)]
        self._rest = tuple(columns[name] for name in ("confidence", "times", "at_us", "word", "told_us"))
        self._order, self._first = _rows_by_end(self._a, self._b, len(found))
        self.eldest = self._eldest(connection, place)
        self._new: list[str] = []
        self._codes: dict[str, int] = {}
        self._later_since: dict[int, int] = {}
        self._covered: dict[tuple[int, int], Pair] = {}
        self._beside: dict[int, set[int]] = {}

    def fork(self) -> Graph:
        """Return one that goes on from here by itself: the build's columns are shared, what came later is copied."""
        fork = copy.copy(self)
        fork._new, fork._codes, fork._later_since = [*self._new], {**self._codes}, {**self._later_since}
        fork._covered = {**self._covered}
        fork._beside = {code: {*others} for code, others in self._beside.items()}
        return fork

    def code(self, identifier: str) -> int | None:
        """Return the number of an identifier, or None where it was never heard of."""
        if identifier in self._codes:
            return self._codes[identifier]
        digest = np.uint64(
            int.from_bytes(hashlib.md5(identifier.encode(), usedforsecurity=False).digest()[8:], "little")
        )
        at = int(np.searchsorted(self._digests, digest))
        while at < len(self._digests) and self._digests[at] == digest:
            if self._identifiers[at].as_py() == identifier:
                return at
            at += 1
        return None

    def number(self, identifier: str) -> int:
        """Return the number of an identifier, a new one where it was never heard of."""
        known = self.code(identifier)
        if known is not None:
            return known
        self._codes[identifier] = len(self._digests) + len(self._new)
        self._new.append(identifier)
        return self._codes[identifier]

    def identifier(self, code: int) -> str:
        """Return the text of an identifier."""
        old = len(self._digests)
        return self._new[code - old] if code >= old else str(self._identifiers[code].as_py())

    def since_us(self, code: int) -> int | None:
        """Return when an identifier was first seen in the data, None where only people named it."""
        if code in self._later_since:
            return self._later_since[code]
        return int(self._since[code]) if code < len(self._digests) and self._is_seen[code] else None

    def see(self, code: int, at_us: int) -> None:
        """Note that an identifier was seen."""
        known = self.since_us(code)
        self._later_since[code] = at_us if known is None else min(known, at_us)

    def pair(self, one: int, other: int) -> Pair:
        """Return what is said of two identifiers."""
        key = (one, other) if self.identifier(one) <= self.identifier(other) else (other, one)
        if key in self._covered:
            return self._covered[key]
        for row in self._rows(one):
            if {int(self._a[row]), int(self._b[row])} == {one, other}:
                return self._pair_of(row)
        return Pair()

    def assert_link(self, one: int, other: int, confidence: float, at_us: int, times: int = 1) -> None:
        """Note that a rule links two identifiers once more, who stood together so many ``times`` more."""
        known = self.pair(one, other)
        earliest = min(known.at_us, at_us) if known.confidence or known.word else at_us
        self._cover(
            one,
            other,
            replace(known, confidence=max(known.confidence, confidence), times=known.times + times, at_us=earliest),
        )

    def tell(self, one: int, other: int, word: str, at_us: int) -> None:
        """Note a person's latest word about two identifiers ('' where it was withdrawn)."""
        known = self.pair(one, other)
        heard = bool(known.confidence or known.word or known.told_us)
        told = min(known.told_us, at_us) if known.told_us else at_us
        self._cover(
            one, other, replace(known, word=word, told_us=told, at_us=min(known.at_us, at_us) if heard else at_us)
        )

    def beside(self, code: int) -> Iterator[tuple[int, Pair]]:
        """Give every identifier that anything is said of together with this one, and what."""
        later = self._beside.get(code, set())
        for row in self._rows(code):
            other = int(self._b[row] if self._a[row] == code else self._a[row])
            if other not in later:
                yield other, self._pair_of(row)
        for other in later:
            yield other, self.pair(code, other)

    def _eldest(self, connection: duckdb.DuckDBPyConnection, place: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the oldest member of each identifier's customer by number, -1 for those that belong to nobody."""
        found = connection.execute(
            f"""SELECT n.code, e.code AS eldest FROM customers c JOIN numbered n USING (identifier)
            JOIN customers o ON o.customer_id = c.customer_id AND o.customer_id = {customer_id_sql("o.identifier")}
            JOIN numbered e ON e.identifier = o.identifier"""
        ).fetchnumpy()
        eldest = np.full(len(self._digests), -1, dtype=np.int64)
        eldest[place[found["code"].astype(np.int64)]] = place[found["eldest"].astype(np.int64)]
        return eldest

    def _cover(self, one: int, other: int, pair: Pair) -> None:
        key = (one, other) if self.identifier(one) <= self.identifier(other) else (other, one)
        self._covered[key] = pair
        self._beside.setdefault(one, set()).add(other)
        self._beside.setdefault(other, set()).add(one)

    def _rows(self, code: int) -> list[int]:
        if code >= len(self._digests):
            return []
        found: list[int] = self._order[self._first[code] : self._first[code + 1]].tolist()
        return found

    def _pair_of(self, row: int) -> Pair:
        confidence, times, at_us, word, told_us = (column[row] for column in self._rest)
        return Pair(float(confidence), int(times), int(at_us), str(word), int(told_us))


def _rows_by_end(a: NDArray[np.int64], b: NDArray[np.int64], count: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the rows of pairs by either end, and where each end's begin."""
    ends, rows = np.concatenate((a, b)), np.tile(np.arange(len(a)), 2)
    order = np.argsort(ends, kind="stable")
    first = np.searchsorted(ends[order], np.arange(count + 1))
    return rows[order], first
