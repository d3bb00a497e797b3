"""What journeys are about in the words of their own texts, as Clew found them, where no source names the issue."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from clew.app.view.view import View


def topic_of(view: View, journey: int) -> str:
    """Return the words that tell most of one journey's texts, by its row; empty where nothing tells."""
    return str(view.remembered("topics", lambda: _read(view))[journey])


def _read(view: View) -> NDArray[Any]:
    with view.session() as session:
        # Journeys lie in their file in the order of the view's rows.
        topics = session.execute("SELECT coalesce(topic, '') AS topic FROM journeys").fetchnumpy()["topic"]
    return np.asarray(np.ma.filled(topics, ""))
