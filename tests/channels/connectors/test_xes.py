"""Event logs in XES: how a file becomes rows, and what its events become as interactions."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pytest

from clew.channels.connectors.xes import CONNECTOR
from clew.channels.reading.contract import BadRow, InputFile, Limits
from clew.channels.reading.xes import XesTable
from clew.model.errors import InputError
from tests.channels.connectors.harness import Row, records, run

LOG = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="concept.xesext"/>
  <global scope="event"><string key="concept:name" value="UNKNOWN"/><string key="never" value="seen"/></global>
  <classifier name="Activity" keys="concept:name"/>
  <string key="concept:name" value="The log's own name"/>
  <trace>
    <string key="concept:name" value="C1"/>
    <event>
      <string key="concept:name" value="Register claim"/>
      <date key="time:timestamp" value="2026-03-01T10:00:00.000+01:00"/>
      <string key="org:resource" value="Ann"/>
      <float key="cost" value="12.50"><string key="currency" value="EUR"/></float>
    </event>
    <event>
      <string key="concept:name" value="Pay"/>
      <date key="time:timestamp" value="2026-03-02T10:00:00.000+01:00"/>
      <list key="items"><values><string key="item" value="a"/><string key="item" value="b"/></values></list>
    </event>
    <string key="customer" value="Mia"/>
  </trace>
  <trace>
    <string key="concept:name" value="C2"/>
    <event><string key="concept:name" value="Only here"/><string key="late" value="x"/></event>
  </trace>
</log>
"""


def table(tmp_path: Path, content: str | bytes, limits: Limits | None = None, encoding: str = "utf-8") -> XesTable:
    path = tmp_path / "log.xes"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    file = InputFile(path, "log.xes", "log", "xes", "0", path.stat().st_size, path, encoding)
    return XesTable(file, limits or Limits())


def rows(found: XesTable, skip_rows: int = 0) -> tuple[list[dict[str, object]], list[BadRow]]:
    bad: list[BadRow] = []
    batches = list(found.batches(bad.append, skip_rows))
    return [row for batch in batches for row in batch.to_pylist()], bad


def test_each_event_is_a_row_with_its_traces_attributes_beside_it(tmp_path: Path) -> None:
    found = table(tmp_path, LOG)
    (first, second, third), bad = rows(found)
    assert bad == []
    assert (first["_row"], first["concept:name"], first["case:concept:name"], first["case:position"]) == (
        1,
        "Register claim",
        "C1",
        "1",
    )
    assert (second["_row"], second["concept:name"], second["case:position"]) == (2, "Pay", "2")
    assert (third["_row"], third["case:concept:name"], third["case:position"]) == (3, "C2", "1")
    assert found.estimated_rows() == 3


def test_a_trace_attribute_behind_its_events_counts_for_them_too(tmp_path: Path) -> None:
    assert [row["case:customer"] for row in rows(table(tmp_path, LOG))[0]] == ["Mia", "Mia", None]


def test_a_key_seen_late_has_a_column_and_what_describes_the_log_has_none(tmp_path: Path) -> None:
    found = table(tmp_path, LOG)
    assert "late" in found.columns
    assert "never" not in found.columns
    assert [row["late"] for row in rows(found)[0]] == [None, None, "x"]


def test_lists_and_nested_attributes_are_json_text(tmp_path: Path) -> None:
    first, second, _ = rows(table(tmp_path, LOG))[0]
    assert (first["cost"], json.loads(str(first["cost:nested"]))) == ("12.50", [{"currency": "EUR"}])
    assert json.loads(str(second["items"])) == [{"item": "a"}, {"item": "b"}]


def test_a_key_that_stands_twice_loses_nothing(tmp_path: Path) -> None:
    twice = '<log><trace><string key="a" value="1"/><event><int key="case:a" value="2"/><int key="x" value="3"/>'
    twice += '<int key="x" value="4"/><int key="_row" value="5"/></event></trace></log>'
    (row,), _ = rows(table(tmp_path, twice))
    assert (row["case:a"], row["case:a 2"], row["x"], row["x 2"], row["_row"]) == ("1", "2", "3", "4", 1)
    assert "5" in row.values()


def test_events_outside_a_trace_have_no_case(tmp_path: Path) -> None:
    found = table(tmp_path, '<log><event><string key="concept:name" value="A"/></event></log>')
    assert found.columns == ("concept:name",)
    assert rows(found)[0] == [{"_row": 1, "concept:name": "A"}]


def test_the_declared_encoding_holds_unless_clew_transcoded(tmp_path: Path) -> None:
    log = '<?xml version="1.0" encoding="ISO-8859-1"?><log><event><string key="a" value="Müller"/></event></log>'
    assert rows(table(tmp_path, log.encode("latin-1")))[0][0]["a"] == "Müller"
    assert rows(table(tmp_path, log.encode(), encoding="latin-1"))[0][0]["a"] == "Müller"


def test_reading_goes_on_behind_the_events_already_stored(tmp_path: Path) -> None:
    assert [row["_row"] for row in rows(table(tmp_path, LOG), skip_rows=2)[0]] == [3]
    assert rows(table(tmp_path, LOG), skip_rows=3)[0] == []


def test_a_sample_is_the_first_events_as_text(tmp_path: Path) -> None:
    sample = table(tmp_path, LOG).sample(2)
    assert sample.column("_row").to_pylist() == [1, 2]
    assert set(sample.schema.types[1:]) == {pa.string()}


def test_where_the_xml_breaks_the_events_before_are_kept_and_the_line_is_named(tmp_path: Path) -> None:
    cut = LOG[: LOG.index('<list key="items">')]
    found = table(tmp_path, cut)
    good, (bad,) = rows(found)
    assert [(row["concept:name"], row["case:concept:name"]) for row in good] == [("Register claim", "C1")]
    assert bad.row == 2
    assert "line 18" in bad.reason
    assert "Pay" in bad.raw
    assert found.notes == (bad.reason,)
    assert rows(found, skip_rows=1) == ([], [bad])


def test_a_mismatched_tag_breaks_the_log_at_its_line(tmp_path: Path) -> None:
    good, (bad,) = rows(table(tmp_path, LOG.replace("</trace>\n</log>", "</event>\n</log>")))
    assert (len(good), bad.row) == (3, 4)
    assert "line 25" in bad.reason


@pytest.mark.parametrize("content", ["<log></log>", "<log><trace>", "no XML at all", ""])
def test_a_file_without_any_event_is_refused_with_a_remedy(tmp_path: Path, content: str) -> None:
    with pytest.raises(InputError, match=r"log\.xes: no event was found.*(again|Mend)"):
        table(tmp_path, content)


def test_a_log_that_declares_entities_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE log [<!ENTITY a "ha">]><log><event><string key="a" value="&a;"/></event></log>'
    with pytest.raises(InputError, match="DOCTYPE"):
        table(tmp_path, bomb)


def test_a_tag_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    huge = f'<log><event><string key="a" value="{"x" * 2_000_000}"/></event></log>'
    with pytest.raises(InputError, match="longer than 1,000,000 bytes"):
        table(tmp_path, huge, Limits(line_bytes=1_000_000))


def test_attributes_nested_without_end_are_refused(tmp_path: Path) -> None:
    deep = '<log><event><string key="b" value="1"/></event><event>' + '<list key="a">' * 5_000
    with pytest.raises(InputError, match=r"behind event 1 .* more than 100 levels"):
        table(tmp_path, deep)


def drafts(*events: Row) -> list[dict[str, object]]:
    usual: Row = {"concept:name": "Pay", "time:timestamp": "2026-03-01", "case:position": "1"}
    complete = [{**usual, **event} for event in events]
    return records(run(CONNECTOR, {"events": complete}), "SELECT * FROM drafts_events ORDER BY _row")


def test_an_event_is_back_office_work_unless_it_names_a_channel() -> None:
    (draft,) = drafts({"org:resource": "Ann", "org:role": "Clerk", "org:group": "Claims", "case:concept:name": "C1"})
    assert (draft["channel"], draft["direction"], draft["party"]) == ("back_office", "internal", "agent")
    assert (draft["case_ref"], draft["party_id"], draft["team"], draft["touchpoint"]) == ("C1", "Ann", "Claims", "Pay")


def test_on_a_channel_an_event_with_a_resource_is_the_agents_and_one_without_the_customers() -> None:
    theirs, ours = drafts({"channel": "phone"}, {"channel": "email", "org:resource": "Ann", "case:position": "2"})
    assert (theirs["channel"], theirs["direction"], theirs["party"]) == ("phone", "inbound", "customer")
    assert (ours["channel"], ours["direction"], ours["party"]) == ("email", "outbound", "agent")


def test_our_own_words_are_taken_and_others_left_alone() -> None:
    own, foreign = drafts(
        {"direction": "Inbound", "party": "bot", "kind": "search", "outcome": "resolved", "rating": "4"},
        {
            "direction": "north",
            "party": "Labour",
            "kind": "odd",
            "outcome": "42",
            "rating": "high",
            "case:position": "2",
        },
    )
    assert [own[name] for name in ("direction", "party", "kind", "outcome", "rating")] == [
        "inbound",
        "bot",
        "search",
        "resolved",
        "4",
    ]
    assert [foreign[name] for name in ("direction", "party", "kind", "outcome", "rating")] == [
        "internal",
        "agent",
        "payment",
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Call customer", "call"),
        ("Send e-mail", "message"),
        ("Recall order", "order"),
        ("Create Fine", "task"),
        ("A_Submitted", "task"),
        ("Survey sent", "rating"),
    ],
)
def test_an_events_name_tells_its_kind(name: str, kind: str) -> None:
    assert drafts({"concept:name": name})[0]["kind"] == kind


def test_events_alike_in_all_but_their_place_are_two() -> None:
    events = [{"case:concept:name": "C1", "case:position": position} for position in ("1", "2")]
    assert len({draft["source_id"] for draft in drafts(*events)}) == 2


def test_an_identity_of_its_own_is_the_events_id() -> None:
    assert drafts({"identity:id": "e-1"})[0]["source_id"] == "e-1"


def test_a_log_read_from_its_file_gives_drafts(tmp_path: Path) -> None:
    found = pa.Table.from_batches(list(table(tmp_path, LOG).batches(lambda _: None)))
    rows_found = records(run(CONNECTOR, {"events": found}), "SELECT * FROM drafts_events ORDER BY _row")
    assert [(row["_row"], row["kind"], row["customer_ref"]) for row in rows_found] == [
        (1, "form", "Mia"),
        (2, "payment", "Mia"),
        (3, "task", None),
    ]
