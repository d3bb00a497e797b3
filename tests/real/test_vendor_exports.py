"""Eight vendors' folders in one import: every row of every file is stored, a duplicate, or reported with its reason."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import clew
from clew.app.workspace import Workspace
from clew.channels import ledger_lines, quarantined_rows, source_ledgers
from tests.real.conftest import made_once

VENDORS = ["hubspot", "intercom", "klaviyo", "qualtrics", "salesforce", "shopify", "twilio", "zendesk"]


@pytest.fixture(scope="session")
def imported(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    def make(folder: Path) -> None:
        with clew.create(folder) as workspace:
            report = workspace.import_files(shared_data / "vendor_exports")
            assert report.refused == ()
            workspace.build()

    return Workspace(made_once(tmp_path_factory, "vendors", make))


def rows_in(path: Path) -> int:
    """Count the rows below the header as Python's csv module sees them."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return sum(1 for row in csv.reader(file) if row) - 1


def test_the_ledger_has_every_row_that_the_files_have(imported: Workspace, shared_data: Path) -> None:
    folder = shared_data / "vendor_exports"
    expected = {f"vendor_exports/{p.relative_to(folder).as_posix()}": rows_in(p) for p in folder.rglob("*.csv")}
    received = {line.file: line.tally.received for line in ledger_lines(imported.journal)}

    assert received == expected
    assert sum(received.values()) == 3_795


def test_the_ledger_balances_for_every_file_and_source(imported: Workspace) -> None:
    assert [line.file for line in ledger_lines(imported.journal) if not line.tally.balanced] == []
    assert [each.source for each in source_ledgers(imported.journal)] == VENDORS
    assert all(each.tally.balanced for each in source_ledgers(imported.journal))


def test_every_file_is_complete(imported: Workspace) -> None:
    assert {line.state for line in ledger_lines(imported.journal)} == {"complete"}


def test_every_row_in_quarantine_has_its_place_and_reason(imported: Workspace) -> None:
    kept = quarantined_rows(imported.journal)
    counted = {(row.source, row.column): 0 for row in kept}
    for row in kept:
        counted[row.source, row.column] += 1
        assert row.file and row.row > 1 and row.reason and row.raw

    assert len(kept) == sum(each.tally.quarantined for each in source_ledgers(imported.journal))
    # Five answers without a time, and a call whose time is no time.
    assert counted == {("qualtrics", "occurred_at"): 5, ("twilio", "occurred_at"): 1}


def test_what_was_stored_is_what_the_tables_hold(imported: Workspace) -> None:
    with imported.session() as tables:
        interactions = dict(tables.execute("SELECT source, count(*) FROM interactions GROUP BY 1").fetchall())
        records = dict(tables.execute("SELECT source, count(*) FROM records GROUP BY 1").fetchall())
        lost = tables.execute("SELECT count(*) FROM interactions ANTI JOIN steps USING (interaction_id)").fetchall()
        steps = tables.execute("SELECT count(*), count(DISTINCT interaction_id) FROM steps").fetchall()

    ledgers = {each.source: each.tally for each in source_ledgers(imported.journal)}
    assert interactions == {name: tally.interactions for name, tally in ledgers.items()}
    assert records == {name: tally.records for name, tally in ledgers.items()}
    assert lost == [(0,)]
    assert steps == [(sum(interactions.values()),) * 2]
