"""How times are recognised and read, whatever the spelling, zone and engine version."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import get_args
from zoneinfo import ZoneInfo

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clew.channels.time_format import (
    Family,
    OrderEvidence,
    TimeFormat,
    decide_time_format,
    order_evidence,
    order_evidence_sql,
    parse_sql,
    sane_range,
    time_format_named,
)
from clew.model.errors import MappingError

Read = Callable[[str, str, str], int | None]
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    # A session zone far from UTC: a reading that leaned on it would be off by hours.
    with duckdb.connect(config={"threads": "1"}) as opened:
        opened.execute("SET TimeZone = 'America/New_York'")
        yield opened


@pytest.fixture(scope="module")
def read(connection: duckdb.DuckDBPyConnection) -> Read:
    def read_one(family: str, text: str, zone: str = "UTC") -> int | None:
        sql = parse_sql(time_format_named(family, zone), "stamp")
        row = connection.execute(f"SELECT {sql} FROM (SELECT ?::VARCHAR AS stamp)", [text]).fetchone()
        assert row is not None
        return row[0]

    return read_one


@pytest.mark.parametrize(
    ("family", "text"),
    [
        ("iso", "2017-10-31T22:10:47Z"),
        ("iso", "2017-10-31 22:10:47"),
        ("iso", "2017-10-31 22:10:47 UTC"),
        ("iso", "2017-10-31 22:10:47.000000 UTC"),
        ("iso", "2017-10-31 22:10:47 +0000"),
        ("iso", "2017-10-31 22:10:47+00"),
        ("iso", "2017-10-31T23:10:47+01:00"),
        ("iso", "2017-10-31 14:10:47-08"),
        ("iso", "2017-11-01 03:40:47 +0530"),
        ("iso", "2017-10-31 10:10:47 PM"),
        ("iso", " 2017-10-31 22:10:47,000 "),
        ("day_first", "31/10/2017 22:10:47"),
        ("day_first", "31.10.2017, 22:10:47"),
        ("day_first", "31-10-17 10:10:47 pm"),
        ("day_first", "31.10.2017 22:10:47 Uhr"),
        ("month_first", "10/31/2017 10:10:47 PM"),
        ("year_first", "2017/10/31 22:10:47"),
        ("year_first", "20171031T221047Z"),
        ("year_first", "20171031221047"),
        ("named_month", "31-Oct-2017 22:10:47"),
        ("named_month", "Oct 31, 2017 10:10:47 PM"),
        ("named_month", "31. Oktober 2017 22:10:47"),
        ("twitter", "Tue Oct 31 22:10:47 +0000 2017"),
        ("rfc2822", "Tue, 31 Oct 2017 22:10:47 +0000"),
        ("rfc2822", "Tue, 31 Oct 2017 17:10:47 EST"),
        ("epoch_seconds", "1509487847"),
        ("epoch_milliseconds", "1509487847000"),
        ("epoch_microseconds", "1509487847000000"),
    ],
)
def test_every_spelling_of_one_moment_is_that_moment(read: Read, family: str, text: str) -> None:
    # date -u -d '2017-10-31 22:10:47' +%s gives 1509487847.
    assert read(family, text, "UTC") == 1_509_487_847_000_000


@pytest.mark.parametrize(
    ("family", "text"),
    [
        ("day_first", "29/2/2015 10:00"),
        ("day_first", "31/04/2017"),
        ("day_first", "10/31/2017"),
        ("iso", "2017-10-31 25:00"),
        ("iso", "2017-10-31 13:00 PM"),
        ("iso", "2017-10-31 22:10:47 Mars/Base"),
        ("iso", "epoch"),
        ("iso", "infinity"),
        ("named_month", "31 Foo 2017"),
        ("epoch_seconds", "soon"),
        ("twitter", "yesterday"),
    ],
)
def test_an_impossible_time_is_nothing(read: Read, family: str, text: str) -> None:
    assert read(family, text, "UTC") is None


def test_a_naive_stamp_is_in_its_zone_and_an_offset_is_honoured_before_it(read: Read) -> None:
    assert read("iso", "2017-10-31 22:10:47", "Europe/Berlin") == 1_509_484_247_000_000  # an hour earlier: UTC+1
    assert read("iso", "2017-07-31 22:10:47", "Europe/Berlin") == 1_501_531_847_000_000  # summer: UTC+2
    assert read("iso", "2017-10-31 22:10:47Z", "Europe/Berlin") == 1_509_487_847_000_000
    assert read("iso", "2017-10-31", "Europe/Berlin") == 1_509_404_400_000_000


ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata")
NAIVE: dict[str, tuple[str, timedelta]] = {
    "iso": ("%Y-%m-%d %H:%M:%S.%f", timedelta(microseconds=1)),
    "day_first": ("%d/%m/%Y %H:%M:%S.%f", timedelta(microseconds=1)),
    "month_first": ("%m/%d/%Y %I:%M:%S %p", timedelta(seconds=1)),
    "year_first": ("%Y/%m/%d %H:%M", timedelta(minutes=1)),
    "named_month": ("%d-%b-%Y %H:%M:%S", timedelta(seconds=1)),
}
# Times as a file without offsets holds them.
NAIVE_EPOCH = EPOCH.replace(tzinfo=None)
moments = st.datetimes(NAIVE_EPOCH + timedelta(days=365), NAIVE_EPOCH + timedelta(days=36_000))


@settings(max_examples=120, deadline=None)
@given(moment=moments, family=st.sampled_from(sorted(NAIVE)), zone=st.sampled_from(ZONES))
def test_a_naive_time_written_in_any_family_is_read_back_exactly(
    read: Read, moment: datetime, family: str, zone: str
) -> None:
    pattern, grain = NAIVE[family]
    local = moment - (moment - NAIVE_EPOCH) % grain
    aware = local.replace(tzinfo=ZoneInfo(zone), fold=1)
    earlier = local.replace(tzinfo=ZoneInfo(zone), fold=0)
    expected = {
        (each - EPOCH) // timedelta(microseconds=1) for each in (aware.astimezone(UTC), earlier.astimezone(UTC))
    }
    # In the hour a clock change repeats or skips, both readings are right; in all others there is one.
    assert read(family, local.strftime(pattern), zone) in expected


@settings(max_examples=80, deadline=None)
@given(moment=moments, minutes=st.integers(-12 * 60, 14 * 60), family=st.sampled_from(["iso", "twitter", "rfc2822"]))
def test_a_time_with_an_offset_is_read_back_exactly_whatever_the_zone(
    read: Read, moment: datetime, minutes: int, family: str
) -> None:
    aware = moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    if family != "iso":
        aware = aware.replace(microsecond=0)
    patterns = {
        "iso": "%Y-%m-%dT%H:%M:%S.%f%z",
        "twitter": "%a %b %d %H:%M:%S %z %Y",
        "rfc2822": "%a, %d %b %Y %H:%M:%S %z",
    }
    assert read(family, aware.strftime(patterns[family]), "Asia/Kolkata") == (aware - EPOCH) // timedelta(
        microseconds=1
    )


@settings(max_examples=40, deadline=None)
@given(microseconds=st.integers(10**15, 3 * 10**15))
def test_epochs_keep_all_their_digits(read: Read, microseconds: int) -> None:
    assert read("epoch_microseconds", str(microseconds), "UTC") == microseconds
    assert read("epoch_seconds", f"{microseconds // 10**6}.{microseconds % 10**6:06d}", "UTC") == microseconds
    assert read("epoch_milliseconds", str(microseconds // 1000), "UTC") == microseconds // 1000 * 1000


@pytest.mark.parametrize(
    ("values", "family"),
    [
        (["2017-10-31 22:10", "2017-11-01"], "iso"),
        (["Tue Oct 31 22:10:47 +0000 2017"], "twitter"),
        (["Tue, 31 Oct 2017 22:10:47 +0000"], "rfc2822"),
        (["31-Oct-2017", "1-Nov-2017"], "named_month"),
        (["Oct 31, 2017 10:10 PM"], "named_month"),
        (["2017/10/31"], "year_first"),
        (["20171031"], "year_first"),
        (["1509487847"], "epoch_seconds"),
        (["1509487847123"], "epoch_milliseconds"),
        (["1509487847123456"], "epoch_microseconds"),
        (["31/10/2017", None, ""], "day_first"),
        (["10/31/2017"], "month_first"),
    ],
)
def test_the_family_is_recognised_from_values(values: list[str | None], family: str) -> None:
    decided = decide_time_format(values, "UTC")
    assert decided is not None and decided.family == family
    assert set(get_args(Family)) >= {decided.family}


def test_words_are_no_times() -> None:
    assert decide_time_format(["hello", "555-1234", "12 Main Street", "v1.2.3"], "UTC") is None
    assert decide_time_format([], "UTC") is None
    assert decide_time_format([None, " "], "UTC") is None


def test_the_order_of_day_and_month_comes_from_the_whole_column() -> None:
    sample = ["3/4/2017", "5/6/2017"]
    decided = decide_time_format(sample, "UTC", OrderEvidence(2_000, 0, 1_204))
    assert decided is not None and decided.family == "month_first"
    assert decided.evidence.startswith("month first: 1,204 of 2,000 values have a second number above 12")
    decided = decide_time_format(sample, "UTC", OrderEvidence(2_000, 1_204, 3))
    assert decided is not None and decided.family == "day_first"
    assert "3 have a second number above 12 and are impossible dates" in decided.evidence


def test_an_ambiguous_order_is_day_first_and_says_that_this_is_assumed() -> None:
    decided = decide_time_format(["3/4/2017"], "Europe/Berlin", OrderEvidence(1, 0, 0))
    assert decided is not None and decided.family == "day_first"
    assert "assumed" in decided.evidence and "Europe/Berlin" in decided.evidence


def test_the_evidence_query_counts_what_the_sample_counts(connection: duckdb.DuckDBPyConnection) -> None:
    values = ["31/10/2017", "3/4/2017 10:00", "4/30/2017", "13.1.17", "n/a", None, "2017-10-31", "40/1/2017"]
    connection.execute('CREATE OR REPLACE TEMP TABLE evidence AS SELECT unnest(?) AS "the ""day"', [values])
    row = connection.execute(order_evidence_sql('"the ""day"', "evidence")).fetchone()
    assert row == (5, 2, 1)
    assert order_evidence(values) == OrderEvidence(5, 2, 1)
    assert OrderEvidence(5, 2, 1) + OrderEvidence(1, 0, 1) == OrderEvidence(6, 2, 2)


def test_offsets_are_noticed() -> None:
    with_offset = decide_time_format(["2017-10-31T22:10:47+02:00"], "UTC")
    without = decide_time_format(["2017-10-31"], "UTC")
    assert with_offset is not None and with_offset.has_offset
    assert without is not None and not without.has_offset and "taken as UTC" in without.evidence


def test_a_zone_nobody_knows_is_refused_with_the_remedy() -> None:
    for zone in ("Mars/Base", "x'); DROP TABLE t; --", "../etc/passwd"):
        with pytest.raises(MappingError, match="IANA name"):
            parse_sql(TimeFormat("iso", zone, False, ""), "stamp")
    with pytest.raises(MappingError, match="day_first"):
        time_format_named("dayfirst", "UTC")


def test_the_sane_range_ends_a_year_and_a_day_ahead() -> None:
    assert sane_range(10**15) == (0, 10**15 + 366 * 86_400 * 10**6)


def test_real_stamps_are_all_read(shared_data: object, connection: duckdb.DuckDBPyConnection) -> None:
    path = f"{shared_data}/support_tweets/airline_sentiment.csv"
    connection.execute(f"CREATE OR REPLACE TEMP TABLE tweets AS FROM read_csv('{path}', all_varchar = true)")
    row = connection.execute(order_evidence_sql("tweet_created", "tweets")).fetchone()
    assert row is not None
    sample = connection.execute("SELECT tweet_created FROM tweets LIMIT 2000").fetchall()
    decided = decide_time_format([value for (value,) in sample], "UTC", OrderEvidence(*row))
    assert decided is not None and decided.family == "month_first"
    sql = parse_sql(decided, "tweet_created")
    counted = connection.execute(f"SELECT count(*), count({sql}), min(({sql})) FROM tweets").fetchone()
    # The set holds tweets of 16 to 24 February 2015: 1424044800 is 2015-02-16 00:00 UTC.
    assert counted is not None and counted[0] == counted[1] == 14_640
    assert 1_424_044_800 * 10**6 <= counted[2] < 1_424_131_200 * 10**6
