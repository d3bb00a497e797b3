"""Recognises what a file is, by its first bytes, then by its name, then by how its text begins."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Literal

import msgspec

from clew.channels.reading.contract import Format
from clew.channels.reading.encoding import utf16_kind
from clew.channels.reading.layout import looks_like_table
from clew.channels.reading.mail_mark import which_mail

Kind = Format | Literal["gzip", "zip"]

BY_ENDING: dict[str, Format] = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".xlsx": "excel",
    ".xlsm": "excel",
    ".xls": "excel",
    ".xlsb": "excel",
    ".ods": "excel",
    ".xes": "xes",
    ".mbox": "mbox",
    ".eml": "eml",
}
READABLE = "CSV, TSV, JSON, JSONL, Parquet, Excel, XES or mail (mbox, eml), each also as .gz or .zip"
HEAD_BYTES = 64 * 1024


class UnrecognisedError(Exception):
    """The file is none that Clew reads; the message says what it seems to be."""


def recognise(local: Path, ending: str, named: bool) -> Kind:
    """Say what the file is. ``ending`` is its name's, in lower case; ``named`` tells that a person asked for this very file.

    Text of an unknown kind is taken as a table when it was named, or when it looks like one. Raises UnrecognisedError.
    """
    with local.open("rb") as stream:
        head = stream.read(HEAD_BYTES)
    by_mark = _by_mark(local, head)
    if by_mark:
        return by_mark
    text = _text(head)
    if text.lstrip()[:100].lower().startswith(("<!doctype html", "<html")):
        raise UnrecognisedError("it is a web page, not a table")
    if "<log" in text and text.lstrip().startswith("<") and ending in (".xes", ".xml"):
        return "xes"
    as_mail = which_mail(head)
    if as_mail:
        return as_mail
    by_name = BY_ENDING.get(ending)
    if by_name in ("json", "jsonl"):
        return _which_json(text) or by_name
    if by_name in ("csv", "tsv") or (by_name in ("mbox", "eml") and "\0" not in text[:1000]):
        return by_name
    if by_name:
        raise UnrecognisedError(f"its name ends in {ending}, but what is in it is not")
    if "\0" in text or text.startswith("%PDF") or ending in (".pdf", ".xml", ".py", ".sql", ".yml", ".yaml", ".toml"):
        raise UnrecognisedError("it is no table")
    by_beginning = _which_json(text) or ("json" if text.lstrip().startswith("{") else None)
    if by_beginning:
        return by_beginning
    if looks_like_table(text.encode("utf-8", "surrogateescape")) or (named and ending in ("", ".txt", ".log", ".dat")):
        return "csv"
    raise UnrecognisedError("it is text without columns")


def _by_mark(local: Path, head: bytes) -> Kind | None:
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "excel"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "excel" if _is_workbook(local) else "zip"
    return None


def _is_workbook(local: Path) -> bool:
    try:
        with zipfile.ZipFile(local) as archive:
            names = archive.NameToInfo
            return (
                "xl/workbook.xml" in names
                or "xl/workbook.bin" in names
                or ("mimetype" in names and "content.xml" in names)
            )
    except (zipfile.BadZipFile, OSError):
        return False


def _text(head: bytes) -> str:
    wide = utf16_kind(head[:4096])
    if wide:
        return head[: len(head) // 2 * 2].decode(wide, "replace").removeprefix("\ufeff")
    return head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")


def _which_json(text: str) -> Format | None:
    """JSON lines when the first line is a whole object and another follows, a document when it is a list; else None."""
    start = text.lstrip()
    if start.startswith("["):
        return "json" if start[1:].lstrip().startswith(("{", "]")) else None
    first, _, rest = start.partition("\n")
    if not first.startswith("{") or not rest.lstrip().startswith("{"):
        return None
    try:
        msgspec.json.decode(first.encode("utf-8", "replace"))
    except msgspec.DecodeError:
        return None
    return "jsonl"
