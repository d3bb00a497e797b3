"""Two ways to bring a plan's rows before intake: streamed batch by batch, or loaded whole because queries join tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

import duckdb
import pyarrow as pa

from clew.channels.connector import Table
from clew.channels.plan import Plan, PlannedFile
from clew.channels.raw_tables import RAW, drafts_query, empty_table, fill_table, quoted, show_rows
from clew.channels.reading import BATCH_ROWS, BadRow
from clew.channels.time_format import OrderEvidence, TimeFormat
from clew.channels.times import doubtful, evidence_in, sampled_times, settled


@dataclass(frozen=True)
class Stretch:
    """Consecutive rows of one file that are committed together; ``bad`` could not be read, ``rows`` counts the others."""

    first_row: int
    last_row: int
    rows: int
    bad: list[BadRow]


class Feed(Protocol):
    """Gives a file's time formats, then its stretches; at each one the session's ``drafts`` holds the stretch's drafts."""

    def times(self, number: int, planned: PlannedFile, decided: Mapping[str, str]) -> dict[str, TimeFormat]:
        """Return the format of each draft time column that the file (the plan's ``number``-th) fills.

        ``decided`` formats hold, unless the mapping says otherwise.
        """
        ...

    def stretches(self, number: int, planned: PlannedFile, done: int) -> Iterator[Stretch]:
        """Give the file's rows behind the first ``done`` ones."""
        ...


def feed_for(plan: Plan, connection: duckdb.DuckDBPyConnection) -> Feed:
    """Return the feed that suits the plan's connector."""
    return Streamed(plan, connection) if plan.connector.rowwise else Loaded(plan, connection)


class Streamed:
    """For connectors that look at one row at a time: memory holds one batch, whatever the file's size."""

    def __init__(self, plan: Plan, connection: duckdb.DuckDBPyConnection) -> None:
        self.plan = plan
        self.connection = connection

    def times(self, number: int, planned: PlannedFile, decided: Mapping[str, str]) -> dict[str, TimeFormat]:
        """Decide from a sample; where day and month could be mixed up, from one more pass over the whole file."""
        forced, zone = {**decided, **self.plan.forced_times}, self.plan.mapping.zone
        self._draft(number, planned.table, planned.raw.sample())
        chosen = sampled_times(self.connection, "drafts", zone, forced)
        unsure = doubtful(chosen, forced)
        if not unsure:
            return chosen
        evidence = {column: OrderEvidence(0, 0, 0) for column in unsure}
        for batch in planned.raw.batches(lambda _bad: None):
            self._draft(number, planned.table, batch)
            for column in unsure:
                evidence[column] += evidence_in(self.connection, "drafts", column)
        self._draft(number, planned.table, planned.raw.sample())
        return settled(self.connection, "drafts", zone, chosen, evidence)

    def stretches(self, number: int, planned: PlannedFile, done: int) -> Iterator[Stretch]:
        """Read the file on from its first ``done`` rows."""
        bad: list[BadRow] = []
        for batch in planned.raw.batches(bad.append, done):
            self._draft(number, planned.table, batch)
            rows = batch.column(0)
            yield Stretch(rows[0].as_py(), rows[-1].as_py(), batch.num_rows, list(bad))
            bad.clear()
        if bad:
            self._draft(number, planned.table, planned.raw.sample(0))
            yield Stretch(0, -1, 0, list(bad))

    def _draft(self, number: int, table: Table, rows: pa.RecordBatch | pa.Table) -> None:
        show_rows(self.connection, table, rows, number, self.plan.missing)
        self.connection.execute(f"CREATE OR REPLACE TEMP VIEW drafts AS {drafts_query(self.connection, table)}")


class Loaded:
    """For connectors whose queries join tables or look at neighbouring rows: all files of the plan are loaded first."""

    def __init__(self, plan: Plan, connection: duckdb.DuckDBPyConnection) -> None:
        self.plan = plan
        self.connection = connection
        self.bad: dict[int, list[BadRow]] = {}
        self.drafted: set[str] = set()
        filled: set[str] = set()
        for number, planned in enumerate(plan.files):
            bad = self.bad.setdefault(number, [])
            name = planned.table.name
            for batch in planned.raw.batches(bad.append):
                fill_table(connection, planned.table, batch, number, plan.missing, append=name in filled)
                filled.add(name)
            if name not in filled:
                fill_table(connection, planned.table, planned.raw.sample(0), number, plan.missing, append=False)
                filled.add(name)
        for table in plan.connector.tables:
            if table.name not in filled:
                empty_table(connection, table)

    def times(self, number: int, planned: PlannedFile, decided: Mapping[str, str]) -> dict[str, TimeFormat]:  # noqa: ARG002 - all files decide
        """Decide from all drafts of the table, over all its files."""
        forced, zone = {**decided, **self.plan.forced_times}, self.plan.mapping.zone
        drafts = self._drafts_of(planned.table)
        chosen = sampled_times(self.connection, drafts, zone, forced)
        evidence = {column: evidence_in(self.connection, drafts, column) for column in doubtful(chosen, forced)}
        return settled(self.connection, drafts, zone, chosen, evidence)

    def stretches(self, number: int, planned: PlannedFile, done: int) -> Iterator[Stretch]:
        """Go through the file's rows in batches, on from its first ``done`` rows."""
        drafts = self._drafts_of(planned.table)
        table = f"{RAW}.{quoted(planned.table.name)}"
        rows = self.connection.execute(f"SELECT _row FROM {table} WHERE _file = {number} ORDER BY _row").fetchnumpy()[
            "_row"
        ]
        everything = sorted(
            [*((int(row), None) for row in rows), *((bad.row, bad) for bad in self.bad[number])], key=lambda r: r[0]
        )
        for start in range(done, len(everything), BATCH_ROWS):
            part = everything[start : start + BATCH_ROWS]
            first, last = part[0][0], part[-1][0]
            bad = [row for _, row in part if row is not None]
            self.connection.execute(
                f"CREATE OR REPLACE TEMP TABLE drafts AS SELECT * FROM {drafts} "
                f"WHERE _file = {number} AND _row BETWEEN {first} AND {last}"
            )
            yield Stretch(first, last, len(part) - len(bad), bad)

    def _drafts_of(self, table: Table) -> str:
        name = f"drafts_of_{table.name}"
        if name not in self.drafted:
            query = drafts_query(self.connection, table)
            self.connection.execute(f"CREATE OR REPLACE TEMP TABLE {quoted(name)} AS {query}")
            self.drafted.add(name)
        return quoted(name)
