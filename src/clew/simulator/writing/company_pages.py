"""Describes a written company beside its files: a README for people, and a card with its order for programs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from clew.simulator.truth_tables import TRUTH
from clew.simulator.writing.company_report import Company

#: The card's name; a folder that holds one is a simulated company and may be replaced by another.
CARD = "clew-simulated.json"
VERDICTS = ("interaction", "duplicate", "broken", "noise", "record")


def write_pages(company: Company, folder: Path) -> None:
    """Write README.md and the card into ``folder``; no clock and no path of this machine comes into them."""
    (folder / "README.md").write_text(_readme(company), encoding="utf-8", newline="\n")
    (folder / CARD).write_bytes(msgspec.json.format(msgspec.json.encode(_card(company)), indent=1) + b"\n")


def _card(company: Company) -> dict[str, object]:
    order = company.order
    return {
        "customers": order.customers,
        "days": order.days,
        "seed": order.seed,
        "wording": order.wording,
        "interventions": [each.name for each in order.in_force],
        "files": {file.path: {verdict: file.of(verdict) for verdict in VERDICTS} for file in company.files},
        "truth": company.truth,
        "scenario": order.scenario,
    }


def _readme(company: Company) -> str:
    order, name = company.order, company.order.scenario.company.name
    changes = [f"- `{each.name}`: {each.title}" for each in order.in_force] or ["none"]
    parts = [
        f"# {name}, a made-up company",
        f"Nobody in here exists. {order.customers:,} customers over {order.days} days from "
        f"{order.scenario.company.first_day.isoformat()} on, seed {order.seed}, wording `{order.wording}`. "
        "The same order of the same version of Clew gives the same bytes.",
        "`exports/` is what the company's systems give out, `truth/` what really happened: never show it to what you "
        f"measure. `{CARD}` holds the order and the whole scenario.",
        "Interventions in force:\n\n" + "\n".join(changes),
        "## Use\n\n```\nclew import exports\nclew score .\n```\n\n(`clew import` needs a workspace: `clew init shop`, "
        "then in it `clew import` with this folder's exports.)",
        "## Exports\n\n"
        + _table(
            ("file", "rows", *VERDICTS),
            [
                (f"`{file.path}`", f"{file.rows:,}", *(f"{file.of(verdict):,}" for verdict in VERDICTS))
                for file in company.files
            ],
        ),
        "## Truth\n\n"
        + _table(
            ("table", "rows", "one row is"),
            [(f"`{table.name}`", f"{company.truth[table.name]:,}", table.grain) for table in TRUTH],
        ),
        *(
            f"### {table.name}\n\n"
            + _table(("column", "type", "meaning"), [(f"`{name}`", *about) for name, about in table.columns.items()])
            for table in TRUTH
        ),
    ]
    return "\n\n".join(parts) + "\n"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
