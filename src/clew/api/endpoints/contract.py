"""The contract itself, for whoever writes a client: OpenAPI 3.1."""

from __future__ import annotations

from fastapi import Request
from fastapi.responses import JSONResponse

from clew.api.access import needs
from clew.api.routes import Routes

ROUTES = Routes("contract")


@ROUTES.get("/openapi.json", dependencies=[needs("anyone")], include_in_schema=False)
def read_contract(request: Request) -> JSONResponse:
    """Give the contract; it names addresses and shapes, and nothing of any workspace."""
    return JSONResponse(request.app.openapi())
