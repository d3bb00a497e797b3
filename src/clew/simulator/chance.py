"""Draws what happens by chance, with plain arithmetic only, so that a seed means the same on every machine."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

Choice = TypeVar("Choice")


class Chance:
    """A stream of draws of its own name: who is drawn first or in which process never matters to the others.

    Powers, logarithms and the like are left out on purpose: their last digit differs between machines.

    >>> Chance(7, "a", 1).between(0, 999) == Chance(7, "a", 1).between(0, 999)
    True
    """

    __slots__ = ("unit",)

    def __init__(self, seed: int, *name: str | int) -> None:
        # A text seeds by its SHA-512, not by its hash, which changes from process to process.
        #: Returns a number from 0 to 1, 1 not included.
        self.unit = random.Random("/".join(map(str, (seed, *name)))).random  # noqa: S311 - a story, not a secret

    def between(self, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``, both included."""
        return low + int(self.unit() * (high - low + 1))

    def happens(self, permille: int) -> bool:
        """Return True in ``permille`` of a thousand draws."""
        return self.unit() * 1000 < permille

    def one_of(self, choices: Sequence[Choice]) -> Choice:
        """Return one of the choices, each as likely."""
        return choices[int(self.unit() * len(choices))]

    def weighed(self, choices: Sequence[tuple[float, Choice]]) -> Choice:
        """Return one of the choices, each as likely as its weight says."""
        return weighed(self.unit(), choices)

    def spread(self, fastest_tenth: float, half: float, slowest_tenth: float) -> float:
        """Return a duration, of which a tenth are shorter than the first, half than the second, nine tenths than the third.

        Straight lines between them; nothing is shorter than a third of the first nor longer than thrice the third.
        """
        return spread(self.unit(), fastest_tenth, half, slowest_tenth)


def spread(draw: float, fastest_tenth: float, half: float, slowest_tenth: float) -> float:
    """Return the duration that a number from 0 to 1 stands for (:meth:`Chance.spread`)."""
    if draw < 0.1:
        return fastest_tenth * (1 + 2 * draw / 0.1) / 3
    if draw < 0.5:
        return fastest_tenth + (half - fastest_tenth) * (draw - 0.1) / 0.4
    if draw < 0.9:
        return half + (slowest_tenth - half) * (draw - 0.5) / 0.4
    return slowest_tenth * (1 + 2 * (draw - 0.9) / 0.1)


def weighed(draw: float, choices: Sequence[tuple[float, Choice]]) -> Choice:
    """Return the choice that a number from 0 to 1 stands for, each as likely as its weight says."""
    left = draw * sum(weight for weight, _ in choices)
    for weight, choice in choices:
        left -= weight
        if left < 0:
            return choice
    return choices[-1][1]
