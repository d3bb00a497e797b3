"""One journey's thread: what was said and done, by whom, on which channel, after which wait."""

from __future__ import annotations

from typing import Annotated

import numpy as np
from fastapi import Path
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.changing import Tagged
from clew.api.paging import Page, Paging, window
from clew.api.problems import not_found, responses
from clew.api.routes import Routes
from clew.api.thread_steps import Moments, ThreadStepState, step_states
from clew.app.view import View, behind
from clew.app.view.customers.thread import journey_row, journey_step_rows
from clew.app.view.customers.topics import topic_of
from clew.app.view.pain_points.word import PainPointWord
from clew.maps import ending_title

ROUTES = Routes("threads")


class ThreadState(BaseModel):
    """One journey and its steps in their order."""

    journey_id: str
    customer_id: str
    identified: bool = Field(description="Whether the customer is known by any identifier")
    issue: str = Field(description="Empty where the issue isn't named")
    topic: str = Field(
        description="Words by which Clew tells what it is about, from its texts; empty where there are none"
    )
    case_ref: str
    source: str
    bounded_by: str = Field(description="Why these steps are one journey")
    confidence: str
    started_at: str
    ended_at: str
    duration_seconds: float
    resolved_at: str | None
    outcome: str
    outcome_title: str
    censored: bool = Field(description="Whether the journey may still go on")
    first_channel: str
    last_channel: str
    contacts: int
    switches: int
    handoffs: int
    reopens: int
    pain_points: int = Field(description="How many pain points were found on it")
    steps: Page[ThreadStepState]


@ROUTES.get("/journeys/{journey_id:path}", dependencies=[needs("read")], responses=responses(404))
def get_journey_thread(
    view: Tagged,
    journey_id: Annotated[str, Path(max_length=500)],
    page: Paging,
) -> ThreadState:
    """Return one journey with its steps, texts, waits and handoffs; ``at`` is a position."""
    journey = journey_row(view, journey_id)
    if journey is None:
        raise not_found("No journey here has that id. It may have got another one when the tables were built anew.")
    low, high = journey_step_rows(view, journey)
    start, stop, following, before = window(high - low, page, view.version)
    steps = step_states(view, np.arange(low, high), start, stop)
    listed = Page(items=steps, total=high - low, next=following, previous=before)
    return _thread_state(view, journey, listed)


def _thread_state(view: View, journey: int, steps: Page[ThreadStepState]) -> ThreadState:
    moments, journeys = Moments(view), view.journeys
    with view.session() as session:
        # Journeys lie in their file in the order of the view's rows.
        ((case_ref, reopens, censored),) = session.execute(
            "SELECT case_ref, reopens, censored FROM journeys LIMIT 1 OFFSET ?", [journey]
        ).fetchall()

    def word(name: str) -> str:
        words = getattr(journeys, name)
        return str(words.names[words.codes[journey]])

    started, ended = int(journeys.started_us[journey]), int(journeys.ended_us[journey])
    return ThreadState(
        journey_id=journeys.journey_id[journey].as_py(),
        customer_id=word("customer"),
        identified=bool(journeys.identified[journey]),
        issue=word("issue"),
        topic=topic_of(view, journey),
        case_ref=case_ref or "",
        source=word("source"),
        bounded_by=word("bounded_by"),
        confidence=word("confidence"),
        started_at=moments.at(started),
        ended_at=moments.at(ended),
        duration_seconds=(ended - started) / 1e6,
        resolved_at=moments.at_any(int(journeys.resolved_us[journey])),
        outcome=word("outcome"),
        outcome_title=ending_title(word("outcome")),
        censored=bool(censored),
        first_channel=word("first_channel"),
        last_channel=word("last_channel"),
        contacts=int(journeys.contacts[journey]),
        switches=int(journeys.switches[journey]),
        handoffs=int(journeys.handoffs[journey]),
        reopens=int(reopens or 0),
        pain_points=int(behind(view, str(PainPointWord())).times[journey]),
        steps=steps,
    )
