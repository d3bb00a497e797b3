"""The map on the page: a table whose columns are stages and whose rows are lanes, with a bar to each entry."""

from __future__ import annotations

from clew.maps import wording
from clew.maps.html_metrics import write_measure
from clew.maps.html_text import length, said, scrolling, section
from clew.model.journey_map import Cell, Entry, JourneyMap, Lane, StageColumn


def write_lanes(m: JourneyMap) -> str:
    """Return the table of stages and lanes; its head and first column stay in sight while it scrolls."""
    heads = "".join(_head(stage) for stage in m.stages)
    rows = "".join(_row(lane, m.stages) for lane in m.lanes)
    table = (
        f'<table class="map" style="--stages:{len(m.stages)}"><caption>Journey map: lanes by stage</caption>'
        f'<thead><tr><th scope="col">Lane</th>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    )
    about = f"Share of journeys that reach each stage, and what happens in it. {wording.ROUNDED}"
    return section("stages", "The journey, stage by stage", about, scrolling("Journey map: lanes by stage", table))


def _head(stage: StageColumn) -> str:
    kind = "" if stage.journeys else ' class="none"'
    reached = f"{wording.counted(stage.journeys, 'journey')} · {wording.ratio(stage.share)}"
    steps = wording.counted(stage.steps, "step")
    return f'<th scope="col"{kind}>{said(stage.title)}<small>{said(reached)}</small><small>{said(steps)}</small></th>'


def _row(lane: Lane, stages: tuple[StageColumn, ...]) -> str:
    at = {cell.stage: cell for cell in lane.cells}
    cells = "".join(f"<td>{_cell(at.get(stage.name))}</td>" for stage in stages)
    question = f"<small>{said(lane.question)}</small>" if lane.question else ""
    return f'<tr><th scope="row">{said(lane.title)}{question}</th>{cells}</tr>'


def _cell(cell: Cell | None) -> str:
    if cell is None or not (cell.entries or cell.metrics):
        return f'<p class="none-said">{said((cell.empty_reason if cell else "") or "nothing here")}</p>'
    lines = "".join(_entry(entry) for entry in cell.entries)
    entries = f'<ul class="entries">{lines}</ul>' if lines else ""
    whole = f'<p class="of">of {said(cell.of)}</p>' if cell.entries and cell.of else ""
    return entries + whole + "".join(write_measure(metric) for metric in cell.metrics)


def _entry(entry: Entry) -> str:
    kind = ' class="is-other"' if entry.is_other else ""
    number = (
        f'<span class="count"><b>{said(wording.ratio(entry.share))}</b> <small>{wording.count(entry.n)}</small></span>'
    )
    bar = f'<span class="bar" style="--share:{length(entry.share)}"></span>'
    remark = f'<p class="remark">{said(entry.remark)}</p>' if entry.remark else ""
    return f'<li{kind}><div class="entry"><span>{said(entry.label or "other")}</span>{number}</div>{bar}{remark}</li>'
