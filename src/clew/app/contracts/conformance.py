"""How far a contract was kept: of the handoffs under it those kept, broken (by which term) and those that can't be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from clew.app.contracts.judgements import BROKEN, KEPT, UNKNOWN, Judgements, judgements
from clew.app.workspace import Tell, Workspace
from clew.journeys import known_terms
from clew.metrics import THIN_BELOW, WITHHELD_BELOW, cluster_sums, share_interval
from clew.model import HandoffContract, UsageError

State = Literal["ok", "thin", "withheld", "empty"]


@dataclass(frozen=True)
class TermConformance:
    """One term of a contract over the handoffs under it; the three sum to them."""

    name: str
    title: str
    kept: int
    broken: int
    unknown: int


@dataclass(frozen=True)
class Conformance:
    """One contract over handoffs: ``kept + broken + unknown = n``. A handoff can break several terms.

    ``kept_share`` is of those that can be told, with a 95 % interval that takes a customer as one voice; None below five.
    """

    contract: HandoffContract
    n: int
    journeys: int
    kept: int
    broken: int
    unknown: int
    kept_share: float | None
    low: float | None
    high: float | None
    state: State
    reason: str
    terms: tuple[TermConformance, ...]


def conformances(workspace: Workspace, tell: Tell = lambda _name: None) -> list[Conformance]:
    """Return how far each contract of the workspace was kept, over all its handoffs; tables are built first where stale."""
    from clew.app.building import build

    build(workspace, tell)
    with workspace.session() as connection:
        return [conformance(contract, judgements(connection, contract)) for contract in workspace.settings.contracts]


def conformance(contract: HandoffContract, found: Judgements, chosen: NDArray[np.bool_] | None = None) -> Conformance:
    """Count what was judged, or the chosen rows of it."""
    rows = np.ones(len(found.verdict), dtype=bool) if chosen is None else chosen
    verdict = found.verdict[rows]
    kept, broken, unknown = (int(np.count_nonzero(verdict == code)) for code in (KEPT, BROKEN, UNKNOWN))
    terms = tuple(_term(name, codes[rows]) for name, codes in found.terms.items())
    share = low = high = None
    if kept + broken >= WITHHELD_BELOW:
        told = verdict != UNKNOWN
        customers = np.unique(found.customer[rows][told], return_inverse=True)[1].reshape(-1)
        sums = cluster_sums((verdict[told] == KEPT).astype(np.float64), customers)
        share, (low, high) = sums.estimate, share_interval(sums)
    state, reason = _state(kept + broken, unknown, terms)
    return Conformance(
        contract=contract,
        n=len(verdict),
        journeys=len(np.unique(found.journey[rows])),
        kept=kept,
        broken=broken,
        unknown=unknown,
        kept_share=share,
        low=low,
        high=high,
        state=state,
        reason=reason,
        terms=terms,
    )


def contract_named(workspace: Workspace, name: str) -> HandoffContract:
    """Return the workspace's contract of this name; UsageError names the known ones."""
    by_name = {contract.name: contract for contract in workspace.settings.contracts}
    if name not in by_name:
        known = ", ".join(by_name) or "none; write one under [[contracts]] in clew.toml"
        raise UsageError(f'No contract "{name}". Known: {known}.')
    return by_name[name]


def _term(name: str, codes: NDArray[np.int8]) -> TermConformance:
    counts = (int(np.count_nonzero(codes == code)) for code in (KEPT, BROKEN, UNKNOWN))
    return TermConformance(name, known_terms()[name].title, *counts)


def _state(told: int, unknown: int, terms: tuple[TermConformance, ...]) -> tuple[State, str]:
    if not told and not unknown:
        return "empty", "no handoff falls under it"
    why = "; ".join(
        f"{term.title.lower()}: {term.unknown:,} can't be told: {known_terms()[term.name].untold}"
        for term in terms
        if term.unknown
    )
    if not told:
        return "empty", f"no verdict: {why}"
    if told < WITHHELD_BELOW:
        return "withheld", "; ".join(filter(None, (f"withheld: only {told} can be told, fewer than five", why)))
    if told < THIN_BELOW:
        return "thin", "; ".join(filter(None, (f"thin: fewer than {THIN_BELOW} handoffs", why)))
    return "ok", why
