"""A job: what was ordered, how far it is, and what came of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Literal

State = Literal["waiting", "running", "done", "failed", "cancelled"]
#: What a job does just now; ``another_writer`` is waiting for another Clew that writes into this workspace.
Stage = Literal["", "another_writer", "making", "looking", "reading", "retrying", "removing", "joining", "cutting"]
Order = Mapping[str, object]
Result = Mapping[str, object]


@dataclass(frozen=True)
class FileProgress:
    """How far one file is: rows done of rows expected (0 = not known yet)."""

    name: str
    done: int
    total: int


@dataclass(frozen=True)
class JobProgress:
    """How far a job is: ``done`` of ``total`` (0 = not known) of a ``unit``, in a stage, at a file or part called ``what``."""

    stage: Stage = ""
    what: str = ""
    done: int = 0
    total: int = 0
    unit: Literal["", "rows", "bytes", "files", "parts", "customers"] = ""
    files: tuple[FileProgress, ...] = ()

    def text(self) -> str:
        """Return it as the journal keeps it."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, text: str) -> JobProgress:
        """Return what :meth:`text` wrote."""
        content = json.loads(text)
        files = tuple(FileProgress(**each) for each in content.pop("files", ()))
        return cls(**content, files=files)


@dataclass(frozen=True)
class Job:
    """One job as the journal has it; ``result`` is what its kind promises, ``problem`` a sentence for a person."""

    id: str
    kind: str
    order: Order
    state: State
    author: str
    created_us: int
    progress: JobProgress = field(default_factory=JobProgress)
    result: Result = field(default_factory=dict)
    problem: str = ""
    attempts: int = 0
    process: int | None = None
    started_us: int | None = None
    finished_us: int | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing will happen to it any more."""
        return self.state in ("done", "failed", "cancelled")
