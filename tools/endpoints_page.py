"""What the reference says of the interface over HTTP: every endpoint, what it needs and what it does."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from clew.api.access import CSRF_HEADER, PERMISSIONS
from clew.api.problems import MEANINGS
from tools.web_client import contract_text

#: One line of a noun's table: the endpoint, what it needs, what it does.
Line = tuple[str, str, str]


def lines_by_noun() -> dict[str, list[Line]]:
    """Return the endpoints as the contract has them, by the noun whose file they stand in."""
    document: Mapping[str, Any] = json.loads(contract_text())
    found: dict[str, list[Line]] = {}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            does = operation["description"].split("\n\n")[0]
            line = (f"`{method.upper()} {path}`", operation["x-permission"], does)
            found.setdefault(operation["tags"][0], []).append(line)
    return dict(sorted(found.items()))


def opening() -> str:
    """Return what has to be known of all of them."""
    return (
        "What the page asks the server that `clew serve` starts, and what a program of yours may ask. The whole contract, with "
        "every parameter and answer, is OpenAPI 3.1 at `/api/v1/openapi.json` and in `web/openapi.json`. Every endpoint but "
        f"three needs a session's cookie, and changes repeat the session's token in `{CSRF_HEADER}`. Every error is a problem "
        "as RFC 9457 has it, `application/problem+json`."
    )


def permissions() -> list[tuple[str, str]]:
    """Return the permissions and what each is for."""
    return [(f"`{name}`", meaning) for name, meaning in PERMISSIONS.items()]


def statuses() -> list[tuple[str, str]]:
    """Return the statuses of answers that aren't what was asked for, and what each means."""
    return [(str(status), meaning) for status, meaning in sorted(MEANINGS.items())]
