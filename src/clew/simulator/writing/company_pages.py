"""Describes a written company beside its files: a README for people, and a card with its order for programs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from clew.simulator.export import VERDICTS
from clew.simulator.lived import Order
from clew.simulator.truth_tables import TRUTH
from clew.simulator.writing.company_report import Company
from clew.simulator.writing.own_folder import COMPANY_CARD as CARD
from clew.simulator.writing.own_folder import held


def write_pages(company: Company, folder: Path) -> None:
    """Write README.md and the card into ``folder``; no clock and no path of this machine comes into them."""
    (folder / "README.md").write_text(_readme(company), encoding="utf-8", newline="\n")
    (folder / CARD).write_bytes(msgspec.json.format(msgspec.json.encode(_card(company, folder)), indent=1) + b"\n")


def _card(company: Company, folder: Path) -> dict[str, object]:
    order = company.order
    return {
        **ordered(order),
        "files": {file.path: {verdict: file.of(verdict) for verdict in VERDICTS} for file in company.files},
        "truth": company.truth,
        "scenario": order.scenario,
        "holds": held(folder, CARD),
    }


def ordered(order: Order) -> dict[str, object]:
    """Return what was ordered, but for the scenario, as every card says it."""
    return {
        "customers": order.customers,
        "days": order.days,
        "seed": order.seed,
        "wording": order.wording,
        "interventions": [each.name for each in order.in_force],
    }


def introduction(order: Order) -> str:
    """Return in a few sentences who is in a made-up world, and what made it."""
    people = "1 customer" if order.customers == 1 else f"{order.customers:,} customers"
    days = "1 day" if order.days == 1 else f"{order.days:,} days"
    return (
        f"Nobody in here exists. {people} over {days} from {order.scenario.company.first_day.isoformat()} on, seed "
        f"{order.seed}, wording `{order.wording}`. The same order of the same version of Clew gives the same bytes."
    )


def changes(order: Order) -> str:
    """Return the interventions in force as a list, with a remark on each that begins too late to change anything."""
    lines = [
        f"- `{each.name}`: {each.title}"
        + (
            f" (begins on day {each.from_day}, after the last one: **it changes nothing here**)"
            if each in order.too_late
            else ""
        )
        for each in order.in_force
    ]
    return "Interventions in force:\n\n" + "\n".join(lines or ["none"])


def _readme(company: Company) -> str:
    order, name = company.order, company.order.scenario.company.name
    parts = [
        f"# {name}, a made-up company",
        introduction(order),
        "`exports/` is what the company's systems give out, `truth/` what really happened: never show it to what you "
        f"measure. `{CARD}` holds the order and the whole scenario.",
        changes(order),
        "## Use\n\n```\nclew init ../workspace\nclew import exports --workspace ../workspace\nclew score .\n```\n\nMake "
        "the workspace outside of this folder, and keep nothing of your own in here: another simulation replaces the folder "
        "as a whole, and refuses to while anything else lies in it.",
        "## Exports\n\n"
        + table(
            ("file", "rows", *VERDICTS),
            [
                (f"`{file.path}`", f"{file.rows:,}", *(f"{file.of(verdict):,}" for verdict in VERDICTS))
                for file in company.files
            ],
        ),
        "## Truth\n\n"
        + table(
            ("table", "rows", "one row is"),
            [(f"`{each.name}`", f"{company.truth[each.name]:,}", each.grain) for each in TRUTH],
        ),
        *(
            f"### {each.name}\n\n"
            + table(("column", "type", "meaning"), [(f"`{name}`", *about) for name, about in each.columns.items()])
            for each in TRUTH
        ),
    ]
    return "\n\n".join(parts) + "\n"


def table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a table in Markdown."""
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
