"""Judges one handoff that happens just now by every contract of the workspace that it falls under."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clew.journeys import Kept, kept
from clew.model import HandoffContract


def check_handoff(
    handoff: Mapping[str, object], contracts: Iterable[HandoffContract]
) -> list[tuple[HandoffContract, Kept]]:
    """Return the contracts that the handoff falls under, with the verdict of each; see ``clew.journeys.kept``."""
    found = ((contract, kept(handoff, contract)) for contract in contracts)
    return [(contract, verdict) for contract, verdict in found if verdict is not None]
