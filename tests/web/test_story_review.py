"""People who are alike: found, looked at side by side, answered by mouse and by key, built in; a profile that differs, a consent denied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("splink", reason="Splink isn't installed: pip install 'clew[identity]'")

from playwright.sync_api import Page, expect

import clew
from clew.app.building import build
from clew.app.identity.matching import match
from clew.app.workspace import Workspace
from clew.customers import customer_id
from tests.app.identity.town import customers, settings, town_workspace
from tests.lanes import SIZES, SIZES_TURNED, looks
from tests.web.looking import axe_faults, settled, sideways, small_targets
from tests.web.opening import Opener
from tests.web.reading import WORK_MILLISECONDS
from tests.web.serving import Served, serve

#: What one chat desk tells of one person: two postcodes, and a consent that is taken back by phone.
DESK = """source_id,occurred_at,email,text,Customer name,Billing ZIP,accepts_marketing
n0,2026-03-01T10:00:00Z,mia@x.example,hello,Mia Schulz,10115,true
n1,2026-03-02T10:00:00Z,mia@x.example,again,Mia Schulz,20095,
n2,2026-03-03T10:00:00Z,mia@x.example,and again,<b>Mia</b> Schulz,10115,
"""
MAPPING = """connector = "table"
source = "desk"
[columns]
source_id = "source_id"
occurred_at = "occurred_at"
email = "email"
text = "text"
[constants]
channel = "chat"
"""
MIA = customer_id("email:mia@x.example")
#: Screens, and the sizes and themes in which the short form looks at them.
SCREENS = {
    "/customers/review": SIZES,
    "/customers/review?tab=model": SIZES_TURNED,
    f"/customers/{MIA}?tab=profile": SIZES,
}


@pytest.fixture(scope="module")
def town_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up town in which nobody has looked for look-alikes, and one customer of a chat desk."""
    folder = tmp_path_factory.mktemp("town")
    workspace = town_workspace(folder)
    settings(workspace.folder, 'likeness = "review"')
    (folder / "desk.toml").write_text(MAPPING, encoding="utf-8")
    (folder / "desk.csv").write_text(DESK, encoding="utf-8")
    clew.open(workspace.folder).import_files(folder / "desk.csv", mapping=folder / "desk.toml")
    workspace.close()
    workspace = Workspace(workspace.folder)
    build(workspace)
    workspace.close()
    return workspace.folder


@pytest.fixture
def town(town_folder: Path, assets: Path, tmp_path: Path) -> Iterator[Served]:
    """A server on a copy of it."""
    with serve(Path(shutil.copytree(town_folder, tmp_path / "town")), assets) as served:
        yield served


@pytest.fixture(scope="module")
def matched(town_folder: Path, assets: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server on a copy in which every pair waits; its tests change nothing."""
    folder = Path(shutil.copytree(town_folder, tmp_path_factory.mktemp("matched") / "town"))
    workspace = Workspace(folder)
    match(workspace)
    build(workspace)
    workspace.close()
    with serve(folder, assets) as served:
        yield served


def test_look_alikes_are_found_reviewed_by_mouse_and_by_key_and_become_one(town: Served, open_page: Opener) -> None:
    page = open_page(town, "/customers")
    settled(page)
    page.get_by_role("link", name="Review look-alikes").click()
    settled(page)
    expect(page.get_by_text("Nobody has looked for look-alikes yet")).to_be_visible()
    page.get_by_role("button", name="Find people by likeness").click()
    expect(page.get_by_role("group", name="What came of it")).to_contain_text("For your eye", timeout=WORK_MILLISECONDS)
    expect(page.get_by_role("heading", name="Waiting for you")).to_be_visible(timeout=WORK_MILLISECONDS)
    settled(page)

    first = sides(page)
    page.get_by_role("button", name="Same person").click()
    expect(page.get_by_text(f"Pair {first[0]}: Same person.")).to_be_visible()
    expect(page.get_by_text("1 answer waits for the next build.")).to_be_visible()
    expect(page.get_by_role("heading", name=f"Pair {first[0]}:")).to_have_count(0)
    settled(page)

    second = sides(page)
    page.keyboard.press("2")
    expect(page.get_by_text(f"Pair {second[0]}: Different people.")).to_be_visible()
    expect(page.get_by_text("2 answers wait for the next build.")).to_be_visible()
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("1 answer waits for the next build.")).to_be_visible()
    expect(page.get_by_role("heading", name=f"Pair {second[0]}:")).to_be_visible()
    settled(page)
    page.keyboard.press("2")
    expect(page.get_by_text("2 answers wait for the next build.")).to_be_visible()

    page.get_by_role("button", name="Build now").click()
    expect(page.get_by_text("for the next build.")).to_have_count(0, timeout=WORK_MILLISECONDS)
    workspace = Workspace(town.workspace)
    of = customers(workspace)
    workspace.close()
    assert of[first[1]] == of[first[2]]
    assert of[second[1]] != of[second[2]]
    page.goto(f"{town.address}/customers/{of[first[1]]}?tab=identity")
    settled(page)
    for identifier in first[1:]:
        expect(page.get_by_role("main").get_by_text(identifier.partition(":")[2]).first).to_be_visible()


def test_letters_typed_into_the_reason_answer_nothing_and_the_keys_are_in_the_help(
    matched: Served, open_page: Opener
) -> None:
    page = open_page(matched, "/customers/review")
    settled(page)
    number, _, _ = sides(page)
    page.get_by_label("Why?").fill("")
    page.get_by_label("Why?").press_sequentially("123 np")
    expect(page.get_by_role("heading", name=f"Pair {number}:")).to_be_visible()
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("n")
    expect(page.get_by_role("heading", name=f"Pair {number}:")).to_have_count(0)
    settled(page)
    page.keyboard.press("p")
    expect(page.get_by_role("heading", name=f"Pair {number}:")).to_be_visible()
    page.keyboard.press("?")
    expect(page.locator(".c-dialog")).to_contain_text("In the review queue")


def test_both_sides_say_in_words_how_alike_they_are_and_no_name_gets_into_the_address(
    matched: Served, open_page: Opener
) -> None:
    page = open_page(matched, "/customers/review")
    settled(page)
    table = page.get_by_role("table").first
    expect(table).to_contain_text("One customer")
    assert table.locator("tbody th svg").count() == table.locator("tbody th .review-agreement").count() > 0
    bars = page.get_by_role("list", name="What each column adds")
    expect(bars).to_contain_text("Where every pair begins")
    expect(bars).to_contain_text("Together")
    assert page.url.split("?")[0].endswith("/customers/review")
    page.get_by_role("tab", name="Weights").click()
    settled(page)
    expect(page.get_by_role("list", name="What each likeness says")).to_contain_text("times likelier")
    page.get_by_role("button", name="Show as table").first.click()
    expect(page.get_by_role("table")).to_contain_text("Of two people's pairs")


@pytest.mark.parametrize(
    ("path", "width", "theme"), [(path, *look) for path, shortly in SCREENS.items() for look in looks(shortly)]
)
def test_review_and_profile_fit_every_size_and_theme(
    matched: Served, open_page: Opener, path: str, width: str, theme: str
) -> None:
    page = open_page(matched, path, width=width, theme=theme)
    settled(page)
    assert sideways(page) <= 0
    assert axe_faults(page) == []
    assert small_targets(page) == []


def test_a_profile_says_who_tells_otherwise_and_a_denied_consent_shows_at_once(town: Served, open_page: Opener) -> None:
    page = open_page(town, f"/customers/{MIA}?tab=profile")
    settled(page)
    traits = page.get_by_role("group", name="Profile")
    expect(traits).to_contain_text("<b>Mia</b> Schulz")
    traits.get_by_role("button").filter(has_text="Postcode").click()
    dialog = page.locator(".c-dialog")
    expect(dialog).to_contain_text("20095")
    expect(dialog).to_contain_text("The latest telling stands")
    assert axe_faults(page) == []
    page.keyboard.press("Escape")

    consents = page.get_by_role("group", name="Consents")
    row = consents.get_by_role("listitem").filter(has=page.get_by_text("Granted", exact=True)).first
    title = row.locator("strong").inner_text()
    row.get_by_role("button", name="Write down").click()
    dialog = page.locator(".c-dialog")
    act = dialog.get_by_role("button", name="Write it down")
    expect(act).to_be_disabled()
    dialog.get_by_role("button", name="The customer said").click()
    page.get_by_role("option", name="No: denied").click()
    dialog.get_by_label("What proves it?").fill("ticket 4711")
    assert axe_faults(page) == []
    act.click()
    expect(dialog).to_have_count(0)
    changed = consents.get_by_role("listitem").filter(has=page.get_by_text(title, exact=True))
    expect(changed).to_contain_text("Denied")
    expect(consents.get_by_text("Not in the tables yet")).to_have_count(0, timeout=WORK_MILLISECONDS)
    expect(changed).to_contain_text("Denied")
    changed.get_by_role("button", name="statement").click()
    expect(page.locator(".c-dialog")).to_contain_text("ticket 4711")


def sides(page: Page) -> tuple[int, str, str]:
    """Return the open pair's number and the identifiers that were compared."""
    picked = page.locator(".review-picked")
    number = int(picked.locator(".review-pick-head span").first.inner_text().removeprefix("Pair "))
    a, b = picked.locator(".review-ids bdi").all_inner_texts()
    return number, a, b
