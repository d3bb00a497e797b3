"""What a workspace decides about identity: how many of a kind one person may have, and which values name nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, get_args

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


#: ``latest``: what was told last. ``most often``: what most records tell. ``source``: what the first of the sources tells.
TraitChoice = Literal["latest", "most often", "source"]


@dataclass(frozen=True)
class TraitPolicy:
    """Which telling of a trait stands where several differ; ``sources`` are asked in their order."""

    choice: TraitChoice
    sources: tuple[str, ...] = ()

    def __str__(self) -> str:
        """As settings have it: ``latest``, ``source:crm,shop``."""
        return self.choice + (":" + ",".join(self.sources) if self.sources else "")


def trait_policy_of(text: str) -> TraitPolicy:
    """Read a trait's policy as settings have it; UsageError for another form.

    >>> trait_policy_of("source:crm, shop")
    TraitPolicy(choice='source', sources=('crm', 'shop'))
    """
    word, colon, named = text.strip().partition(":")
    sources = tuple(each.strip() for each in named.split(","))
    if word == "source" and all(sources):
        return TraitPolicy("source", sources)
    if not colon and word == "latest":
        return TraitPolicy("latest")
    if not colon and word == "most often":
        return TraitPolicy("most often")
    raise UsageError(
        'A policy is written "latest", "most often" or "source:crm,shop", with the best believed source first.'
    )


#: What becomes of pairs that are surely alike: they join by themselves, wait for a person's eye, or aren't looked for at all.
Likeness = Literal["accept", "review", "off"]
LIKENESS: tuple[Likeness, ...] = get_args(Likeness)


@dataclass(frozen=True)
class IdentityPolicy:
    """How identity is protected from joining too much.

    ``blocked`` are values that name nobody (``email:test@*``; ``*`` stands for anything), beside those that Clew knows.
    ``shared_from`` says with how many identifiers of a kind one identifier may have been given before it counts as shared
    by many and joins nobody. ``priority`` lists kinds from the one whose links are believed most to the least. ``likeness`` is
    what becomes of pairs of records that are surely alike. ``traits`` says which telling of a trait stands, for those that
    aren't to follow their own default.
    """

    limits: tuple[IdentityLimit, ...] = DEFAULT_LIMITS
    blocked: tuple[str, ...] = ()
    shared_from: dict[str, int] = field(default_factory=lambda: {"account": 3, "email": 6, SOURCE_NUMBER: 6})
    priority: tuple[str, ...] = ("account", SOURCE_NUMBER, "email", "handle", "phone", "device")
    rules_off: tuple[str, ...] = ()
    likeness: Likeness = "accept"
    traits: dict[str, TraitPolicy] = field(default_factory=dict)
