"""How the cells of the handoff matrix keep the contracts, and how one of its pairs keeps each of them."""

from __future__ import annotations

import hashlib
from typing import Annotated

from fastapi import Depends, Query, Request, Response
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.changing import tagged
from clew.api.contract_models import ConformanceState, conformance_state
from clew.api.problems import responses
from clew.api.routes import Routes
from clew.api.selecting import HereUntagged, Looking
from clew.api.serving import workspace as served
from clew.app.settings.changing import settings_now
from clew.app.view.contracts.cells import UnderContract, contracts_of_pair, matrix_verdicts
from clew.app.view.contracts.word import ContractWord
from clew.app.view.handoffs.sides import By
from clew.app.view.handoffs.word import EXAMPLE, pair_word
from clew.app.workspace import Workspace
from clew.model import HandoffContract

ROUTES = Routes("contracts of handoffs")
Served = Annotated[Workspace, Depends(served)]


class UnderContractState(BaseModel):
    """Handoffs by what all contracts together say: under = kept + broken + unknown; one broken contract breaks it."""

    under: int
    kept: int
    broken: int
    unknown: int = Field(description="Handoffs of which it can't be told")
    free: int = Field(description="Handoffs that fall under no contract")


class CellContracts(BaseModel):
    """A cell of the matrix by the contracts."""

    row: int = Field(description="Place of the row in the matrix of the same question")
    column: int
    verdicts: UnderContractState


class MatrixContracts(BaseModel):
    """Every cell of the matrix by the contracts; cells sum to the total."""

    contracts: int = Field(description="How many contracts there are")
    cells: list[CellContracts]
    total: UnderContractState


class PairContracts(BaseModel):
    """Every contract that handoffs of the pair fall under, over these handoffs alone."""

    contracts: list[ConformanceState]


@ROUTES.get("/handoffs/contracts", dependencies=[needs("read")], responses=responses(304, 409))
def get_handoff_contracts(
    request: Request,
    response: Response,
    here: HereUntagged,
    place: Served,
    by: Annotated[By, Query(description="What hands over: channels, parties or teams")] = "channel",
) -> MatrixContracts:
    """Return of each cell of the matrix how many handoffs kept the contracts as they stand now."""
    contracts = _contracts(request, response, here, place)
    cells, total = matrix_verdicts(here.view, here.chosen, by, contracts)
    return MatrixContracts(
        contracts=len(contracts),
        cells=[CellContracts(row=row, column=column, verdicts=_verdicts(said)) for row, column, said in cells],
        total=_verdicts(total),
    )


@ROUTES.get("/handoffs/pair/contracts", dependencies=[needs("read")], responses=responses(304, 409))
def get_pair_contracts(
    request: Request,
    response: Response,
    here: HereUntagged,
    place: Served,
    through: Annotated[str, Query(max_length=2000, description=f"The word of a cell or total, such as {EXAMPLE}")],
) -> PairContracts:
    """Return how far one pair's handoffs kept each contract that they fall under."""
    contracts = _contracts(request, response, here, place)
    word = pair_word(through)

    def named(judged: ContractWord) -> str:
        return str(word.narrowed(str(judged).replace("contract:", "contract=", 1)))

    found = contracts_of_pair(here.view, here.chosen, word, contracts)
    return PairContracts(contracts=[conformance_state(each, named) for each in found])


def _contracts(request: Request, response: Response, here: Looking, place: Workspace) -> tuple[HandoffContract, ...]:
    """Return the contracts as they stand now; they are part of the answer's version."""
    contracts = tuple(settings_now(place).settings.contracts)
    asked = f"{here.view.version} {contracts!r} {request.url.path}?{request.url.query}"
    tagged(request, response, hashlib.sha256(asked.encode()).hexdigest()[:24])
    return contracts


def _verdicts(said: UnderContract) -> UnderContractState:
    return UnderContractState.model_validate({name: getattr(said, name) for name in UnderContractState.model_fields})
