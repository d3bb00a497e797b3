"""The people of a world: customers in their households, each with what the company's systems know them by, and agents."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A customer. Which of these identifiers a system sees, and how badly spelt, is for the system's export to say.

    ``number`` is unique in the world, ``team`` is the part of the company that looks after them (for staggered roll-outs).
    ``old_phone`` was theirs until ``phone_changed_at`` (seconds; 0 = never changed). ``family_phone`` and
    ``family_device`` are shared by the household ('' = none). ``sloppiness`` is the chance of a spelling mistake per
    message, ``chattiness`` of small talk; ``patience`` and ``sensitivity`` are factors around 1; ``habits`` are factors
    of how well they like each desk, in the order of :data:`~clew.simulator.scenario.DESKS`.
    """

    number: int
    household: int
    team: int
    segment: str
    first_name: str
    last_name: str
    nickname: str
    email: str
    other_email: str
    phone: str
    old_phone: str
    phone_changed_at: int
    family_phone: str
    account: str
    devices: tuple[str, ...]
    family_device: str
    handle: str
    postcode: str
    born: str
    logs_in: bool
    consent: bool
    sloppiness: float
    chattiness: float
    patience: float
    sensitivity: float
    habits: tuple[float, ...]

    @property
    def full_name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}"


@dataclass(frozen=True, slots=True)
class Agent:
    """One of the company's own, in one team; specialists take over from the first team of their desk."""

    number: int
    name: str
    team: str
    specialist: bool = False
