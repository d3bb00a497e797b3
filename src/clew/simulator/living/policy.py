"""How the company deals with one journey: as usual, or changed by the interventions that are in force for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from zlib import crc32

from clew.simulator.living.names import share_of
from clew.simulator.living.population import TEAMS
from clew.simulator.people import Person
from clew.simulator.scenario import Intervention


@dataclass(frozen=True)
class Policy:
    """What interventions can change; each a chance from 0 to 1, and nothing at all by default.

    ``carried`` is the chance that what was given at the first desk is visible at the second, ``moved`` that a contact
    which would have gone to the first desk goes to the second.
    """

    recognises: float = 0.0
    status_messages: float = 0.0
    closing_summary: float = 0.0
    carried: tuple[tuple[str, str, float], ...] = ()
    moved: tuple[tuple[str, str, float], ...] = ()


AS_USUAL = Policy()


@dataclass(frozen=True)
class Kind:
    """One kind of intervention: its name, what it does in a sentence, and the policy that comes of it."""

    name: str
    title: str
    apply: Callable[[Policy, Intervention], Policy]


def policy_of(interventions: tuple[Intervention, ...], kinds: dict[str, Kind]) -> Policy:
    """Return the policy under these interventions, in their order."""
    policy = AS_USUAL
    for each in interventions:
        policy = kinds[each.kind].apply(policy, each)
    return policy


def eligible(intervention: Intervention, issue: str, day: int) -> bool:
    """Say whether a journey about an issue that begins on a day of the world is one that the intervention is about."""
    return day >= intervention.from_day and (not intervention.issues or issue in intervention.issues)


def reaches(intervention: Intervention, person: Person, day: int, seed: int) -> bool:
    """Say whether an eligible journey of this customer is under the intervention; a customer's share never changes."""
    if intervention.for_whom == "share":
        # Each intervention draws for itself: were they to reach the same customers, nobody could tell their effects apart.
        return share_of(person.number, crc32(intervention.name.encode()), seed) < intervention.share
    if intervention.for_whom == "segment":
        return person.segment == intervention.segment
    if intervention.for_whom == "teams":
        return day >= intervention.from_day + (person.team % TEAMS) * intervention.every_days
    return True


def carries_more(policy: Policy, from_desk: str, to_desk: str, chance: float) -> Policy:
    """Return the policy with one more way over which what was said is carried."""
    return replace(policy, carried=(*policy.carried, (from_desk, to_desk, chance)))
