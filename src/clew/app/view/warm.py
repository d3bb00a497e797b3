"""Asks a freshly loaded view what everybody asks first, so that nobody waits for what is computed once a build."""

from __future__ import annotations

from collections.abc import Callable

from clew.app.view.handoffs.matrix import handoff_matrix
from clew.app.view.map.stage_map import stage_map
from clew.app.view.options import options
from clew.app.view.overview.headline import headline
from clew.app.view.paths.making import Making
from clew.app.view.paths.variants import variant_list
from clew.app.view.selection import Selection
from clew.app.view.view import View


def warm(view: View, tell: Callable[[str], None] = lambda _what: None) -> None:
    """Compute what the first screens rest on; ``tell`` hears which one."""
    everything = Selection()
    chosen = view.chosen(everything)
    tell("filters")
    options(view)
    tell("overview")
    headline(view, chosen, everything)
    tell("map")
    stage_map(view, chosen, everything)
    tell("paths")
    variant_list(view, chosen, Making())
    tell("handoffs")
    handoff_matrix(view, chosen, "channel")
