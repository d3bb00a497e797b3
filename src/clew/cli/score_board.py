"""Prints a scoreboard for people: one table a capability, a column a number, weak scores in the same place as good ones."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from clew.cli.score_lines import Cell, Line, below, fits_with_intervals, table_lines
from clew.simulator.score import Board, Measure, Row, Section

#: Scores below this are shown in red; of errors and of what is wrongly taken, those above what is missing to 1.
WEAK_BELOW = 0.7
LESS_IS_BETTER = ("brier", "calibration_error", "relative_error", "wrongly_taken")
#: Only for programs: estimate and truth stand beside each other.
NOT_SHOWN = ("absolute_error",)
#: Numbers in a unit of their own: neither weak nor strong.
OF_A_UNIT = ("estimate", "truth", "error")
#: For terminals that know no more than ASCII.
PLAIN = str.maketrans({"–": "-", "…": "..."})


def print_board(console: Console, board: Board) -> None:
    """Print every section, then the remarks; nothing is wider than the console, intervals go first where it is narrow."""
    heading = f"{board.system}, against {board.interactions:,} true interactions of {board.people:,} people"
    _print(console, Text(heading, style="bold"))
    tables = [table for section in board.sections for table in _tables(section)]
    roomy = all(fits_with_intervals(names, lines, console.width) for names, lines in tables)
    said = "In brackets 95 % intervals, drawn over people; n is what was scored."
    if not roomy:
        said += " Tables without room for the intervals go without; --json has them."
    _print(console, Text(said))
    for section in board.sections:
        _print_section(console, section)
    if board.remarks:
        console.print()
    for remark in board.remarks:
        _print(console, Text(f"Note: {remark}"))


def _print_section(console: Console, section: Section) -> None:
    console.print()
    _print(console, Text.assemble((section.title, "bold"), "  ", section.question))
    for names, lines in _tables(section):
        intervals = fits_with_intervals(names, lines, console.width)
        for line in table_lines(names, lines, console.width, intervals):
            _print(console, line)
    for note, subjects in _without_numbers(section).items():
        for line in _told(note, subjects, len(section.rows), console.width):
            _print(console, line)


def _tables(section: Section) -> Iterator[tuple[tuple[str, ...], list[Line]]]:
    """Yield the rows that have the same numbers, as tables: the names of their columns, and their lines."""
    alike: dict[tuple[str, ...], list[Row]] = {}
    for row in section.rows:
        names = tuple(measure.name for measure in row.measures if measure.name not in NOT_SHOWN)
        alike.setdefault(names, []).append(row)
    for names, rows in alike.items():
        if names:
            heads = (*(name.replace("_", " ") for name in names), "n")
            yield heads, [_line(row, names) for row in rows]


def _line(row: Row, names: tuple[str, ...]) -> Line:
    count = f"{row.n:,}"
    return Line(row.subject, (*(_number(row.measure(name)) for name in names), Cell(count, count)), _note(row))


def _told(note: str, subjects: list[str], rows: int, width: int) -> Iterator[Text]:
    """Yield what is said of rows without numbers: by name where all their names fit in one line, else by their count."""
    named = ", ".join(subjects)
    if len(subjects) > 1 and len(f"  {named}: {note}") > width:
        named = f"all {len(subjects):,}" if len(subjects) == rows else f"{len(subjects):,} of {rows:,}"
    return below(f"{named}: {note}", width)


def _without_numbers(section: Section) -> dict[str, list[str]]:
    """Return what the rows without numbers say, each with the subjects it says it of."""
    notes: dict[str, list[str]] = {}
    for row in section.rows:
        if not row.measures:
            notes.setdefault(_note(row), []).append(row.subject)
    return notes


def _note(row: Row) -> str:
    return f"{row.state}: {row.note}" if row.state == "nothing planted" else row.note


def _number(measure: Measure) -> Cell:
    """Return a number with its interval and without, in red where it is weak."""
    if measure.value is None:
        return Cell("–", "–")
    if measure.name == "covered":
        return Cell("yes", "yes") if measure.value else Cell("no", "no", "red")
    if measure.name in OF_A_UNIT:
        return _shown(measure, ",.0f" if abs(measure.value) >= 1000 else ".3g", "")
    weak = 1 - measure.value if measure.name in LESS_IS_BETTER else measure.value
    return _shown(measure, ".3f", "red" if weak < WEAK_BELOW else "")


def _shown(measure: Measure, form: str, style: str) -> Cell:
    value = format(measure.value, form)
    if measure.low is None and measure.high is None:
        return Cell(value, value, style)
    low, high = ("…" if end is None else format(end, form) for end in (measure.low, measure.high))
    between = " to " if "-" in low + high else "–"
    return Cell(f"{value} ({low}{between}{high})", value, style)


def _print(console: Console, line: Text) -> None:
    """Print one line; where the console can't write its signs, in those that it can."""
    try:
        line.plain.encode(console.encoding)
    except UnicodeEncodeError:
        styled = line.copy()
        styled.plain = line.plain.translate(PLAIN).encode(console.encoding, "replace").decode(console.encoding)
        line = styled
    console.print(line)
