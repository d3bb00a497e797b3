"""Rows that can't be interactions: each waits in quarantine with its number, column and reason, and none is lost or merged."""

from __future__ import annotations

import json

import pytest

from tests.cli.running import Shop, counts

pytestmark = pytest.mark.faults
HEADER = "id,when,channel,email,text\n"
GOOD = "1,2024-03-01 10:00,chat,mia@example.com,My invoice is wrong\n"
MAPPING = """connector = "table"
source = "desk"
[columns]
source_id = "id"
occurred_at = "when"
channel = "channel"
email = "email"
text = "text"
"""
SECRETS = ("mia@example.com", "tom@example.com", "4915112345678", "My invoice", "Please call me")


def imported(shop: Shop, *rows: str) -> list[dict[str, object]]:
    """Import one good row and these; return what waits in quarantine."""
    content = HEADER + GOOD + "".join(f"{row}\n" for row in rows)
    shop.takes(shop.file("calls.csv", content), "--mapping", shop.mapping(MAPPING))
    return shop.waiting()


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ("2,2024-03-02 10:00,chat", "email", "it has 3 fields where the table has 5 columns"),
        ("2,2024-03-02 10:00,chat,a@b.cd,x,y,z", "beyond the last column", "it has 7 fields"),
        ("2,next week,chat,a@b.cd,x", "when (occurred_at)", "it is not a possible date and time"),
        ("2,2024-02-31 10:00,chat,a@b.cd,x", "when (occurred_at)", "it is not a possible date and time"),
        ("2,2023-02-29 10:00,chat,a@b.cd,x", "when (occurred_at)", "it is not a possible date and time"),
        ("2,2999-01-01 10:00,chat,a@b.cd,x", "when (occurred_at)", "before 1970 or over a year ahead"),
        ("2,1969-12-31 10:00,chat,a@b.cd,x", "when (occurred_at)", "before 1970 or over a year ahead"),
        ("2,,chat,a@b.cd,x", "when (occurred_at)", "it has no time"),
        ("2,2024-03-02 10:00,,a@b.cd,x", "channel", "it has no channel"),
        ("2,2024-03-02 10:00,emial,a@b.cd,x", "channel", 'No channel "emial". Known: chat, chatbot, email, phone'),
        ("NaN,2024-03-02 10:00,chat,a@b.cd,x", "id (source_id)", "its id is written as NaN, which is no id"),
    ],
)
def test_a_row_at_fault_waits_with_file_row_column_and_reason(shop: Shop, row: str, column: str, words: str) -> None:
    (waiting,) = imported(shop, row)
    assert (waiting["source"], waiting["file"], waiting["row"]) == ("desk", "calls.csv", 3)
    assert waiting["column"] == column
    assert words in str(waiting["reason"])
    assert shop.ledger() == {"desk": counts(2, stored=1, quarantined=1)}


def test_a_quarantined_row_is_kept_whole(shop: Shop) -> None:
    (first, second) = imported(shop, '2,2024-03-02 10:00,emial,tom@example.com,"Grüße, ""Tom"""', "3,2024-03-02,chat")
    assert json.loads(str(first["raw"])) == {
        "id": "2",
        "when": "2024-03-02 10:00",
        "channel": "emial",
        "email": "tom@example.com",
        "text": 'Grüße, "Tom"',
    }
    assert second["raw"] == "3,2024-03-02,chat"


def test_day_31_of_february_is_impossible_day_first_too(shop: Shop) -> None:
    content = HEADER + "1,28/02/2024 10:00,chat,a@b.cd,x\n2,31/2/2024 10:00,chat,a@b.cd,x\n"
    shop.takes(shop.file("calls.csv", content), "--mapping", shop.mapping(MAPPING))
    (waiting,) = shop.waiting()
    assert (waiting["row"], waiting["column"]) == (3, "when (occurred_at)")
    assert "read as day first" in waiting["reason"]


def test_an_id_that_comes_again_with_other_content_is_quarantined_and_the_first_stays(shop: Shop) -> None:
    (waiting,) = imported(shop, "1,2024-03-01 10:00,chat,mia@example.com,Something else", GOOD.strip())
    assert (waiting["row"], waiting["column"]) == (3, "id (source_id)")
    assert "already taken by an interaction with other content" in str(waiting["reason"])
    assert shop.ledger() == {"desk": counts(3, stored=1, duplicate=1, quarantined=1)}
    assert [row["text"] for row in shop.interactions()] == ["My invoice is wrong"]


def test_an_id_of_an_earlier_file_with_other_content_is_quarantined(shop: Shop) -> None:
    imported(shop)
    later = shop.file("later.csv", HEADER + "1,2024-03-01 10:00,chat,mia@example.com,Something else\n")
    shop.takes(later, "--mapping", shop.mapping(MAPPING))
    assert shop.ledger() == {"desk": counts(2, stored=1, quarantined=1)}
    assert [(row["file"], row["row"]) for row in shop.waiting()] == [("later.csv", 2)]


@pytest.mark.parametrize("field", ["customer_ref", "account", "device", "handle", "email", "phone"])
def test_customers_written_as_nan_are_nobody_and_never_one(shop: Shop, field: str) -> None:
    rows = "".join(f"{i},2024-03-01 1{i}:00,chat,{mark}\n" for i, mark in enumerate(("NaN", "nan", "NULL", "", "n/a")))
    mapping = f'connector = "table"\nsource = "desk"\nnetwork = "twitter"\n[columns]\n{field} = "who"\n'
    mapping += 'source_id = "id"\noccurred_at = "when"\nchannel = "channel"\n'
    shop.takes(shop.file("calls.csv", "id,when,channel,who\n" + rows), "--mapping", shop.mapping(mapping))
    assert [row["identifiers"] for row in shop.interactions()] == [None] * 5
    journeys = shop.run("journeys", "--json").lines()
    assert len({journey["customer_id"] for journey in journeys}) == 5
    assert not any(journey["identified"] for journey in journeys)


def test_cases_written_as_nan_do_not_tie_strangers_together(shop: Shop) -> None:
    rows = "".join(f"{i},2024-03-01 1{i}:00,chat,c{i},NaN,nan\n" for i in range(3))
    mapping = 'connector = "table"\nsource = "desk"\n[columns]\nsource_id = "id"\noccurred_at = "when"\n'
    mapping += 'channel = "channel"\ncustomer_ref = "who"\ncase_ref = "case"\nconversation_id = "thread"\n'
    shop.takes(shop.file("calls.csv", "id,when,channel,who,case,thread\n" + rows), "--mapping", shop.mapping(mapping))
    assert {(row["case_ref"], row["conversation_id"]) for row in shop.interactions()} == {(None, None)}
    assert len(shop.run("journeys", "--json").lines()) == 3


def test_a_guessed_mapping_takes_nan_for_nothing(shop: Shop) -> None:
    rows = "".join(f"{i},2024-03-01 1{i}:00,chat,{who}\n" for i, who in enumerate(("NaN", "NaN", "c1", "c2")))
    said = shop.takes(shop.file("calls.csv", "id,when,channel,customer\n" + rows))
    assert "these marks stand for nothing: NaN" in said.all
    assert [row["identifiers"] for row in shop.interactions()] == [None, None, ["calls:c1"], ["calls:c2"]]


def test_a_row_in_another_encoding_than_the_rest_waits_until_the_mapping_names_it(shop: Shop) -> None:
    head = HEADER + GOOD + "2,2024-03-02 10:00,chat,jo@example.com,Grüße über alles\n"
    odd = b"3,2024-03-03 10:00,chat,li@example.com,Gr\xfc\xdfe\n"
    path = shop.file("calls.csv", head.encode() + odd)
    said = shop.takes(path, "--mapping", shop.mapping(MAPPING))
    (waiting,) = shop.waiting()
    assert (waiting["row"], waiting["column"]) == (4, "text")
    assert 'Set accept_bad_bytes_as = "latin-1"' in waiting["reason"]
    assert waiting["raw"] == "3,2024-03-03 10:00,chat,li@example.com,Grüße"
    assert "1 row waits in quarantine" in said.all
    mended = shop.mapping(MAPPING + '[reading]\naccept_bad_bytes_as = "latin-1"\n')
    shop.takes(path, "--mapping", mended, "--replace")
    assert shop.ledger() == {"desk": counts(3, stored=3)}
    assert [row["text"] for row in shop.interactions()][2] == "Grüße"


@pytest.mark.parametrize("name", ["big.csv", "big.jsonl", "big.json"])
def test_a_line_of_200_mb_is_quarantined_and_the_rows_around_it_are_stored(shop: Shop, name: str) -> None:
    path = shop.folder.parent / name
    keys = ("id", "when", "channel", "email", "text")
    with path.open("wb") as out:
        out.write(HEADER.encode() if name == "big.csv" else b"[" if name == "big.json" else b"")
        for number, text in enumerate((b"x", b"x" * 1024 * 1024, b"x"), 1):
            values = (str(number).encode(), b"2024-03-01 10:00", b"chat", b"mia@example.com")
            if name == "big.csv":
                start, end = b",".join(values) + b",", b"\n"
            else:
                pairs = (b'"%s":"%s"' % (key.encode(), value) for key, value in zip(keys, values, strict=False))
                start, end = b"{" + b",".join(pairs) + b',"text":"', b'"}\n' if name == "big.jsonl" else b'"},'
            out.write(start)
            for _ in range(200 if number == 2 else 1):
                out.write(text)
            out.write(end.rstrip(b",") + b"]" if name == "big.json" and number == 3 else end)
    shop.takes(path)
    path.unlink()
    assert shop.ledger() == {"big": counts(3, stored=2, quarantined=1)}
    (waiting,) = shop.waiting()
    assert waiting["row"] == (3 if name == "big.csv" else 2)
    assert "more than the limit of 67,108,864" in waiting["reason"]
    assert "raise line_bytes" in waiting["reason"]


@pytest.mark.parametrize("field", ["channel", "party", "direction"])
def test_a_mapping_that_takes_addresses_for_words_gives_reasons_that_name_nobody(shop: Shop, field: str) -> None:
    words = {"channel": "channel", "occurred_at": "when", "source_id": "id", field: "who"}
    columns = "".join(f'{name} = "{column}"\n' for name, column in words.items())
    mapping = shop.mapping(f'connector = "table"\nsource = "desk"\n[columns]\n{columns}')
    rows = "1,2024-03-01 10:00,chat,mia@example.com\n2,2024-03-01 10:00,chat,+49 151 1234567\n3,2024-03-01,chat,faxx\n"
    shop.takes(shop.file("calls.csv", "id,when,channel,who\n" + rows), "--mapping", mapping)
    reasons = [row["reason"].partition(". ")[0] for row in shop.waiting()]
    assert reasons == [
        f"No {field} (a text of 15 characters)",
        f"No {field} (a text of 15 characters)",
        f'No {field} "faxx"',
    ]


def test_nothing_personal_is_printed_when_rows_wait_or_a_file_fails(shop: Shop) -> None:
    rows = "2,2024-02-31 10:00,chat,tom@example.com,Please call me\n3,2024-03-03,chat,tom@example.com\n"
    rows += (
        "x,2024-03-04 10:00,emial,tom@example.com,+4915112345678\n1,2024-03-05 10:00,chat,tom@example.com,My invoice\n"
    )
    path = shop.file("calls.csv", HEADER + GOOD + rows)
    said = [
        shop.takes(path),
        shop.run("quarantine"),
        shop.run("sources", "--files"),
        shop.refuses(5, path, "--mapping", shop.mapping(MAPPING.replace('"when"', '"at"'))),
        shop.refuses(5, shop.file("people.csv", "id,email\n1,mia@example.com\n2,tom@example.com\n")),
        shop.refuses(4, path, "--as", "zendesk"),
        shop.refuses(
            5, shop.file("talk.csv", "Please call me at noon or later today,Tom\nI did so but nobody came,Ann\n")
        ),
        shop.run("quarantine", "--retry"),
    ]
    assert len(shop.waiting()) == 3
    for each in said:
        for secret in SECRETS:
            assert secret not in each.all, each.all
