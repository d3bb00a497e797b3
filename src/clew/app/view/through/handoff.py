"""The journeys behind a cell of the handoff matrix, behind one of its totals, or behind a bar of one handoff's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.app.view.behind_number import Behind, Found, per_journey
from clew.app.view.handoffs.word import EXAMPLE, handoffs_of, read_word, words_of

if TYPE_CHECKING:
    from clew.app.view.view import View


def _find(view: View, rest: str) -> Found:
    word = read_word(rest)
    times = per_journey(view, view.handoffs.journey[handoffs_of(view, word)])
    return Found(times, "handoffs", words_of(view, word))


BEHIND = Behind("handoff", EXAMPLE, _find)
