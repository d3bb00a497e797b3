"""JSON: lines and documents become text columns, nothing of an object is lost, bad lines cost themselves only."""

from __future__ import annotations

from pathlib import Path

import pytest

from clew.channels.reading import InputFile, Limits, Reading
from clew.channels.reading.json_document import JsonDocumentTable
from clew.channels.reading.json_lines import JsonLinesTable
from clew.model.errors import InputError
from tests.channels.reading.conftest import ReadBytes


def test_strings_stay_and_all_else_is_json_text(read: ReadBytes) -> None:
    got = read(
        b'{"id":12345678901234567890123,"n":1.50,"ok":true,"t":"a\\n\\u00e9","x":{"y":[1,2.0]},"z":null}\n', "t.jsonl"
    )
    assert got.table.columns == ("id", "n", "ok", "t", "x", "z")
    assert got.values == [("12345678901234567890123", "1.50", "true", "a\né", '{"y":[1,2.0]}', None)]


def test_rows_are_numbered_by_line_and_blank_lines_count(read: ReadBytes) -> None:
    got = read(b'{"a":"x"}\n\n{"b":"y"}\n', "t.jsonl")
    assert got.rows == [{"_row": 1, "a": "x", "b": None}, {"_row": 3, "a": None, "b": "y"}]


def test_bad_lines_are_quarantined_with_their_number_and_never_quoted_in_the_reason(read: ReadBytes) -> None:
    got = read(b'{"a":"x"}\n{"a":"secret\n[1,2]\n{"a":NaN}\n{"a":"\\ud800"}\n', "t.jsonl")
    assert [(row["_row"], row["a"]) for row in got.rows] == [(1, "x"), (4, None)]
    assert [(bad.row, bad.raw) for bad in got.bad] == [(2, '{"a":"secret'), (3, "[1,2]"), (5, '{"a":"\\ud800"}')]
    assert all("secret" not in bad.reason for bad in got.bad)
    assert got.table.columns == ("a",)


def test_a_line_in_another_encoding_is_quarantined_or_read_as_told(read: ReadBytes) -> None:
    content = '{"a":"Zoë"}\n'.encode() + b'{"a":"Ren\xe9"}\n'
    got = read(content, "t.jsonl")
    assert got.values == [("Zoë",)]
    assert [(bad.row, bad.raw) for bad in got.bad] == [(2, '{"a":"René"}')]
    assert "accept_bad_bytes_as" in got.bad[0].reason
    accepted = read(content, "t.jsonl", Reading(accept_bad_bytes_as="latin-1"))
    assert accepted.values == [("Zoë",), ("René",)]


def test_a_line_beyond_the_limit_is_quarantined(read: ReadBytes) -> None:
    content = b'{"a":"x"}\n{"a":"' + b"y" * 500 + b'"}\n{"a":"z"}\n'
    got = read(content, "t.jsonl", limits=Limits(line_bytes=100))
    assert got.values == [("x",), ("z",)]
    assert got.bad[0].row == 2
    assert "509 bytes long" in got.bad[0].reason


def test_keys_that_the_survey_of_a_large_file_missed_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    lines = ['{"a":"x"}'] * 30_000
    lines[15_003] = '{"a":"x","rare":"kept"}'
    path.write_text("\n".join(lines) + "\n")
    file = InputFile(path, "t.jsonl", "t", "jsonl", "", path.stat().st_size, path)
    table = JsonLinesTable(file, Reading(), Limits(), survey_bytes=1000)
    assert table.columns == ("a", "_more")
    more = [
        (row["_row"], row["_more"]) for batch in table.batches(pytest.fail) for row in batch.to_pylist() if row["_more"]
    ]
    assert more == [(15_004, '{"rare":"kept"}')]
    whole = JsonLinesTable(file, Reading(), Limits())
    assert whole.columns == ("a", "rare")


def test_keys_that_differ_only_in_case_become_two_columns(read: ReadBytes) -> None:
    got = read(b'{"id":"1","ID":"2"}\n{"id":"3"}\n', "t.jsonl")
    assert got.rows[0] == {"_row": 1, "id": "1", "ID_2": "2"}
    assert len(got.table.notes) == 1


def test_a_list_of_objects_is_a_table(read: ReadBytes) -> None:
    got = read(b'[{"a":"x"},\n {"b":{"c":1}}, 7]', "t.json")
    assert got.rows == [{"_row": 1, "a": "x", "b": None}, {"_row": 2, "a": None, "b": '{"c":1}'}]
    assert [(bad.row, bad.raw) for bad in got.bad] == [(3, "7")]


def test_the_one_list_inside_an_object_is_the_table_and_a_note_says_so(read: ReadBytes) -> None:
    got = read(b'{"count":2,"next":null,"tags":["u","v"],"tickets":[{"id":1},{"id":2}]}', "t.json")
    assert got.values == [("1",), ("2",)]
    assert '"tickets"' in got.table.notes[0]


def test_an_object_without_lists_is_one_row(read: ReadBytes) -> None:
    assert read(b'{\n"a": "x"\n}', "t.json").values == [("x",)]


def test_a_document_that_is_broken_or_ambiguous_or_huge_is_refused_with_a_remedy(
    tmp_path: Path, read: ReadBytes
) -> None:
    with pytest.raises(InputError, match=r"t\.json: the JSON is broken.*Else export it again"):
        read(b'[{"a":1},', "t.json")
    with pytest.raises(InputError, match=r"t\.json: it holds 2 lists \(calls, chats\).*save each list"):
        read(b'{"calls":[{"a":1}],"chats":[{"a":1}]}', "t.json")
    file = InputFile(tmp_path / "t.json", "t.json", "t", "json", "", 9, tmp_path / "t.json")
    with pytest.raises(InputError, match=r"more than 5 bytes.*Convert it to JSONL"):
        JsonDocumentTable(file, Reading(), document_bytes=5)


def test_a_file_without_any_object_is_refused(read: ReadBytes) -> None:
    with pytest.raises(InputError, match=r"t\.jsonl: no line of it is a JSON object"):
        read(b"nothing\n", "t.jsonl")


def test_going_on_after_some_rows_gives_exactly_the_rest(read: ReadBytes) -> None:
    got = read(b'{"a":"1"}\n\nbad\n{"a":"2"}\n{"a":"3"}\n', "t.jsonl")
    rest = [row["a"] for batch in got.table.batches(pytest.fail, skip_rows=3) for row in batch.to_pylist()]
    assert rest == ["3"]
