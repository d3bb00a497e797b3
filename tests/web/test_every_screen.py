"""What every screen holds: nothing that axe finds, targets large enough, no sideways scrolling, a heading and a title."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.lanes import THEMES_ALONE, looks
from tests.web.looking import AXE, axe_faults, settled, sideways, small_targets
from tests.web.opening import WIDTHS, Opener
from tests.web.screens import SCREENS
from tests.web.serving import Served


@pytest.fixture(scope="module", params=sorted(SCREENS))
def screen(request: pytest.FixtureRequest, full: Served, browser: Browser) -> Iterator[Page]:
    """One screen, opened once for all that is asked of it."""
    opener = Opener(browser)
    page = opener(full, SCREENS[request.param])
    settled(page)
    yield page
    opener.close()


@pytest.mark.parametrize(("width", "theme"), looks(THEMES_ALONE))
def test_axe_finds_nothing(screen: Page, width: str, theme: str) -> None:
    if not AXE.is_file():
        pytest.fail("axe-core isn't there: run 'make web'")
    look_at(screen, width, theme)
    assert axe_faults(screen) == []


@pytest.mark.parametrize(("width", "theme"), looks())
def test_a_screen_fits_its_width_and_its_targets_can_be_hit(screen: Page, width: str, theme: str) -> None:
    look_at(screen, width, theme)
    assert sideways(screen) <= 0
    assert small_targets(screen) == []


def test_a_screen_has_one_heading_and_says_in_the_title_what_it_is(screen: Page) -> None:
    headings = screen.locator("h1").all_inner_texts()
    assert len(headings) == 1
    assert headings[0].strip()
    assert headings[0].strip().lower() in screen.title().lower()


def look_at(screen: Page, width: str, theme: str) -> None:
    wide, high = WIDTHS[width]
    screen.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    screen.set_viewport_size({"width": wide, "height": high})
    settled(screen)
