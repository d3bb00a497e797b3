"""``clew contracts``: how far handoff contracts were kept, and which handoffs broke one."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from clew.cli.options import JsonOption, WorkspaceOption, console, messages, plain_table, print_json, print_json_lines
from clew.cli.progress import working

if TYPE_CHECKING:
    from clew.app.contracts.conformance import Conformance

SHOWN = 20


def contracts(
    broken: Annotated[
        str | None, typer.Option("--broken", metavar="NAME", help="List the handoffs that broke this contract.")
    ] = None,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Show how far each handoff contract of clew.toml was kept, over all handoffs under it, and which terms were broken.

    Example: clew contracts --broken "Bot to person"
    """
    from clew.app.contracts.broken import broken_handoffs
    from clew.app.contracts.conformance import conformances
    from clew.app.workspace import find_workspace

    place = find_workspace(workspace)
    if broken is not None:
        with working(messages(), "Judging handoffs") as tell:
            rows = broken_handoffs(place, broken, tell, limit=None if json else SHOWN)
        _show_broken(rows, json=json)
        return
    with working(messages(), "Judging handoffs") as tell:
        found = conformances(place, tell)
    if json:
        print_json([_as_json(each) for each in found])
    else:
        _show(found)


def _show(found: list[Conformance]) -> None:
    from clew.maps import wording

    if not found:
        console().print(
            "No contracts. Write one under [[contracts]] in clew.toml; an example stands there.", markup=False
        )
        return
    table = plain_table()
    for heading in ("contract", "handoffs", "kept", "95 % interval", "broken", "can't be told", "broken by", "remarks"):
        right = heading in ("handoffs", "kept", "broken", "can't be told")
        table.add_column(heading, justify="right" if right else "left", overflow="fold")
    for each in found:
        by_term = ", ".join(f"{term.title.lower()} {term.broken:,}" for term in each.terms if term.broken)
        told = each.low is not None and each.high is not None
        interval = f"{wording.ratio(each.low)} to {wording.ratio(each.high)}" if told else ""
        table.add_row(
            Text(each.contract.name),
            f"{each.n:,}",
            wording.ratio(each.kept_share),
            interval,
            f"{each.broken:,}",
            f"{each.unknown:,}",
            by_term or "—",
            Text(each.reason),
        )
    console().print(table)


def _show_broken(rows: list[dict[str, object]], *, json: bool) -> None:
    from clew.maps import wording

    if json:
        print_json_lines(rows)
        return
    if not rows:
        console().print("No handoff broke it.")
        return
    table = plain_table()
    for heading in ("journey", "step", "from", "to", "wait", "broken"):
        table.add_column(heading, justify="right" if heading in ("step", "wait") else "left", overflow="fold")
    for row in rows:
        wait = row["wait_seconds"]
        ends = (f"{row[f'{side}_channel']} {row[f'{side}_party']}".strip() for side in ("from", "to"))
        waited = wording.duration(wait) if isinstance(wait, float) else "unanswered"
        terms = row["broken"]
        assert isinstance(terms, list)
        table.add_row(
            Text(str(row["journey_id"])), str(row["position"]), *ends, waited, ", ".join(terms).replace("_", " ")
        )
    console().print(table)
    if len(rows) == SHOWN:
        messages().print(f"The latest {SHOWN}. Say --json for all.")


def _as_json(each: Conformance) -> dict[str, object]:
    return {"name": each.contract.name, **asdict(each)}
