"""A table as a CSV file that every spreadsheet opens, and that none runs."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence

Cell = str | int | float

#: Spreadsheets take what begins so for a formula, the full-width signs where text is written in them (OWASP, "CSV
#: Injection", https://owasp.org/www-community/attacks/CSV_Injection; ASVS 1.2.10 adds NUL).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
#: Where the decimal mark is a comma, spreadsheets end a cell at ``;`` instead, and a quote counts only where a cell begins.
#: To them a row of ours is one cell up to the first ``;``, quoted or not, so that quotes alone hide nothing from them (the
#: same page warns of separators that "start a new cell"). Behind these signs a cell may begin, whatever ends cells there.
_CELL_BEGINS = re.compile(r"""((?:^|[;\t\r\n])(?:["\0]|[^\S\t\r\n])*)(?=[=+\-@＝＋－＠])""")
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?%?")
_QUOTED = re.compile(r'[;,\t"\r\n]')
_ROWS_AT_ONCE = 500


def spreadsheet_lines(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Yield the file piece by piece, headings first; text that would be run as a formula gets an apostrophe before it."""
    written = io.StringIO()
    written.write("\ufeff")  # without this mark spreadsheets read UTF-8 as something else
    written.write(_line(headings))
    for number, row in enumerate(rows, start=1):
        written.write(_line(row))
        if number % _ROWS_AT_ONCE == 0:
            yield written.getvalue()
            written.seek(0)
            written.truncate()
    yield written.getvalue()


def harmless(text: str) -> str:
    """Return a text as a cell that no spreadsheet runs, whichever sign ends its cells; a plain number stays one.

    >>> print(harmless("=1+1"), harmless("foo;=1+1"), harmless("-5"), harmless("billing"))
    '=1+1 foo;'=1+1 -5 billing
    """
    if _NUMBER.fullmatch(text):
        return text
    guarded = _CELL_BEGINS.sub(r"\1'", text)
    return f"'{guarded}" if guarded.startswith(FORMULA_STARTS) else guarded


def _line(cells: Sequence[Cell]) -> str:
    """Return a row as RFC 4180 has it, with every cell in quotes that holds a sign which ends cells anywhere."""
    return ",".join(_written(cell) for cell in cells) + "\r\n"


def _written(cell: Cell) -> str:
    text = harmless(cell) if isinstance(cell, str) else str(cell)
    doubled = text.replace('"', '""')
    return f'"{doubled}"' if _QUOTED.search(text) else text
