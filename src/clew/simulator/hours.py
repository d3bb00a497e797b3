"""When each desk is open, in seconds since 1970; the company lives in British winter, where local time is UTC."""

from __future__ import annotations

from collections.abc import Sequence

MINUTE = 60
HOUR = 3600
DAY = 86_400

#: Desk -> hour of opening, hour of closing, working days a week (from Monday). Desks not named keep the phone's hours.
OPENING: dict[str, tuple[int, int, int]] = {
    "Chat": (8, 21, 7),
    "Phone": (8, 20, 6),
    "E-mail": (8, 18, 5),
    "Billing review": (9, 17, 5),
}
#: How many of a thousand customers turn up in each hour of the day, from midnight.
ARRIVALS: Sequence[int] = (4, 2, 1, 1, 2, 6, 16, 36, 60, 76, 78, 70, 68, 62, 56, 54, 56, 66, 76, 80, 62, 36, 20, 12)


def weekday(at: int) -> int:
    """Return the day of the week, 0 = Monday.

    >>> weekday(0)  # 1970 began on a Thursday
    3
    """
    return (at // DAY + 3) % 7


def next_open(desk: str, at: int) -> int:
    """Return the first second at or after ``at`` at which the desk is open.

    >>> next_open("Billing review", 0) // HOUR, next_open("Billing review", 18 * HOUR) // HOUR
    (9, 33)
    """
    opens, closes, days = OPENING.get(desk, OPENING["Phone"])
    while True:
        day = at // DAY
        if weekday(at) < days:
            if at < day * DAY + opens * HOUR:
                return day * DAY + opens * HOUR
            if at < day * DAY + closes * HOUR:
                return at
        at = (day + 1) * DAY
