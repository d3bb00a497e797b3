"""Fills the map's lanes from the session's tables: what happens in each stage, with shares, an explicit other, and n."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from clew.model import BY_NAME, Cell, Entry, Lane, Settings, StageColumn

SECOND_US = 1_000_000
SHOWN = 5
WAITS = (
    (60, "under a minute"),
    (3600, "a minute to an hour"),
    (86_400, "an hour to a day"),
    (604_800, "a day to a week"),
    (None, "over a week"),
)
ENDINGS = {
    "resolved": "ends resolved",
    "closed": "ends closed, no solution told",
    "abandoned": "given up",
    "open": "still open",
    "reopened": "reopened, no end yet",
    "unknown": "dropped off",
}


def stage_columns(connection: duckdb.DuckDBPyConnection, settings: Settings) -> tuple[StageColumn, ...]:
    """Return the stages in their order, with journeys that reach them and steps taken in them; ``other`` if any step fits none."""
    counted = {
        stage: (journeys, steps)
        for stage, journeys, steps in connection.execute(
            "SELECT stage, count(DISTINCT journey_id), count(*) FROM steps GROUP BY stage"
        ).fetchall()
    }
    ((total,),) = connection.execute("SELECT count(*) FROM journeys").fetchall()
    named = dict(settings.stages)
    titles = {**named, **{stage: stage.capitalize() for stage in counted if stage not in named}}
    return tuple(
        StageColumn(stage, title, *_reach(counted.get(stage, (0, 0)), total)) for stage, title in titles.items()
    )


def _reach(counted: tuple[int, int], total: int) -> tuple[int, float, int]:
    journeys, steps = counted
    return journeys, journeys / total if total else 0.0, steps


def channel_lane(connection: duckdb.DuckDBPyConnection, stages: Sequence[StageColumn]) -> Lane:
    """Return which channels the steps of each stage are on."""
    rows = connection.execute("SELECT stage, channel, count(*), NULL FROM steps GROUP BY ALL").fetchall()
    titled = [(stage, channel_title(channel), n, remark) for stage, channel, n, remark in rows]
    return _lane("channels", "Channels", "Where do customers and the company meet?", "step", titled, stages)


def touchpoint_lane(connection: duckdb.DuckDBPyConnection, stages: Sequence[StageColumn]) -> Lane:
    """Return what happens on which channel in each stage."""
    rows = connection.execute("SELECT stage, channel, touchpoint, count(*) FROM steps GROUP BY ALL").fetchall()
    titled = [(stage, f"{channel_title(channel)}: {what}", n, None) for stage, channel, what, n in rows]
    return _lane("touchpoints", "Touchpoints", "What happens there?", "step", titled, stages)


def doing_lane(connection: duckdb.DuckDBPyConnection, stages: Sequence[StageColumn]) -> Lane:
    """Return what customers themselves do in each stage."""
    rows = connection.execute(
        """SELECT stage, channel, kind, count(*) FROM steps WHERE party = 'customer' GROUP BY ALL"""
    ).fetchall()
    verbs = {
        "message": "write",
        "call": "call",
        "visit": "visit",
        "search": "search",
        "article": "read an article",
        "rating": "rate",
        "order": "order",
        "form": "fill in a form",
        "payment": "pay",
        "status": "close or confirm",
        "task": "have a task done",
    }
    titled = [
        (stage, f"{verbs.get(kind, kind)} ({channel_title(channel)})", n, None) for stage, channel, kind, n in rows
    ]
    return _lane("doing", "What customers do", "What do customers have to do?", "customer's step", titled, stages)


def waits_lane(connection: duckdb.DuckDBPyConnection, stages: Sequence[StageColumn]) -> Lane:
    """Return how long it was quiet before the steps of each stage."""
    bounds = " ".join(
        f"WHEN wait_before_us < {limit * SECOND_US} THEN {place}" for place, (limit, _) in enumerate(WAITS) if limit
    )
    rows = connection.execute(
        f"""SELECT stage, CASE {bounds} ELSE {len(WAITS) - 1} END, count(*) FROM steps
        WHERE wait_before_us IS NOT NULL GROUP BY ALL"""
    ).fetchall()
    cells = []
    for stage in stages:
        found = {place: n for at, place, n in rows if at == stage.name}
        whole = sum(found.values())
        entries = tuple(
            Entry(label, found[place], found[place] / whole)
            for place, (_, label) in enumerate(WAITS)
            if found.get(place)
        )
        cells.append(_cell(stage, entries, whole, "wait", "no step here follows another one"))
    return Lane("waits", "Waits", "How long is it quiet before the next step?", tuple(cells))


def handoff_lane(connection: duckdb.DuckDBPyConnection, stages: Sequence[StageColumn]) -> Lane:
    """Return which handoffs lead into or happen in each stage, with their median wait."""
    rows = connection.execute(
        f"""SELECT to_stage, from_channel, to_channel, count(*), median(wait_us) / {SECOND_US} FROM handoffs GROUP BY ALL"""
    ).fetchall()
    titled = [(stage, _handoff_title(before, after), n, wait) for stage, before, after, n, wait in rows]
    return _lane("handoffs", "Handoffs", "Where does the thread change hands?", "handoff", titled, stages)


def leaving_lane(connection: duckdb.DuckDBPyConnection, stages: Sequence[StageColumn]) -> Lane:
    """Return how journeys leave each stage for the last time: to which stage, or how they end there."""
    rows = connection.execute(
        """WITH visits AS (
          SELECT journey_id, stage, max(position) AS last FROM steps GROUP BY journey_id, stage
        ), left_for AS (
          SELECT v.journey_id, v.stage, s.stage AS next
          FROM visits v LEFT JOIN steps s ON s.journey_id = v.journey_id AND s.position = v.last + 1
        )
        SELECT l.stage, l.next, j.outcome, count(*) FROM left_for l JOIN journeys j USING (journey_id) GROUP BY ALL"""
    ).fetchall()
    titles = {stage.name: stage.title for stage in stages}
    summed: dict[tuple[str, str], int] = {}
    for stage, following, outcome, n in rows:
        label = f"goes on to {titles.get(following, following)}" if following else ENDINGS.get(outcome, outcome)
        summed[stage, label] = summed.get((stage, label), 0) + n
    titled = [(stage, label, n, None) for (stage, label), n in summed.items()]
    return _lane("outcomes", "Leaving", "How do journeys leave this stage?", "journey", titled, stages, shown=7)


def channel_title(channel: str) -> str:
    """Return a channel's title, or its name where Clew has none."""
    return BY_NAME[channel].title if channel in BY_NAME else channel


def _handoff_title(before: str, after: str) -> str:
    if before == after:
        return f"{channel_title(before)}: to another party"
    return f"{channel_title(before)} → {channel_title(after)}"


def _lane(
    kind: str,
    title: str,
    question: str,
    unit: str,
    rows: Sequence[tuple[str, str, int, float | None]],
    stages: Sequence[StageColumn],
    shown: int = SHOWN,
) -> Lane:
    """Build a lane from (stage, label, n, median wait): the most frequent entries of each stage and all others as one."""
    cells = []
    for stage in stages:
        ranked = sorted(
            ((n, label, wait) for at, label, n, wait in rows if at == stage.name), key=lambda r: (-r[0], r[1])
        )
        whole = sum(n for n, _, _ in ranked)
        cut = shown if len(ranked) > shown + 1 else len(ranked)
        entries = [Entry(label, n, n / whole, _wait(wait)) for n, label, wait in ranked[:cut]]
        rest = sum(n for n, _, _ in ranked[cut:])
        if rest:
            entries.append(Entry("other", rest, rest / whole, f"{len(ranked) - cut} more", is_other=True))
        cells.append(_cell(stage, tuple(entries), whole, unit, f"no {unit} in this stage"))
    return Lane(kind, title, question, tuple(cells))


def _cell(stage: StageColumn, entries: tuple[Entry, ...], whole: int, unit: str, empty: str) -> Cell:
    return Cell(stage.name, entries, f"{whole:,} {unit}{'' if whole == 1 else 's'}", "" if entries else empty)


def _wait(seconds: float | None) -> str:
    from clew.maps.wording import duration

    return f"median wait {duration(seconds)}" if seconds is not None else ""
