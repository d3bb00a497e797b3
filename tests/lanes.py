"""Heavy lanes of tests have a short form, which runs by default, and a whole, which a target of its own runs.

``CLEW_WHOLE=faults,web`` (what ``make faults`` and ``make test-web`` set) asks for the whole of the lanes that it names. Every
test runs in the short form too, with fewer cases.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import product
from typing import TypeVar

Case = TypeVar("Case")

#: What runs the whole of each lane.
LANES = {"faults": "make faults", "web": "make test-web"}
WIDTHS, THEMES = ("phone", "tablet", "desktop"), ("light", "dark")
Look = tuple[str, str]
#: Every size, and every theme, in two ways that take turns; and the themes alone, for what else is looked at in every size.
SIZES: tuple[Look, ...] = (("phone", "light"), ("tablet", "dark"), ("desktop", "light"))
SIZES_TURNED: tuple[Look, ...] = (("phone", "dark"), ("tablet", "light"), ("desktop", "dark"))
THEMES_ALONE: tuple[Look, ...] = (("desktop", "light"), ("phone", "dark"))


def is_whole(lane: str) -> bool:
    """Say whether the whole of a lane was asked for."""
    assert lane in LANES, lane
    return lane in os.environ.get("CLEW_WHOLE", "").split(",")


def header() -> str:
    """Return the line that says at the start of a run what of the lanes runs in it."""
    asked = [lane for lane in LANES if is_whole(lane)]
    short = {lane: target for lane, target in LANES.items() if lane not in asked}
    told = f"the whole of: {', '.join(asked)}" if asked else ""
    left = f"short form of: {', '.join(short)}; the whole: {', '.join(short.values())}" if short else ""
    return f"lanes: {'; '.join(filter(None, (told, left)))}"


def spread(lane: str, cases: Sequence[Case], most: int) -> list[Case]:
    """Return all cases, or ``most`` of them in the short form: the first, the last, and what lies evenly between."""
    if is_whole(lane) or len(cases) <= most:
        return list(cases)
    return [cases[number * (len(cases) - 1) // (most - 1)] for number in range(most)]


def looks(shortly: Sequence[Look] = SIZES) -> list[Look]:
    """Return the sizes and themes in which a screen is looked at: all pairs, or in the short form those named."""
    return list(product(WIDTHS, THEMES)) if is_whole("web") else list(shortly)
