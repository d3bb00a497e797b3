"""A table of people without times is kept as records about customers, told apart by the number that each row has."""

from __future__ import annotations

from pathlib import Path

import pytest

import clew
from clew.app.workspace import Workspace
from clew.channels import source_ledgers
from clew.model import ClewError

ROWS = ("id1,Mia,Muster,1971-06-24,", "id2,Bo,Berg,1980-01-02,bo@x.org", "id3,Mia,Muster,1971-06-25,mia@x.org")


def imported(folder: Path, header: str, *rows: str) -> list[tuple[object, ...]]:
    (folder / "club.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    workspace = clew.create(folder / "here")
    workspace.import_files(folder / "club.csv")
    (ledger,) = source_ledgers(Workspace(workspace.path).journal)
    assert ledger.tally.balanced
    assert ledger.tally.quarantined == 0
    with Workspace(workspace.path).session() as connection:
        return connection.execute("SELECT identifiers FROM records ORDER BY raw").fetchall()


def test_each_row_is_somebody_by_its_number_and_its_email(tmp_path: Path) -> None:
    found = imported(tmp_path, "unique_id,first_name,surname,dob,email", *ROWS)
    assert [names for (names,) in found] == [
        ["club:id1"],
        ["email:bo@x.org", "club:id2"],
        ["email:mia@x.org", "club:id3"],
    ]


def test_without_a_number_the_email_tells_them_apart(tmp_path: Path) -> None:
    rows = ("Mia,Muster,mia@x.org", "Bo,Berg,bo@x.org", "Cy,Clark,cy@x.org")
    found = imported(tmp_path, "first_name,last_name,email", *rows)
    assert [names for (names,) in found] == [["email:bo@x.org"], ["email:cy@x.org"], ["email:mia@x.org"]]


def test_a_number_that_repeats_is_nobodys(tmp_path: Path) -> None:
    rows = ("h1,Mia,Muster,mia@x.org", "h1,Max,Muster,max@x.org", "h2,Cy,Clark,cy@x.org")
    found = imported(tmp_path, "id,first_name,last_name,email", *rows)
    assert [names for (names,) in found] == [["email:max@x.org"], ["email:mia@x.org"], ["email:cy@x.org"]]


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        ("id,colour,price", ("1,red,3.50", "2,blue,4.50", "3,green,5.50")),
        ("first_name,last_name,town", ("Mia,Muster,Wien", "Bo,Berg,Graz", "Cy,Clark,Linz")),
        ("id,product_name,price", ("1,Mug,3.50", "2,Cup,4.50", "3,Jar,5.50")),
    ],
)
def test_what_is_no_table_of_people_or_tells_nobody_apart_still_needs_times(
    tmp_path: Path, header: str, rows: tuple[str, ...]
) -> None:
    with pytest.raises(ClewError, match="no column holds times"):
        imported(tmp_path, header, *rows)


def test_a_table_with_times_is_read_as_before(tmp_path: Path) -> None:
    (tmp_path / "calls.csv").write_text(
        "id,first_name,email,called_at\n1,Mia,mia@x.org,2026-03-01T10:00:00Z\n2,Bo,bo@x.org,2026-03-01T11:00:00Z\n",
        encoding="utf-8",
    )
    workspace = clew.create(tmp_path / "here")
    workspace.import_files(tmp_path / "calls.csv")
    with Workspace(workspace.path).session() as connection:
        assert connection.execute("SELECT count(*) FROM interactions").fetchall() == [(2,)]


def test_the_mapping_is_saved_and_read_again(tmp_path: Path) -> None:
    imported(tmp_path, "unique_id,first_name,surname,dob,email", *ROWS)
    saved = (tmp_path / "here" / "mappings" / "club.toml").read_text(encoding="utf-8")
    assert 'shape = "people"' in saved
    workspace = clew.open(tmp_path / "here")
    (tmp_path / "club.csv").write_text(
        "unique_id,first_name,surname,dob,email\nid4,Di,Dorn,1990-03-04,\n", encoding="utf-8"
    )
    workspace.import_files(tmp_path / "club.csv")
    with Workspace(workspace.path).session() as connection:
        assert connection.execute("SELECT count(*) FROM records").fetchall() == [(4,)]


def test_people_need_somebody_to_be_told_apart_by(tmp_path: Path) -> None:
    (tmp_path / "club.csv").write_text("first_name,last_name\nMia,Muster\n", encoding="utf-8")
    (tmp_path / "club.toml").write_text('connector = "table"\nsource = "club"\nshape = "people"\n', encoding="utf-8")
    workspace = clew.create(tmp_path / "here")
    with pytest.raises(ClewError, match="tells one person from another"):
        workspace.import_files(tmp_path / "club.csv", mapping=tmp_path / "club.toml")
