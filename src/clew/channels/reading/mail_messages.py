"""Cuts a mailbox file into its messages, one after the other, without ever holding a large attachment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from clew.channels.reading.lines import KEPT_BYTES, OversizedLine, read_lines

#: What a message's part holds beyond this is left out while reading: no text is so long, and attachments aren't read.
PART_BYTES = 8 * 1024 * 1024
#: Stands where lines of a part were left out, so that a text which lost some is known.
CUT_MARK = b"\0 lines left out here \0\n"
#: The line before each message (RFC 4155): whoever sent it, mostly with a time behind.
ENVELOPE = re.compile(rb"From (?:\S*@\S*|.*\d:\d\d)")
HEADER = re.compile(rb"[A-Za-z][!-9;-~]*:")
_ESCAPED = re.compile(rb">+From ")
_BLANK = (b"\n", b"\r\n")


@dataclass(frozen=True)
class RawMail:
    """One message as it stands in its file: its number from 1, its first byte's place, its length, and what was kept.

    ``too_long`` says that more than the limit would have to be kept; ``content`` is then only its beginning.
    """

    number: int
    start: int
    length: int
    content: bytes
    too_long: bool


def split_mail(path: Path, limit_bytes: int, *, single: bool) -> Iterator[RawMail]:
    """Yield the messages of an ``.mbox`` file, or the only one of a ``single`` message's file (``.eml``).

    A message begins at a line ``From …`` that names an address or a time, at the file's beginning or behind a blank line,
    when a header follows; in a text where this is not so the line stays text. Lines ``>From …`` lose the ``>`` that the
    mailbox gave them. Memory holds one message without what exceeds :data:`PART_BYTES` in a part of it.
    """
    held = _Held(0, limit_bytes, unescape=not single)
    number = place = 0
    waiting: bytes | None = None
    after_blank = not single
    for line in read_lines(path, 0, limit_bytes):
        if isinstance(line, OversizedLine):
            held.add_oversized(line)
            place, after_blank = place + line.length, False
            continue
        if waiting is not None:
            if HEADER.match(line) or line.startswith(b">From "):
                if held.filled:
                    number += 1
                    yield held.message(number)
                held = _Held(place - len(waiting), limit_bytes, unescape=True)
                held.begun = True
            else:
                held.add(waiting)
            waiting = None
        place += len(line)
        if after_blank and line.startswith(b"From ") and ENVELOPE.match(line):
            waiting = line
            continue
        held.add(line)
        after_blank = not single and line in _BLANK
    if held.filled:
        number += 1
        yield held.message(number)
    if waiting is not None:
        yield RawMail(number + 1, place - len(waiting), len(waiting), waiting, too_long=False)


@dataclass
class _Held:
    """The message that is being put together; ``begun`` says that a line ``From …`` announced it."""

    start: int
    limit_bytes: int
    unescape: bool
    begun: bool = False
    lines: list[bytes] = field(default_factory=list)
    length: int = 0
    kept_bytes: int = 0
    part_bytes: int = 0
    in_body: bool = False
    too_long: bool = False

    @property
    def filled(self) -> bool:
        """Whether there is a message: blank lines in front of the first one are none."""
        return self.begun or self.kept_bytes > 0

    def add(self, line: bytes) -> None:
        if not self.in_body:
            if line in _BLANK:
                if not self.filled:
                    self.start += len(line)
                    return
                self.in_body = True
        elif self.unescape and line.startswith(b">") and _ESCAPED.match(line):
            line = line[1:]
            self.length += 1
        self.length += len(line)
        if line.startswith(b"--"):
            self.part_bytes = 0
        before, self.part_bytes = self.part_bytes, self.part_bytes + len(line)
        if self.part_bytes <= PART_BYTES:
            self._keep(line)
        elif before <= PART_BYTES:
            self._keep(CUT_MARK)

    def add_oversized(self, line: OversizedLine) -> None:
        self._keep(line.head)
        self.length += line.length
        self.too_long = True

    def message(self, number: int) -> RawMail:
        content = b"".join(self.lines)
        return RawMail(
            number, self.start, self.length, content[:KEPT_BYTES] if self.too_long else content, self.too_long
        )

    def _keep(self, line: bytes) -> None:
        self.kept_bytes += len(line)
        if self.kept_bytes > self.limit_bytes:
            self.too_long = True
        if not self.too_long or self.kept_bytes - len(line) < KEPT_BYTES:
            self.lines.append(line)
