"""The journey map as plain tables in a terminal, readable from 80 columns on; states are said in words."""

from __future__ import annotations

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from clew.maps import wording
from clew.model.journey_map import Cell, JourneyMap, Matrix, MetricValue

#: A stage column narrower than this breaks its words; below it the stages are printed one under the other.
LEAST_STAGE_COLUMNS = 26
LANE_COLUMNS = 14
MATRIX_COLUMN = 11
#: Below this the seven numbers of a source leave no room for its name.
WIDE_LEDGER = 110
HEADS = ("received", "stored", "duplicate", "quarantined", "refused", "interactions")


def print_map(m: JourneyMap, console: Console) -> None:
    """Print the whole map to the console, as wide as it is; nothing in a label is taken for markup or control codes."""
    console.print(Text(wording.plain(m.title), style="bold"))
    if m.selection:
        console.print(_said(m.selection))
    console.print(_said(f"{wording.period(m)} · workspace {m.workspace} · made {wording.made_at(m)}", "dim"))
    counts = ((m.interactions, "interactions"), (m.customers, "customers"), (m.journeys, "journeys"))
    console.print(Text(" · ".join(f"{wording.count(number)} {what}" for number, what in counts)))
    if step := wording.next_step(m):
        console.print()
        console.print(Text(step, style="bold cyan"))
    for heading, part in (
        ("How well it goes", _metrics(m.headline)),
        ("The journey, stage by stage", _lanes(m, console.width)),
        (
            "Handoffs between channels (from row to column; n and median wait, – below 5 waits)",
            _matrix(m.matrix, console.width),
        ),
        ("Paths that journeys take", _variants(m)),
        (f"{wording.SOURCES_TITLE} ({wording.about_sources(m)})", _sources(m, console.width)),
        ("What was assumed", _notes(m.notes)),
    ):
        console.print()
        console.print(Text(heading, style="bold underline"))
        console.print(part)


def _said(text: str, style: str = "") -> Text:
    return Text(wording.plain(text), style=style)


def _table(*heads: str, first: str = "left") -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for place, head in enumerate(heads):
        table.add_column(Text(head), justify="left" if place == 0 and first == "left" else "right", overflow="fold")
    return table


def _metrics(metrics: tuple[MetricValue, ...]) -> RenderableType:
    if not metrics:
        return _said("No metric is on this map.", "dim")
    table = _table("metric", "value", "95 % interval", "n")
    table.add_column("what to know", overflow="fold")
    for metric in metrics:
        table.add_row(
            _said(metric.title),
            Text(wording.amount(metric.value, metric.unit), style="bold"),
            Text(wording.interval(metric) or wording.NOTHING),
            Text(wording.count(metric.n)),
            _said(wording.remark(metric), "" if metric.state == "ok" else "yellow"),
        )
    return table


def _lanes(m: JourneyMap, width: int) -> RenderableType:
    """Lay as many stages beside each other as the width holds, in as many tables as that takes."""
    a_row = max(1, (width - LANE_COLUMNS) // LEAST_STAGE_COLUMNS)
    tables: list[RenderableType] = []
    for start in range(0, len(m.stages), a_row):
        stages = m.stages[start : start + a_row]
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, show_lines=True, expand=True)
        table.add_column("", width=LANE_COLUMNS - 2, overflow="fold")
        for stage in stages:
            reached = f"{wording.counted(stage.journeys, 'journey')}, {wording.ratio(stage.share)}"
            head = Text.assemble(
                (wording.plain(stage.title), "bold"), f"\n{reached}\n{wording.counted(stage.steps, 'step')}"
            )
            table.add_column(head, ratio=1, overflow="fold")
        for lane in m.lanes:
            at = {cell.stage: cell for cell in lane.cells}
            table.add_row(_said(lane.title, "bold"), *(_cell(at.get(stage.name)) for stage in stages))
        tables.extend((table, Text()))
    return Group(*tables, _said(wording.ROUNDED, "dim"))


def _cell(cell: Cell | None) -> RenderableType:
    if cell is None or not (cell.entries or cell.metrics):
        return _said((cell.empty_reason if cell else "") or "nothing here", "dim")
    lines = Table.grid(padding=(0, 1), expand=True)
    lines.add_column(ratio=1, overflow="fold")
    lines.add_column(justify="right", no_wrap=True)
    lines.add_column(justify="right", no_wrap=True)
    for entry in cell.entries:
        title = _said(entry.label or "other", "dim" if entry.is_other else "")
        lines.add_row(title, wording.ratio(entry.share), wording.count(entry.n))
        if entry.remark:
            lines.add_row(_said(f"  {entry.remark}", "dim"), "", "")
    parts: list[RenderableType] = [lines] if cell.entries else []
    if cell.entries and cell.of:
        parts.append(_said(f"of {cell.of}", "dim"))
    parts.extend(_measure(metric) for metric in cell.metrics)
    return Group(*parts)


def _measure(metric: MetricValue) -> RenderableType:
    state = wording.STATE_WORDS[metric.state]
    bounds = wording.interval(metric)
    rests_on = wording.evidence(metric) + (f", {bounds}" if bounds else "")
    said = f"{metric.title}: {wording.amount(metric.value, metric.unit)} ({rests_on}) {wording.remark(metric)}"
    return _said(said, "yellow" if state else "")


def _matrix(matrix: Matrix, width: int) -> RenderableType:
    """Print the matrix, in blocks of as many columns as the width holds."""
    if not matrix.channels:
        return _said("No handoff yet: no journey has changed channel or answering party.", "dim")
    size = len(matrix.channels)
    a_row = max(1, (width - 2 * MATRIX_COLUMN - 8) // MATRIX_COLUMN)
    tables: list[RenderableType] = [
        _said("On the diagonal the answering party changed (bot, person or team) within one channel.", "dim")
    ]
    for start in range(0, size, a_row):
        tables.append(Text())
        columns = range(start, min(start + a_row, size))
        table = _table("from ↓ to →", *(wording.plain(matrix.titles[column]) for column in columns), "All")
        for title, numbers, waits in zip(matrix.titles, matrix.counts, matrix.median_wait_seconds, strict=True):
            cells = (_handoffs(numbers[column], waits[column]) for column in columns)
            table.add_row(_said(title), *cells, Text(wording.count(sum(numbers)), style="bold"))
        totals = (Text(wording.count(sum(row[column] for row in matrix.counts)), style="bold") for column in columns)
        table.add_section()
        table.add_row(Text("All", style="bold"), *totals, Text(wording.count(matrix.total), style="bold"))
        tables.append(table)
    return Group(*tables)


def _handoffs(number: int, wait: float | None) -> Text:
    if number == 0:
        return Text("0", style="dim")
    return Text.assemble((wording.count(number), "bold"), "\n", (wording.duration(wait), "dim"))


def _variants(m: JourneyMap) -> RenderableType:
    if not m.variants:
        return _said("No path yet: there are no journeys.", "dim")
    table = _table("path", "share", "journeys", "median length", "resolved of those that ended")
    for variant in m.variants:
        path = " → ".join(wording.channel_title(m, name) for name in variant.path) or "no step on any channel"
        if variant.is_other:
            path = f"other: {wording.counted(variant.distinct_paths, 'path')}, each taken less often"
        share, length = wording.ratio(variant.share), wording.duration(variant.median_duration_seconds)
        numbers = (share, wording.count(variant.n), length, wording.resolved(variant))
        table.add_row(_said(path, "dim" if variant.is_other else ""), *numbers)
    table.add_section()
    whole = wording.ratio(sum(variant.share for variant in m.variants))
    table.add_row(
        Text("All journeys", style="bold"), whole, wording.count(sum(variant.n for variant in m.variants)), "", ""
    )
    return Group(_said(f"{wording.ABOUT_PATHS} {wording.ABOUT_RESOLVED}", "dim"), table)


def _sources(m: JourneyMap, width: int) -> RenderableType:
    if not m.sources:
        return _said("Nothing has been imported yet.", "dim")
    wide = width >= WIDE_LEDGER
    table = _table("source", *HEADS, "ledger") if wide else _table("source")
    if not wide:
        table.add_column("rows")
    for source in m.sources:
        numbers = [wording.count(getattr(source, head)) for head in HEADS]
        if wide:
            table.add_row(_said(source.source), *numbers, wording.balance(source))
        else:
            said = [f"{number} {head}" for number, head in zip(numbers, HEADS, strict=True)]
            lines = (", ".join(said[:2]), ", ".join(said[2:5]), f"{said[5]}; {wording.balance(source)}")
            table.add_row(_said(source.source), Text("\n".join(lines)))
    return table


def _notes(notes: tuple[str, ...]) -> RenderableType:
    return Group(*(Padding(_said(f"• {note}"), (0, 0, 0, 1)) for note in notes or ("Nothing was assumed.",)))
