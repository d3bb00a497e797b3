"""One finished build held in memory: every screen's numbers, and the journeys behind them, come from it."""

from __future__ import annotations

import hashlib
import threading
import tomllib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import is_dataclass
from importlib.metadata import version
from typing import TypeVar

import duckdb
import numpy as np
from numpy.typing import NDArray

from clew.app.settings.file import settings_of
from clew.app.view.selection import Selection, chosen_journeys
from clew.app.workspace import Workspace
from clew.journeys import read_encoded
from clew.metrics import Measured, known_metrics, measure_in_order, summarise
from clew.model import MetricValue, Settings, UsageError
from clew.store import Build, part_files

Answer = TypeVar("Answer")
#: How many answers a view remembers, and how much their columns may hold together, more where there are more steps (the
#: map's tallies alone take 80 bytes a step); the one asked longest ago goes first.
REMEMBERED, REMEMBERED_BYTES, REMEMBERED_BYTES_A_STEP = 512, 128 * 1024**2, 256


class View:
    """A build's columns, what each journey contributes to each metric, and a session for texts; safe for many threads."""

    def __init__(self, workspace: Workspace, build: Build, tell: Callable[[str], None] = lambda _what: None) -> None:
        """Load the build (seconds for a million steps); ``tell`` hears what is being loaded."""
        self.version = _version(build)
        self.made_us = build.made_us
        #: Which files it reads.
        self.stored = build
        self.settings: Settings = settings_of(tomllib.loads(build.settings)) if build.settings else workspace.settings
        self._files = [workspace.warehouse.root / file for file in build.files.values()]
        #: What this build made; an older Clew made fewer tables.
        self.tables = frozenset(build.files)
        tell("journeys")
        self.build = read_encoded({name: workspace.warehouse.root / file for name, file in build.files.items()})
        self.journeys, self.steps, self.handoffs = self.build.journeys, self.build.steps, self.build.handoffs
        self._open = ExitStack()
        parts = build.parts or part_files(workspace.journal)
        self._files += [workspace.warehouse.root / file for files in parts.values() for file in files]
        files = {**parts, **{name: [file] for name, file in build.files.items()}}
        self._connection = self._open.enter_context(workspace.warehouse.session(files, len(self.steps.journey)))
        self._lock = threading.Lock()
        self._answers: OrderedDict[Hashable, tuple[object, int]] = OrderedDict()
        self._held_bytes = 0
        self._measured: dict[str, Measured] = {}
        import scipy.special  # noqa: F401 - while the view opens, not in the first request that needs an interval

        for metric in known_metrics().values():
            tell(metric.title)
            self._measured[metric.name] = measure_in_order(
                self._connection, metric, self.settings, self.journeys.journey_id, self.journeys.customer.codes
            )

    @contextmanager
    def session(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Give a session on this build's tables, of the caller's own."""
        cursor = self._connection.cursor()
        try:
            yield cursor
        finally:
            cursor.close()

    def chosen(self, selection: Selection) -> NDArray[np.bool_]:
        """Say of each journey whether it is in the selection; UsageError for a word that no journey has."""
        return self.remembered(("chosen", selection), lambda: chosen_journeys(self.build, selection))

    def measured(self, metric: str) -> Measured:
        """Return what each journey contributes to the metric; UsageError names the known ones."""
        if metric not in self._measured:
            raise UsageError(f'No metric "{metric}". Known: {", ".join(self._measured)}.')
        return self._measured[metric]

    def metric(self, name: str, chosen: NDArray[np.bool_]) -> MetricValue:
        """Return the metric over the chosen journeys."""
        return summarise(known_metrics()[name], self.measured(name).among(chosen))

    def remembered(self, question: Hashable, compute: Callable[[], Answer]) -> Answer:
        """Return the answer to a question, computed when it is first asked."""
        with self._lock:
            if question in self._answers:
                self._answers.move_to_end(question)
                return self._answers[question][0]  # type: ignore[return-value]
        answer = compute()
        size, room = _bytes_of(answer), REMEMBERED_BYTES + REMEMBERED_BYTES_A_STEP * len(self.steps.journey)
        with self._lock:
            self._held_bytes += size - self._answers.pop(question, (None, 0))[1]
            self._answers[question] = answer, size
            while len(self._answers) > REMEMBERED or (self._held_bytes > room and len(self._answers) > 1):
                self._held_bytes -= self._answers.popitem(last=False)[1][1]
        return answer

    def is_whole(self) -> bool:
        """Whether the files that it reads are still there; those of builds older than the last two are removed."""
        return all(file.is_file() for file in self._files)

    def close(self) -> None:
        """Let go of the files."""
        self._open.close()


def _version(build: Build) -> str:
    """Return a word that differs whenever any number made from the build could."""
    metrics = sorted((metric.name, metric.version) for metric in known_metrics().values())
    return hashlib.sha256(repr((build.input_digest, version("clew"), metrics)).encode()).hexdigest()[:16]


def _bytes_of(answer: object) -> int:
    """Return the size of the columns that an answer holds: its own, or those of its fields and parts."""
    if isinstance(answer, np.ndarray):
        return int(answer.nbytes)
    parts: Iterable[object] = ()
    if isinstance(answer, Mapping):
        parts = answer.values()
    elif isinstance(answer, Sequence) and not isinstance(answer, str):
        parts = answer
    elif is_dataclass(answer):
        parts = vars(answer).values()
    return sum(_bytes_of(part) for part in parts)
