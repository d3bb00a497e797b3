"""The journey map as one page that needs nothing else: opens from a disk, prints, and reads well on a telephone."""

from __future__ import annotations

from collections.abc import Sequence

from clew.maps import wording
from clew.maps.html_lanes import write_lanes
from clew.maps.html_ledger import write_ledger, write_notes
from clew.maps.html_matrix import write_matrix
from clew.maps.html_metrics import write_metrics
from clew.maps.html_style import STYLE
from clew.maps.html_text import said
from clew.maps.html_variants import write_variants
from clew.model.journey_map import JourneyMap

#: Nothing may be fetched or run, even if a label held markup that slipped through.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
FILES = (("map.svg", "Picture (SVG)"), ("map.png", "Picture (PNG)"), ("map.json", "Data (JSON)"))
PARTS = (
    ("metrics", "How well it goes"),
    ("stages", "Stage by stage"),
    ("handoffs", "Handoffs"),
    ("paths", "Paths"),
    ("sources", "Sources"),
    ("notes", "What was assumed"),
    ("files", "Files"),
)


def write_page(m: JourneyMap, *, alone: bool = False) -> str:
    """Return the map as a whole HTML document; its links lead to map.svg, map.png and map.json beside it, unless it stands alone."""
    step = wording.next_step(m)
    parts = [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        f'<title>{said(m.title)}</title><style>{STYLE}</style></head><body><a class="skip" href="#metrics">To the map</a>',
        _header(m),
        _navigation(PARTS[:-1] if alone else PARTS),
        "<main>",
        f'<p class="next">{said(step)}</p>' if step else "",
        write_metrics(m.headline),
        write_lanes(m),
        write_matrix(m.matrix),
        write_variants(m),
        write_ledger(m),
        write_notes(m.notes),
        "" if alone else _files(),
        f"</main><footer>Made by Clew, {said(wording.made_at(m))}. Nothing on this page is fetched from elsewhere.</footer>",
        "</body></html>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _header(m: JourneyMap) -> str:
    counts = (("interactions", m.interactions), ("customers", m.customers), ("journeys", m.journeys))
    numbers = "".join(f"<div><dt>{what}</dt><dd>{wording.count(number)}</dd></div>" for what, number in counts)
    about = f"{wording.period(m)} · workspace {m.workspace} · made {wording.made_at(m)}"
    chosen = f'<p class="selection">{said(m.selection)}</p>' if m.selection else ""
    return (
        f'<header><div><p class="kicker">Customer journey map</p><h1>{said(m.title)}</h1>{chosen}<p>{said(about)}</p></div>'
        f'<dl class="counts">{numbers}</dl></header>'
    )


def _navigation(parts: Sequence[tuple[str, str]]) -> str:
    links = "".join(f'<li><a href="#{anchor}">{title}</a></li>' for anchor, title in parts)
    return f'<nav aria-label="Parts of the map"><ul>{links}</ul></nav>'


def _files() -> str:
    links = "".join(f'<li><a href="{name}">{title}</a></li>' for name, title in FILES)
    return f'<section id="files" aria-labelledby="files-title"><h2 id="files-title">Files</h2><ul class="files">{links}</ul></section>'
