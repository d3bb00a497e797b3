"""Customers as they stand are what following each interaction and each decision one by one gives, in order and shuffled."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from clew.app.checking.check import Checked, Difference, StoreCheck, compare_customers
from clew.app.workspace import Tell, Workspace
from clew.customers import Decision, LiveCustomers, decisions, rules_in_force, write_customers, write_links
from clew.model import IdentityPolicy
from clew.store import latest_build, part_files, part_rows

#: So many rows are followed one by one; where there are more, all before them are worked out at once.
FOLLOWED = 10_000
_REMEDY = "Run 'clew build --anew', then 'clew check' again. If it differs again, report it."
#: Rules whose links follow from rows that hold several identifiers.
_FROM_ROWS = {"same_interaction": False, "same_record": True}
#: The rule whose links follow from each identifier by itself.
_FROM_EACH = "same_mailbox"

#: The rows that are followed: the last that came in, or any (by a digest of their ids).
_LATER = """CREATE OR REPLACE TEMP TABLE later AS SELECT * FROM (
  SELECT interaction_id AS id, identifiers, occurred_us AS at_us, received_us, false AS is_record FROM all_interactions
  UNION ALL SELECT record_id, identifiers, received_us, received_us, true FROM all_records
) WHERE identifiers IS NOT NULL ORDER BY {order} LIMIT {most}"""
_ORDERS = {"in the order they came": "received_us DESC, id DESC", "shuffled": "md5(id)"}


@dataclass(frozen=True)
class _Event:
    """A row that is seen, a link that another rule asserts, or a word that is said."""

    identifiers: tuple[str, ...] = ()
    at_us: int = 0
    is_record: bool = False
    confidence: float = 0.0
    times: int = 0
    word: Decision | None = None


def _look(workspace: Workspace, tell: Tell) -> Checked:
    build, policy, said = latest_build(workspace.journal), workspace.settings.identity, decisions(workspace.journal)
    assert build is not None
    found: list[Difference] = []
    with workspace.warehouse.session(
        part_files(workspace.journal), part_rows(workspace.journal, "interactions")
    ) as session:
        for table in ("customers", "identity_links"):
            path = str(workspace.warehouse.root / build.files[table]).replace("'", "''")
            session.execute(f"CREATE TEMP VIEW stored_{table} AS FROM read_parquet('{path}')")
        for table in ("interactions", "records"):
            session.execute(f"ALTER VIEW {table} RENAME TO all_{table}")
        for name, order in _ORDERS.items():
            tell(f"customers {name}")
            session.execute(_LATER.format(order=order, most=FOLLOWED))
            _leave_out_later(session)
            write_links(session, (), policy)
            write_customers(session, policy)
            events = _events(session, said, is_shuffled=name == "shuffled")
            _follow(session, policy, events)
            expected = """SELECT customer_id, identifier FROM customers ANTI JOIN touched USING (identifier)
            UNION ALL SELECT customer_id, identifier FROM touched WHERE customer_id IS NOT NULL"""
            found += compare_customers(
                session, expected, "FROM stored_customers", f"customers, followed one by one {name}", _REMEDY
            )
        counts = """SELECT (SELECT count(*) FROM later), (SELECT count(identifiers) FROM all_interactions)
        + (SELECT count(identifiers) FROM all_records)"""
        ((followed, rows),) = session.execute(counts).fetchall()
    decided = f" and {len(said):,} decisions" if said else ""
    return Checked(f"{followed:,} of {rows:,} rows that name somebody{decided} one by one, twice", tuple(found))


def _leave_out_later(session: duckdb.DuckDBPyConnection) -> None:
    for table, key, kind in (
        ("interactions", "interaction_id", "NOT is_record"),
        ("records", "record_id", "is_record"),
    ):
        session.execute(
            f"CREATE OR REPLACE VIEW {table} AS SELECT * FROM all_{table} WHERE {key} NOT IN (SELECT id FROM later WHERE {kind})"
        )


def _events(session: duckdb.DuckDBPyConnection, said: Sequence[Decision], *, is_shuffled: bool) -> list[_Event]:
    """Return what is followed: words stay in the order in which they were said, as the last one counts."""
    rows = session.execute(
        "SELECT identifiers, at_us, is_record, received_us FROM later ORDER BY received_us, id"
    ).fetchall()
    linked = session.execute(
        f"""SELECT identifier_a, identifier_b, confidence, at_us, times FROM stored_identity_links
        WHERE author = 'rule' AND rule NOT IN ({", ".join(f"'{rule}'" for rule in (*_FROM_ROWS, _FROM_EACH))})"""
    ).fetchall()
    timed = [(received, _Event(tuple(given), at_us, is_record)) for given, at_us, is_record, received in rows]
    timed += [(at_us, _Event((a, b), at_us, False, confidence, times)) for a, b, confidence, at_us, times in linked]
    if is_shuffled:
        order = random.Random(len(timed))  # noqa: S311 - no secret: the same shuffle each time
        order.shuffle(timed)
        events = [event for _, event in timed]
        places = sorted(order.randrange(len(events) + 1) for _ in said)
        for place, word in reversed(list(zip(places, said, strict=True))):
            events.insert(place, _Event(word=word))
        return events
    timed += [(word.at_us, _Event(word=word)) for word in said]
    return [event for _, event in sorted(timed, key=lambda each: each[0])]


def _follow(session: duckdb.DuckDBPyConnection, policy: IdentityPolicy, events: Sequence[_Event]) -> None:
    """Follow all of it on top of the session's customers, and leave ``touched``: whose each identifier that it moved is."""
    live, rules = LiveCustomers(session, policy), rules_in_force(policy)
    in_force = {is_record: rule in rules for rule, is_record in _FROM_ROWS.items()}
    touched: set[str] = set()
    for event in events:
        if event.word is not None:
            moved = live.say(event.word)
        elif event.confidence:
            a, b = event.identifiers
            moved = live.link(a, b, event.confidence, event.at_us, event.times)
        else:
            moved = live.see(event.identifiers, event.at_us, linked=in_force[event.is_record])
        touched |= moved.identifiers.keys()
    names = sorted(touched)
    owners = pa.array([live.customer_of(each) for each in names], pa.string())
    session.register("followed", pa.table({"identifier": pa.array(names, pa.string()), "customer_id": owners}))
    session.execute("CREATE OR REPLACE TEMP TABLE touched AS FROM followed")
    session.unregister("followed")


CHECK = StoreCheck(
    name="customers_followed",
    question="Are customers what following each interaction and decision one by one gives, in order and shuffled?",
    look=_look,
    needs="build",
)
