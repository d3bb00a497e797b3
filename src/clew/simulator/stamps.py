"""Writes moments (seconds since 1970, UTC) as the different systems do."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache

_DAY = 86_400


def plain_stamp(at: int) -> str:
    """Return a moment as syncs to a warehouse and switchboards write it.

    >>> plain_stamp(1_772_460_311), iso_stamp(1_772_460_311)
    ('2026-03-02 14:05:11', '2026-03-02T14:05:11Z')
    """
    day, clock = divmod(at, _DAY)
    return f"{_iso_day(day)} {clock // 3600:02}:{clock // 60 % 60:02}:{clock % 60:02}"


def iso_stamp(at: int) -> str:
    """Return a moment in ISO 8601 with a Z."""
    day, clock = divmod(at, _DAY)
    return f"{_iso_day(day)}T{clock // 3600:02}:{clock // 60 % 60:02}:{clock % 60:02}Z"


def mail_stamp(at: int, offset_hours: int = 0) -> str:
    """Return a moment as a mail's Date has it (RFC 5322), on a clock so many hours ahead of UTC.

    >>> mail_stamp(1_772_460_311, -5)
    'Mon, 02 Mar 2026 09:05:11 -0500'
    """
    day, clock = divmod(at + offset_hours * 3600, _DAY)
    sign = "-" if offset_hours < 0 else "+"
    return f"{_mail_day(day)} {clock // 3600:02}:{clock // 60 % 60:02}:{clock % 60:02} {sign}{abs(offset_hours):02}00"


def quoted_stamp(at: int, offset_hours: int = 0) -> str:
    """Return a moment as mail programs in the United States quote it.

    >>> quoted_stamp(1_772_460_311, -5)
    'Mon, Mar 2, 2026 at 9:05 AM'
    """
    day, clock = divmod(at + offset_hours * 3600, _DAY)
    hour = clock // 3600
    return f"{_quoted_day(day)} at {hour % 12 or 12}:{clock // 60 % 60:02} {'PM' if hour >= 12 else 'AM'}"


def box_stamp(at: int) -> str:
    """Return a moment as the line between two mails in a mailbox has it (RFC 4155).

    >>> box_stamp(1_772_460_311)
    'Mon Mar  2 14:05:11 2026'
    """
    day, clock = divmod(at, _DAY)
    before, year = _box_day(day)
    return f"{before} {clock // 3600:02}:{clock // 60 % 60:02}:{clock % 60:02} {year}"


# Names of days and months are written out here: strftime's change with the locale.
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _date(day: int) -> datetime:
    return datetime.fromtimestamp(day * _DAY, UTC)


@lru_cache(maxsize=4096)
def _iso_day(day: int) -> str:
    date = _date(day)
    return f"{date.year}-{date.month:02}-{date.day:02}"


@lru_cache(maxsize=4096)
def _mail_day(day: int) -> str:
    date = _date(day)
    return f"{_DAYS[date.weekday()]}, {date.day:02} {_MONTHS[date.month - 1]} {date.year}"


@lru_cache(maxsize=4096)
def _quoted_day(day: int) -> str:
    date = _date(day)
    return f"{_DAYS[date.weekday()]}, {_MONTHS[date.month - 1]} {date.day}, {date.year}"


@lru_cache(maxsize=4096)
def _box_day(day: int) -> tuple[str, int]:
    date = _date(day)
    return f"{_DAYS[date.weekday()]} {_MONTHS[date.month - 1]} {date.day:2}", date.year
