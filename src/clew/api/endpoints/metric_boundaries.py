"""How far a metric depends on where journeys were cut: its value as it stands, and under other plausible boundaries."""

from __future__ import annotations

import hashlib
from typing import Annotated, Literal

from fastapi import Depends, Request, Response
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.changing import tagged
from clew.api.metric_named import Named
from clew.api.metric_state import MetricState, metric_state
from clew.api.problems import responses
from clew.api.routes import Routes
from clew.api.selecting import HereUntagged, Looking
from clew.api.serving import workspace as served
from clew.app.other_boundaries import OTHERS
from clew.app.view.otherwise import is_cut_otherwise, value_range
from clew.app.workspace import Workspace
from clew.store import latest_build

ROUTES = Routes("metric boundaries")

State = Literal["made", "opening", "not_made"]
Served = Annotated[Workspace, Depends(served)]


class OtherValue(BaseModel):
    """The metric had journeys been cut otherwise."""

    boundaries: Literal["finer", "coarser"]
    meaning: str = Field(description="What becomes of what is doubtful")
    metric: MetricState


class BoundariesState(BaseModel):
    """A metric as it stands and under other plausible boundaries, each over the journeys that the selection has there."""

    state: State = Field(
        description="not_made: journeys aren't cut otherwise yet, a job of the kind weigh does that; "
        "opening: a newer build is being opened, ask again"
    )
    value: MetricState = Field(description="As it stands")
    others: list[OtherValue] = Field(description="Empty unless made")
    low: float | None = Field(description="The lowest of the values that there are; null unless made")
    high: float | None = Field(description="The highest of them")


@ROUTES.get("/metrics/{name}/boundaries", dependencies=[needs("read")], responses=responses(304, 404))
def get_metric_boundaries(
    request: Request, response: Response, here: HereUntagged, metric: Named, place: Served
) -> BoundariesState:
    """Return how far a metric depends on where journeys were cut; nothing is cut for the answer."""
    state: State = "made"
    if not is_cut_otherwise(here.view, place.warehouse):
        newest = latest_build(place.journal)
        is_newest = newest is None or newest.folder == here.view.stored.folder
        state = "not_made" if is_newest else "opening"
    asked = f"{here.view.version} {state} {request.url.path}?{request.url.query}"
    tagged(request, response, hashlib.sha256(asked.encode()).hexdigest()[:24])
    if state != "made":
        value = metric_state(here.view.metric(metric.name, here.chosen))
        return BoundariesState(state=state, value=value, others=[], low=None, high=None)
    return here.remembered(("boundaries", metric.name), lambda: _made(here, metric.name, place))


def _made(here: Looking, metric: str, place: Workspace) -> BoundariesState:
    found = value_range(here.view, place.warehouse, metric, here.selection)
    others = [
        OtherValue(boundaries=each.name, meaning=each.meaning, metric=metric_state(found.others[each.name]))
        for each in OTHERS
    ]
    known = found.known
    return BoundariesState(
        state="made",
        value=metric_state(found.value),
        others=others,
        low=known[0] if known else None,
        high=known[-1] if known else None,
    )
