"""Where the rows came from and what was assumed, as the last parts of the page."""

from __future__ import annotations

from clew.maps import wording
from clew.maps.html_text import said, scrolling, section
from clew.model.journey_map import JourneyMap, SourceLine

HEADS = ("received", "stored", "duplicate", "quarantined", "refused", "interactions")


def write_ledger(m: JourneyMap) -> str:
    """Return the ledger of every source of the workspace, and whether it balances."""
    title, about = wording.SOURCES_TITLE, wording.about_sources(m)
    if not m.sources:
        return section("sources", title, about, '<p class="none-said">Nothing has been imported yet.</p>')
    heads = "".join(f'<th scope="col" class="number">{head}</th>' for head in HEADS)
    rows = "".join(_row(source) for source in m.sources)
    table = (
        '<table class="ledger"><caption>Rows by source</caption>'
        f'<thead><tr><th scope="col">source</th>{heads}<th scope="col">ledger</th></tr></thead><tbody>{rows}</tbody></table>'
    )
    return section("sources", title, about, scrolling("Rows by source", table))


def write_notes(notes: tuple[str, ...]) -> str:
    """Return what was assumed, as a list."""
    lines = "".join(f"<li>{said(note)}</li>" for note in notes) or "<li>Nothing was assumed.</li>"
    return section("notes", "What was assumed", "", f'<ul class="notes">{lines}</ul>').replace("<p></p>", "")


def _row(source: SourceLine) -> str:
    cells = "".join(f'<td class="number">{wording.count(getattr(source, head))}</td>' for head in HEADS)
    balance = wording.balance(source)
    kind = "" if balance == "balanced" else ' class="lost"'
    return f'<tr><th scope="row">{said(source.source)}</th>{cells}<td{kind}>{said(balance)}</td></tr>'
