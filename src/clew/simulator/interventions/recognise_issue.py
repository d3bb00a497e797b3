"""The bot recognises what the customer is asking about and offers options for their own account."""

from __future__ import annotations

from dataclasses import replace

from clew.simulator.living.policy import Kind, Policy
from clew.simulator.scenario import Intervention


def _apply(policy: Policy, intervention: Intervention) -> Policy:
    return replace(policy, recognises=intervention.strength)


KIND = Kind("recognise_issue", "The bot recognises the issue and answers for the customer's own account.", _apply)
