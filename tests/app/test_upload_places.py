"""A file that was handed over lies where every system can open it, under a name that says what it is."""

from __future__ import annotations

import pytest

from clew.app.upload_places import free_place, safe_place


@pytest.mark.parametrize(
    "name", ["aux.csv", "CON", "nul.txt", "Com1.tar.gz", "lpt9", "CONOUT$", "prn .csv", "COM¹.csv"]
)
def test_no_file_is_called_as_a_device_of_windows(name: str) -> None:
    assert safe_place(f"exports/{name}") == f"exports/_{name}"


@pytest.mark.parametrize(("name", "place"), [("a.csv.", "a.csv"), ("a./b. ", "a/b"), ("contact.csv", "contact.csv")])
def test_no_name_ends_in_a_dot_or_a_space(name: str, place: str) -> None:
    assert safe_place(name) == place


def test_characters_that_nobody_sees_are_left_out() -> None:
    assert safe_place("a\u202egnp.csv") == "agnp.csv"
    assert safe_place("\u2066x\u2069\u200b\ufeff.csv") == "x.csv"
    assert safe_place("\u202e") == "_"


def test_a_place_that_is_cut_off_still_ends_as_it_did() -> None:
    assert safe_place("x" * 500 + ".csv.gz").endswith("x.gz")
    assert safe_place("." * 500) == "_"


def test_two_files_never_share_a_place() -> None:
    assert free_place("_aux.csv", {"_AUX.csv"}, 10) == "_aux (2).csv"
