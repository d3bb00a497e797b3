"""Times without an offset are in the mapping's zone, and the order of day and month is read off the whole column."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.running import Shop, counts, run

MAPPING = """connector = "table"
source = "desk"
zone = "{zone}"
[columns]
source_id = "id"
occurred_at = "when"
channel = "channel"
"""
HEADER = "id,when,channel\n"


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    assert run("init", tmp_path / "shop").code == 0
    return Shop(tmp_path / "shop")


def times(shop: Shop) -> dict[str, str]:
    """Return each interaction's moment in UTC by its id."""
    return {
        row["source_id"]: datetime.fromtimestamp(row["occurred_us"] / 1e6, UTC).strftime("%Y-%m-%d %H:%M")
        for row in shop.interactions()
    }


def test_times_without_an_offset_are_in_the_zone_of_the_mapping(shop: Shop) -> None:
    rows = "winter,2024-01-15 12:00,chat\nsummer,2024-07-15 12:00,chat\nsaid,2024-07-15T12:00:00-05:00,chat\n"
    mapping = shop.mapping(MAPPING.format(zone="Europe/Berlin"))
    said = shop.takes(shop.file("calls.csv", HEADER + rows), "--mapping", mapping)
    assert times(shop) == {"winter": "2024-01-15 11:00", "summer": "2024-07-15 10:00", "said": "2024-07-15 17:00"}
    assert "times without an offset are taken as Europe/Berlin" in said.all


def test_without_a_mapping_the_zone_is_utc_and_clew_says_so(shop: Shop) -> None:
    said = shop.takes(shop.file("calls.csv", HEADER + "1,2024-07-15 12:00,chat\n"))
    assert times(shop) == {"1": "2024-07-15 12:00"}
    assert "times without an offset are taken as UTC" in said.all


def test_the_zone_of_the_workspace_is_the_guess(shop: Shop) -> None:
    settings = shop.folder / "clew.toml"
    settings.write_text(settings.read_text().replace('time_zone = "UTC"', 'time_zone = "America/New_York"'))
    shop.takes(shop.file("calls.csv", HEADER + "1,2024-07-15 12:00,chat\n"))
    assert times(shop) == {"1": "2024-07-15 16:00"}


@pytest.mark.parametrize(
    ("deciding", "first", "order"),
    [("02/25/2024 10:00", "2024-01-02", "month first"), ("25/02/2024 10:00", "2024-02-01", "day first")],
)
@pytest.mark.parametrize("guessed", [True, False])
def test_a_row_behind_the_first_5000_decides_the_order_of_day_and_month(
    shop: Shop, deciding: str, first: str, order: str, guessed: bool
) -> None:
    rows = "".join(f"{i},{1 + i % 12:02d}/{2 + i % 11:02d}/2024 10:00,chat\n" for i in range(6000))
    assert rows.startswith("0,01/02/2024")
    file = shop.file("calls.csv", HEADER + rows + f"last,{deciding},chat\n")
    words = () if guessed else ("--mapping", shop.mapping(MAPPING.format(zone="UTC")))
    said = shop.takes(file, *words)
    found = times(shop)
    assert found["0"] == f"{first} 10:00"
    assert found["last"] == "2024-02-25 10:00"
    assert f"{order}: 1 of 6,001 values have" in said.out.replace("\n", " ")
    assert shop.ledger() == {"calls" if guessed else "desk": counts(6001, stored=6001)}


def test_where_nothing_decides_day_first_is_assumed_aloud(shop: Shop) -> None:
    said = shop.takes(shop.file("calls.csv", HEADER + "1,03/04/2024 10:00,chat\n"))
    assert times(shop) == {"1": "2024-04-03 10:00"}
    assert "day first is assumed: none of 1 values has a number above 12" in said.all


def test_a_person_can_force_the_order_in_the_mapping(shop: Shop) -> None:
    mapping = shop.mapping(MAPPING.format(zone="UTC") + '[times]\nwhen = "month_first"\n')
    shop.takes(shop.file("calls.csv", HEADER + "1,03/04/2024 10:00,chat\n"), "--mapping", mapping)
    assert times(shop) == {"1": "2024-03-04 10:00"}
