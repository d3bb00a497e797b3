"""A change that changes nothing for customers: whoever finds an effect of it has measured wrongly."""

from __future__ import annotations

from clew.simulator.living.policy import Kind, Policy
from clew.simulator.scenario import Intervention


def _apply(policy: Policy, intervention: Intervention) -> Policy:  # noqa: ARG001 - every kind has this form
    return policy


KIND = Kind("placebo", "Nothing changes for customers.", _apply)
