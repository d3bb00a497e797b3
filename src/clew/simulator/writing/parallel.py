"""Does numbered pieces of work in several processes, and gives what they return in the order of the numbers."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Any, TypeVar

from clew.model import ClewError, UsageError

Result = TypeVar("Result")
#: Pieces under way or finished and not taken yet, for each process: what is held is bounded by it.
AHEAD = 2

_prepare: Callable[[], Callable[[int], Any]] | None = None
_work: Callable[[int], Any] | None = None


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(
    prepare: Callable[[], Callable[[int], Result]], pieces: int, workers: int | None = None
) -> Iterator[Result]:
    """Yield the results of pieces 0, 1, 2, …; ``prepare`` is called once in each process and returns what does a piece.

    ``workers`` is by default as many as there are cores; 1 works in this process. With more, ``prepare`` has to be
    picklable. Raises what a piece raises, UsageError for less than one worker, ClewError when a process was killed.
    """
    if workers is not None and workers < 1:
        raise UsageError(f"At least 1 worker is needed, not {workers}: leave it out to use every core.")
    count = min(workers or cores(), pieces)
    if count <= 1:
        work = prepare()
        yield from map(work, range(pieces))
        return
    # Started fresh (not forked): the same on every system, and safe beside the threads of pyarrow.
    pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_begin, initargs=(prepare,))
    waiting: deque[Future[Result]] = deque()
    try:
        for number in range(pieces):
            waiting.append(pool.submit(_do, number))
            if len(waiting) >= count * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise ClewError(
            "A helper process ended before its time, mostly for want of memory: take fewer workers. (In a script of "
            "your own, call this below 'if __name__ == \"__main__\":'; helpers read the script again.)"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin(prepare: Callable[[], Callable[[int], Any]]) -> None:
    global _prepare, _work
    # An interrupt reaches the whole group; the parent alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _prepare, _work = prepare, None


def _do(number: int) -> Any:  # noqa: ANN401 - what comes back is the piece's own
    global _work
    if _work is None:
        # Here and not in _begin: what goes wrong in there is lost.
        assert _prepare is not None
        _work = _prepare()
    return _work(number)
