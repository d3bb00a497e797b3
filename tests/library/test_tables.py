"""The library hands out tables whose times are aware and in UTC, whose waits are seconds, and which agree in every form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import polars as pl
import pyarrow as pa
import pytest

import clew

ROWS = """id,time,email,channel,party,direction
1,2026-03-01T10:00:00+01:00,mia@example.com,chat,customer,inbound
2,2026-03-01T09:10:00Z,mia@example.com,chat,agent,outbound
3,2026-03-01T11:10:00Z,mia@example.com,phone,customer,inbound
"""
MAPPING = """connector = "table"
source = "desk"
[columns]
source_id = "id"
occurred_at = "time"
email = "email"
channel = "channel"
party = "party"
direction = "direction"
"""
TABLES = (
    "interactions",
    "customers",
    "identity_links",
    "traits",
    "consents",
    "journeys",
    "steps",
    "handoffs",
    "variants",
    "transitions",
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[clew.Workspace]:
    folder = tmp_path_factory.mktemp("library")
    (folder / "desk.csv").write_text(ROWS, encoding="utf-8")
    (folder / "desk.toml").write_text(MAPPING, encoding="utf-8")
    with clew.create(folder / "here", name="Shop") as made:
        made.import_files(folder / "desk.csv", mapping=folder / "desk.toml")
        yield made


@pytest.mark.parametrize("name", TABLES)
def test_every_form_of_a_table_says_the_same(workspace: clew.Workspace, name: str) -> None:
    data = getattr(workspace, name)()
    arrow, frame, rows = data.to_arrow(), data.to_polars(), data.to_dicts()

    assert isinstance(arrow, pa.Table)
    assert isinstance(frame, pl.DataFrame)
    assert len(data) == arrow.num_rows == len(frame) == len(rows)
    assert frame.columns == arrow.column_names
    assert [list(row) for row in rows] == [frame.columns] * len(rows)


@pytest.mark.parametrize("name", TABLES)
def test_times_are_aware_and_utc_and_no_column_counts_microseconds(workspace: clew.Workspace, name: str) -> None:
    data = getattr(workspace, name)()
    schema, frame = data.to_arrow().schema, data.to_polars()

    assert [column for column in schema.names if column.endswith("_us")] == []
    for column in schema.names:
        if column.endswith("_at"):
            assert schema.field(column).type == pa.timestamp("us", tz="UTC")
            assert frame.schema[column] == pl.Datetime("us", "UTC")
        if column.endswith("_seconds"):
            assert schema.field(column).type == pa.float64()


def test_times_are_those_of_the_file_in_utc(workspace: clew.Workspace) -> None:
    told = sorted(row["occurred_at"] for row in workspace.steps().to_dicts())
    nine = datetime(2026, 3, 1, 9, tzinfo=UTC)

    assert told == [nine, nine + timedelta(minutes=10), nine + timedelta(hours=2, minutes=10)]
    assert all(each.utcoffset() == timedelta(0) for each in told)


def test_waits_are_seconds(workspace: clew.Workspace) -> None:
    steps = sorted(workspace.steps().to_dicts(), key=lambda row: row["position"])

    assert [step["wait_before_seconds"] for step in steps] == [None, 600.0, 7200.0]


def test_variants_and_transitions_are_tables_too(workspace: clew.Workspace) -> None:
    assert workspace.variants().to_dicts() == [
        {
            "path": ["chat", "phone"],
            "journeys": 1,
            "share": 1.0,
            "median_duration_seconds": 7800.0,
            "resolved_share": None,  # nothing in this source says whether anything was resolved
            "told": 0,
        }
    ]
    assert {(row["from_channel"], row["to_channel"], row["n"]) for row in workspace.transitions().to_dicts()} == {
        ("(start)", "chat", 1),
        ("chat", "chat", 1),
        ("chat", "phone", 1),
        ("phone", "(end)", 1),
    }


def test_metrics_then_the_map_then_metrics_again(workspace: clew.Workspace) -> None:
    every = workspace.metrics()
    drawn = workspace.map()

    assert drawn.journeys == 1
    assert [value.name for value in workspace.metrics("reopen_rate", "sla_met_rate")] == ["reopen_rate", "sla_met_rate"]
    assert {value.name for value in drawn.headline} <= {value.name for value in every}


def test_a_metric_nobody_knows_is_said_with_those_that_are(workspace: clew.Workspace) -> None:
    with pytest.raises(clew.ClewError, match=r'No metric "happiness"\. Known: asked_again_rate, '):
        workspace.metrics("happiness")


def test_tables_are_built_before_they_are_read(workspace: clew.Workspace) -> None:
    assert len(workspace.journeys()) == 1
    assert workspace.build() is False


def test_an_empty_workspace_has_empty_tables_of_the_same_columns(workspace: clew.Workspace, tmp_path: Path) -> None:
    with clew.create(tmp_path / "empty") as empty:
        for name in TABLES:
            assert len(getattr(empty, name)()) == 0, name
        for name in TABLES[:6]:
            assert getattr(empty, name)().to_arrow().schema == getattr(workspace, name)().to_arrow().schema, name
        assert empty.sources() == []


def test_no_table_of_the_library_warns(workspace: clew.Workspace, recwarn: pytest.WarningsRecorder) -> None:
    for name in TABLES:
        getattr(workspace, name)().to_polars()

    assert [str(each.message) for each in recwarn] == []


def test_a_folder_without_a_workspace_is_refused_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(clew.ClewError, match=r"it has no clew\.toml\. Make one with 'clew init"):
        clew.open(tmp_path)


def test_a_workspace_is_not_made_over_another(workspace: clew.Workspace) -> None:
    with pytest.raises(clew.ClewError, match="is a workspace already"):
        clew.create(workspace.path)
