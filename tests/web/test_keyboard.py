"""The whole way without a pointer: reach everything, see where one is, come back to where one was, never be trapped."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.web.looking import settled
from tests.web.opening import Opener
from tests.web.reading import drawer
from tests.web.serving import Served

#: More stops than any screen has; reaching it means that Tab goes in circles without the wanted thing.
MOST_STOPS = 80

FOCUSED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const name = at.getAttribute('aria-label') || at.innerText || at.getAttribute('title') || at.value || '';
  at.__stop ??= window.__stops = (window.__stops ?? 0) + 1;
  return {stop: String(at.__stop), tag: at.tagName, role: at.getAttribute('role') ?? '', name: name.trim().slice(0, 80), place: at.getAttribute('data-at')};
}"""

#: An outline, a shadow or a border that isn't there without the focus; on the thing itself, its label or the box around a field.
SHOWS_FOCUS = """() => {
  const at = document.activeElement;
  const near = [at, at.parentElement, at.closest('label'), at.closest('.react-aria-Group'), at.parentElement?.parentElement].filter(Boolean);
  const drawn = (each) => { const s = getComputedStyle(each); return {outline: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1, rest: s.boxShadow + s.borderColor + s.backgroundColor}; };
  const now = near.map(drawn);
  if (now.slice(0, 2).some((each) => each.outline)) return true;
  at.blur();
  const after = near.map(drawn);
  at.focus({preventScroll: true});
  return now.some((each, i) => each.outline && !after[i].outline || each.rest !== after[i].rest);
}"""


def test_from_the_first_tab_to_a_conversation_and_back(full: Served, open_page: Opener) -> None:
    page = open_page(full, "/overview")
    settled(page)
    page.keyboard.press("Tab")
    assert focused(page)["name"] == "Skip to content"
    tab_to(page, "Map")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/map"))
    settled(page)
    expect(page.locator("h1")).to_be_focused()

    to_the_grid(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    for _ in range(12):
        if page.evaluate("() => Boolean(document.activeElement.querySelector('.m-n'))"):
            break
        page.keyboard.press("ArrowRight")
    cell = focused(page)["place"]
    assert cell
    page.keyboard.press("Enter")
    expect(drawer(page).get_by_role("tab", name="About")).to_be_visible()
    tab_to(page, "About")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    list_ = drawer(page).get_by_role("grid")
    expect(list_).to_be_visible()
    tab_to(page, "Journeys behind this number")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(list_.locator("[role=row][aria-rowindex='2']")).not_to_have_attribute("aria-busy", "true")
    page.keyboard.press("Enter")
    expect(drawer(page).locator(".thread-step").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.wait_for_function("(place) => document.activeElement.getAttribute('data-at') === place", arg=cell)


def test_the_palette_and_the_shortcuts_lead_to_every_screen(full: Served, open_page: Opener) -> None:
    page = open_page(full, "/overview")
    settled(page)
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog", name="Commands")).to_be_visible()
    page.keyboard.type("handoffs")
    expect(page.get_by_role("menuitem").first).to_contain_text("Handoffs")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/handoffs"))
    for key, address in {"m": "/map", "e": "/explorer", "d": "/data", "s": "/settings", "j": "/journeys"}.items():
        page.keyboard.press("g")
        page.keyboard.press(key)
        expect(page).to_have_url(re.compile(address))
        settled(page)
        expect(page.locator("h1")).to_be_focused()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Find a customer").first).to_be_focused()
    page.keyboard.type("gm")
    assert "/journeys" in page.url, "letters in a field went somewhere else"


def test_tab_goes_around_each_screen_and_always_shows_where_it_is(full: Served, open_page: Opener) -> None:
    page = open_page(full, "/overview")
    for address in (
        "/map",
        "/explorer",
        "/handoffs",
        "/pain-points",
        "/metrics",
        "/data/sources",
        "/settings",
        "/customers",
    ):
        page.goto(f"{full.address}{address}")
        settled(page)
        stops = walk(page)
        names = [stop["name"] for stop in stops]
        assert "Skip to content" in names, address
        assert len(stops) > 12, f"{address}: Tab reaches next to nothing"


def test_a_dialog_holds_the_focus_and_gives_it_back(full: Served, open_page: Opener) -> None:
    page = open_page(full, "/overview")
    settled(page)
    opener = page.get_by_role("button", name="Keyboard help")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    for _ in range(8):
        page.keyboard.press("Tab")
        assert page.evaluate("() => Boolean(document.activeElement.closest('[role=dialog]'))")
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()


def focused(page: Page) -> dict[str, str]:
    """Return what has the focus."""
    return page.evaluate(FOCUSED) or {"tag": "", "role": "", "name": "", "place": ""}


def tab_to(page: Page, name: str) -> None:
    """Press Tab until something of this name has the focus."""
    for _ in range(MOST_STOPS):
        if focused(page)["name"].startswith(name):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab doesn't reach {name!r}")


def to_the_grid(page: Page) -> None:
    """Press Tab until the map has the focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if focused(page)["place"]:
            return
    raise AssertionError("Tab doesn't reach the map")


def walk(page: Page) -> list[dict[str, str]]:
    """Press Tab once around; every stop must show that it has the focus, and none may hold on to it."""
    stops: list[dict[str, str]] = []
    for _ in range(4 * MOST_STOPS):
        page.keyboard.press("Tab")
        now = focused(page)
        if not now["tag"]:  # the browser's own bar
            continue
        if stops and now["stop"] == stops[0]["stop"]:
            return stops
        assert page.evaluate(SHOWS_FOCUS), f"{page.url}: nothing shows that {now} has the focus"
        stops.append(now)
    raise AssertionError(f"{page.url}: Tab never comes around: {stops[-3:]}")
