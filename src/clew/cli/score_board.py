"""Prints a scoreboard for people: one table a capability, a column a number, weak scores in the same place as good ones."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from clew.cli.options import plain_table
from clew.simulator.score import Board, Measure, Row, Section

#: Scores below this are shown in red; of errors and of what is wrongly taken, those above what is missing to 1.
WEAK_BELOW = 0.7
LESS_IS_BETTER = ("brier", "calibration_error", "relative_error", "wrongly_taken")
#: Only for programs: estimate and truth stand beside each other.
NOT_SHOWN = ("absolute_error",)
#: Numbers in a unit of their own: neither weak nor strong.
OF_A_UNIT = ("estimate", "truth", "error")


def print_board(console: Console, board: Board) -> None:
    """Print every section, then the remarks."""
    heading = f"{board.system}, against {board.interactions:,} true interactions of {board.people:,} people"
    console.print(Text(heading, style="bold"))
    console.print(Text("In brackets 95 % intervals, drawn over people; n is what was scored."))
    for section in board.sections:
        _print_section(console, section)
    if board.remarks:
        console.print()
    for remark in board.remarks:
        console.print(Text(f"Note: {remark}"))


def _print_section(console: Console, section: Section) -> None:
    console.print()
    console.print(Text.assemble((section.title, "bold"), "  ", section.question))
    alike: dict[tuple[str, ...], list[Row]] = {}
    for row in section.rows:
        names = tuple(measure.name for measure in row.measures if measure.name not in NOT_SHOWN)
        alike.setdefault(names, []).append(row)
    for names, rows in alike.items():
        if names:
            _print_table(console, names, rows)
    for note, subjects in _without_numbers(section).items():
        console.print(Text(f"  {', '.join(subjects)}: {note}"))


def _print_table(console: Console, names: tuple[str, ...], rows: list[Row]) -> None:
    """Print rows that have the same numbers; a note that several rows share stands beside the first."""
    table = plain_table()
    table.add_column("", min_width=24, overflow="fold")
    for name in names:
        table.add_column(name.replace("_", " "), no_wrap=True)
    table.add_column("n", justify="right", no_wrap=True)
    table.add_column("", overflow="fold")
    said: set[str] = set()
    for row in rows:
        note = "" if row.note in said else _note(row)
        said.add(row.note)
        table.add_row(Text(row.subject), *(_number(row.measure(name)) for name in names), f"{row.n:,}", Text(note))
    console.print(table)


def _without_numbers(section: Section) -> dict[str, list[str]]:
    """Return what the rows without numbers say, each with the subjects it says it of."""
    notes: dict[str, list[str]] = {}
    for row in section.rows:
        if not row.measures:
            notes.setdefault(_note(row), []).append(row.subject)
    return notes


def _note(row: Row) -> str:
    return f"{row.state}: {row.note}" if row.state == "nothing planted" else row.note


def _number(measure: Measure) -> Text:
    """Return a number with its interval, in red where it is weak."""
    if measure.value is None:
        return Text("–")
    if measure.name == "covered":
        return Text("yes") if measure.value else Text("no", style="red")
    if measure.name in OF_A_UNIT:
        return Text(_shown(measure, ",.0f" if abs(measure.value) >= 1000 else ".3g"))
    weak = 1 - measure.value if measure.name in LESS_IS_BETTER else measure.value
    return Text(_shown(measure, ".3f"), style="red" if weak < WEAK_BELOW else "")


def _shown(measure: Measure, form: str) -> str:
    value = format(measure.value, form)
    if measure.low is None and measure.high is None:
        return value
    low, high = ("…" if end is None else format(end, form) for end in (measure.low, measure.high))
    return f"{value} ({low}–{high})"
