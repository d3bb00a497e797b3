"""Shows what a column holds without showing whose it is: examples with everything personal masked."""

from __future__ import annotations

import re

_EMAIL = re.compile(r"([^\s@<>\"']+)@([^\s@<>\"']+?)(\.[A-Za-z]{2,})?(?=[\s>\"',;]|$)")
_LONG_NUMBER = re.compile(r"\+?\d(?:[\s()./-]{0,2}\d){5,}")
_AT_HANDLE = re.compile(r"@(\w)\w*")
_LONGEST_SHOWN = 40


def masked(value: str, *, personal: bool = False) -> str:
    """Return the value fit to be shown: e-mails, handles and long numbers masked; a ``personal`` value keeps its first letter.

    >>> masked("mia.wong@example.com"), masked("+49 30 1234567"), masked("Live chat"), masked("Mia", personal=True)
    ('m***@e***.com', '***67', 'Live chat', 'M***')
    """
    if personal and not _EMAIL.fullmatch(value):
        return f"***{value[-2:]}" if value[-6:].isdigit() and len(value) > 4 else f"{value[:1]}***"
    if len(value) > _LONGEST_SHOWN or value.count(" ") > 4:
        return f"(text of {len(value)} characters)"
    shown = _EMAIL.sub(lambda found: f"{found[1][0]}***@{found[2][0]}***{found[3] or ''}", value)
    shown = _LONG_NUMBER.sub(lambda found: f"***{found[0][-2:]}", shown)
    return shown if _EMAIL.search(value) else _AT_HANDLE.sub(r"@\1***", shown)
