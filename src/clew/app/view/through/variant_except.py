"""The journeys whose path is none of those named: what a comparison of two groups gathers as other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from clew.app.view.behind_number import Behind, Found
from clew.app.view.paths.making import making_named
from clew.app.view.paths.same_path import variants_of
from clew.model import UsageError

if TYPE_CHECKING:
    from clew.app.view.view import View


def _find(view: View, rest: str) -> Found:
    making, _, listed = rest.partition("/")
    every = variants_of(view, making_named(making))
    try:
        digests = np.array([int(digest, 16) for digest in listed.split(",")], dtype=np.uint64)
    except (ValueError, OverflowError) as error:
        raise UsageError("Expected the digests of paths, as in variant-except:channel/00ff….") from error
    named = np.isin(every.grouped.digest, digests)
    times = ~named[every.grouped.variant]
    return Found(times.astype(np.int64), "journeys", f"Paths other than the {int(named.sum())} listed")


BEHIND = Behind("variant-except", "variant-except:channel/00ff00ff00ff00ff", _find)
