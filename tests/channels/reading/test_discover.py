"""Finding tables in files, folders, patterns and archives; what can't be read says where, why and what to do."""

from __future__ import annotations

import errno
import gzip
import hashlib
import io
import os
import zipfile
from pathlib import Path
from typing import IO

import openpyxl
import pytest

from clew.channels.reading import Discovery, Limits, Reading, discover, open_table
from clew.model.errors import InputError, MappingError, StorageError

TABLE = b"id,name\n1,a\n2,b\n"


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    return tmp_path / "scratch"


def _zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def _write(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def _rows(found: Discovery) -> list[int]:
    return [sum(batch.num_rows for batch in open_table(file).batches(pytest.fail)) for file in found.files]


def test_a_plain_file_is_read_in_place_and_its_fingerprint_is_its_sha_256(tmp_path: Path, scratch: Path) -> None:
    path = _write(tmp_path / "Tickets.CSV", TABLE)
    (file,) = discover([str(path)], scratch).files
    assert (file.local, file.name, file.stem, file.format) == (path, "Tickets.CSV", "tickets", "csv")
    assert (file.bytes, file.digest) == (len(TABLE), hashlib.sha256(TABLE).hexdigest())
    assert not scratch.exists()


def test_a_packed_table_is_the_same_table(tmp_path: Path, scratch: Path) -> None:
    packed = _write(tmp_path / "t.csv.gz", gzip.compress(TABLE))
    zipped = _zip(tmp_path / "all.zip", {"a/t.csv": TABLE, "b.csv.gz": gzip.compress(TABLE), "__MACOSX/._t.csv": b"x"})
    found = discover([packed, zipped], scratch)
    assert [file.name for file in found.files] == ["t.csv.gz", "all.zip › a/t.csv", "all.zip › b.csv.gz"]
    assert [file.stem for file in found.files] == ["t", "t", "b"]
    assert {file.digest for file in found.files} == {hashlib.sha256(TABLE).hexdigest()}
    assert _rows(found) == [2, 2, 2]


def test_a_folder_is_walked_in_order_and_what_is_no_table_is_refused(tmp_path: Path, scratch: Path) -> None:
    folder = tmp_path / "exports"
    _write(folder / "b.csv", TABLE)
    _write(folder / "a" / "z.tsv", b"id\tname\n1\ta\n")
    _write(folder / ".hidden.csv", TABLE)
    _write(folder / ".git" / "x.csv", TABLE)
    _write(folder / "manual.pdf", b"%PDF-1.7\n")
    _write(folder / "LICENSE.txt", b"MIT License\n\nPermission is hereby granted, free of charge, to any person\n")
    _write(folder / "empty.csv", b"")
    found = discover([folder], scratch)
    assert [file.name for file in found.files] == ["exports/b.csv", "exports/a/z.tsv"]
    assert [refused.name for refused in found.refused] == [
        "exports/LICENSE.txt",
        "exports/empty.csv",
        "exports/manual.pdf",
    ]
    assert found.refused[1].reason == "the file is empty"
    assert found.refused[1].remedy == "Export it again; at least a header was expected."


def test_patterns_are_expanded_and_nothing_is_taken_twice(tmp_path: Path, scratch: Path) -> None:
    for name in ("a.csv", "b.csv", "c.txt"):
        _write(tmp_path / name, TABLE)
    found = discover([str(tmp_path / "*.csv"), tmp_path / "a.csv"], scratch)
    assert [file.stem for file in found.files] == ["a", "b"]


def test_what_is_not_there_is_named(tmp_path: Path, scratch: Path) -> None:
    with pytest.raises(InputError, match=r"none\.csv: there is no such file or folder"):
        discover([tmp_path / "none.csv"], scratch)
    with pytest.raises(InputError, match=r"\*\.csv: the pattern holds no file"):
        discover([str(tmp_path / "*.csv")], scratch)


def test_a_folder_of_which_nothing_can_be_read_says_why(tmp_path: Path, scratch: Path) -> None:
    _write(tmp_path / "f" / "x.csv", b"")
    with pytest.raises(InputError, match=r"holds no file that can be read.*f/x\.csv: the file is empty"):
        discover([tmp_path / "f"], scratch)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("t.csv", b"", "t.csv: the file is empty"),
        ("t.csv", b"\xef\xbb\xbf\r\n", "t.csv: the file is empty"),
        ("t.csv.gz", gzip.compress(b"", mtime=0), "t.csv.gz: the file is empty"),
        ("t.csv.gz", gzip.compress(TABLE * 100, mtime=0)[:-20], "t.csv.gz: the gzip file ends too early. Fetch"),
        ("t.csv.gz", b"\x1f\x8b" + b"nonsense" * 9, "t.csv.gz: the gzip file is broken. Fetch"),
        ("t.zip", b"PK\x03\x04" + b"nonsense" * 9, "t.zip: the zip file is broken. Fetch"),
        ("t.pdf", b"%PDF-1.7\nabc", "t.pdf: it is no table. Clew reads CSV"),
        ("t.xls", b"<html><table></table></html>", "t.xls: it is a web page"),
        ("t.xlsx", b"id,name\n1,2\n", "t.xlsx: its name ends in .xlsx, but what is in it is not"),
    ],
)
def test_a_file_that_cannot_be_read_says_so_with_a_remedy(
    tmp_path: Path, scratch: Path, name: str, content: bytes, message: str
) -> None:
    _write(tmp_path / name, content)
    with pytest.raises(InputError) as caught:
        discover([tmp_path / name], scratch)
    assert str(caught.value).startswith(message)


def test_a_broken_member_does_not_keep_the_others_out(tmp_path: Path, scratch: Path) -> None:
    path = _zip(
        tmp_path / "t.zip", {"a.csv": TABLE, "b.csv": b"id,name\n" + os.urandom(5000).hex().encode(), "c.csv": TABLE}
    )
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo("b.csv").header_offset + 35 + 500
    content[start : start + 200] = bytes(200)
    path.write_bytes(bytes(content))
    found = discover([path], scratch)
    assert [file.stem for file in found.files] == ["a", "c"]
    assert [(refused.name, refused.reason) for refused in found.refused] == [
        ("t.zip › b.csv", "the zip file is broken")
    ]


@pytest.mark.parametrize("kind", ["zip", "gz"])
def test_a_bomb_is_refused_with_the_limit_and_a_remedy_and_leaves_nothing(
    tmp_path: Path, scratch: Path, kind: str
) -> None:
    zeros = bytes(40 * 1024 * 1024)
    path = tmp_path / f"bomb.{kind}"
    if kind == "zip":
        _zip(path, {"a.csv": TABLE, "b.csv": zeros})
    else:
        _write(path, gzip.compress(zeros))
    assert path.stat().st_size < 100_000
    with pytest.raises(
        InputError, match=r"bomb\.\w+: it unpacks to more than 200 times .*unpacked_ratio.*unpack it yourself"
    ):
        discover([path], scratch)
    with pytest.raises(InputError, match=r"more than 1,000,000 bytes.*unpacked_bytes"):
        discover([path], scratch, Limits(unpacked_bytes=1_000_000))
    assert sum(file.stat().st_size for file in scratch.iterdir()) <= 2 * len(TABLE)


def test_an_archive_of_too_many_members_is_refused(tmp_path: Path, scratch: Path) -> None:
    path = _zip(tmp_path / "t.zip", {f"{number}.csv": TABLE for number in range(4)})
    with pytest.raises(InputError, match=r"4 members, more than the limit archive_members of 3"):
        discover([path], scratch, Limits(archive_members=3))


def test_a_member_that_points_out_of_the_archive_stays_inside_scratch(tmp_path: Path, scratch: Path) -> None:
    path = _zip(tmp_path / "t.zip", {"../../evil.csv": TABLE, "/abs.csv": TABLE})
    for file in discover([path], scratch).files:
        assert file.local.parent == scratch
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["scratch", "t.zip"]


def test_an_archive_in_an_archive_is_refused(tmp_path: Path, scratch: Path) -> None:
    inner = _zip(tmp_path / "inner.zip", {"a.csv": TABLE}).read_bytes()
    path = _zip(tmp_path / "outer.zip", {"inner.zip": inner})
    with pytest.raises(InputError, match=r"outer\.zip: .*archive inside an archive.*Unpack the outer one"):
        discover([path], scratch)


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _write(tmp_path / "t.csv", TABLE)
    opened = Path.open

    def refuse(self: Path, *args: str) -> IO[bytes]:
        if self == path:
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(self, *args)

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match=r"t\.csv: Clew may not read it\..*chmod"):
        discover([path], scratch)


def test_a_full_disk_is_said_and_nothing_is_left_behind(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _write(tmp_path / "t.csv.gz", gzip.compress(TABLE))

    opened = Path.open

    class Full(io.BytesIO):
        def write(self, _: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "open", lambda self, mode="r": Full() if mode == "wb" else opened(self, mode))
    with pytest.raises(StorageError, match="the disk is full"):
        discover([path], scratch)
    assert list(scratch.iterdir()) == []


def test_each_sheet_is_a_table(tmp_path: Path, scratch: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Tickets"
    book.active.append(["id"])
    book.create_sheet("Calls").append(["id"])
    book.create_sheet("Nothing")
    book.save(tmp_path / "Export.xlsx")
    found = discover([tmp_path / "Export.xlsx"], scratch).files
    assert [(file.name, file.stem, file.sheet) for file in found] == [
        ("Export.xlsx › Tickets", "tickets", "Tickets"),
        ("Export.xlsx › Calls", "calls", "Calls"),
    ]
    assert found[0].digest != found[1].digest
    (chosen,) = discover([tmp_path / "Export.xlsx"], scratch, reading=Reading(sheet="Calls")).files
    assert chosen.sheet == "Calls"
    with pytest.raises(InputError, match=r'no sheet "Chats". Its sheets: Tickets, Calls, Nothing'):
        discover([tmp_path / "Export.xlsx"], scratch, reading=Reading(sheet="Chats"))


def test_formats_are_told_by_content_where_the_name_says_nothing(tmp_path: Path, scratch: Path) -> None:
    _write(tmp_path / "a.json", b'{"a":1}\n{"a":2}\n')
    _write(tmp_path / "b.json", b'[\n{"a":1}]')
    _write(tmp_path / "c.csv", gzip.compress(TABLE))
    _write(tmp_path / "d", TABLE)
    _write(tmp_path / "e.xml", b'<?xml version="1.0"?><log></log>')
    found = discover([tmp_path / name for name in ("a.json", "b.json", "c.csv", "d", "e.xml")], scratch)
    assert [file.format for file in found.files] == ["jsonl", "json", "csv", "csv", "xes"]


def test_progress_is_told_up_to_the_end(tmp_path: Path, scratch: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    discover([_write(tmp_path / "t.csv", TABLE)], scratch, on_progress=lambda *told: heard.append(told))
    assert heard == [("t.csv", len(TABLE), len(TABLE))]


def test_an_unknown_encoding_is_named(tmp_path: Path, scratch: Path) -> None:
    with pytest.raises(MappingError, match=r't\.csv: no encoding "klingon" is known'):
        discover([_write(tmp_path / "t.csv", TABLE)], scratch, reading=Reading(encoding="klingon"))
