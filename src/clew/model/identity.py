"""What a workspace decides about identity: how many of a kind one person may have, and which values name nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from clew.model.errors import UsageError

#: The kind under which limits speak of every source's own customer numbers that have none of their own.
SOURCE_NUMBER = "source"


@dataclass(frozen=True)
class IdentityLimit:
    """At most ``most`` identifiers of a ``kind`` (a namespace) belong to one person: ever, or first seen within ``days``."""

    kind: str
    most: int
    days: float | None = None

    def __str__(self) -> str:
        """As settings have it: ``1 account``, ``8 device in 30 days``."""
        return f"{self.most} {self.kind}" + ("" if self.days is None else f" in {self.days:g} days")


_LIMIT = re.compile(r"(\d{1,9}) ([a-z][a-z0-9_]*)(?: ever| in (\d{1,5}(?:\.\d+)?) days?)?")


def limit_of(text: str) -> IdentityLimit:
    """Read a limit as settings have it; UsageError for another form.

    >>> limit_of("8 device in 30 days")
    IdentityLimit(kind='device', most=8, days=30.0)
    """
    found = _LIMIT.fullmatch(text.strip())
    if found is None or int(found[1]) < 1:
        raise UsageError('A limit is written "1 account" or "8 device in 30 days", with a number from 1.')
    return IdentityLimit(found[2], int(found[1]), float(found[3]) if found[3] else None)


DEFAULT_LIMITS: tuple[IdentityLimit, ...] = (
    IdentityLimit("account", 1),
    IdentityLimit(SOURCE_NUMBER, 2),
    IdentityLimit("email", 4),
    IdentityLimit("handle", 4),
    IdentityLimit("phone", 5),
    IdentityLimit("device", 30),
    IdentityLimit("device", 8, days=30.0),
)


@dataclass(frozen=True)
class IdentityPolicy:
    """How identity is protected from joining too much.

    ``blocked`` are values that name nobody (``email:test@*``; ``*`` stands for anything), beside those that Clew knows.
    ``shared_from`` says with how many identifiers of a kind one identifier may have been given before it counts as shared
    by many and joins nobody. ``priority`` lists kinds from the one whose links are believed most to the least.
    """

    limits: tuple[IdentityLimit, ...] = DEFAULT_LIMITS
    blocked: tuple[str, ...] = ()
    shared_from: dict[str, int] = field(default_factory=lambda: {"account": 3, "email": 6, SOURCE_NUMBER: 6})
    priority: tuple[str, ...] = ("account", SOURCE_NUMBER, "email", "handle", "phone", "device")
    rules_off: tuple[str, ...] = ()
