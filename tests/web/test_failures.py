"""When the server is down, slow or says no, each screen says so and what to do, and comes back when it does."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, Route

from tests.web.looking import axe_faults, settled
from tests.web.opening import Opener
from tests.web.serving import Served

#: A screen, and the answers it can't do without.
ASKED = {
    "/overview": "**/api/v1/overview/headline*",
    "/map": "**/api/v1/map*",
    "/explorer": "**/api/v1/explorer/variants*",
    "/handoffs": "**/api/v1/handoffs*",
    "/pain-points": "**/api/v1/pain-points*",
    "/journeys": "**/api/v1/journeys*",
    "/metrics": "**/api/v1/metrics*",
    "/data/sources": "**/api/v1/sources*",
    "/settings": "**/api/v1/settings*",
}
STATUSES = (401, 403, 404, 409, 413, 422, 500, 503)


def refuse(page: Page, pattern: str, status: int) -> None:
    """Have the server answer with a problem."""
    problem = {
        "type": "/problems/test",
        "title": "Test",
        "status": status,
        "detail": f"Refused with {status} by the test.",
    }

    def answer(route: Route) -> None:
        route.fulfill(
            status=status,
            content_type="application/problem+json",
            body=json.dumps(problem),
            headers={"Retry-After": "60"},
        )

    page.route(pattern, answer)


@pytest.mark.parametrize("status", STATUSES)
def test_a_refusal_is_told_with_what_to_do(full: Served, open_page: Opener, status: int) -> None:
    page = open_page(full, "/overview")
    settled(page)
    refuse(page, ASKED["/map"], status)
    page.goto(f"{full.address}/map")
    state = page.locator("[data-problem]").first
    state.wait_for()
    assert state.get_attribute("data-problem") == str(status)
    assert state.inner_text().strip()
    assert axe_faults(page) == []


@pytest.mark.parametrize("path", sorted(ASKED))
def test_every_screen_shows_a_fault_instead_of_nothing_and_recovers(full: Served, open_page: Opener, path: str) -> None:
    page = open_page(full, "/gallery")
    refuse(page, ASKED[path], 500)
    page.goto(f"{full.address}{path}")
    state = page.locator("main [data-problem='500']").first
    state.wait_for()
    page.unroute(ASKED[path])
    state.get_by_role("button").first.click()
    state.wait_for(state="detached")


def test_without_the_network_the_page_says_so_and_comes_back(full: Served, open_page: Opener) -> None:
    page = open_page(full, "/overview")
    settled(page)
    page.context.set_offline(True)
    page.locator("[data-offline]").wait_for()
    page.context.set_offline(False)
    page.locator("[data-offline]").wait_for(state="detached")


def test_a_slow_answer_shows_the_shape_of_what_comes(full: Served, open_page: Opener) -> None:
    page = open_page(full, "/overview")
    held: list[Route] = []
    page.route(ASKED["/map"], lambda route: held.append(route))
    page.goto(f"{full.address}/map")
    page.locator("main [aria-busy=true]").first.wait_for()
    assert axe_faults(page) == []
    for route in held:
        route.continue_()
    page.unroute(ASKED["/map"])
    page.locator("main [aria-busy=true]").first.wait_for(state="detached")
