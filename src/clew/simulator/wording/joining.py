"""Puts what was said in one message behind one another: in a row in chats, as paragraphs in letters, as lines in calls."""

from __future__ import annotations

from collections.abc import Callable

from clew.simulator.event import Event

#: What stands on a line of its own in a letter.
_ALONE = frozenset({"letter_open", "letter_close", "sign_off"})
_BLANK = "\n\n"


def speaker(event: Event, by: str) -> str:
    """Return what a transcript puts before what somebody says ('' = nothing)."""
    if event.system != "telephony":
        return ""
    return "Customer: " if by == "customer" else "Agent: "


def joiner(event: Event, before: str, key: str, text: str, untidy: bool, draw: Callable[[], float]) -> str:
    """Return what comes between the act ``before`` and the act ``key``, ``text`` being all that was said so far.

    Untidy people leave out the full stop there, too.
    """
    if not text:
        return ""
    if event.system == "telephony":
        return "\n"
    if _is_letter(event) and (before in _ALONE or key in _ALONE or draw() < 0.5):
        return _BLANK
    return ". " if text[-1].isalnum() and not untidy else " "


def _is_letter(event: Event) -> bool:
    return event.system == "mailbox" or (event.system == "helpdesk" and event.kind == "message")
