"""Records become one person where they fit on the whole, not by one doubtful chain."""

from __future__ import annotations

import numpy as np

from clew.customers.matching.groups import group_records


def groups(edges: list[tuple[int, int, float]], count: int, sources: list[int] | None = None) -> list[int]:
    ends = (np.array([a for a, _, _ in edges], dtype=np.int64), np.array([b for _, b, _ in edges], dtype=np.int64))
    weights = np.array([w for _, _, w in edges], dtype=np.float64)
    held = np.array(sources or [-1] * count, dtype=np.int64)
    return group_records(ends, weights, held, accept_weight=0.0, unseen_weight=-2.0).tolist()


def test_a_single_doubtful_pair_does_not_chain_two_groups() -> None:
    # Between {0, 1, 2} and {3, 4, 5} one of nine pairs weighs 5, the others weren't scored: (5 - 8 × 2) / 9 < 0.
    strong = [(0, 1, 12.0), (0, 2, 12.0), (1, 2, 12.0), (3, 4, 12.0), (3, 5, 12.0), (4, 5, 12.0)]
    assert groups([*strong, (2, 3, 5.0)], 6) == [0, 0, 0, 3, 3, 3]


def test_a_record_joins_where_it_fits_on_the_whole() -> None:
    # (6 - 2) / 2 = 2 > 0: one good pair carries one that wasn't scored.
    assert groups([(0, 1, 10.0), (1, 2, 6.0)], 3) == [0, 0, 0]
    # (6 - 8) / 2 = -1 < 0: one that speaks against it does not.
    assert groups([(0, 1, 10.0), (1, 2, 6.0), (0, 2, -8.0)], 3) == [0, 0, 2]


def test_one_per_source_leaves_the_weaker_of_two_out() -> None:
    assert groups([(0, 1, 9.0), (0, 2, 8.0), (1, 2, 8.0)], 3, sources=[0, 1, 1]) == [0, 0, 2]


def test_the_order_of_pairs_does_not_matter() -> None:
    edges = [(0, 1, 4.0), (1, 2, 4.0), (2, 3, 4.0), (3, 4, 4.0), (0, 4, 4.0)]
    assert groups(edges, 5) == groups([(b, a, w) for a, b, w in reversed(edges)], 5)


def test_nothing_to_join_leaves_everybody_alone() -> None:
    assert groups([], 2) == [0, 1]
    assert groups([], 0) == []
