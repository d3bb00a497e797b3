"""Writes one mail as it lies in a mailbox: RFC 5322 headers, a plain or an HTML body beside it, in the mboxrd way."""

from __future__ import annotations

import re
from base64 import b64encode
from binascii import b2a_qp
from html import escape
from typing import NamedTuple

from clew.simulator.stamps import box_stamp, quoted_stamp

#: No line of a mail may be longer than 998 characters (RFC 5322, 2.1.1).
_LONGEST_LINE = 990
#: So many bytes become at most 75 characters of an encoded word (RFC 2047, 2).
_WORD_BYTES = 42
_SPECIAL = re.compile(r"[^A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]")
_FROM_LINE = re.compile(r"^(>*From )", re.MULTILINE)


class Address(NamedTuple):
    """Who writes or is written to: a name ('' = none) and an e-mail address."""

    name: str
    email: str


class Quoted(NamedTuple):
    """An earlier mail as the next one quotes it below: whose, when (seconds since 1970), on what clock, and its text."""

    sender: Address
    at: int
    offset_hours: int
    text: str


class Letter(NamedTuple):
    """A mail to be written; ``date`` is the sender's own, ``arrived_at`` (seconds) the mailbox's.

    ``text`` stands first in the body; ``signature`` and the ``quoted`` mail follow it. ``with_html`` adds the same in
    HTML, ``encoded`` writes subject and names as encoded words even where they need not be, ``advertises`` says how to
    unsubscribe.
    """

    record: str
    sender: Address
    recipient: Address
    subject: str
    date: str
    arrived_at: int
    text: str
    signature: str = ""
    quoted: Quoted | None = None
    references: tuple[str, ...] = ()
    automatic: bool = False
    with_html: bool = False
    encoded: bool = False
    advertises: bool = False


def mail_text(letter: Letter) -> str:
    """Return the mail with the line before it and the blank line behind it, as it stands in an mbox file (RFC 4155)."""
    head = [
        f"From {letter.sender.email} {box_stamp(letter.arrived_at)}",
        f"From: {_mailbox(letter.sender, letter.encoded)}",
        f"To: {_mailbox(letter.recipient, letter.encoded)}",
        f"Subject: {_phrase(letter.subject, letter.encoded)}",
        f"Date: {letter.date}",
        f"Message-ID: <{letter.record}>",
    ]
    if letter.references:
        head.append(f"In-Reply-To: <{letter.references[-1]}>")
        head.append("References: " + "\n ".join(f"<{each}>" for each in letter.references))
    if letter.automatic:
        head.append("Auto-Submitted: auto-generated")
    if letter.advertises:
        head.append(f"List-Unsubscribe: <mailto:unsubscribe@{letter.sender.email.rpartition('@')[2]}>")
    head.append("MIME-Version: 1.0")
    plain, coding = _transferable(_plain_body(letter))
    if letter.with_html:
        mark = "=_" + letter.record.partition("@")[0]
        html, html_coding = _transferable(_html_body(letter))
        head.append(f'Content-Type: multipart/alternative; boundary="{mark}"\n')
        body = (
            f"--{mark}\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {coding}\n\n{plain}\n"
            f"--{mark}\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: {html_coding}\n\n{html}\n"
            f"--{mark}--"
        )
    else:
        head.append(f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {coding}\n")
        body = plain
    if "\nFrom " in body or ">From " in body or body.startswith("From "):
        body = _FROM_LINE.sub(r">\1", body)
    return "\n".join(head) + f"\n{body}\n\n"


def _plain_body(letter: Letter) -> str:
    body = letter.text
    if letter.signature:
        body += f"\n\n-- \n{letter.signature}"
    quoted = letter.quoted
    if quoted is not None:
        lines = quoted.text.replace("\n", "\n> ")
        body += (
            f"\n\nOn {quoted_stamp(quoted.at, quoted.offset_hours)}, {_quoted_name(quoted.sender)} wrote:\n> {lines}"
        )
    return body


def _html_body(letter: Letter) -> str:
    body = f'<html><body><div dir="ltr">{_html(letter.text)}</div>\n'
    if letter.signature:
        body += f'<div class="gmail_signature">-- <br>\n{_html(letter.signature)}</div>\n'
    quoted = letter.quoted
    if quoted is not None:
        when, who = quoted_stamp(quoted.at, quoted.offset_hours), escape(_quoted_name(quoted.sender))
        body += (
            f'<div class="gmail_quote"><div class="gmail_attr">On {when}, {who} wrote:<br></div>\n'
            f'<blockquote class="gmail_quote">{_html(quoted.text)}</blockquote></div>\n'
        )
    return body + "</body></html>"


def _html(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>\n")


def _quoted_name(sender: Address) -> str:
    return f"{sender.name} <{sender.email}>" if sender.name else sender.email


def _transferable(body: str) -> tuple[str, str]:
    """Return the body as it may travel, and how it is encoded."""
    if len(body) > _LONGEST_LINE and max(map(len, body.split("\n"))) > _LONGEST_LINE:
        return b2a_qp(body.encode()).decode("ascii"), "quoted-printable"
    if body.isascii():
        return body, "7bit"
    # Of the bodies that need it, every second is left in eight bits: mailboxes hold both.
    if len(body) % 2:
        return body, "8bit"
    return b2a_qp(body.encode()).decode("ascii"), "quoted-printable"


def _mailbox(address: Address, encoded: bool) -> str:
    if not address.name:
        return address.email
    name = address.name
    if encoded or not name.isascii():
        return f"{_phrase(name, True)} <{address.email}>"
    return f'"{name}" <{address.email}>' if _SPECIAL.search(name) else f"{name} <{address.email}>"


def _phrase(text: str, encoded: bool) -> str:
    if not encoded and text.isascii():
        return text
    words: list[str] = []
    piece = ""
    for letter in text if len(text.encode()) > _WORD_BYTES else (text,):
        if len((piece + letter).encode()) > _WORD_BYTES:
            words.append(piece)
            piece = ""
        piece += letter
    words.append(piece)
    return "\n ".join(f"=?utf-8?B?{b64encode(word.encode()).decode('ascii')}?=" for word in words)
