"""What tests share: a small simulated company, and where the real data is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from clew.app.building import build
from clew.app.importing import ImportOrder, run_import
from clew.app.view import View, Views
from clew.app.workspace import Workspace, create_workspace
from clew.simulator import Order, load_scenario, write_company
from tests.lanes import header

ROOT = Path(__file__).resolve().parent.parent


def pytest_report_header() -> str:
    """Say which lanes run in their short form, so that nobody takes it for the whole."""
    return header()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data beside the project, or a skip that says so."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("real data is not here: no folder ../shared/data beside the project")
    return folder


@pytest.fixture(scope="session")
def company(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A simulated company of 60 customers, imported and built. Read only: tests share it."""
    folder = tmp_path_factory.mktemp("company")
    order = Order(load_scenario("billing"), customers=60, days=60)
    write_company(order, folder / "made", workers=1)
    workspace = create_workspace(folder / "workspace", "Small company")
    run_import(workspace, ImportOrder([folder / "made" / "exports"]))
    build(workspace)
    return workspace


@pytest.fixture(scope="session")
def unread(company: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The same company with texts left alone. Read only: tests share it."""
    folder = tmp_path_factory.mktemp("unread") / "workspace"
    shutil.copytree(company.folder, folder)
    settings = folder / "clew.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("facts = true", "facts = false"), encoding="utf-8")
    workspace = Workspace(folder)
    build(workspace)
    return workspace


@pytest.fixture(scope="session")
def exports(company: Workspace) -> Path:
    """The folder of files that the company was imported from."""
    return company.folder.parent / "made" / "exports"


@pytest.fixture(scope="session")
def view(company: Workspace) -> Iterator[View]:
    """The small company's build in memory."""
    views = Views(company)
    found = views.wait()
    assert isinstance(found, View)
    yield found
    views.close()
