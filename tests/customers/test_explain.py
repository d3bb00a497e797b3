"""Why two identifiers are one person can be told link by link, and why two aren't, too."""

from __future__ import annotations

import duckdb
import pytest

from clew.customers import write_customers, write_links
from clew.customers.explain import Explained, explain
from clew.model import INTERACTIONS, RECORDS, UsageError
from tests.customers.people import Row, decided, load, recorded, seen

MIA, MIA2, PHONE, TABLET, BO, ONE, TWO = (
    *("email:mia@x.org", "email:mia.old@x.org", "phone:+14155552671", "device:tablet", "email:bo@x.org"),
    *("account:1", "account:2"),
)
STORY = [
    *(seen(1, MIA, ONE), seen(2, MIA2, ONE), seen(3, MIA2, PHONE), seen(4, BO, TWO), seen(5, MIA, TABLET)),
    *(seen(day, BO, TABLET, at=day * 86_400_000_000) for day in range(6, 9)),
]


def told(a: str, b: str, story: list[Row] = STORY, **more: object) -> Explained:
    connection = duckdb.connect()
    load(connection, INTERACTIONS, story)
    load(connection, RECORDS, more.pop("records", ()))  # type: ignore[arg-type]
    write_links(connection, more.pop("decisions", ()))  # type: ignore[arg-type]
    write_customers(connection)
    return explain(connection, a, b)


def test_the_way_from_one_identifier_to_another_is_told_link_by_link() -> None:
    found = told(PHONE, MIA)
    assert found.is_one_person
    assert [{link.identifier_a, link.identifier_b} for link in found.way] == [{PHONE, MIA2}, {MIA2, ONE}, {ONE, MIA}]
    assert [link.evidence for link in found.way] == ["i3", "i2", "i1"]
    assert {link.said_by for link in found.way} == {("same_interaction",)}


def test_what_a_record_and_an_interaction_say_alike_is_one_link_said_by_both() -> None:
    found = told(MIA, ONE, records=[recorded(1, MIA, ONE)])
    assert [link.said_by for link in found.way] == [("same_interaction", "same_record")]


def test_two_who_share_a_tablet_are_told_apart_by_the_limit_that_the_link_would_break() -> None:
    found = told(TABLET, MIA)
    assert not found.is_one_person, "Bo used it on three days, Mia on one"
    assert [(link.fate, link.told) for link in found.between] == [("over_limit", "left out: at most 1 account")]


def test_what_a_person_said_is_told() -> None:
    found = told(PHONE, MIA2, decisions=[decided(PHONE, MIA2, False, 99)])
    assert not found.is_one_person
    assert found.between[0].told == "somebody said that this link doesn't count"
    assert "tester" in found.between[0].said_by


def test_a_placeholder_belongs_to_nobody_and_says_so() -> None:
    found = told("email:test@test.com", MIA, [*STORY, seen(9, MIA, "email:test@test.com")])
    assert found.customer_a is None
    assert "stands for nobody" in found.between[0].told


def test_strangers_have_nothing_between_them() -> None:
    assert told(PHONE, "email:zoe@x.org", [*STORY, seen(20, "email:zoe@x.org")]).between == ()


def test_an_identifier_that_nobody_has_is_refused() -> None:
    with pytest.raises(UsageError, match="Nobody was ever seen"):
        told(MIA, "email:who@x.org")
