"""Identity as it is answered: identifiers and links of a graph, what people said, and what words would change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from clew.api.thread_steps import Moments
from clew.app.view.identity.graph import Edge, IdentityGraph, Node, Saying
from clew.app.view.identity.trying import Exchange, Group, Preview

#: Letters that can be written down: no NUL, no halves of letters.
_PLAIN = r"^[^\x00]*$"
IdentifierText = Annotated[str, StringConstraints(min_length=3, max_length=500, pattern=_PLAIN)]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=_PLAIN)]


class NodeState(BaseModel):
    """An identifier."""

    identifier: str
    customer_id: str | None = Field(description="Null where it belongs to nobody")
    because: str = Field(description="placeholder, blocked or shared where it belongs to nobody; else empty")
    since: str | None
    met: int | None = Field(description="How many interactions and records name it; null for identifiers of others")
    links: int = Field(description="How many links of this graph it has")


class SayingState(BaseModel):
    """What says that two identifiers are one person, or aren't."""

    rule: str
    question: str = Field(description="What the rule asks; empty for a person's word")
    verdict: str = Field(description="same, different, retracted or withdrawn")
    confidence: float
    times: int = Field(description="How often the data says so")
    at: str
    last: str
    author: str = Field(description="rule, or who said so")
    basis: str = Field(description="On what ground they may be joined")
    reason: str = Field(description="A person's reason; empty for a rule")
    journey_id: str | None = Field(description="The journey that holds the interaction that says so")
    position: int | None
    record: str | None = Field(description="The source and kind of the record that says so")


class EdgeState(BaseModel):
    """A link between two identifiers."""

    id: str = Field(description="Names it without telling its identifiers")
    identifier_a: str
    identifier_b: str
    fate: str = Field(description="joins, over_limit, kept_apart, shared, retracted or different")
    told: str = Field(description="What became of it, in words")
    times: int
    at: str
    said: list[SayingState] = Field(description="The first said first; 20 at most")


class GraphState(BaseModel):
    """A customer's identifiers, and every link that touches them, also those that don't count."""

    customer_id: str
    nodes: list[NodeState] = Field(description="The customer's own first, what is linked most first; 300 at most")
    edges: list[EdgeState] = Field(description="Those that join first; 1,000 at most")
    nodes_left_out: int
    edges_left_out: int


class SaidWordState(BaseModel):
    """A person's word about two identifiers."""

    identifier_a: str
    identifier_b: str
    verdict: str
    stands: bool = Field(description="Whether nobody said anything else of the two since")


class IdentityWord(BaseModel):
    """What to say of two identifiers."""

    a: IdentifierText
    b: IdentifierText
    verdict: Literal["same", "different", "retracted", "withdrawn"]


class GroupState(BaseModel):
    """Identifiers that are one customer; at most fifty of them are named."""

    identifiers: list[str]
    all_identifiers: int
    interactions: int = Field(description="How many interactions name them, each by its first that isn't shared")


class ExchangeState(BaseModel):
    """Customers that become others."""

    kind: Literal["merge", "split", "mixed"]
    before: list[GroupState]
    after: list[GroupState]


class IdentityChangeState(BaseModel):
    """What words would change. Nothing is written yet."""

    words: int = Field(description="How many words would be written down")
    exchanges: list[ExchangeState] = Field(description="Twenty at most")
    all_exchanges: int
    customers: int = Field(description="How many customers more there would be; below 0 fewer")
    identifiers: int = Field(description="How many identifiers the customers concerned have")
    interactions: int = Field(description="How many interactions name them")
    journeys: int = Field(description="How many journeys of theirs are worked out anew")


_NAMED = 50


def graph_state(customer_id: str, graph: IdentityGraph, moments: Moments) -> GraphState:
    """Return a graph."""
    return GraphState(
        customer_id=customer_id,
        nodes=[_node(each, moments) for each in graph.nodes],
        edges=[edge_state(each, moments) for each in graph.edges],
        nodes_left_out=graph.nodes_left_out,
        edges_left_out=graph.edges_left_out,
    )


def edge_state(edge: Edge, moments: Moments) -> EdgeState:
    """Return a link."""
    return EdgeState(
        id=edge.id,
        identifier_a=edge.identifier_a,
        identifier_b=edge.identifier_b,
        fate=edge.fate,
        told=edge.told,
        times=edge.times,
        at=moments.at(edge.at_us),
        said=[_saying(each, moments) for each in edge.said],
    )


def preview_state(found: Preview, words: int) -> IdentityChangeState:
    """Return a preview."""
    return IdentityChangeState(
        words=words,
        exchanges=[_exchange(each) for each in found.exchanges],
        all_exchanges=found.all_exchanges,
        customers=found.customers,
        identifiers=found.identifiers,
        interactions=found.interactions,
        journeys=found.journeys,
    )


def _node(node: Node, moments: Moments) -> NodeState:
    return NodeState(
        identifier=node.identifier,
        customer_id=node.customer_id,
        because=node.because,
        since=moments.at_any(node.since_us),
        met=node.met,
        links=node.links,
    )


def _saying(saying: Saying, moments: Moments) -> SayingState:
    return SayingState(
        rule=saying.rule,
        question=saying.question,
        verdict=saying.verdict,
        confidence=saying.confidence,
        times=saying.times,
        at=moments.at(saying.at_us),
        last=moments.at(saying.last_us),
        author=saying.author,
        basis=saying.basis,
        reason=saying.reason,
        journey_id=saying.journey_id,
        position=saying.position,
        record=saying.record,
    )


def _exchange(exchange: Exchange) -> ExchangeState:
    kind: Literal["merge", "split", "mixed"] = "mixed"
    if exchange.kind == "merge" or exchange.kind == "split":
        kind = exchange.kind
    return ExchangeState(kind=kind, before=_groups(exchange.before), after=_groups(exchange.after))


def _groups(groups: Sequence[Group]) -> list[GroupState]:
    return [
        GroupState(
            identifiers=list(each.identifiers[:_NAMED]),
            all_identifiers=len(each.identifiers),
            interactions=each.interactions,
        )
        for each in groups
    ]
