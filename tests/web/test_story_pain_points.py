"""Somebody asks where it hurts: ranks, opens a pain point, reads its rule, and follows one finding to the words that show it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from clew.app.building import build
from clew.app.workspace import Workspace
from tests.lanes import looks
from tests.web.looking import axe_faults, settled, sideways, small_targets
from tests.web.opening import Opener
from tests.web.reading import asked, drawer, rows_of, whole_number
from tests.web.serving import Served, serve


@pytest.fixture(scope="module")
def unread(company_folder: Path, assets: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The same company, whose texts aren't read."""
    folder = Path(shutil.copytree(company_folder, tmp_path_factory.mktemp("unread") / "brightline"))
    settings = folder / "clew.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("facts = true", "facts = false"), encoding="utf-8")
    workspace = Workspace(folder)
    build(workspace)
    workspace.close()
    with serve(folder, assets) as served:
        yield served


def test_from_the_ranking_to_the_words_where_something_was_asked_again(full: Served, open_page: Opener) -> None:
    page = open_page(full, "/overview")
    page.get_by_role("navigation").first.get_by_role("link", name="Pain points").click()
    settled(page)
    told = {each["detector"]["name"]: each for each in asked(page, f"{full.address}/api/v1/pain-points")["lines"]}
    row = page.get_by_role("row").filter(has_text="Asked again")
    expect(row).to_contain_text(told["asked_again"]["detector"]["decision"])
    assert whole_number(row.locator("td").first.inner_text()) == told["asked_again"]["found"] > 0

    row.get_by_role("button").focus()
    page.keyboard.press("Enter")
    sheet = drawer(page)
    expect(sheet).to_contain_text(told["asked_again"]["detector"]["rule"])
    expect(sheet.get_by_role("list", name="Findings, the latest first")).to_be_visible()
    channel = sheet.get_by_role("list", name="Where it shows").get_by_role("button").first
    on_channel = whole_number(channel.locator(".ch-bar-value").inner_text())
    channel.click()
    settled(page)
    expect(page).to_have_url(re.compile("point_on="))
    items = sheet.locator(".point-item")
    expect(items).to_have_count(min(on_channel, 20))

    words = items.first.locator("blockquote").inner_text()
    items.first.get_by_role("link").click()
    page.wait_for_url("**/customers/**")
    settled(page)
    step = page.locator("li[aria-current=true]")
    expect(step.get_by_role("list", name="Pain points at this step")).to_contain_text("Asked again")
    expect(step.locator("mark").filter(has_text=words).first).to_contain_text("Asked again: ")
    step.get_by_role("button", name="Details").click()
    expect(step.locator(".thread-details")).to_contain_text("In this journey because")
    assert axe_faults(page) == []
    page.go_back()
    expect(drawer(page)).to_contain_text(told["asked_again"]["detector"]["rule"])


def test_the_number_of_journeys_opens_just_those(full: Served, open_page: Opener) -> None:
    page = open_page(full, "/pain-points")
    settled(page)
    link = page.get_by_role("row").filter(has_text="Long wait").get_by_role("link")
    journeys = whole_number(link.inner_text())
    link.click()
    grid = drawer(page).get_by_role("grid")
    expect(grid).to_be_visible()
    assert rows_of(grid) == journeys > 0


def test_a_column_sorts_and_the_order_stands_in_the_address(full: Served, open_page: Opener) -> None:
    page = open_page(full, "/pain-points")
    settled(page)
    header = page.get_by_role("columnheader", name="Found")
    header.get_by_role("button").click()
    expect(header).to_have_attribute("aria-sort", "descending")
    counts = [whole_number(each) for each in page.locator("tbody tr td:nth-child(2)").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    assert "sort=-found" in page.url


def test_texts_that_are_not_read_are_told_and_nothing_is_called_none(unread: Served, open_page: Opener) -> None:
    page = open_page(unread, "/pain-points")
    settled(page)
    expect(page.get_by_role("note").filter(has_text="looked for")).to_contain_text("texts aren't read")
    row = page.get_by_role("row").filter(has_text="Asked again")
    expect(row.locator("td").first).not_to_contain_text("0")
    row.get_by_role("button").first.click()
    expect(drawer(page)).to_contain_text("not looked for: texts aren't read")
    assert axe_faults(page) == []


@pytest.mark.parametrize(("width", "theme"), looks())
def test_a_thread_with_findings_fits_every_size_and_theme(
    full: Served, open_page: Opener, width: str, theme: str
) -> None:
    page = open_page(full, "/gallery", width=width, theme=theme)
    (finding,) = asked(page, f"{full.address}/api/v1/pain-points/asked_again/findings?limit=1")["items"]
    place = f"/customers/{finding['customer_id']}?journey={finding['journey_id']}&step={finding['position']}"
    page.goto(f"{full.address}{place}")
    settled(page)
    expect(page.locator("li[aria-current=true] mark").first).to_be_visible()
    assert sideways(page) <= 0
    assert axe_faults(page) == []
    page.evaluate("() => scrollTo(0, 0)")  # so that no step lies half under the bar at the top
    assert small_targets(page) == []
