"""Reads a JSON file that is one list of objects, or one object with such a list inside."""

from __future__ import annotations

import mmap
from collections.abc import Callable, Iterator

import msgspec
import pyarrow as pa

from clew.channels.reading.batching import Piece, first_rows, of_batch_size
from clew.channels.reading.careful_lane import as_text
from clew.channels.reading.contract import BadRow, InputFile, Limits, Reading
from clew.channels.reading.json_nested import spread
from clew.channels.reading.json_objects import WHERE, JsonObject, ObjectColumns, keys_of, read_object
from clew.channels.reading.lines import KEPT_BYTES
from clew.model.errors import InputError

#: A document has to be looked at as a whole; beyond this size JSONL, which is read line by line, is the way.
DOCUMENT_BYTES = 2 * 1024**3
PIECE_RECORDS = 20_000


class JsonDocumentTable:
    """A JSON document as text columns (see :class:`~clew.channels.reading.contract.RawTable`); ``_row`` counts from 1.

    The columns are the keys of all objects. An object with one list of objects inside, as APIs give, is read as that
    list, and a note says so; without any it is a table of one row. Objects that hold their times in a list are spread over
    its rows (:func:`~clew.channels.reading.json_nested.spread`). Raises InputError when the document is broken, has
    several such lists, or is larger than 2 GiB.
    """

    def __init__(
        self,
        file: InputFile,
        reading: Reading,
        limits: Limits = Limits(),  # noqa: B008 - frozen, hence safe to share
        document_bytes: int = DOCUMENT_BYTES,
    ) -> None:
        self.file, self.limits = file, limits
        self.accept_bad_bytes_as = reading.accept_bad_bytes_as
        if file.local.stat().st_size > document_bytes:
            raise InputError(
                f"{file.name}: a JSON document of more than {document_bytes:,} bytes can't be read as a whole. "
                "Convert it to JSONL, one object a line (for instance with: jq -c '.[]' in.json > out.jsonl)."
            )
        with file.local.open("rb") as stream:
            content = memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
        start = 3 if bytes(content[:3]) == b"\xef\xbb\xbf" else 0
        found, said = _items(content[start:], file.name)
        self.items, spread_note = spread(found)
        sane = (content for item in self.items if (content := memoryview(item)).nbytes <= limits.line_bytes)
        self.objects = ObjectColumns(keys_of(sane, self.accept_bad_bytes_as), complete=True)
        self.columns, self.notes = self.objects.names, (*said, *spread_note, *self.objects.notes)

    def batches(self, on_bad_row: Callable[[BadRow], None], skip_rows: int = 0) -> Iterator[pa.RecordBatch]:
        """Yield the rows behind the first ``skip_rows`` items of the list."""
        return of_batch_size(self._pieces(skip_rows), on_bad_row)

    def sample(self, rows: int = 2000) -> pa.Table:
        """The first good rows."""
        return first_rows(self._pieces(0), self.columns, rows)

    def estimated_rows(self) -> int:
        """How many items there are, exactly."""
        return len(self.items)

    def _pieces(self, skip_rows: int) -> Iterator[Piece]:
        for first in range(skip_rows, len(self.items), PIECE_RECORDS):
            rows: list[int] = []
            objects: list[JsonObject] = []
            bad: list[BadRow] = []
            for row, item in enumerate(self.items[first : first + PIECE_RECORDS], start=first + 1):
                found = self._read(memoryview(item), row)
                if isinstance(found, BadRow):
                    bad.append(found)
                else:
                    rows.append(row)
                    objects.append(found)
            yield Piece(self.objects.batch(rows, objects), tuple(bad))

    def _read(self, item: memoryview, row: int) -> JsonObject | BadRow:
        if item.nbytes <= self.limits.line_bytes:
            return read_object(bytes(item), row, self.accept_bad_bytes_as)
        why = (
            f"the object is {item.nbytes:,} bytes long, more than the limit of {self.limits.line_bytes:,}; only its first "
            f"{KEPT_BYTES:,} bytes are kept here. Shorten it in the export, or raise line_bytes"
        )
        return BadRow(row, WHERE, why, as_text(bytes(item[:KEPT_BYTES])))


def _items(content: memoryview, name: str) -> tuple[list[msgspec.Raw], tuple[str, ...]]:
    """The document's objects, each as its own JSON text, and a note on where they were found."""
    opening = bytes(content[:4096]).lstrip()[:1]
    try:
        if opening == b"[":
            return msgspec.json.decode(content, type=list[msgspec.Raw]), ()
        whole = msgspec.json.decode(content, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        place = str(problem).rpartition("(byte ")[2].rstrip(")") if "(byte " in str(problem) else ""
        raise InputError(
            f"{name}: the JSON is broken{f' at byte {place}' if place else ' or cut off'}. "
            "A list of objects was expected; if it has one object a line, call it .jsonl. Else export it again."
        ) from problem
    lists = {key: items for key, value in whole.items() if (items := _list_of_objects(value)) is not None}
    if len(lists) > 1:
        raise InputError(
            f"{name}: it holds {len(lists)} lists ({', '.join(sorted(lists))}). "
            "Clew reads one table a file: save each list as a file of its own."
        )
    for key, items in lists.items():
        return items, (f'The rows are the list "{key}"; what stands beside it in the file is not read.',)
    return [msgspec.Raw(bytes(content))], ()


def _list_of_objects(value: msgspec.Raw) -> list[msgspec.Raw] | None:
    content = bytes(value)
    if not content.startswith(b"["):
        return None
    items = msgspec.json.decode(content, type=list[msgspec.Raw])
    return items if items and bytes(items[0]).startswith(b"{") else None
