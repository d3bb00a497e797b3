"""The handoffs that a word names, one by one: a part of the matrix, or those that kept or broke a contract."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.app.view.contracts.judged import rows_behind
from clew.app.view.contracts.word import EXAMPLE as CONTRACT_EXAMPLE
from clew.app.view.contracts.word import read_word as read_contract_word
from clew.app.view.handoffs.evidence import latest_first
from clew.app.view.handoffs.word import EXAMPLE, contract_part, handoffs_of, read_word
from clew.app.view.view import View
from clew.model import HandoffContract, UsageError


@dataclass(frozen=True)
class ListedHandoffs:
    """The view's rows of handoffs, the latest first, and the contract that the word names, if any."""

    rows: NDArray[np.int64]
    contract: HandoffContract | None


def listed_handoffs(view: View, chosen: NDArray[np.bool_], through: str) -> ListedHandoffs:
    """Return the chosen journeys' handoffs behind a through word of handoffs or of a contract; UsageError for any other."""
    kind, _, rest = through.partition(":")
    if kind == "handoff":
        word = read_word(rest)
        rows = np.flatnonzero(handoffs_of(view, word))
        judged = contract_part(word)
    elif kind == "contract":
        judged = read_contract_word(rest)
        rows = rows_behind(view, judged)
    else:
        raise UsageError(f"This is no word of handoffs. Expected such as {EXAMPLE}, or {CONTRACT_EXAMPLE}.")
    rows = latest_first(view, rows[chosen[view.handoffs.journey[rows]]])
    return ListedHandoffs(rows, judged.contract if judged else None)
