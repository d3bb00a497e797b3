"""Handoffs on the page: from channel (row) to channel (column), coloured by how many, with the median wait."""

from __future__ import annotations

from clew.maps import wording
from clew.maps.html_text import said, scrolling, section
from clew.model.journey_map import Matrix

ABOUT = (
    "{total}, from row to column, with their number and median wait (– where fewer than 5 have one). "
    "The dashed diagonal holds changes of the answering party (bot, person or team) within one channel."
)


def write_matrix(matrix: Matrix) -> str:
    """Return the table of handoffs with the totals of its rows and columns."""
    if not matrix.channels:
        none = '<p class="none-said">No handoff yet: no journey has changed channel or answering party.</p>'
        return section("handoffs", "Handoffs between channels", "0 handoffs.", none)
    heads = "".join(f'<th scope="col">{_name(title)}</th>' for title in matrix.titles)
    rows = "".join(_row(matrix, place) for place in range(len(matrix.channels)))
    columns = zip(*matrix.counts, strict=True)
    totals = "".join(f'<td class="total">{wording.count(sum(column))}</td>' for column in columns)
    table = (
        '<table class="matrix"><caption>Handoffs from channel to channel</caption>'
        f'<thead><tr><th scope="col">from ↓ to →</th>{heads}<th scope="col">All</th></tr></thead><tbody>{rows}</tbody>'
        f'<tfoot><tr><th scope="row">All</th>{totals}<td class="total">{wording.count(matrix.total)}</td></tr></tfoot></table>'
    )
    about = ABOUT.format(total=wording.counted(matrix.total, "handoff"))
    return section("handoffs", "Handoffs between channels", about, scrolling("Handoffs from channel to channel", table))


def _name(title: str) -> str:
    """Return a channel's title, held to two lines by the style sheet, with the whole of it as a tooltip."""
    return f'<span class="name" title="{said(title)}">{said(title)}</span>'


def _row(matrix: Matrix, place: int) -> str:
    most = max(max(row) for row in matrix.counts) or 1
    cells = "".join(
        _cell(number, wait, number / most, within=place == column)
        for column, (number, wait) in enumerate(
            zip(matrix.counts[place], matrix.median_wait_seconds[place], strict=True)
        )
    )
    total = wording.count(sum(matrix.counts[place]))
    return f'<tr><th scope="row">{_name(matrix.titles[place])}</th>{cells}<td class="total">{total}</td></tr>'


def _cell(number: int, wait: float | None, part: float, *, within: bool) -> str:
    heat = part**0.5
    kinds = [kind for kind, holds in (("within", within), ("zero", number == 0), ("strong", heat > 0.6)) if holds]
    shown = 0 if number == 0 else 0.06 + 0.94 * heat if heat > 0.6 else 0.06 + 0.7 * heat
    wait_said = f"<small>{said(wording.duration(wait))}</small>" if number else ""
    return f'<td class="{" ".join(kinds)}" style="--heat-share:{shown:.2f}">{wording.count(number)}{wait_said}</td>'
