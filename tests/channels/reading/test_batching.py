"""Batches: of the right size, in order, and never ahead of or behind the bad rows between them."""

from __future__ import annotations

from itertools import pairwise

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.reading import BadRow
from clew.channels.reading.batching import Piece, of_batch_size, text_batch


@given(good=st.lists(st.booleans(), max_size=60), cuts=st.lists(st.integers(0, 60)), size=st.integers(1, 20))
def test_whenever_a_batch_is_given_everything_before_its_last_row_is_accounted_for(
    good: list[bool], cuts: list[int], size: int
) -> None:
    places = [0, *sorted(min(cut, len(good)) for cut in cuts), len(good)]
    pieces = [_piece(good, start, end) for start, end in pairwise(places)]
    seen: list[int] = []
    for batch in of_batch_size(iter(pieces), lambda bad: seen.append(bad.row), size):
        assert 0 < batch.num_rows <= size
        seen.extend(batch["_row"].to_pylist())
        assert sorted(seen) == list(range(1, len(seen) + 1))
    assert sorted(seen) == list(range(1, len(good) + 1))


def _piece(good: list[bool], start: int, end: int) -> Piece:
    rows = [number + 1 for number in range(start, end) if good[number]]
    bad = tuple(BadRow(number + 1, "a", "why", "") for number in range(start, end) if not good[number])
    return Piece(text_batch(("a",), rows, [pa.array(["x"] * len(rows), pa.string())]), bad)
