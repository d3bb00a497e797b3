"""The handoffs behind a word one by one, with the very words of what was asked again and where it had been given."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from clew.api.access import needs
from clew.api.handoff_said import HandoffEvidenceState, evidence_state
from clew.api.paging import Page, Paging, window
from clew.api.routes import Routes
from clew.api.selecting import Here
from clew.api.thread_steps import Moments
from clew.app.view.contracts.judged import broken_terms
from clew.app.view.handoffs.evidence import evidence
from clew.app.view.handoffs.listed import listed_handoffs

ROUTES = Routes("handoffs one by one")
EXAMPLE = "handoff:channel/chat/phone/context=lost"


@ROUTES.get("/handoffs/evidence", dependencies=[needs("read")])
def get_handoff_evidence(
    here: Here,
    page: Paging,
    through: Annotated[
        str, Query(max_length=8000, description=f"The word of handoffs or of a contract, such as {EXAMPLE}")
    ],
) -> Page[HandoffEvidenceState]:
    """Return the handoffs that a word names, the latest first, each with the words around what was asked again."""
    found = here.remembered(("listed handoffs", through), lambda: listed_handoffs(here.view, here.chosen, through))
    start, stop, following, before = window(len(found.rows), page, here.view.version)
    rows, moments = found.rows[start:stop], Moments(here.view)
    broken = broken_terms(here.view, found.contract, rows) if found.contract else [[] for _ in rows]
    items = [
        evidence_state(each, start + at, terms, moments)
        for at, (each, terms) in enumerate(zip(evidence(here.view, rows), broken, strict=True))
    ]
    return Page(items=items, total=len(found.rows), next=following, previous=before)
