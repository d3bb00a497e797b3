"""The last message says what was wrong, what was done, and what comes next."""

from __future__ import annotations

from dataclasses import replace

from clew.simulator.living.policy import Kind, Policy
from clew.simulator.scenario import Intervention


def _apply(policy: Policy, intervention: Intervention) -> Policy:
    return replace(policy, closing_summary=intervention.strength)


KIND = Kind("closing_summary", "The closing message has the summary, the solution and the next date.", _apply)
