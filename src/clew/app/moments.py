"""Moments as they are shown: ISO 8601 in the workspace's time zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def shown_moment(moment_us: int, zone: ZoneInfo, *, milliseconds: bool = False) -> str:
    """Return a moment, given in microseconds since 1970; parts of a second are left out, but for milliseconds on request.

    >>> print(shown_moment(1_700_000_000_999_999, ZoneInfo("Europe/Berlin")))
    2023-11-14T23:13:20+01:00
    """
    moment = (_EPOCH + timedelta(microseconds=moment_us)).astimezone(zone)
    return moment.isoformat(timespec="milliseconds" if milliseconds else "seconds")
