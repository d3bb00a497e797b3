"""``clew pain-points``: where it hurts, how often, and what to decide about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from clew.cli.options import JsonOption, WorkspaceOption, console, messages, plain_table, print_json, print_json_lines
from clew.cli.progress import working

if TYPE_CHECKING:
    from pathlib import Path

    from clew.pain_points import Tally


def pain_points(
    detector: Annotated[
        str | None, typer.Option("--detector", help="List what this detector found, instead of counting all.")
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            "-n",
            help="With --detector: at most so many; the table shows 20 unless told, JSON all.",
            show_default=False,
            min=1,
        ),
    ] = None,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Show what goes wrong for customers, on which share of journeys with its 95 % interval, and the decision it supports.

    Example: clew pain-points --detector long_wait
    """
    if detector is not None:
        _list(workspace, detector, limit, as_json=json)
        return
    from clew.app.pain_points import pain_point_tallies
    from clew.app.workspace import find_workspace

    place = find_workspace(workspace)
    with working(messages(), "Looking for pain points") as tell:
        lines = pain_point_tallies(place, tell)
    if json:
        print_json([_plain(line) for line in lines])
        return
    table = plain_table()
    for heading in ("pain point", "found", "journeys", "share", "95 % interval", "severity", "what to decide"):
        right = heading in ("found", "journeys", "share", "severity")
        table.add_column(
            heading, justify="right" if right else "left", overflow="fold", no_wrap=heading != "what to decide"
        )
    for line in lines:
        told = line.detector.decision if line.found else ""
        table.add_row(
            line.detector.title, *_numbers(line), Text("; ".join(each for each in (line.reason, told) if each))
        )
    console().print(table)


def _numbers(line: Tally) -> tuple[str, ...]:
    if line.found is None or line.journeys is None:
        return ("—", "—", "—", "", "")
    shown = f"{line.found:,}", f"{line.journeys:,} of {line.of_journeys:,}"
    if line.share is None or line.low is None or line.high is None:
        return (*shown, "—", "", "")
    severity = "" if line.severity is None else f"{line.severity:.2f}"
    return (*shown, f"{line.share:.1%}", f"{line.low:.1%} to {line.high:.1%}", severity)


def _plain(line: Tally) -> dict[str, object]:
    each = line.detector
    return {
        "detector": each.name,
        "title": each.title,
        "question": each.question,
        "found": line.found,
        "journeys": line.journeys,
        "of_journeys": line.of_journeys,
        "share": line.share,
        "low": line.low,
        "high": line.high,
        "severity": line.severity,
        "median_amount": line.amount,
        "amount_unit": each.amount_unit,
        "trigger": each.trigger,
        "signal": each.signal,
        "decision": each.decision,
        "version": each.version,
        "reason": line.reason,
    }


def _list(workspace: Path | None, name: str, limit: int | None, *, as_json: bool) -> None:
    from clew.app.pain_points import detector_named, findings_of
    from clew.app.workspace import find_workspace

    place, detector = find_workspace(workspace), detector_named(name)
    with working(messages(), "Looking for pain points") as tell:
        rows = findings_of(place, name, limit if as_json else limit or 20, tell)
        if as_json:
            print_json_lines(rows)
            return
        found = list(rows)
    table = plain_table()
    for heading in (
        "journey",
        "customer",
        "step",
        "since",
        "when",
        "channel",
        "characters",
        detector.amount_unit or "",
    ):
        right = heading in ("step", "since", detector.amount_unit)
        table.add_column(heading, justify="right" if right else "left", overflow="fold")
    for row in found:
        amount, start = row["amount"], row["start_char"]
        table.add_row(
            Text(str(row["journey_id"])),
            Text(str(row["customer_id"])),
            str(row["position"]),
            "" if row["since_position"] is None else str(row["since_position"]),
            str(row["at"])[:16].replace("T", " "),
            str(row["channel"]),
            "" if start is None else f"{start} to {row['end_char']}",
            "" if amount is None else f"{float(str(amount)):,.10g}",
        )
    console().print(table if found else f"{detector.title}: none found. {detector.rule}")
