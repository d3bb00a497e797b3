"""The same pursuit with and without an intervention, all else equal: what no real company can ever see."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from clew.simulator.living.clock import HOUR
from clew.simulator.living.outcome import Outcome
from clew.simulator.living.policy import AS_USUAL, Kind, Policy, eligible, policy_of, reaches
from clew.simulator.living.walk import Walk
from clew.simulator.people import Person
from clew.simulator.scenario import Intervention

Ended = tuple[Walk, Outcome]


class Interventions:
    """The interventions in force in a world, and the policy that each pursuit meets."""

    def __init__(self, in_force: tuple[Intervention, ...], kinds: dict[str, Kind], seed: int) -> None:
        self._in_force = in_force
        self._kinds = kinds
        self._seed = seed
        self._policies: dict[tuple[str, ...], Policy] = {(): AS_USUAL}

    def about(self, issue: str, day: int) -> tuple[Intervention, ...]:
        """Return those that are about a pursuit of this issue that begins on this day of the world."""
        return tuple(each for each in self._in_force if eligible(each, issue, day))

    def reaching(self, person: Person, day: int, among: tuple[Intervention, ...]) -> tuple[Intervention, ...]:
        """Return those among some that reach this customer on this day."""
        return tuple(each for each in among if reaches(each, person, day, self._seed))

    def policy(self, interventions: tuple[Intervention, ...]) -> Policy:
        """Return the policy under these."""
        names = tuple(each.name for each in interventions)
        if names not in self._policies:
            self._policies[names] = policy_of(interventions, self._kinds)
        return self._policies[names]

    def counterfactuals(
        self,
        lived: Ended,
        about: tuple[Intervention, ...],
        reaching: tuple[Intervention, ...],
        live_again: Callable[[Policy], Ended],
    ) -> Iterator[tuple[str, bool, str, float | None, float | None]]:
        """Yield (intervention, treated, outcome, with it, without it) for each intervention that the pursuit is about."""
        for each in about:
            treated = each in reaching
            others = tuple(one for one in about if one in reaching and one is not each)
            toggled = self.policy(others if treated else tuple(one for one in about if one in others or one is each))
            other = lived if toggled == lived[0].policy else live_again(toggled)
            with_it, without_it = (lived, other) if treated else (other, lived)
            for name, one, two in zip(OUTCOMES, measures(*with_it), measures(*without_it), strict=True):
                yield each.name, treated, name, one, two


OUTCOMES = ("contacts", "resolved", "resolved_in_first_contact", "satisfaction", "hours_to_resolution", "left")


def measures(walk: Walk, outcome: Outcome) -> tuple[float | None, ...]:
    """Return the pursuit's outcomes in the order of :data:`OUTCOMES`; None where there is nothing to measure."""
    resolved = walk.outcome == "resolved"
    hours = (walk.settled[-1] - walk.pursuit.began_at) / HOUR if resolved else None
    return (
        float(walk.contacts),
        float(resolved),
        float(resolved and walk.contacts <= 1),
        float(outcome.mark),
        hours,
        float(outcome.leaves),
    )
