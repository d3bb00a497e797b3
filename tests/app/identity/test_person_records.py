"""Contact records go with their customer, also those in which Clew read no identifier, and what of others names them is told."""

from __future__ import annotations

from pathlib import Path

import clew
from clew.app.building import build
from clew.app.identity.person_erase import erase
from clew.app.identity.person_export import export_person
from clew.app.workspace import Workspace
from clew.channels import source_ledgers
from tests.app.identity.shop import ROWS, counts, found_in, shop

CONTACTS = (
    "id,property_email,property_createdate,property_phone\n"
    "51,mia@x.org,2026-01-01 10:00:00,415 555 2671\n"
    "52,bo@x.org,2026-01-01 10:00:00,\n"
)
CHANGES = (
    "contact_id,timestamp,name,value\n51,2026-01-01 10:00:00,email,Mia@x.org\n"
    "52,2026-01-01 10:00:00,email,bo@x.org\n51,2026-01-01 11:00:00,phone,(415) 555 2671\n"
)


def with_contacts(folder: Path) -> clew.Workspace:
    workspace = shop(folder)
    exported = folder / "hubspot"
    exported.mkdir()
    (exported / "contact.csv").write_text(CONTACTS, encoding="utf-8")
    (exported / "contact_property_history.csv").write_text(CHANGES, encoding="utf-8")
    workspace.import_files(exported, connector="hubspot", source="crm")
    return workspace


def crm(place: Workspace) -> tuple[int, int, int, int]:
    (tally,) = (each.tally for each in source_ledgers(place.journal) if each.source == "crm")
    assert tally.balanced
    return tally.received, tally.stored, tally.records, tally.erased


def test_records_go_too_and_do_not_come_back(tmp_path: Path) -> None:
    ours = with_contacts(tmp_path)
    place = Workspace(ours.path)
    build(place)
    assert crm(place) == (5, 5, 5, 0)
    assert export_person(place, "mia@x.org", tmp_path / "out" / "mia.zip").counts["records"] == 3

    assert erase(place, "mia@x.org", reason="asked", author="tester").records == 3
    assert crm(place) == (5, 2, 2, 3)
    assert found_in(place.folder) == []

    ours.import_files(tmp_path / "hubspot", connector="hubspot", source="crm", replace=True)
    assert crm(place) == (5, 2, 2, 3)
    assert found_in(place.folder) == []


def test_what_others_wrote_of_them_stays_and_is_told(tmp_path: Path) -> None:
    rows = (*ROWS, "n20,2026-03-05T10:00:00Z,bo@x.org,,acct-bo-88,,K2,customer,ask mia@x.org or +1 (415) 555 2671")
    ours = shop(tmp_path, rows)
    place = Workspace(ours.path)
    done = erase(place, "mia@x.org", reason="asked", author="tester")
    assert done.remains == ("texts of others that mention one of the identifiers, in interactions: 1",)
    assert counts(ours) == (12, 7, 1, 4, 4)
