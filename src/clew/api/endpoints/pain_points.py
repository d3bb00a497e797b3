"""Where it hurts: what each detector found on the journeys looked at, and every finding with its place."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Path, Query

from clew.api.access import needs
from clew.api.metric_state import metric_state
from clew.api.paging import Page, Paging, window
from clew.api.pain_point_models import (
    FindingState,
    PainPointDetail,
    PainPointsState,
    SpanState,
    channel_state,
    finding_state,
    line_state,
)
from clew.api.problems import not_found, responses
from clew.api.routes import Routes
from clew.api.selecting import Here, Looking
from clew.api.thread_steps import Moments
from clew.app.view.handoffs.change import FOLLOWED_DAYS
from clew.app.view.pain_points.places import by_channel, findings, found_rows
from clew.app.view.pain_points.ranking import PainPoints, pain_points
from clew.app.view.pain_points.word import PainPointWord
from clew.app.view.values.compare import Span
from clew.pain_points import Detector, known_detectors

ROUTES = Routes("pain points")


def _detector(
    name: Annotated[str, Path(alias="detector", max_length=100, description="The detector's name")],
) -> Detector:
    found = known_detectors().get(name)
    if found is None:
        raise not_found(f"There is no such detector. Known: {', '.join(known_detectors())}.")
    return found


Named = Annotated[Detector, Depends(_detector)]


@ROUTES.get("/pain-points", dependencies=[needs("read")])
def get_pain_points(here: Here) -> PainPointsState:
    """Return what each detector found on the journeys looked at, the heaviest (findings times severity) first."""
    return here.remembered("pain points answered", lambda: _all(_ranked(here)))


@ROUTES.get("/pain-points/{detector}", dependencies=[needs("read")], responses=responses(404))
def get_pain_point(here: Here, detector: Named) -> PainPointDetail:
    """Return one detector over the journeys looked at, and on which channels its findings show."""
    line = next(line for line in _ranked(here).lines if line.detector.name == detector.name)
    channels = here.remembered(
        ("pain point channels", detector.name), lambda: by_channel(here.view, detector.name, here.chosen)
    )
    return PainPointDetail(line=line_state(line), channels=[channel_state(each) for each in channels])


@ROUTES.get("/pain-points/{detector}/findings", dependencies=[needs("read")], responses=responses(404))
def list_findings(
    here: Here,
    detector: Named,
    page: Paging,
    on: Annotated[str, Query(max_length=200, description="Only those that show on this channel; empty: on any")] = "",
) -> Page[FindingState]:
    """List what one detector found on the journeys looked at, the latest first."""
    word = PainPointWord(detector.name, on)
    rows = here.remembered(("pain point rows", str(word)), lambda: found_rows(here.view, word, here.chosen))
    start, stop, following, before = window(len(rows), page, here.view.version)
    moments = Moments(here.view)
    items = [finding_state(each, moments) for each in findings(here.view, rows[start:stop])]
    return Page(items=items, total=len(rows), next=following, previous=before)


def _ranked(here: Looking) -> PainPoints:
    return here.remembered("pain points ranked", lambda: pain_points(here.view, here.selection))


def _all(found: PainPoints) -> PainPointsState:
    spans = found.spans
    return PainPointsState(
        lines=[line_state(line) for line in found.lines],
        found=found.found,
        hurt=metric_state(found.hurt),
        hurt_journeys=found.hurt_journeys,
        through=str(PainPointWord()),
        now=_span(spans.now) if spans else None,
        before=_span(spans.before) if spans and spans.before else None,
        followed_days=FOLLOWED_DAYS,
        now_is_selected=spans is not None and spans.is_chosen,
    )


def _span(span: Span) -> SpanState:
    return SpanState(first=span.first.isoformat(), last=span.last.isoformat())
