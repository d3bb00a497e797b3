"""Writes ``benchmarks/scoreboard.md``: how well Clew rebuilds the truth of simulated companies, one of every industry.

Run it as ``python benchmarks/scoreboard.py [--customers 1000] [--days 90] [--seed 7] [--date 2026-03-02]``. The worlds
speak held-out wordings, with every intervention in force, and are made outside the timing. Weak scores stand beside good
ones; what isn't built says so. ``docs/scoring.md`` says what each number means.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from clew.app.scoring import score_company
from clew.simulator import Order, known_scenarios, load_scenario, write_company
from clew.simulator.score import Board, Measure, Row, Section

PAGE = Path(__file__).resolve().parent / "scoreboard.md"
#: What heads the page: the capability, the row and the measure, and what to call it.
HEADLINES = (
    ("identity", "pairs of interactions", "f1", "identity, pairs F1"),
    ("identity", "pairs, identifiable", "f1", "identity where it can be told, pairs F1"),
    ("journeys_assignment", "pairs of interactions", "f1", "journeys, pairs F1"),
    ("journeys_assignment", "pairs without a case", "f1", "journeys without a case, pairs F1"),
    (
        "journeys_assignment",
        "ceiling, pairs without a case",
        "f1",
        "the same at its ceiling: nothing guessed, nothing wrong",
    ),
    (
        "journeys_assignment",
        "pairs without a case, where it can be told",
        "f1",
        "journeys without a case, where it can be told, pairs F1",
    ),
    ("journeys_boundary", "beginnings", "f1", "journeys' beginnings F1"),
    ("handoffs", "place", "f1", "handoffs F1"),
    ("outcomes", "resolved", "f1", "resolved F1"),
    ("facts", "all facts", "f1", "facts F1"),
    ("asked_again", "asked again", "f1", "asked again F1"),
    ("asked_again", "asked again, where it can be told", "f1", "asked again where it can be told F1"),
    ("emotions", "all feelings", "macro_f1", "emotions macro-F1"),
    ("metrics", "intervals", "share", "metrics whose interval holds the truth"),
    ("effects", "intervals", "share", "effects whose interval holds the truth"),
)


@dataclass(frozen=True)
class World:
    """One industry's scoreboard, and how long importing, building and scoring took."""

    industry: str
    board: Board
    seconds: float


def main(words: list[str] | None = None) -> None:
    """Make the worlds, score them and write the page."""
    parser = argparse.ArgumentParser(description="Clew's scoreboard on simulated companies")
    parser.add_argument("--customers", type=int, default=1000)
    parser.add_argument("--days", type=int, default=90)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument(
        "--industries",
        nargs="+",
        metavar="NAME",
        choices=known_scenarios(),
        default=["billing", *_others()],
        help=f"scenarios, the main one first: {', '.join(known_scenarios())}",
    )
    parser.add_argument(
        "--date", type=date.fromisoformat, default=datetime.now(UTC).date(), help="the day to write down"
    )
    parser.add_argument("--out", type=Path, default=PAGE)
    asked = parser.parse_args(words)
    worlds = [_world(name, asked.customers, asked.days, asked.seed) for name in asked.industries]
    made = (
        f"`clew simulate --customers {asked.customers} --days {asked.days} --seed {asked.seed} --industry … "
        "--wording heldout --intervention all`"
    )
    asked.out.write_text(page(worlds, asked.date, made), encoding="utf-8")
    print(f"wrote {asked.out}")


def _others() -> list[str]:
    return sorted(name for name in known_scenarios() if name != "billing")


def _world(industry: str, customers: int, days: int, seed: int) -> World:
    print(f"{industry}: making the company…", file=sys.stderr)
    folder = Path(tempfile.mkdtemp(prefix="clew-scoreboard-"))
    try:
        scenario = load_scenario(industry)
        everything = tuple(each.name for each in scenario.interventions)
        write_company(Order(scenario, customers, days, seed, everything, "heldout"), folder / "company")
        print(f"{industry}: scoring…", file=sys.stderr)
        begun = time.monotonic()
        board = score_company(folder / "company")
        return World(industry, board, time.monotonic() - begun)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def page(worlds: list[World], day: date, made: str) -> str:
    """Return the page: the headlines of all worlds, then everything about the first."""
    parts = [
        "<!-- Written by `make scoreboard`; change benchmarks/scoreboard.py, not this page. -->",
        "# Scoreboard",
        f"Clew on simulated companies with known truth, {day.isoformat()}. Made by {made}: wordings that no detector may "
        "have been made with, every intervention in force. Nothing is configured for them. In brackets 95 % bootstrap "
        "intervals over people. What the numbers mean, and how to score another system: [docs/scoring.md](../docs/scoring.md).",
        "## All industries",
        _table(["", *(world.industry for world in worlds)], _headlines(worlds)),
        _coverage(worlds),
        f"## {worlds[0].industry.capitalize()}, in full",
        *(_section(section) for section in worlds[0].board.sections),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _headlines(worlds: list[World]) -> list[list[str]]:
    def across(name: str, tell: Callable[[World], str]) -> list[str]:
        return [name, *(tell(world) for world in worlds)]

    rows = [
        across("interactions", lambda world: f"{world.board.interactions:,}"),
        across("people", lambda world: f"{world.board.people:,}"),
    ]
    rows += [
        across(title, lambda world, at=(capability, subject, measure): _cell(world.board, *at))
        for capability, subject, measure, title in HEADLINES
    ]
    return [*rows, across("seconds to import, build and score", lambda world: f"{world.seconds:,.0f}")]


def _cell(board: Board, capability: str, subject: str, measure: str) -> str:
    rows = board.section(capability).rows
    row = next((row for row in rows if row.subject == subject), rows[0])
    told = row.measure(measure)
    return row.note if told.value is None else _number(told)


def _coverage(worlds: list[World]) -> str:
    """Return how many of all worlds' metric intervals hold the truth: one world has too few to tell."""
    inside = [
        told
        for world in worlds
        for row in world.board.section("metrics").rows
        if (told := row.measure("covered").value) is not None
    ]
    if not inside:
        return ""
    return (
        f"Over all industries, {sum(inside):.0f} of {len(inside)} intervals of metrics hold the truth; "
        f"{0.95 * len(inside):.0f} would be as promised."
    )


def _section(section: Section) -> str:
    alike: dict[tuple[str, ...], list[Row]] = {}
    for row in section.rows:
        alike.setdefault(tuple(measure.name for measure in row.measures), []).append(row)
    parts = [f"### {section.title}", section.question]
    for names, rows in alike.items():
        if names:
            heading = ["", *(name.replace("_", " ") for name in names), "n", ""]
            body = [[row.subject, *(_number(each) for each in row.measures), f"{row.n:,}", row.note] for row in rows]
            parts.append(_table(heading, body))
    notes: dict[str, list[str]] = {}
    for row in alike.get((), []):
        notes.setdefault(row.note, []).append(row.subject)
    parts += [f"{', '.join(subjects)}: **{note}**" for note, subjects in notes.items()]
    return "\n\n".join(parts)


def _number(measure: Measure) -> str:
    if measure.value is None:
        return "–"
    if measure.name == "covered":
        return "yes" if measure.value else "**no**"
    form = ",.0f" if abs(measure.value) >= 1000 else ".3f"
    if measure.low is None and measure.high is None:
        return format(measure.value, form)
    low, high = ("…" if end is None else format(end, form) for end in (measure.low, measure.high))
    return f"{measure.value:{form}} ({low}–{high})"


def _table(heading: list[str], rows: list[list[str]]) -> str:
    def line(cells: list[str]) -> str:
        return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"

    return "\n".join([line(heading), line(["---"] * len(heading)), *(line(row) for row in rows)])


if __name__ == "__main__":
    main()
