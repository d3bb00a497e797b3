"""Says what becomes of a simulation that is stopped, by Ctrl-C or by whoever looks after the machine."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from clew.model import ClewError


class StoppedError(ClewError):
    """The simulation was stopped; nothing of it is kept."""

    exit_code = 130


@contextmanager
def stopping_leaves_nothing(out: Path) -> Iterator[None]:
    """Turn Ctrl-C and SIGTERM within the block into :class:`StoppedError`, once what was begun is cleared away."""
    hears = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGTERM, _interrupt) if hears else None
    try:
        yield
    except KeyboardInterrupt:
        raise StoppedError(
            f"Stopped. Nothing of what was begun is kept, and {out} is as it was before: run the same command to start again."
        ) from None
    finally:
        if hears:
            signal.signal(signal.SIGTERM, before)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
