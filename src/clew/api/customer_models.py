"""Customers as they are answered: a line of a list, a person with what is known, a lane of the overview, a link."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel, Field

from clew.api.thread_steps import Moments
from clew.app.view import View
from clew.app.view.customers.customer import (
    USUAL_IDENTIFIERS,
    counted,
    customer_code,
    customer_lines,
    journeys_of,
    lane_marks,
    span_us,
    steps_of,
)
from clew.app.view.customers.known_by import Link
from clew.app.view.customers.topics import topic_of
from clew.maps import channel_title, ending_title


class CustomerLineState(BaseModel):
    """A customer in a list."""

    customer_id: str
    name: str = Field(description="The best identifier, namespace:value; empty where there is none")
    identifiers: int
    journeys: int
    steps: int
    last_seen: str | None = Field(description="Null where there are records of it, but no journey")


class CountState(BaseModel):
    """A word, its title, and how often it was counted."""

    id: str
    title: str
    n: int


class CustomerState(CustomerLineState):
    """A customer: everything known in numbers. Each list of counts sums to its whole."""

    identified: bool = Field(
        description="Whether there is any identifier; else these are interactions of somebody unknown"
    )
    first_seen: str | None
    namespaces: list[CountState] = Field(description="Identifiers by kind")
    links: int
    unusual: bool = Field(description="Whether there are so many identifiers that several people may have been joined")
    usual_identifiers: int = Field(description="Up to how many are usual")
    channels: list[CountState] = Field(description="Steps by channel")
    endings: list[CountState] = Field(description="Journeys by outcome")
    contacts: int
    handoffs: int


class KnownByState(BaseModel):
    """An identifier."""

    namespace: str
    value: str
    since: str


class LinkState(BaseModel):
    """Why two identifiers are one person, or that somebody said they aren't."""

    identifier_a: str
    identifier_b: str
    rule: str
    question: str = Field(description="What the rule asks; empty for a person's decision")
    asserted: bool
    confidence: float
    author: str
    at: str
    reason: str = Field(description="A person's reason; empty where a rule decided")
    journey_id: str | None = Field(description="The journey that holds the interaction that says so")
    position: int | None = Field(description="That interaction's place in it")
    record: str | None = Field(description="The source and kind of the record that says so")


class LaneMarkState(BaseModel):
    """Steps close to each other on one channel."""

    channel: str
    channel_title: str
    since: str
    until: str
    steps: int


class LaneState(BaseModel):
    """One journey as a lane of the customer's overview; the marks' steps sum to the journey's."""

    number: int = Field(description="Which of the customer's journeys, from 1 in the order they began")
    journey_id: str
    issue: str
    topic: str = Field(
        description="What it is about in words of its texts, as Clew found them; empty where nothing tells"
    )
    outcome: str
    outcome_title: str
    started_at: str
    ended_at: str
    steps: int
    contacts: int
    handoffs: int
    first_channel_title: str
    last_channel_title: str
    marks: list[LaneMarkState]


def line_states(view: View, ids: Sequence[str]) -> list[CustomerLineState]:
    """Return these customers as lines."""
    at_any = Moments(view).at_any
    return [
        CustomerLineState(
            customer_id=line.customer_id,
            name=line.name,
            identifiers=line.identifiers,
            journeys=line.journeys,
            steps=line.steps,
            last_seen=at_any(line.last_us),
        )
        for line in customer_lines(view, ids)
    ]


def customer_state(view: View, customer_id: str, known: Sequence[tuple[str, int]], links: int) -> CustomerState:
    """Return a customer; ``known`` counts the identifiers by namespace."""
    code = customer_code(view, customer_id)
    rows, span = journeys_of(view, code), span_us(view, code)
    (line,) = line_states(view, [customer_id])
    channels = counted(view.steps.channel, steps_of(view, rows))
    endings = counted(view.journeys.outcome, rows)
    return CustomerState(
        **line.model_dump(),
        identified=bool(known),
        first_seen=Moments(view).at(span[0]) if span else None,
        namespaces=[CountState(id=name, title=name, n=n) for name, n in known],
        links=links,
        unusual=line.identifiers > USUAL_IDENTIFIERS,
        usual_identifiers=USUAL_IDENTIFIERS,
        channels=[CountState(id=name, title=channel_title(name), n=n) for name, n in channels],
        endings=[CountState(id=name, title=ending_title(name), n=n) for name, n in endings],
        contacts=int(view.journeys.contacts[rows].sum()),
        handoffs=int(view.journeys.handoffs[rows].sum()),
    )


def lane_state(view: View, row: int, number: int, span: tuple[int, int], moments: Moments) -> LaneState:
    """Return a journey as a lane within the customer's time."""
    journeys = view.journeys

    def word(name: str) -> str:
        words = getattr(journeys, name)
        return str(words.names[words.codes[row]])

    return LaneState(
        number=number,
        journey_id=journeys.journey_id[row].as_py(),
        issue=word("issue"),
        topic=topic_of(view, row),
        outcome=word("outcome"),
        outcome_title=ending_title(word("outcome")),
        started_at=moments.at(int(journeys.started_us[row])),
        ended_at=moments.at(int(journeys.ended_us[row])),
        steps=int(journeys.steps[row]),
        contacts=int(journeys.contacts[row]),
        handoffs=int(journeys.handoffs[row]),
        first_channel_title=channel_title(word("first_channel")),
        last_channel_title=channel_title(word("last_channel")),
        marks=[
            LaneMarkState(
                since=moments.at(mark.from_us),
                channel=mark.channel,
                channel_title=channel_title(mark.channel),
                until=moments.at(mark.until_us),
                steps=mark.steps,
            )
            for mark in lane_marks(view, row, span)
        ],
    )


def link_state(link: Link, moments: Moments) -> LinkState:
    """Return a link as it is answered."""
    return LinkState(
        identifier_a=link.identifier_a,
        identifier_b=link.identifier_b,
        rule=link.rule,
        question=link.question,
        asserted=link.asserted,
        confidence=link.confidence,
        author=link.author,
        at=moments.at(link.at_us),
        reason="" if link.author == "rule" else link.evidence,
        journey_id=link.journey_id,
        position=link.position,
        record=link.record,
    )
