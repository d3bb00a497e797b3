"""Keeps customers' names out of reasons, which stay also when a customer is erased."""

from __future__ import annotations

from collections.abc import Iterable

from clew.api.problems import Problem
from clew.app.identity.telling import telling_pattern


def check_reason(reason: str, identifiers: Iterable[str]) -> None:
    """Raise a 422 problem where the reason holds one of the identifiers, whole or its value alone."""
    named = sorted(set(identifiers))
    pattern = telling_pattern(named)
    if (pattern is not None and pattern.search(reason)) or any(each.lower() in reason.lower() for each in named):
        raise Problem(
            "reason-names-them",
            "The reason names somebody",
            422,
            "The reason is kept, also when the customer is erased: write it without the customer's identifiers.",
        )
