"""What makes work pleasant: paper, still pictures, tables beside drawings, files to take along, undo, kept words, long lists."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Download, Locator, Page, expect

from tests.web.looking import settled, sideways
from tests.web.opening import Opener
from tests.web.reading import asked, rows_of
from tests.web.serving import Served

#: Screens with drawings.
DRAWN = (
    "/overview",
    "/explorer?view=flow",
    "/explorer?view=stages",
    "/explorer?view=alignment",
    "/handoffs",
    "/metrics/first_contact_resolution",
)


def test_on_paper_stands_the_content_without_the_frame(full: Served, open_page: Opener) -> None:
    page = open_page(full, "/map")
    settled(page)
    expect(page.get_by_role("navigation").first).to_be_visible()
    page.emulate_media(media="print")
    for gone in (".app-nav", ".app-top", ".s-bar-tools"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("grid")).to_be_visible()


def test_nothing_moves_where_motion_is_unwanted(full: Served, open_page: Opener) -> None:
    page = open_page(full, "/gallery")
    settled(page)
    moving = (
        "() => document.getAnimations().filter((each) => each.playState === 'running' "
        "&& (each.effect?.getComputedTiming().duration ?? 0) > 20 && each.effect.getComputedTiming().iterations !== 1).length"
    )
    assert page.evaluate(moving) == 0
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(moving) > 0, "nothing moves at all: nothing was tried"


@pytest.mark.parametrize("path", DRAWN)
def test_every_drawing_is_a_table_too_and_can_be_taken_along(
    full: Served, open_page: Opener, path: str, tmp_path: Path
) -> None:
    page = open_page(full, path)
    settled(page)
    figures = page.locator("figure.ch-figure")
    for at in range(figures.count()):
        figure = figures.nth(at)
        is_a_table_too(figure)
        header, *rows = list(csv.reader(io.StringIO(taken(page, figure, "Table as CSV", tmp_path).decode("utf-8-sig"))))
        assert header
        assert rows
        assert all(len(row) == len(header) for row in rows)
        picture = ElementTree.fromstring(taken(page, figure, "Picture as SVG", tmp_path))
        assert picture.tag.endswith("svg")
        assert len(list(picture.iter())) > 5, "an empty picture"
        png = taken(page, figure, "Picture as PNG", tmp_path)
        assert png.startswith(b"\x89PNG\r\n\x1a\n")
        assert len(png) > 1_000
    assert figures.count() > 0, "no drawing here: nothing was tried"


def test_a_theme_once_chosen_stays(full: Served, open_page: Opener) -> None:
    page = open_page(full, "/overview")
    settled(page)
    light = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name=re.compile("^Theme")).click()
    page.get_by_role("menuitem", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.reload()
    settled(page)
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") != light


def test_settings_can_be_undone_and_unsaved_ones_outlive_a_reload(full: Served, open_page: Opener) -> None:
    page = open_page(full, "/settings?tab=journeys")
    settled(page)
    days = page.get_by_role("textbox", name=re.compile("Repeat contact"))
    before = days.input_value()
    wanted = str(int(before) + 3)
    days.fill(wanted)
    days.press("Tab")
    expect(page.get_by_text("1 unsaved change")).to_be_visible()
    page.reload()
    settled(page)
    expect(days).to_have_value(wanted)
    expect(page.get_by_text("Unsaved changes from before are back.")).to_be_visible()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Settings saved.")).to_be_visible()
    assert repeat_days(page, full) == int(wanted)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("The earlier settings are back.")).to_be_visible()
    assert repeat_days(page, full) == int(before)
    expect(days).to_have_value(before)


def test_a_long_list_draws_few_rows_and_reaches_the_last(full: Served, open_page: Opener) -> None:
    page = open_page(full, "/journeys")
    settled(page)
    list_ = page.get_by_role("main").get_by_role("grid")
    total = rows_of(list_)
    drawn = list_.locator("[role=row]").count()
    assert total > 100
    assert drawn < 60, f"{drawn} of {total} rows are drawn"
    list_.focus()
    page.keyboard.press("End")
    last = list_.locator(f"[aria-rowindex='{total + 1}']")
    expect(last).to_be_in_viewport()
    expect(last).not_to_have_attribute("aria-busy", "true")
    expect(last.get_by_role("gridcell").first).not_to_be_empty()
    active = list_.get_attribute("aria-activedescendant")
    assert last.get_attribute("id") == active
    page.keyboard.press("Home")
    expect(list_.locator("[aria-rowindex='2']")).to_be_in_viewport()


@pytest.mark.parametrize("path", ["/map", "/overview", "/start"])
def test_at_400_per_cent_everything_is_still_there_in_one_column(full: Served, open_page: Opener, path: str) -> None:
    page = open_page(full, path, viewport={"width": 320, "height": 256})
    settled(page)
    assert sideways(page) <= 0
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def is_a_table_too(figure: Locator) -> None:
    """The drawing turns into a table with the same title, and back."""
    figure.get_by_role("button", name="Show as table").click()
    expect(figure.locator("table").first).to_be_visible()
    assert figure.locator("tbody tr").count() > 0
    figure.get_by_role("button", name="Show as chart").click()
    expect(figure.locator(".ch-figure-drawing")).to_be_visible()


def taken(page: Page, figure: Locator, kind: str, folder: Path) -> bytes:
    """Download the drawing in one of its forms; return the file's bytes."""
    figure.get_by_role("button", name="Download or copy").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name=kind).click()
    held: Download = download.value
    path = folder / held.suggested_filename
    held.save_as(path)
    return path.read_bytes()


def repeat_days(page: Page, served: Served) -> float:
    """Return what the server has."""
    return float(asked(page, f"{served.address}/api/v1/settings")["settings"]["windows"]["repeat_days"])
