"""Files of a made-up company: what other programs read from them is what was put into them."""

from __future__ import annotations

import csv
import io
import json
from typing import Literal

import pytest

from clew.simulator.export import Row, Sheet
from clew.simulator.writing.files import body, header

Layout = Literal["csv", "semicolons", "jsonl", "mbox"]


def sheet(layout: Layout, *cells: dict[str, object] | str) -> Sheet:
    rows = [Row(f"R-{number}", cell, "interaction", number) for number, cell in enumerate(cells)]
    return Sheet(f"calls.{layout}", layout, ("id", "text", "cost"), rows)


def test_a_table_keeps_what_its_cells_hold_and_leaves_empty_what_they_dont() -> None:
    calls = sheet("csv", {"id": "1", "text": 'he said "no", twice\nand left', "cost": 7}, {"id": "2", "cost": None})
    assert header(calls) == b"id,text,cost\n"
    assert body(calls) == b'1,"he said ""no"", twice\nand left",7\n2,,\n'


def test_semicolons_are_quoted_where_they_part_the_cells_and_commas_are_not() -> None:
    calls = sheet("semicolons", {"id": "1", "text": "a;b", "cost": "3,50"})
    assert header(calls) + body(calls) == b'id;text;cost\n1;"a;b";3,50\n'


@pytest.mark.parametrize("text", ["one\r\ntwo", "one\rtwo", "one\ntwo", "Zoë 🙂", '"', " padded "])
def test_a_table_gives_back_every_text_as_it_was(text: str) -> None:
    calls = sheet("csv", {"id": "1", "text": text, "cost": 1})
    read = list(csv.reader(io.StringIO((header(calls) + body(calls)).decode(), newline="")))
    assert read == [["id", "text", "cost"], ["1", text, "1"]]


def test_a_line_that_no_program_wrote_stands_as_it_is_between_the_others() -> None:
    cells: tuple[dict[str, object] | str, ...] = ({"id": "1"}, "1,too,many,cells", {"id": "2"})
    assert body(sheet("csv", *cells)) == b"1,,\n1,too,many,cells\n2,,\n"
    assert body(sheet("jsonl", *cells)) == b'{"id":"1"}\n1,too,many,cells\n{"id":"2"}\n'


def test_json_lines_leave_out_what_is_nothing_at_any_depth() -> None:
    visits = sheet("jsonl", {"id": "1", "text": None, "context": {"page": "/", "ref": None, "ids": [1, {"a": None}]}})
    assert header(visits) == b""
    assert json.loads(body(visits)) == {"id": "1", "context": {"page": "/", "ids": [1, {}]}}


def test_a_text_about_null_is_no_reason_to_leave_anything_out() -> None:
    assert json.loads(body(sheet("jsonl", {"text": 'it says ":null" here'}))) == {"text": 'it says ":null" here'}


def test_mails_follow_one_another_unchanged() -> None:
    assert body(sheet("mbox", "From a\n\nhello\n\n", "From b\n\nhi")) == b"From a\n\nhello\n\nFrom b\n\nhi\n"
