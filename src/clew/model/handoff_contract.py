"""What a company promises itself of its handoffs: what has to be known, how soon, and what the customer is told."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clew.model.errors import UsageError

#: Who can answer a customer; what "party" may say of either side of a handoff.
ANSWERING = ("bot", "agent")
_UNITS = {"s": 1, "min": 60, "h": 3_600, "d": 86_400}
_LENGTH = re.compile(
    r"(?P<count>\d{1,9}(?:\.\d{1,6})?) *(?:(?P<s>s|sec|seconds?)|(?P<min>min|minutes?)|(?P<h>h|hours?)|(?P<d>d|days?))"
)


@dataclass(frozen=True)
class HandoffContract:
    """One contract: which handoffs fall under it, and its terms. Empty tuples ask nothing, nor do None and False.

    ``required_facts`` have to be known before the handoff and not asked for after it, ``within_seconds`` is how soon the
    next party has to act, ``told`` and ``promise`` ask that the customer is told of the handoff, or when to hear again.
    """

    name: str
    from_channel: tuple[str, ...] = ()
    to_channel: tuple[str, ...] = ()
    from_party: tuple[str, ...] = ()
    to_party: tuple[str, ...] = ()
    from_team: tuple[str, ...] = ()
    to_team: tuple[str, ...] = ()
    required_facts: tuple[str, ...] = ()
    within_seconds: int | None = None
    told: bool = False
    promise: bool = False


#: What decides whether a handoff falls under a contract: fields of both.
SIDES = ("from_channel", "to_channel", "from_party", "to_party", "from_team", "to_team")


def seconds_in(length: str) -> int:
    """Return a length of time in seconds; UsageError for what is none.

    >>> seconds_in("30 min"), seconds_in("1.5 h")
    (1800, 5400)
    """
    found = _LENGTH.fullmatch(length.strip())
    seconds = round(float(found["count"]) * _UNITS[str(found.lastgroup)]) if found else 0
    if seconds < 1:
        raise UsageError(f'"{length[:40]}" is no length of time. Write such as "45 s", "30 min", "4 h" or "2 d".')
    return seconds


def length_text(seconds: int) -> str:
    """Return a length of time as it is written, in the largest unit that fills it.

    >>> length_text(1800), length_text(5400), length_text(172_800)
    ('30 min', '90 min', '2 d')
    """
    unit, size = next(each for each in reversed(_UNITS.items()) if seconds % each[1] == 0)
    return f"{seconds // size} {unit}"
