"""A customer's id is that of the oldest identifier: no order, rebuild or younger identifier changes it."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.customers.people import UNLIMITED, Row, ids, people, recorded, seen, tables

NAMES = st.sampled_from(["email:a@x", "email:b@x", "phone:+1", "phone:+2", "account:1", "account:2", "device:d"])
GIVEN = st.lists(st.lists(NAMES, min_size=1, max_size=4), min_size=1, max_size=12)
FEW = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


def test_a_younger_identifier_changes_no_id() -> None:
    before = ids([seen(1, "email:mia@x"), seen(2, "account:7")])
    after = ids([seen(1, "email:mia@x"), seen(2, "account:7"), seen(3, "phone:+1", "email:mia@x")])

    assert set(after) == set(before)


def test_a_merged_customer_keeps_the_id_of_the_older_one() -> None:
    (old,) = ids([seen(1, "email:mia@x")])
    (merged,) = ids([seen(1, "email:mia@x"), seen(2, "account:7"), seen(3, "account:7", "email:mia@x")])

    assert merged == old


def test_of_two_identifiers_first_seen_at_once_the_lesser_text_names_the_customer() -> None:
    (one,) = ids([seen(1, "email:b@x", "account:9")])
    (other,) = ids([seen(5, "account:9")])

    assert one == other


def test_since_is_when_an_identifier_was_first_seen() -> None:
    story = [seen(1, "email:mia@x", at=300), seen(2, "email:mia@x", at=200)]
    _, customers = tables(story, [recorded(100, "account:7"), recorded(150, "account:7")])

    assert {identifier: since for _, identifier, since in customers} == {"email:mia@x": 200, "account:7": 100}


@FEW
@given(GIVEN, st.randoms(use_true_random=False))
def test_the_order_of_what_was_seen_changes_nothing(given_together: list[list[str]], chance: object) -> None:
    story = [seen(number, *names) for number, names in enumerate(given_together)]
    mixed = list(story)
    chance.shuffle(mixed)  # type: ignore[attr-defined]

    assert tables(mixed) == tables(story)


@FEW
@given(GIVEN)
def test_people_are_the_groups_that_a_plain_search_finds(given_together: list[list[str]]) -> None:
    story: list[Row] = [seen(number, *names) for number, names in enumerate(given_together)]

    assert people(story, policy=UNLIMITED) == searched(given_together)


def searched(given_together: list[list[str]]) -> set[frozenset[str]]:
    """Join sets that share a member until none do."""
    groups: list[set[str]] = []
    for names in given_together:
        touched = [group for group in groups if group & set(names)]
        groups = [group for group in groups if not group & set(names)]
        groups.append(set(names).union(*touched))
    return {frozenset(group) for group in groups}
