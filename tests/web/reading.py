"""How a reader goes about the page: doubt a number, open what is behind it, come to the conversation."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.web.opening import PATIENCE_MILLISECONDS

#: Importing a company takes its time on a busy machine.
WORK_MILLISECONDS = 240_000

expect.set_options(timeout=PATIENCE_MILLISECONDS)


def whole_number(text: str) -> int:
    """Return the first whole number in a text, written with thousands separators or without."""
    found = re.search(r"\d[\d,]*", text)
    assert found, text
    return int(found.group().replace(",", ""))


def asked(page: Page, path: str, **body: Any) -> Any:
    """Ask the server what the page asks it, with the page's own cookie."""
    answer = page.request.get(path, **body)
    assert answer.ok, answer.status
    return answer.json()


def drawer(page: Page) -> Locator:
    """Return the sheet that is open."""
    return page.get_by_role("dialog").last


def rows_of(list_: Locator) -> int:
    """Return how many rows a long list holds, whether drawn or not."""
    return int(list_.get_attribute("aria-rowcount") or "0") - 1


def doubt_a_cell(page: Page, lane: str = "") -> int:
    """Open a whole cell of the map, read what it counts and how, and what is behind it; return its count of journeys."""
    row = page.locator("tr.m-lane", has=page.locator("th", has_text=lane)) if lane else page.locator("tr.m-lane")
    cell = row.locator("td.m-cell:has(.m-n)").first
    shown = whole_number(cell.locator(".m-n").inner_text())
    cell.locator(".m-n").click()
    sheet = drawer(page)
    expect(sheet.locator("dl.m-facts")).to_contain_text("What is counted")
    said = sheet.locator(".m-about-value p").first.inner_text()
    assert whole_number(said) == shown, "the drawer says another number than the map"
    sheet.get_by_role("tab", name="Query").click()
    expect(sheet.locator("pre.m-sql")).to_contain_text("SELECT", ignore_case=True)
    sheet.get_by_role("tab", name="Conversations").click()
    list_ = sheet.get_by_role("grid")
    expect(list_).to_be_visible()
    journeys = re.search(r"([\d,]+) journeys?", said)
    assert journeys, said
    counted = whole_number(journeys.group())
    assert rows_of(list_) == counted > 0, said
    return counted


def open_a_conversation(page: Page) -> Locator:
    """Open the first journey of the list in the drawer; return the conversation."""
    drawer(page).get_by_role("grid").locator("[role=row][aria-rowindex='2']").click()
    thread = drawer(page).locator(".thread")
    expect(thread.locator(".thread-step").first).to_be_visible()
    return thread
