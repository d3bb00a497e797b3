"""Who is who: why two identifiers are one person, a split that is looked at first and taken back, and a customer who is forgotten."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from clew.app.building import build
from clew.app.workspace import Workspace
from tests.lanes import SIZES_TURNED, looks
from tests.web.looking import axe_faults, settled, sideways, small_targets
from tests.web.opening import Opener
from tests.web.reading import WORK_MILLISECONDS
from tests.web.serving import Served, serve


@pytest.fixture
def own(company_folder: Path, assets: Path, tmp_path: Path) -> Iterator[Served]:
    """A server on a copy of the company, whose customers this story changes."""
    folder = Path(shutil.copytree(company_folder, tmp_path / "own", ignore=shutil.ignore_patterns("server.*")))
    workspace = Workspace(folder)
    build(workspace)
    workspace.close()
    with serve(folder, assets) as served:
        yield served


def with_a_leaf(folder: Path) -> tuple[str, str, int]:
    """A customer, an identifier that one link alone joins to its others, and how many identifiers it has."""
    workspace = Workspace(folder)
    with workspace.session() as session:
        ((customer, leaf, count),) = session.execute(
            """WITH ends AS (SELECT unnest([identifier_a, identifier_b]) AS identifier FROM link_fates),
            leaves AS (SELECT identifier FROM ends GROUP BY identifier HAVING count(*) = 1),
            sizes AS (SELECT customer_id, count(*) AS n FROM customers GROUP BY ALL HAVING n BETWEEN 5 AND 12)
            SELECT customer_id, max_by(identifier, since_us), any_value(n) FROM customers SEMI JOIN leaves USING (identifier)
            JOIN sizes USING (customer_id) GROUP BY ALL ORDER BY ALL LIMIT 1"""
        ).fetchall()
    workspace.close()
    return customer, leaf, count


def test_a_split_is_understood_tried_done_and_taken_back(own: Served, open_page: Opener) -> None:
    customer, leaf, count = with_a_leaf(own.workspace)
    page = open_page(own, f"/customers/{customer}?tab=identity")
    settled(page)
    expect(identifiers_told(page)).to_contain_text(f"{count} identifiers")

    looks_why(page, leaf)
    tries_a_split(page, leaf, count)
    confirms(page, "the neighbour's phone")
    expect(identifiers_told(page)).to_contain_text(f"{count - 1} identifiers", timeout=WORK_MILLISECONDS)
    expect(page.get_by_role("group", name="What people said")).to_contain_text("the neighbour's phone")

    page.get_by_role("button", name="Withdraw", exact=True).click()
    expect(page.locator(".c-dialog").last).to_contain_text("1 customer less")
    confirms(page, "it was theirs after all")
    expect(identifiers_told(page)).to_contain_text(f"{count} identifiers", timeout=WORK_MILLISECONDS)
    assert leaf.partition(":")[2] not in page.url


def test_by_keyboard_alone_a_link_is_doubted_and_nothing_is_written_until_it_is_confirmed(
    own: Served, open_page: Opener
) -> None:
    customer, _, _ = with_a_leaf(own.workspace)
    page = open_page(own, f"/customers/{customer}")
    settled(page)
    page.get_by_role("tab", name="Journeys").focus()
    page.keyboard.press("ArrowRight")
    settled(page)
    assert "tab=identity" in page.url
    reach(page, page.get_by_role("button", name="why one person?").first)
    page.keyboard.press("Enter")
    dialog = page.locator(".c-dialog")
    expect(dialog).to_contain_text("What says so")
    assert axe_faults(page) == []
    reach(page, dialog.get_by_role("button", name="They are different people"))
    page.keyboard.press("Enter")
    expect(page.locator(".c-dialog").last).to_contain_text("Concerned", timeout=WORK_MILLISECONDS)
    assert axe_faults(page) == []
    page.keyboard.press("Escape")
    expect(page.locator(".c-dialog")).to_have_count(0)
    expect(page.get_by_role("group", name="What people said")).to_contain_text("Nobody said anything")


@pytest.mark.parametrize(("width", "theme"), looks(SIZES_TURNED))
def test_the_identity_of_a_customer_fits_every_size_and_theme(
    full: Served, open_page: Opener, width: str, theme: str
) -> None:
    customer, _, _ = with_a_leaf(full.workspace)
    page = open_page(full, f"/customers/{customer}?tab=identity", width=width, theme=theme)
    settled(page)
    assert sideways(page) <= 0
    assert axe_faults(page) == []
    assert small_targets(page) == []


def test_an_erased_customer_is_gone_and_can_be_found_no_more(own: Served, open_page: Opener) -> None:
    customer, leaf, _ = with_a_leaf(own.workspace)
    page = open_page(own, f"/customers/{customer}")
    settled(page)
    with page.expect_download() as handed:
        page.get_by_role("button", name="What a customer may ask for").click()
        page.get_by_role("menuitem", name="Hand out everything").click()
    assert handed.value.suggested_filename == "customer.zip"

    page.get_by_role("button", name="What a customer may ask for").click()
    page.get_by_role("menuitem", name="Erase").click()
    dialog = page.locator(".c-dialog")
    expect(dialog).to_contain_text("Interactions")
    act = dialog.get_by_role("button", name="Erase for good")
    dialog.get_by_label("Why?").fill("ticket 4711")
    expect(act).to_be_disabled()
    dialog.get_by_label("to confirm").fill("erase")
    assert axe_faults(page) == []
    act.click()
    expect(page.locator(".c-dialog").filter(has_text="Gone:")).to_be_visible(timeout=WORK_MILLISECONDS)
    page.get_by_role("button", name="To all customers").click()
    settled(page)
    assert page.url.endswith("/customers")

    page.get_by_role("main").get_by_role("searchbox").fill(leaf.partition(":")[2])
    expect(page.get_by_text("Nobody found")).to_be_visible()
    page.goto(f"{own.address}/customers/{customer}")
    expect(page.get_by_role("main")).to_contain_text("No customer here has that id", timeout=WORK_MILLISECONDS)


def identifiers_told(page: Page) -> Locator:
    return page.get_by_role("group", name="How the identifiers hang together")


def looks_why(page: Page, leaf: str) -> None:
    """Open the only link of an identifier, and see what says so."""
    value = leaf.partition(":")[2]
    page.get_by_role("row").filter(has_text=value).get_by_role("button").click()
    dialog = page.locator(".c-dialog")
    expect(dialog).to_contain_text("Why one person?")
    expect(dialog).to_contain_text("Joins them")
    expect(
        dialog.get_by_role("link", name="Open the step").or_(dialog.get_by_text("Contact record")).first
    ).to_be_visible()
    assert value not in page.url
    page.keyboard.press("Escape")


def tries_a_split(page: Page, leaf: str, count: int) -> None:
    """Choose the identifier and look at what parting it would change."""
    page.get_by_role("button", name="Split…").click()
    dialog = page.locator(".c-dialog")
    expect(dialog.get_by_role("button", name="Show what changes")).to_be_disabled()
    dialog.get_by_text(leaf.partition(":")[2], exact=True).click()
    expect(dialog).to_contain_text(f"1 of {count} identifiers chosen")
    dialog.get_by_role("button", name="Show what changes").click()
    expect(page.locator(".c-dialog").last).to_contain_text("1 customer more")


def confirms(page: Page, reason: str) -> None:
    """Give the reason and do it."""
    dialog = page.locator(".c-dialog")
    expect(dialog.get_by_role("button", name="Do it")).to_be_disabled()
    dialog.get_by_label("Why?").fill(reason)
    dialog.get_by_role("button", name="Do it").click()
    expect(dialog).to_have_count(0)


def reach(page: Page, wanted: Locator) -> None:
    """Press Tab until the wanted thing has the focus."""
    for _ in range(80):
        if wanted.evaluate("(each) => each === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("the keyboard never gets there")
