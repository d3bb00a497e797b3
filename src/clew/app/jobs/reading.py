"""Tells how far an import is, file by file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from clew.app.jobs.job import FileProgress, JobProgress
from clew.channels import Proposal

#: Of more files the first ones, and whichever is being read, are told.
_TOLD = 60


class ReadingProgress:
    """Hears of an import's rows and tells the job's progress; pass its methods as hearers."""

    def __init__(self, tell: Callable[[JobProgress], None]) -> None:
        """Tell ``tell``."""
        self._tell = tell
        self._files: dict[str, FileProgress] = {}

    def looking(self, file: str, done: int, total: int) -> None:
        """Hear of a file whose bytes are looked through."""
        self._tell(JobProgress("looking", file, done, total, "bytes"))

    def begin(self, proposals: Sequence[Proposal]) -> None:
        """Hear which files are about to be read."""
        for proposal in proposals:
            for planned in proposal.plan.files:
                rows = planned.raw.estimated_rows()
                self._files[planned.file.name] = FileProgress(planned.file.name, 0, rows)
        self._say("")

    def reading(self, file: str, done: int, total: int) -> None:
        """Hear of a file whose rows are read."""
        self._files[file] = FileProgress(file, done, total)
        self._say(file)

    def _say(self, file: str) -> None:
        files = list(self._files.values())
        at = next((number for number, each in enumerate(files) if each.name == file), 0)
        begin = max(0, min(at - _TOLD // 2, len(files) - _TOLD))
        done, total = sum(each.done for each in files), sum(each.total for each in files)
        self._tell(JobProgress("reading", file, done, max(total, done), "rows", tuple(files[begin : begin + _TOLD])))
