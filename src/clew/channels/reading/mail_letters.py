"""Reads the letters of mail: encoded headers (RFC 2047), base64, quoted-printable, and charsets, also where they are wrong."""

from __future__ import annotations

import binascii
import codecs
import re

_WORD = re.compile(r"=\?([^?*\s]+)(?:\*[^?\s]*)?\?([bBqQ])\?([^?]*)\?=")
_WORD_RUN = re.compile(rf"(?:{_WORD.pattern})+")
_BETWEEN_WORDS = re.compile(r"(\?=)\s+(?==\?[^?\s]+\?[bBqQ]\?)")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
#: What senders without a charset meant: plain letters.
_PLAIN = ("", "us-ascii", "ascii")
#: What senders call by the older name while they write the wider one; browsers read it so too (WHATWG Encoding).
_WIDER = {"iso8859-1": "cp1252", "gb2312": "gb18030", "euc_kr": "cp949"}


def decode_letters(raw: bytes, declared: str | None) -> tuple[str, str | None]:
    """Return ``raw`` as text and, where it isn't in the ``declared`` charset, a note on how it was read instead.

    What was declared wrong is UTF-8 where it can be, else the declared charset (Windows' own where none is) with U+FFFD
    for what has no letter.
    """
    charset = (declared or "").strip().strip("\"'").lower()
    known = _codec(charset)
    try:
        return raw.decode(known or "utf-8"), None if known else _note(charset, "utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode("utf-8"), None if charset in _PLAIN else _note(charset, "utf-8")
    except UnicodeDecodeError:
        chosen = known if known and charset not in _PLAIN else "cp1252"
        return raw.decode(chosen, "replace"), _note(charset, f"{chosen}, with a mark for what has no letter there")


def decode_base64(raw: bytes) -> tuple[bytes, bool]:
    """Return what base64 text holds and whether it was whole: of one that is cut, all up to the cut."""
    text, padding, _ = raw.partition(b"=")
    letters = _NOT_BASE64.sub(b"", text)
    spare = len(letters) % 4
    if spare == 1:
        letters = letters[:-1]
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4)), spare == 0 or (spare > 1 and padding != b"")


def decode_header(value: str) -> str:
    r"""Return a header's value in plain letters on one line; ``value`` is as the parser of :mod:`email` gives it.

    >>> decode_header("=?utf-8?Q?R=C3=BCck?=\n =?utf-8?B?ZnJhZ2U=?= zu 1")
    'Rückfrage zu 1'
    """
    text = value if value.isascii() else decode_letters(value.encode("ascii", "surrogateescape"), None)[0]
    if "=?" in text:
        text = _WORD_RUN.sub(_decode_run, _BETWEEN_WORDS.sub(r"\1", text))
    return " ".join(text.split()).replace("\0", "\ufffd")


def _decode_run(run: re.Match[str]) -> str:
    """Decode words that touch: those of one charset together, since senders cut letters in two."""
    pieces: list[tuple[str, bytes]] = []
    for charset, kind, text in _WORD.findall(run[0]):
        raw = text.encode("utf-8", "replace")
        content = decode_base64(raw)[0] if kind in "bB" else binascii.a2b_qp(raw, header=True)
        if pieces and pieces[-1][0] == charset.lower():
            content = pieces.pop()[1] + content
        pieces.append((charset.lower(), content))
    return "".join(decode_letters(content, charset)[0] for charset, content in pieces)


def _codec(charset: str) -> str | None:
    """Return the charset's name where Python knows it as one for text."""
    if charset in _PLAIN:
        return "ascii"
    try:
        found = codecs.lookup(charset)
        b"".decode(charset)
    except (LookupError, ValueError):
        return None
    return _WIDER.get(found.name, found.name)


def _note(charset: str, chosen: str) -> str:
    return f'its text is not in the charset "{charset or "us-ascii"}" that it declares: read as {chosen}'
