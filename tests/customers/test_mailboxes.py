"""Addresses that a provider delivers to one mailbox are one person, where it does so and nowhere else."""

from __future__ import annotations

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.mailbox import PLUS, mailbox_of, mailbox_sql
from clew.customers import what_if, write_customers, write_links
from clew.model import INTERACTIONS, RECORDS, IdentityPolicy
from tests.customers.people import load, seen

PLAIN, TAGGED, DOTTED = "email:miatran@gmail.com", "email:miatran+shop@gmail.com", "email:mia.tran@googlemail.com"


def opened(*emails: str, policy: IdentityPolicy | None = None) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    load(connection, INTERACTIONS, [seen(number, email) for number, email in enumerate(emails)])
    load(connection, RECORDS, ())
    write_links(connection, (), policy)
    write_customers(connection, policy)
    return connection


def customers(connection: duckdb.DuckDBPyConnection) -> list[list[str]]:
    query = "SELECT list(identifier ORDER BY identifier) FROM customers GROUP BY customer_id ORDER BY 1"
    return [group for (group,) in connection.execute(query).fetchall()]


@pytest.mark.parametrize(
    ("identifier", "plain"),
    [
        (TAGGED, PLAIN),
        (DOTTED, PLAIN),
        (PLAIN, None),
        ("email:mia.tran@example.com", None),
        ("email:mia+shop@example.com", None),
        ("email:mia.tran@outlook.com", None),
        ("email:mia+shop@outlook.com", "email:mia@outlook.com"),
        ("email:+shop@gmail.com", None),
        ("handle:mia+shop@gmail.com", None),
    ],
)
def test_a_provider_s_rules_hold_for_its_addresses_only(identifier: str, plain: str | None) -> None:
    assert mailbox_of(identifier) == plain


@given(
    st.text("ab.+@", max_size=8), st.sampled_from([*PLUS, "example.com"]), st.sampled_from(["email:", "handle:", ""])
)
def test_the_database_reads_them_the_same_way(name: str, domain: str, kind: str) -> None:
    identifier = f"{kind}{name}@{domain}"
    found = duckdb.execute(f"SELECT {mailbox_sql('x')} FROM (SELECT $1 AS x)", [identifier]).fetchall()
    assert found == [(mailbox_of(identifier),)]


def test_other_spellings_are_one_person_though_the_plain_address_was_never_given() -> None:
    assert customers(opened(TAGGED, DOTTED, "email:mia.tran@example.com")) == [
        ["email:mia.tran@example.com"],
        sorted([PLAIN, TAGGED, DOTTED]),
    ]


def test_why_stands_in_the_ledger() -> None:
    links = opened(TAGGED, TAGGED).execute(
        "SELECT identifier_a, identifier_b, rule, evidence, times FROM identity_links"
    )
    assert links.fetchall() == [(PLAIN, TAGGED, "same_mailbox", "i0", 2)]


def test_switched_off_nobody_is_joined_and_nothing_is_made_up() -> None:
    policy = IdentityPolicy(rules_off=("same_mailbox",))
    assert customers(opened(TAGGED, DOTTED, policy=policy)) == sorted([[TAGGED], [DOTTED]])
    told = what_if(opened(TAGGED, DOTTED), ((), IdentityPolicy()), ((), policy))
    assert (told.customers_before, told.customers_after) == (1, 2)


def test_a_mailbox_with_very_many_tags_is_nobody_s() -> None:
    tags = [f"email:qa+{number}@gmail.com" for number in range(12)]
    assert len(customers(opened(*tags))) == 12


def test_of_two_rows_at_one_moment_the_same_one_is_the_evidence_whatever_came_first() -> None:
    def evidence(*numbers: int) -> list[tuple[str]]:
        connection = duckdb.connect()
        load(connection, INTERACTIONS, [seen(number, TAGGED, at=5) for number in numbers])
        load(connection, RECORDS, ())
        write_links(connection, ())
        return connection.execute("SELECT evidence FROM identity_links").fetchall()

    assert evidence(3, 1, 2) == evidence(2, 3, 1) == [("i1",)]
