"""Draws journeys' boundaries otherwise, as one also could, so that any number can be told for those journeys too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import duckdb

from clew.app.building import build, learnt_before, rows_to_keep
from clew.app.language_model.answered import add_answers
from clew.app.reading_texts import read_texts
from clew.app.reporting import metrics_named
from clew.app.workspace import Tell, Workspace
from clew.journeys import write_journeys
from clew.metrics import evaluate
from clew.model import CONTRACTS, MetricValue, Settings, UsageError
from clew.store import Build, latest_build, part_rows


@dataclass(frozen=True)
class Boundaries:
    """One way to cut journeys: one talk goes on with another where that is likelier than ``likelier``.

    ``gap`` is how the longest pause of a journey changes, where labels and time decide rather than words.
    """

    name: str
    meaning: str
    likelier: float
    gap: float

    def settings(self, settings: Settings) -> Settings:
        """Return settings with the longest pause that these boundaries allow."""
        longest = settings.windows.journey_gap_days * self.gap
        return replace(settings, windows=replace(settings.windows, journey_gap_days=longest))


#: What is joined at 0.5 is kept apart where it isn't likelier than 0.8, and joined where it is likelier than 0.2.
FINER = Boundaries("finer", "what is doubtful begins a journey of its own", 0.8, 0.5)
COARSER = Boundaries("coarser", "what is doubtful goes on with an earlier journey", 0.2, 2.0)
OTHERS = (FINER, COARSER)
#: What numbers are made from.
TABLES = ("journeys", "handoffs")


@dataclass(frozen=True)
class ValueRange:
    """A metric as it stands, and as it would with each of the other plausible boundaries, by their names."""

    value: MetricValue
    others: dict[str, MetricValue]

    @property
    def known(self) -> list[float]:
        """The values that there are, in ascending order."""
        every = (self.value, *self.others.values())
        return sorted(each.value for each in every if each.value is not None)


def metric_ranges(workspace: Workspace, names: Sequence[str], tell: Tell = lambda _name: None) -> list[ValueRange]:
    """Return the named metrics (all where none is named) with their values under other plausible boundaries.

    Cases stay whole under each. Journeys are cut anew once for a build, which takes about as long as the build. UsageError
    names the known metrics.
    """
    chosen = metrics_named(names)
    build(workspace, tell)
    with workspace.session() as connection:
        values = evaluate(connection, chosen, workspace.settings)
    others: dict[str, list[MetricValue]] = {}
    for boundaries in OTHERS:
        with session_otherwise(workspace, boundaries, tell) as connection:
            others[boundaries.name] = evaluate(connection, chosen, workspace.settings)
    return [ValueRange(value, {name: of[place] for name, of in others.items()}) for place, value in enumerate(values)]


@contextmanager
def session_otherwise(
    workspace: Workspace, boundaries: Boundaries, tell: Tell = lambda _name: None
) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a session on the newest build in which ``journeys`` and ``handoffs`` are as other boundaries make them."""
    made = latest_build(workspace.journal)
    if made is None:
        raise UsageError("Nothing is built yet. Run: clew build")
    files = _files(made, boundaries)
    if not all((workspace.warehouse.root / file).is_file() for file in files.values()):
        _cut(workspace, made, boundaries, tell)
    listed = {name: [files.get(name, file)] for name, file in made.files.items()}
    with workspace.warehouse.session({**made.parts, **listed}) as connection:
        yield connection


def _files(made: Build, boundaries: Boundaries) -> dict[str, str]:
    """Return the files of a build's other tables: beside its own, so they go when it goes."""
    return {name: f"{made.folder}/{name}-{boundaries.name}.parquet" for name in TABLES}


def _cut(workspace: Workspace, made: Build, boundaries: Boundaries, tell: Tell) -> None:
    settings = workspace.settings
    readings = read_texts(workspace, made.parts.get("interactions", [])) if settings.texts.facts else []
    listed: dict[str, Sequence[str]] = {**made.parts, **{name: [file] for name, file in made.files.items()}}
    rows = part_rows(workspace.journal, "interactions")
    with workspace.warehouse.session({**listed, "readings": readings}, rows) as connection:
        add_answers(workspace, connection)
        write_journeys(
            connection,
            boundaries.settings(settings),
            tell,
            likelier=boundaries.likelier,
            learnt=learnt_before(workspace),
        )
        for name in TABLES:
            kept = rows_to_keep(CONTRACTS[name])
            workspace.warehouse.write(connection, kept, made.folder, f"{name}-{boundaries.name}")
