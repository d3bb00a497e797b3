"""What happened in order: journeys, their steps, stages and handoffs, and the paths they take."""

from clew.journeys.build import VERSION, write_journeys
from clew.journeys.paths import PathVariant, Transition, transitions, variants

__all__ = ["VERSION", "PathVariant", "Transition", "transitions", "variants", "write_journeys"]
