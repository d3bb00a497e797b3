"""Spells a number of an account, an order or a bill as it is compared: small letters and digits, nothing between them."""

from __future__ import annotations


def number_sql(text: str) -> str:
    """Return SQL for the number that an SQL expression of text spells, so that "ORD-77 88" is "ord7788"."""
    return f"regexp_replace(lower({text}), '[^\\p{{L}}\\d]', '', 'g')"
