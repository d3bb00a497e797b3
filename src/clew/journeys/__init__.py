"""What happened in order: journeys, their steps, stages and handoffs, and the paths they take."""

from clew.journeys.build import VERSION, write_journeys

__all__ = ["VERSION", "write_journeys"]
