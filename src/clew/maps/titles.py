"""What channels, touchpoints, handoffs and endings are called on the map."""

from __future__ import annotations

from clew.model import BY_NAME

ENDINGS = {
    "resolved": "ends resolved",
    "closed": "ends closed, no solution told",
    "abandoned": "given up",
    "open": "still open",
    "reopened": "reopened, no end yet",
    "unknown": "dropped off",
}
VERBS = {
    "message": "write",
    "call": "call",
    "visit": "visit",
    "search": "search",
    "article": "read an article",
    "rating": "rate",
    "order": "order",
    "form": "fill in a form",
    "payment": "pay",
    "status": "close or confirm",
    "task": "have a task done",
}


def channel_title(channel: str) -> str:
    """Return a channel's title, or its name where Clew has none."""
    return BY_NAME[channel].title if channel in BY_NAME else channel


def ending_title(outcome: str) -> str:
    """Return how an outcome is told on the map ("dropped off")."""
    return ENDINGS.get(outcome, outcome)


def touchpoint_title(key: str) -> str:
    """Return the title of a touchpoint's key.

    >>> touchpoint_title("chatbot|asks about a bill")
    'Chatbot: asks about a bill'
    """
    channel, _, what = key.partition("|")
    return f"{channel_title(channel)}: {what}"


def doing_title(key: str) -> str:
    """Return what a customer does, by channel and kind.

    >>> doing_title("email|message")
    'write (E-mail)'
    """
    channel, _, kind = key.partition("|")
    return f"{VERBS.get(kind, kind)} ({channel_title(channel)})"


def handoff_title(key: str) -> str:
    """Return between which channels a handoff leads.

    >>> handoff_title("chat>phone"), handoff_title("phone>phone")
    ('Chat → Phone', 'Phone: to another party')
    """
    before, _, after = key.partition(">")
    if before == after:
        return f"{channel_title(before)}: to another party"
    return f"{channel_title(before)} → {channel_title(after)}"
