"""Finds a customer's e-mails, phones and numbers in any text, where they mean nobody else."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: Shorter values, and bare numbers that are no phones, stand in texts of anybody.
SHORTEST = 5
#: A phone is told by its last digits, however it is written.
_DIGITS_OF_PHONE = 9
_BETWEEN_DIGITS, _BEFORE_DIGITS = r"[\s()./-]{0,3}", r"[\d\s()+./-]{0,8}"


def telling_pattern(identifiers: Sequence[str]) -> re.Pattern[str] | None:
    """Return what finds the identifiers' values as words of their own, letter case aside; None where none is telling."""
    forms = _forms(identifiers)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE) if forms else None


def telling_query(identifiers: Sequence[str]) -> str:
    """Return the same for DuckDB, whose regular expressions (RE2) know no looking around; "" where none is telling."""
    forms = _forms(identifiers)
    return rf"(?i)(^|\W)({'|'.join(forms)})(\W|$)" if forms else ""


def _forms(identifiers: Sequence[str]) -> list[str]:
    forms: set[str] = set()
    for identifier in identifiers:
        kind, _, value = identifier.partition(":")
        if kind == "phone":
            digits = re.sub(r"\D", "", value)[-_DIGITS_OF_PHONE:]
            forms.add(_BEFORE_DIGITS + _BETWEEN_DIGITS.join(digits))
        elif len(value) >= SHORTEST and not value.isdigit():
            # RE2 refuses the escaped blank that Python writes.
            forms.add(re.escape(value).replace(r"\ ", "[ ]"))
    return sorted(forms)
