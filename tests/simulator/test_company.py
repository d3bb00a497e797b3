"""The made-up company: the same on every machine, true to what it says of itself, and telling the story it promises."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from clew.model import CHANNELS, UsageError
from clew.simulator import FULL_BILLING_STORY, START, Company, PlantedJourney, write_company

DAY_FIRST = "%d/%m/%Y %H:%M:%S"
TIMES = {"calls.csv": "Call start", "survey_answers.csv": "Submitted at", "orders.csv": "Ordered at"}
DIGEST = "from pathlib import Path; import sys; from clew.simulator import write_company; write_company(Path(sys.argv[1]), 40)"


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Company:
    return write_company(tmp_path_factory.mktemp("company"), customers=150)


def rows_of(company: Company, path: str) -> list[dict[str, str]]:
    text = (company.folder / path).read_text(encoding="utf-8")
    if path.endswith(".jsonl"):
        return [json.loads(line) for line in text.splitlines()]
    return list(csv.DictReader(text.splitlines(), delimiter=";" if path == "calls.csv" else ","))


def digests(folder: Path) -> dict[str, str]:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_a_seed_gives_the_same_bytes_in_processes_that_hash_differently(tmp_path: Path) -> None:
    for hash_seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": "Asia/Tokyo" if hash_seed == "1" else "UTC"}
        subprocess.run([sys.executable, "-c", DIGEST, str(tmp_path / hash_seed)], env=environment, check=True)

    assert len(digests(tmp_path / "1")) == 12
    assert digests(tmp_path / "1") == digests(tmp_path / "2")


def test_another_seed_gives_another_company(tmp_path: Path) -> None:
    write_company(tmp_path / "seven", 20, seed=7)
    write_company(tmp_path / "eight", 20, seed=8)

    same = {"zendesk/group.csv"}
    seven, eight = digests(tmp_path / "seven"), digests(tmp_path / "eight")
    assert {path for path in seven if seven[path] == eight[path]} == same


def test_the_files_are_those_that_the_company_names(company: Company) -> None:
    written = {file.relative_to(company.folder).as_posix() for file in company.files}

    assert written == set(digests(company.folder)) == set(company.rows)
    assert {path.partition("/")[0] for path in written} == {
        *("zendesk", "twilio", "chatbot_sessions.jsonl", "calls.csv"),
        *("segment_events.jsonl", "orders.csv", "survey_answers.csv"),
    }


def test_the_rows_are_as_many_as_the_company_counts(company: Company) -> None:
    assert {path: len(rows_of(company, path)) for path in company.rows} == company.rows


def test_the_rows_written_twice_are_those_that_the_company_counts(company: Company) -> None:
    found = {}
    for path in company.rows:
        seen = Counter(json.dumps(row, sort_keys=True) for row in rows_of(company, path))
        found[path] = sum(count - 1 for count in seen.values())

    assert found == company.duplicates
    assert sum(found.values()) > 0


def test_the_broken_rows_are_those_that_the_company_counts(company: Company) -> None:
    found = dict.fromkeys(company.rows, 0)
    for path, column in TIMES.items():
        found[path] = sum(not is_time(row[column], DAY_FIRST) for row in rows_of(company, path))
    bot = rows_of(company, "chatbot_sessions.jsonl")
    found["chatbot_sessions.jsonl"] = sum(not is_time(row["time"], "%Y-%m-%dT%H:%M:%SZ") for row in bot)
    comments = rows_of(company, "zendesk/ticket_comment.csv")
    known = {"chat", "email", "voice", "api"}
    found["zendesk/ticket_comment.csv"] = sum(row["via_channel"] not in known for row in comments)

    assert found == company.broken
    assert 0.002 < sum(found.values()) / sum(company.rows.values()) < 0.01


def is_time(text: str, written: str) -> bool:
    try:
        datetime.strptime(text, written).replace(tzinfo=UTC)
    except ValueError:
        return False
    return True


def test_every_full_billing_story_goes_through_its_five_channels_in_time_order(company: Company) -> None:
    told = [each for each in company.journeys if each.way == FULL_BILLING_STORY and each.complete]

    assert len(told) >= 15
    for journey in told:
        moments = story_from_the_exports(company, journey)
        assert moments == sorted(moments), "chatbot, chat, phone, back office, text message"


def story_from_the_exports(company: Company, journey: PlantedJourney) -> list[datetime]:
    """The first moment on each of the five channels, found as an analyst would: by what the sources know of the customer."""
    (user,) = [row for row in rows_of(company, "zendesk/user.csv") if row["external_id"] == journey.account]
    assert user["email"] == journey.email
    began = journey.began_at
    devices = {
        row["anonymousId"] for row in rows_of(company, "segment_events.jsonl") if row.get("userId") == journey.account
    }
    (ticket,) = [row for row in rows_of(company, "zendesk/ticket.csv") if row["id"] == str(journey.ticket)]
    assert (ticket["requester_id"], ticket["via_channel"]) == (user["id"], "chat")
    bot = [
        datetime.fromisoformat(row["time"])
        for row in rows_of(company, "chatbot_sessions.jsonl")
        if (row.get("email") == journey.email or row["device"] in devices)
        and row.get("intent", "billing") == "billing"
        and is_time(row["time"], "%Y-%m-%dT%H:%M:%SZ")
    ]
    calls = [
        row
        for row in rows_of(company, "calls.csv")
        if is_time(row["Call start"], DAY_FIRST)
        and (row["Account number"] == journey.account or row["Customer phone"].replace(" ", "") == user["phone"])
    ]
    called = [datetime.strptime(row["Call start"], DAY_FIRST).replace(tzinfo=UTC) for row in calls]
    phones = {user["phone"] or call["Customer phone"].replace(" ", "") for call in calls}
    notes = [
        plain(row["created"])
        for row in rows_of(company, "zendesk/ticket_comment.csv")
        if (row["ticket_id"], row["via_channel"], row["public"]) == (str(journey.ticket), "api", "false")
    ]
    texts = [
        plain(row["date_sent"])
        for row in rows_of(company, "twilio/twilio_message_data.csv")
        if row["to"] in phones and "orrected" in row["body"]
    ]
    after = [
        [at for at in found if at >= began] for found in (bot, [plain(ticket["created_at"])], called, notes, texts)
    ]
    return [min(found) for found in after]


def plain(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)


def test_nearly_half_of_the_billing_journeys_go_from_chatbot_to_chat_to_phone(tmp_path: Path) -> None:
    billing = [each for each in write_company(tmp_path).journeys if each.issue == "billing"]
    passed_on = [each for each in billing if {"chatbot", "chat", "phone"} <= set(each.channels)]

    assert len(billing) > 250
    assert 0.38 < len(passed_on) / len(billing) < 0.52


def test_planted_channels_are_channels_that_clew_knows(company: Company) -> None:
    planted = {channel for journey in company.journeys for channel in journey.channels}

    assert planted <= {channel.name for channel in CHANNELS}
    assert len(planted) == 10


def test_nothing_happens_outside_the_period(company: Company) -> None:
    stamps = [
        *(plain(row["created"]) for row in rows_of(company, "zendesk/ticket_comment.csv")),
        *(datetime.fromisoformat(row["timestamp"]) for row in rows_of(company, "segment_events.jsonl")),
        *(plain(row["date_sent"]) for row in rows_of(company, "twilio/twilio_message_data.csv")),
    ]
    begin = datetime.combine(START, datetime.min.time(), UTC)

    assert begin <= min(stamps)
    assert max(stamps) < begin + timedelta(days=90)
    assert any(not journey.complete for journey in company.journeys), "some are still open when the period ends"


def test_no_two_customers_share_an_email_or_an_account(tmp_path: Path) -> None:
    users = rows_of(write_company(tmp_path, customers=1000, days=30), "zendesk/user.csv")
    customers = [user for user in users if user["role"] == "end-user"]

    for column in ("id", "email", "external_id"):
        assert len({user[column] for user in customers}) == len(customers) > 500
    phones = [user["phone"] for user in customers if user["phone"]]
    assert len(set(phones)) == len(phones)


def test_the_smallest_company_writes_only_files_with_rows(tmp_path: Path) -> None:
    company = write_company(tmp_path, customers=1, days=1, start=date(2024, 2, 29))

    assert all(count > 0 for count in company.rows.values())
    assert len(company.files) == len(digests(tmp_path))


@pytest.mark.parametrize(("customers", "days"), [(0, 90), (1001, 90), (10, 0)])
def test_a_company_that_cannot_be_is_refused_with_what_can(tmp_path: Path, customers: int, days: int) -> None:
    with pytest.raises(UsageError, match=r"1 to 1000 customers|at least 1 day"):
        write_company(tmp_path / "never", customers, days)

    assert not (tmp_path / "never").exists()
