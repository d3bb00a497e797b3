"""Somebody doubts a number because journeys might have been cut otherwise: has that weighed, reads the range, narrows it down."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from clew.app.cutting_otherwise import cut_otherwise
from clew.app.workspace import Workspace
from tests.lanes import looks
from tests.web.looking import axe_faults, settled, sideways, small_targets
from tests.web.opening import Opener
from tests.web.reading import WORK_MILLISECONDS, asked
from tests.web.serving import Served, serve

METRIC = "/metrics/contacts_per_journey"
TITLE = "If journeys were cut otherwise"


@pytest.fixture(scope="module")
def own(company_folder: Path, assets: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The company, whose journeys nobody has cut otherwise yet."""
    folder = Path(shutil.copytree(company_folder, tmp_path_factory.mktemp("own") / "brightline"))
    with serve(folder, assets) as served:
        yield served


@pytest.fixture(scope="module")
def weighed(company_folder: Path, assets: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The company, whose journeys are cut otherwise."""
    folder = Path(shutil.copytree(company_folder, tmp_path_factory.mktemp("weighed") / "brightline"))
    workspace = Workspace(folder)
    cut_otherwise(workspace)
    workspace.close()
    with serve(folder, assets) as served:
        yield served


def told(page: Page, served: Served, query: str = "") -> dict[str, object]:
    found: dict[str, object] = asked(page, f"{served.address}/api/v1{METRIC}/boundaries{query}")
    return found


def test_from_a_number_in_doubt_to_its_range(own: Served, open_page: Opener) -> None:
    page = open_page(own, METRIC)
    settled(page)
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(page.get_by_text("It isn't weighed yet")).to_be_visible()
    assert axe_faults(page) == []

    page.get_by_role("button", name="Weigh other boundaries").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("job="))
    expect(page.get_by_role("main").get_by_role("button", name="Cancel")).to_be_visible()
    figure = page.get_by_role("figure", name=TITLE)
    expect(figure).to_be_visible(timeout=WORK_MILLISECONDS)

    found = told(page, own)
    assert found["state"] == "made"
    # As the page writes numbers: two digits, without zeros at their end.
    low, high = (f"{round(found[end], 2):g}" for end in ("low", "high"))
    expect(figure).to_contain_text(f"{low} to {high} under other plausible boundaries")
    rows = figure.get_by_role("listitem")
    expect(rows).to_have_count(3)
    for row, name in zip(rows.all(), ("As it stands", "Cut finer", "Cut coarser"), strict=True):
        expect(row).to_contain_text(name)
        expect(row).to_contain_text("n = ")
        expect(row.get_by_role("img")).to_have_accessible_name(re.compile(f"^{name}, "))

    figure.get_by_role("button", name="Show as table").focus()
    page.keyboard.press("Enter")
    table = figure.get_by_role("table")
    expect(table.get_by_role("row")).to_have_count(4)
    expect(table).to_contain_text("What is doubtful begins a journey of its own.")

    page.reload()
    settled(page)
    expect(page.get_by_role("figure", name=TITLE)).to_be_visible()


def test_a_selection_in_which_a_cut_leaves_too_few_says_so(weighed: Served, open_page: Opener) -> None:
    page = open_page(weighed, METRIC)
    settled(page)
    begun = asked(page, f"{weighed.address}/api/v1/workspace")["view"]["first_day"]
    page.goto(f"{weighed.address}{METRIC}?from={begun}&to={begun}")
    settled(page)
    found = told(page, weighed, f"?from={begun}&to={begun}")
    others = found["others"]
    assert isinstance(others, list)
    figure = page.get_by_role("figure", name=TITLE)
    for each in others:
        row = figure.get_by_role("listitem").filter(has_text=f"Cut {each['boundaries']}")
        expect(row).to_contain_text("Not shown" if each["metric"]["value"] is None else "n = ")
        if each["metric"]["state"] != "ok":
            expect(row.locator(".c-badge")).to_be_visible()
    assert any(each["metric"]["state"] != "ok" for each in others)


@pytest.mark.parametrize(("width", "theme"), looks())
def test_it_is_comfortable(weighed: Served, open_page: Opener, width: str, theme: str) -> None:
    page = open_page(weighed, METRIC, width=width, theme=theme)
    settled(page)
    expect(page.get_by_role("figure", name=TITLE)).to_be_visible()
    assert axe_faults(page) == []
    assert small_targets(page) == []
    assert sideways(page) == 0
