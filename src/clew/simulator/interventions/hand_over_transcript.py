"""Whoever answers after the bot gets the whole conversation, so that nobody has to tell it again."""

from __future__ import annotations

from clew.simulator.living.policy import Kind, Policy, carries_more
from clew.simulator.scenario import Intervention


def _apply(policy: Policy, intervention: Intervention) -> Policy:
    return carries_more(
        policy, intervention.from_desk or "chatbot", intervention.to_desk or "chat", intervention.strength
    )


KIND = Kind("hand_over_transcript", "The whole conversation goes along when the customer is handed over.", _apply)
