"""Decides how a column writes its times, says why, and gives the DuckDB expression that reads them all the same way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from clew.channels.time_sql import as_iso_sql, iso_sql, once
from clew.model.errors import MappingError

Family = Literal[
    "iso",
    "epoch_seconds",
    "epoch_milliseconds",
    "epoch_microseconds",
    "day_first",
    "month_first",
    "year_first",
    "named_month",
    "twitter",
    "rfc2822",
]
FAMILIES: tuple[Family, ...] = get_args(Family)

DAY_MICROSECONDS = 86_400_000_000
#: No customer service was recorded before 1970; a stamp more than a year ahead is a typing error.
EARLIEST_US = 0
LATEST_AHEAD_US = 366 * DAY_MICROSECONDS


def sane_range(now_us: int) -> tuple[int, int]:
    """Return the first and last possible moment (microseconds since 1970 UTC); what lies outside is an impossible date."""
    return EARLIEST_US, now_us + LATEST_AHEAD_US


@dataclass(frozen=True)
class OrderEvidence:
    """What a whole column says about day and month order: values of that shape, and how many have each number above 12."""

    values: int
    first_over_12: int
    second_over_12: int

    def __add__(self, other: OrderEvidence) -> OrderEvidence:
        return OrderEvidence(
            self.values + other.values,
            self.first_over_12 + other.first_over_12,
            self.second_over_12 + other.second_over_12,
        )


@dataclass(frozen=True)
class TimeFormat:
    """How a column writes time; ``zone`` (IANA) holds for values without an offset; ``evidence`` is one sentence to show."""

    family: Family
    zone: str
    has_offset: bool
    evidence: str


_NUMERIC = r"\s*\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?:\D.*)?"
_CLOCK_OFFSET = re.compile(r":\d{2}(?:[.,]\d+)?\s*(?:[AaPp][Mm]\s*)?(?:Z|UTC|GMT|UT|[+-]\d{2}(?::?\d{2})?)\b", re.ASCII)

#: The first that fits a value wins; ``numeric`` is split into day first and month first by the column's evidence.
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("iso", re.compile(r"\s*\d{4}-\d{1,2}-\d{1,2}(?:[T\s,].*)?")),
    ("numeric", re.compile(_NUMERIC)),
    ("twitter", re.compile(r"[A-Z][a-z]{2} [A-Z][a-z]{2} \d{1,2} \d{2}:\d{2}:\d{2} [+-]\d{4} \d{4}")),
    (
        "rfc2822",
        re.compile(
            r"(?:[A-Z][a-z]{2},\s*)?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|[A-Z]{1,4}).*"
        ),
    ),
    (
        "named_month",
        re.compile(r"(?:[^\W\d]+\.?,?\s+)?\d{1,2}(?:st|nd|rd|th|\.)?[\s/-]+[^\W\d]{3,}\.?,?[\s/-]+\d{2,4}\b.*"),
    ),
    ("named_month", re.compile(r"(?:[^\W\d]+\.?,?\s+)?[^\W\d]{3,}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}\b.*")),
    ("year_first", re.compile(r"\d{4}[/.]\d{1,2}[/.]\d{1,2}(?:\D.*)?")),
    (
        "year_first",
        re.compile(r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:[T ]?\d{4}(?:\d{2})?(?:\.\d+)?Z?)?"),
    ),
    ("epoch_seconds", re.compile(r"\d{9,10}(?:\.\d+)?")),
    ("epoch_milliseconds", re.compile(r"\d{12,13}(?:\.\d+)?")),
    ("epoch_microseconds", re.compile(r"\d{15,16}")),
)
_EXAMPLES: dict[str, str] = {
    "iso": "2017-10-31 22:10:47",
    "twitter": "Tue Oct 31 22:10:47 +0000 2017",
    "rfc2822": "Tue, 31 Oct 2017 22:10:47 +0000",
    "named_month": "31-Oct-2017 22:10",
    "year_first": "2017/10/31 22:10",
    "epoch_seconds": "1509487847 (seconds since 1970)",
    "epoch_milliseconds": "1509487847000 (milliseconds since 1970)",
    "epoch_microseconds": "1509487847000000 (microseconds since 1970)",
    "day_first": "31/10/2017",
    "month_first": "10/31/2017",
}


def decide_time_format(
    values: Sequence[str | None], zone: str, evidence_of_order: OrderEvidence | None = None
) -> TimeFormat | None:
    """Say how a column writes its times, or None when less than half of the sampled values look like a time.

    ``evidence_of_order`` comes from the whole column (:func:`order_evidence_sql`); without it the sample has to do.
    """
    filled = [value.strip() for value in values if value and value.strip()]
    shapes = [shape_of(value) for value in filled]
    known = [shape for shape in shapes if shape is not None]
    if not known or len(known) * 2 < len(filled):
        return None
    winner = max(set(known), key=lambda shape: (known.count(shape), shape))
    count = known.count(winner)
    if count * 2 < len(filled):
        return None
    with_offset = [_CLOCK_OFFSET.search(value) is not None for value in filled[:500]]
    offsets = all(with_offset)
    if winner == "numeric":
        evidence = evidence_of_order or order_evidence(filled)
        return _day_and_month(evidence, zone, offsets)
    family = next(family for family in FAMILIES if family == winner)
    absolute = family.startswith("epoch") or family == "twitter"
    sentence = f"written like {_EXAMPLES[family]} ({count:,} of {len(filled):,} sampled values)"
    return TimeFormat(family, zone, absolute or offsets, sentence + ("" if absolute or offsets else _zone_remark(zone)))


def time_format_named(family: str, zone: str) -> TimeFormat:
    """Return the format a person asked for in a mapping; MappingError for a name that is none."""
    known = next((each for each in FAMILIES if each == family), None)
    if known is None:
        raise MappingError(f'No way of writing times is called "{family}". Known: {", ".join(FAMILIES)}.')
    return TimeFormat(known, zone, False, f"{_EXAMPLES[known]}: the mapping says so{_zone_remark(zone)}")


def shape_of(value: str) -> str | None:
    """Return the family a single value could belong to ("numeric" = day or month first), or None."""
    return next((name for name, pattern in _SHAPES if pattern.fullmatch(value)), None)


def order_evidence(values: Sequence[str | None]) -> OrderEvidence:
    """Count the evidence of day and month order in values at hand; the same counts as :func:`order_evidence_sql`."""
    pairs = [re.match(r"\s*(\d{1,2})[./-](\d{1,2})[./-]\d", value) for value in values if value]
    numbers = [(int(pair[1]), int(pair[2])) for pair in pairs if pair]
    return OrderEvidence(
        len(numbers),
        sum(12 < first <= 31 for first, _ in numbers),
        sum(12 < second <= 31 for _, second in numbers),
    )


def order_evidence_sql(column_sql: str, table_sql: str) -> str:
    """Give SQL that returns one row ``(values, first_over_12, second_over_12)`` over a whole text column.

    ``column_sql`` is a quoted column, ``table_sql`` a quoted table or a parenthesised query.
    """
    above = "(?:1[3-9]|2[0-9]|3[01])"
    return (
        f"SELECT count(*) FILTER (regexp_matches({column_sql}, '^\\s*\\d{{1,2}}[./-]\\d{{1,2}}[./-]\\d')) AS \"values\", "
        f"count(*) FILTER (regexp_matches({column_sql}, '^\\s*{above}[./-]\\d{{1,2}}[./-]\\d')) AS first_over_12, "
        f"count(*) FILTER (regexp_matches({column_sql}, '^\\s*\\d{{1,2}}[./-]{above}[./-]\\d')) AS second_over_12 "
        f"FROM {table_sql}"
    )


def _day_and_month(evidence: OrderEvidence, zone: str, offsets: bool) -> TimeFormat:
    first, second, total = evidence.first_over_12, evidence.second_over_12, evidence.values
    remark = "" if offsets else _zone_remark(zone)
    if first == 0 and second == 0:
        sentence = (
            f"day first is assumed: none of {total:,} values has a number above 12 that would tell day from month"
        )
        return TimeFormat("day_first", zone, offsets, sentence + remark)
    day_first = first >= second
    words = ("day first", "first") if day_first else ("month first", "second")
    most, fewest = max(first, second), min(first, second)
    sentence = f"{words[0]}: {most:,} of {total:,} values have a {words[1]} number above 12"
    if fewest:
        other = "second" if day_first else "first"
        sentence += f"; {fewest:,} have a {other} number above 12 and are impossible dates"
    return TimeFormat("day_first" if day_first else "month_first", zone, offsets, sentence + remark)


def _zone_remark(zone: str) -> str:
    return f"; times without an offset are taken as {zone}"


def parse_sql(fmt: TimeFormat, text_sql: str) -> str:
    """Give a DuckDB expression: BIGINT microseconds since 1970 UTC, or NULL where the text isn't a possible time.

    Explicit offsets are honoured; other values are in ``fmt.zone`` (in the hour that a clock change repeats, the second
    pass is taken; a time that a change skips moves forward). Works on DuckDB 1.5 and 2.0 with its built-in ICU.
    """
    zone = _zone_literal(fmt.zone)
    if fmt.family == "epoch_seconds":
        return f"TRY_CAST(TRY_CAST({text_sql} AS DECIMAL(24, 6)) * 1000000 AS BIGINT)"
    if fmt.family == "epoch_milliseconds":
        return f"TRY_CAST(TRY_CAST({text_sql} AS DECIMAL(24, 3)) * 1000 AS BIGINT)"
    if fmt.family == "epoch_microseconds":
        return f"TRY_CAST(TRY_CAST({text_sql} AS DECIMAL(24, 0)) AS BIGINT)"
    if fmt.family == "twitter":
        return f"epoch_us(try_strptime(trim({text_sql}), '%a %b %d %H:%M:%S %z %Y'))"
    if fmt.family == "iso":
        return iso_sql(text_sql, zone)
    return once(f"trim({as_iso_sql(fmt.family, text_sql)})", "iso_text", iso_sql("iso_text", zone))


def _zone_literal(zone: str) -> str:
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError) as error:
        raise MappingError(
            f'No time zone is called "{zone}". Use an IANA name such as Europe/Berlin or UTC.'
        ) from error
    quoted = zone.replace("'", "''")
    return "'UTC'" if zone in ("UTC", "Etc/UTC", "GMT", "Etc/GMT", "Zulu") else f"'{quoted}'"
