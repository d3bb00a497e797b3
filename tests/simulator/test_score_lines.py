"""The scoreboard is readable at any width: labels are whole, nothing is wider, notes stand on lines of their own."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from clew.cli.score_board import print_board
from clew.simulator.score import Board, Measure, Row, Section

ALL_OF = "over all interactions, in many more words than would ever fit beside the numbers of a row of the scoreboard"
FOUND = tuple(Measure(name, 0.844, 0.681, 0.935) for name in ("precision", "recall", "f1"))
LABELS = ("pairs of interactions", "by interaction, identifiable", "hand_over_transcript: resolved_in_first_contact")


def printed(width: int, *rows: Row, remarks: tuple[str, ...] = (), encoding: str = "utf-8") -> list[str]:
    out = StringIO()
    console = Console(file=out, width=width, highlight=False)
    board = Board("Clew", 7, 2, (Section("identity", "Identity", "Were they joined?", rows),), remarks)
    print_board(console, board)
    return out.getvalue().splitlines()


@pytest.mark.parametrize("width", [50, 60, 80, 120])
def test_every_label_is_whole_and_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = printed(width, *(Row(label, FOUND, 349, ALL_OF) for label in LABELS))
    assert max(map(len, lines)) <= max(width, *map(len, LABELS))
    for label in LABELS:
        assert sum(line.startswith(label) for line in lines) == 1, (label, lines)
    assert sum("0.844" in line for line in lines) == len(LABELS)


def test_intervals_go_first_where_space_is_short() -> None:
    row = Row("by interaction, identifiable", FOUND, 349)
    # 28 for the label, 3 x 19 for the numbers, 3 for n, four gaps of 2: 96.
    assert any("0.844 (0.681–0.935)" in line for line in printed(96, row))
    narrow = printed(95, row)
    assert "by interaction, identifiable  0.844      0.844   0.844  349" in narrow
    assert any("go without" in line for line in narrow)


def test_a_note_stands_below_its_row_and_one_that_rows_share_once_below_the_last() -> None:
    rows = (Row("one", FOUND, 1, "shared"), Row("two", FOUND, 1, "shared"), Row("three", FOUND, 1, "its own"))
    told = [line.split("  ")[0] or line.strip() for line in printed(80, *rows)][-5:]
    assert told == ["one", "two", "shared", "three", "its own"]


def test_what_is_not_built_is_one_line_however_much_it_is() -> None:
    subjects = [
        Row(f"intervention_{place}: contacts", note="not built yet", state="not submitted") for place in range(42)
    ]
    assert printed(80, *subjects)[-1] == "  all 42: not built yet"
    assert printed(80, *subjects[:2])[-1] == "  intervention_0: contacts, intervention_1: contacts: not built yet"


def test_an_interval_below_nothing_has_no_row_of_dashes() -> None:
    row = Row("summary_sms: contacts", (Measure("estimate", -0.154, -0.254, -0.0538),), 13)
    assert any("-0.154 (-0.254 to -0.0538)" in line for line in printed(80, row))


def test_remarks_stand_at_the_end() -> None:
    assert printed(80, Row("one", FOUND, 1), remarks=("500 of 500 records.",))[-1] == "Note: 500 of 500 records."
