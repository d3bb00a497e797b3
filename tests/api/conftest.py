"""A small company that is served, and a browser's stand-in that is signed in to it; empty workspaces on request."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from clew.api import create_app
from clew.app.workspace import Workspace, create_workspace
from tests.api.clients import ADDRESS, SECRET, TestClient, signed_in, stub_page

Fresh = Callable[..., TestClient]


@pytest.fixture(scope="session")
def served(company: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client that is signed in to the small company, whose tables are open."""
    page = stub_page(tmp_path_factory.mktemp("page") / "built")
    app = create_app(company, secret=SECRET, run_jobs=False, assets=page)
    with TestClient(app, base_url=ADDRESS):
        app.state.server.views.wait()
        yield signed_in(app)


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Fresh]:
    """Makes clients that are signed in to empty workspaces: ``fresh()``, ``fresh("another", run_jobs=True)``.

    ``client.app.state.server.workspace`` is the workspace.
    """
    page = stub_page(tmp_path / "page")
    with ExitStack() as open_servers:

        def make(name: str = "empty", *, run_jobs: bool = False) -> TestClient:
            workspace = create_workspace(tmp_path / name)
            app = create_app(workspace, secret=SECRET, run_jobs=run_jobs, assets=page)
            open_servers.enter_context(TestClient(app, base_url=ADDRESS))
            return signed_in(app)

        yield make
