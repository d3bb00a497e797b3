"""A real browser on a real server: what the stories, the checks of every screen, and the screenshots share."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from clew.app.building import build
from clew.app.importing import ImportOrder, run_import
from clew.app.simulated import note_simulated
from clew.app.workspace import create_workspace
from clew.simulator import Order, load_scenario, write_company
from tests.web.opening import Opener
from tests.web.serving import Served, serve

ROOT = Path(__file__).resolve().parent.parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
#: No attempt to reach anything but the pages under test.
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")


@pytest.fixture(scope="session")
def assets() -> Path:
    """The built page; without it there is nothing to look at."""
    folder = Path(os.environ.get("CLEW_ASSETS") or ROOT / "src" / "clew" / "api" / "assets")
    if not (folder / "index.html").is_file():
        _missing("the page isn't built: run 'make web' (it needs Node 20 or what PyPI has of it)")
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium; for a module, as Playwright keeps an event loop in this thread, and other tests begin their own."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        _missing("no Chromium here: run 'make browser' (Debian, as root), or install one")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def company_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a simulated company of 150 customers, imported and built; ``CLEW_TEST_COMPANY`` names one to copy."""
    ready = os.environ.get("CLEW_TEST_COMPANY") or _made_once(tmp_path_factory)
    return Path(shutil.copytree(ready, tmp_path_factory.mktemp("full") / "brightline"))


def _made_once(temporary: pytest.TempPathFactory) -> Path:
    """Make the company, or wait for the process beside this one that makes it for all of them."""
    ours = temporary.getbasetemp()
    shared = (ours.parent if "PYTEST_XDIST_WORKER" in os.environ else ours) / "web-company"
    shared.mkdir(exist_ok=True)
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "done").exists():
            _make(shared)
            (shared / "done").touch()
    return shared / "workspace"


def _make(folder: Path) -> None:
    write_company(Order(load_scenario("billing"), customers=150, days=60), folder / "made", workers=1)
    workspace = create_workspace(folder / "workspace", "Brightline")
    run_import(workspace, ImportOrder([folder / "made" / "exports"]))
    note_simulated(workspace, simulated=True)
    build(workspace)
    workspace.close()


@pytest.fixture(scope="session")
def full(company_folder: Path, assets: Path) -> Iterator[Served]:
    """A server on that company; tests that change it take ``fresh``, or put back what they changed."""
    with serve(company_folder, assets) as served:
        yield served


@pytest.fixture
def fresh(assets: Path, tmp_path: Path) -> Iterator[Served]:
    """A server on an empty workspace of this test's own."""
    workspace = create_workspace(tmp_path / "empty", "Our shop")
    workspace.close()
    with serve(workspace.folder, assets) as served:
        yield served


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Opener]:
    """Opens signed-in pages; faults of their scripts fail the test."""
    opener = Opener(browser)
    yield opener
    opener.close()


def _missing(reason: str) -> None:
    """Skip with the reason; where continuous integration runs, nothing may be missing."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
