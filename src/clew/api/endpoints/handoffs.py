"""Who hands over to whom: the matrix of channels, parties or teams, and one handoff looked at closely."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.handoff_said import AroundState, ContextLostState, around_state, lost_state
from clew.api.routes import Routes
from clew.api.selecting import Here
from clew.app.view.days import Period
from clew.app.view.handoffs.change import FOLLOWED_DAYS, Frequency, HandoffChange, HandoffChanges, handoff_changes
from clew.app.view.handoffs.matrix import End, HandoffMatrix, handoff_matrix
from clew.app.view.handoffs.measure import Handed
from clew.app.view.handoffs.pair import HandoffPair, handoff_pair
from clew.app.view.handoffs.sides import By
from clew.app.view.handoffs.word import EXAMPLE, pair_word, words_of
from clew.app.view.values.compare import Span

ROUTES = Routes("handoffs")


class HandedState(BaseModel):
    """A group of handoffs: answered + unanswered = n, and resolved + unresolved + untold = n."""

    n: int = Field(description="How many handoffs")
    journeys: int = Field(description="In how many journeys")
    answered: int = Field(description="After how many the next party acted")
    unanswered: int = Field(description="After how many it never did")
    median_wait_seconds: float | None = Field(description="Until the next party first acts; null below five answered")
    p90_wait_seconds: float | None = Field(description="Nine of ten waited no longer; null below five answered")
    resolved: int = Field(description="Handoffs in journeys that were resolved")
    unresolved: int = Field(description="Handoffs in journeys that ended without a solution")
    untold: int = Field(description="Handoffs in journeys of which nothing tells how they ended, or that go on")
    unresolved_share: float | None = Field(description="unresolved / (resolved + unresolved); null below five")
    through: str = Field(description="Opens the journeys that hold these handoffs")


class EndState(BaseModel):
    """A row or a column of the matrix with its total."""

    title: str
    names: list[str] = Field(description="Whose handoffs these are; several where the rarest stand together")
    is_other: bool = Field(description="Whether the rarest stand together here")
    handed: HandedState
    context: ContextLostState


class SpanState(BaseModel):
    """Days, the first and the last included."""

    first: str
    last: str


class FrequencyState(BaseModel):
    """How frequent a handoff is in one period."""

    handoffs: int = Field(description="In the first days of these journeys")
    journeys: int = Field(description="Journeys that began in the period, and long enough before the data end")
    per_journey: float | None


class HandoffChangeState(BaseModel):
    """How frequent a handoff is now and in the period before."""

    now: FrequencyState
    before: FrequencyState
    within_chance: bool | None = Field(description="Whether chance alone could bring such a difference (95 %)")


class CellState(BaseModel):
    """The handoffs from one row to one column."""

    row: int = Field(description="Place of the row")
    column: int = Field(description="Place of the column")
    share: float = Field(description="Of all handoffs")
    handed: HandedState
    context: ContextLostState
    change: HandoffChangeState | None


class HandoffMatrixState(BaseModel):
    """All handoffs looked at: cells sum to rows and columns, these to the total. Pairs without a handoff have no cell."""

    by: By
    rows: list[EndState]
    columns: list[EndState]
    cells: list[CellState]
    total: HandedState
    total_context: ContextLostState
    total_change: HandoffChangeState | None
    now: SpanState | None = Field(
        description="The period of the changes; null where the data don't reach back far enough"
    )
    before: SpanState | None = Field(description="The period of equal length before it")
    followed_days: int = Field(
        description="So many days of each journey count in a change; younger journeys are left out"
    )
    now_is_selected: bool = Field(description="Whether the period was asked for; else it is the last days of the data")


class WaitBinState(BaseModel):
    """Handoffs that waited so long; both limits null: those that nobody answered."""

    low_seconds: float | None
    high_seconds: float | None = Field(description="Up to below this; null: no end")
    n: int
    through: str


class HandoffPeriodState(BaseModel):
    """The handoffs in journeys that began in one period."""

    first: str
    last: str
    began: int = Field(description="Journeys that began in the period, with or without such a handoff")
    still_open: int = Field(description="So many of these go on and may yet add handoffs")
    handed: HandedState


class StagePairState(BaseModel):
    """Handoffs from one stage to another, or within one."""

    before: str
    after: str
    n: int
    is_other: bool = Field(description="Whether these are the rarer pairs of stages together")
    through: str | None


class HandoffPairState(BaseModel):
    """One cell or total of the matrix looked at closely; waits, periods and stages each sum to total.n."""

    words: str
    total: HandedState
    unresolved_low: float | None = Field(description="95 % interval of the share that ended without a solution")
    unresolved_high: float | None
    around: AroundState
    waits: list[WaitBinState]
    period: Period
    periods: list[HandoffPeriodState]
    stages: list[StagePairState]


@ROUTES.get("/handoffs", dependencies=[needs("read")])
def get_handoffs(
    here: Here, by: Annotated[By, Query(description="What hands over: channels, parties or teams")] = "channel"
) -> HandoffMatrixState:
    """Return who hands over to whom, how long that takes, how it ends, and how it changes."""
    matrix = here.remembered(("handoffs", by), lambda: handoff_matrix(here.view, here.chosen, by))
    changes = here.remembered(("handoff changes", by), lambda: handoff_changes(here.view, here.selection, matrix))
    return _matrix(matrix, changes)


@ROUTES.get("/handoffs/pair", dependencies=[needs("read")])
def get_handoff_pair(
    here: Here,
    through: Annotated[str, Query(max_length=2000, description=f"The word of a cell or total, such as {EXAMPLE}")],
) -> HandoffPairState:
    """Return one cell or total of the matrix looked at closely."""
    word = pair_word(through)
    pair = here.remembered(("handoff pair", through), lambda: handoff_pair(here.view, here.chosen, word))
    return _pair(pair, words_of(here.view, word))


def _matrix(matrix: HandoffMatrix, changes: HandoffChanges | None) -> HandoffMatrixState:
    whole = max(matrix.total.n, 1)
    changed = changes.cells if changes else [None] * len(matrix.cells)
    return HandoffMatrixState(
        by=matrix.by,
        rows=[_end(end) for end in matrix.rows],
        columns=[_end(end) for end in matrix.columns],
        cells=[
            CellState(
                row=cell.row,
                column=cell.column,
                share=cell.handed.n / whole,
                change=_change(change) if change else None,
                handed=_handed(cell.handed, str(cell.word)),
                context=lost_state(cell.lost),
            )
            for cell, change in zip(matrix.cells, changed, strict=True)
        ],
        total=_handed(matrix.total, str(matrix.word)),
        total_context=lost_state(matrix.lost),
        total_change=_change(changes.total) if changes else None,
        now=_span(changes.spans.now) if changes else None,
        before=_span(changes.spans.before) if changes and changes.spans.before else None,
        followed_days=FOLLOWED_DAYS,
        now_is_selected=changes is not None and changes.spans.is_chosen,
    )


def _end(end: End) -> EndState:
    return EndState(
        title=end.title,
        names=list(end.names),
        is_other=end.is_other,
        handed=_handed(end.total, str(end.word)),
        context=lost_state(end.lost),
    )


def _handed(handed: Handed, through: str) -> HandedState:
    return HandedState(
        n=handed.n,
        journeys=handed.journeys,
        answered=handed.answered,
        unanswered=handed.unanswered,
        median_wait_seconds=handed.median_wait_seconds,
        p90_wait_seconds=handed.p90_wait_seconds,
        resolved=handed.resolved,
        unresolved=handed.unresolved,
        untold=handed.untold,
        unresolved_share=handed.unresolved_share,
        through=through,
    )


def _span(span: Span) -> SpanState:
    return SpanState(first=span.first.isoformat(), last=span.last.isoformat())


def _change(change: HandoffChange) -> HandoffChangeState:
    return HandoffChangeState(
        now=_frequency(change.now), before=_frequency(change.before), within_chance=change.within_chance
    )


def _frequency(frequency: Frequency) -> FrequencyState:
    return FrequencyState(handoffs=frequency.handoffs, journeys=frequency.journeys, per_journey=frequency.per_journey)


def _pair(pair: HandoffPair, words: str) -> HandoffPairState:
    share = pair.unresolved
    return HandoffPairState(
        words=words,
        total=_handed(pair.total, str(pair.word)),
        unresolved_low=share.low if share else None,
        unresolved_high=share.high if share else None,
        around=around_state(pair.around, pair.word),
        waits=[WaitBinState(low_seconds=b.low, high_seconds=b.high, n=b.n, through=str(b.word)) for b in pair.waits],
        period=pair.period,
        periods=[
            HandoffPeriodState(
                first=each.first.isoformat(),
                last=each.last.isoformat(),
                began=each.journeys,
                still_open=each.still_open,
                handed=_handed(each.handed, str(each.word)),
            )
            for each in pair.periods
        ],
        stages=[
            StagePairState(
                before=each.before,
                after=each.after,
                n=each.n,
                is_other=each.is_other,
                through=str(each.word) if each.word else None,
            )
            for each in pair.stages
        ],
    )
