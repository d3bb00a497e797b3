"""Writes moments as the different systems do: plain, ISO with a Z, or day first as on British desks."""

from __future__ import annotations

from datetime import UTC, datetime


def plain_stamp(at: int) -> str:
    """Return seconds since 1970 as a help desk's sync writes them.

    >>> plain_stamp(0), iso_stamp(0), british_stamp(0)
    ('1970-01-01 00:00:00', '1970-01-01T00:00:00Z', '01/01/1970 00:00:00')
    """
    return f"{datetime.fromtimestamp(at, UTC):%Y-%m-%d %H:%M:%S}"


def iso_stamp(at: int) -> str:
    """Return seconds since 1970 in ISO 8601, in UTC."""
    return f"{datetime.fromtimestamp(at, UTC):%Y-%m-%dT%H:%M:%SZ}"


def british_stamp(at: int) -> str:
    """Return seconds since 1970 with the day first, without a zone."""
    return f"{datetime.fromtimestamp(at, UTC):%d/%m/%Y %H:%M:%S}"
