"""The journeys that come to a stage of the map, or to one of its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from clew.app.view.behind_number import Behind, Found
from clew.app.view.map.tallies import one_column
from clew.app.view.map.things import column_title, journeys_of
from clew.app.view.map.word import read_column

if TYPE_CHECKING:
    from clew.app.view.view import View


def _find(view: View, rest: str) -> Found:
    word = read_column(rest)
    (column,) = one_column(view, word).listed
    return Found(journeys_of(view, word).astype(np.int64), "journeys", f"comes to {column_title(view, column)}")


BEHIND = Behind("stage", "stage:support", _find)
