"""Work shared by processes: everything comes back, in order, and what goes wrong there is heard here."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

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


PARENT = """
import sys
from functools import partial
from pathlib import Path
from clew.simulator.writing.parallel import in_order
from tests.simulator.test_parallel import noting
if __name__ == "__main__":
    list(in_order(partial(noting, Path(sys.argv[1])), 100, 2))
"""


def noting(folder: Path) -> Callable[[int], None]:
    return partial(note, folder)


def note(folder: Path, number: int) -> None:
    (folder / str(os.getpid())).touch()
    time.sleep(0.1)


def living(processes: list[int]) -> list[int]:
    return [process for process in processes if Path(f"/proc/{process}/stat").exists() and not ended(process)]


def ended(process: int) -> bool:
    return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes as Linux shows them")
def test_helpers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    (tmp_path / "parent.py").write_text(PARENT)
    (tmp_path / "seen").mkdir()
    parent = subprocess.Popen(
        [sys.executable, tmp_path / "parent.py", tmp_path / "seen"], env={**os.environ, "PYTHONPATH": "."}
    )
    until = time.monotonic() + 60
    while len(list((tmp_path / "seen").iterdir())) < 2 and time.monotonic() < until:
        time.sleep(0.05)
    helpers = [int(path.name) for path in (tmp_path / "seen").iterdir()]
    assert len(living(helpers)) == 2
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    until = time.monotonic() + 5
    while living(helpers) and time.monotonic() < until:
        time.sleep(0.05)
    assert living(helpers) == []


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes as Linux shows them")
def test_helpers_end_at_once_when_nobody_wants_more(tmp_path: Path) -> None:
    pieces = in_order(partial(noting, tmp_path), 100, 2)
    next(pieces)
    pieces.close()
    assert living([int(path.name) for path in tmp_path.iterdir()]) == []
