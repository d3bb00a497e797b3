"""The explorer: the paths that journeys take, what follows what, the order of stages, steps around a moment, two groups side by side."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query

from clew.api.access import needs
from clew.api.explorer_answers import aligned_states, flow_state, groups_state, passages_state, variants_state
from clew.api.explorer_state import (
    AlignmentState,
    AnchorState,
    FiguresState,
    FlowState,
    GroupsState,
    PassagesState,
    VariantListState,
)
from clew.api.metric_state import comparison_state
from clew.api.routes import Routes
from clew.api.selecting import Here
from clew.api.selecting_versus import Versus
from clew.app.view.paths.alignment import alignment
from clew.app.view.paths.anchor import anchors
from clew.app.view.paths.flow import FULL, flow
from clew.app.view.paths.groups import figures, side_by_side
from clew.app.view.paths.making import Kept, Level, Making, Repeats, level_words
from clew.app.view.paths.sankey import Visits, passages
from clew.app.view.paths.variants import variant_list

ROUTES = Routes("explorer")
MOST_VARIANTS = 500


def _making(
    level: Annotated[Level, Query(description="What paths are made of")] = "channel",
    repeats: Annotated[Repeats, Query(description="Whether what follows itself counts once or each time")] = "once",
    steps: Annotated[
        Kept, Query(description="Steps of the service only (no ratings, orders, campaigns, status changes), or all")
    ] = "service",
) -> Making:
    return Making(level, repeats, steps)


MadeOf = Annotated[Making, Depends(_making)]


@ROUTES.get("/explorer/variants", dependencies=[needs("read")])
def list_variants(
    here: Here,
    made_of: MadeOf,
    shown: Annotated[int, Query(ge=1, le=MOST_VARIANTS, description="How many paths to list")] = 20,
    search: Annotated[
        str, Query(max_length=200, description="Part of a step's title; chat > phone for one right after the other")
    ] = "",
) -> VariantListState:
    """List the most travelled paths, with how their journeys end; all others are one row."""
    return variants_state(
        variant_list(here.view, here.chosen, made_of, shown, search.strip()), level_words(here.view, made_of.level)
    )


@ROUTES.get("/explorer/flow", dependencies=[needs("read")])
def get_flow(
    here: Here,
    made_of: MadeOf,
    coverage: Annotated[
        int, Query(ge=0, le=FULL, description="Per cent of journeys to show by their own path, most travelled first")
    ] = 80,
) -> FlowState:
    """Return what follows what on the most travelled paths; all other journeys are gathered in one node."""
    return flow_state(flow(here.view, here.chosen, made_of, coverage), level_words(here.view, made_of.level))


@ROUTES.get("/explorer/stages", dependencies=[needs("read")])
def get_stage_order(
    here: Here,
    visits: Annotated[
        Visits, Query(description="Every time a journey comes to a stage, or the first time only")
    ] = "all",
) -> PassagesState:
    """Return the order in which journeys go through the stages, and where they end; of all steps."""
    return passages_state(passages(here.view, here.chosen, visits))


@ROUTES.get("/explorer/alignment", dependencies=[needs("read")])
def get_alignment(
    here: Here,
    made_of: MadeOf,
    anchor: Annotated[
        str,
        Query(
            max_length=300,
            description="handoff, reopening, outcome, outcome/<word>, contact/<channel>, touchpoint/<id>",
        ),
    ] = "handoff",
) -> AlignmentState:
    """Line the journeys up at a moment they share, and return what they do in the five steps before and after."""
    found = alignment(here.view, here.chosen, made_of, anchor)
    offered = [
        AnchorState(id=each.word, title=each.title, journeys=each.journeys) for each in anchors(here.view, here.chosen)
    ]
    return AlignmentState(
        anchor=anchor,
        anchors=offered,
        anchored=found.anchored,
        journeys=found.journeys,
        positions=aligned_states(found),
    )


@ROUTES.get("/explorer/groups", dependencies=[needs("read")])
def compare_groups(here: Here, versus: Versus, made_of: MadeOf) -> GroupsState:
    """Return the paths and moves of the journeys looked at (first) beside those of a second selection (vs_…)."""
    found = here.remembered(
        ("groups", versus, made_of),
        lambda: side_by_side(here.view, here.chosen, here.view.chosen(versus), made_of),
    )
    return groups_state(found, level_words(here.view, made_of.level))


@ROUTES.get("/explorer/groups/figures", dependencies=[needs("read")])
def compare_figures(here: Here, versus: Versus) -> FiguresState:
    """Return every metric over the journeys looked at (now) and over a second selection (before), and the difference."""
    found = here.remembered(("figures", versus), lambda: figures(here.view, here.chosen, here.view.chosen(versus)))
    return FiguresState(figures=[comparison_state(each) for each in found])
