"""Gathers the systems that a made-up company has, and the kinds of changes that it can make: one file each."""

from __future__ import annotations

from clew.plugins import definitions_in
from clew.simulator.export import Export
from clew.simulator.living.policy import Kind


def known_exports() -> dict[str, Export]:
    """Return every export by its system's name, in the order of the names."""
    return definitions_in("clew.simulator.exports", "EXPORT", Export)


def known_kinds() -> dict[str, Kind]:
    """Return the kinds of interventions by name."""
    return definitions_in("clew.simulator.interventions", "KIND", Kind)
