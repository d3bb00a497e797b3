"""How far the data can be trusted: findings with their trend, what each does to which metric, and examples to open."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Depends, Query
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.problems import Problem
from clew.api.routes import Routes
from clew.api.serving import current_view
from clew.api.serving import workspace as served
from clew.app.quality import Finding, Report, known_checks, of_source
from clew.app.view import View
from clew.app.view.customers.thread import step_rows_of
from clew.app.view.data_quality import DataQuality, data_quality
from clew.app.workspace import Workspace
from clew.metrics import known_metrics

ROUTES = Routes("quality")


class QualityMonth(BaseModel):
    """One month of a finding."""

    month: str = Field(description="As in 2026-03 (UTC), or undated")
    n: int
    of: int
    counts: bool = Field(description="Whether there is enough of it to count in the trend")


class QualityExample(BaseModel):
    """An interaction or record in which it was found."""

    id: str
    journey_id: str | None = Field(description="The journey that holds it; null for records")
    position: int | None


class QualityEffect(BaseModel):
    """What a finding does to one metric or table."""

    on: str
    title: str
    is_metric: bool
    becomes: str


class QualityFinding(BaseModel):
    """One thing that is wrong with a source: ``n`` of ``of`` units."""

    id: str
    check: str
    title: str
    question: str
    why: str
    source: str
    part: str
    severity: Literal["bad", "warn", "note"]
    unit: str
    n: int
    of: int
    trend: list[QualityMonth]
    direction: Literal["rising", "falling", "steady", "unknown"]
    says: str
    effects: list[QualityEffect]
    remedy: str
    journeys: int | None = Field(
        description="Journeys that hold what was found; null where it isn't about interactions"
    )
    all_journeys: int
    examples: list[QualityExample] = Field(description="Five at most")


class QualitySource(BaseModel):
    """What was looked at in one source, and how much was found."""

    source: str
    interactions: int
    records: int
    bad: int
    warn: int
    note: int


class QualityState(BaseModel):
    """All findings, the worst first."""

    findings: list[QualityFinding]
    sources: list[QualitySource]
    checks: int = Field(description="How many checks were made")


@ROUTES.get("/quality", dependencies=[needs("read")])
def get_quality(
    view: Annotated[View, Depends(current_view)],
    place: Annotated[Workspace, Depends(served)],
    source: Annotated[str | None, Query(max_length=1_000, description="Only this source")] = None,
) -> QualityState:
    """Return what is wrong with the data of one source or of all; worked out once a build, which may take some seconds."""
    found = data_quality(view, place)
    if not isinstance(found, DataQuality):
        detail = "The data is being looked through, which takes some seconds once. Ask again shortly."
        raise Problem("opening", "Being looked through", 503, detail, {"what": found}, {"Retry-After": "1"})
    return _state(view, of_source(found.report, source))


def _state(view: View, report: Report) -> QualityState:
    ids = sorted({example for found in report.findings for example in found.examples})
    steps = step_rows_of(view, ids)
    return QualityState(
        findings=[_finding(each, steps) for each in report.findings],
        sources=[
            QualitySource(
                source=each.source,
                interactions=each.interactions,
                records=each.records,
                bad=each.bad,
                warn=each.warn,
                note=each.note,
            )
            for each in report.sources
        ],
        checks=report.checks,
    )


def _finding(found: Finding, steps: dict[str, tuple[str, int]]) -> QualityFinding:
    check, metrics = known_checks()[found.check], known_metrics()
    effects = [
        QualityEffect(
            on=each.on,
            title=metrics[each.on].title if each.on in metrics else each.on.replace("_", " "),
            is_metric=each.on in metrics,
            becomes=each.becomes,
        )
        for each in check.affects
    ]
    examples = []
    for example in found.examples:
        journey, position = steps.get(example, (None, None))
        examples.append(QualityExample(id=example, journey_id=journey, position=position))
    return QualityFinding(
        id="/".join((found.check, found.source, found.part)),
        check=found.check,
        title=found.title,
        question=check.question,
        why=check.why,
        source=found.source,
        part=found.part,
        severity=found.severity,
        unit=found.unit,
        n=found.n,
        of=found.of,
        trend=[QualityMonth(month=each.month, n=each.n, of=each.of, counts=each.counts) for each in found.trend],
        direction=found.direction,
        says=found.says,
        effects=effects,
        remedy=found.remedy,
        journeys=found.journeys,
        all_journeys=found.all_journeys,
        examples=examples,
    )
