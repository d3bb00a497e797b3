"""What is wrong with single rows is found, with the right numbers, and clean rows are left in peace."""

from __future__ import annotations

from tests.app.quality.looking import found, numbers, told

LONG = "My invoice is much too high this month"


def test_a_text_told_twice_within_a_minute_under_two_ids_is_one_duplicate() -> None:
    rows = [
        told(1, "2026-03-01T10:00:05", "email:mia@x.org", text=LONG),
        told(2, "2026-03-01T10:00:35", "email:mia@x.org", text=LONG),
        told(3, "2026-03-01T10:07:00", "email:mia@x.org", text=LONG),
        told(4, "2026-03-01T10:00:05", "email:ada@x.org", text=LONG),
    ]

    findings = found("duplicate_interactions", rows)

    assert numbers(findings) == [("desk", "chat", 1, 4)]
    assert findings[0].examples == ("i0002",)


def test_short_answers_and_a_bots_repetitions_are_no_duplicates() -> None:
    rows = [
        told(1, "2026-03-01T10:00:05", "email:mia@x.org", text="yes"),
        told(2, "2026-03-01T10:00:35", "email:mia@x.org", text="yes"),
        told(3, "2026-03-01T10:00:06", "email:mia@x.org", text=LONG, party="bot"),
        told(4, "2026-03-01T10:00:36", "email:mia@x.org", text=LONG, party="bot"),
        told(5, "2026-03-01T10:00:07", text=LONG),
        told(6, "2026-03-01T10:00:07", text=LONG),
    ]

    assert found("duplicate_interactions", rows) == []


def test_two_visits_in_one_minute_to_two_pages_are_no_duplicates() -> None:
    pages = ["/bill", "/help", "/help"]
    rows = [
        told(n, "2026-03-01T10:00:05", "device:d1", kind="visit", touchpoint=page, occurred_us=1_000_000 * n)
        for n, page in enumerate(pages)
    ]

    assert found("duplicate_interactions", rows) == []
    again = {**rows[2], "interaction_id": "i0009"}
    assert numbers(found("duplicate_interactions", [*rows, again])) == [("desk", "chat", 1, 4)]


def test_rows_dropped_by_the_ledger_are_told_with_their_share() -> None:
    ledger = [("desk", "a.csv", 60, 0), ("desk", "b.csv", 40, 10), ("calls", "c.csv", 50, 0)]

    findings = found("dropped_duplicates", [told(1, "2026-03-01T10:00:00", "email:mia@x.org")], ledger=ledger)

    assert numbers(findings) == [("desk", "", 10, 100)]
    assert findings[0].severity == "warn"
    assert "most in b.csv" in findings[0].says


def test_customers_interactions_without_an_identifier_are_counted_by_channel() -> None:
    rows = [
        told(1, "2026-03-01T10:00:00", "email:mia@x.org"),
        told(2, "2026-03-01T11:00:00"),
        told(3, "2026-03-01T12:00:00", channel="phone", kind="call"),
        told(4, "2026-03-01T13:00:00", party="agent", direction="outbound"),
    ]

    findings = found("missing_identifiers", rows, with_journeys=True)

    assert numbers(findings) == [("desk", "chat", 1, 2), ("desk", "phone", 1, 1)]
    assert [each.journeys for each in findings] == [1, 1]
    assert found("missing_identifiers", rows[:1]) == []


def test_an_interaction_that_names_only_a_placeholder_is_told() -> None:
    rows = [
        told(1, "2026-03-01T10:00:00", "email:test@test.com"),
        told(2, "2026-03-01T11:00:00", "email:test@test.com", "phone:+14155552671"),
        told(3, "2026-03-01T12:00:00", "email:mia@x.org"),
    ]

    findings = found("only_shared_identifiers", rows)

    assert numbers(findings) == [("desk", "chat", 1, 3)]
    assert "placeholder" in findings[0].says
    assert found("only_shared_identifiers", rows[2:]) == []


def test_midnights_in_bulk_are_told_in_utc_and_in_the_workspaces_zone() -> None:
    noon = [told(n, f"2026-03-01T12:00:{n:02}", "email:mia@x.org") for n in range(8)]
    utc = told(8, "2026-03-02T00:00:00", "email:mia@x.org")
    berlin = told(9, "2026-03-02T23:00:00", "email:mia@x.org")

    assert found("dates_without_time", noon) == []
    assert numbers(found("dates_without_time", [*noon, utc, berlin])) == [("desk", "chat", 1, 10)]
    both = found("dates_without_time", [*noon, utc, berlin], time_zone="Europe/Berlin")
    assert numbers(both) == [("desk", "chat", 2, 10)]


def test_one_midnight_among_many_rows_is_chance() -> None:
    rows = [told(n, "2026-03-01T12:00:00", "email:mia@x.org") for n in range(300)]

    assert found("dates_without_time", [*rows, told(300, "2026-03-02T00:00:00", "email:mia@x.org")]) == []


def test_rows_dated_after_their_import_are_told_but_not_clocks_that_differ_by_minutes() -> None:
    rows = [told(1, "2026-07-01T12:04:00", "email:mia@x.org"), told(2, "2026-07-01T13:00:00", "email:mia@x.org")]

    assert numbers(found("rows_in_the_future", rows)) == [("desk", "chat", 1, 2)]
    assert found("rows_in_the_future", rows[:1]) == []


def test_calls_that_end_before_they_begin_are_told_of_those_with_an_end() -> None:
    begun = told(1, "2026-03-01T10:00:00", "email:mia@x.org")
    start = begun["occurred_us"]
    assert isinstance(start, int)
    rows = [
        begun,
        {**begun, "interaction_id": "i2", "ended_us": start - 1},
        {**begun, "interaction_id": "i3", "ended_us": start},
    ]

    assert numbers(found("ended_before_begun", rows)) == [("desk", "chat", 1, 2)]
    assert found("ended_before_begun", [rows[0], rows[2]]) == []
