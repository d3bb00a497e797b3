"""Cuts the newest build's journeys as one also could, once for a build, so that any number can be told for those journeys too."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import duckdb

from clew.app.building import build, learnt_before, rows_to_keep
from clew.app.language_model.answered import add_answers
from clew.app.lock import only_writer
from clew.app.other_boundaries import OTHERS, TABLES, TOUCHED, Boundaries, ValueRange, is_cut, other_files
from clew.app.reading_texts import read_texts
from clew.app.reporting import metrics_named
from clew.app.settings.file import settings_of
from clew.app.workspace import Tell, Workspace
from clew.journeys import write_journeys
from clew.metrics import evaluate
from clew.model import CONTRACTS, MetricValue, UsageError
from clew.store import Build, latest_build, part_rows

_TOUCHED = "SELECT DISTINCT journey_id, CAST(channel AS VARCHAR) AS channel FROM steps ORDER BY ALL"


def metric_ranges(workspace: Workspace, names: Sequence[str], tell: Tell = lambda _name: None) -> list[ValueRange]:
    """Return the named metrics (all where none is named) with their values under other plausible boundaries.

    Cases stay whole under each. Journeys are cut anew once for a build, which takes about as long as the build. UsageError
    names the known metrics; BusyError says that another process is writing.
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
    made = _newest(workspace)
    if not is_cut(workspace.warehouse, made, boundaries):
        cut_otherwise(workspace, (boundaries,), tell)
        made = _newest(workspace)
    otherwise = other_files(made, boundaries)
    listed = {name: [otherwise.get(name, file)] for name, file in made.files.items()}
    with workspace.warehouse.session({**made.parts, **listed}) as connection:
        yield connection


def cut_otherwise(
    workspace: Workspace, wanted: Sequence[Boundaries] = OTHERS, tell: Tell = lambda _name: None
) -> list[str]:
    """Cut the newest build's journeys by each of these boundaries where that isn't done; return the names of those done now.

    Nobody else writes meanwhile: what a person's erasure removes must not be written anew beside it. BusyError says so.
    """
    with only_writer(workspace.store):
        made = _newest(workspace)
        missing = [each for each in wanted if not is_cut(workspace.warehouse, made, each)]
        for boundaries in missing:
            _cut(workspace, made, boundaries, tell)
    return [each.name for each in missing]


def _newest(workspace: Workspace) -> Build:
    made = latest_build(workspace.journal)
    if made is None:
        raise UsageError("Nothing is built yet. Run: clew build")
    return made


def _cut(workspace: Workspace, made: Build, boundaries: Boundaries, tell: Tell) -> None:
    """Cut as the build did, by its settings and from its files, but for the boundaries."""
    settings = settings_of(tomllib.loads(made.settings)) if made.settings else workspace.settings
    tell("readings")
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
        queries = {**{name: rows_to_keep(CONTRACTS[name]) for name in TABLES}, TOUCHED: _TOUCHED}
        for name, query in queries.items():
            tell(f"{name} file")
            workspace.warehouse.write(connection, query, made.folder, f"{name}-{boundaries.name}")
