"""Paths on the page: the most travelled ones in order, then all others as one row, then the whole."""

from __future__ import annotations

from clew.maps import wording
from clew.maps.html_text import length, said, scrolling, section
from clew.model.journey_map import JourneyMap, Variant

ABOUT = f"{wording.ABOUT_PATHS} {wording.ABOUT_RESOLVED}"
HEADS = ("share", "journeys", "median length", "resolved of those that ended")


def write_variants(m: JourneyMap) -> str:
    """Return the table of paths, each with its share, and how many of those that ended were resolved."""
    if not m.variants:
        none = '<p class="none-said">No path yet: there are no journeys.</p>'
        return section("paths", "Paths that journeys take", ABOUT, none)
    rows = "".join(_row(m, variant) for variant in m.variants)
    heads = "".join(f'<th scope="col" class="number">{head}</th>' for head in HEADS)
    whole, number = wording.ratio(sum(variant.share for variant in m.variants)), sum(v.n for v in m.variants)
    table = (
        '<table class="variants"><caption>Paths through channels</caption>'
        f'<thead><tr><th scope="col">path</th>{heads}</tr></thead><tbody>{rows}</tbody>'
        f'<tfoot><tr><th scope="row">All journeys</th><td class="number">{said(whole)}</td>'
        f'<td class="number">{wording.count(number)}</td><td></td><td></td></tr></tfoot></table>'
    )
    return section("paths", "Paths that journeys take", ABOUT, scrolling("Paths through channels", table))


def _row(m: JourneyMap, variant: Variant) -> str:
    numbers = (
        wording.ratio(variant.share),
        wording.count(variant.n),
        wording.duration(variant.median_duration_seconds),
        wording.resolved(variant),
    )
    cells = "".join(f'<td class="number">{said(number)}</td>' for number in numbers)
    kind = ' class="is-other"' if variant.is_other else ""
    bar = f'<span class="bar" style="--share:{length(variant.share)}"></span>'
    return f'<tr{kind}><th scope="row">{_path(m, variant)}{bar}</th>{cells}</tr>'


def _path(m: JourneyMap, variant: Variant) -> str:
    if variant.is_other:
        return said(f"other: {wording.counted(variant.distinct_paths, 'path')}, each taken less often")
    if not variant.path:
        return "no step on any channel"
    steps = "".join(f"<li>{said(wording.channel_title(m, name))}</li>" for name in variant.path)
    return f'<ol class="path">{steps}</ol>'
