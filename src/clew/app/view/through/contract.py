"""The journeys behind a number of a handoff contract: those with handoffs under it, that kept it, or broke it or one of its terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.app.view.behind_number import Behind, Found
from clew.app.view.contracts.judged import times_behind
from clew.app.view.contracts.word import EXAMPLE, read_word, words_of

if TYPE_CHECKING:
    from clew.app.view.view import View


def _find(view: View, rest: str) -> Found:
    word = read_word(rest)
    return Found(times_behind(view, word), "handoffs", words_of(word))


BEHIND = Behind("contract", EXAMPLE, _find)
