"""However a text file's letters are written, they arrive as they were meant."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clew.channels.reading import Reading
from clew.channels.reading.encoding import Letters, is_utf8, take_fingerprint
from clew.model.errors import InputError
from tests.channels.reading.conftest import ReadBytes

TEXT = 'id,name\n1,Zoë\n2,"Añez, J"\n'
VALUES = [("1", "Zoë"), ("2", "Añez, J")]


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("latin-1"), "latin-1"),
    ],
)
def test_the_encoding_is_found(read: ReadBytes, content: bytes, encoding: str) -> None:
    got = read(content)
    assert got.file.encoding == encoding
    assert got.table.columns == ("id", "name")
    assert got.values == VALUES


def test_windows_letters_are_told_from_latin_1(read: ReadBytes) -> None:
    got = read("id,price\n1,10 €\n2,“good”\n".encode("cp1252"))
    assert got.file.encoding == "cp1252"
    assert got.values == [("1", "10 €"), ("2", "“good”")]


def test_the_encoding_that_a_person_gives_wins(read: ReadBytes) -> None:
    got = read("id,name\n1,Жанна\n".encode("cp1251"), reading=Reading(encoding="cp1251"))
    assert got.values == [("1", "Жанна")]


def test_bytes_that_are_not_the_given_encoding_are_refused(read: ReadBytes) -> None:
    with pytest.raises(InputError, match=r"t\.csv: after 0 bytes comes something that is not ascii.*mapping"):
        read(TEXT.encode(), reading=Reading(encoding="ascii"))


def test_half_a_utf_16_pair_costs_its_row_alone(read: ReadBytes) -> None:
    content = "id,name\n1,Zoë\n2,".encode("utf-16") + b"\x3d\xd8" + "\n3,Ann\n".encode("utf-16-le")
    got = read(content)
    assert got.values == [("1", "Zoë"), ("3", "Ann")]
    assert [(bad.row, bad.column) for bad in got.bad] == [(3, "name")]


def test_json_lines_in_utf_16_are_read(read: ReadBytes) -> None:
    assert read('{"a":"ë"}\n{"a":"x"}\n'.encode("utf-16"), "t.jsonl").values == [("ë",), ("x",)]


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=60), cuts=st.lists(st.integers(0, 240), max_size=6))
def test_utf_8_is_recognised_wherever_it_is_cut(text: str, cuts: list[int]) -> None:
    content = text.encode("utf-8", "ignore")
    letters = Letters()
    places = [0, *sorted(min(cut, len(content)) for cut in cuts), len(content)]
    for start, end in pairwise(places):
        letters.take(content[start:end])
    assert letters.encoding() == "utf-8"
    assert letters.strange == 0
    assert letters.real == sum(1 for letter in text.encode("utf-8", "ignore").decode() if letter > "\x7f")


@settings(max_examples=100, deadline=None)
@given(content=st.binary(max_size=40))
def test_utf_8_is_judged_as_python_judges_it(content: bytes) -> None:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        assert not is_utf8(content)
    else:
        assert is_utf8(content)


def test_the_fingerprint_of_nothing_is_that_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "t").write_bytes(b"")
    # FIPS 180-4's value for the empty message
    wanted = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert take_fingerprint(tmp_path / "t", "t").digest == wanted
