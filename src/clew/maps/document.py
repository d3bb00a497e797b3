"""The map as JSON: every value it holds, in the order of its definition, so that two equal maps give equal text."""

from __future__ import annotations

import json
from dataclasses import asdict

from clew.model.journey_map import JourneyMap


def to_json(m: JourneyMap) -> str:
    """Return the map as indented JSON; times in microseconds since 1970 UTC, durations in seconds, shares in 0..1.

    ValueError: a number is not finite, which no map may hold (a value that can't be computed is null with its reason).
    """
    return json.dumps(asdict(m), ensure_ascii=False, indent=2, allow_nan=False) + "\n"
