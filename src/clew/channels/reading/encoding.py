"""Finds out how a text file's letters are written (UTF-8, UTF-16, Latin-1) and what its fingerprint is, in one pass over its bytes."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa

from clew.model.errors import InputError, MappingError

CHUNK_BYTES = 4 * 1024 * 1024
#: Among text that is not all UTF-8, one real UTF-8 letter for this many strange bytes makes it a mixture: in Latin-1
#: a sequence that is valid UTF-8 is next to impossible, so even few of them prove that a part was written as UTF-8.
STRANGE_BYTES_PER_LETTER = 10


@dataclass(frozen=True)
class Fingerprint:
    """The SHA-256 of a file's bytes in hexadecimal, how many they are, and the encoding to read them with."""

    digest: str
    bytes: int
    encoding: str


def take_fingerprint(
    path: Path, name: str, encoding: str | None = None, text: bool = True, on_bytes: Callable[[int], None] | None = None
) -> Fingerprint:
    """Read ``path`` once; ``encoding`` (a person's word) wins over what is found, and files that are not ``text`` keep "utf-8".

    "utf-8" is also the answer for a mixture that is mostly UTF-8: the rows that are not are told apart when they are read.
    ``on_bytes`` hears how many bytes are done. Raises MappingError for an encoding that nobody knows.
    """
    digest, done, letters = hashlib.sha256(), 0, Letters()
    wanted = _known(encoding, name) if encoding else None
    wide = utf16_kind(_head(path)) if text and wanted is None else None
    for chunk in _chunks(path):
        digest.update(chunk)
        if text and wanted is None and wide is None:
            letters.take(chunk)
        done += len(chunk)
        if on_bytes:
            on_bytes(done)
    return Fingerprint(digest.hexdigest(), done, (wanted or wide or letters.encoding()) if text else "utf-8")


def utf16_kind(head: bytes) -> str | None:
    """Return "utf-16" (its mark says the order), "utf-16-le" or "utf-16-be" (every other byte is NUL), or None."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    pairs = len(head) // 2
    if pairs < 2:
        return None
    even, odd = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if odd > 0.4 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    if even > 0.4 * pairs and odd < 0.05 * pairs:
        return "utf-16-be"
    return None


def transcode(source: Path, target: Path, encoding: str, name: str) -> None:
    """Write ``source`` as UTF-8 to ``target``, in chunks. Raises InputError where the bytes are not ``encoding``.

    Half a UTF-16 pair is carried over as bytes that are not UTF-8, so that only its row is refused, later.
    """
    wide = encoding.startswith("utf-16")
    decoder = codecs.getincrementaldecoder(encoding)("surrogatepass" if wide else "strict")
    done = 0
    with target.open("wb") as out:
        try:
            for chunk in _chunks(source):
                out.write(decoder.decode(chunk).encode("utf-8", "surrogatepass"))
                done += len(chunk)
            out.write(decoder.decode(b"", final=True).encode("utf-8", "surrogatepass"))
        except UnicodeError as problem:
            raise InputError(
                f"{name}: after {done:,} bytes comes something that is not {encoding}. "
                "Export the file again as UTF-8, or name its encoding in the mapping."
            ) from problem


@dataclass
class Letters:
    """Counts what tells UTF-8 from Latin-1 while chunks go by: real UTF-8 letters, strange bytes, and Windows' own."""

    real: int = 0
    strange: int = 0
    windows: bool = False
    undefined: bool = False
    held: bytes = field(default=b"")

    def take(self, chunk: bytes) -> None:
        """Count one more chunk; a letter that its end cuts waits for the next."""
        if not self.held and chunk.isascii():
            return
        data = self.held + chunk
        cut = _whole_letters(data)
        data, self.held = data[:cut], data[cut:]
        if is_utf8(data):
            self.real += int(np.count_nonzero(np.frombuffer(data, np.uint8) >= 0xC0))
            return
        text = data.decode("utf-8", "surrogateescape")
        strange = len(re.findall("[\udc80-\udcff]", text))
        self.strange += strange
        self.real += sum(1 for _ in re.finditer("[^\x00-\x7f\udc80-\udcff]", text))
        self.windows = self.windows or re.search(rb"[\x80-\x9f]", data) is not None
        self.undefined = self.undefined or re.search(rb"[\x81\x8d\x8f\x90\x9d]", data) is not None

    def encoding(self) -> str:
        """Judge by all that was counted: "utf-8", "cp1252" or "latin-1"."""
        if self.held:
            self.strange += len(self.held)
        if self.strange == 0 or self.real * STRANGE_BYTES_PER_LETTER >= self.strange:
            return "utf-8"
        return "cp1252" if self.windows and not self.undefined else "latin-1"


def is_utf8(data: bytes) -> bool:
    """Say whether ``data`` is UTF-8 from first to last byte (several times faster than decoding it)."""
    if data.isascii():
        return True
    offsets = pa.py_buffer(np.array([0, len(data)], np.int64))
    try:
        pa.LargeStringArray.from_buffers(1, offsets, pa.py_buffer(data)).validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _whole_letters(data: bytes) -> int:
    """How many of the bytes end with a whole letter: a sequence that the chunk's end cuts (1 to 3 bytes) is left out."""
    for back in range(1, min(4, len(data) + 1)):
        byte = data[-back]
        if byte < 0x80:
            break
        if byte >= 0xC0:
            length = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return len(data) - back if back < length else len(data)
    return len(data)


def _known(encoding: str, name: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        raise MappingError(
            f'{name}: no encoding "{encoding}" is known. Known are, for instance, utf-8, utf-16, latin-1 and cp1252.'
        ) from None


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK_BYTES):
            yield chunk


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(4096)
