"""The busiest journeys of the overview: the paths most of them take, and what most of them are about."""

from __future__ import annotations

from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.routes import Routes
from clew.api.selecting import Here
from clew.app.view.overview.journeys import BusyPath, busy_journeys
from clew.maps import channel_title

ROUTES = Routes("overview of journeys")


class PathLine(BaseModel):
    """The journeys that take one path, or all other paths."""

    channels: list[str] | None = Field(description="The channels in their order; null for all other paths")
    titles: list[str]
    variants: int = Field(description="How many paths it gathers; 1 but for other")
    n: int
    share: float
    resolved: int = Field(description="Journeys that ended with a solution, of those told")
    told: int = Field(description="Journeys that told how they ended")
    median_duration_seconds: float | None
    through: str


class IssueLine(BaseModel):
    """The journeys about one issue, or about all others."""

    issue: str | None = Field(description="Null for all other issues; empty where nobody named one")
    issues: int
    n: int
    share: float
    through: str


class JourneysState(BaseModel):
    """What most journeys do and are about; both lists sum to ``journeys``."""

    journeys: int
    paths: list[PathLine]
    issues: list[IssueLine]


@ROUTES.get("/overview/journeys", dependencies=[needs("read")])
def get_overview_journeys(here: Here) -> JourneysState:
    """Return the paths that most journeys take and the issues that most are about; the rest stands as other."""

    def compute() -> JourneysState:
        found = busy_journeys(here.view, here.chosen)
        return JourneysState(
            journeys=found.journeys,
            paths=[_path_line(each) for each in found.paths],
            issues=[IssueLine.model_validate(each, from_attributes=True) for each in found.issues],
        )

    return here.remembered("busy journeys", compute)


def _path_line(each: BusyPath) -> PathLine:
    return PathLine(
        channels=None if each.channels is None else list(each.channels),
        titles=[channel_title(name) for name in each.channels or ()],
        variants=each.variants,
        n=each.n,
        share=each.share,
        resolved=each.resolved,
        told=each.told,
        median_duration_seconds=each.median_duration_seconds,
        through=each.through,
    )
