"""How far contracts were kept by the journeys that are looked at, from columns in memory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.app.contracts.conformance import Conformance, conformance
from clew.app.contracts.judgements import BROKEN, WORDS, Judgements, judgements
from clew.app.view.contracts.word import ContractWord
from clew.app.view.view import View
from clew.journeys import known_terms
from clew.model import HandoffContract


@dataclass(frozen=True)
class JudgedHandoffs:
    """What was judged, with the view's row of each one's journey, and of the handoff itself."""

    found: Judgements
    journey: NDArray[np.int64]
    handoff: NDArray[np.int64]


def contract_over(view: View, contract: HandoffContract, chosen: NDArray[np.bool_]) -> Conformance:
    """Return how far a contract was kept in the chosen journeys."""
    handoffs = judged_handoffs(view, contract)
    return conformance(contract, handoffs.found, chosen[handoffs.journey])


def times_behind(view: View, word: ContractWord) -> NDArray[np.int64]:
    """Return how many of the handoffs that a word names each of the view's journeys holds."""
    journeys = view.handoffs.journey[rows_behind(view, word)]
    return np.bincount(journeys, minlength=len(view.journeys)).astype(np.int64)


def rows_behind(view: View, word: ContractWord) -> NDArray[np.int64]:
    """Return the view's rows of the handoffs that a word names."""
    handoffs = judged_handoffs(view, word.contract)
    codes = handoffs.found.terms[word.term] if word.term else handoffs.found.verdict
    return handoffs.handoff[codes == WORDS[word.verdict]] if word.verdict else handoffs.handoff


def broken_terms(view: View, contract: HandoffContract, rows: NDArray[np.int64]) -> list[list[str]]:
    """Return what the terms are called that each of these handoffs broke; an empty list where it isn't under the contract."""
    judged = judged_handoffs(view, contract)
    place = {int(judged.handoff[at]): at for at in np.flatnonzero(np.isin(judged.handoff, rows))}
    titles = {name: known_terms()[name].title for name in judged.found.terms}
    return [
        [titles[name] for name, codes in judged.found.terms.items() if row in place and codes[place[row]] == BROKEN]
        for row in rows.tolist()
    ]


def judged_handoffs(view: View, contract: HandoffContract) -> JudgedHandoffs:
    """Return every handoff under a contract with its verdict; judged when it is first asked for."""

    def judge() -> JudgedHandoffs:
        with view.session() as connection:
            found = judgements(connection, contract)
        rows = view.remembered("journey rows", lambda: _rows(view))
        numbered = np.array([rows[name] for name in found.journey_ids], dtype=np.int64)
        journey = numbered[found.journey] if len(numbered) else np.zeros(0, dtype=np.int64)
        return JudgedHandoffs(found, journey, _handoff_rows(view, journey, found.position))

    return view.remembered(("contract", contract), judge)


def _rows(view: View) -> dict[str, int]:
    return {name: row for row, name in enumerate(view.journeys.journey_id.to_pylist())}


def _handoff_rows(view: View, journey: NDArray[np.int64], position: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the view's row of each handoff: they lie there by journey and position."""
    wide = int(view.handoffs.position.max(initial=0)) + 1
    return np.searchsorted(
        view.handoffs.journey.astype(np.int64) * wide + view.handoffs.position, journey * wide + position
    )
