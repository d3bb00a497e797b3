"""How the cells of the handoff matrix keep the contracts: of the handoffs under any, those that kept all and those that broke one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.app.contracts.conformance import Conformance, conformance
from clew.app.contracts.judgements import BROKEN, UNKNOWN
from clew.app.view.contracts.judged import judged_handoffs
from clew.app.view.handoffs.matrix import End, handoff_matrix
from clew.app.view.handoffs.sides import By, Sides, sides
from clew.app.view.handoffs.word import HandoffWord, handoffs_of
from clew.app.view.view import View
from clew.model import HandoffContract

#: No contract says anything of such a handoff.
FREE = 2


@dataclass(frozen=True)
class UnderContract:
    """A group of handoffs: ``kept + broken + unknown + free`` is all of them. One that breaks any contract is broken."""

    kept: int
    broken: int
    unknown: int
    free: int

    @property
    def under(self) -> int:
        """Handoffs under at least one contract."""
        return self.kept + self.broken + self.unknown


def matrix_verdicts(
    view: View, chosen: NDArray[np.bool_], by: By, contracts: Sequence[HandoffContract]
) -> tuple[list[tuple[int, int, UnderContract]], UnderContract]:
    """Return the cells of the chosen journeys' matrix as (row, column, verdicts), and all of them together."""
    rows = np.flatnonzero(chosen[view.handoffs.journey])
    said = verdicts(view, contracts)[rows]
    matrix, whole = handoff_matrix(view, chosen, by), sides(view, by)
    wide = max(len(matrix.columns), 1)
    cell = _places(whole, matrix.rows)[whole.before[rows]] * wide + _places(whole, matrix.columns)[whole.after[rows]]
    counts = np.bincount(cell * 4 + said + 1, minlength=max(len(matrix.rows), 1) * wide * 4).reshape(-1, 4)
    cells = [(each.row, each.column, _counted(counts[each.row * wide + each.column])) for each in matrix.cells]
    return cells, under_contract(said)


def contracts_of_pair(
    view: View, chosen: NDArray[np.bool_], word: HandoffWord, contracts: Sequence[HandoffContract]
) -> list[Conformance]:
    """Return how far the chosen handoffs that a word names kept each contract that they fall under."""
    here = chosen[view.handoffs.journey] & handoffs_of(view, word)
    judged = ((contract, judged_handoffs(view, contract)) for contract in contracts)
    found = [conformance(contract, each.found, here[each.handoff]) for contract, each in judged]
    return [each for each in found if each.n]


def verdicts(view: View, contracts: Sequence[HandoffContract]) -> NDArray[np.int8]:
    """Return of each of the view's handoffs what the contracts together say: kept, broken, unknown, or FREE."""
    said = np.full(len(view.handoffs.journey), FREE, dtype=np.int8)
    for contract in contracts:
        judged = judged_handoffs(view, contract)
        here, now = said[judged.handoff], judged.found.verdict
        worse = (now == BROKEN) | ((now == UNKNOWN) & (here != BROKEN)) | (here == FREE)
        said[judged.handoff] = np.where(worse, now, here)
    return said


def under_contract(said: NDArray[np.int8]) -> UnderContract:
    """Count verdicts."""
    return _counted(np.bincount(said.astype(np.int64) + 1, minlength=4))


def _counted(counts: NDArray[np.int64]) -> UnderContract:
    """Return how many there are of each verdict, these in the order of their codes: UNKNOWN is -1, FREE is 2."""
    unknown, broken, kept, free = counts.tolist()
    return UnderContract(kept, broken, unknown, free)


def _places(whole: Sides, ends: Sequence[End]) -> NDArray[np.int64]:
    """Return at which place of the matrix each number of the sides stands."""
    places = np.zeros(whole.count, dtype=np.int64)
    numbers = {name: number for number, name in enumerate(whole.names)}
    for place, end in enumerate(ends):
        places[len(whole.names) if end.is_other else numbers[end.names[0]]] = place
    return places
