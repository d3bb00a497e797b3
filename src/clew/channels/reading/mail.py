"""Reads mailboxes (``.mbox``) and single messages (``.eml``): one row per message, its headers and what it says beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.message import Message

import pyarrow as pa

from clew.channels.reading.batching import Piece, first_rows, of_batch_size, text_batch
from clew.channels.reading.careful_lane import as_text
from clew.channels.reading.contract import BadRow, InputFile, Limits
from clew.channels.reading.lines import KEPT_BYTES
from clew.channels.reading.mail_body import UnreadableMailError, read_body
from clew.channels.reading.mail_headers import addresses, headers_of, listed, message_ids, moment
from clew.channels.reading.mail_letters import decode_header
from clew.channels.reading.mail_messages import HEADER, RawMail, split_mail

COLUMNS = (
    *("message_id", "in_reply_to", "references", "date", "from", "from_name", "to", "cc", "reply_to", "delivered_to"),
    *("subject", "body", "list_unsubscribe", "auto_submitted", "precedence", "attachments", "note"),
)
WHERE = "the message"
PIECE_MESSAGES = 5_000
PIECE_BYTES = 32 * 1024 * 1024
#: So many messages tell how long the others may be.
JUDGED_MESSAGES = 200

Row = tuple[str | None, ...]


class MailTable:
    """A mailbox or message as text columns (see :class:`~clew.channels.reading.contract.RawTable`); ``_row`` counts messages from 1.

    Ids are without angle brackets, ``references`` with blanks and ``to`` and ``cc`` with commas between; ``date`` is ISO
    8601 with offset (as it stands where it can't be read), ``attachments`` JSON of their count and names, ``note`` what
    had to be done to read the message. The rest is as the headers say, in plain letters. Attachments themselves are
    passed over. A message is a bad row when it has no headers or no sender, when a line between its headers is none,
    or when it is longer than ``limits.line_bytes`` without its attachments.
    """

    def __init__(self, file: InputFile, limits: Limits) -> None:
        self.file, self.limits = file, limits
        self.columns: tuple[str, ...] = COLUMNS
        self.notes: tuple[str, ...] = ()

    def batches(self, on_bad_row: Callable[[BadRow], None], skip_rows: int = 0) -> Iterator[pa.RecordBatch]:
        """Yield the rows behind the first ``skip_rows`` messages (good and bad together)."""
        return of_batch_size(self._pieces(skip_rows), on_bad_row)

    def sample(self, rows: int = 2000) -> pa.Table:
        """The first good rows."""
        return first_rows(self._pieces(0, max(1, min(rows, PIECE_MESSAGES))), self.columns, rows)

    def estimated_rows(self) -> int:
        """How many messages there are, judged by the length of the first ones."""
        count = seen_bytes = 0
        for mail in self._messages():
            count, seen_bytes = count + 1, mail.start + mail.length
            if count == JUDGED_MESSAGES:
                return round(count * self.file.local.stat().st_size / seen_bytes)
        return count

    def _messages(self) -> Iterator[RawMail]:
        return split_mail(self.file.local, self.limits.line_bytes, single=self.file.format == "eml")

    def _pieces(self, skip_rows: int, piece_messages: int = PIECE_MESSAGES) -> Iterator[Piece]:
        numbers: list[int] = []
        rows: list[Row] = []
        bad: list[BadRow] = []
        held_bytes = 0
        for mail in self._messages():
            if mail.number <= skip_rows:
                continue
            found = self._read(mail)
            if isinstance(found, BadRow):
                bad.append(found)
                held_bytes += len(found.raw)
            else:
                numbers.append(mail.number)
                rows.append(found)
                held_bytes += sum(len(value) for value in found if value)
            if len(rows) + len(bad) >= piece_messages or held_bytes >= PIECE_BYTES:
                yield Piece(_batch(numbers, rows), tuple(bad))
                numbers.clear(), rows.clear(), bad.clear()
                held_bytes = 0
        yield Piece(_batch(numbers, rows), tuple(bad))

    def _read(self, mail: RawMail) -> Row | BadRow:
        if mail.too_long:
            why = (
                f"message {mail.number:,} is {mail.length:,} bytes long, more than the limit of {self.limits.line_bytes:,} "
                f"without its attachments; it starts at byte {mail.start:,} of the unpacked file and only its beginning is "
                "kept here. Raise line_bytes, or take it out of the mailbox"
            )
            return BadRow(mail.number, WHERE, why, as_text(mail.content))
        try:
            return read_message(mail.content)
        except UnreadableMailError as problem:
            why = str(problem)
        except RecursionError:
            why = "its parts lie in parts without end. Take it out of the mailbox"
        except (ValueError, LookupError, TypeError) as problem:
            why = f"its parts can't be told apart ({type(problem).__name__}). Take it out of the mailbox"
        return BadRow(mail.number, WHERE, f"message {mail.number:,}: {why}", as_text(mail.content[:KEPT_BYTES]))


def read_message(content: bytes) -> Row:
    """Return one message's values in the order of :data:`COLUMNS`; UnreadableMailError where it is none."""
    content = content.removeprefix(b"\xef\xbb\xbf")
    if not HEADER.match(content):
        raise UnreadableMailError("it does not begin with headers. Export the mailbox again, or take it out")
    # The default policy takes thirty times as long and raises errors of its own on broken headers.
    mail = message_from_bytes(content)
    _check_headers(mail)
    headers = headers_of(mail)
    senders = addresses(headers.get("from")) or addresses(headers.get("sender"))
    if not senders:
        raise UnreadableMailError("it names no sender. Export the mailbox again, or give it a From header")
    body = read_body(mail)
    name, address = senders[0]
    ids = {key: message_ids(headers.get(key)) for key in ("message-id", "in-reply-to", "references")}
    return (
        ids["message-id"][0] if ids["message-id"] else None,
        ids["in-reply-to"][0] if ids["in-reply-to"] else None,
        " ".join(ids["references"]) or None,
        moment(headers.get("date")),
        address,
        name or None,
        listed(headers.get("to")),
        listed(headers.get("cc")),
        listed(headers.get("reply-to")),
        listed(headers.get("delivered-to") or headers.get("x-original-to")),
        _plain(headers.get("subject")),
        body.text or None,
        *(_plain(headers.get(key)) for key in ("list-unsubscribe", "auto-submitted", "precedence")),
        body.attachments,
        "; ".join(body.notes) or None,
    )


def _check_headers(mail: Message) -> None:
    """A line among the headers that is none ends them for the parser: what follows would be taken for text."""
    if any(type(defect).__name__ == "MissingHeaderBodySeparatorDefect" for defect in mail.defects):
        raise UnreadableMailError(
            f"behind its header {len(mail.keys()):,} comes a line that is no header. Mend that line, or take the message out"
        )


def _plain(value: str | None) -> str | None:
    return decode_header(value) or None if value else None


def _batch(numbers: list[int], rows: list[Row]) -> pa.RecordBatch:
    values = zip(*rows, strict=True) if rows else [()] * len(COLUMNS)
    return text_batch(COLUMNS, numbers, [pa.array(column, pa.string()) for column in values])
