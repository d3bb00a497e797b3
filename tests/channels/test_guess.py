"""What Clew makes of tables it has never seen: real ones as if unknown, and small ones of each kind by hand."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pytest

from clew.channels.guess import guess_mapping
from clew.channels.guess_columns import name_score, plain_words
from clew.channels.mapping import GuessedMapping, check_mapping
from clew.channels.mapping_file import mapping_text
from clew.model.errors import MappingError


def table(text: str, delimiter: str = ",") -> pa.Table:
    return as_table(csv.reader(io.StringIO(text.strip()), delimiter=delimiter))


def as_table(rows: Iterator[list[str]]) -> pa.Table:
    header = next(rows)
    body = [row for row in islice(rows, 2_000) if len(row) == len(header)]
    columns = [pa.array([row[place] or None for row in body], pa.string()) for place in range(len(header))]
    return pa.Table.from_arrays(columns, names=header)


def real(path: Path) -> pa.Table:
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as member:
            return as_table(csv.reader(io.TextIOWrapper(member, "utf-8-sig", newline="")))
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as opened:
        return as_table(csv.reader(opened))


def said(guess: GuessedMapping) -> str:
    return "\n".join(guess.questions)


GERMAN = """
Vorgangsnummer;Kunde;E-Mail;Kanal;Datum;Richtung;Betrag;Beschreibung;Bearbeiter
V-1;K100;mia@example.de;Telefon;31.10.2017 22:10;eingehend;12,50;Frage zur Rechnung vom Oktober;Agent A
V-1;K100;mia@example.de;E-Mail;01.11.2017 08:00;ausgehend;;Antwort zur Rechnung gesendet;Agent A
V-2;K200;tom@example.de;Brief;02.11.2017 09:15;eingehend;1.200,00;Kündigung des Vertrags zum Jahresende;Agent B
"""


def test_a_german_table_is_understood() -> None:
    mapping = guess_mapping(table(GERMAN, ";"), "kontakte", "Europe/Berlin").mapping
    assert mapping.columns == {
        "occurred_at": "Datum",
        "case_ref": "Vorgangsnummer",
        "channel": "Kanal",
        "direction": "Richtung",
        "email": "E-Mail",
        "customer_ref": "Kunde",
        "value": "Betrag",
        "text": "Beschreibung",
        "party_id": "Bearbeiter",
    }
    assert mapping.channels == {"Telefon": "phone", "Brief": "post"}
    assert mapping.values == {"direction": {"eingehend": "inbound", "ausgehend": "outbound"}}
    assert (mapping.shape, mapping.decimal, mapping.zone) == ("events", ",", "Europe/Berlin")


def test_a_spanish_table_is_understood() -> None:
    text = "id,cliente,canal,fecha,mensaje\n1,C1,correo,2024-01-01,hola buenos dias\n2,C2,llamada,2024-01-02,no funciona el pedido"
    mapping = guess_mapping(table(text), "contactos").mapping
    assert mapping.columns == {
        "occurred_at": "fecha", "source_id": "id", "channel": "canal", "customer_ref": "cliente", "text": "mensaje",
    }  # fmt: skip
    assert mapping.channels == {"correo": "email", "llamada": "phone"}


def test_american_dates_and_an_order_file_are_understood() -> None:
    text = 'Order ID,Customer Email,Created At,Total\n1,a@x.com,10/31/2017,$12.50\n2,b@x.com,11/1/2017,"$1,200.00"'
    guess = guess_mapping(table(text), "orders_us")
    assert guess.mapping.columns == {
        "occurred_at": "Created At", "source_id": "Order ID", "email": "Customer Email", "value": "Total",
    }  # fmt: skip
    assert guess.mapping.constants["channel"] == "order"
    time = next(each for each in guess.guesses if each.field == "occurred_at")
    assert time.reason.startswith("month first: 1 of 2 values have a second number above 12")


def test_epochs_and_camel_case_are_understood() -> None:
    text = "userId,eventName,timestamp\nu1,Page Viewed,1509487847123\nu2,Checkout,1509487850000\nu1,Page Viewed,1509487860000"
    mapping = guess_mapping(table(text), "events").mapping
    assert mapping.columns == {"occurred_at": "timestamp", "customer_ref": "userId", "touchpoint": "eventName"}


def test_long_numbers_without_a_word_of_time_are_no_times() -> None:
    with pytest.raises(MappingError):
        guess_mapping(table("customer,order_ref\nC1,1509487847\nC2,1509487848"), "refs")


HELPDESK = """
Ticket ID,Requester Email,Agent Email,Channel,Opened At,First Response At,Resolved At,Closed At,CSAT,Subject,Agent
T1,mia@x.com,a@shop.com,Live Chat,2024-01-01 10:00,2024-01-01 10:05,2024-01-01 11:00,2024-01-02 11:00,5,Where is my order,Ann
T2,tom@x.com,a@shop.com,Email,2024-01-03 10:00,,,,,Refund please now,Ann
T3,zoe@x.com,b@shop.com,Hotline,2024-01-04 10:00,2024-01-04 12:00,2024-01-05 11:00,,2,Broken item here,Bob
"""


def test_one_row_per_case_becomes_milestones() -> None:
    mapping = guess_mapping(table(HELPDESK), "helpdesk_export").mapping
    assert mapping.shape == "cases"
    assert [(each.column, each.kind, each.direction, each.party, each.outcome) for each in mapping.milestones] == [
        ("Opened At", "message", "inbound", "customer", None),
        ("First Response At", "message", "outbound", "agent", None),
        ("Resolved At", "status", "internal", "agent", "resolved"),
        ("Closed At", "status", "internal", "agent", "closed"),
    ]
    assert mapping.columns["case_ref"] == "Ticket ID"


def test_an_agents_address_is_never_the_customers() -> None:
    assert guess_mapping(table(HELPDESK), "helpdesk_export").mapping.columns["email"] == "Requester Email"
    only_agents = table("id,created_at,agent_email\n1,2024-01-01,a@shop.com\n2,2024-01-02,b@shop.com")
    guess = guess_mapping(only_agents, "things")
    assert "email" not in guess.mapping.columns
    assert "no column tells one customer from another" in said(guess)


def test_a_call_log_is_on_the_phone_and_says_what_it_leaves_aside() -> None:
    text = (
        "record_id,customer_phone,agent,start_time,duration_seconds,direction\n"
        "c1,+14155552671,Ann,2024-01-01 10:00:00,300,in\nc2,+14155552672,Bob,2024-01-01 11:00:00,30,out"
    )
    guess = guess_mapping(table(text), "log")
    assert guess.mapping.constants == {"channel": "phone"}
    assert guess.mapping.columns["phone"] == "customer_phone"
    assert "durations stay among the attributes" in said(guess)


def test_what_no_column_says_is_assumed_aloud() -> None:
    guess = guess_mapping(table("customer_id,date\nC1,03/04/2024\nC2,05/06/2024"), "things", "Europe/Berlin")
    assert guess.mapping.constants == {"channel": "web", "direction": "inbound", "party": "customer"}
    assert '"web" is assumed for every row' in said(guess)
    assert "every row is taken as the customer's" in said(guess)
    assert "taken as Europe/Berlin" in said(guess)
    assert "day first is assumed" in said(guess)


def test_a_channel_nobody_knows_is_asked_about() -> None:
    guess = guess_mapping(table("customer_id,date,channel\nC1,2024-01-01,Zorp\nC2,2024-01-02,Inbound call"), "things")
    assert guess.mapping.channels == {"Inbound call": "phone"}
    assert 'channel "Zorp" is unknown: add it under [channels]' in said(guess)


def test_marks_for_nothing_are_those_that_are_seen() -> None:
    guess = guess_mapping(table("customer_id,date,text\n?,2024-01-01,hello there\nC2,n/a,good morning"), "things")
    assert guess.mapping.missing == ("", "n/a", "?")


def test_a_table_without_times_is_refused_with_the_columns_seen() -> None:
    with pytest.raises(MappingError, match=r"deal_id, contact_id.*Write a mapping"):
        guess_mapping(table("deal_id,contact_id\n1,2\n3,4"), "deal_contact_data")


def test_copy_times_and_deadlines_are_no_moments() -> None:
    text = "id,_fivetran_synced,due_at,created\n1,2024-05-01,2024-04-01,2024-03-01\n2,2024-05-01,2024-04-02,2024-03-02"
    assert guess_mapping(table(text), "things").mapping.columns["occurred_at"] == "created"
    with pytest.raises(MappingError):
        guess_mapping(table("id,_fivetran_synced\n1,2024-05-01\n2,2024-05-01"), "tags")


def test_no_guess_shows_anybody() -> None:
    guess = guess_mapping(table(HELPDESK), "helpdesk_export")
    text = mapping_text(guess.mapping, guess.guesses, guess.questions)
    for private in ("mia@x.com", "tom@", "Where is my order", "Ann", "shop.com"):
        assert private not in text
    assert "m***@x***.com" in text


def test_names_are_split_whatever_their_fashion() -> None:
    assert plain_words("createdAt") == plain_words("Created_AT") == plain_words("created-at") == ("created", "at")
    assert name_score(("created", "at"), "occurred_at") > name_score(("tweet", "created", "at"), "occurred_at") > 0.5
    assert name_score(("caller", "number"), "case_ref") == 0.0


def test_tweets_as_if_unknown(shared_data: Path) -> None:
    mapping = guess_mapping(real(shared_data / "support_tweets" / "twcs.csv"), "twcs").mapping
    assert mapping.columns == {
        "occurred_at": "created_at", "source_id": "tweet_id", "direction": "inbound", "sender": "author_id", "text": "text",
    }  # fmt: skip
    assert (mapping.address, mapping.network, mapping.constants["channel"]) == ("handle", "twitter", "social")
    assert mapping.values["direction"] == {"True": "inbound", "False": "outbound"}


def test_labelled_tweets_as_if_unknown(shared_data: Path) -> None:
    guess = guess_mapping(real(shared_data / "support_tweets" / "airline_sentiment.csv"), "airline_sentiment")
    assert guess.mapping.columns == {"occurred_at": "tweet_created", "handle": "name", "text": "text"}
    assert "tweet_id was damaged by a spreadsheet" in said(guess)


def test_the_service_desk_log_as_if_unknown(shared_data: Path) -> None:
    guess = guess_mapping(
        real(shared_data / "service_desk_incidents" / "incident_event_log.csv.zip"), "incident_event_log"
    )
    assert guess.mapping.shape == "events"
    wanted = {
        "occurred_at": "sys_updated_at", "case_ref": "number", "customer_ref": "caller_id", "channel": "contact_type",
        "outcome": "incident_state", "sla_met": "made_sla", "issue": "category", "team": "assignment_group",
    }  # fmt: skip
    assert {field: guess.mapping.columns.get(field) for field in wanted} == wanted
    assert "?" in guess.mapping.missing


VENDORS = {
    "zendesk/ticket_data": {"occurred_at": "created_at", "channel": "via_channel", "customer_ref": "requester_id"},
    "zendesk/ticket_comment_data": {"occurred_at": "created", "case_ref": "ticket_id", "source_id": "id"},
    "twilio/twilio_call_data": {
        "occurred_at": "start_time",
        "ended_at": "end_time",
        "sender": "from",
        "recipient": "to",
    },
    "twilio/twilio_message_data": {"sender": "from", "recipient": "to", "text": "body"},
    "intercom/conversation_part_history_data": {"party": "author_type", "conversation_id": "conversation_id"},
    "qualtrics/survey_response": {"email": "recipient_email", "source_id": "id"},
    "hubspot/contact_form_submission_data": {"occurred_at": "timestamp", "customer_ref": "contact_id"},
}


@pytest.mark.parametrize("name", VENDORS)
def test_vendor_tables_as_if_unknown(shared_data: Path, name: str) -> None:
    sample = real(shared_data / "vendor_exports" / f"{name}.csv")
    mapping = guess_mapping(sample, name.partition("/")[2]).mapping
    assert {field: mapping.columns.get(field) for field in VENDORS[name]} == VENDORS[name]


def test_every_vendor_table_is_guessed_or_refused_with_a_reason(shared_data: Path) -> None:
    for path in sorted((shared_data / "vendor_exports").rglob("*.csv")):
        sample = real(path)
        try:
            guess = guess_mapping(sample, path.stem)
        except MappingError as error:
            assert "no column holds times" in str(error)
        else:
            check_mapping(guess.mapping, sample.column_names)


def test_of_a_cases_many_rows_the_time_that_moves_is_the_events() -> None:
    text = (
        "ticket_id,created_at,moved_on,status\n"
        "T1,2024-01-01,2024-01-01 10:00,new\nT1,2024-01-01,2024-01-02 11:00,solved\n"
        "T2,2024-01-03,2024-01-03 10:00,new\nT2,2024-01-03,2024-01-04 11:00,solved"
    )
    mapping = guess_mapping(table(text), "ticket_log").mapping
    assert (mapping.shape, mapping.columns["occurred_at"], mapping.columns["case_ref"]) == (
        "events",
        "moved_on",
        "ticket_id",
    )
    assert mapping.constants["kind"] == "status"


def test_the_only_stamps_of_a_table_are_surely_its_times() -> None:
    rows = "customer_id,when,text\nC1,2026-10-01T10:00:00Z,hello there\nC2,2026-10-02T10:00:00Z,good morning"
    guess = guess_mapping(table(rows), "things")
    (time,) = [each for each in guess.guesses if each.field == "occurred_at"]
    assert (time.column, time.confidence) == ("when", 0.95)
    both = "customer_id,when,whenever\nC1,2026-10-01T10:00:00Z,2026-10-01T11:00:00Z\nC2,2026-10-02T10:00:00Z,2026-10-02T11:00:00Z"
    (doubtful,) = [each for each in guess_mapping(table(both), "things").guesses if each.field == "occurred_at"]
    assert doubtful.confidence == 0.5
