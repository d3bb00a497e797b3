"""What is wrong with who is who is found: islands, links left out, traits that conflict."""

from __future__ import annotations

import json

import pytest

from clew.model import IdentityPolicy
from tests.app.quality.looking import found, kept, numbers, told
from tests.customers.people import decided


def test_customers_that_no_other_source_knows_are_counted_among_the_sources_customers() -> None:
    rows = [
        told(1, "2026-03-01T10:00:00", "email:mia@x.org"),
        told(2, "2026-03-01T10:00:00", "email:ada@x.org"),
        told(3, "2026-03-01T10:00:00", "email:ada@x.org", "phone:+14155552671", source="calls"),
        told(4, "2026-03-01T10:00:00", "phone:+14155552671", source="calls"),
    ]

    findings = found("unused_identifiers", rows)

    assert numbers(findings) == [("desk", "", 1, 2)]
    assert found("unused_identifiers", rows[1:]) == []


def test_with_one_source_there_is_nobody_else_to_know_its_customers() -> None:
    assert found("unused_identifiers", [told(1, "2026-03-01T10:00:00", "email:mia@x.org")]) == []


def test_links_that_were_left_out_are_told_by_source_and_reason() -> None:
    rows = [
        told(1, "2026-03-01T10:00:00", "email:test@test.com", "phone:+14155552671"),
        told(2, "2026-03-01T11:00:00", "email:mia@x.org", "phone:+14155552672"),
        told(3, "2026-03-01T12:00:00", "account:1", "phone:+14155552673", source="calls"),
    ]

    assert numbers(found("links_left_out", rows)) == [("desk", "shared", 1, 2)]
    assert found("links_left_out", rows[1:]) == []


def test_a_link_against_somebodys_word_is_not_told_as_shared() -> None:
    rows = [told(1, "2026-03-01T11:00:00", "email:mia@x.org", "phone:+14155552672")]

    assert found("links_left_out", rows, decisions=[decided("email:mia@x.org", "phone:+14155552672", False, 5)]) == []


def contact(number: int, source: str, identifier: str, **raw: object) -> dict[str, object]:
    return kept(number, source, json.dumps(raw), identifier)


def test_two_names_of_one_customer_are_told_for_both_sources() -> None:
    records = [
        contact(1, "hubspot", "email:mia@x.org", property_firstname="Mia", property_lastname="Schulz"),
        contact(2, "zendesk", "email:mia@x.org", name="Ada Meyer"),
        contact(3, "hubspot", "email:eva@x.org", property_firstname="Eva", property_lastname="Krüger"),
        contact(4, "zendesk", "email:eva@x.org", name="KRUGER,  eva"),
        contact(5, "zendesk", "email:tom@x.org", name="Tom Lee"),
    ]

    findings = found("conflicting_traits", [], records)

    assert numbers(findings) == [("hubspot", "name", 1, 2), ("zendesk", "name", 1, 2)]
    assert "records of hubspot and zendesk" in findings[0].says
    assert findings[0].examples == ("r1",)
    assert not any("Mia" in each.says or "Ada" in each.says for each in findings)
    assert found("conflicting_traits", [], records[2:]) == []


@pytest.mark.parametrize(
    ("key", "one", "other", "conflicts"),
    [
        ("birth_date", "1990-05-17", "1990-05-17T00:00:00", False),
        ("birth_date", "1990-05-17", "1990-05-18", True),
        ("birth_date", "1990-05-17", "17/05/1990", False),
        ("zip", "02134", "2134-0001", False),
        ("zip", "54335", "54336", True),
        ("country", "DE", "de", False),
        ("country", "DE", "Germany", False),
        ("country", "DE", "FR", True),
        ("locale", "en-US", "en_GB", False),
        ("locale", "en-US", "de-DE", True),
        ("name", "Mia", "Mia Schulz", False),
        ("shoe_size", "38", "39", False),
    ],
)
def test_traits_are_compared_as_far_as_they_can_be(key: str, one: str, other: str, conflicts: bool) -> None:
    records = [contact(1, "a", "email:mia@x.org", **{key: one}), contact(2, "b", "email:mia@x.org", **{key: other})]

    assert [each.n for each in found("conflicting_traits", [], records)] == ([1, 1] if conflicts else [])


def test_traits_told_in_a_tracking_call_are_read_too() -> None:
    traits = json.dumps({"firstName": "Mia", "lastName": "Schulz"})
    records = [contact(1, "segment", "email:mia@x.org", type="identify", traits=traits)]
    records.append(contact(2, "zendesk", "email:mia@x.org", name="Ada Meyer"))

    assert [each.source for each in found("conflicting_traits", [], records)] == ["segment", "zendesk"]


def test_records_that_are_no_objects_or_have_odd_keys_are_passed_over() -> None:
    odd = [
        "",
        "nonsense {",
        "[1, 2]",
        "null",
        '{"na\\"me": "A B", "na\\\\me": "C D", "*name": "E F"}',
        '{"traits": "[3]"}',
    ]
    records = [kept(n, "a", raw, "email:mia@x.org") for n, raw in enumerate(odd)]
    records.append(contact(8, "a", "email:mia@x.org", name="Mia Schulz"))
    records.append(contact(9, "b", "email:mia@x.org", name="Ada Meyer"))

    assert numbers(found("conflicting_traits", [], records)) == [("a", "name", 1, 1), ("b", "name", 1, 1)]


def test_a_customer_that_gathers_a_crowd_within_a_month_is_a_sudden_giant() -> None:
    plain = [told(100 + n, "2026-03-01T10:00:00", f"email:p{n}@x.org", f"device:d{n}") for n in range(40)]
    crowd = [told(n, f"2026-03-{1 + n:02}T10:00:00", "email:till@x.org", f"device:t{n}") for n in range(14)]
    policy = IdentityPolicy(limits=(), shared_from={})

    findings = found("sudden_giants", [*plain, *crowd], policy=policy)

    assert numbers(findings) == [("desk", "", 1, 41)]
    assert "15 identifiers within 30 days" in findings[0].says
    assert "more than 10" in findings[0].says


def test_a_customer_that_grows_over_years_and_plain_customers_are_no_giants() -> None:
    plain = [told(100 + n, "2026-03-01T10:00:00", f"email:p{n}@x.org", f"device:d{n}") for n in range(40)]
    slow = [told(n, f"20{10 + n}-03-01T10:00:00", "email:old@x.org", f"device:t{n}") for n in range(14)]

    assert found("sudden_giants", plain) == []
    assert found("sudden_giants", [*plain, *slow], policy=IdentityPolicy(limits=(), shared_from={})) == []
