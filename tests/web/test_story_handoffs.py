"""Where context gets lost: a cell, its facts, the very words, the thread; and contracts made, tried, kept, broken and removed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.looking import axe_faults, settled, sideways, small_targets
from tests.web.opening import Opener
from tests.web.serving import Served, serve

#: Puts one contract into clew.toml from beside the page, as somebody else would.
SOMEBODY_ELSE = """async () => {
  const before = await fetch('/api/v1/contracts');
  const {contracts} = await before.json();
  const token = (await (await fetch('/api/v1/session')).json()).csrf;
  const theirs = {name: 'Theirs', told: true};
  const answer = await fetch('/api/v1/contracts', {method: 'PUT',
    headers: {'Content-Type': 'application/json', 'If-Match': before.headers.get('ETag'), 'X-Clew-Csrf': token},
    body: JSON.stringify({contracts: [...contracts, theirs]})});
  return answer.status;
}"""


@pytest.fixture
def ours(company_folder: Path, assets: Path, tmp_path: Path) -> Iterator[Served]:
    """A server on a copy of the company, whose contracts may be changed."""
    with serve(Path(shutil.copytree(company_folder, tmp_path / "ours")), assets) as served:
        yield served


def sound(page: Page) -> None:
    """Say that axe finds nothing, that the page fits, and that its targets can be hit."""
    settled(page)
    assert axe_faults(page) == []
    assert sideways(page) <= 0
    assert small_targets(page) == []


def test_from_a_cell_that_loses_context_to_the_words_and_the_thread(full: Served, open_page: Opener) -> None:
    page = open_page(full, "/handoffs")
    settled(page)
    page.get_by_role("button", name="Shade by").click()
    page.get_by_role("option", name="Context lost").click()
    expect(page.get_by_text("All handoffs. Context lost:")).to_be_visible()
    cell = page.get_by_role("button", name=re.compile(r"Chat → Phone|Chat to Phone")).filter(has_text="% of")
    cell.first.click()
    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_role("heading", name="What is lost")).to_be_visible()
    sound(page)

    asked = drawer.get_by_role("button", name=re.compile("handoffs after which the account number", re.IGNORECASE))
    n = int((asked.inner_text()).split(" of ")[0])
    asked.click()
    settled(page)
    expect(asked).to_have_attribute("aria-pressed", "true")
    assert "fact=account" in page.url
    listed = drawer.get_by_role("list", name="Handoffs one by one")
    expect(drawer.get_by_text(re.compile(rf"\b{n}\b.*, latest first"))).to_be_visible()
    expect(listed.locator(".evidence-item")).to_have_count(min(n, 10))
    questions = listed.get_by_role("link", name=re.compile("^Asked again for the account number"))
    assert questions.count() >= min(n, 10)
    expect(listed.locator("mark").first).to_be_visible()

    page.reload()
    settled(page)
    expect(listed.locator(".evidence-item")).to_have_count(min(n, 10))
    step = listed.get_by_role("link", name=re.compile("^Given before")).first
    position = re.search(r"step=(\d+)", step.get_attribute("href") or "")
    step.click()
    page.wait_for_url(re.compile(r"/customers/.+journey=.+step="))
    settled(page)
    assert position is not None
    assert f"step={position[1]}" in page.url


def test_a_contract_is_tried_on_history_saved_broken_and_taken_back(ours: Served, open_page: Opener) -> None:
    page = open_page(ours, "/handoffs/contracts")
    settled(page)
    expect(page.get_by_text("No contract yet")).to_be_visible()
    page.get_by_role("button", name="Add this example").click()
    card = page.get_by_role("group", name="Bot to person")
    expect(card).to_contain_text("handoffs in")
    sound(page)

    page.get_by_role("button", name="New contract").click()
    form = page.get_by_role("dialog")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_text("Give it a name.")).to_be_visible()
    expect(form.get_by_text("Choose at least one thing that has to hold.")).to_be_visible()
    form.get_by_role("textbox", name="Name").fill("Phone knows")
    form.get_by_role("button", name="To channel").click()
    page.get_by_role("option", name="Phone", exact=True).click()
    page.keyboard.press("Escape")
    form.get_by_text("The customer is told of the handoff, or where to turn").click()
    preview = form.locator(".contracts-preview")
    expect(preview).to_contain_text("under it")
    expect(preview).to_have_attribute("aria-busy", "false")
    sound(page)
    said = preview.locator(".contracts-kept").inner_text()
    form.get_by_role("button", name="Save").click()
    expect(form).to_have_count(0)
    settled(page)
    mine = page.get_by_role("group", name="Phone knows")
    expect(mine.locator(".contracts-kept")).to_have_text(said, use_inner_text=True)
    assert 'name = "Phone knows"\nto_channel = ["phone"]' in (ours.workspace / "clew.toml").read_text()

    broken = mine.get_by_role("button", name=re.compile(r"^Show the \d+ broken"))
    n = int(re.findall(r"\d+", broken.inner_text())[0])
    broken.click()
    drawer = page.get_by_role("dialog", name='Handoffs that broke "Phone knows"')
    expect(drawer.locator(".evidence-item")).to_have_count(min(n, 10))
    expect(drawer.get_by_text("Broken: Customer told").first).to_be_visible()
    sound(page)
    page.keyboard.press("Escape")

    page.get_by_role("button", name="Remove the contract Phone knows").click()
    expect(mine).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(mine).to_be_visible()


def test_a_contract_isnt_saved_over_what_somebody_else_has_just_changed(ours: Served, open_page: Opener) -> None:
    page = open_page(ours, "/handoffs/contracts?new=yes")
    settled(page)
    form = page.get_by_role("dialog")
    form.get_by_role("textbox", name="Name").fill("Mine")
    form.get_by_text("The customer is promised when to hear again").click()
    assert page.evaluate(SOMEBODY_ELSE) == 200
    form.get_by_role("button", name="Save").click()

    asked = page.get_by_role("alertdialog")
    expect(asked).to_contain_text("Somebody changed the contracts meanwhile")
    expect(asked).to_contain_text("Theirs")
    asked.get_by_role("button", name="Put mine on top").click()

    expect(page.get_by_role("dialog")).to_have_count(0)
    for name in ("Theirs", "Mine"):
        expect(page.get_by_role("group", name=name, exact=True)).to_be_visible()


def test_a_form_with_changes_isnt_closed_without_a_question(full: Served, open_page: Opener) -> None:
    page = open_page(full, "/handoffs/contracts?new=yes")
    settled(page)
    page.get_by_role("textbox", name="Name").fill("Half done")
    page.keyboard.press("Escape")
    asked = page.get_by_role("alertdialog")
    asked.get_by_role("button", name="Go on editing").click()
    expect(page.get_by_role("textbox", name="Name")).to_have_value("Half done")
    page.keyboard.press("Escape")
    page.get_by_role("alertdialog").get_by_role("button", name="Drop").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert "new=" not in page.url
