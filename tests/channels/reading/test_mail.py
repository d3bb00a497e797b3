"""Mailboxes and single messages: each mail is one row, whatever its letters and parts, and nothing is lost."""

from __future__ import annotations

import base64
import gzip
import json
import zipfile
from pathlib import Path

import pytest

from clew.channels.reading import BadRow, Limits, discover
from clew.channels.reading.mail_messages import PART_BYTES
from clew.model.errors import InputError
from tests.channels.reading.conftest import ReadBytes

ENVELOPE = "From ann@a.example Mon Mar  2 09:15:00 2026\n"
HEADERS = "Message-ID: <1@a.example>\nDate: Mon, 02 Mar 2026 09:15:00 +0000\nFrom: Ann Lee <ann@a.example>\nTo: help@c.example\n"
PLAIN = f"{HEADERS}Subject: Bill\n\nMy bill is wrong.\n"


def mbox(*mails: str) -> bytes:
    """Mails as a mailbox: an envelope line before each, a blank line behind."""
    return "".join(f"{ENVELOPE}{mail}\n" for mail in mails).encode()


def body_of(read: ReadBytes, headers: str, body: str | bytes) -> tuple[str | int | None, str | int | None]:
    """The body and the note of a message with these headers beside the usual ones."""
    content = body if isinstance(body, bytes) else body.encode()
    (row,) = read(f"{HEADERS}{headers}\n".encode() + content, "m.eml").rows
    return row["body"], row["note"]


def test_a_messages_headers_and_text_are_its_row(read: ReadBytes) -> None:
    (row,) = read(PLAIN.encode(), "m.eml").rows
    assert {key: value for key, value in row.items() if value is not None} == {
        "_row": 1,
        "message_id": "1@a.example",
        "date": "2026-03-02 09:15:00+00:00",
        "from": "ann@a.example",
        "from_name": "Ann Lee",
        "to": "help@c.example",
        "subject": "Bill",
        "body": "My bill is wrong.",
    }


def test_a_mailbox_is_cut_where_a_line_from_follows_a_blank_one_and_a_header_comes_next(read: ReadBytes) -> None:
    tricky = f"{HEADERS}\n>From now on\n>>From twice\nFrom here x@y\n\nFrom then 10:30 on\nnothing.\n"
    found = read(mbox(tricky, PLAIN))
    assert [(row["_row"], row["body"]) for row in found.rows] == [
        (1, "From now on\n>From twice\nFrom here x@y\n\nFrom then 10:30 on\nnothing."),
        (2, "My bill is wrong."),
    ]


def test_single_messages_keep_what_looks_like_an_escape(read: ReadBytes) -> None:
    assert body_of(read, "", ">From me\n") == (">From me", None)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("Inbox", mbox(PLAIN), "mbox"),
        ("1740907.V801.host:2,S", PLAIN.encode(), "eml"),
        ("mail.txt", b"Received: from x\n by y\nDate: today\n\nHi", "eml"),
        ("times.txt", b"Subject: no mail\nDate: today\n\nHi", "csv"),
        ("odd.eml", b"Subject: no sender\n\nHi", "eml"),
        ("table.csv", b"From,To\na@b.example,c@d.example\n", "csv"),
        ("times.csv", b"From 10:00,To 11:00\n1,2\n", "csv"),
    ],
)
def test_mail_is_known_by_its_beginning_then_by_its_name(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert [file.format for file in discover([tmp_path / name], tmp_path / "scratch").files] == [kind]


def test_packed_mail_is_found_in_folders(tmp_path: Path) -> None:
    folder = tmp_path / "mail"
    folder.mkdir()
    (folder / "a.mbox.gz").write_bytes(gzip.compress(mbox(PLAIN)))
    with zipfile.ZipFile(folder / "b.zip", "w") as archive:
        archive.writestr("c.eml", PLAIN)
    found = discover([folder], tmp_path / "scratch")
    assert [(file.name, file.format) for file in found.files] == [
        ("mail/a.mbox.gz", "mbox"),
        ("mail/b.zip › c.eml", "eml"),
    ]


def test_an_empty_mailbox_is_refused_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "empty.mbox").write_bytes(b"")
    with pytest.raises(InputError, match="the file is empty"):
        discover([tmp_path / "empty.mbox"], tmp_path / "scratch")


ALTERNATIVES = """\
--x
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Gr=C3=BC=C3=9Fe =
aus K=C3=B6ln
--x
Content-Type: text/html

<p>Never read</p>
--x--
"""


def test_of_alternatives_the_plain_text_counts(read: ReadBytes) -> None:
    assert body_of(read, "Content-Type: multipart/alternative; boundary=x\n", ALTERNATIVES) == ("Grüße aus Köln", None)


def test_attachments_are_counted_and_named_but_not_kept(read: ReadBytes) -> None:
    parts = f"""--o
Content-Type: multipart/alternative; boundary=x

{ALTERNATIVES}
--o
Content-Type: application/pdf; name="=?utf-8?Q?R=C3=A4ge=2Epdf?="
Content-Transfer-Encoding: base64

{base64.b64encode(b"secret" * 99).decode()}
--o
Content-Type: image/png

xyz
--o
Content-Type: text/plain

Sent by phone
--o--
"""
    (row,) = read(f"{HEADERS}Content-Type: multipart/mixed; boundary=o\n\n{parts}".encode(), "m.eml").rows
    assert row["body"] == "Grüße aus Köln\nSent by phone"
    assert json.loads(str(row["attachments"])) == {"count": 2, "names": ["Räge.pdf", "image/png"]}


def test_html_alone_becomes_lines_of_text(read: ReadBytes) -> None:
    html = """<html><head><title>T</title><style>p {color: red}</style></head><body>
<p>Dear Ann &amp; Bob,</p><div>one<br>two</div><ul><li>first</li><li>second&nbsp;item</li></ul>
<script>alert(1)</script><blockquote>you wrote<br>this</blockquote><pre>a  b
c</pre></body></html>"""
    text, note = body_of(read, "Content-Type: text/html; charset=utf-8\n", html)
    assert note is None
    assert text == "Dear Ann & Bob,\n\none\ntwo\n\nfirst\nsecond item\n\n> you wrote\n> this\n\na  b\nc"


def test_encoded_headers_are_letters_even_where_a_letter_is_cut_in_two(read: ReadBytes) -> None:
    headers = "From: =?iso-8859-1?Q?J=FCrgen_M?= <j@a.example>\nDate: Mon, 2 Mar 2026 09:15:00 -0500 (EST)\n"
    headers += "Subject: =?utf-8?B?w7w=?= =?utf-8?Q?=C3?=\n =?utf-8?Q?=BC?= 1\n"
    (row,) = read(f"{headers}\nHi".encode(), "m.eml").rows
    assert (row["from_name"], row["from"], row["subject"]) == ("Jürgen M", "j@a.example", "üü 1")
    assert row["date"] == "2026-03-02 09:15:00-05:00"


@pytest.mark.parametrize(
    ("charset", "body", "text", "note"),
    [
        ("utf-8", "naïve".encode(), "naïve", None),
        ("iso-8859-1", b"\x93quoted\x94", "“quoted”", None),
        ("us-ascii", "café".encode(), "café", None),
        ("us-ascii", b"caf\xe9", "café", "cp1252"),
        ("klingon", "é".encode(), "é", '"klingon"'),
        ("utf-8", b"caf\xe9!", "caf\ufffd!", "with a mark"),
    ],
)
def test_a_wrong_charset_costs_no_message_and_is_noted(
    read: ReadBytes, charset: str, body: bytes, text: str, note: str | None
) -> None:
    found, said = body_of(read, f"Content-Type: text/plain; charset={charset}\n", body)
    assert found == text
    assert (said is None) if note is None else note in str(said)


def test_base64_that_is_cut_is_read_up_to_the_cut(read: ReadBytes) -> None:
    coded = base64.b64encode(b"A whole sentence.")[:-4]
    headers = "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n"
    assert body_of(read, headers, coded) == ("A whole sentenc", None)
    text, note = body_of(read, headers, coded[:-1])
    assert (text, "cut" in str(note)) == ("A whole senten", True)


def test_windows_line_ends_are_as_any_other_and_leading_blanks_stay(read: ReadBytes) -> None:
    found = read(mbox(PLAIN, f"{HEADERS}\n  two\n\n > old\n\n \n").replace(b"\n", b"\r\n"))
    assert [row["body"] for row in found.rows] == ["My bill is wrong.", "  two\n\n > old"]


def test_a_mailbox_that_is_cut_gives_what_it_has_and_says_so(read: ReadBytes) -> None:
    whole = mbox(PLAIN, f"{HEADERS}Content-Type: multipart/alternative; boundary=x\n\n{ALTERNATIVES}")
    cut = read(whole[: whole.index(b"--x\nContent-Type: text/html")])
    assert [(row["body"], "cut off" in str(row["note"])) for row in cut.rows] == [
        ("My bill is wrong.", False),
        ("Grüße aus Köln", True),
    ]
    envelope = read(mbox(PLAIN) + ENVELOPE.encode()[:-1])
    assert [row["_row"] for row in envelope.rows] == [1]
    assert [(bad.row, "does not begin with headers" in bad.reason) for bad in envelope.bad] == [(2, True)]


def test_broken_headers_are_told_with_the_messages_number(read: ReadBytes) -> None:
    found = read(mbox(PLAIN, "Subject: x\nFrom: a@b.example\nno header here\n\nHi\n", "Subject: nobody\n\nHi\n", PLAIN))
    assert [row["_row"] for row in found.rows] == [1, 4]
    assert [(bad.row, bad.reason.partition(". ")[0]) for bad in found.bad] == [
        (2, "message 2: behind its header 2 comes a line that is no header"),
        (3, "message 3: it names no sender"),
    ]
    assert "no header here" in found.bad[0].raw


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ("2 Mar 26 09:15 -0000", "2026-03-02 09:15:00+00:00"),
        ("Mon, 2 Mar 2026 09:15:00", "2026-03-02 09:15:00"),
        ("Tue, 31 Feb 2026 09:15:00 +0000", "Tue, 31 Feb 2026 09:15:00 +0000"),
    ],
)
def test_dates_are_written_one_way_and_an_unreadable_one_stays_as_it_is(read: ReadBytes, given: str, date: str) -> None:
    content = PLAIN.replace("Mon, 02 Mar 2026 09:15:00 +0000", given)
    assert read(content.encode(), "m.eml").rows[0]["date"] == date


def test_a_text_of_a_megabyte_is_kept_whole(read: ReadBytes) -> None:
    text = "x" * 70 + "\n"
    (row,) = read(mbox(f"{HEADERS}\n{text * 15_000}")).rows
    assert len(str(row["body"])) == 15_000 * 71 - 1


def test_a_large_attachment_is_passed_over_and_what_follows_is_read(read: ReadBytes) -> None:
    line = "A" * 76 + "\n"
    huge = f"--o\n\nSee below.\n--o\nContent-Type: application/zip; name=big.zip\nContent-Transfer-Encoding: base64\n\n{line * 220_000}"
    mail = f"{HEADERS}Content-Type: multipart/mixed; boundary=o\n\n{huge}--o\n\nBye.\n--o--\n"
    assert len(mail) > 2 * PART_BYTES
    found = read(mbox(mail, PLAIN), limits=Limits(line_bytes=PART_BYTES + 100_000))
    assert [(row["body"], row["attachments"]) for row in found.rows] == [
        ("See below.\nBye.", '{"count": 1, "names": ["big.zip"]}'),
        ("My bill is wrong.", None),
    ]


def test_a_message_beyond_the_limit_is_a_bad_row_and_the_next_is_read(read: ReadBytes) -> None:
    found = read(mbox(f"{HEADERS}\n{'word ' * 300}\n{'word ' * 300}\n", PLAIN), limits=Limits(line_bytes=2_000))
    assert [row["_row"] for row in found.rows] == [2]
    assert [(bad.row, "more than the limit of 2,000" in bad.reason) for bad in found.bad] == [(1, True)]


def test_reading_goes_on_behind_the_messages_already_stored(tmp_path: Path, read: ReadBytes) -> None:
    table = read(mbox(PLAIN, "Subject: nobody\n\nHi\n", PLAIN)).table

    def rows(skip: int) -> tuple[list[int], list[int]]:
        bad: list[BadRow] = []
        good = [number for batch in table.batches(bad.append, skip) for number in batch.column("_row").to_pylist()]
        return good, [row.row for row in bad]

    assert [rows(skip) for skip in range(4)] == [([1, 3], [2]), ([3], [2]), ([3], []), ([], [])]
    assert (table.estimated_rows(), table.sample(1).num_rows, table.sample(0).num_rows) == (3, 1, 0)
