"""The lines of a file, one after the other, so that no single line, however long, can fill the memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

CHUNK_BYTES = 1024 * 1024
#: How much of an oversized line is kept to show and to retry; the rest stays in the file, at the place that is named.
KEPT_BYTES = 64 * 1024


@dataclass(frozen=True)
class OversizedLine:
    """A line longer than the limit: where it starts in the file, its length in bytes with its end, and how it begins."""

    start: int
    length: int
    head: bytes

    def why(self, limit_bytes: int) -> str:
        """Say what is wrong with it, where it is and what to do."""
        return (
            f"the line is {self.length:,} bytes long, more than the limit of {limit_bytes:,}; it starts at byte "
            f"{self.start:,} of the unpacked text and only its first {len(self.head):,} bytes are kept here. "
            "Shorten it in the export, or raise line_bytes"
        )


def read_lines(path: Path, start: int, limit_bytes: int, line_end: bytes = b"\n") -> Iterator[bytes | OversizedLine]:
    r"""Yield each line from byte ``start`` on with its end; the last may have none.

    With ``line_end`` ``\n`` a lone ``\r`` is text as any other; ``\r`` (files of old Macs) ends a line at either, or both.
    """
    with path.open("rb") as stream:
        stream.seek(start)
        held = _Held(start, limit_bytes)
        while chunk := stream.read(CHUNK_BYTES):
            if line_end == b"\n":
                pieces = BytesIO(chunk).readlines()
            else:
                while chunk.endswith(b"\r") and (more := stream.read(1)):
                    chunk += more
                pieces = chunk.splitlines(keepends=True)
            last = b"" if chunk.endswith((b"\n", line_end)) else pieces.pop()
            for piece in pieces:
                yield held.finish(piece)
            held.add(last)
        if held.length:
            yield held.finish(b"")


class _Held:
    """The line that is being put together from chunks; beyond the limit only its beginning is kept."""

    def __init__(self, start: int, limit_bytes: int) -> None:
        self.start, self.limit_bytes = start, limit_bytes
        self.pieces: list[bytes] = []
        self.length = 0

    def add(self, piece: bytes) -> None:
        if not piece:
            return
        self.length += len(piece)
        if self.length <= self.limit_bytes or not self.pieces:
            self.pieces.append(piece)
        if self.length > self.limit_bytes:
            self.pieces = [b"".join(self.pieces)[:KEPT_BYTES]]

    def finish(self, piece: bytes) -> bytes | OversizedLine:
        if not self.pieces and len(piece) <= self.limit_bytes:
            self.start += len(piece)
            return piece
        self.add(piece)
        start, length, whole = self.start, self.length, b"".join(self.pieces)
        self.start, self.length = start + length, 0
        self.pieces.clear()
        return whole if length <= self.limit_bytes else OversizedLine(start, length, whole)
