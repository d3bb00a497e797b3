"""The journeys whose path is none of those that a list of variants shows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

import numpy as np
from numpy.typing import NDArray

from clew.app.view.behind_number import Behind, Found
from clew.app.view.paths.making import making_named
from clew.app.view.paths.same_path import variants_of
from clew.app.view.paths.variants import listed_variants
from clew.model import UsageError

if TYPE_CHECKING:
    from clew.app.view.view import View


def _find(view: View, rest: str) -> Found:
    return _find_among(view, rest, np.ones(len(view.journeys), dtype=bool))


def _find_among(view: View, rest: str, chosen: NDArray[np.bool_]) -> Found:
    making, _, shown_and_search = rest.partition("/")
    shown, _, search = shown_and_search.partition("/")
    every = variants_of(view, making_named(making))
    if not (shown.isascii() and shown.isdigit() and len(shown) <= 4):
        raise UsageError("How many variants are listed? Expected a number, as in variant-other:channel/20.")
    listed = listed_variants(every, every.counted(chosen), int(shown), unquote(search))
    times = ~np.isin(every.grouped.variant, listed)
    return Found(times.astype(np.int64), "journeys", f"Paths other than the {len(listed)} listed")


BEHIND = Behind("variant-other", "variant-other:channel/20", _find, _find_among)
