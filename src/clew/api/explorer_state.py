"""The explorer's answers as the interface gives them: paths, flow graphs, the order of stages, and steps around a moment."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from clew.api.metric_state import ComparisonState, DifferenceState


class WordState(BaseModel):
    """A step of a path."""

    id: str = Field(description="How through words have it")
    title: str
    channel: str = Field(description="Its channel; empty for stages")


class OutcomeCount(BaseModel):
    """The journeys with one outcome."""

    outcome: str
    title: str
    n: int


class VariantState(BaseModel):
    """One path and the journeys that take it, or all paths that aren't listed."""

    path: list[WordState] = Field(description="Its first steps; none for other, and for journeys without such a step")
    left_out: int = Field(description="How many more steps it has")
    is_other: bool
    variants: int = Field(description="How many paths this row stands for")
    n: int
    share: float
    cumulative_share: float = Field(description="The share of this row and all above it")
    outcomes: list[OutcomeCount] = Field(description="How these journeys end; they sum to n")
    median_duration_seconds: float | None = Field(description="Null where fewer than 5 journeys")
    through: str


class VariantListState(BaseModel):
    """The most travelled paths; the rows sum to journeys."""

    rows: list[VariantState]
    journeys: int
    variants: int = Field(description="How many different paths there are")
    matching: int = Field(description="How many of them fit the search")
    matching_journeys: int


class FlowNodeState(BaseModel):
    """A node of the flow graph."""

    id: str
    title: str
    channel: str
    kind: Literal["step", "start", "end", "other"]
    n: int = Field(description="Steps; journeys at the start and the end")
    journeys: int
    through: str


class FlowEdgeState(BaseModel):
    """A move from one node to the next."""

    source: str
    target: str
    n: int
    median_wait_seconds: float | None = Field(description="Null at the start and the end, and for fewer than 5 moves")
    through: str


class FlowState(BaseModel):
    """What follows what; what comes into a step or into other is its n, and goes out again."""

    nodes: list[FlowNodeState]
    edges: list[FlowEdgeState] = Field(description="They sum to moves")
    journeys: int
    shown_journeys: int = Field(description="Journeys whose own path is drawn; the others are gathered in other")
    variants: int
    shown_variants: int
    steps: int
    moves: int
    limited: bool = Field(description="Whether more paths would make the graph too large to read; fewer are drawn then")


class PassageNodeState(BaseModel):
    """A stage at its place in the order of stages, an ending, or all later stages."""

    id: str
    name: str
    title: str
    kind: Literal["stage", "ending", "later"]
    place: int
    n: int
    share: float
    through: str


class PassageLinkState(BaseModel):
    """Journeys from one node to a node at the next place."""

    source: str
    target: str
    n: int
    through: str


class PassagesState(BaseModel):
    """The order of stages; at each place the stages there and the endings up to there sum to journeys."""

    nodes: list[PassageNodeState]
    links: list[PassageLinkState]
    journeys: int
    places: int = Field(description="How many places there are, with the one of later stages")


class AnchorState(BaseModel):
    """A moment to line journeys up at."""

    id: str
    title: str
    journeys: int


class AlignedPartState(BaseModel):
    """What stands at a position."""

    id: str
    title: str
    kind: Literal["step", "other", "before", "after"]
    n: int
    share: float
    through: str


class AlignedState(BaseModel):
    """One position; its parts sum to anchored."""

    position: int
    parts: list[AlignedPartState]


class AlignmentState(BaseModel):
    """Journeys lined up at a moment they share."""

    anchor: str
    anchors: list[AnchorState] = Field(description="The moments that journeys looked at have")
    anchored: int = Field(description="Journeys that have this moment")
    journeys: int
    positions: list[AlignedState]


class ShareState(BaseModel):
    """A share of a group's journeys."""

    n: int
    of: int
    value: float | None = Field(description="Null where the group is empty")
    low: float | None = Field(description="Lower end of the 95 % interval; each customer is one voice")
    high: float | None


class PathSharesState(BaseModel):
    """One path's share in both groups, or that of all paths that aren't listed."""

    path: list[WordState]
    left_out: int
    is_other: bool
    variants: int
    first: ShareState
    second: ShareState
    difference: DifferenceState = Field(description="first minus second")
    through: str


class MoveSharesState(BaseModel):
    """The share of journeys in both groups that make a move at least once."""

    source: str
    source_title: str
    target: str
    target_title: str
    first: ShareState
    second: ShareState
    difference: DifferenceState = Field(description="first minus second")
    through: str


class GroupSize(BaseModel):
    """How large a group is."""

    journeys: int
    customers: int


class GroupsState(BaseModel):
    """Two groups of journeys side by side; each group's paths sum to its journeys."""

    first: GroupSize
    second: GroupSize
    shared: int = Field(description="Journeys in both groups")
    paths: list[PathSharesState]
    moves: list[MoveSharesState] = Field(description="The moves whose shares lie furthest apart; no breakdown")
    ranked_moves: int = Field(description="How many kinds of moves were ranked; rarer ones say more about chance")


class FiguresState(BaseModel):
    """Every metric over both groups."""

    figures: list[ComparisonState]
