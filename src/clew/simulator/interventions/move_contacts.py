"""One desk is made harder to find, and its contacts move to another: fewer there, and nothing won."""

from __future__ import annotations

from dataclasses import replace

from clew.simulator.living.policy import Kind, Policy
from clew.simulator.scenario import Intervention


def _apply(policy: Policy, intervention: Intervention) -> Policy:
    way = (intervention.from_desk or "phone", intervention.to_desk or "email", intervention.strength)
    return replace(policy, moved=(*policy.moved, way))


KIND = Kind("move_contacts", "Contacts move from one desk to another.", _apply)
