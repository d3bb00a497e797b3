"""Makes the journey map of a workspace and writes it as page, pictures and data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from clew.app.building import build
from clew.app.workspace import Tell, Workspace
from clew.channels import ledger_lines, source_ledgers
from clew.journeys import EncodedBuild, read_encoded
from clew.maps import compose, draw_map, rasterise, to_json, write_page
from clew.model import JourneyMap, SourceLine
from clew.store import explained, latest_build

REFUSED = "(refused files)"


@dataclass(frozen=True)
class MapFiles:
    """Where the four forms of a map were written."""

    html: Path
    svg: Path
    png: Path
    json: Path


def make_map(workspace: Workspace, tell: Tell = lambda _name: None) -> JourneyMap:
    """Return the map of all that the workspace holds now, building first what is stale."""
    build(workspace, tell)
    tell("map")
    made_at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with workspace.session() as connection:
        return compose(
            connection,
            _encoded(workspace),
            workspace.settings,
            workspace.folder.name,
            made_at,
            source_lines(workspace),
            [*unfinished_imports(workspace), *erased_rows(workspace)],
        )


def _encoded(workspace: Workspace) -> EncodedBuild:
    newest = latest_build(workspace.journal)
    assert newest is not None  # make_map has just built it
    return read_encoded({name: workspace.warehouse.root / file for name, file in newest.files.items()})


def unfinished_imports(workspace: Workspace) -> list[str]:
    """Say which files are not imported whole, so that nobody takes a part for the whole."""
    return [
        f"{line.file} is not imported whole ({line.rows_done:,} rows so far): run its import again."
        for line in ledger_lines(workspace.journal)
        if line.state == "running"
    ]


def erased_rows(workspace: Workspace) -> list[str]:
    """Say how many rows are missing because their customers were erased, so that numbers of earlier maps may differ."""
    count = sum(line.tally.erased for line in ledger_lines(workspace.journal))
    return (
        [f"{count:,} rows of customers who were erased are left out; the ledger has them as refused."] if count else []
    )


def source_lines(workspace: Workspace) -> list[SourceLine]:
    """Return the ledger by source as the map shows it."""
    return [
        SourceLine(
            each.source,
            each.tally.received,
            each.tally.stored,
            each.tally.duplicate,
            each.tally.quarantined,
            each.tally.refused,
            each.tally.interactions,
        )
        for each in source_ledgers(workspace.journal)
        if each.source != REFUSED
    ]


def write_map(journey_map: JourneyMap, folder: Path) -> MapFiles:
    """Write ``map.html``, ``map.svg``, ``map.png`` and ``map.json`` into the folder; StorageError when the disk refuses."""
    svg = draw_map(journey_map)
    files = MapFiles(folder / "map.html", folder / "map.svg", folder / "map.png", folder / "map.json")
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        files.html.write_text(write_page(journey_map), encoding="utf-8")
        files.svg.write_text(svg, encoding="utf-8")
        files.json.write_text(to_json(journey_map), encoding="utf-8")
        files.png.write_bytes(rasterise(svg))
    return files
