"""What happened, step by step: one journey's conversation, or any steps of a customer, with their texts and waits."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from clew.app.view.customers.customer import journeys_of
from clew.app.view.customers.thread_findings import AtStep, found_at_steps
from clew.app.view.view import View

if TYPE_CHECKING:
    import duckdb

SECOND_US = 1_000_000
#: Longer texts are cut here; such as a mail with everything it answers to, quoted again and again.
LONGEST_TEXT = 20_000
#: What a source says besides: so many details, each so long.
MOST_DETAILS, LONGEST_DETAIL = 30, 500

#: What the interactions say of a step beyond the steps table.
_SAID = (
    *("interaction_id", "source", "source_id", "ended_us", "identifiers", "party_id", "conversation_id", "case_ref"),
    *("rating", "value", f"left(text, {LONGEST_TEXT + 1})", "attributes"),
)


@dataclass(frozen=True)
class ThreadHandoff:
    """What passed on at a step: from and to which channel, party and team, and how long the customer waited."""

    change: str
    from_channel: str
    to_channel: str
    from_party: str
    to_party: str
    from_team: str
    to_team: str
    wait_seconds: float | None


@dataclass(frozen=True)
class ThreadStep:
    """One step as a person reads it; empty words are words that the source didn't say.

    ``journey_number`` counts the customer's journeys from 1 in the order they began. ``wait_before_seconds`` is since the
    journey's step before. ``details`` are what the source said besides. ``joined_by`` says why the step is in this journey,
    and ``joined_probability`` how likely that is right; empty and None where an older Clew made the tables.
    """

    journey_id: str
    journey_number: int
    issue: str
    position: int
    interaction_id: str
    source: str
    source_id: str
    occurred_us: int
    ended_us: int | None
    channel: str
    touchpoint: str
    kind: str
    direction: str
    party: str
    party_id: str
    team: str
    stage: str
    outcome: str
    starts_contact: bool
    wait_before_seconds: float | None
    conversation_id: str
    case_ref: str
    rating: float | None
    value: float | None
    subject: str
    text: str
    text_is_cut: bool
    identifiers: tuple[str, ...]
    details: tuple[tuple[str, str], ...]
    handoff: ThreadHandoff | None
    joined_by: str
    joined_probability: float | None
    at_step: AtStep


@dataclass(frozen=True)
class _Joined:
    """An interaction, and why it is in its journey."""

    interaction_id: str
    by: str
    probability: float | None


def journey_row(view: View, journey_id: str) -> int | None:
    """Return the row of a journey, None where no journey has that id."""
    row = pc.index(view.journeys.journey_id, pa.scalar(journey_id)).as_py()
    return None if row < 0 else int(row)


def journey_step_rows(view: View, journey: int) -> tuple[int, int]:
    """Return the first row of a journey's steps, and the one after its last."""
    return int(view.steps.first[journey]), int(view.steps.first[journey + 1])


def read_steps(view: View, rows: NDArray[np.int64]) -> list[ThreadStep]:
    """Return the steps of these rows in the given order, with their texts; a page's worth, as texts are read from disk."""
    if not len(rows):
        return []
    with view.session() as session:
        joined = _joined(session, view, rows)
        ids = [each.interaction_id for each in joined.values()]
        said = _said(session, ids, view.steps.occurred_us[rows])
        positions = view.steps.position[rows]
        found = found_at_steps(session, _journey_ids(view, rows), (int(positions.min()), int(positions.max())))
    handoffs = _handoffs(view, rows)
    return [_step(view, int(row), joined[int(row)], said, handoffs.get(int(row)), found) for row in rows]


def step_rows_of(view: View, interaction_ids: Sequence[str]) -> dict[str, tuple[str, int]]:
    """Return the journey and position of each interaction that has a step."""
    if not interaction_ids:
        return {}
    with view.session() as session:
        found = session.execute(
            f"SELECT interaction_id, journey_id, position FROM steps WHERE interaction_id IN ({_marks(interaction_ids)})",
            list(interaction_ids),
        ).fetchall()
    return {interaction: (journey, position) for interaction, journey, position in found}


def _journey_ids(view: View, rows: NDArray[np.int64]) -> dict[str, int]:
    """Return the journeys of these step rows, each with its own row."""
    journeys = np.unique(view.steps.journey[rows])
    return {view.journeys.journey_id[int(journey)].as_py(): int(journey) for journey in journeys}


def _joined(session: duckdb.DuckDBPyConnection, view: View, rows: NDArray[np.int64]) -> dict[int, _Joined]:
    """Return the interaction of each step row, and why it is there."""
    steps, ids = view.steps, _journey_ids(view, rows)
    positions, moments = steps.position[rows], steps.occurred_us[rows]
    found = session.execute(
        f"""SELECT journey_id, position, interaction_id, joined_by, joined_probability FROM steps
        WHERE journey_id IN ({_marks(ids)}) AND position BETWEEN ? AND ? AND occurred_us BETWEEN ? AND ?""",
        [*ids, int(positions.min()), int(positions.max()), int(moments.min()), int(moments.max())],
    ).fetchall()
    return {
        int(steps.first[ids[journey]]) + position: _Joined(interaction, by or "", probability)
        for journey, position, interaction, by, probability in found
    }


def _said(
    session: duckdb.DuckDBPyConnection, interaction_ids: Sequence[str], moments: NDArray[np.int64]
) -> dict[str, tuple[Any, ...]]:
    found = session.execute(
        f"""SELECT {", ".join(_SAID)} FROM interactions WHERE interaction_id IN ({_marks(interaction_ids)})
        AND occurred_us BETWEEN ? AND ?""",
        [*interaction_ids, int(moments.min()), int(moments.max())],
    ).fetchall()
    return {row[0]: row[1:] for row in found}


def _marks(values: Iterable[str]) -> str:
    return ", ".join("?" for _ in values)


def _handoffs(view: View, rows: NDArray[np.int64]) -> dict[int, ThreadHandoff]:
    """Return the handoffs that end at these step rows, by row."""
    handoffs = view.handoffs
    found: dict[int, ThreadHandoff] = {}
    for journey in np.unique(view.steps.journey[rows]):
        low, high = np.searchsorted(handoffs.journey, [journey, journey + 1])
        for at in range(int(low), int(high)):
            wait = int(handoffs.wait_us[at])
            row = int(view.steps.first[journey]) + int(handoffs.position[at])
            words = ("change", "from_channel", "to_channel", "from_party", "to_party", "from_team", "to_team")
            said = {name: getattr(handoffs, name).names[getattr(handoffs, name).codes[at]] for name in words}
            found[row] = ThreadHandoff(**said, wait_seconds=wait / SECOND_US if wait >= 0 else None)
    return found


def _step(
    view: View,
    row: int,
    joined: _Joined,
    said: dict[str, tuple[Any, ...]],
    handoff: ThreadHandoff | None,
    found: Mapping[str, AtStep],
) -> ThreadStep:
    steps, interaction_id = view.steps, joined.interaction_id
    source, source_id, ended_us, identifiers, party_id, conversation, case, rating, value, text, attributes = said[
        interaction_id
    ]
    subject, details = _details(attributes)
    wait_us, journey = int(steps.wait_before_us[row]), int(steps.journey[row])
    journeys = view.journeys
    words = ("channel", "touchpoint", "kind", "direction", "party", "team", "stage", "outcome")
    return ThreadStep(
        journey_id=journeys.journey_id[journey].as_py(),
        journey_number=int(np.searchsorted(journeys_of(view, int(journeys.customer.codes[journey])), journey)) + 1,
        issue=journeys.issue.names[journeys.issue.codes[journey]],
        position=int(steps.position[row]),
        interaction_id=interaction_id,
        source=source or "",
        source_id=source_id or "",
        occurred_us=int(steps.occurred_us[row]),
        ended_us=ended_us,
        **{name: getattr(steps, name).names[getattr(steps, name).codes[row]] for name in words},
        party_id=party_id or "",
        starts_contact=bool(steps.starts_contact[row]),
        wait_before_seconds=wait_us / SECOND_US if wait_us >= 0 else None,
        conversation_id=conversation or "",
        case_ref=case or "",
        rating=rating,
        value=value,
        subject=subject,
        text=(text or "")[:LONGEST_TEXT],
        text_is_cut=len(text or "") > LONGEST_TEXT,
        identifiers=tuple(identifiers or ()),
        details=details,
        handoff=handoff,
        joined_by=joined.by,
        joined_probability=joined.probability,
        at_step=found.get(interaction_id, AtStep()),
    )


def _details(attributes: str | None) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the subject line and the other details that a source gave; attributes are a JSON object, as imports write it."""
    try:
        read: object = json.loads(attributes) if attributes else None
    except ValueError:
        read = None
    if not isinstance(read, dict):
        return "", ()
    given = {str(name): _plain(value) for name, value in read.items() if value not in (None, "")}
    names = {name.lower(): name for name in given}
    subject = given.pop(names["subject"]) if "subject" in names else ""
    return subject, tuple(list(given.items())[:MOST_DETAILS])


def _plain(value: object) -> str:
    return (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))[:LONGEST_DETAIL]
