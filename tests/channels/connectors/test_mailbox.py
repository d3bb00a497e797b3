"""Mailboxes: which mail is the customer's and which ours, which belong to one thread, and that none is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clew.app.importing import ImportOrder, run_import
from clew.app.workspace import create_workspace
from clew.channels.connectors.mailbox import CONNECTOR
from clew.store import part_files
from tests.channels.connectors.harness import Row, records, run

ANN, BOB, HELP, MIA = "ann@a.example", "bob@gmail.com", "help@co.example", "Mia.Lo@co.example"
USUAL: Row = {"date": "2026-03-02 09:15:00+00:00", "in_reply_to": None, "body": "Hi"}
#: Enough for anybody to see whose mailbox it is.
PLAIN: tuple[Row, ...] = (
    {"message_id": "1", "from": ANN, "to": HELP},
    {"message_id": "2", "from": MIA, "to": ANN, "in_reply_to": "1", "references": "1"},
    {"message_id": "3", "from": BOB, "to": HELP},
)


def drafts(*mails: Row) -> dict[object, dict[str, object]]:
    """Drafts by source id."""
    found = run(CONNECTOR, {"mails": [{**USUAL, **mail} for mail in mails]})
    return {row["source_id"]: row for row in records(found, "SELECT * FROM drafts_mails ORDER BY _row")}


def the_draft(mail: Row) -> dict[str, object]:
    """The draft of one mail among plain ones."""
    return drafts(*PLAIN, {"message_id": "x", **mail})["x"]


def test_mail_to_us_is_the_customers_and_mail_from_us_goes_to_the_customer() -> None:
    found = drafts(*PLAIN)
    shown = [
        (row["direction"], row["party"], row["party_id"], row["email"], row["conversation_id"])
        for row in found.values()
    ]
    assert shown == [
        ("inbound", "customer", None, ANN, "1"),
        ("outbound", "agent", "mia.lo", ANN, "1"),
        ("inbound", "customer", None, BOB, "3"),
    ]
    assert {(row["channel"], row["kind"], row["touchpoint"]) for row in found.values()} == {
        ("email", "message", "e-mail")
    }


@pytest.mark.parametrize("ours", ["support@co.example", "info+it@co.example", "customer-service@co.example"])
def test_a_single_message_is_judged_by_how_companies_name_their_mailboxes(ours: str) -> None:
    assert drafts({"message_id": "1", "from": "z@a.example", "to": ours})["1"]["direction"] == "inbound"
    assert drafts({"message_id": "1", "from": ours, "to": "z@zz.example"})["1"]["direction"] == "outbound"


def test_a_single_message_is_judged_by_whom_it_was_delivered_to() -> None:
    (draft,) = drafts(
        {"message_id": "1", "from": "a@a.example", "to": "z@z.example", "delivered_to": "z@z.example"}
    ).values()
    assert draft["direction"] == "inbound"


def test_customers_of_one_provider_do_not_make_it_the_company() -> None:
    mails = [{"message_id": str(i), "from": f"c{i}@mail.example", "to": "desk@co.example"} for i in range(5)]
    assert {row["direction"] for row in drafts(*mails).values()} == {"inbound"}


def test_a_company_at_a_free_provider_is_its_address() -> None:
    ours = "coffee.shop@gmail.com"
    mails: list[Row] = [{"message_id": str(i), "from": f"c{i}@gmail.com", "to": ours} for i in range(3)]
    found = drafts(*mails, {"message_id": "r", "from": ours, "to": "c1@gmail.com"})
    assert [row["email"] for row in found.values()] == ["c0@gmail.com", "c1@gmail.com", "c2@gmail.com", "c1@gmail.com"]


def test_our_subdomains_are_us_and_domains_that_end_alike_are_not() -> None:
    assert the_draft({"from": "desk@eu.co.example", "to": ANN})["direction"] == "outbound"
    assert the_draft({"from": "eve@notco.example", "to": HELP})["direction"] == "inbound"


def test_the_first_receiver_outside_is_the_customer() -> None:
    draft = the_draft({"from": MIA, "to": f"{HELP}, {BOB}", "cc": ANN})
    assert (draft["direction"], draft["email"]) == ("outbound", BOB)


def test_a_contact_form_is_written_by_whom_the_answer_goes_to() -> None:
    draft = the_draft({"from": "no-reply@co.example", "to": HELP, "reply_to": ANN})
    assert (draft["direction"], draft["party"], draft["email"]) == ("inbound", "customer", ANN)


def test_mail_among_us_in_a_customers_thread_is_internal_and_other_is_a_record() -> None:
    draft = the_draft({"from": HELP, "to": MIA, "in_reply_to": "3"})
    assert (draft["direction"], draft["party"], draft["email"]) == ("internal", "agent", BOB)
    assert "x" not in drafts(*PLAIN, {"message_id": "x", "from": HELP, "to": MIA})


def test_a_reply_to_a_reply_without_references_lands_in_the_first_mails_thread() -> None:
    found = drafts(
        {"message_id": "4", "from": MIA, "to": ANN, "in_reply_to": "3"},
        {"message_id": "3", "from": ANN, "to": HELP, "in_reply_to": "2"},
        {"message_id": "2", "from": HELP, "to": ANN, "references": "0 1", "in_reply_to": "1"},
        {"message_id": "5", "from": BOB, "to": HELP, "in_reply_to": "elsewhere"},
        {"message_id": "6", "from": BOB, "to": HELP, "in_reply_to": "7"},
        {"message_id": "7", "from": BOB, "to": HELP, "in_reply_to": "6"},
        {"message_id": "8", "from": BOB, "to": HELP, "in_reply_to": "8"},
    )
    threads = {key: row["conversation_id"] for key, row in found.items()}
    assert (threads["2"], threads["3"], threads["4"], threads["5"]) == ("0", "0", "0", "elsewhere")
    assert set(threads) == {"2", "3", "4", "5", "6", "7", "8"}


@pytest.mark.parametrize(
    ("mail", "kind", "party"),
    [
        ({"from": "No-Reply@co.example", "to": ANN}, "message", "system"),
        ({"from": HELP, "to": ANN, "auto_submitted": "auto-replied"}, "message", "system"),
        ({"from": HELP, "to": ANN, "auto_submitted": "no"}, "message", "agent"),
        ({"from": HELP, "to": ANN, "list_unsubscribe": "<mailto:x@co.example>"}, "campaign", "system"),
        ({"from": ANN, "to": HELP, "auto_submitted": "auto-replied", "precedence": "bulk"}, "message", "system"),
    ],
)
def test_machines_and_newsletters_of_ours_are_told_from_agents(mail: Row, kind: str, party: str) -> None:
    draft = the_draft(mail)
    assert (draft["kind"], draft["party"]) == (kind, party)


@pytest.mark.parametrize(
    "mail",
    [
        {"from": "news@shop.example", "to": HELP, "list_unsubscribe": "<mailto:x@shop.example>"},
        {"from": "news@shop.example", "to": HELP, "precedence": "Bulk"},
        {"from": "mailer-daemon@a.example", "to": HELP, "auto_submitted": "auto-replied"},
    ],
)
def test_others_newsletters_and_machines_are_records(mail: Row) -> None:
    assert set(drafts(*PLAIN, {"message_id": "x", **mail})) == {"1", "2", "3"}


@pytest.mark.parametrize(
    ("subject", "case"),
    [
        ("Re: [#12345] Bill", "12345"),
        ("Ticket #12345: Bill", "12345"),
        ("your case 12345", "12345"),
        ("[Ticket: CS-1234]", "CS-1234"),
        ("Bill 12345 in case 2", None),
    ],
)
def test_a_case_number_in_the_subject_is_the_case(subject: str, case: str | None) -> None:
    draft = the_draft({"from": ANN, "to": HELP, "subject": subject})
    assert draft["case_ref"] == case
    assert json.loads(str(draft["attributes"])) == {"subject": subject, "to": HELP}


MAILBOX = """From ann@a.example Mon Mar  2 09:15:00 2026
Message-ID: <1@a.example>
Date: Mon, 02 Mar 2026 09:15:00 +0000
From: Ann <ann@a.example>
To: help@co.example

My bill is wrong.

From help@co.example Mon Mar  2 10:15:00 2026
Message-ID: <2@co.example>
Date: Mon, 02 Mar 2026 05:15:00 -0500 (EST)
From: Mia <mia@co.example>
To: Ann <ann@a.example>
In-Reply-To: <1@a.example>

I'll look.

From bob@b.example Mon Mar  2 11:00:00 2026
Date: Mon, 02 Mar 2026 11:00:00 +0000
From: bob@b.example
To: help@co.example

First

From bob@b.example Mon Mar  2 11:00:00 2026
Date: Mon, 02 Mar 2026 11:00:00 +0000
From: bob@b.example
To: help@co.example

Second

From bob@b.example Mon Mar  2 11:00:00 2026
Date: someday
From: bob@b.example
To: help@co.example

When?

From nobody Mon Mar  2 11:00:00 2026
Subject: nobody

Who?
"""
REPLY = """Message-ID: <3@a.example>
Date: Mon, 02 Mar 2026 12:15:00 +0000
From: Ann <ann@a.example>
To: Mia <mia@co.example>
In-Reply-To: <2@co.example>

Thank you.
"""


def test_a_folder_of_mail_is_imported_with_nothing_configured_and_nothing_is_lost(tmp_path: Path) -> None:
    folder = tmp_path / "mail"
    folder.mkdir()
    (folder / "inbox.mbox").write_text(MAILBOX)
    (folder / "reply.eml").write_text(REPLY)
    (folder / "same.eml").write_text(REPLY + "\n")
    workspace = create_workspace(tmp_path / "shop")
    report = run_import(workspace, ImportOrder([folder]))
    tallies = {outcome.file: outcome.tally.as_tuple()[:5] for outcome in report.outcomes}
    # received, stored, duplicate, quarantined, refused
    assert tallies == {
        "mail/inbox.mbox": (6, 4, 0, 2, 0),
        "mail/reply.eml": (1, 1, 0, 0, 0),
        "mail/same.eml": (1, 0, 1, 0, 0),
    }
    with workspace.warehouse.session(part_files(workspace.journal)) as session:
        found = session.execute(
            "SELECT direction, party, identifiers[1], conversation_id, text, occurred_us / 60000000 - 29540715 "
            "FROM interactions ORDER BY occurred_us, text"
        ).fetchall()
    # Minutes are counted from 2026-03-02 09:15 UTC, which is minute 29,540,715 since 1970.
    assert found == [
        ("inbound", "customer", "email:ann@a.example", "1@a.example", "My bill is wrong.", 0),
        ("outbound", "agent", "email:ann@a.example", "1@a.example", "I'll look.", 60),
        ("inbound", "customer", "email:bob@b.example", None, "First", 105),
        ("inbound", "customer", "email:bob@b.example", None, "Second", 105),
        ("inbound", "customer", "email:ann@a.example", "1@a.example", "Thank you.", 180),
    ]
