"""Says yes in a share of the draws."""

from __future__ import annotations

from clew.simulator.chance import Chance


def often(chance: Chance, share: float) -> bool:
    """Return True in a share (0 to 1) of the draws; a share of 0 draws nothing."""
    return share > 0 and chance.unit() < share
