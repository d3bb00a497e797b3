"""Erasing a customer leaves nothing of them anywhere, everybody else as they were, and a ledger that balances."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

import clew
from clew.app.identity import leftovers, person_erase, taken_out
from clew.app.identity.deciding import say
from clew.app.identity.person_erase import erase, look_first
from clew.app.jobs import add_job, cancel_job
from clew.app.workspace import Workspace
from clew.model import UsageError
from tests.app.identity.shop import HEADER, HERS, ROWS, counts, found_in, mias, reimport, shop, tables
from tests.lanes import spread

WHY = {"reason": "asked for it", "author": "tester"}


@pytest.fixture
def ours(tmp_path: Path) -> clew.Workspace:
    return shop(tmp_path)


@pytest.fixture
def place(ours: clew.Workspace) -> Workspace:
    return Workspace(ours.path)


def test_no_file_holds_anything_of_the_erased(place: Workspace) -> None:
    say(place, "mia@x.org", "bo@x.org", "different", reason="mia@x.org asked", author="tester")
    folder = place.store / "looks" / "old"
    folder.mkdir(parents=True)
    (folder / "0-0.json").write_text("mia@x.org", encoding="utf-8")
    job = add_job(place.journal, "look", {"paths": ["/exports/mia@x.org.csv"]})
    assert cancel_job(place.journal, job.id)
    assert len(found_in(place.folder)) > 3

    done = erase(place, "mia@x.org", **WHY)

    assert found_in(place.folder) == []
    assert (done.identifiers, done.interactions, done.quarantined, done.decisions) == (3, 3, 1, 1)
    assert done.remains == ()


def test_everybody_else_is_as_if_they_had_never_been_there(
    tmp_path: Path, ours: clew.Workspace, place: Workspace
) -> None:
    others = tables(shop(tmp_path / "other", tuple(row for row in ROWS if not mias(row))))
    assert tables(ours) != others
    erase(place, "acct-mia-77", **WHY)
    assert tables(ours) == others


def test_the_ledger_counts_what_went_and_balances(ours: clew.Workspace, place: Workspace) -> None:
    assert counts(ours) == (11, 9, 2, 0, 0)
    erase(place, "mia@x.org", **WHY)
    assert counts(ours) == (11, 6, 1, 4, 4)


@pytest.mark.parametrize("replace", [False, True])
def test_the_same_file_brings_nothing_back(
    tmp_path: Path, ours: clew.Workspace, place: Workspace, replace: bool
) -> None:
    erase(place, "mia@x.org", **WHY)
    before = tables(ours)
    reimport(ours, tmp_path, replace=replace)
    assert counts(ours) == (11, 6, 1, 4, 4)
    assert tables(ours) == before
    assert found_in(place.folder) == []


def test_another_file_that_names_them_is_refused_in_part(
    tmp_path: Path, ours: clew.Workspace, place: Workspace
) -> None:
    erase(place, "mia@x.org", **WHY)
    rows = [
        ROWS[0],
        "m1,2026-05-01T10:00:00Z,,+1 415 555 2671,,,,customer,me again",
        "m2,2026-05-01T11:00:00Z,fay@x.org,,,,,customer,hi",
    ]
    (tmp_path / "desk.csv").write_text(
        "\n".join(["source_id,occurred_at,email,phone,account,device,case_ref,party,text", *rows]) + "\n"
    )
    reimport(ours, tmp_path)
    assert counts(ours) == (14, 7, 1, 6, 6)
    assert found_in(place.folder) == []


def test_shared_identifiers_get_no_tombstone(tmp_path: Path, ours: clew.Workspace, place: Workspace) -> None:
    assert erase(place, "mia@x.org", **WHY).shared_left == 1
    (tmp_path / "desk.csv").write_text(
        "source_id,occurred_at,email,phone,account,device,case_ref,party,text\n"
        "m2,2026-05-01T11:00:00Z,fay@x.org,,,tablet-1,,customer,hi\n"
    )
    reimport(ours, tmp_path)
    assert counts(ours) == (12, 7, 1, 4, 4)


def test_erasing_twice_says_so_and_changes_nothing(ours: clew.Workspace, place: Workspace) -> None:
    erase(place, "mia@x.org", **WHY)
    before = tables(ours)
    for named in ("mia@x.org", "email:Mia@x.org", "(415) 555-2671", "acct-mia-77"):
        assert erase(place, named, **WHY).erased_before
        assert look_first(place, named).erased_before
    assert tables(ours) == before


def test_nobody_is_erased_by_a_name_that_nobody_has(place: Workspace) -> None:
    with pytest.raises(UsageError, match="Nobody here"):
        erase(place, "nobody@x.org", **WHY)


def test_a_reason_must_not_name_them(ours: clew.Workspace, place: Workspace) -> None:
    before = tables(ours)
    with pytest.raises(UsageError, match="without the customer's identifiers"):
        erase(place, "mia@x.org", reason="Mia@x.org asked", author="tester")
    assert tables(ours) == before


def test_what_lies_in_the_workspace_by_a_persons_hand_is_named_by_its_place(place: Workspace) -> None:
    (place.folder / "mappings" / "desk.toml").write_text("# once\n# as for mia@x.org\n", encoding="utf-8")
    assert erase(place, "mia@x.org", **WHY).remains == (str(Path("mappings/desk.toml")) + ", line 2",)


@pytest.mark.faults
@pytest.mark.parametrize(
    ("room", "name"),
    spread(
        "faults",
        [
            (person_erase, "write_without"),
            (person_erase, "remove_kept_files"),
            (person_erase, "note_erasure"),
            (person_erase, "switch"),
            (taken_out, "settle"),
            (person_erase, "blot_out"),
            (person_erase, "build"),
            (leftovers, "part_files"),
            (leftovers, "finish_erasures"),
        ],
        5,
    ),
)
def test_cut_short_anywhere_it_is_finished_by_erasing_again(
    ours: clew.Workspace, place: Workspace, monkeypatch: pytest.MonkeyPatch, room: object, name: str
) -> None:
    def crash(*_args: object, **_more: object) -> None:
        raise KeyboardInterrupt

    tables(ours)
    with monkeypatch.context() as cut:
        cut.setattr(room, name, crash)
        with pytest.raises(KeyboardInterrupt):
            erase(place, "mia@x.org", **WHY)
    again = Workspace(place.folder)
    erase(again, "mia@x.org", **WHY)
    assert found_in(place.folder) == []
    assert counts(ours) == (11, 6, 1, 4, 4)


def test_the_next_build_finishes_what_was_cut_short(
    ours: clew.Workspace, place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as cut:
        cut.setattr(leftovers, "finish_erasures", lambda _journal: False)
        erase(place, "mia@x.org", **WHY)
    assert found_in(place.folder) != []
    tables(ours)
    assert found_in(place.folder) == []


def test_a_tombstone_says_nothing_of_whom_it_stands_for(place: Workspace) -> None:
    erase(place, "mia@x.org", **WHY)
    with sqlite3.connect(place.store / "state.db") as journal:
        digests = [row[0] for row in journal.execute("SELECT digest FROM tombstones")]
        (rows,) = journal.execute("SELECT rows FROM erasures").fetchone()
    # Three identifiers, the customer's id, and the agent's reply that names nobody.
    assert len(digests) == 5
    assert rows == 4
    assert all(set(digest) <= set("0123456789abcdef") and len(digest) == 64 for digest in digests)
    assert HERS[0] not in digests


def test_other_spellings_of_an_erased_mailbox_are_refused_too(tmp_path: Path) -> None:
    rows = ("g0,2026-03-01T10:00:00Z,t3+shop@gmail.com,,,,K1,customer,Hello",)
    ours = shop(tmp_path, rows)
    erase(Workspace(ours.path), "t3+shop@gmail.com", **WHY)
    (tmp_path / "again").mkdir()
    again = ("g9,2026-03-09T10:00:00Z,t.3+other@googlemail.com,,,,K9,customer,Hello again",)
    shop_rows = "\n".join([HEADER, *again]) + "\n"
    (tmp_path / "again" / "desk.csv").write_text(shop_rows, encoding="utf-8")
    (tmp_path / "again" / "desk.toml").write_bytes((tmp_path / "desk.toml").read_bytes())
    reimport(ours, tmp_path / "again")

    assert tables(ours)["customers"] == []
    assert counts(ours)[1] == 0
