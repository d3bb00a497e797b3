"""Reads a delimited file record by record with Python's csv module: slow, exact about what is wrong, and sure to go on after it."""

from __future__ import annotations

import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clew.channels.reading.lines import OversizedLine, read_lines

#: A carriage return that ends no line is text; the csv module would stop at it, so it travels as this lone surrogate.
LONE_RETURN = re.compile(r"\r(?!\r*(?:\n|\Z))")
SHIELD = "\udc0d"

UNPAIRED = "its quotes do not pair up. Put the field in quotes and write each quote inside it twice"


@dataclass(slots=True)
class Record:
    """One record: its fields (a byte that isn't UTF-8 as a lone surrogate), or None and the ``problem`` with it.

    ``raw`` is the bytes as they stand, with the line end; ``end`` the byte after it. Blank lines have no fields: ``[]``.
    """

    fields: list[str] | None
    raw: bytes
    end: int
    problem: str = ""

    @property
    def torn(self) -> list[bytes]:
        """What stands behind bare carriage returns outside quotes: most programs would call each piece a row."""
        if b"\r" not in self.raw or b'"' in self.raw:
            return []
        text = self.raw.removesuffix(b"\n").removesuffix(b"\r")
        return [piece for piece in text.split(b"\r") if piece.strip()][1:]


def read_records(
    path: Path, start: int, delimiter: str, limit_bytes: int, line_end: bytes = b"\n", strict: bool = True
) -> Iterator[Record]:
    """Yield the records from byte ``start`` on (it must be a record's first byte).

    A quote that is opened and never properly closed would swallow the rows behind it: only the line that opens it is
    called bad, and reading goes on with the next one.
    """
    csv.field_size_limit(max(csv.field_size_limit(), limit_bytes + 1))
    feed = _Feed(path, start, limit_bytes, line_end)
    reader = csv.reader(feed, delimiter=delimiter, strict=strict)
    end = start
    while True:
        feed.taken = []
        try:
            fields = next(reader)
            problem = ""
        except StopIteration:
            return
        except csv.Error:
            fields, problem = None, UNPAIRED
        except _TooLongError as trouble:
            fields, problem = None, str(trouble)
        taken = feed.taken
        if fields is None and len(taken) > 1:
            feed.ahead.extendleft(reversed(taken[1:]))
            taken, problem = taken[:1], UNPAIRED
        first = taken[0]
        if isinstance(first, OversizedLine):
            end += first.length
            yield Record(None, first.head, end, problem)
            continue
        if fields and feed.shielded:
            fields = [field.replace(SHIELD, "\r") for field in fields]
        raw = first if len(taken) == 1 else b"".join(line for line in taken if isinstance(line, bytes))
        end += len(raw)
        yield Record(fields, raw, end, problem)


def parse_record(raw: bytes, delimiter: str, encoding: str) -> list[str]:
    """Read the bytes of one record in another encoding than the file's; bytes that it lacks become a replacement mark."""
    text = io.StringIO(LONE_RETURN.sub(SHIELD, raw.decode(encoding, "replace")), newline="")
    return [field.replace(SHIELD, "\r") for field in next(csv.reader(text, delimiter=delimiter), [])]


class _TooLongError(Exception):
    """The record grew beyond the limit, or a line in it did."""


class _Feed:
    """Gives the csv reader its lines as text, and remembers which it has taken since the record began."""

    def __init__(self, path: Path, start: int, limit_bytes: int, line_end: bytes) -> None:
        self.lines = read_lines(path, start, limit_bytes, line_end)
        self.limit_bytes = limit_bytes
        self.shielded = False
        self.ahead: deque[bytes | OversizedLine] = deque()
        self.taken: list[bytes | OversizedLine] = []
        self.taken_bytes = 0

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        line = self.ahead.popleft() if self.ahead else next(self.lines)
        before = self.taken_bytes if self.taken else 0
        self.taken.append(line)
        if isinstance(line, OversizedLine):
            raise _TooLongError(line.why(self.limit_bytes))
        self.taken_bytes = before + len(line)
        if self.taken_bytes > self.limit_bytes:
            raise _TooLongError(UNPAIRED)
        text = line.decode("utf-8", "surrogateescape")
        if "\r" in text and LONE_RETURN.search(text):
            self.shielded = True
            return LONE_RETURN.sub(SHIELD, text)
        return text
