"""A flat stream of a world: the same interactions as its company has, in plain Parquet parts, for any number of workers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from clew.model import UsageError
from clew.simulator.lived import Order
from clew.simulator.scenarios.scenario_file import load_scenario
from clew.simulator.writing.bulk import blocks_a_part, write_events
from clew.simulator.writing.bulk_columns import BULK, flat_table
from clew.simulator.writing.bulk_pages import MEANINGS
from clew.simulator.writing.company import write_company
from tests.house.project_files import ROOT
from tests.simulator.digests import digests
from tests.simulator.small_world import MIA, NOON, TOM, event, lived

ORDER = Order(load_scenario("billing"), 1200, 10, 5)


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bulk") / "world"
    made = write_events(ORDER, folder, workers=1)
    parts = sorted((folder / "events").iterdir())
    assert [part.name for part in parts] == ["part-00001.parquet", "part-00002.parquet"]
    assert (made.parts, made.interactions) == (2, sum(pq.read_metadata(part).num_rows for part in parts))
    return folder


def test_a_row_says_what_the_system_knows_and_nothing_that_it_doesnt() -> None:
    world = lived(event(1, TOM, "website"), event(2, MIA, "website"), event(3, MIA, "telephony", mood=-0.5))
    first, second, third = flat_table(world, {3: "hello"}).to_pylist()
    empty = dict.fromkeys(BULK.names)
    at = (NOON + 60) * 1_000_000
    assert first == empty | {
        "interaction_id": "i00001-0000001",
        "person_id": "p0000002",
        "system": "website",
        "channel": "web",
        "kind": "visit",
        "party": "customer",
        "occurred_us": at,
        "device": "dev-tom",
        "detail": "/help",
        "valence": 0.0,
    }
    assert (second["device"], second["account"], second["email"]) == ("dev-mia", "10001", None)
    expected = {
        "journey_id": "jw-1",
        "position": 1,
        "case_ref": "T-1",
        "ended_us": at + 210_000_000,
        "phone": "+12125550101",
        "account": None,
        "device": None,
        "team": "billing",
        "text": "hello",
        "valence": -0.5,
    }
    assert {name: third[name] for name in expected} == expected


def test_a_block_without_events_is_an_empty_table_of_the_same_columns() -> None:
    assert flat_table(lived(), {}).schema == BULK


def test_the_stream_has_the_interactions_of_the_company_of_the_same_order(events: Path, tmp_path: Path) -> None:
    write_company(ORDER, tmp_path / "company")
    same = "interaction_id, person_id, journey_id, position, system, channel, kind, party, occurred_us, case_ref, issue, valence"
    stream = f"SELECT {same} FROM read_parquet('{events}/events/*.parquet')"
    truth = f"SELECT {same} FROM read_parquet('{tmp_path}/company/truth/interactions.parquet')"
    with duckdb.connect() as connection:
        assert connection.execute(f"{truth} EXCEPT {stream}").fetchall() == []
        more = connection.execute(f"SELECT count(*) FROM ({stream} EXCEPT {truth})").fetchall()
        told = connection.execute(f"SELECT count(*) FROM ({truth})").fetchall()
    # What no readable row tells isn't in the company's truth.
    assert more[0][0] < told[0][0] / 100


def test_texts_are_there_when_asked_for_and_change_nothing_else(events: Path, tmp_path: Path) -> None:
    write_events(ORDER, tmp_path / "spoken", text=True)
    with duckdb.connect() as connection:
        for folder, name in ((events, "silent"), (tmp_path / "spoken", "spoken")):
            connection.execute(f"CREATE VIEW {name} AS FROM read_parquet('{folder}/events/*.parquet')")
        texts = "SELECT count(text) FROM {} WHERE kind = 'message' AND party = 'customer'"
        assert connection.execute(texts.format("silent")).fetchall() == [(0,)]
        assert connection.execute(texts.format("spoken")).fetchall()[0][0] > 200
        rest = "SELECT * EXCLUDE (text) FROM "
        assert connection.execute(f"{rest} silent EXCEPT ALL {rest} spoken").fetchall() == []


def test_any_number_of_workers_writes_the_same_bytes(events: Path, tmp_path: Path) -> None:
    write_events(ORDER, tmp_path / "other", workers=2)

    assert digests(tmp_path / "other") == digests(events)


@pytest.mark.parametrize(("customers", "blocks"), [(1, 1), (64_000, 1), (64_001, 2), (640_000, 10), (4_000_000, 16)])
def test_parts_grow_with_the_world_up_to_a_limit(customers: int, blocks: int) -> None:
    assert blocks_a_part(replace(ORDER, customers=customers)) == blocks


def test_it_replaces_its_like_and_neither_a_company_nor_what_else_lies_there(tmp_path: Path) -> None:
    small = replace(ORDER, customers=20)
    write_company(small, tmp_path / "company", workers=1)
    with pytest.raises(UsageError, match="delete it first, or name another folder"):
        write_events(small, tmp_path / "company", workers=1)
    write_events(small, tmp_path / "flat", workers=1)
    write_events(small, tmp_path / "flat", workers=1)
    (tmp_path / "flat" / "events" / "mine.parquet").write_text("x")
    with pytest.raises(UsageError, match=r"events/mine\.parquet"):
        write_events(small, tmp_path / "flat", workers=1)


def test_every_column_is_explained_beside_the_table_and_in_the_docs(events: Path) -> None:
    page = (ROOT / "docs" / "simulator.md").read_text(encoding="utf-8")
    readme = (events / "README.md").read_text(encoding="utf-8")
    assert list(MEANINGS) == BULK.names
    assert f"| `valence` | float64 | {MEANINGS['valence']} |" in readme
    assert [name for name, means in MEANINGS.items() if f"| `{name}` | {means} |" not in page] == []
