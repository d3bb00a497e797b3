"""The journeys that take one path."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from clew.app.view.behind_number import Behind, Found
from clew.app.view.paths.making import Making, making_named
from clew.app.view.paths.same_path import variants_of

if TYPE_CHECKING:
    from clew.app.view.view import View


def _find(view: View, rest: str) -> Found:
    """Find ``channel/chat>phone``, or ``chat>phone`` for paths through channels."""
    making, slash, written = rest.partition("/")
    every = variants_of(view, making_named(making) if slash else Making())
    variant = every.find(written if slash else rest)
    return Found((every.grouped.variant == variant).astype(np.int64), "journeys", every.title(variant))


BEHIND = Behind("variant", "variant:chat>phone", _find)
