"""A file for spreadsheets opens in all of them, says what the table says, and nothing in it is run."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.app.spreadsheet_file import FORMULA_STARTS, harmless, spreadsheet_lines

HEADINGS = ("journey", "issue", "outcome")
#: What a customer may have written: everything that ends cells, quotes them or starts formulas somewhere.
TOLD = st.text(alphabet="=+-@＝;,\t\"\r\n 'a5", max_size=12)


def read(*cells: str | int, separator: str = ",") -> list[list[str]]:
    """Return the rows below the headings as a spreadsheet with this separator reads them."""
    text = "".join(spreadsheet_lines(HEADINGS, [("J1", *cells)]))
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))[1:]


@given(st.tuples(TOLD, TOLD), st.sampled_from(",;\t"))
def test_no_cell_begins_a_formula_whatever_sign_ends_cells(told: tuple[str, str], separator: str) -> None:
    cells = [cell for row in read(*told, separator=separator) for cell in row]

    for cell in cells:
        number = re.fullmatch(r"[+-]?[0-9]+([.,][0-9]+)?%?", cell)
        assert number or not re.match(r'["\s]*[=+\-@＝]', cell), cell


@given(st.tuples(TOLD, TOLD))
def test_nothing_is_added_but_apostrophes_and_nothing_is_lost(told: tuple[str, str]) -> None:
    (row,) = read(*told)

    assert [cell.replace("'", "") for cell in row] == ["J1", *(cell.replace("'", "") for cell in told)]


@pytest.mark.parametrize("separator", [";", "\t", "\r\n"])
@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_a_formula_is_text_at_the_beginning_and_behind_whatever_ends_a_cell(start: str, separator: str) -> None:
    formula = f"{start}1+1"

    assert harmless(formula) == f"'{formula}"
    if start not in "\t\r\n\0":
        assert harmless(f"foo{separator}{formula}") == f"foo{separator}'{formula}"


def test_plain_numbers_and_plain_words_stay_as_they_are() -> None:
    assert read(-5, "-3,5") == [["J1", "-5", "-3,5"]]
    assert read("later; maybe", 'said "no"') == [["J1", "later; maybe", 'said "no"']]


def test_a_cell_stands_in_quotes_when_it_holds_what_ends_cells_anywhere() -> None:
    (line,) = "".join(spreadsheet_lines(["a"], [("x;y", "x,y", "x\ty", "x y")])).splitlines()[1:]

    assert line == '"x;y","x,y","x\ty",x y'


def test_a_long_row_of_signs_is_guarded_in_no_time() -> None:
    assert harmless("x" + "\t" * 300_000) == "x" + "\t" * 300_000
    assert harmless(";" + ' "' * 300_000).startswith(";")


def test_many_rows_come_in_pieces_each_row_once() -> None:
    pieces = list(spreadsheet_lines(HEADINGS, ((f"J{at}", "a", "b") for at in range(1_200))))

    rows = list(csv.reader(io.StringIO("".join(pieces))))
    assert len(pieces) == 3
    assert [row[0] for row in rows[1:]] == [f"J{at}" for at in range(1_200)]
