"""The map of a selection as a document to take along: drawn, as a page of its own, or as data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Literal
from zoneinfo import ZoneInfo

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from clew.app.mapping_out import erased_rows, source_lines, unfinished_imports
from clew.app.view.days import day_of
from clew.app.view.selection import Selection
from clew.app.view.view import View
from clew.app.workspace import Workspace
from clew.maps import channel_title, compose, draw_map, ending_title, rasterise, to_json, write_page
from clew.model import JourneyMap

Format = Literal["svg", "png", "html", "json"]


def map_file(workspace: Workspace, view: View, chosen: NDArray[np.bool_], selection: Selection, form: Format) -> bytes:
    """Return the map of the chosen journeys as a file; it is equal to that of ``clew map`` where everything is chosen."""
    drawn = map_document(workspace, view, chosen, selection)
    if form == "png":
        return rasterise(draw_map(drawn))
    text = draw_map(drawn) if form == "svg" else to_json(drawn) if form == "json" else write_page(drawn, alone=True)
    return text.encode()


def map_document(workspace: Workspace, view: View, chosen: NDArray[np.bool_], selection: Selection) -> JourneyMap:
    """Return the map of the chosen journeys as a document of plain values."""
    notes, said = [*unfinished_imports(workspace), *erased_rows(workspace)], _selected(view, selection)
    made_at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with _among(view, chosen) as session:
        name, sources = workspace.folder.name, source_lines(workspace)
        return compose(session, view.build, view.settings, name, made_at, sources, notes, chosen, said)


@contextmanager
def _among(view: View, chosen: NDArray[np.bool_]) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a session whose journeys, steps and handoffs are those of the chosen journeys."""
    with view.session() as session:
        if not chosen.all():
            session.register("chosen_ids", pa.table({"journey_id": view.journeys.journey_id.filter(pa.array(chosen))}))
            session.execute("CREATE TEMP TABLE chosen_journeys AS FROM chosen_ids")
            session.unregister("chosen_ids")
            for table in ("journeys", "steps", "handoffs"):
                # "memory" is the session's database; main alone would be the schema of the temporary views themselves.
                session.execute(
                    f"CREATE TEMP VIEW {table} AS FROM memory.main.{table} SEMI JOIN chosen_journeys USING (journey_id)"
                )
        yield session


def _selected(view: View, selection: Selection) -> str:
    """Say in a sentence which journeys were chosen; nothing where all were."""
    if selection.is_everything:
        return ""
    zone = ZoneInfo(view.settings.time_zone)
    said = []
    if selection.since_us is not None:
        said.append(f"began on or after {day_of(selection.since_us, zone)}")
    if selection.until_us is not None:
        said.append(f"began on or before {day_of(selection.until_us - 1, zone)}")
    for words, what in (
        (tuple(channel_title(each) for each in selection.channel), "have a step on"),
        (tuple(channel_title(each) for each in selection.first_channel), "began on"),
        (selection.issue, "are about"),
        (tuple(ending_title(each) for each in selection.outcome), "ended so:"),
        (selection.source, "came from"),
    ):
        if words:
            said.append(f"{what} {' or '.join(words)}")
    return f"Only journeys that {', and that '.join(said)}."
