"""Work shared by processes: everything comes back, in order, and what goes wrong there is heard here."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

import pytest

from clew.model import ClewError, UsageError
from clew.simulator.writing.parallel import in_order


def squares(worst: int) -> Callable[[int], tuple[int, int]]:
    return partial(square, worst)


def square(worst: int, number: int) -> tuple[int, int]:
    if number == worst:
        raise UsageError(f"piece {number} can't be made")
    return number * number, os.getpid()


def gone(number: int) -> int:
    os._exit(3)


def dying() -> Callable[[int], int]:
    return gone


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_pieces(workers: int) -> None:
    found = list(in_order(partial(squares, -1), 7, workers))
    assert [result for result, _ in found] == [0, 1, 4, 9, 16, 25, 36]
    assert (os.getpid() in {process for _, process in found}) == (workers == 1)


@pytest.mark.parametrize("workers", [1, 2])
def test_what_a_piece_raises_arrives_with_its_words_after_the_pieces_before_it(workers: int) -> None:
    found: list[int] = []
    with pytest.raises(UsageError, match="piece 3 can't be made"):
        found.extend(result for result, _ in in_order(partial(squares, 3), 7, workers))
    assert found == [0, 1, 4]


def test_a_killed_helper_is_told_with_a_remedy() -> None:
    with pytest.raises(ClewError, match="want of memory: take fewer workers"):
        list(in_order(dying, 3, 2))


def test_less_than_one_worker_is_refused() -> None:
    with pytest.raises(UsageError, match="At least 1 worker"):
        list(in_order(partial(squares, -1), 3, 0))
