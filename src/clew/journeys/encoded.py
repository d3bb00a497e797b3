"""A finished build as columns of integers in memory: what every question about many journeys is answered from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Words:
    """A column of words: ``names[codes[i]]`` is row i; an empty word stands for "not said"."""

    codes: NDArray[np.int32]
    names: tuple[str, ...]

    @cached_property
    def by_name(self) -> dict[str, int]:
        """The code of each name."""
        return {name: code for code, name in enumerate(self.names)}

    def code(self, name: str) -> int:
        """Return a name's code, -1 where no row has it."""
        return self.by_name.get(name, -1)

    def among(self, names: tuple[str, ...]) -> NDArray[np.bool_]:
        """Say of each row whether its word is one of the names."""
        wanted = np.zeros(len(self.names) + 1, dtype=bool)
        wanted[[self.code(name) for name in names]] = True
        wanted[-1] = False
        return wanted[self.codes]


@dataclass(frozen=True)
class EncodedJourneys:
    """One row a journey, in the order of the build's file; moments in microseconds, -1 where there is none."""

    journey_id: pa.StringArray
    customer: Words
    issue: Words
    source: Words
    outcome: Words
    first_channel: Words
    last_channel: Words
    bounded_by: Words
    confidence: Words
    identified: NDArray[np.bool_]
    started_us: NDArray[np.int64]
    ended_us: NDArray[np.int64]
    resolved_us: NDArray[np.int64]
    steps: NDArray[np.int64]
    contacts: NDArray[np.int64]
    switches: NDArray[np.int64]
    handoffs: NDArray[np.int64]

    def __len__(self) -> int:
        """Count the journeys."""
        return len(self.started_us)


@dataclass(frozen=True)
class EncodedSteps:
    """One row a step, by journey and position; journey j's steps are rows ``first[j]`` to ``first[j + 1]``."""

    first: NDArray[np.int64]
    journey: NDArray[np.int32]
    position: NDArray[np.int64]
    channel: Words
    touchpoint: Words
    kind: Words
    direction: Words
    party: Words
    team: Words
    stage: Words
    outcome: Words
    occurred_us: NDArray[np.int64]
    wait_before_us: NDArray[np.int64]
    starts_contact: NDArray[np.bool_]


@dataclass(frozen=True)
class EncodedHandoffs:
    """One row a handoff, by journey and position; ``journey`` is the row of its journey."""

    journey: NDArray[np.int32]
    position: NDArray[np.int64]
    change: Words
    from_channel: Words
    to_channel: Words
    from_party: Words
    to_party: Words
    from_team: Words
    to_team: Words
    from_stage: Words
    to_stage: Words
    wait_us: NDArray[np.int64]


@dataclass(frozen=True)
class EncodedBuild:
    """The three tables of one build."""

    journeys: EncodedJourneys
    steps: EncodedSteps
    handoffs: EncodedHandoffs


def read_encoded(files: Mapping[str, Path]) -> EncodedBuild:
    """Read a build's ``journeys``, ``steps`` and ``handoffs`` files; ValueError when they aren't of one build."""
    journeys = read_encoded_journeys(files["journeys"])
    steps = _steps(_Table(files["steps"]))
    if len(steps.first) - 1 != len(journeys):
        raise ValueError("the steps and the journeys are not of one build")
    return EncodedBuild(journeys, steps, _handoffs(_Table(files["handoffs"]), journeys.journey_id))


def read_encoded_journeys(file: Path) -> EncodedJourneys:
    """Read a ``journeys`` file."""
    table = _Table(file)
    return EncodedJourneys(
        journey_id=table.texts("journey_id"),
        customer=table.words("customer_id"),
        issue=table.words("issue"),
        source=table.words("source"),
        outcome=table.words("outcome"),
        first_channel=table.words("first_channel"),
        last_channel=table.words("last_channel"),
        bounded_by=table.words("bounded_by"),
        confidence=table.words("confidence"),
        identified=table.flags("identified"),
        started_us=table.numbers("started_us"),
        ended_us=table.numbers("ended_us"),
        resolved_us=table.numbers("resolved_us"),
        steps=table.numbers("steps"),
        contacts=table.numbers("contacts"),
        switches=table.numbers("switches"),
        handoffs=table.numbers("handoffs"),
    )


def words_of(column: pa.ChunkedArray) -> Words:
    """Return a column of texts, or of codes for texts, as words; NULL is the empty word."""
    column = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    column = column.unify_dictionaries()
    if not column.num_chunks:
        return Words(np.zeros(0, dtype=np.int32), ())
    names = [str(word) for word in column.chunk(0).dictionary.to_pylist()]
    chunks = [chunk.indices.fill_null(-1).to_numpy(zero_copy_only=False) for chunk in column.chunks]
    codes = np.concatenate(chunks).astype(np.int32)
    if (codes < 0).any():
        names = names if "" in names else [*names, ""]
        codes[codes < 0] = names.index("")
    return Words(codes, tuple(names))


def _steps(table: _Table) -> EncodedSteps:
    position = table.numbers("position")
    starts = position == 0
    return EncodedSteps(
        first=np.append(np.flatnonzero(starts), len(starts)),
        journey=(np.cumsum(starts) - 1).astype(np.int32),
        position=position,
        channel=table.words("channel"),
        touchpoint=table.words("touchpoint"),
        kind=table.words("kind"),
        direction=table.words("direction"),
        party=table.words("party"),
        team=table.words("team"),
        stage=table.words("stage"),
        outcome=table.words("outcome"),
        occurred_us=table.numbers("occurred_us"),
        wait_before_us=table.numbers("wait_before_us"),
        starts_contact=table.flags("starts_contact"),
    )


def _handoffs(table: _Table, journey_ids: pa.StringArray) -> EncodedHandoffs:
    number = {name: row for row, name in enumerate(journey_ids.to_pylist())}
    named = table.words("journey_id")
    rows = np.array([number[name] for name in named.names], dtype=np.int32)
    return EncodedHandoffs(
        journey=rows[named.codes] if len(rows) else np.zeros(0, dtype=np.int32),
        position=table.numbers("position"),
        change=table.words("change"),
        from_channel=table.words("from_channel"),
        to_channel=table.words("to_channel"),
        from_party=table.words("from_party"),
        to_party=table.words("to_party"),
        from_team=table.words("from_team"),
        to_team=table.words("to_team"),
        from_stage=table.words("from_stage"),
        to_stage=table.words("to_stage"),
        wait_us=table.numbers("wait_us"),
    )


class _Table:
    """One Parquet file, read column by column."""

    def __init__(self, path: Path) -> None:
        """Name the file."""
        self._path = path

    def words(self, name: str) -> Words:
        """Return a column of words as codes; NULL is the empty word."""
        return words_of(pq.read_table(self._path, columns=[name], read_dictionary=[name])[name])

    def numbers(self, name: str) -> NDArray[np.int64]:
        """Return a column of whole numbers; NULL is -1."""
        return self._column(name).fill_null(-1).to_numpy(zero_copy_only=False)

    def flags(self, name: str) -> NDArray[np.bool_]:
        """Return a column of yes and no; NULL is no."""
        return self._column(name).fill_null(False).to_numpy(zero_copy_only=False)

    def texts(self, name: str) -> pa.StringArray:
        """Return a column of texts as it is."""
        return self._column(name)

    def _column(self, name: str) -> pa.Array:
        column = pq.read_table(self._path, columns=[name])[name].combine_chunks()
        return pa.concat_arrays(column.chunks) if isinstance(column, pa.ChunkedArray) else column
