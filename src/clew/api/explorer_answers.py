"""Puts what the explorer found into the interface's models, with titles for codes."""

from __future__ import annotations

from collections.abc import Sequence

from clew.api.explorer_state import (
    AlignedPartState,
    AlignedState,
    FlowEdgeState,
    FlowNodeState,
    FlowState,
    GroupSize,
    GroupsState,
    MoveSharesState,
    OutcomeCount,
    PassageLinkState,
    PassageNodeState,
    PassagesState,
    PathSharesState,
    ShareState,
    VariantListState,
    VariantState,
    WordState,
)
from clew.api.metric_state import difference_state
from clew.app.view.paths.alignment import AFTER, BEFORE, OTHER, Alignment
from clew.app.view.paths.flow import Flow
from clew.app.view.paths.groups import SideBySide
from clew.app.view.paths.making import LevelWords
from clew.app.view.paths.sankey import DEPTH, Passages
from clew.app.view.paths.share import Share
from clew.app.view.paths.variants import VariantList
from clew.maps import ending_title

#: So many steps of a path are told; the rest are counted.
TOLD_STEPS = 24
_ENDS = {"start": "Start", "end": "End", "other": "Other paths"}


def variants_state(found: VariantList, level: LevelWords) -> VariantListState:
    """Return the list of variants."""
    rows = [
        VariantState(
            path=path_state(row.codes or (), level),
            left_out=max(0, len(row.codes or ()) - TOLD_STEPS),
            is_other=row.codes is None,
            variants=row.variants,
            n=row.n,
            share=row.share,
            cumulative_share=row.cumulative_share,
            outcomes=[
                OutcomeCount(outcome=name, title=ending_title(name), n=n)
                for name, n in zip(found.outcomes, row.outcomes, strict=True)
                if n
            ],
            median_duration_seconds=row.median_duration_seconds,
            through=row.through,
        )
        for row in found.rows
    ]
    return VariantListState(
        rows=rows,
        journeys=found.journeys,
        variants=found.variants,
        matching=found.matching,
        matching_journeys=found.matching_journeys,
    )


def path_state(codes: Sequence[int], level: LevelWords) -> list[WordState]:
    """Return the first steps of a path."""
    names = level.words.names
    return [
        WordState(id=names[code], title=level.titles[code], channel=level.channels[code]) for code in codes[:TOLD_STEPS]
    ]


def flow_state(found: Flow, level: LevelWords) -> FlowState:
    """Return the flow graph."""
    nodes = [
        FlowNodeState(
            id=node.name,
            title=level.titles[node.code] if node.kind == "step" else _ENDS[node.kind],
            channel=level.channels[node.code] if node.kind == "step" else "",
            kind=node.kind,
            n=node.n,
            journeys=node.journeys,
            through=node.through,
        )
        for node in found.nodes
    ]
    edges = [
        FlowEdgeState(
            source=edge.source,
            target=edge.target,
            n=edge.n,
            median_wait_seconds=edge.median_wait_seconds,
            through=edge.through,
        )
        for edge in found.edges
    ]
    return FlowState(
        nodes=nodes,
        edges=edges,
        journeys=found.journeys,
        shown_journeys=found.shown_journeys,
        variants=found.variants,
        shown_variants=found.shown_variants,
        steps=found.steps,
        moves=found.moves,
        limited=found.limited,
    )


def passages_state(found: Passages) -> PassagesState:
    """Return the order of stages."""
    nodes = [
        PassageNodeState(
            id=f"{node.place}/{node.name}",
            name=node.name,
            title=node.title,
            kind=node.kind,
            place=node.place,
            n=node.n,
            share=node.n / found.journeys,
            through=node.through,
        )
        for node in found.nodes
    ]
    links = [
        PassageLinkState(
            source=f"{link.place}/{link.source}",
            target=f"{link.place + 1}/{link.target}",
            n=link.n,
            through=link.through,
        )
        for link in found.links
    ]
    return PassagesState(nodes=nodes, links=links, journeys=found.journeys, places=DEPTH + 1)


def aligned_states(found: Alignment) -> list[AlignedState]:
    """Return the positions around a moment."""
    level = found.variants.level
    kinds = {OTHER: "other", BEFORE: "before", AFTER: "after"}
    titles = {OTHER: "Other steps", BEFORE: "Not begun", AFTER: "Ended"}
    return [
        AlignedState(
            position=each.position,
            parts=[
                AlignedPartState.model_validate(
                    {
                        "id": part.name,
                        "title": titles.get(part.name) or level.titles[part.code],
                        "kind": kinds.get(part.name, "step"),
                        "n": part.n,
                        "share": part.share,
                        "through": part.through,
                    }
                )
                for part in each.parts
            ],
        )
        for each in found.positions
    ]


def groups_state(found: SideBySide, level: LevelWords) -> GroupsState:
    """Return two groups side by side."""
    names, titles = (*level.words.names, "(start)", "(end)"), (*level.titles, _ENDS["start"], _ENDS["end"])
    paths = [
        PathSharesState(
            path=path_state(row.codes or (), level),
            left_out=max(0, len(row.codes or ()) - TOLD_STEPS),
            is_other=row.codes is None,
            variants=row.variants,
            first=_share(row.first),
            second=_share(row.second),
            difference=difference_state(row.difference),
            through=row.through,
        )
        for row in found.paths
    ]
    moves = [
        MoveSharesState(
            source=names[row.source],
            source_title=titles[row.source],
            target=names[row.target],
            target_title=titles[row.target],
            first=_share(row.first),
            second=_share(row.second),
            difference=difference_state(row.difference),
            through=row.through,
        )
        for row in found.moves
    ]
    return GroupsState(
        first=GroupSize(journeys=found.journeys[0], customers=found.customers[0]),
        second=GroupSize(journeys=found.journeys[1], customers=found.customers[1]),
        shared=found.shared,
        paths=paths,
        moves=moves,
        ranked_moves=found.ranked_moves,
    )


def _share(share: Share) -> ShareState:
    return ShareState(n=share.n, of=share.of, value=share.value, low=share.low, high=share.high)
