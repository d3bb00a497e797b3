"""Identifiers are written one way before they are compared, and what only looks like one joins nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.customers.people import grouped, imported


def test_phones_of_different_writing_are_one_identifier(tmp_path: Path) -> None:
    workspace = imported(
        tmp_path,
        "phone",
        "(415) 555-2671",
        "415.555.2671",
        "+1 415 555 2671",
        "tel:+14155552671",
        "whatsapp:+14155552671",
        "14155552671",
        "4155552671.0",
        "+49 151 12345678",
    )

    assert grouped(workspace) == {frozenset({"phone:+14155552671"}), frozenset({"phone:+4915112345678"})}
    assert workspace.journeys().to_polars()["customer_id"].n_unique() == 2


def test_emails_and_handles_are_one_in_any_case_and_accounts_are_not(tmp_path: Path) -> None:
    rows = [" Mia@Example.com ,,", "mia@example.COM,,", ",@Mia,", ",@mia,", ",,Ab1", ",,aB1"]
    workspace = imported(tmp_path, "email,handle,account", *rows)

    assert grouped(workspace) == {
        frozenset({"email:mia@example.com"}),
        frozenset({"handle:@mia"}),
        frozenset({"account:Ab1"}),
        frozenset({"account:aB1"}),
    }


@pytest.mark.parametrize("junk", ["nan", "NaN", "NULL", "none", "N/A", "undefined", "unknown", "anonymous", "-", "?"])
def test_marks_for_nothing_are_nobodys_identifier_and_merge_nobody(tmp_path: Path, junk: str) -> None:
    rows = [f"mia@x.org,{junk},{junk}", f"bo@x.org,{junk},{junk}", f",{junk},{junk}"]
    workspace = imported(tmp_path, "email,account,phone", *rows)

    assert grouped(workspace) == {frozenset({"email:mia@x.org"}), frozenset({"email:bo@x.org"})}
    assert sorted(workspace.journeys().to_polars()["identified"]) == [False, True, True]


def test_what_is_no_address_and_no_phone_number_merges_nobody(tmp_path: Path) -> None:
    rows = ["not an address,a1,0000", "@,a2,0000", "nan,a3,12", ",a4,anonymous"]
    workspace = imported(tmp_path, "email,account,phone", *rows)

    assert grouped(workspace) == {frozenset({f"account:a{n}"}) for n in range(1, 5)}
