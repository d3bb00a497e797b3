"""An address is the whole state of a screen: whoever opens it elsewhere sees the same; customers' identifiers never stand in it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.web.looking import settled
from tests.web.opening import Opener
from tests.web.reading import asked
from tests.web.serving import Served

#: Each screen in a state that somebody made; ``{channel}`` and the like are filled in from the workspace.
STATES = {
    "overview": "/overview?channel={channel}",
    "map density and folded lanes": "/map?density=compact&folded=channels",
    "map with an open stage": "/map?open={stage}",
    "map cell and its query": "/map?cell=handoffs/{stage}&cell_tab=query",
    "explorer of one outcome": "/explorer?outcome={outcome}",
    "explorer flow under a filter": "/explorer?view=flow&channel={channel}",
    "handoffs between teams": "/handoffs?by=team&first_channel={channel}",
    "pain point on one channel": "/pain-points?point=long_wait&point_on={channel}",
    "journeys longest first": "/journeys?sort=-duration&outcome={outcome}",
    "metric with a period": "/metrics/first_contact_resolution?from={first}&to={last}",
    "number opened in place": "/metrics/first_contact_resolution?behind=metric:first_contact_resolution",
    "quarantine": "/data/quarantine",
    "settings tab": "/settings?tab=stages",
}
EMAIL = "mia.unseen@example.org"


@pytest.mark.parametrize("name", sorted(STATES))
def test_an_address_restores_its_screen_elsewhere(full: Served, open_page: Opener, name: str) -> None:
    page = open_page(full, "/gallery")
    path = STATES[name].format(**known(page, full))
    page.goto(f"{full.address}{path}")
    settled(page)
    for part in path.partition("?")[2].split("&"):
        assert part.partition("=")[0] in page.url, "the screen threw away what the address says"
    seen = shown(page)
    assert page.locator("[data-problem]").count() == 0, seen

    other = open_page(full, page.url.removeprefix(full.address))
    settled(other)
    assert shown(other) == seen
    if "?" in path:
        other.goto(f"{full.address}{path.partition('?')[0]}")
        settled(other)
        assert shown(other) != seen, "the address's state changes nothing on the screen"


def test_what_a_person_does_ends_up_in_the_address(full: Served, open_page: Opener) -> None:
    page = open_page(full, "/journeys")
    settled(page)
    page.get_by_role("button", name="Latest first").click()
    page.get_by_role("option", name="Longest first").click()
    expect(page.get_by_role("grid").locator("[aria-rowindex='2']")).to_be_visible()
    page.goto(f"{full.address}/map")
    settled(page)
    page.locator("td.m-cell .m-n").first.click()
    page.get_by_role("tab", name="Query").click()
    expect(page.locator("pre.m-sql")).to_be_visible()
    query = page.locator("pre.m-sql").inner_text()
    assert "cell=" in page.url
    other = open_page(full, page.url.removeprefix(full.address))
    expect(other.locator("pre.m-sql")).to_have_text(query)
    page.go_back()
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_an_identifier_that_was_looked_for_is_in_no_address(full: Served, open_page: Opener) -> None:
    page = open_page(full, "/overview")
    settled(page)
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    page.on("framenavigated", lambda frame: addresses.append(frame.url))
    field = page.get_by_role("searchbox", name="Find a customer").first
    field.fill(EMAIL)
    with page.expect_request("**/customers/search") as search:
        field.press("Enter")
    assert EMAIL in str(search.value.post_data), "nothing was looked for: nothing was tried"
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Customers")
    assert page.get_by_role("main").get_by_role("searchbox").input_value() == EMAIL
    assert [each for each in [*addresses, page.url] if "mia.unseen" in each] == []


def known(page: Page, served: Served) -> dict[str, str]:
    """Return a channel, an outcome, a stage, and the period of the workspace."""
    facts = asked(page, f"{served.address}/api/v1/workspace")
    stage = next(
        column["stage"] for column in asked(page, f"{served.address}/api/v1/map")["columns"] if column["journeys"] > 0
    )
    return {
        "channel": facts["options"]["channels"][0]["id"],
        "outcome": facts["options"]["outcomes"][0]["id"],
        "stage": stage,
        "first": facts["view"]["first_day"],
        "last": facts["view"]["first_day"][:8] + "28",
    }


def shown(page: Page) -> str:
    """Return the words of the screen and of what is open over it."""
    return str(
        page.evaluate(
            "() => [...document.querySelectorAll('main, [role=dialog]')].map((each) => each.innerText).join('|') "
            "+ [...document.querySelectorAll('[aria-selected=true], [aria-expanded=true], [aria-checked=true], input:checked')].map((each) => each.textContent + each.value).join('|')"
        )
    )
