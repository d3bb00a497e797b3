"""Sources that stop, skip days or deliver late are found; those that are merely rare aren't."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.app.quality.looking import DAY_US, found, numbers, told, us
from tests.customers.people import Row

FIRST = datetime(2026, 3, 2, 10, tzinfo=UTC)


def daily(source: str, days: list[int], people: int = 1) -> list[Row]:
    """Rows of a source on these days after 2 March 2026, each of so many people."""
    at = [(FIRST + timedelta(days=day)).strftime("%Y-%m-%dT%H:%M:%S") for day in days]
    return [
        told(0, moment, f"email:p{person}@x.org", source=source, interaction_id=f"{source}{moment}{person}")
        for moment in at
        for person in range(people)
    ]


def test_a_daily_source_that_ends_ten_days_before_the_others_has_stopped() -> None:
    rows = [*daily("desk", list(range(20))), *daily("calls", list(range(30)))]

    findings = found("silent_sources", rows)

    assert numbers(findings) == [("desk", "", 10, 30)]
    assert findings[0].severity == "bad"
    assert "Nothing since 2026-03-21" in findings[0].says


def test_a_weekly_source_is_not_silent_after_ten_days_nor_is_a_source_with_little_data() -> None:
    weekly = daily("survey", [*range(0, 21, 7), 21, 28])
    rows = [*weekly, *daily("rare", [0, 1, 2]), *daily("calls", list(range(39)))]

    assert found("silent_sources", rows) == []


def test_a_row_from_the_future_makes_nobody_look_silent() -> None:
    future = told(1, "2027-01-01T10:00:00", "email:mia@x.org", source="calls")

    assert found("silent_sources", [*daily("desk", list(range(10))), *daily("calls", list(range(10))), future]) == []


def test_a_day_without_rows_is_told_where_that_weekday_is_usually_busy() -> None:
    busy = [day for day in range(35) if day != 16]

    findings = found("days_without_rows", daily("desk", busy, people=6))

    assert numbers(findings) == [("desk", "", 1, 35)]
    assert "2026-03-18" in findings[0].says
    assert found("days_without_rows", daily("desk", list(range(35)), people=6)) == []


def test_closed_weekends_and_quiet_sources_are_no_holes() -> None:
    weekdays = [day for day in range(35) if day % 7 < 5]

    assert found("days_without_rows", daily("desk", weekdays, people=6)) == []
    assert found("days_without_rows", daily("desk", [day for day in range(35) if day != 16], people=5)) == []


def test_rows_of_a_later_import_that_are_older_than_what_was_there_are_late() -> None:
    first = [{**row, "received_us": us("2026-03-20T12:00:00")} for row in daily("desk", list(range(10)))]
    second = [{**row, "received_us": us("2026-03-27T10:00:00")} for row in daily("desk", [4, 12, 13, 14])]
    late = {**second[0], "interaction_id": "late"}

    findings = found("late_rows", [*first, late, *second[1:]])

    assert numbers(findings) == [("desk", "", 1, 4)]
    assert findings[0].examples == ("late",)
    assert "21.0 days after" in findings[0].says


def test_several_files_of_one_import_are_not_late_to_each_other() -> None:
    first = [{**row, "received_us": us("2026-03-20T12:00:00")} for row in daily("desk", [8, 9])]
    second = [{**row, "received_us": us("2026-03-20T12:00:30")} for row in daily("desk", [0, 1])]

    assert found("late_rows", [*first, *second]) == []
    assert DAY_US == 24 * 3600 * 1_000_000
