"""Tables of fields and delimiters: every row of the file is given once, whole, or reported with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clew.channels.reading import BadRow, InputFile, Limits, Reading, fast_lane
from clew.channels.reading.delimited import DelimitedTable
from clew.model.errors import InputError, MappingError
from tests.channels.reading.conftest import ReadBytes


def test_the_first_record_after_the_header_is_row_2(read: ReadBytes) -> None:
    got = read(b"id,text\n1,hello\n2,bye\n")
    assert got.rows == [{"_row": 2, "id": "1", "text": "hello"}, {"_row": 3, "id": "2", "text": "bye"}]
    assert got.bad == []
    assert got.table.columns == ("id", "text")


def test_an_empty_field_is_null_quoted_or_not(read: ReadBytes) -> None:
    assert read(b'a,b,c\nx,,""\n').values == [("x", None, None)]


def test_a_line_break_a_delimiter_and_a_quote_inside_quotes_are_text(read: ReadBytes) -> None:
    assert read(b'a,b\n1,"x, ""y""\nz"\n2,w\n').values == [("1", 'x, "y"\nz'), ("2", "w")]


def test_a_row_that_is_too_short_is_quarantined_with_its_number_and_the_missing_column(read: ReadBytes) -> None:
    got = read(b"id,name,city\n1,a,b\n2,a\n3,a,b\n")
    assert [row["_row"] for row in got.rows] == [2, 4]
    (bad,) = got.bad
    assert (bad.row, bad.column, bad.raw) == (3, "city", "2,a")
    assert "2 fields where the table has 3 columns" in bad.reason


def test_a_row_that_is_too_long_is_quarantined_with_its_number(read: ReadBytes) -> None:
    got = read(b"id,name\n1,a\n2,b,c\n3,d\n")
    assert got.values == [("1", "a"), ("3", "d")]
    assert [(bad.row, bad.column, bad.raw) for bad in got.bad] == [(3, "beyond the last column", "2,b,c")]


def test_a_stray_quote_costs_one_row_and_never_merges_two(read: ReadBytes) -> None:
    # Read leniently, rows 3 and 4 are one row of three fields that looks right: 2 | 'oops,x\n3,fine"' | y
    # (and an even number of quotes in all does not show that anything is wrong).
    got = read(b'a,b,c\n1,x,y\n2,"oops,x\n3,"fine",y\n4,5" pipe,y\n')
    assert got.values == [("1", "x", "y"), ("3", "fine", "y"), ("4", '5" pipe', "y")]
    assert [(bad.row, bad.raw) for bad in got.bad] == [(3, '2,"oops,x')]
    assert "quotes do not pair up" in got.bad[0].reason


def test_a_quote_that_is_never_closed_costs_one_row(read: ReadBytes) -> None:
    got = read(b'a,b\n1,x\n2,"open\n3,y\n4,z\n')
    assert got.values == [("1", "x"), ("3", "y"), ("4", "z")]
    assert [(bad.row, bad.raw) for bad in got.bad] == [(3, '2,"open')]


def test_a_quote_inside_an_unquoted_field_is_text(read: ReadBytes) -> None:
    assert read(b'a,b\n1,5" pipe\n2,6" pipe\n').values == [("1", '5" pipe'), ("2", '6" pipe')]


def test_a_carriage_return_that_ends_no_line_is_text(read: ReadBytes) -> None:
    got = read(b"id,text,reply\n1,before \r\rafter,3\n2,plain,4\n")
    assert got.values == [("1", "before \r\rafter", "3"), ("2", "plain", "4")]
    assert [(bad.row, bad.verdict, bad.raw) for bad in got.bad] == [(3, "refused", "after,3")]


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n", b"\r", b"\r\r\n"])
def test_every_kind_of_line_end_is_read(read: ReadBytes, line_end: bytes) -> None:
    got = read(line_end.join([b"a,b", b"1,x", b"2,y", b""]))
    assert got.table.columns == ("a", "b")
    assert got.values == [("1", "x"), ("2", "y")]


def test_blank_lines_are_no_records(read: ReadBytes) -> None:
    got = read(b"\na,b\n\n1,x\n\n\n2,y\n\n")
    assert [(row["_row"], row["a"]) for row in got.rows] == [(2, "1"), (3, "2")]


def test_a_nul_is_quarantined(read: ReadBytes) -> None:
    got = read(b"a,b\n1,x\n2,y\x00z\n3,w\n")
    assert got.values == [("1", "x"), ("3", "w")]
    assert [(bad.row, bad.column) for bad in got.bad] == [(3, "b")]


def test_a_header_alone_gives_no_rows(read: ReadBytes) -> None:
    got = read(b"id,name\n")
    assert (got.rows, got.bad, got.table.columns, got.table.estimated_rows()) == ([], [], ("id", "name"), 0)
    assert got.table.sample().column_names == ["_row", "id", "name"]


@pytest.mark.parametrize(("delimiter", "name"), [(";", "t.csv"), ("\t", "t.csv"), ("|", "t.txt"), ("\t", "t.tsv")])
def test_the_delimiter_is_found(read: ReadBytes, delimiter: str, name: str) -> None:
    content = f'id{delimiter}price{delimiter}text\n1{delimiter}2,50{delimiter}"a{delimiter}b, c"\n2{delimiter}3,10{delimiter}d\n'
    got = read(content.encode(), name)
    assert got.values == [("1", "2,50", f"a{delimiter}b, c"), ("2", "3,10", "d")]


def test_the_delimiter_that_a_person_gives_wins(read: ReadBytes) -> None:
    got = read(b"a;b,c\n1;2,3\n", reading=Reading(delimiter=","))
    assert got.table.columns == ("a;b", "c")


def test_a_wrong_delimiter_is_refused_and_the_right_one_named(read: ReadBytes) -> None:
    with pytest.raises(InputError, match=r"t\.csv: the delimiter ';'.*',' gives 3 columns.*leave it out"):
        read(b"a,b,c\n1,2,3\n", reading=Reading(delimiter=";"))
    with pytest.raises(MappingError, match="one character"):
        read(b"a,b,c\n1,2,3\n", reading=Reading(delimiter="::"))


def test_excel_says_its_delimiter_in_the_first_line(read: ReadBytes) -> None:
    assert read(b"sep=;\na;b\n1;2\n").values == [("1", "2")]


def test_a_single_column_with_commas_stays_one(read: ReadBytes) -> None:
    got = read(b"comment\nfine\nslow, rude, late\ngood\nbad\n")
    assert got.values == [("fine",), ("slow, rude, late",), ("good",), ("bad",)]


def test_doubled_and_missing_names_become_unique_and_are_said(read: ReadBytes) -> None:
    got = read(b"name,Name,,_row\na,b,c,d\n")
    assert got.table.columns == ("name", "Name_2", "column_3", "_row_2")
    assert len(got.table.notes) == 3
    assert '"Name_2"' in got.table.notes[0]


def test_an_unnamed_index_column_is_fine(read: ReadBytes) -> None:
    got = read(b",id\n0,a\n1,b\n")
    assert (got.table.columns, got.table.notes) == (("column_1", "id"), ())


def test_a_file_without_a_header_starts_with_row_1(read: ReadBytes) -> None:
    got = read(b"17,2024-01-31,ann@example.com\n18,2024-02-01,bob@example.com\n")
    assert got.table.columns == ("column_1", "column_2", "column_3")
    assert [row["_row"] for row in got.rows] == [1, 2]
    assert "looks like data" in got.table.notes[0]


def test_a_line_of_200_mb_is_quarantined_and_its_neighbours_kept(tmp_path: Path, read: ReadBytes) -> None:
    path = tmp_path / "t.csv"
    with path.open("wb") as out:
        out.write(b"id,text\n1,before\n2,")
        for _ in range(200):
            out.write(b"x" * 1_000_000)
        out.write(b"\n3,after\n")
    file = InputFile(path, "t.csv", "t", "csv", "", path.stat().st_size, path)
    bad: list[BadRow] = []
    batches = list(DelimitedTable(file, Reading(), Limits()).batches(bad.append))
    assert [row for batch in batches for row in batch.to_pylist()] == [
        {"_row": 2, "id": "1", "text": "before"},
        {"_row": 4, "id": "3", "text": "after"},
    ]
    assert bad[0].row == 3
    assert "200,000,003 bytes long" in bad[0].reason
    assert "starts at byte 17 " in bad[0].reason
    assert len(bad[0].raw) <= 64 * 1024


def test_a_first_line_beyond_the_limit_is_no_table(read: ReadBytes) -> None:
    with pytest.raises(InputError, match=r"t\.csv: its first line can't be read"):
        read(b"a,b" * 100, limits=Limits(line_bytes=100))


def test_rows_in_another_encoding_are_quarantined_or_read_as_told(read: ReadBytes) -> None:
    content = "id,name\n1,Zoë\n2,Zürich\n".encode() + b"3,Ren\xe9\n4,Anna\n"
    got = read(content)
    assert got.values == [("1", "Zoë"), ("2", "Zürich"), ("4", "Anna")]
    (bad,) = got.bad
    assert (bad.row, bad.column, bad.raw) == (4, "name", "3,René")
    assert "character 4 of name (byte 0xe9) is not UTF-8" in bad.reason
    assert 'accept_bad_bytes_as = "latin-1"' in bad.reason
    accepted = read(content, reading=Reading(accept_bad_bytes_as="latin-1"))
    assert accepted.values == [("1", "Zoë"), ("2", "Zürich"), ("3", "René"), ("4", "Anna")]
    assert accepted.bad == []


def test_an_unknown_encoding_for_bad_bytes_is_named(read: ReadBytes) -> None:
    with pytest.raises(MappingError, match='accept_bad_bytes_as names no known encoding \\("latin-99"\\)'):
        read(b"a,b\n1,2\n", reading=Reading(accept_bad_bytes_as="latin-99"))


FIELDS = st.text(alphabet=st.sampled_from('ab ,;"\n\ré€'), max_size=6)
RECORDS = st.lists(st.tuples(FIELDS, FIELDS, FIELDS), max_size=30)


@settings(max_examples=150, deadline=None)
@given(records=RECORDS, line_end=st.sampled_from(["\n", "\r\n"]), block=st.integers(16, 200))
def test_both_lanes_give_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, records: list[tuple[str, str, str]], line_end: str, block: int
) -> None:
    path = _written(tmp_path_factory, records, line_end)
    wanted = [tuple(field or None for field in record) for record in records]
    assert _rows(path, block) == (wanted, [])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fast_lane, "read_block", lambda *_: None)
        assert _rows(path, block) == (wanted, [])


@settings(max_examples=150, deadline=None)
@given(body=st.text(alphabet=st.sampled_from('a1,"\n\r'), max_size=80), block=st.integers(8, 60))
def test_whatever_the_bytes_the_blocks_make_no_difference(
    tmp_path_factory: pytest.TempPathFactory, body: str, block: int
) -> None:
    path = tmp_path_factory.mktemp("t") / "t.csv"
    path.write_bytes(b"one,two\n" + body.encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fast_lane, "read_block", lambda *_: None)
        careful = _rows(path, 1_000_000)
    assert _rows(path, block) == careful


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(st.sampled_from(["1,x", "2,x,y", "3", '4,"a\nb"']), max_size=40), skip=st.integers(0, 45))
def test_going_on_after_some_rows_gives_exactly_the_rest(
    tmp_path_factory: pytest.TempPathFactory, rows: list[str], skip: int
) -> None:
    path = tmp_path_factory.mktemp("t") / "t.csv"
    path.write_text("a,b\n" + "".join(row + "\n" for row in rows), newline="")
    numbers = _numbers(path, 0)
    assert numbers == list(range(2, 2 + len(rows)))
    assert _numbers(path, skip) == numbers[skip:]


def _written(factory: pytest.TempPathFactory, records: list[tuple[str, str, str]], line_end: str) -> Path:
    lines = [",".join(map(_quoted, record)) + line_end for record in [("one", "two", "three"), *records]]
    path = factory.mktemp("t") / "t.csv"
    path.write_bytes("".join(lines).encode())
    return path


def _quoted(field: str) -> str:
    """As RFC 4180 asks; a field with the letter b is quoted without need."""
    return '"' + field.replace('"', '""') + '"' if set(field) & set(',"\r\nb') else field


def _table(path: Path, block: int) -> DelimitedTable:
    file = InputFile(path, "t.csv", "t", "csv", "", path.stat().st_size, path)
    return DelimitedTable(file, Reading(delimiter=","), Limits(), block_bytes=block)


def _rows(path: Path, block: int) -> tuple[list[tuple[str | None, ...]], list[tuple[int, str]]]:
    bad: list[BadRow] = []
    table = _table(path, block)
    rows = [tuple(row.values())[1:] for batch in table.batches(bad.append) for row in batch.to_pylist()]
    return rows, [(row.row, row.raw) for row in bad]


def _numbers(path: Path, skip: int) -> list[int]:
    bad: list[BadRow] = []
    good = [row["_row"] for batch in _table(path, 16).batches(bad.append, skip) for row in batch.to_pylist()]
    return sorted([*good, *(row.row for row in bad)])
