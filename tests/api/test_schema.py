"""Whatever is asked, the answer is one that the contract names: never a fault, never a status or a type of its own."""

from __future__ import annotations

import shutil
import threading
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import requests
import schemathesis
import uvicorn
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import Case
from schemathesis.checks import load_all_checks, not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi import checks

from clew.api import create_app
from clew.app.workspace import Workspace
from clew.cli.page_server import bind
from tests.api.clients import SECRET

load_all_checks()
CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]
#: Ends the session that everything else is asked in.
LEFT_OUT = {"sign_out"}
BOUNDED = settings(
    max_examples=8,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
Schema = Any
Operation = Any


class Asked:
    """A server on a port of its own, asked as a program would ask it, and how often each status was the answer."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.session = requests.Session()
        entered = self.session.post(f"{address}/api/v1/session", json={"secret": SECRET}, timeout=10)
        self.session.headers["X-Clew-Csrf"] = entered.json()["csrf"]
        contract = self.session.get(f"{address}/api/v1/openapi.json", timeout=10).json()
        self.schema: Schema = schemathesis.openapi.from_dict(contract)
        self.statuses: dict[str, Counter[int]] = {}

    def operations(self) -> dict[str, Operation]:
        found = (each.ok() for each in self.schema.get_all_operations())
        return {operation.definition.raw["operationId"]: operation for operation in found}

    def known(self) -> dict[str, str]:
        """Return a journey, a customer, a metric and so on that are there, by the name of the parameter."""
        journey = self.read("/journeys?limit=1")["items"][0]
        return {
            "journey_id": journey["journey_id"],
            "customer_id": journey["customer_id"],
            "name": "time_to_resolution",
            "source": self.read("/sources")["items"][0]["source"],
        }

    def read(self, path: str) -> Any:
        return self.session.get(f"{self.address}/api/v1{path}", timeout=10).json()

    def ask(self, name: str, operation: Operation, known: dict[str, str]) -> None:
        """Ask one endpoint whatever its parameters allow, and some that they don't; every second time of what is there."""
        seen = self.statuses.setdefault(name, Counter())

        @given(case=operation.as_strategy(), there=st.booleans())
        @BOUNDED
        def asked(case: Case, there: bool) -> None:
            if there:
                for parameter in case.path_parameters.keys() & known.keys():
                    case.path_parameters[parameter] = known[parameter]
            response = case.call(base_url=self.address, session=self.session)
            seen[response.status_code] += 1
            case.validate_response(response, checks=CHECKS)

        asked()


@pytest.fixture(scope="module")
def asked(company: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    folder = tmp_path_factory.mktemp("asked") / "workspace"
    shutil.copytree(company.folder, folder)
    app = create_app(folder, secret=SECRET, run_jobs=False)
    with bind(0) as listening:
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        app.state.server.views.wait()
        yield Asked(f"http://127.0.0.1:{listening.getsockname()[1]}")
        server.should_exit = True
        thread.join(10)


def test_every_endpoint_answers_as_the_contract_says_whatever_it_is_asked(asked: Asked) -> None:
    operations, known, wrong = asked.operations(), asked.known(), list[str]()
    for name, operation in operations.items():
        if name not in LEFT_OUT:
            try:
                asked.ask(name, operation, known)
            except FailureGroup as failures:
                wrong += [f"{name}: {failure.title} {failure.message}" for failure in failures.exceptions]

    assert not wrong, "\n".join(wrong)
    assert set(asked.statuses) == set(operations) - LEFT_OUT


def test_every_endpoint_gives_what_is_there(asked: Asked) -> None:
    known = asked.known()
    readable = [each for each in asked.operations().values() if can_be_read(each, known)]

    for operation in readable:
        path = {name: known[name] for name in known if f"{{{name}}}" in operation.path}
        case: Case = operation.Case(path_parameters=path)
        response = case.call(base_url=asked.address, session=asked.session)
        assert response.status_code == 200, (operation.path, response.text)
        case.validate_response(response, checks=CHECKS)
    assert len(readable) > 10


def can_be_read(operation: Operation, known: dict[str, str]) -> bool:
    """Tell whether asking needs nothing but what is known to be there."""
    raw = operation.definition.raw
    needed = {each["name"] for each in raw.get("parameters", ()) if each.get("required")}
    return operation.method.upper() == "GET" and needed <= known.keys()
