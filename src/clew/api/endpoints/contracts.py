"""Handoff contracts: read, tried on history, changed, and asked about one handoff that happens just now."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Annotated

from fastapi import Depends, Request, Response

from clew.api.access import needs
from clew.api.changing import etag, require_match, tagged
from clew.api.contract_models import (
    ConformanceState,
    ContractConformance,
    ContractState,
    KeptContracts,
    LiveHandoff,
    LiveVerdict,
    LiveVerdicts,
    NamedState,
    TermState,
    WantedContracts,
    conformance_state,
    contract_state,
)
from clew.api.problems import Problem, responses
from clew.api.routes import Routes
from clew.api.selecting import HereUntagged
from clew.api.serving import workspace as served
from clew.app.contracts.live import check_handoff
from clew.app.settings.changing import SettingsNow, change_settings, settings_now
from clew.app.settings.contracts import check_contracts
from clew.app.settings.errors import SettingError
from clew.app.view.contracts.judged import contract_over
from clew.app.workspace import Workspace
from clew.journeys import asked_facts, known_kinds, known_terms
from clew.model import ANSWERING

ROUTES = Routes("contracts")
Served = Annotated[Workspace, Depends(served)]


@ROUTES.get("/contracts", dependencies=[needs("read")], responses=responses(409))
def get_contracts(response: Response, place: Served) -> KeptContracts:
    """Return the contracts as they stand in clew.toml now, and what they can be made of."""
    now = settings_now(place)
    response.headers["ETag"] = etag(now.digest)
    return _kept(now)


@ROUTES.put("/contracts", dependencies=[needs("decide")], responses=responses(409, 412, 428, 507))
def put_contracts(request: Request, response: Response, wanted: WantedContracts, place: Served) -> KeptContracts:
    """Change the contracts; they are checked like the file and count at once, without a new build."""
    contracts = tuple(each.contract() for each in wanted.contracts)
    try:
        settings = replace(settings_now(place).settings, contracts=contracts)
        now = change_settings(place, settings, lambda digest: require_match(request, digest))
    except SettingError as error:
        raise _refused(error) from error
    response.headers["ETag"] = etag(now.digest)
    return _kept(now)


@ROUTES.get("/contracts/conformance", dependencies=[needs("read")], responses=responses(304, 409))
def get_conformance(request: Request, response: Response, here: HereUntagged, place: Served) -> ContractConformance:
    """Return how far each contract was kept by the journeys looked at."""
    contracts = settings_now(place).settings.contracts
    asked = f"{here.view.version} {contracts!r} {request.url.query}"
    tagged(request, response, hashlib.sha256(asked.encode()).hexdigest()[:24])
    return ContractConformance(
        contracts=[conformance_state(contract_over(here.view, each, here.chosen)) for each in contracts]
    )


@ROUTES.post("/contracts/preview", dependencies=[needs("read")])
def preview_contract(draft: ContractState, here: HereUntagged) -> ConformanceState:
    """Say how far a contract would have been kept by the journeys looked at; nothing is saved."""
    contract = draft.contract()
    try:
        check_contracts([contract])
    except SettingError as error:
        raise _refused(error) from error
    return conformance_state(contract_over(here.view, contract, here.chosen))


@ROUTES.post("/contracts/check", dependencies=[needs("read")], responses=responses(409))
def check_live_handoff(handoff: LiveHandoff, place: Served) -> LiveVerdicts:
    """Judge one handoff that happens just now by the contracts that it falls under; nothing is kept of it."""
    found = check_handoff(handoff.model_dump(), settings_now(place).settings.contracts)
    return LiveVerdicts(
        verdicts=[
            LiveVerdict(
                contract=contract.name,
                verdict=kept.verdict,
                kept=list(kept.kept),
                broken=list(kept.broken),
                unknown=list(kept.unknown),
            )
            for contract, kept in found
        ]
    )


def _kept(now: SettingsNow) -> KeptContracts:
    kinds = known_kinds()
    return KeptContracts(
        contracts=[contract_state(each) for each in now.settings.contracts],
        terms=[
            TermState(name=term.name, title=term.title, question=term.question, source=term.source)
            for term in known_terms().values()
        ],
        facts=[NamedState(name=name, title=kinds[name].title) for name in asked_facts()],
        parties=list(ANSWERING),
        texts_are_read=now.settings.texts.facts,
    )


def _refused(error: SettingError) -> Problem:
    fields = [{"place": error.place, "detail": str(error)}]
    return Problem("setting", "A setting can't be used", 422, str(error), {"fields": fields})
