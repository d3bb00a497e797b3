"""The main story: from an empty workspace to a map, a number doubted, the conversation behind it, and the finding shared."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.web.looking import settled
from tests.web.opening import Opener
from tests.web.reading import WORK_MILLISECONDS, asked, doubt_a_cell, drawer, open_a_conversation
from tests.web.serving import Served


def test_from_nothing_to_a_shared_conversation(fresh: Served, open_page: Opener) -> None:
    page = open_page(fresh)
    expect(page).to_have_url(re.compile("/start$"))
    page.get_by_role("button", name="Try with a simulated company").click()
    progress_survives_reload_and_restart(page, fresh)
    page.get_by_role("link", name="See the map").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Map")
    expect(page.get_by_text("You are looking at a simulated company.")).to_be_visible()
    settled(page)

    doubt_a_cell(page, "Handoffs")
    thread = open_a_conversation(page)
    steps = thread.locator(".thread-step").count()
    assert steps > 0

    shared = page.url
    journey = thread.locator(".thread-journey").inner_text()
    other = open_page(fresh, shared.removeprefix(fresh.address))
    settled(other)
    expect(drawer(other).locator(".thread-journey")).to_have_text(re.compile(re.escape(journey.split("\n")[0])))
    assert drawer(other).locator(".thread-step").count() == steps
    assert drawer(other).locator(".thread-journey").inner_text() == journey


def test_the_copied_link_opens_the_same_in_another_window(full: Served, open_page: Opener) -> None:
    page = open_page(full, "/map")
    settled(page)
    channel = asked(page, f"{full.address}/api/v1/workspace")["options"]["channels"][0]["id"]
    page.goto(f"{full.address}/handoffs?channel={channel}&by=team")
    settled(page)
    page.get_by_role("button", name="Copy link").click()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == page.url

    other = open_page(full, copied.removeprefix(full.address))
    settled(other)
    assert other.locator("main").inner_text() == page.locator("main").inner_text()
    other.goto(f"{full.address}/handoffs?by=team")
    settled(other)
    assert other.locator("main").inner_text() != page.locator("main").inner_text(), "the filter changes nothing at all"


def progress_survives_reload_and_restart(page: Page, served: Served) -> None:
    """While the company is made up: the page shows how far it is, after a reload and after a restart of the server, too."""
    at_work = page.get_by_role("main").get_by_role("progressbar").first
    expect(at_work).to_be_visible()
    expect(page).to_have_url(re.compile(r"/start\?job=\w+$"))
    where = page.url
    page.reload()
    expect(at_work).to_be_visible()
    assert page.url == where
    served.restart()
    job = f"{served.address}/api/v1/jobs/{where.rsplit('=', 1)[1]}"
    assert asked(page, job)["state"] in {"waiting", "running"}, (
        "the work was over before the restart: nothing was tried"
    )
    expect(page.get_by_role("link", name="See the map")).to_be_visible(timeout=WORK_MILLISECONDS)
    assert page.url == where
    assert asked(page, job)["state"] == "done"
