"""Placeholders, blocked values and what many share belong to nobody, and join nobody."""

from __future__ import annotations

import duckdb
import pytest

from clew.customers import write_customers, write_links
from clew.model import INTERACTIONS, RECORDS, IdentityPolicy
from tests.customers.people import Row, decided, load, people, seen


def shared(story: list[Row], policy: IdentityPolicy | None = None, **more: object) -> dict[str, tuple[object, ...]]:
    connection = duckdb.connect()
    load(connection, INTERACTIONS, story)
    load(connection, RECORDS, ())
    write_links(connection, more.pop("decisions", ()), policy)  # type: ignore[arg-type]
    write_customers(connection, policy)
    found = connection.execute("SELECT identifier, because, kind, met FROM shared_identifiers").fetchall()
    return {identifier: (because, kind, met) for identifier, because, kind, met in found}


@pytest.mark.parametrize(
    "junk",
    [
        *("email:test@test.com", "email:noreply@shop.org", "email:a@a.com", "email:none@none.com", "email:x@localhost"),
        *("phone:+10000000000", "phone:+15555555555", "phone:+11234567890"),
    ],
)
def test_a_placeholder_joins_nobody(junk: str) -> None:
    story = [seen(1, junk, "account:1"), seen(2, junk, "account:2")]
    assert people(story) == {frozenset({"account:1"}), frozenset({"account:2"})}
    assert shared(story) == {junk: ("placeholder", None, None)}


@pytest.mark.parametrize(
    "real",
    ["email:testa@web.org", "email:mia@test-shop.com", "email:abel@x.org", "phone:+4915112345678", "device:0000000"],
)
def test_what_only_looks_a_little_like_a_placeholder_stays(real: str) -> None:
    assert shared([seen(1, real, "account:1")]) == {}


def test_an_address_given_with_more_accounts_than_one_person_has_is_shared_and_says_how_many() -> None:
    three = [seen(n, "email:desk@hotel.org", f"account:{n}") for n in range(1, 4)]
    assert shared(three) == {}
    assert shared([*three, seen(4, "email:desk@hotel.org", "account:4")]) == {
        "email:desk@hotel.org": ("shared", "account", 4)
    }


def test_what_people_say_makes_nothing_shared() -> None:
    story = [seen(n, f"account:{n}") for n in range(6)]
    said = [decided("email:desk@hotel.org", f"account:{n}", True, 9) for n in range(6)]
    assert shared(story, decisions=said) == {}


def test_a_pattern_of_the_settings_blocks_what_fits_it_and_nothing_else() -> None:
    story = [seen(1, "email:kiosk_1@ours.com", "account:1"), seen(2, "email:kioskx1@ours.com", "account:2")]
    blocked = shared(story, IdentityPolicy(blocked=("email:kiosk_1@*",)))
    assert blocked == {"email:kiosk_1@ours.com": ("blocked", None, None)}


def test_a_pattern_with_quotes_is_a_pattern() -> None:
    assert shared([seen(1, "email:o'neil@x.org", "account:1")], IdentityPolicy(blocked=("email:o'neil@*",)))
