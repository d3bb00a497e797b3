"""Finds what a mail says among its parts, and what is attached to it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from email.message import Message

from clew.channels.reading.mail_html import html_to_text
from clew.channels.reading.mail_letters import decode_base64, decode_header, decode_letters
from clew.channels.reading.mail_messages import CUT_MARK, PART_BYTES


class UnreadableMailError(Exception):
    """A message that can't be a row; the text says why and what to do."""


@dataclass(frozen=True)
class Body:
    """A mail's text, its attachments as JSON (``{"count": 1, "names": ["bill.pdf"]}``, None = none), and notes on both."""

    text: str
    attachments: str | None
    notes: tuple[str, ...]


def read_body(mail: Message) -> Body:
    """Return what the mail says: its plain text, or the text of its HTML where it has no other.

    Of alternatives the plain one counts; texts that stand one after the other are joined. Lines end as Unix's do; white
    space at the end is stripped, nothing else, and quoted history stays. Raises UnreadableMailError where text was cut.
    """
    found = _Found()
    text = "\n".join(piece for piece, _ in _texts(mail, found) if piece)
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
        found.note("it holds NULs, which no text does: a mark stands in their place")
    names = found.attachments
    listed = json.dumps({"count": len(names), "names": names}, ensure_ascii=False) if names else None
    return Body(text.rstrip(), listed, tuple(found.notes))


@dataclass
class _Found:
    """What going through the parts has brought besides text."""

    attachments: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def note(self, sentence: str) -> None:
        if sentence not in self.notes:
            self.notes.append(sentence)


def _texts(part: Message, found: _Found) -> list[tuple[str, bool]]:
    """The texts below a part in order, each with whether it was HTML."""
    if any(type(defect).__name__ == "CloseBoundaryNotFoundDefect" for defect in part.defects):
        found.note("it ends before its last part does: it was cut off")
    children = part.get_payload()
    kind = part.get_content_type()
    if isinstance(children, list) and not kind.startswith("message/"):
        inside = [child for child in children if isinstance(child, Message)]
        if kind == "multipart/alternative":
            return _best([_texts(child, found) for child in inside])
        return [text for child in inside for text in _texts(child, found)]
    name = part.get_filename()
    apart = "attachment" in str(part.get("content-disposition", "")).lower()
    if kind not in ("text/plain", "text/html") or apart or name:
        found.attachments.append(decode_header(name) if name else kind)
        return []
    text = _decode(part, found)
    return [(html_to_text(text), True) if kind == "text/html" else (text.replace("\r\n", "\n"), False)]


def _best(alternatives: list[list[tuple[str, bool]]]) -> list[tuple[str, bool]]:
    """The first alternative that says something in plain text, else the first that says something."""
    filled = [texts for texts in alternatives if any(text.strip() for text, _ in texts)]
    plain = [texts for texts in filled if not any(is_html for _, is_html in texts)]
    return (plain or filled or [[]])[0]


def _decode(part: Message, found: _Found) -> str:
    if str(part.get("content-transfer-encoding", "")).strip().lower() == "base64":
        coded = _letters_of(part).encode("ascii", "ignore")
        raw, whole = decode_base64(coded)
        if not whole:
            found.note("its base64 text is cut: read up to the cut")
    else:
        content = part.get_payload(decode=True)
        coded = raw = content if isinstance(content, bytes) else b""
    if CUT_MARK in coded:
        raise UnreadableMailError(
            f"its text is longer than {PART_BYTES:,} bytes. Shorten it, or send what it holds as an attachment"
        )
    text, note = decode_letters(raw, part.get_content_charset())
    if note:
        found.note(note)
    return text


def _letters_of(part: Message) -> str:
    payload = part.get_payload()
    return payload if isinstance(payload, str) else ""
