"""A file's name becomes its source's, in letters that can be read, and stays what it was where it is known already."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from clew.channels.source_names import name_in_use, source_name
from tests.cli.running import Shop, counts, run

STEM = "Müller & Söhne (2)"
ROW = "id,when,channel,email\n1,2024-03-01 10:00,chat,a@example.com\n"


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        (STEM, "mueller_soehne_2"),
        (unicodedata.normalize("NFD", STEM), "mueller_soehne_2"),
        ("Straße Årsrapport Łódź", "strasse_arsrapport_lodz"),
        ("Calls 2024-05", "calls_2024_05"),
        ("заявки", "table"),
    ],
)
def test_letters_are_spelled_out(stem: str, name: str) -> None:
    assert source_name(stem) == name


def test_a_source_keeps_the_name_that_the_ledger_or_a_mapping_knows(tmp_path: Path) -> None:
    assert name_in_use(STEM, (), tmp_path) == "mueller_soehne_2"
    assert name_in_use(STEM, ("m_ller_s_hne_2",), None) == "m_ller_s_hne_2"
    (tmp_path / "m_ller_s_hne_2.toml").write_text("")
    assert name_in_use(STEM, (), tmp_path) == "m_ller_s_hne_2"


def test_a_later_export_of_a_source_with_a_former_name_counts_no_row_twice(tmp_path: Path) -> None:
    assert run("init", tmp_path / "shop").code == 0
    shop = Shop(tmp_path / "shop")
    shop.takes(shop.file("first.csv", ROW), "--source", "m_ller_s_hne_2")
    (shop.folder / "mappings").joinpath("m_ller_s_hne_2.toml").unlink(missing_ok=True)
    shop.takes(shop.file(f"{STEM}.csv", ROW + "2,2024-03-02 10:00,chat,b@example.com\n"))
    assert shop.ledger() == {"m_ller_s_hne_2": counts(3, stored=2, duplicate=1)}


def test_next_months_export_is_read_by_the_mapping_that_has_a_former_name(tmp_path: Path) -> None:
    assert run("init", tmp_path / "shop").code == 0
    shop = Shop(tmp_path / "shop")
    shop.takes(shop.file("m_ller_2024_01.csv", ROW))
    said = shop.takes(shop.file("Müller 2024-02.csv", ROW + "2,2024-03-02 10:00,chat,b@example.com\n"))
    assert "m_ller_2024_01.toml" in said.all
    assert shop.ledger() == {"m_ller_2024_01": counts(3, stored=2, duplicate=1)}
