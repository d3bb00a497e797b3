"""``clew quality``: what is wrong with the data, source by source, what that does to the metrics, and what to do."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from clew.cli.options import JsonOption, WorkspaceOption, console, messages, plain_table, print_json
from clew.cli.progress import working

if TYPE_CHECKING:
    from clew.app.quality import Finding, Report

STYLES = {"bad": "bold red", "warn": "yellow", "note": "dim"}
BARS = "▁▂▃▄▅▆▇█"
#: So many of the latest months are drawn.
MONTHS_DRAWN = 12
WORDS = {"rising": "rising", "falling": "falling", "steady": "steady", "unknown": "no trend"}


def quality(
    source: Annotated[
        str | None, typer.Argument(metavar="[SOURCE]", help="Only this source, its notes in full.")
    ] = None,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Tell what is wrong with the data of each source, whether it gets worse, what it does to which metric, and what to do.

    Example: clew quality helpdesk
    """
    from clew.app.quality import quality_report
    from clew.app.workspace import find_workspace

    place = find_workspace(workspace)
    with working(messages(), "Checking the data") as tell:
        report = quality_report(place, tell, source)
    if json:
        print_json(_plain(report))
        return
    out = console()
    if not report.sources:
        out.print("No sources yet. Import something with 'clew import PATH'.")
        return
    for found in report.findings:
        if source is None and found.severity == "note":
            _print_note(out, found)
        else:
            _print_finding(out, found, with_examples=source is not None)
    if source is None and report.findings and report.findings[-1].severity == "note":
        out.print()
    _print_totals(out, report)
    if source is None and any(found.severity == "note" for found in report.findings):
        out.print("Notes in full: clew quality SOURCE. Ids of examples and every month: clew quality --json")


def _plain(report: Report) -> dict[str, object]:
    findings = [{**asdict(found), "share": found.share} for found in report.findings]
    sources = [{**asdict(each), "found_nothing": each.found_nothing} for each in report.sources]
    return {"checks": report.checks, "findings": findings, "sources": sources}


def _print_finding(out: Console, found: Finding, *, with_examples: bool) -> None:
    """Print what was found with its trend, and below it the sentence with the numbers, what it does and what to do."""
    out.print(_head(found, "bold").append(f"   {_trend(found)}"))
    lines = [found.says, *(f"→ {line}" for line in found.does), f"do: {found.remedy}"]
    if with_examples and found.examples:
        lines.append(f"ids of examples: {', '.join(found.examples)}")
    for line in lines:
        out.print(Padding(Text(line), (0, 0, 0, 5), expand=False))
    out.print()


def _print_note(out: Console, found: Finding) -> None:
    """Print a note in one line."""
    from clew.app.quality import shown_share

    part = f"{found.part.replace('_', ' ')}: " if found.part else ""
    share = shown_share(found.n, found.of)
    out.print(_head(found).append(f"   {part}{found.n:,} of {found.of:,} {found.unit} ({share})   {_trend(found)}"))


def _head(found: Finding, style: str = "") -> Text:
    return Text.assemble((f"{found.severity:<5}", STYLES[found.severity]), (f"{found.source}: {found.title}", style))


def _trend(found: Finding) -> str:
    """Return the shares of the latest months as bars, the largest the highest, and the direction in a word."""
    if found.direction == "unknown":
        return WORDS["unknown"]
    shares = [month.n / month.of for month in found.trend if month.counts][-MONTHS_DRAWN:]
    most = max(shares) or 1.0
    drawn = "".join(BARS[round(share / most * (len(BARS) - 1))] for share in shares)
    return f"{drawn} {WORDS[found.direction]}"


def _print_totals(out: Console, report: Report) -> None:
    table = plain_table()
    table.add_column("source", overflow="fold")
    for heading in ("interactions", "records", "bad", "warn", "note"):
        table.add_column(heading, justify="right")
    table.add_column("")
    for each in report.sources:
        counts = (each.interactions, each.records, each.bad, each.warn, each.note)
        remark = f"nothing found by {report.checks} checks" if each.found_nothing else ""
        table.add_row(Text(each.source), *(f"{count:,}" for count in counts), remark)
    out.print(table)
