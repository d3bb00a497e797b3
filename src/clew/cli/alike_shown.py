"""How pairs of customers who are alike look in the terminal: what matching found, what waits, and two beside each other."""

from __future__ import annotations

from datetime import UTC, datetime

from rich.console import Console
from rich.table import Table
from rich.text import Text

from clew.app.identity.matching import Matched
from clew.app.identity.review import Queue, SideBySide
from clew.app.identity.side_by_side import Side, Told
from clew.cli.options import plain_table


def print_matched(out: Console, matched: Matched, fates: dict[str, int], likeness: str) -> None:
    """Print what was looked at and what came of it."""
    of = "source" if matched.sources == 1 else "sources"
    out.print(
        Text(
            f"{matched.records:,} records of {matched.sources} {of}, {matched.looked_at:,} pairs looked at:",
            style="bold",
        )
    )
    for count, said in (
        (matched.joined_before, "were one customer already"),
        (matched.accepted, "surely one person"),
        (matched.to_review, "doubtful, for you to look at"),
        (matched.rejected, "too little alike"),
    ):
        out.print(Text(f"  {count:>9,}  {said}"))
    if fates:
        out.print(Text("What became of the sure ones:"))
    for said, count in fates.items():
        out.print(Text(f"  {count:>9,}  {said}"))
    if any("at most" in said for said in fates):
        out.print(
            Text(
                "Limits keep some apart. Where a source lists one person many times, allow more of its numbers: "
                'limits = ["10 SOURCE", …] under [identity] in clew.toml.'
            )
        )
    if likeness == "review" and matched.accepted:
        out.print(Text('likeness = "review" in clew.toml: the sure ones wait for you, too.'))
    defaults = [each for each in matched.columns if each not in matched.columns_learnt]
    if defaults:
        named = ", ".join(each.replace("_", " ") for each in defaults)
        out.print(Text(f"Too little to learn from, so defaults count for: {named}."))
    out.print(Text("Next: clew customers review; clew customers model shows what was learnt."))


def print_queue(out: Console, waiting: Queue) -> None:
    """Print the pairs that wait, the surest first."""
    if not waiting.total:
        out.print("Nothing waits. 'clew customers match' looks for customers who are alike.")
        return
    out.print(Text(f"{waiting.total:,} pairs wait, the surest first.", style="bold"))
    table = plain_table()
    for name in ("N", "bits", "chance"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("one", overflow="fold")
    table.add_column("other", overflow="fold")
    if any(each.was_unsure or each.held_back for each in waiting.items):
        table.add_column("", overflow="fold")
    for each in waiting.items:
        note = "you were unsure" if each.was_unsure else each.held_back
        table.add_row(
            str(each.number),
            f"{each.weight:+.1f}",
            _chance(each.probability),
            Text(each.identifier_a),
            Text(each.identifier_b),
            *([Text(note)] if len(table.columns) > 5 else []),
        )
    out.print(table)
    if waiting.total > len(waiting.items):
        out.print(Text(f"and {waiting.total - len(waiting.items):,} more; --all lists them."))
    out.print(
        "Next: clew customers review N shows both sides; clew customers review N same|different|unsure settles it."
    )


def print_side_by_side(out: Console, pair: SideBySide) -> None:
    """Print both sides, every trait, and what each column adds."""
    said = pair.pair
    out.print(
        Text(f"Pair {said.number}: {said.weight:+.1f} bits, {_chance(said.probability)} one person", style="bold")
    )
    if said.held_back:
        out.print(Text(f"Surely alike, but {said.held_back}."))
    if not pair.waits:
        out.print(Text("This question is settled: they are one customer, or somebody said that they are two."))
    table = _side_table()
    for name, left, right in (
        ("customer", pair.left.customer_id, pair.right.customer_id),
        ("identifiers", _identifiers(pair.left), _identifiers(pair.right)),
        ("sources", ", ".join(pair.left.sources), ", ".join(pair.right.sources)),
        ("interactions", f"{pair.left.interactions:,}", f"{pair.right.interactions:,}"),
        ("since", _day(pair.left.first_seen_us), _day(pair.right.first_seen_us)),
    ):
        table.add_row(name, Text(left), Text(right), "")
    for row in pair.traits:
        weight = "" if row.weight is None else f" {row.weight:+.1f}"
        table.add_row(row.trait.replace("_", " "), _told(row.left), _told(row.right), Text(f"{row.agreement}{weight}"))
    out.print(table)
    out.print(Text("Why:"))
    for words in pair.words:
        out.print(Text(f"  {words}"))
    out.print(Text(f"Next: clew customers review {said.number} same|different|unsure --reason TEXT"))


def _side_table() -> Table:
    table = plain_table()
    table.add_column("", no_wrap=True, style="dim")
    table.add_column("one", overflow="fold", ratio=3)
    table.add_column("other", overflow="fold", ratio=3)
    table.add_column("agreement", overflow="fold", ratio=3)
    return table


def _identifiers(side: Side) -> str:
    more = len(side.identifiers) - 6
    return "\n".join(side.identifiers[:6]) + (f"\nand {more:,} more" if more > 0 else "")


def _told(values: tuple[Told, ...]) -> Text:
    if not values:
        return Text("–", style="dim")
    text = Text()
    for number, each in enumerate(values[:4]):
        text.append("\n" if number else "").append(each.value).append(f" ({', '.join(each.sources)})", style="dim")
    return text.append(f"\nand {len(values) - 4:,} more", style="dim") if len(values) > 4 else text


def _chance(probability: float) -> str:
    return "> 99.9 %" if probability > 0.999 else f"{probability:.1%}".replace("%", " %")


def _day(at_us: int) -> str:
    return datetime.fromtimestamp(at_us / 1e6, UTC).date().isoformat()
