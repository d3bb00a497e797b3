"""Handoffs one by one with the very words: the question for something known, and where the customer had given it before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from clew.app.view.customers.thread import SECOND_US
from clew.app.view.view import View

if TYPE_CHECKING:
    import duckdb

#: So many characters of a text are shown on either side of what it is about, and so many of that itself.
AROUND_CHARACTERS, LONGEST_WORDS = 90, 400


@dataclass(frozen=True)
class Quote:
    """Some characters of one step's text with what stands around them; ``is_cut`` says on which sides more text goes on."""

    position: int
    occurred_us: int
    channel: str
    before: str
    words: str
    after: str
    is_cut: tuple[bool, bool]


@dataclass(frozen=True)
class AskedAgain:
    """One question for a fact that was known before the handoff, and the customer's last words before it that gave it.

    ``read_by`` names the language model that read it as a question, None where the rules did.
    """

    fact: str
    asked: Quote
    given: Quote | None
    read_by: str | None = None


@dataclass(frozen=True)
class HandoffEvidence:
    """One handoff: whose, where in which journey, and what was known, announced and asked again around it.

    ``facts_known``, ``told`` and ``promised`` are None where the build's texts weren't read.
    """

    journey_id: str
    customer_id: str
    position: int
    handed_us: int
    from_channel: str
    to_channel: str
    from_party: str
    to_party: str
    from_team: str
    to_team: str
    wait_seconds: float | None
    facts_known: tuple[str, ...] | None
    facts_asked_again: tuple[str, ...] | None
    told: bool | None
    promised: bool | None
    came_back: bool
    asked_again: tuple[AskedAgain, ...]


def latest_first(view: View, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return rows of handoffs ordered by when they happened, the latest first, ties by row."""
    handoffs = view.handoffs
    moments = view.steps.occurred_us[view.steps.first[handoffs.journey[rows]] + handoffs.position[rows]]
    return rows[np.lexsort((rows, -moments))]


def evidence(view: View, rows: NDArray[np.int64]) -> list[HandoffEvidence]:
    """Return these handoffs in the given order; a page's worth, as texts are read from disk."""
    if not len(rows):
        return []
    handoffs = view.handoffs
    ids = [view.journeys.journey_id[int(journey)].as_py() for journey in handoffs.journey[rows]]
    keys = list(zip(ids, handoffs.position[rows].tolist(), strict=True))
    with view.session() as session:
        wanted = {
            "ids": ids,
            "positions": [position for _, position in keys],
            "journeys": sorted(set(ids)),
        }
        told = {row[:2]: row for row in session.execute(_HANDOFFS, wanted).fetchall()}
        found = session.execute(_QUESTIONS, wanted).fetchall()
        texts = _texts(session, [Span(*row[at : at + SPAN]) for row in found for at in (3, 3 + SPAN) if row[at]])
    asked: dict[tuple[str, int], list[AskedAgain]] = {}
    for row in found:
        question, answer = (Span(*row[at : at + SPAN]) if row[at] else None for at in (3, 3 + SPAN))
        quoted = _quote(question, texts)
        if quoted:
            asked.setdefault(row[:2], []).append(AskedAgain(row[2], quoted, _quote(answer, texts), row[-1]))
    return [_evidence(told[key], tuple(asked.get(key, ()))) for key in keys]


@dataclass(frozen=True)
class Span:
    """Some characters of the text of one step."""

    interaction_id: str
    start_char: int
    end_char: int
    position: int
    occurred_us: int
    channel: str


SPAN = len(fields(Span))


def _texts(session: duckdb.DuckDBPyConnection, spans: Sequence[Span]) -> dict[str, str]:
    """Return the text of each step that a span is in."""
    if not spans:
        return {}
    moments = [span.occurred_us for span in spans]
    return dict(
        session.execute(
            """SELECT interaction_id, coalesce(text, '') FROM interactions
            WHERE interaction_id IN (SELECT unnest($ids)) AND occurred_us BETWEEN $since AND $until""",
            {"ids": sorted({span.interaction_id for span in spans}), "since": min(moments), "until": max(moments)},
        ).fetchall()
    )


def _quote(span: Span | None, texts: dict[str, str]) -> Quote | None:
    """Return what a span holds with the text around it; None where there is no such text."""
    text = texts.get(span.interaction_id) if span else None
    if span is None or text is None:
        return None
    start, end = span.start_char, min(span.end_char, span.start_char + LONGEST_WORDS)
    since, until = max(start - AROUND_CHARACTERS, 0), end + AROUND_CHARACTERS
    return Quote(
        position=span.position,
        occurred_us=span.occurred_us,
        channel=span.channel,
        before=text[since:start],
        words=text[start:end],
        after=text[end:until],
        is_cut=(since > 0, until < len(text)),
    )


def _evidence(row: tuple[Any, ...], asked_again: tuple[AskedAgain, ...]) -> HandoffEvidence:
    journey_id, position, customer_id, handed_us, *sides, wait_us, known, again, told, promised, came_back = row
    return HandoffEvidence(
        journey_id,
        customer_id,
        position,
        handed_us,
        *(side or "" for side in sides),
        wait_seconds=None if wait_us is None else wait_us / SECOND_US,
        facts_known=None if known is None else tuple(known),
        facts_asked_again=None if again is None else tuple(again),
        told=told,
        promised=promised,
        came_back=came_back,
        asked_again=asked_again,
    )


_WANTED = "WITH wanted AS (SELECT unnest($ids) AS journey_id, unnest($positions)::BIGINT AS position)"
_HANDOFFS = f"""
{_WANTED}
SELECT h.journey_id, h.position, h.customer_id, h.handed_us, h.from_channel, h.to_channel, h.from_party, h.to_party, h.from_team,
  h.to_team, h.wait_us, h.facts_known, h.facts_asked_again, h.told, h.promised, h.came_back_us IS NOT NULL
FROM (SELECT * FROM handoffs WHERE journey_id IN (SELECT unnest($journeys))) h JOIN wanted USING (journey_id, position)
"""
# A handoff's own stretch runs until the next one, as in the table handoffs; what was given is looked for before it.
_QUESTIONS = f"""
{_WANTED}, line AS (
  SELECT journey_id, position, lead(position) OVER (PARTITION BY journey_id ORDER BY position) AS until
  FROM handoffs WHERE journey_id IN (SELECT unnest($journeys))
), facts_here AS (
  SELECT f.*, s.occurred_us, s.channel FROM facts f JOIN steps s USING (journey_id, position)
  WHERE f.journey_id IN (SELECT unnest($journeys)) AND s.journey_id IN (SELECT unnest($journeys))
), asked AS (
  SELECT l.journey_id, l.position AS handed, f.fact, f.interaction_id, f.start_char, f.end_char, f.position, f.occurred_us,
    f.channel, f.read_by
  FROM wanted w JOIN line l USING (journey_id, position) JOIN facts_here f ON f.journey_id = l.journey_id
    AND f.act = 'ask_again' AND f.position >= l.position AND (l.until IS NULL OR f.position < l.until)
), given AS (
  SELECT a.journey_id, a.handed, a.fact, max_by(g, (g.position, g.start_char)) AS last FROM asked a
  JOIN facts_here g ON g.journey_id = a.journey_id AND g.fact = a.fact AND g.speaker = 'customer' AND g.position < a.handed
  GROUP BY ALL
)
SELECT a.journey_id, a.handed, a.fact, a.interaction_id, a.start_char, a.end_char, a.position, a.occurred_us, a.channel,
  last.interaction_id, last.start_char, last.end_char, last.position, last.occurred_us, last.channel, a.read_by
FROM asked a LEFT JOIN given USING (journey_id, handed, fact) ORDER BY a.journey_id, a.handed, a.position, a.start_char, a.fact
"""
