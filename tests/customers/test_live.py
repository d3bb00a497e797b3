"""Following each interaction and each word at once gives the customers that a whole rebuild gives, in any order."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clew.channels.mailbox import mailbox_of
from clew.customers import Decision, write_customers, write_links
from clew.customers.decision import VERDICTS
from clew.customers.live import LiveCustomers
from clew.model import INTERACTIONS, RECORDS, IdentityLimit, IdentityPolicy
from tests.customers.people import Row, load, seen

POLICY = IdentityPolicy(
    limits=(IdentityLimit("account", 1), IdentityLimit("email", 2), IdentityLimit("device", 2, days=1e-9)),
    shared_from={"account": 2, "email": 3},
    blocked=("device:kiosk*",),
)
NAMES = st.sampled_from(
    [
        *("account:1", "account:2", "account:3", "email:ann@x.org", "email:bea@x.org", "email:cyd@x.org"),
        *(
            "phone:+14155552671",
            "device:d",
            "device:e",
            "device:f",
            "device:kiosk1",
            "email:test@test.com",
            "desk:1",
            "desk:2",
            "email:mia.t@gmail.com",
            "email:miat+x@googlemail.com",
            "email:miat@gmail.com",
        ),
    ]
)
SEEN = st.tuples(st.lists(NAMES, min_size=1, max_size=4), st.integers(1, 50))
SAID = st.tuples(NAMES, NAMES, st.sampled_from(VERDICTS)).filter(lambda said: said[0] != said[1])
FEW = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
Event = tuple[list[str], int] | tuple[str, str, str]


def rebuilt(rows: Sequence[Row], said: Sequence[Decision]) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    load(connection, INTERACTIONS, rows)
    load(connection, RECORDS, ())
    write_links(connection, said, POLICY)
    write_customers(connection, POLICY)
    return connection


def customers(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    return dict(connection.execute("SELECT identifier, customer_id FROM customers").fetchall())


def parted(events: Sequence[Event]) -> tuple[list[Row], list[Decision]]:
    rows, said = [], []
    for number, event in enumerate(events):
        if len(event) == 2:
            rows.append(seen(number, *event[0], at=event[1]))
        else:
            a, b, verdict = event
            said.append(Decision(*sorted((a, b)), verdict, "said in a test", "tester", 1000 + number))  # type: ignore[arg-type]
    return rows, said


@FEW
@given(st.lists(st.one_of(SEEN, SAID), max_size=10), st.lists(st.one_of(SEEN, SAID), min_size=1, max_size=10))
def test_what_comes_one_by_one_gives_what_a_rebuild_of_everything_gives(
    before: list[Event], after: list[Event]
) -> None:
    live = LiveCustomers(rebuilt(*parted(before)), POLICY)
    known: set[str] = set()
    for number in range(len(after)):
        rows, said = parted([*before, *after[: number + 1]])
        before_it = {name: live.customer_of(name) for name in known}
        event = after[number]
        moved = live.see(event[0], event[1]) if len(event) == 2 else live.say(said[-1])
        whole = customers(rebuilt(rows, said))
        known |= {name for row in rows for name in row["identifiers"]} | {
            n for d in said for n in (d.identifier_a, d.identifier_b)
        }  # type: ignore[union-attr]
        known |= {plain for name in known if (plain := mailbox_of(name))}
        now = {name: live.customer_of(name) for name in known}
        assert {name: customer for name, customer in now.items() if customer} == whole
        for name, (was, is_now) in moved.identifiers.items():
            assert now[name] == is_now
            assert before_it.get(name) == was or name not in before_it
        assert {name for name in before_it if before_it[name] != now[name]} <= set(moved.identifiers)


def test_a_stranger_is_nobody_and_a_first_meeting_makes_somebody() -> None:
    live = LiveCustomers(rebuilt([], []), POLICY)
    assert live.customer_of("email:ann@x.org") is None
    moved = live.see(["email:ann@x.org", "account:1"], 5)
    assert live.customer_of("account:1") == live.customer_of("email:ann@x.org") is not None
    assert set(moved.identifiers) == {"email:ann@x.org", "account:1"}
