"""Case notes are in front of the agent before a call starts, whatever desk wrote them."""

from __future__ import annotations

from clew.simulator.living.policy import Kind, Policy, carries_more
from clew.simulator.scenario import Intervention

_WRITTEN_AT = ("chat", "email", "web", "sms", "social", "phone", "back_office")


def _apply(policy: Policy, intervention: Intervention) -> Policy:
    for desk in (intervention.from_desk,) if intervention.from_desk else _WRITTEN_AT:
        policy = carries_more(policy, desk, intervention.to_desk or "phone", intervention.strength)
    return policy


KIND = Kind("sync_case_notes", "Notes on the case are there before the next conversation begins.", _apply)
