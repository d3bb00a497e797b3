"""How explanations of identity, and what a change would do, look in the terminal."""

from __future__ import annotations

from datetime import UTC, datetime

from rich.console import Console
from rich.text import Text

from clew.customers import Explained, Link, Regrouping, WhatIf

SHOWN = 20


def print_explained(out: Console, found: Explained) -> None:
    """Print the way between two identifiers, or what is between them."""
    if found.is_one_person:
        out.print(Text(f"One person: customer {found.customer_a}", style="bold"))
        _print_links(out, found.way)
        return
    for identifier, customer in ((found.identifier_a, found.customer_a), (found.identifier_b, found.customer_b)):
        out.print(Text(f"{identifier}: " + (f"customer {customer}" if customer else "shared, belongs to nobody")))
    out.print(Text("Not one person.", style="bold"))
    if not found.between:
        out.print(Text("  Nothing links them: they were never given together."))
    _print_links(out, found.between)


def print_what_if(out: Console, found: WhatIf) -> None:
    """Print who would be merged and split, the largest first."""
    change = found.customers_after - found.customers_before
    out.print(
        Text(f"{found.customers_before:,} customers now, {found.customers_after:,} then ({change:+,}).", style="bold")
    )
    for title, groups in (("merged", found.merges), ("split", found.splits), ("regrouped", found.mixed)):
        if not groups:
            continue
        out.print(Text(f"{len(groups):,} would be {title}:"))
        for each in groups[:SHOWN]:
            _print_regrouping(out, each)
        if len(groups) > SHOWN:
            out.print(Text(f"  and {len(groups) - SHOWN:,} more; --json has all."))
    for said, identifiers in (
        ("would belong to nobody", found.shared),
        ("would belong to somebody again", found.owned),
    ):
        if identifiers:
            out.print(Text(f"{len(identifiers):,} identifiers {said}: {_few(identifiers)}"))
    if not (found.merges or found.splits or found.mixed or found.shared or found.owned):
        out.print(Text("Nothing would change."))


def _print_regrouping(out: Console, each: Regrouping) -> None:
    out.print(Text(f"  {each.interactions:,} interactions"))
    for mark, groups in (("-", each.before), ("+", each.after)):
        for members in groups[:6]:
            out.print(Text(f"    {mark} {_few(members)}"))
        if len(groups) > 6:
            out.print(Text(f"    {mark} and {len(groups) - 6:,} more groups"))


def _print_links(out: Console, links: tuple[Link, ...]) -> None:
    for link in links[:SHOWN]:
        day = datetime.fromtimestamp(link.at_us / 1e6, UTC).date().isoformat()
        said = " and ".join(link.said_by)
        times = f", {link.times:,} times" if link.times > 1 else ""
        out.print(Text(f"  {link.identifier_a} – {link.identifier_b}"))
        out.print(Text(f"    {said} since {day}{times}; evidence {link.evidence}; {link.told}"))
    if len(links) > SHOWN:
        out.print(Text(f"  and {len(links) - SHOWN:,} more; --json has all."))


def _few(identifiers: tuple[str, ...]) -> str:
    return ", ".join(identifiers[:5]) + (f" and {len(identifiers) - 5:,} more" if len(identifiers) > 5 else "")
