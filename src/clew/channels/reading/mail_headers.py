"""Reads a mail's headers: who wrote to whom and when, which message it answers, and whether a machine sent it."""

from __future__ import annotations

import re
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from clew.channels.reading.mail_letters import decode_header

_ID = re.compile(r"<\s*([^<>]+?)\s*>")
_ADDRESS = re.compile(r"[^\s<>,;:\"()@]+@[^\s<>,;:\"()@]+")
_NAMED_ADDRESS = re.compile(r"\s*\"?([^\"<>,;:@()\\]*?)\"?\s*<\s*([^\s<>,;:\"()@]+@[^\s<>,;:\"()@]+)\s*>\s*")
#: Headers that may stand more than once and then count together.
_LISTS = ("to", "cc", "references")


def headers_of(mail: Message) -> dict[str, str]:
    """Return the headers by name in lower case, as they stand; of a header that stands twice the first counts."""
    found: dict[str, str] = {}
    for name, value in mail.raw_items():
        key = name.lower()
        if key not in found:
            found[key] = str(value)
        elif key in _LISTS:
            found[key] += f"{' ' if key == 'references' else ', '}{value}"
    return found


def addresses(value: str | None) -> list[tuple[str, str]]:
    """Return the (name, address) pairs of an address header; what is no address is left out.

    >>> addresses("Ann <ann@a.example>, =?utf-8?Q?M=C3=BC?= <m@b.example>, undisclosed:;")
    [('Ann', 'ann@a.example'), ('Mü', 'm@b.example')]
    """
    if not value:
        return []
    if _ADDRESS.fullmatch(value):
        return [("", value)]
    simple = _NAMED_ADDRESS.fullmatch(value)
    if simple:
        return [(decode_header(simple[1]), simple[2])]
    text = value if value.isascii() else decode_header(value)
    pairs = [(decode_header(name), address) for name, address in getaddresses([text]) if _ADDRESS.fullmatch(address)]
    return pairs or [("", address) for address in _ADDRESS.findall(text)]


def listed(value: str | None) -> str | None:
    """Return an address header's addresses with commas between, None where it has none."""
    return ", ".join(address for _, address in addresses(value)) or None


def message_ids(value: str | None) -> list[str]:
    """Return the message ids in a header without their angle brackets.

    >>> message_ids('Your message of "Monday" <1@a.example>'), message_ids("2@a.example")
    (['1@a.example'], ['2@a.example'])
    """
    if not value:
        return []
    return ["".join(found.split()) for found in _ID.findall(value)] or value.split()


def moment(value: str | None) -> str | None:
    """Return a Date header as ISO 8601 with its offset; one that can't be read stays as it is, None where there is none.

    >>> moment("Mon, 2 Mar 2026 09:15:00 -0500 (EST)"), moment("2 Mar 26 09:15 -0000"), moment("soon")
    ('2026-03-02 09:15:00-05:00', '2026-03-02 09:15:00+00:00', 'soon')
    """
    if not value or not value.strip():
        return None
    text = decode_header(value)
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return text
    # RFC 5322, 3.3: "-0000" is universal time that says nothing of the sender's own zone.
    return found.isoformat(sep=" ") + ("+00:00" if found.tzinfo is None and "-0000" in text else "")
