"""Imports files: reads, stages and commits them batch by batch, so that a killed import can be resumed where it stood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import duckdb

from clew.channels.batch import Target, commit_batch
from clew.channels.deduplicate import prepare_known
from clew.channels.erased_before import REASON
from clew.channels.feeds import Feed, feed_for
from clew.channels.ledger import (
    ImportHead,
    LedgerLine,
    Tally,
    close_import,
    forget_import,
    ledger_lines,
    note_times,
    open_import,
)
from clew.channels.plan import Plan, PlannedFile
from clew.channels.raw_tables import prepare_schema
from clew.channels.staging import StagingRules, prepare_spellings
from clew.channels.time_format import TimeFormat
from clew.channels.unread import UnreadWords, all_unread, unread_in, unread_notes
from clew.model import Settings
from clew.store import Journal, Warehouse, now_us, part_files

#: Hears (file, rows done, rows estimated in all) as an import goes on.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class FileOutcome:
    """What became of a file: ``state`` is imported, resumed, unchanged (seen before) or other mapping (left alone)."""

    file: str
    source: str
    table: str
    state: str
    tally: Tally
    times: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Intake:
    """The stores and settings that imports need, and who hears of their progress."""

    journal: Journal
    warehouse: Warehouse
    settings: Settings
    progress: Progress = lambda _file, _done, _total: None

    def run(self, plan: Plan, *, replace: bool = False) -> list[FileOutcome]:
        """Import a plan's files; ``replace`` takes earlier imports of the same content back first."""
        earlier: dict[int, LedgerLine] = self._earlier(plan)
        if replace:
            for line in earlier.values():
                forget_import(self.journal, line.import_id)
            earlier.clear()
        if all(_is_settled(earlier.get(number), plan) for number in range(len(plan.files))):
            return [_left_alone(planned, earlier[number], plan) for number, planned in enumerate(plan.files)]
        with self.warehouse.session(part_files(self.journal)) as connection:
            feed = prepare(self, connection, plan)
            outcomes = []
            for number, planned in enumerate(plan.files):
                line = earlier.get(number)
                if line is not None and _is_settled(line, plan):
                    outcomes.append(_left_alone(planned, line, plan))
                else:
                    outcomes.append(self._take(connection, feed, plan, number, line))
            return outcomes

    def _take(
        self, connection: duckdb.DuckDBPyConnection, feed: Feed, plan: Plan, number: int, line: LedgerLine | None
    ) -> FileOutcome:
        """Import one file of the plan, from where an earlier try stopped."""
        planned = plan.files[number]
        import_id = line.import_id if line else self._open(plan, planned)
        done, tally = (line.rows_done, line.tally) if line else (0, Tally())
        total = max(planned.raw.estimated_rows(), done)
        self.progress(planned.file.name, done, total)
        decided = line.times if line else {}
        times = feed.times(number, planned, decided)
        note_times(self.journal, import_id, {column: chosen.family for column, chosen in times.items()})
        target = target_for(self, connection, plan, number, import_id, times)
        refusals: Counter[str] = Counter()
        unread: list[UnreadWords] = []
        for stretch in feed.stretches(number, planned, done):
            done += stretch.rows + len(stretch.bad)
            refusals.update(row.reason for row in stretch.bad if row.verdict == "refused")
            tally += commit_batch(target, (stretch.first_row, stretch.last_row), stretch.bad, done)
            unread += unread_in(connection, "fresh")
            self.progress(planned.file.name, done, max(total, done))
        if tally.erased:
            refusals[REASON] += tally.erased
        refused = tuple(f"{count:,} refused: {reason}" for reason, count in refusals.items())
        close_import(self.journal, import_id, "complete", "; ".join(refused))
        self.progress(planned.file.name, done, done)
        shown = tuple(f"{column}: {chosen.evidence}" for column, chosen in times.items())
        empty = () if tally.received else (f"{planned.file.name} holds no rows: it has been taken as it is.",)
        said = unread_notes(all_unread(unread), self.settings.default_region)
        state, notes = "resumed" if line else "imported", (*planned.raw.notes, *refused, *said, *empty)
        return FileOutcome(planned.file.name, plan.source, planned.table.name, state, tally, shown, notes)

    def _open(self, plan: Plan, planned: PlannedFile) -> int:
        head = ImportHead(
            planned.file.name,
            planned.file.digest,
            plan.source,
            plan.connector.name,
            planned.table.name,
            plan.mapping_text,
            plan.digest,
        )
        return open_import(self.journal, head)

    def _earlier(self, plan: Plan) -> dict[int, LedgerLine]:
        """Return, by the file's place in the plan, the ledger's line about this very content in this source and table.

        Two files of one plan with the same content are two lines: the second one's rows are duplicates of the first's. A
        renamed copy gets another source's name by guess only, so its content counts as seen.
        """
        lines = [line for line in ledger_lines(self.journal) if line.state in ("running", "complete")]
        found: dict[int, LedgerLine] = {}
        for number, planned in enumerate(plan.files):
            key = (planned.file.digest, plan.source, planned.table.name)
            same = [line for line in lines if (line.file_digest, line.source, line.table) == key]
            if not same and not plan.source_named:
                same = [line for line in lines if (line.file_digest, line.table) == (key[0], key[2])]
            named = [line for line in same if line.file == planned.file.name]
            taken = {line.import_id for line in found.values()}
            free = [line for line in (*named, *same) if line.import_id not in taken]
            if free:
                found[number] = free[0]
        return found


def target_for(
    intake: Intake,
    connection: duckdb.DuckDBPyConnection,
    plan: Plan,
    number: int,
    import_id: int,
    times: dict[str, TimeFormat],
) -> Target:
    """Return where the batches of a plan's file go, in a session that :func:`prepare` has made ready."""
    columns = plan.mapping.columns
    shown = {field: column for field, column in columns.items() if field != column}
    if "occurred_at" in columns and "occurred_time" in columns:
        shown["occurred_at"] = f"{columns['occurred_at']} and {columns['occurred_time']}"
    rules = StagingRules(plan.source, times, now_us(), intake.settings.default_region)
    table, strict = plan.files[number].table, plan.connector.name == "table" and plan.mapping.shape != "people"
    return Target(intake.journal, intake.warehouse, connection, import_id, table, number, rules, shown, strict)


def prepare(intake: Intake, connection: duckdb.DuckDBPyConnection, plan: Plan) -> Feed:
    """Make a session ready to import a plan, and return the feed of its rows."""
    prepare_schema(connection)
    prepare_known(connection, plan.source)
    prepare_spellings(connection, {**intake.settings.channel_spellings, **plan.mapping.channels})
    return feed_for(plan, connection)


def _is_settled(line: LedgerLine | None, plan: Plan) -> bool:
    """Say whether there is nothing to do: imported whole before, or begun by another mapping."""
    return line is not None and (line.state == "complete" or line.mapping_digest != plan.digest)


def _left_alone(planned: PlannedFile, line: LedgerLine, plan: Plan) -> FileOutcome:
    if line.source != plan.source:
        note = (
            f"{planned.file.name} has the very content that was imported as source {line.source}; nothing was changed. "
            "Say --source to import it as another one all the same."
        )
        return FileOutcome(planned.file.name, line.source, planned.table.name, "unchanged", line.tally, notes=(note,))
    if line.mapping_digest == plan.digest:
        return FileOutcome(planned.file.name, plan.source, planned.table.name, "unchanged", line.tally)
    if line.state == "running":
        note = (
            f"{planned.file.name} was begun with another mapping and is not imported whole ({line.rows_done:,} rows are). "
            "Say --mapping with the earlier one to go on, or --replace to begin anew with this one."
        )
        return FileOutcome(planned.file.name, plan.source, planned.table.name, "unfinished", line.tally, notes=(note,))
    note = (
        f"{planned.file.name} was imported before with another mapping; nothing was changed. "
        "Say --replace to take that import back and import it with this mapping."
    )
    return FileOutcome(planned.file.name, plan.source, planned.table.name, "other mapping", line.tally, notes=(note,))
