"""One map over the three real sets: every breakdown sums to its whole, and every total equals the table behind it."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

import clew
from clew.model import JourneyMap

#: The whole of each lane's cells, counted from the tables apart from the map.
WHOLES = {
    "channels": "SELECT stage, count(*) FROM steps GROUP BY stage",
    "touchpoints": "SELECT stage, count(*) FROM steps GROUP BY stage",
    "doing": "SELECT stage, count(*) FROM steps WHERE party = 'customer' GROUP BY stage",
    "waits": "SELECT stage, count(*) FROM steps WHERE position > 0 GROUP BY stage",
    "handoffs": "SELECT to_stage, count(*) FROM handoffs GROUP BY to_stage",
    "outcomes": "SELECT stage, count(DISTINCT journey_id) FROM steps GROUP BY stage",
}


@pytest.fixture(scope="module")
def journey_map(three_sets: Path) -> JourneyMap:
    with clew.open(three_sets) as workspace:
        return workspace.map()


def count(tables: duckdb.DuckDBPyConnection, query: str) -> int:
    ((found,),) = tables.execute(query).fetchall()
    return int(found)


def test_the_map_is_written_as_page_picture_and_data(three_sets: Path, journey_map: JourneyMap, tmp_path: Path) -> None:
    with clew.open(three_sets) as workspace:
        files = workspace.write_map(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["map.html", "map.json", "map.png", "map.svg"]
    assert files.png.read_bytes().startswith(b"\x89PNG")
    assert files.svg.read_text(encoding="utf-8").startswith("<svg")
    assert "</html>" in files.html.read_text(encoding="utf-8")
    assert json.loads(files.json.read_text(encoding="utf-8"))["journeys"] == journey_map.journeys > 32_000


def test_the_map_counts_what_the_three_sets_hold(journey_map: JourneyMap, tables: duckdb.DuckDBPyConnection) -> None:
    # 24,918 incidents, 6,652 - 445 dialogues in which somebody spoke, and the threads.
    threads = count(tables, "SELECT count(*) FROM journeys WHERE source = 'social'")

    assert journey_map.interactions == count(tables, "SELECT count(*) FROM interactions") == 141_712 + 138_401 + 5_000
    assert journey_map.journeys == 24_918 + 6_207 + threads
    assert {line.source: line.received for line in journey_map.sources} == {
        "dialogues": 6_652,
        "servicenow": 141_712,
        "social": 5_001,
    }


@pytest.mark.parametrize("kind", sorted(WHOLES))
def test_every_cell_sums_to_its_whole(journey_map: JourneyMap, tables: duckdb.DuckDBPyConnection, kind: str) -> None:
    (lane,) = [each for each in journey_map.lanes if each.kind == kind]
    wholes = dict(tables.execute(WHOLES[kind]).fetchall())

    for cell in lane.cells:
        whole = wholes.get(cell.stage, 0)
        assert sum(entry.n for entry in cell.entries) == whole, cell.stage
        assert cell.of.startswith(f"{whole:,} ")
        assert bool(cell.entries) != bool(cell.empty_reason)
        if whole:
            assert sum(entry.share for entry in cell.entries) == pytest.approx(1, abs=1e-12)
            assert all(entry.share == entry.n / whole for entry in cell.entries)


def test_no_lane_loses_a_step(journey_map: JourneyMap, tables: duckdb.DuckDBPyConnection) -> None:
    steps = count(tables, "SELECT count(*) FROM steps")
    lanes = {lane.kind: lane for lane in journey_map.lanes}

    assert sum(stage.steps for stage in journey_map.stages) == steps
    for kind in ("channels", "touchpoints"):
        assert sum(entry.n for cell in lanes[kind].cells for entry in cell.entries) == steps


def test_the_matrix_holds_every_handoff_once(journey_map: JourneyMap, tables: duckdb.DuckDBPyConnection) -> None:
    matrix = journey_map.matrix
    pairs = tables.execute("SELECT from_channel, to_channel, count(*) FROM handoffs GROUP BY ALL").fetchall()
    shown = {
        (row, column): n
        for row, counts in zip(matrix.channels, matrix.counts, strict=True)
        for column, n in zip(matrix.channels, counts, strict=True)
        if n
    }

    assert shown == {(before, after): n for before, after, n in pairs}
    assert matrix.total == sum(shown.values()) == count(tables, "SELECT count(*) FROM handoffs")
    assert matrix.total == count(tables, "SELECT sum(handoffs) FROM journeys")


def test_variants_sum_to_the_journeys(journey_map: JourneyMap) -> None:
    assert sum(variant.n for variant in journey_map.variants) == journey_map.journeys
    assert sum(variant.share for variant in journey_map.variants) == pytest.approx(1, abs=1e-12)


def test_as_many_transitions_come_to_a_channel_as_leave_it(three_sets: Path, tables: duckdb.DuckDBPyConnection) -> None:
    with clew.open(three_sets) as workspace:
        found = workspace.transitions().to_dicts()
    coming: dict[str, int] = {}
    leaving: dict[str, int] = {}
    for each in found:
        coming[each["to_channel"]] = coming.get(each["to_channel"], 0) + each["n"]
        leaving[each["from_channel"]] = leaving.get(each["from_channel"], 0) + each["n"]
    journeys = count(tables, "SELECT count(*) FROM journeys")

    assert leaving.pop("(start)") == coming.pop("(end)") == journeys
    assert coming == leaving == dict(tables.execute("SELECT channel, count(*) FROM steps GROUP BY channel").fetchall())
