"""Files of one's own, from choosing them to the map: what Clew guesses, what a person corrects, what became of every row."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.web.looking import settled
from tests.web.opening import Opener
from tests.web.reading import WORK_MILLISECONDS, asked, doubt_a_cell, open_a_conversation, whole_number
from tests.web.serving import Served

#: From ../shared/data/README.md, computed independently of Clew.
TWEETS, WRITERS = 5_001, 1_443
#: 116051 is answered, but what they wrote isn't in the sample (found in the file itself): known, though no writer.
ONLY_ANSWERED = 1
#: The first bytes of a picture.
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200)


def test_tweets_become_a_map(fresh: Served, open_page: Opener, shared_data: Path) -> None:
    page = open_page(fresh)
    choose(page, shared_data / "support_tweets" / "twcs.csv")
    expect(page.get_by_role("main")).to_contain_text("Social media threads", timeout=WORK_MILLISECONDS)
    expect(page.get_by_role("region", name="What the rows become")).to_contain_text("interactions")
    page.get_by_role("button", name="Import 1 file").click()
    expect(page.get_by_role("link", name="See the map")).to_be_visible(timeout=WORK_MILLISECONDS)
    ledger_balances(page)
    rests(page)

    page.get_by_role("link", name="See the map").click()
    settled(page)
    expect(page.locator(".m-holds")).to_contain_text(f"{WRITERS + ONLY_ANSWERED:,} customers")
    doubt_a_cell(page, "Channels")
    open_a_conversation(page)


def test_a_wrong_guess_is_corrected_before_anything_is_imported(
    fresh: Served, open_page: Opener, shared_data: Path
) -> None:
    page = open_page(fresh)
    choose(page, shared_data / "support_tweets" / "airline_sentiment.csv")
    sees_guesses_with_examples(page)
    corrects_a_column(page)
    assert asked(page, f"{fresh.address}/api/v1/sources")["items"] == []


def test_a_picture_named_csv_is_refused_with_its_reason_and_what_to_do(
    fresh: Served, open_page: Opener, tmp_path: Path
) -> None:
    broken = tmp_path / "orders.csv"
    broken.write_bytes(PNG)
    page = open_page(fresh)
    choose(page, broken)
    expect(page.get_by_text("None of these files can be read")).to_be_visible(timeout=WORK_MILLISECONDS)
    row = page.get_by_role("row").filter(has_text="orders.csv")
    reason, remedy = row.get_by_role("cell").all_inner_texts()
    assert len(reason) > 10
    assert len(remedy) > 10
    page.get_by_role("button", name="Choose other files").click()
    expect(page.get_by_role("button", name="Choose files")).to_be_visible()


def choose(page: Page, *files: Path) -> None:
    """Hand files over through the field that a press on “Choose files” opens."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose files").click()
    chooser.value.set_files(files)
    expect(page).to_have_url(re.compile(r"\?look=\w+"), timeout=WORK_MILLISECONDS)


def meaning(page: Page, name: str) -> Locator:
    """Return the line of one meaning in the mapping."""
    return page.locator("li.meaning").filter(has=page.get_by_text(name, exact=True))


def sees_guesses_with_examples(page: Page) -> None:
    """Each guess names its column, shows values of it, and says how sure it is."""
    time = meaning(page, "When it happened")
    expect(time).to_be_visible(timeout=WORK_MILLISECONDS)
    expect(time).to_contain_text("tweet_created")
    expect(time).to_contain_text("2/24/2015")
    expect(time).to_contain_text(re.compile(r"(sure|likely|unsure) \(\d+"))
    expect(meaning(page, "What was said")).to_contain_text("text")
    settled(page)
    expect(page.get_by_role("region", name="What the rows become")).to_contain_text("interactions")


def corrects_a_column(page: Page) -> None:
    """Another column for what was said: the preview shows it at once; undo brings the guess back."""
    preview = page.get_by_role("region", name="What the rows become")
    said = meaning(page, "What was said")
    before = preview.inner_text()
    said.get_by_role("button", name=re.compile("Column for What was said")).click()
    page.get_by_role("option", name=re.compile("^airline_sentiment ")).click()
    expect(said).to_contain_text("chosen by you")
    expect(preview).not_to_have_text(before)
    settled(page)
    changed = preview.inner_text()
    assert "@VirginAmerica" not in changed
    page.reload()
    expect(meaning(page, "What was said")).to_contain_text("chosen by you")
    page.get_by_role("button", name="Undo my changes").click()
    expect(meaning(page, "What was said")).not_to_contain_text("chosen by you")
    settled(page)
    expect(preview).to_contain_text("@VirginAmerica")


def ledger_balances(page: Page) -> None:
    """What was received is what was stored, was a duplicate, waits, or was refused; no row is lost on the way."""
    parts = page.locator("dl.ledger .ledger-part")
    expect(parts).to_have_count(5)
    counts = [whole_number(text) for text in parts.locator("dd").all_inner_texts()]
    assert counts[0] == TWEETS
    assert counts[0] == sum(counts[1:])


def rests(page: Page) -> None:
    """When all is done the page asks the server for nothing but what changes by itself."""
    page.wait_for_timeout(1_500)  # the end of a job makes everything that is shown be asked for once more
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    page.wait_for_timeout(2_000)
    assert len(asked_for) <= 4, f"{len(asked_for)} questions in two seconds: {set(asked_for)}"
