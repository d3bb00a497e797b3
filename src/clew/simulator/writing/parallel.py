"""Does numbered pieces of work in several processes, and gives what they return in the order of the numbers."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from clew.model import ClewError, UsageError

Result = TypeVar("Result")
#: Pieces under way or finished and not taken yet, for each process: what is held is bounded by it.
AHEAD = 2
_STOPS = (signal.SIGINT, signal.SIGTERM)

_prepare: Callable[[], Callable[[int], Any]] | None = None
_work: Callable[[int], Any] | None = None


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(
    prepare: Callable[[], Callable[[int], Result]], pieces: int, workers: int | None = None
) -> Generator[Result]:
    """Yield the results of pieces 0, 1, 2, …; ``prepare`` is called once in each process and returns what does a piece.

    ``workers`` is by default as many as there are cores; 1 works in this process. With more, ``prepare`` has to be
    picklable. Raises what a piece raises, UsageError for less than one worker, ClewError when a process was killed.
    Helpers end at once when this process is gone, however it ended, and when the generator is closed before its end.
    """
    if workers is not None and workers < 1:
        raise UsageError(f"At least 1 worker is needed, not {workers}: leave it out to use every core.")
    count = min(workers or cores(), pieces)
    if count <= 1:
        work = prepare()
        yield from map(work, range(pieces))
        return
    # Started fresh (not forked): the same on every system, and safe beside the threads of pyarrow.
    context = get_context("spawn")
    # Nothing is ever sent: the system closes the pipe when this process ends, even by kill -9, and helpers hear that.
    leash, end_of_leash = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(count, mp_context=context, initializer=_begin, initargs=(prepare, leash))
    waiting: deque[Future[Result]] = deque()
    try:
        for number in range(pieces):
            with _uninterrupted():
                waiting.append(pool.submit(_do, number))
            if len(waiting) >= count * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
        pool.shutdown(wait=True)
    except BrokenProcessPool as error:
        raise ClewError(
            "A helper process ended before its time, mostly for want of memory: take fewer workers. (In a script of "
            "your own, call this below 'if __name__ == \"__main__\":'; helpers read the script again.)"
        ) from error
    finally:
        end_of_leash.close()
        pool.shutdown(wait=True, cancel_futures=True)
        leash.close()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let interrupts wait within the block: a helper that is half started would end with a traceback of its own."""
    heard: list[int] = []
    in_main = threading.current_thread() is threading.main_thread()
    before = {stop: signal.signal(stop, lambda number, _frame: heard.append(number)) for stop in _STOPS if in_main}
    # Helpers begin with the same signals held back, and let them in once they are ready for them.
    masked = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPS) if hasattr(signal, "pthread_sigmask") else None
    try:
        yield
    finally:
        if masked is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, masked)
        for stop, handler in before.items():
            signal.signal(stop, signal.SIG_DFL if handler is None else handler)
        for stop in heard[:1]:
            signal.raise_signal(stop)


def _begin(prepare: Callable[[], Callable[[int], Any]], leash: Connection) -> None:
    global _prepare, _work
    # An interrupt reaches the whole group; the parent alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPS)
    threading.Thread(target=_end_with_the_parent, args=(leash,), daemon=True).start()
    _prepare, _work = prepare, None


def _end_with_the_parent(leash: Connection) -> None:
    try:
        leash.recv_bytes()
    except (EOFError, OSError):
        os._exit(1)


def _do(number: int) -> Any:  # noqa: ANN401 - what comes back is the piece's own
    global _work
    if _work is None:
        # Here and not in _begin: what goes wrong in there is lost.
        assert _prepare is not None
        _work = _prepare()
    return _work(number)
