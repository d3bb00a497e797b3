"""Draws what happens by chance, from whole numbers only, so that a seed means the same on every machine."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

Choice = TypeVar("Choice")


class Chance:
    """A stream of draws of its own name: who is drawn first or in which process never matters to the others.

    >>> Chance(7, "a", 1).between(0, 999) == Chance(7, "a", 1).between(0, 999)
    True
    """

    def __init__(self, seed: int, *name: str | int) -> None:
        # A text seeds by its SHA-512, not by its hash, which changes from process to process.
        self._random = random.Random("/".join(map(str, (seed, *name))))  # noqa: S311 - a story, not a secret

    def between(self, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``, both included."""
        return self._random.randrange(low, high + 1)

    def happens(self, permille: int) -> bool:
        """Return True in ``permille`` of a thousand draws."""
        return self._random.randrange(1000) < permille

    def one_of(self, choices: Sequence[Choice]) -> Choice:
        """Return one of the choices, each as likely."""
        return choices[self._random.randrange(len(choices))]

    def weighed(self, choices: Sequence[tuple[int, Choice]]) -> Choice:
        """Return one of the choices, each as likely as its weight says."""
        left = self._random.randrange(sum(weight for weight, _ in choices))
        for weight, choice in choices:
            left -= weight
            if left < 0:
                return choice
        raise AssertionError("the weights sum to more than what was drawn")
