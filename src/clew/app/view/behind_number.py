"""Finds the journeys behind any number that a screen shows, by the word that the number carries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from clew.app.view.selection import Selection
from clew.model import UsageError
from clew.plugins import definitions_in

if TYPE_CHECKING:
    from clew.app.view.view import View


@dataclass(frozen=True)
class Found:
    """How often each of the view's journeys holds what a number counts, and in words what that is.

    ``times[j]`` is 0 where journey j isn't behind the number; their sum over a selection is the number, or its n.
    """

    times: NDArray[np.int64]
    counted: str
    words: str


@dataclass(frozen=True)
class Behind:
    """One kind of number: ``find(view, rest)`` takes what follows ``name:`` in its through word, and raises UsageError.

    ``example`` shows the form of the whole word, for the error that names it. Where it depends on the other journeys that
    are looked at ("all variants but the eight most travelled"), ``find_among(view, rest, chosen)`` finds it instead.
    """

    name: str
    example: str
    find: Callable[[View, str], Found]
    find_among: Callable[[View, str, NDArray[np.bool_]], Found] | None = None


@cache
def known_kinds() -> dict[str, Behind]:
    """Return the kinds of numbers by name."""
    return definitions_in("clew.app.view.through", "BEHIND", Behind)


def behind(view: View, through: str, selection: Selection = Selection()) -> Found:  # noqa: B008 - frozen
    """Return the journeys behind the number with this through word, as seen within the selection.

    They are those of the whole view: mask them with the selection. UsageError says which words there are.
    """
    name, _, rest = through.partition(":")
    kind = known_kinds().get(name)
    if kind is None:
        raise UsageError(f"No such number. Known: {', '.join(each.example for each in known_kinds().values())}.")
    among = kind.find_among
    if among is None:
        return view.remembered(("behind", through), lambda: kind.find(view, rest))
    return view.remembered(("behind", through, selection), lambda: among(view, rest, view.chosen(selection)))


def per_journey(view: View, journey_of_each: NDArray[np.int32]) -> NDArray[np.int64]:
    """Count things by the journey they are in."""
    return np.bincount(journey_of_each, minlength=len(view.journeys)).astype(np.int64)
