"""``clew metrics --range``: each value beside what it would be if journeys were cut otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from clew.cli.options import console, messages, plain_table, print_json
from clew.cli.progress import working

if TYPE_CHECKING:
    from clew.app.other_boundaries import ValueRange
    from clew.app.workspace import Workspace


def show_ranges(place: Workspace, names: Sequence[str], *, json: bool) -> None:
    """Print the named metrics with their values under every other boundaries."""
    from clew.app.cutting_otherwise import metric_ranges
    from clew.app.other_boundaries import OTHERS

    with working(messages(), "Cutting journeys otherwise") as tell:
        ranges = metric_ranges(place, names, tell)
    if json:
        print_json([_plain(each) for each in ranges])
        return
    from clew.maps import wording

    table = plain_table()
    for heading in ("metric", "value", *(each.name for each in OTHERS), "n"):
        table.add_column(heading, justify="left" if heading == "metric" else "right", overflow="fold")
    for each in ranges:
        others = [each.others[other.name] for other in OTHERS]
        counts = ", ".join(f"{value.n:,}" for value in (each.value, *others))
        table.add_row(each.value.title, wording.value(each.value), *(wording.value(other) for other in others), counts)
    console().print(table)
    console().print("\n".join(f"{other.name}: {other.meaning}" for other in OTHERS))


def _plain(each: ValueRange) -> dict[str, object]:
    known = each.known
    return {
        "name": each.value.name,
        "value": each.value.value,
        "unit": each.value.unit,
        "n": each.value.n,
        "low": known[0] if known else None,
        "high": known[-1] if known else None,
        "others": {
            name: {"value": other.value, "n": other.n, "state": other.state, "reason": other.reason}
            for name, other in each.others.items()
        },
    }
