"""Reads a workspace's identity policy for the kinds of identifiers that are there."""

from __future__ import annotations

from collections.abc import Sequence

from clew.customers.constrained import DAY_US, CodedLimit
from clew.model import NAMESPACES, SOURCE_NUMBER, IdentityLimit, IdentityPolicy


def kind_of(identifier: str) -> str:
    """Return the kind of an identifier, or of its namespace: the namespace, or that of all sources' own numbers."""
    namespace = identifier.partition(":")[0]
    return namespace if namespace in NAMESPACES else SOURCE_NUMBER


def limits_for(policy: IdentityPolicy, spaces: Sequence[str]) -> list[tuple[IdentityLimit, CodedLimit]]:
    """Return each limit with its form for :func:`clew.customers.constrained.join`, where namespaces are numbered as given.

    A limit on every source's own numbers counts each such source by itself.
    """
    own = {limit.kind for limit in policy.limits}
    found: list[tuple[IdentityLimit, CodedLimit]] = []
    for limit in policy.limits:
        window = None if limit.days is None else round(limit.days * DAY_US)
        for code, space in enumerate(spaces):
            if space == limit.kind or (limit.kind == SOURCE_NUMBER and space not in NAMESPACES and space not in own):
                found.append((IdentityLimit(space, limit.most, limit.days), CodedLimit((code,), limit.most, window)))
    return found


class Believed:
    """Whose links are believed more: the place of each kind in the policy's priority, those that it doesn't name last."""

    def __init__(self, policy: IdentityPolicy) -> None:
        """Number the kinds."""
        kinds = (*policy.priority, *(kind for kind in (*NAMESPACES, SOURCE_NUMBER) if kind not in policy.priority))
        self._places = {kind: at for at, kind in enumerate(kinds)}

    def place(self, identifier: str) -> int:
        """Return the place of the kind of an identifier or of a namespace; 0 is believed most."""
        return self._places[kind_of(identifier)]
