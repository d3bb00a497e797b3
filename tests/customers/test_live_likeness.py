"""Following what comes one by one gives what a rebuild gives, also among customers whom likeness joined."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.mailbox import mailbox_of
from clew.customers import Decision, LiveCustomers, Proposal, write_customers, write_links
from clew.model import INTERACTIONS, RECORDS
from tests.customers.people import Row, load
from tests.customers.test_live import FEW, NAMES, POLICY, SAID, SEEN, Event, customers, parted

ALIKE = st.tuples(NAMES, NAMES, st.floats(0.5, 1.0), st.sampled_from(("accept", "review"))).filter(
    lambda pair: pair[0] != pair[1]
)


def proposed(pairs: Sequence[tuple[str, str, float, str]]) -> list[Proposal]:
    unique = {tuple(sorted(pair[:2])): pair for pair in pairs}
    return [
        Proposal(number, a, b, 1.0, probability, band, (), "m", 7)  # type: ignore[arg-type]
        for number, ((a, b), (_, _, probability, band)) in enumerate(unique.items())
    ]


def rebuilt(rows: Sequence[Row], said: Sequence[Decision], pairs: Sequence[Proposal]) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    load(connection, INTERACTIONS, rows)
    load(connection, RECORDS, ())
    write_links(connection, said, POLICY, pairs)
    write_customers(connection, POLICY)
    return connection


@FEW
@given(
    st.lists(ALIKE, min_size=1, max_size=6),
    st.lists(st.one_of(SEEN, SAID), min_size=2, max_size=8),
    st.lists(st.one_of(SEEN, SAID), min_size=1, max_size=6),
)
def test_live_customers_equal_a_rebuild_where_likeness_joins(
    alike: list[tuple[str, str, float, str]], before: list[Event], after: list[Event]
) -> None:
    # A build knows every identifier that is proposed, as only what was seen is compared.
    names = sorted({name for pair in alike for name in pair[:2]})
    seen_first: list[Event] = [([name], 60) for name in names]
    pairs = proposed(alike)
    live = LiveCustomers(rebuilt(*parted([*seen_first, *before]), pairs), POLICY)
    for number in range(len(after)):
        rows, said = parted([*seen_first, *before, *after[: number + 1]])
        event = after[number]
        if len(event) == 2:
            live.see(event[0], event[1])
        else:
            live.say(said[-1])
        whole = customers(rebuilt(rows, said, pairs))
        known = {name for row in rows for name in row["identifiers"]} | {  # type: ignore[union-attr]
            name for each in said for name in (each.identifier_a, each.identifier_b)
        }
        known |= {plain for name in known if (plain := mailbox_of(name))}
        assert {name: customer for name in known if (customer := live.customer_of(name))} == whole
