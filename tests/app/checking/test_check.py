"""Whatever is changed behind Clew's back is found: in the ledger, the files, the customers, or of somebody who was erased."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pytest
import sqlalchemy as sa

from clew.app.building import build
from clew.app.checking import Checked, check_workspace
from clew.app.identity.deciding import say
from clew.app.identity.person_erase import erase
from clew.app.workspace import Workspace
from clew.customers import LiveCustomers
from clew.customers.live import Moved
from clew.store import imports, latest_build, note_erasure, part_files, parts, quarantine
from tests.app.identity.shop import HERS, shop
from tests.cli.running import run

ALL = {"customers_followed", "customers_rebuilt", "files_are_whole", "ledger_balances", "nothing_erased"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shop, built, with a word of a person's about it; tests get copies."""
    with shop(tmp_path_factory.mktemp("shop")) as made:
        place = Workspace(made.path)
    say(place, "device:tablet-1", "acct-cy-99", "different", reason="the shop's", author="test")
    build(place)
    place.close()
    return place.folder


@pytest.fixture
def place(built: Path, tmp_path: Path) -> Workspace:
    return Workspace(Path(shutil.copytree(built, tmp_path / "here")))


def found(place: Workspace) -> dict[str, Checked]:
    return {check.name: checked for check, checked in check_workspace(place).checks}


def amiss(place: Workspace) -> set[str]:
    """Return the checks that found a difference; none of them may name anybody."""
    differing = {name: checked for name, checked in found(place).items() if checked.differences}
    assert not any(word.lower() in repr(differing).lower() for word in HERS)
    return set(differing)


def rewritten(place: Workspace, file: str, query: str) -> None:
    """Put other rows in the place of a stored file's; ``rows`` is what it holds."""
    path = place.warehouse.root / file
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE rows AS FROM read_parquet('{path}')")
        path.unlink()
        connection.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")


def derived(place: Workspace, table: str) -> str:
    newest = latest_build(place.journal)
    assert newest is not None
    return newest.files[table]


def changed(place: Workspace, statement: sa.Update | sa.Delete) -> None:
    with place.journal.transaction() as connection:
        assert connection.execute(statement).rowcount


def test_a_sound_workspace_is_consistent_and_every_check_has_looked(place: Workspace) -> None:
    looked = found(place)

    assert set(looked) == ALL
    assert not any(checked.differences or checked.skipped for checked in looked.values())
    assert "7 of 7 rows" in looked["customers_followed"].looked_at


def test_a_workspace_is_consistent_after_an_erasure(place: Workspace) -> None:
    erase(place, "mia@x.org", reason="asked", author="test")

    looked = found(place)
    assert not any(checked.differences or checked.skipped for checked in looked.values())
    assert "tombstones" in looked["nothing_erased"].looked_at


def test_a_row_that_the_ledger_has_lost_is_found(place: Workspace) -> None:
    changed(place, imports.update().values(received=imports.c.received + 1))
    assert amiss(place) == {"ledger_balances"}


def test_a_quarantined_row_that_is_gone_is_found(place: Workspace) -> None:
    changed(place, quarantine.delete())
    assert amiss(place) == {"ledger_balances"}


def test_a_manifest_that_tells_other_rows_than_the_file_holds_is_found_in_both(place: Workspace) -> None:
    changed(place, parts.update().where(parts.c.table_name == "interactions").values(rows=parts.c.rows + 1))
    assert amiss(place) == {"ledger_balances", "files_are_whole"}


@pytest.mark.parametrize("harm", ["gone", "cut", "fewer"])
@pytest.mark.parametrize("table", ["interactions", "steps"])
def test_a_file_that_is_gone_cut_short_or_holds_fewer_rows_is_found_and_what_rests_on_it_is_skipped(
    place: Workspace, harm: str, table: str
) -> None:
    file = part_files(place.journal)["interactions"][0] if table == "interactions" else derived(place, table)
    path = place.warehouse.root / file
    if harm == "gone":
        path.unlink()
    elif harm == "cut":
        path.write_bytes(path.read_bytes()[:-100])
    else:
        rewritten(place, file, "FROM rows LIMIT 3")

    looked = found(place)

    assert [name for name, checked in looked.items() if checked.differences] == ["files_are_whole"]
    assert looked["files_are_whole"].differences[0].place == file
    assert looked["customers_rebuilt"].skipped


def test_an_identifier_that_went_to_another_customer_is_found_in_both_ways_of_working_it_out(place: Workspace) -> None:
    query = """SELECT CASE identifier WHEN 'account:acct-di-66' THEN (SELECT min(customer_id) FROM rows WHERE identifier LIKE 'email:bo%')
    ELSE customer_id END AS customer_id, identifier, since_us FROM rows"""
    rewritten(place, derived(place, "customers"), query)

    assert amiss(place) == {"customers_rebuilt", "customers_followed"}
    (difference,) = found(place)["customers_rebuilt"].differences
    assert "1 identifiers differ" in difference.found
    assert len(difference.customers) == 1


def test_a_link_whose_fate_was_changed_is_found(place: Workspace) -> None:
    rewritten(place, derived(place, "link_fates"), "SELECT * REPLACE ('joins' AS fate) FROM rows")
    assert amiss(place) == {"customers_rebuilt"}


def test_following_one_by_one_that_goes_another_way_than_a_rebuild_is_found(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow = LiveCustomers.see

    def see_the_first(self: LiveCustomers, given: Sequence[str], at_us: int, *, linked: bool) -> Moved:
        return follow(self, given[:1], at_us, linked=linked)

    monkeypatch.setattr(LiveCustomers, "see", see_the_first)
    assert amiss(place) == {"customers_followed"}


def test_rows_of_somebody_who_was_erased_are_found_in_every_table(place: Workspace) -> None:
    with place.journal.transaction() as connection:
        note_erasure(connection, [("identifier", "email:mia@x.org")], author="test", reason="asked", rows=0)

    differences = found(place)["nothing_erased"].differences
    assert {"interactions.identifiers", "customers.identifier"} <= {each.place for each in differences}
    assert amiss(place) == {"nothing_erased"}


def test_customers_are_not_compared_before_a_build_and_the_check_says_so(place: Workspace) -> None:
    say(place, "device:tablet-1", "acct-cy-99", "withdrawn", reason="not so", author="test")

    assert "run 'clew build' first" in found(place)["customers_rebuilt"].skipped


def test_the_command_ends_with_one_where_something_differs_and_says_what_to_do(place: Workspace) -> None:
    assert run("check", "-w", place.folder).code == 0
    changed(place, imports.update().values(received=imports.c.received + 1))

    said = run("check", "-w", place.folder)
    assert said.code == 1
    assert "Not consistent" in said.out
    assert "do: Import the file again" in said.all
    as_json = run("check", "--json", "-w", place.folder)
    assert (as_json.code, as_json.json()["consistent"]) == (1, False)
