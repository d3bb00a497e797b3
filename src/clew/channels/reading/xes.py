"""Reads event logs in XES, the XML standard for them (IEEE 1849): one row per event, its trace's attributes beside it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError

from clew.channels.reading.batching import Piece, first_rows, of_batch_size, text_batch
from clew.channels.reading.column_names import name_columns
from clew.channels.reading.contract import BadRow, InputFile, Limits
from clew.model.errors import InputError

PIECE_EVENTS = 20_000
CHUNK_BYTES = 256 * 1024
#: How much of what follows a break is kept with the row that reports it.
KEPT_BYTES = 64 * 1024
WHERE = "the rest of the file"
#: Attributes may lie in attributes; deeper than this is an attack or an accident.
NESTED_LEVELS = 100

Event = dict[str, str | None]


class XesTable:
    """An event log as text columns (see :class:`~clew.channels.reading.contract.RawTable`); ``_row`` counts events from 1.

    The columns are the events' attribute keys as they are, the traces' with ``case:`` in front, and ``case:position``: the
    event's place in its trace from 1. A list, a container or what is nested in an attribute is JSON text (the latter in
    ``<key>:nested``). The log's own attributes, its globals, extensions and classifiers aren't rows and are passed over.

    XML can't be sampled: the file is read once from end to end to learn every key, so that a key seen late has its
    column like any other and the number of events is exact, then once more for the rows. Memory holds one trace at a time.

    Raises InputError when there is no event, when entities are declared (a bomb), or when one tag exceeds
    ``limits.line_bytes``. Where the XML breaks, the events before are kept and one bad row tells the line.
    """

    def __init__(self, file: InputFile, limits: Limits) -> None:
        self.file, self.limits = file, limits
        keys: dict[str, None] = {}
        self.events = 0
        self.broken: BadRow | None = None
        for part in self._read():
            if isinstance(part, BadRow):
                self.broken = part
            else:
                self.events += len(part)
                for event in part:
                    keys.update(dict.fromkeys(event))
        if not self.events:
            why = f"{self.broken.reason}" if self.broken else "Export it again with its traces"
            raise InputError(f"{file.name}: no event was found. XES has <event> in <trace> in <log>. {why}.")
        self.keys = tuple(keys)
        self.columns, renamed = name_columns(self.keys)
        self.notes: tuple[str, ...] = (*renamed, *((self.broken.reason,) if self.broken else ()))

    def batches(self, on_bad_row: Callable[[BadRow], None], skip_rows: int = 0) -> Iterator[pa.RecordBatch]:
        """Yield the rows behind the first ``skip_rows`` events; a break in the XML is the last row, a bad one."""
        return of_batch_size(self._pieces(skip_rows), on_bad_row)

    def sample(self, rows: int = 2000) -> pa.Table:
        """The first events."""
        return first_rows(self._pieces(0), self.columns, rows)

    def estimated_rows(self) -> int:
        """How many events there are, exactly."""
        return self.events

    def _pieces(self, skip_rows: int) -> Iterator[Piece]:
        held: list[Event] = []
        done = 0
        for part in self._read():
            if isinstance(part, BadRow):
                if part.row > skip_rows:
                    yield Piece(self._batch(held, done), (part,))
                return
            skipped = min(len(part), max(0, skip_rows - done - len(held)))
            done += skipped
            held.extend(part[skipped:])
            if len(held) >= PIECE_EVENTS:
                yield Piece(self._batch(held, done))
                done += len(held)
                held = []
        yield Piece(self._batch(held, done))

    def _batch(self, events: list[Event], done: int) -> pa.RecordBatch:
        values = [pa.array([event.get(key) for event in events], pa.string()) for key in self.keys]
        return text_batch(self.columns, range(done + 1, done + len(events) + 1), values)

    def _read(self) -> Iterator[list[Event] | BadRow]:
        """The events in portions of whole traces, and where the XML breaks at last the bad row that says so."""
        # What Clew transcoded is UTF-8 whatever the XML declaration says; else the declaration holds.
        collector = _EventCollector()
        parser = DefusedXMLParser(target=collector, encoding=None if self.file.encoding == "utf-8" else "utf-8")
        collector.byte_now = lambda: parser.parser.CurrentByteIndex
        given = silent_bytes = tags = 0
        try:
            with self.file.local.open("rb") as stream:
                while chunk := stream.read(CHUNK_BYTES):
                    parser.feed(chunk)
                    silent_bytes = silent_bytes + len(chunk) if collector.tags == tags else 0
                    tags = collector.tags
                    if silent_bytes > self.limits.line_bytes:
                        raise self._too_long(given + collector.held())
                    if collector.finished:
                        given += len(collector.finished)
                        yield collector.take()
                parser.close()
        except ParseError as problem:
            collector.end_trace()
            given += len(collector.finished)
            if collector.finished:
                yield collector.take()
            yield self._break(given + 1, problem, collector.last_event_byte)
        except DefusedXmlException as problem:
            raise InputError(
                f"{self.file.name}: it declares XML entities, which can blow a file up without limit. "
                "XES needs none: take the <!DOCTYPE …> out, or export it again."
            ) from problem
        except RecursionError as problem:
            raise InputError(
                f"{self.file.name}: behind event {given + collector.held():,} attributes lie in attributes more "
                f"than {NESTED_LEVELS} levels deep. Export it again with flatter attributes."
            ) from problem

    def _too_long(self, event: int) -> InputError:
        return InputError(
            f"{self.file.name}: behind event {event:,} one tag is longer than {self.limits.line_bytes:,} bytes. "
            "Shorten that value, or leave its attribute out of the export."
        )

    def _break(self, row: int, problem: ParseError, last_event_byte: int) -> BadRow:
        line, column = problem.position
        with self.file.local.open("rb") as stream:
            stream.seek(last_event_byte)
            kept = stream.read(KEPT_BYTES + 1)
        cut = f"; the first {KEPT_BYTES:,} bytes behind it are kept" if len(kept) > KEPT_BYTES else ""
        return BadRow(
            row,
            WHERE,
            f"the XML breaks at line {line}, character {column + 1}, behind event {row - 1:,}{cut}. "
            "Mend it there or export the log again, then import it anew: the events before count once",
            kept[:KEPT_BYTES].decode("utf-8", "replace"),
        )


@dataclass
class _Attribute:
    """An attribute while it is open, with what is nested in it so far."""

    key: str | None
    value: str | None
    nested: list[_Attribute] = field(default_factory=list)


class _EventCollector:
    """What the XML parser tells its tags to: keeps the events that are finished, each as a row's columns.

    Events wait for their trace's end, since the trace's own attributes may stand behind them.
    """

    def __init__(self) -> None:
        self.finished: list[Event] = []
        self.trace_events: list[Event] = []
        self.tags = 0
        self.last_event_byte = 0
        self.byte_now: Callable[[], int] = lambda: 0
        self._trace: Event | None = None
        self._event: Event | None = None
        self._open: list[_Attribute] = []

    def take(self) -> list[Event]:
        """Hand over the finished events."""
        finished = self.finished
        self.finished = []
        return finished

    def held(self) -> int:
        """How many whole events wait here."""
        return len(self.finished) + len(self.trace_events)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An opening tag; namespaces make no difference."""
        self.tags += 1
        name = tag.rpartition("}")[2]
        if name == "event":
            self._event = {}
        elif name == "trace":
            self._trace = {}
        elif name != "log":
            if len(self._open) >= NESTED_LEVELS:
                raise RecursionError
            self._open.append(_Attribute(attributes.get("key"), attributes.get("value")))

    def end(self, tag: str) -> None:
        """A closing tag."""
        name = tag.rpartition("}")[2]
        if name == "event":
            self.trace_events.append(self._event or {})
            self._event = None
            self.last_event_byte = self.byte_now()
            if self._trace is None:
                self.end_trace()
        elif name == "trace":
            self.end_trace()
        elif name != "log":
            attribute = self._open.pop()
            if self._open:
                self._open[-1].nested.append(attribute)
            else:
                self._keep(attribute)

    def close(self) -> None:
        """The parser's last call."""

    def end_trace(self) -> None:
        """Finish the events that wait, with the trace's attributes beside their own."""
        of_trace = {f"case:{key}": value for key, value in (self._trace or {}).items()}
        for position, event in enumerate(self.trace_events, start=1):
            row = dict(of_trace)
            for key, value in event.items():
                _place(row, key, value)
            if self._trace is not None:
                _place(row, "case:position", str(position))
            self.finished.append(row)
        self.trace_events = []
        self._trace = None

    def _keep(self, attribute: _Attribute) -> None:
        """Put an attribute to its event or trace; the log's own, and its globals, extensions and classifiers, have none."""
        owner = self._trace if self._event is None else self._event
        if owner is None or attribute.key is None:
            return
        if attribute.nested and attribute.value is not None:
            _place(owner, f"{attribute.key}:nested", _json(attribute.nested))
        _place(owner, attribute.key, _json(attribute.nested) if attribute.value is None else attribute.value)


def _place(row: Event, key: str, value: str | None) -> None:
    """Add a value; where its name is taken by another value, under the name with the next number behind."""
    name, number = key, 2
    while name in row and row[name] != value:
        name, number = f"{key} {number}", number + 1
    row[name] = value


def _json(attributes: list[_Attribute]) -> str:
    return json.dumps(_plain(attributes), ensure_ascii=False)


def _plain(attributes: list[_Attribute]) -> list[dict[str, Any]]:
    """Each attribute as an object of its own, in order, since keys in a list may repeat; ``<values>`` is only a wrapper."""
    found: list[dict[str, Any]] = []
    for attribute in attributes:
        if attribute.key is None:
            found.extend(_plain(attribute.nested))
        elif not attribute.nested:
            found.append({attribute.key: attribute.value})
        elif attribute.value is None:
            found.append({attribute.key: _plain(attribute.nested)})
        else:
            found.append({attribute.key: attribute.value, "nested": _plain(attribute.nested)})
    return found
