"""While a case is under review the customer is told how it stands, without having to ask."""

from __future__ import annotations

from dataclasses import replace

from clew.simulator.living.policy import Kind, Policy
from clew.simulator.scenario import Intervention


def _apply(policy: Policy, intervention: Intervention) -> Policy:
    return replace(policy, status_messages=intervention.strength)


KIND = Kind("status_messages", "Messages tell how the case stands while it is under review.", _apply)
