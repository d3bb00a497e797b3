"""Exports: what leaves Clew is whole, says the same as the tables, and can be read by others and by Clew itself."""

from __future__ import annotations

import csv
import errno
import json
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from defusedxml import ElementTree

from clew.app import exporting
from clew.app.building import build
from clew.app.exporting import TABLES, Format, export
from clew.app.importing import ImportOrder, run_import
from clew.app.workspace import Workspace, create_workspace
from clew.model import StorageError, UsageError

#: Two journeys: Mia's case T-1 in five steps over three channels, and a call of Bo's. The team holds what XML has to escape
#: (and a vertical tab, which it forbids), a text looks like a spreadsheet's formula.
ROWS = """id,time,email,phone,channel,direction,party,agent,team,thread,case,issue,outcome,rating,text
m1,2026-03-01T10:00:00.250Z,mia@example.com,+1 415 555 2671,chat,inbound,customer,,,t1,T-1,Late & <lost>,,,"=1+1, hello"
m2,2026-03-01T10:00:30Z,mia@example.com,,chat,outbound,bot,Clewbot,,t1,T-1,Late & <lost>,,,
m3,2026-03-01T10:05:30Z,mia@example.com,,chat,outbound,agent,Ann "A",Tier "2" & <co>\v,t1,T-1,Late & <lost>,,,
m4,2026-03-02T09:00:00+01:00,mia@example.com,,email,inbound,customer,,,t2,T-1,Late & <lost>,,,"line
break"
m5,2026-03-02T12:00:00Z,mia@example.com,,survey,inbound,customer,,,,T-1,Late & <lost>,resolved,4,
m6,2026-03-03T00:00:00Z,bo@example.com,,phone,inbound,customer,,,,,,,,
"""
MAPPING = """connector = "table"
source = "desk"
[columns]
source_id = "id"
occurred_at = "time"
email = "email"
phone = "phone"
channel = "channel"
direction = "direction"
party = "party"
party_id = "agent"
team = "team"
conversation_id = "thread"
case_ref = "case"
issue = "issue"
outcome = "outcome"
rating = "rating"
text = "text"
"""
#: Times of m1 … m6, worked by hand: m4 was written at +01:00.
MOMENTS = [
    datetime(2026, 3, 1, 10, 0, 0, 250_000, UTC),
    datetime(2026, 3, 1, 10, 0, 30, tzinfo=UTC),
    datetime(2026, 3, 1, 10, 5, 30, tzinfo=UTC),
    datetime(2026, 3, 2, 8, 0, tzinfo=UTC),
    datetime(2026, 3, 2, 12, 0, tzinfo=UTC),
    datetime(2026, 3, 3, tzinfo=UTC),
]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("export")
    (folder / "desk.csv").write_text(ROWS, encoding="utf-8")
    (folder / "desk.toml").write_text(MAPPING, encoding="utf-8")
    made = create_workspace(folder / "here")
    run_import(made, ImportOrder([folder / "desk.csv"], mapping=folder / "desk.toml"))
    build(made)
    return made


def test_each_table_is_one_parquet_file_with_the_rows_it_has(workspace: Workspace, tmp_path: Path) -> None:
    report = export(workspace, tmp_path / "out", "parquet")

    # Mia has an e-mail and a phone, linked; Bo has an e-mail.
    expected = {"interactions": 6, "customers": 3, "identity_links": 1, "journeys": 2, "steps": 6}
    assert {name: report.counts[name] for name in expected} == expected
    assert [path.name for path in report.files] == [f"{name}.parquet" for name in TABLES]
    assert {path.stem: pq.read_metadata(path).num_rows for path in report.files} == report.counts
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(path.name for path in report.files)


def test_moments_are_utc_timestamps_and_waits_are_seconds_in_parquet(workspace: Workspace, tmp_path: Path) -> None:
    export(workspace, tmp_path, "parquet")
    steps = pq.read_table(tmp_path / "steps.parquet")
    schema = pq.read_schema(tmp_path / "journeys.parquet")

    assert steps.schema.field("occurred_at").type == pa.timestamp("us", tz="UTC")
    assert sorted(steps["occurred_at"].to_pylist()) == MOMENTS
    waits = {row["occurred_at"]: row["wait_before_seconds"] for row in steps.to_pylist()}
    assert waits[MOMENTS[1]] == 29.75
    assert waits[MOMENTS[2]] == 300.0
    assert waits[MOMENTS[5]] is None
    assert not [name for name in (*steps.schema.names, *schema.names) if name.endswith("_us")]
    assert schema.field("contacts").type == pa.int64()


def test_csv_keeps_every_value_exactly_through_another_reader(workspace: Workspace, tmp_path: Path) -> None:
    report = export(workspace, tmp_path, "csv")
    content = (tmp_path / "interactions.csv").read_bytes()
    with (tmp_path / "interactions.csv").open(newline="", encoding="utf-8") as file:
        rows = {row["source_id"]: row for row in csv.DictReader(file, strict=True)}

    assert report.counts["interactions"] == len(rows) == 6
    assert content.endswith(b"\r\n")
    assert rows["m1"]["text"] == "=1+1, hello"
    assert rows["m4"]["text"] == "line\nbreak"
    assert rows["m3"]["team"] == 'Tier "2" & <co>\v'
    assert json.loads(rows["m1"]["identifiers"]) == ["email:mia@example.com", "phone:+14155552671"]
    assert rows["m1"]["occurred_at"] == "2026-03-01T10:00:00.250000Z"
    assert rows["m5"]["rating"] == "4.0"


def test_an_event_log_has_a_trace_per_journey_and_an_event_per_step(workspace: Workspace, tmp_path: Path) -> None:
    report = export(workspace, tmp_path / "journeys.xes", "xes")
    log = ElementTree.parse(tmp_path / "journeys.xes").getroot()
    assert log is not None
    space = {"x": "http://www.xes-standard.org/"}
    traces = log.findall("x:trace", space)
    events = [_values(event) for event in log.findall("x:trace/x:event", space)]

    assert report.counts == {"traces": 2, "events": 6}
    assert sorted(len(trace.findall("x:event", space)) for trace in traces) == [1, 5]
    mias = next(_values(trace) for trace in traces if len(trace.findall("x:event", space)) == 5)
    assert (mias["issue"], mias["outcome"], mias["case_ref"]) == ("Late & <lost>", "resolved", "T-1")
    assert {extension.get("prefix") for extension in log.findall("x:extension", space)} == {
        "concept",
        "time",
        "org",
        "lifecycle",
        "identity",
    }
    # What the globals declare stands in every trace and event.
    for scope, found in (("trace", [_values(trace) for trace in traces]), ("event", events)):
        declared = _values(next(each for each in log.findall("x:global", space) if each.get("scope") == scope))
        assert all(declared.keys() <= each.keys() for each in found)
    assert [event["time:timestamp"] for event in events if event.get("org:resource")] == [
        "2026-03-01T10:00:30.000000+00:00",
        "2026-03-01T10:05:30.000000+00:00",
    ]
    served = next(event for event in events if event.get("org:group"))
    assert (served["org:resource"], served["org:group"]) == ('Ann "A"', 'Tier "2" & <co>')
    assert len({event["identity:id"] for event in events}) == 6


def test_an_event_log_comes_back_into_clew_as_it_was(workspace: Workspace, tmp_path: Path) -> None:
    export(workspace, tmp_path / "log.xes", "xes")
    again = create_workspace(tmp_path / "again")
    run_import(again, ImportOrder([tmp_path / "log.xes"]))
    build(again)

    query = """SELECT i.occurred_us, i.channel, i.touchpoint, i.kind, i.direction, i.party, i.party_id, replace(i.team, chr(11), ''),
        coalesce(i.issue, j.issue), i.outcome, i.rating, j.steps, j.contacts, j.handoffs, j.outcome
        FROM steps s JOIN interactions i USING (interaction_id) JOIN journeys j USING (journey_id) ORDER BY ALL"""
    with workspace.session() as before, again.session() as after:
        assert after.execute(query).fetchall() == before.execute(query).fetchall()
        assert after.execute("SELECT count(*), count(DISTINCT case_ref) FROM interactions").fetchall() == [(6, 2)]


def test_an_object_centric_log_keeps_the_rules_of_ocel_2(workspace: Workspace, tmp_path: Path) -> None:
    report = export(workspace, tmp_path / "log.json", "ocel")
    log = json.loads((tmp_path / "log.json").read_text(encoding="utf-8"), parse_constant=_no_such_number)

    assert set(log) == {"objectTypes", "eventTypes", "objects", "events"}
    assert report.counts == {"objects": len(log["objects"]), "events": len(log["events"])}
    ids = [each["id"] for each in (*log["objects"], *log["events"])]
    names = [each["name"] for each in (*log["objectTypes"], *log["eventTypes"])]
    assert len(set(ids)) == len(ids)
    assert len(set(names)) == len(names)
    objects = {each["id"] for each in log["objects"]}
    types = {"string": str, "integer": int, "float": float, "boolean": bool}
    for things, kinds, keys in (
        ("objects", "objectTypes", {"name", "value", "time"}),
        ("events", "eventTypes", {"name", "value"}),
    ):
        declared = {kind["name"]: {each["name"]: each["type"] for each in kind["attributes"]} for kind in log[kinds]}
        for thing in log[things]:
            for attribute in thing["attributes"]:
                assert set(attribute) == keys
                assert type(attribute["value"]) is types[declared[thing["type"]][attribute["name"]]]
                assert "time" not in attribute or datetime.fromisoformat(attribute["time"]).tzinfo
            for relation in thing["relationships"]:
                assert set(relation) == {"objectId", "qualifier"}
                assert relation["objectId"] in objects
    assert sorted(datetime.fromisoformat(event["time"]) for event in log["events"]) == MOMENTS


def test_an_object_centric_log_says_who_took_part_in_what(workspace: Workspace, tmp_path: Path) -> None:
    export(workspace, tmp_path / "log.json", "ocel")
    log = json.loads((tmp_path / "log.json").read_text(encoding="utf-8"))
    kinds = Counter(each["type"] for each in log["objects"])
    types = Counter(event["type"] for event in log["events"])
    answer = next(event for event in log["events"] if event["time"] == "2026-03-01T10:05:30.000000Z")

    assert kinds == {"customer": 2, "journey": 2, "case": 1, "agent": 1, "bot": 1, "team": 1}
    assert types == {"chat: message": 3, "email: message": 1, "survey: rating": 1, "phone: call": 1}
    assert [each["qualifier"] for each in answer["relationships"]] == [
        "customer",
        "journey",
        "case",
        "served by",
        "team",
    ]
    related = [each["objectId"] for each in answer["relationships"]][2:]
    assert related == ["case:desk/T-1", 'agent:desk/Ann "A"', 'team:Tier "2" & <co>\v']


@pytest.mark.parametrize("kind", ["xes", "ocel"])
def test_logs_hold_neither_identifiers_nor_what_was_said(workspace: Workspace, tmp_path: Path, kind: Format) -> None:
    export(workspace, tmp_path / "log", kind)
    content = (tmp_path / "log").read_text(encoding="utf-8")

    assert not [word for word in ("example.com", "4155552671", "hello", "break") if word in content]


@pytest.mark.parametrize("kind", ["parquet", "csv", "xes", "ocel"])
def test_an_empty_workspace_exports_empty_files(tmp_path: Path, kind: Format) -> None:
    empty = create_workspace(tmp_path / "empty")
    report = export(empty, tmp_path / "out", kind)

    assert set(report.counts.values()) == {0}
    assert all(path.stat().st_size for path in report.files)
    if kind == "xes":
        assert ElementTree.parse(report.files[0]) is not None
    if kind == "ocel":
        assert json.loads(report.files[0].read_text(encoding="utf-8"))["events"] == []


def test_a_full_disk_leaves_the_file_of_before_and_no_draft(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "log.xes").write_text("of before")
    monkeypatch.setitem(exporting._LOGS, "xes", ("journeys.xes", _disk_fills_up))

    with pytest.raises(StorageError, match="full: free some space"):
        export(workspace, tmp_path / "log.xes", "xes")

    assert (tmp_path / "log.xes").read_text() == "of before"
    assert [path.name for path in tmp_path.iterdir()] == ["log.xes"]


@pytest.mark.skipif(
    not Path("/sys/kernel").is_dir(), reason="needs a folder in which nobody may make files (Linux has /sys)"
)
def test_a_place_without_write_permission_is_named_with_the_remedy(workspace: Workspace) -> None:
    with pytest.raises(StorageError, match=r"may not write to /sys/.*: give yourself write permission"):
        export(workspace, Path("/sys/clew-export"), "csv")


def test_a_target_of_the_wrong_kind_is_refused_before_anything_is_written(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")

    with pytest.raises(UsageError, match=r"is a folder; xes is one file: name it, as in .*journeys\.xes"):
        export(workspace, tmp_path, "xes")
    with pytest.raises(UsageError, match="is a file, where a folder is wanted"):
        export(workspace, tmp_path / "file", "csv")
    with pytest.raises(UsageError, match="is a file, where a folder is wanted"):
        export(workspace, tmp_path / "file" / "log.json", "ocel")
    with pytest.raises(UsageError, match=r'No format "pdf"\. Known: parquet, csv, xes, ocel'):
        export(workspace, tmp_path / "out", "pdf")  # type: ignore[arg-type]

    assert (tmp_path / "file").read_text() == "mine"


def _values(element: object) -> dict[str, str]:
    """Return the attributes that stand directly in an XES element."""
    return {child.get("key"): child.get("value") for child in element if child.get("key")}  # type: ignore[attr-defined]


def _no_such_number(word: str) -> Callable[[], None]:
    raise AssertionError(f"{word} is no JSON")


def _disk_fills_up(_connection: duckdb.DuckDBPyConnection, path: Path) -> dict[str, int]:
    path.write_text("half a")
    raise OSError(errno.ENOSPC, "No space left on device")
