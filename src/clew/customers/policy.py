"""Reads a workspace's identity policy for the kinds of identifiers that are there."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from clew.customers.constrained import ALL, BUT_NUMBERS, DAY_US, NONE, CodedLimit
from clew.model import NAMESPACES, SOURCE_NUMBER, IdentityLimit, IdentityPolicy


def kind_of(identifier: str) -> str:
    """Return the kind of an identifier, or of its namespace: the namespace, or that of all sources' own numbers."""
    namespace = identifier.partition(":")[0]
    return namespace if namespace in NAMESPACES else SOURCE_NUMBER


def limits_for(policy: IdentityPolicy, spaces: Sequence[str]) -> list[tuple[IdentityLimit, CodedLimit]]:
    """Return each limit with its form for :func:`clew.customers.constrained.join`, where namespaces are numbered as given.

    A limit on every source's own numbers counts each such source by itself, and says nothing of records that are alike: that
    one source keeps a person twice is what likeness finds. A limit that names the source holds for them, too.
    """
    own = {limit.kind for limit in policy.limits}
    found: list[tuple[IdentityLimit, CodedLimit]] = []
    for limit in policy.limits:
        window = None if limit.days is None else round(limit.days * DAY_US)
        for code, space in enumerate(spaces):
            is_number = limit.kind == SOURCE_NUMBER and space not in NAMESPACES and space not in own
            if space == limit.kind or is_number:
                coded = CodedLimit((code,), limit.most, window, on_numbers=is_number)
                found.append((IdentityLimit(space, limit.most, limit.days), coded))
    return found


def knows_mailboxes(policy: IdentityPolicy) -> bool:
    """Return whether other spellings of an e-mail address count as the mailbox's plain one (rule ``same_mailbox``)."""
    return "same_mailbox" not in policy.rules_off


def kept_by(by_person: NDArray[np.bool_], times: NDArray[np.int64]) -> NDArray[np.int8]:
    """Return which limits links have to keep: a person's word none, likeness alone (``times`` 0) all but those on numbers."""
    return np.where(by_person, NONE, np.where(times == 0, BUT_NUMBERS, ALL)).astype(np.int8)


class Believed:
    """Whose links are believed more: the place of each kind in the policy's priority, those that it doesn't name last."""

    def __init__(self, policy: IdentityPolicy) -> None:
        """Number the kinds."""
        kinds = (*policy.priority, *(kind for kind in (*NAMESPACES, SOURCE_NUMBER) if kind not in policy.priority))
        self._places = {kind: at for at, kind in enumerate(kinds)}

    def place(self, identifier: str) -> int:
        """Return the place of the kind of an identifier or of a namespace; 0 is believed most."""
        return self._places[kind_of(identifier)]
