"""Tells mail from other text by how it begins: a mailbox by its line ``From …``, a message by its headers."""

from __future__ import annotations

import re
from typing import Literal

from clew.channels.reading.mail_messages import ENVELOPE, HEADER

#: A message has one of the first three, and at least two of all.
_SURE = (b"from", b"message-id", b"received")
_USUAL = frozenset(
    (*_SURE, *b"date subject to cc return-path delivered-to mime-version content-type x-original-to reply-to".split())
)
_BLANK = re.compile(rb"\r?\n\r?\n")


def which_mail(head: bytes) -> Literal["mbox", "eml"] | None:
    r"""Say whether a file that begins so is a mailbox or a message; None for anything else.

    >>> which_mail(b"From a@b.example Mon Mar  2 09:15:00 2026\nFrom: a@b.example\nSubject: Hi\n\nHi")
    'mbox'
    >>> which_mail(b"From: a@b.example\nDate: Mon, 2 Mar 2026 09:15:00 +0000\n\nHi")
    'eml'
    >>> which_mail(b"From,To\na@b.example,c@d.example\n")
    """
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if ENVELOPE.match(text):
        return "mbox" if _has_headers(text.partition(b"\n")[2]) else None
    return "eml" if _has_headers(text) else None


def _has_headers(text: bytes) -> bool:
    block, *rest = _BLANK.split(text, maxsplit=1)
    lines = block.splitlines()
    if not rest and len(lines) > 1:
        lines.pop()  # the head may end amid a header
    names = set()
    for line in lines:
        found = HEADER.match(line)
        if found:
            names.add(found[0][:-1].lower())
        elif not line.startswith((b" ", b"\t", b">From ")) or not names:
            return False
    return len(names & _USUAL) >= 2 and not names.isdisjoint(_SURE)
