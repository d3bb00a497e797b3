"""The journeys on which a detector of pain points found something: a line of the pain points, or one channel of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.app.view.behind_number import Behind, Found
from clew.app.view.pain_points.places import times_behind
from clew.app.view.pain_points.word import EXAMPLE, read_word, words_of
from clew.maps import channel_title
from clew.model import UsageError

if TYPE_CHECKING:
    from clew.app.view.view import View


def _find(view: View, rest: str) -> Found:
    word = read_word(rest)
    if word.channel and view.steps.channel.code(word.channel) < 0:
        raise UsageError("No step here is on that channel. Choose one from the list.")
    return Found(times_behind(view, word), "findings", words_of(word, channel_title(word.channel)))


BEHIND = Behind("pain_point", EXAMPLE, _find)
