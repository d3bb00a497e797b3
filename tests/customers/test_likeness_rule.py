"""What likeness accepts counts as a link among others: less than what was given together, and what people say."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from clew.customers import Decision, Proposal, write_customers, write_links
from clew.model import INTERACTIONS, RECORDS, IdentityLimit, IdentityPolicy
from tests.customers.people import Row, decided, load, seen

A, B, C = "email:ann@x.org", "email:bea@x.org", "email:cyd@x.org"


def alike(number: int, one: str, other: str, probability: float = 0.9, band: str = "accept") -> Proposal:
    first, second = sorted((one, other))
    return Proposal(number, first, second, 3.2, probability, band, (), "m", 5)  # type: ignore[arg-type]


def groups(
    rows: Sequence[Row],
    proposed: Sequence[Proposal],
    said: Sequence[Decision] = (),
    policy: IdentityPolicy | None = None,
) -> set[frozenset[str]]:
    connection = duckdb.connect()
    load(connection, INTERACTIONS, rows)
    load(connection, RECORDS, ())
    write_links(connection, said, policy, proposed)
    write_customers(connection, policy)
    found: dict[str, set[str]] = {}
    for customer, identifier in connection.execute("SELECT customer_id, identifier FROM customers").fetchall():
        found.setdefault(customer, set()).add(identifier)
    return {frozenset(group) for group in found.values()}


def test_only_what_is_accepted_joins() -> None:
    rows = [seen(1, A), seen(2, B), seen(3, C)]
    assert groups(rows, [alike(1, A, B), alike(2, B, C, band="review")]) == {frozenset({A, B}), frozenset({C})}


def test_what_nobody_was_seen_with_is_nobody() -> None:
    assert groups([seen(1, A)], [alike(1, A, B)]) == {frozenset({A})}


def test_what_was_given_together_is_believed_more_however_sure_likeness_is() -> None:
    limit = IdentityPolicy(limits=(IdentityLimit("account", 2),))
    rows = [seen(1, "account:1"), seen(2, "account:2", A), seen(3, "account:3", A)]
    # Links between accounts come before those with e-mails, were likeness as sure as what was given together.
    found = groups(rows, [alike(1, "account:1", "account:2", probability=1.0)], policy=limit)
    assert found == {frozenset({"account:2", "account:3", A}), frozenset({"account:1"})}


def test_being_alike_to_many_makes_nobody_shared() -> None:
    policy = IdentityPolicy(limits=(), shared_from={"email": 2})
    emails = [f"email:ann{number}@x.org" for number in range(6)]
    rows = [seen(number, email) for number, email in enumerate(emails)]
    pairs = [alike(number, emails[0], other) for number, other in enumerate(emails[1:])]
    assert groups(rows, pairs, policy=policy) == {frozenset(emails)}


def test_one_source_may_keep_a_person_as_often_as_records_are_alike_unless_a_limit_names_it() -> None:
    numbers = [f"crm:{number}" for number in range(5)]
    rows = [seen(number, text) for number, text in enumerate(numbers)]
    pairs = [alike(number, numbers[0], other) for number, other in enumerate(numbers[1:])]

    assert groups(rows, pairs) == {frozenset(numbers)}
    named = groups(rows, pairs, policy=IdentityPolicy(limits=(IdentityLimit("crm", 3),)))
    assert sorted(map(len, named)) == [1, 1, 3]


def test_what_was_given_together_keeps_the_limit_on_numbers() -> None:
    rows = [seen(number, A, f"crm:{number}") for number in range(4)]
    assert max(map(len, groups(rows, [], policy=IdentityPolicy(shared_from={})))) == 3


def test_a_persons_word_counts_for_more() -> None:
    rows = [seen(1, A), seen(2, B)]
    assert groups(rows, [alike(1, A, B)], [decided(A, B, False, 9)]) == {frozenset({A}), frozenset({B})}


def test_switched_off_by_name_or_by_the_setting_it_joins_nobody() -> None:
    rows = [seen(1, A), seen(2, B)]
    apart = {frozenset({A}), frozenset({B})}
    assert groups(rows, [alike(1, A, B)], policy=IdentityPolicy(rules_off=("likeness",))) == apart
    assert groups(rows, [alike(1, A, B)], policy=IdentityPolicy(likeness="review")) == apart
    assert groups(rows, [alike(1, A, B)], policy=IdentityPolicy(likeness="off")) == apart
