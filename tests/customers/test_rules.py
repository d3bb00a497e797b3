"""The exact rules: identifiers given together are one person, those that never met are not; every link has its evidence."""

from __future__ import annotations

import pytest

import clew.customers.rules
from clew.customers import IdentityRule, known_rules
from tests.customers.people import UNLIMITED, decided, people, recorded, seen, tables


def test_identifiers_given_in_one_interaction_are_one_person() -> None:
    assert people([seen(1, "email:mia@x", "phone:+1"), seen(2, "email:bo@x")]) == {
        frozenset({"email:mia@x", "phone:+1"}),
        frozenset({"email:bo@x"}),
    }


def test_identifiers_in_one_contact_record_are_one_person() -> None:
    assert people([seen(1, "email:mia@x"), seen(2, "account:7")], [recorded(3, "email:mia@x", "account:7")]) == {
        frozenset({"email:mia@x", "account:7"})
    }


def test_links_reach_through_any_number_of_identifiers() -> None:
    chain = [seen(n, f"account:{n}", f"account:{n + 1}") for n in range(50)]

    assert people(chain, policy=UNLIMITED) == {frozenset(f"account:{n}" for n in range(51))}


def test_all_identifiers_of_one_row_are_joined_and_one_named_twice_is_no_link() -> None:
    row = seen(1, "email:m@x", "phone:+1", "account:1", "desk:1", "handle:m", "device:d")
    links, _ = tables([row, seen(2, "email:m@x", "email:m@x")])

    assert people([row]) == {frozenset(str(name) for name in row["identifiers"])}  # type: ignore[union-attr]
    assert [(link[0], link[1]) for link in links] == [
        ("email:m@x", other) for other in ("account:1", "desk:1", "device:d", "handle:m", "phone:+1")
    ]


def test_the_same_value_in_two_namespaces_is_two_identifiers() -> None:
    assert people([seen(1, "account:7"), seen(2, "desk:7")]) == {frozenset({"account:7"}), frozenset({"desk:7"})}


def test_a_link_carries_its_rule_version_and_the_earliest_interaction_that_says_so() -> None:
    links, _ = tables(
        [
            seen(1, "email:mia@x", "phone:+1", at=300),
            seen(2, "email:mia@x", "phone:+1", at=100),
            seen(9, "email:mia@x", "phone:+1", at=100),
            seen(4, "email:mia@x", "phone:+1", at=200),
        ]
    )

    assert links == [
        ("email:mia@x", "phone:+1", "same_interaction", 1, "same", True, "i2", 1.0, 100, 300, 4, "rule", "service")
    ]


def test_what_a_person_says_stands_beside_what_the_rules_say() -> None:
    links, _ = tables([seen(1, "email:mia@x", "phone:+1")], decisions=[decided("phone:+1", "email:mia@x", False, 9)])

    assert [link[2:] for link in links] == [
        ("person", 1, "retracted", False, "said in a test", 1.0, 9, 9, 1, "tester", ""),
        ("same_interaction", 1, "same", True, "i1", 1.0, 1, 1, 1, "rule", "service"),
    ]


def test_every_file_is_a_rule_of_its_name_that_says_what_it_asks() -> None:
    from pathlib import Path

    files = sorted(p.stem for p in Path(str(clew.customers.rules.__file__)).parent.glob("*.py") if p.stem[0] != "_")

    assert list(known_rules()) == files == [rule.name for rule in known_rules().values()]


@pytest.mark.parametrize("rule", known_rules().values(), ids=lambda rule: rule.name)
def test_a_rule_says_what_it_asks_and_how_sure_it_is(rule: IdentityRule) -> None:
    assert rule.question.endswith("?")
    assert rule.source
    assert rule.version >= 1
    assert rule.confidence is None or 0 < rule.confidence <= 1
    own = ("confidence",) if rule.confidence is None else ()
    assert rule.links().columns == ("identifier_a", "identifier_b", "evidence", "at_us", "last_us", "times", *own)
