"""What Clew makes of the made-up company, against what was planted in it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from clew.app.building import build
from clew.app.importing import ImportOrder, ImportReport, run_import
from clew.app.workspace import Workspace, create_workspace
from clew.simulator import Company, write_company

Imported = tuple[Company, ImportReport, Workspace]


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    folder = tmp_path_factory.mktemp("imported")
    company = write_company(folder / "exports", customers=120)
    workspace = create_workspace(folder / "workspace")
    report = run_import(workspace, ImportOrder([folder / "exports"]))
    build(workspace, anew=True)
    return company, report, workspace


def by_file(imported: Imported, verdict: str) -> dict[str, int]:
    company, report, _ = imported
    names = {Path(outcome.file).name: getattr(outcome.tally, verdict) for outcome in report.outcomes}
    return {path: names[Path(path).name] for path in company.rows}


def test_every_file_is_read_and_every_row_accounted_for(imported: Imported) -> None:
    company, report, _ = imported

    assert report.refused == ()
    assert by_file(imported, "received") == company.rows


def test_what_was_planted_twice_is_found_twice(imported: Imported) -> None:
    assert by_file(imported, "duplicate") == imported[0].duplicates


def test_what_was_planted_broken_waits_in_quarantine(imported: Imported) -> None:
    assert by_file(imported, "quarantined") == imported[0].broken


def test_exact_rules_find_every_customer_once(imported: Imported) -> None:
    company, _, workspace = imported
    with workspace.session() as connection:
        found = connection.execute("SELECT count(DISTINCT customer_id) FROM journeys").fetchall()

    assert found == [(company.people + company.strangers,)]


def test_every_planted_ticket_belongs_to_its_planted_customer(imported: Imported) -> None:
    company, _, workspace = imported
    with workspace.session() as connection:
        found = connection.execute(
            """SELECT DISTINCT j.case_ref, c.identifier FROM journeys j JOIN customers c USING (customer_id)
            WHERE j.case_ref IS NOT NULL AND c.identifier LIKE 'email:%'"""
        ).fetchall()

    planted = {(str(each.ticket), f"email:{each.email}") for each in company.journeys if each.ticket}
    assert set(found) == planted


def test_interactions_come_from_every_channel_that_was_planted(imported: Imported) -> None:
    company, _, workspace = imported
    with workspace.session() as connection:
        found = Counter(
            dict(connection.execute("SELECT channel, count(*) FROM interactions GROUP BY channel").fetchall())
        )

    assert set(found) == {channel for journey in company.journeys for channel in journey.channels}
