"""Says which of several tellings of a trait stands, by the workspace's policy, and which values contradict it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clew.model import TraitPolicy


@dataclass(frozen=True)
class Telling:
    """One telling of a trait. ``alike`` is what it is compared by, None where it can't be; only within the same ``among``."""

    value: str
    source: str
    evidence: str
    at_us: int
    alike: str | None
    among: str = ""


@dataclass(frozen=True)
class TraitValue:
    """One value, as it was told last, by whom, on what evidence, and by how many records or interactions in all.

    ``sources`` have all who tell it; ``contradicts`` where it can't be true beside the value that stands.
    """

    value: str
    source: str
    evidence: str
    at_us: int
    tellings: int
    sources: tuple[str, ...]
    contradicts: bool = False


def standing_trait(
    tellings: Sequence[Telling], policy: TraitPolicy, *, several: bool = False
) -> tuple[TraitValue, tuple[TraitValue, ...]]:
    """Return the value that stands and the others, the best supported first; ``tellings`` has one at least.

    Spellings of one value count together. Where none of the policy's sources tells the trait, the latest telling stands, as
    it does among equals. ``several`` values of a trait don't contradict each other.
    """
    groups: dict[tuple[str, str], list[Telling]] = {}
    for each in tellings:
        key = (each.among, each.alike) if each.alike else ("as told", each.value.casefold())
        groups.setdefault(key, []).append(each)
    chosen = _chosen(list(groups.values()), tellings, policy)
    standing = next(group for group in groups.values() if chosen in group)
    others = [
        (group, not several and _contradicts(group, chosen)) for group in groups.values() if group is not standing
    ]
    values = [_value(group, max(group, key=_age), contradicts) for group, contradicts in others]
    values.sort(key=lambda each: (-each.tellings, -each.at_us, each.value))
    return _value(standing, chosen, False), tuple(values)


def _chosen(groups: list[list[Telling]], tellings: Sequence[Telling], policy: TraitPolicy) -> Telling:
    if policy.choice == "most often":
        return max(max(groups, key=lambda group: (_count(group), max(map(_age, group)))), key=_age)
    for source in policy.sources:
        told = [each for each in tellings if each.source == source]
        if told:
            return max(told, key=_age)
    return max(tellings, key=_age)


def _contradicts(group: list[Telling], chosen: Telling) -> bool:
    return bool(chosen.alike) and any(each.alike and each.among == chosen.among for each in group)


def _value(group: list[Telling], shown: Telling, contradicts: bool) -> TraitValue:
    sources = tuple(sorted({each.source for each in group}))
    return TraitValue(
        shown.value, shown.source, shown.evidence, shown.at_us, _count(group), sources, contradicts=contradicts
    )


def _count(group: list[Telling]) -> int:
    return len({each.evidence for each in group})


def _age(told: Telling) -> tuple[int, str, str, str]:
    return told.at_us, told.source, told.evidence, told.value
