"""Finds the channel of an unknown table: from spellings in a column, else one channel for all rows from names."""

from __future__ import annotations

from collections.abc import Sequence

from clew.channels.column_words import CHANNEL_HINTS
from clew.channels.guess_columns import ColumnLook, channel_of, plain_words
from clew.model.channel import channel_named

#: Words in column names (not file names) that tell the channel: an "email" column alone tells nothing.
_TELLING_COLUMNS = frozenset(
    ("tweet", "twitter", "whatsapp", "sms", "call", "calls", "llamada", "anruf", "chat", "chats", "livechat")
)


def channel_spellings(look: ColumnLook) -> tuple[dict[str, str], list[str]]:
    """Return translations for spellings that Clew doesn't know by itself, and those that nobody can tell."""
    likely = {value: _likely_channel(value) for value in look.distinct if channel_named(value) is None}
    known = {value: channel for value, channel in likely.items() if channel is not None}
    return known, [value for value, channel in likely.items() if channel is None]


def constant_channel(looks: Sequence[ColumnLook], stem: str, has_text: bool, fallback: str) -> tuple[str, str, float]:
    """Return the channel taken for every row of a table without a channel column, why, and how sure (0..1)."""
    filled = [look for look in looks if look.values and look.booleans < 0.8]
    telling = {word for look in filled for word in look.words} & _TELLING_COLUMNS
    for words, where in (
        (set(plain_words(stem)), "the file's name suggests it"),
        (telling, "the columns' names suggest it"),
    ):
        hinted = _hinted(words)
        if hinted is not None:
            return hinted, f"no column says the channel; {where}", 0.7
    timed = any({"duration", "dauer", "talk", "ring"} & set(look.words) for look in filled)
    ends = {word for look in filled if look.phones >= 0.8 for word in look.words} & {
        "from",
        "sender",
        "to",
        "recipient",
    }
    if ends:
        channel = "sms" if has_text and not timed else "phone"
        return channel, f"no column says the channel; phone numbers in {min(ends)} suggest it", 0.6
    if timed:
        return "phone", "no column says the channel; durations suggest calls", 0.6
    return fallback, "no column and no name says the channel", 0.2


def _likely_channel(spelling: str) -> str | None:
    return channel_of(spelling) or _hinted(set(plain_words(spelling)))


def _hinted(words: set[str]) -> str | None:
    return next((channel for hints, channel in CHANNEL_HINTS if words & set(hints.split())), None)
