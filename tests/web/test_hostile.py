"""Names, messages, teams, reasons and file names that try to break the page: every screen shows them as text, and holds its shape."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from clew.app.building import build
from clew.app.importing import ImportOrder, run_import
from clew.app.workspace import create_workspace
from tests.web.looking import settled, sideways
from tests.web.opening import WIDTHS, Opener
from tests.web.reading import asked, drawer
from tests.web.screens import SCREENS
from tests.web.serving import Served, serve

#: What each would do if it ever were more than text: set ``window.pwned``, open a dialog, or leave the page.
HOSTILE = (
    "<script>window.pwned=1;alert(1)</script>",
    "<img src=x onerror=window.pwned=1>",
    "</script><svg onload=window.pwned=1>",
    "\"><a href='javascript:window.pwned=1'>here</a>",
    "javascript:window.pwned=1",
    "=cmd|'/c calc'!A1",
    "{{constructor.constructor('window.pwned=1')()}} ${window.pwned=1}",
    "\u202egnp.exe evil\u202c \u2066left\u2069",
    "bell\u0007 escape\u001b[31m back\u0008space",
    "z\u0351\u036b\u0343\u036a\u0302a\u0351\u0357\u036bl\u0334\u0310g\u0322\u0353\u034eo \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f3f4\u200d\u2620\ufe0f",
    "W" * 10_000,
)
FILE = "<img src=x onerror=window.pwned=1>.jsonl"
CHANNELS = ("chat", "phone", "email", "chatbot")
MAPPING = """
connector = "table"
source = "shop"
zone = "UTC"
shape = "events"
[columns]
occurred_at = "at"
source_id = "id"
channel = "channel"
direction = "direction"
party = "party"
touchpoint = "what"
text = "said"
team = "team"
party_id = "agent"
issue = "issue"
conversation_id = "thread"
case_ref = "case"
handle = "who"
outcome = "outcome"
"""


@pytest.fixture(scope="module")
def hostile(assets: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server on a workspace in which every word that came from outside is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / FILE).write_text("\n".join(json.dumps(row) for row in rows()), encoding="utf-8")
    (folder / "shop.toml").write_text(MAPPING, encoding="utf-8")
    workspace = create_workspace(folder / "workspace", HOSTILE[0])
    run_import(workspace, ImportOrder([folder / FILE], mapping=folder / "shop.toml"))
    build(workspace)
    workspace.close()
    with serve(workspace.folder, assets) as served:
        yield served


@pytest.fixture(scope="module")
def watched(hostile: Served, browser: Browser) -> Iterator[Page]:
    """A page on it; a dialog that opens is a fault."""
    opener = Opener(browser)
    page = opener(hostile)
    page.on("dialog", lambda dialog: (opener.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    yield page
    opener.close()


@pytest.mark.parametrize("screen", sorted(SCREENS))
def test_a_screen_shows_hostile_words_as_text(hostile: Served, watched: Page, screen: str) -> None:
    watched.goto(f"{hostile.address}{SCREENS[screen]}")
    settled(watched)
    is_harmless(watched)
    expect(watched.get_by_role("banner")).to_contain_text(HOSTILE[0])


def test_a_customer_a_conversation_and_a_cell_show_them_as_text(hostile: Served, watched: Page) -> None:
    customer = asked(watched, f"{hostile.address}/api/v1/customers")["items"][0]["customer_id"]
    watched.goto(f"{hostile.address}/customers/{customer}")
    settled(watched)
    is_harmless(watched)
    watched.goto(f"{hostile.address}/journeys")
    settled(watched)
    watched.get_by_role("grid").locator("[aria-rowindex='2']").click()
    said = drawer(watched).locator(".thread-step")
    expect(said.first).to_be_visible()
    is_harmless(watched)
    assert "window.pwned" in watched.get_by_role("dialog").inner_text()
    watched.goto(f"{hostile.address}/map")
    settled(watched)
    watched.locator("td.m-cell .m-n").first.click()
    expect(drawer(watched).locator("dl.m-facts")).to_be_visible()
    is_harmless(watched)


def test_the_lists_name_them_letter_by_letter(hostile: Served, watched: Page) -> None:
    watched.goto(f"{hostile.address}/data/sources?source=shop")
    settled(watched)
    told = asked(watched, f"{hostile.address}/api/v1/quarantine")
    assert told["total"] > 0, "no hostile row waits in quarantine: nothing is tried there"
    watched.goto(f"{hostile.address}/data/quarantine")
    settled(watched)
    expect(watched.get_by_role("main")).to_contain_text(FILE)


def test_the_check_itself_sees_a_script_that_runs(watched: Page, hostile: Served) -> None:
    watched.goto(f"{hostile.address}/gallery")
    settled(watched)
    watched.evaluate("() => { window.pwned = 1 }")
    with pytest.raises(AssertionError):
        is_harmless(watched)
    watched.reload()
    settled(watched)
    watched.evaluate("() => { document.querySelector('main').append(document.createElement('img')) }")
    with pytest.raises(AssertionError):
        is_harmless(watched)


def is_harmless(page: Page) -> None:
    """Nothing ran, nothing became an element, no link runs a script, and the page keeps its width."""
    for wide, high in (WIDTHS["desktop"], WIDTHS["phone"]):
        page.set_viewport_size({"width": wide, "height": high})
        assert sideways(page) <= 0, f"{page.url} scrolls sideways at {wide}"
    page.set_viewport_size(dict(zip(("width", "height"), WIDTHS["desktop"], strict=True)))  # type: ignore[arg-type]
    assert page.evaluate("() => window.pwned") is None
    assert page.locator("body img, body script:not([src]), body [onload], body [onerror]").count() == 0
    assert page.locator("a[href^='javascript' i]").count() == 0


def rows() -> Iterator[dict[str, str]]:
    """Each hostile word in each place, four steps for each of its customers; and one row that can't be read."""
    for at, word in enumerate(HOSTILE):
        other = HOSTILE[(at + 1) % len(HOSTILE)]
        for step, channel in enumerate(CHANNELS):
            yield {
                "at": f"2026-01-{at + 1:02d}T1{step}:00:00Z",
                "id": f"{at}-{step}-{word[:200]}",
                "channel": channel,
                "direction": "outbound" if step == 1 else "inbound",
                "party": "agent" if step == 1 else "customer",
                "what": word,
                "said": f"{word} {other}",
                "team": other[:300],
                "agent": word[:300],
                "issue": word,
                "thread": f"{word[:100]} {at}",
                "case": f"{other[:100]} {at}",
                "who": f"{word[:60]}{at}",
                "outcome": "resolved" if step == 3 else "",
            }
    yield {"at": HOSTILE[1], "id": HOSTILE[0], "channel": HOSTILE[2], "what": "x", "who": "y", "issue": HOSTILE[3]}
