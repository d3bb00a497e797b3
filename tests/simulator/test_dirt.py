"""What goes wrong in exports: rows twice, late or broken, clocks that err, and people who are not who they seem."""

from __future__ import annotations

import re
from collections import Counter
from email import message_from_string
from email.header import decode_header, make_header

import pytest

from clew.simulator.chance import Chance
from clew.simulator.dirt import (
    Clocks,
    ContactBook,
    entered,
    mingled,
    noise_moments,
    soiled,
    written_device,
    written_email,
    written_phone,
)
from clew.simulator.dirt.written import JUNK_EMAILS, written_name
from clew.simulator.export import Row
from clew.simulator.exports._mailbox_letters import Address, Letter, Quoted, mail_text
from clew.simulator.scenario import Dirt
from tests.simulator.conversations import BEGIN, SPOTLESS, block_of, person

ROWS = [Row(f"R{number}", {"id": number}, "interaction", number) for number in range(10_000)]


def dirt_of(**shares: float) -> Dirt:
    return Dirt(**{**dict.fromkeys(Dirt.__struct_fields__, 0.0), **shares})


def test_without_dirt_the_rows_stay_as_they_are() -> None:
    assert soiled(ROWS, SPOTLESS, Chance(1, "dirt")) == ROWS


def test_a_repeated_row_comes_later_and_is_the_same_but_for_its_verdict() -> None:
    rows = soiled(ROWS, dirt_of(duplicate=0.1), Chance(1, "dirt"))
    places = {row.record: place for place, row in enumerate(rows) if row.verdict == "interaction"}
    repeated = [(place, row) for place, row in enumerate(rows) if row.verdict == "duplicate"]

    assert 850 < len(repeated) < 1150  # a tenth of 10,000, give or take five standard deviations
    assert len(places) == len(ROWS)
    for place, row in repeated:
        assert place > places[row.record] and rows[places[row.record]] == row._replace(verdict="interaction")


def test_a_late_row_stands_further_down_and_is_there_once() -> None:
    rows = soiled(ROWS, dirt_of(late=0.1), Chance(1, "dirt"))
    late = [(place, row) for place, row in enumerate(rows) if row.dirt == ("late",)]

    assert Counter(row.event for row in rows) == Counter(row.event for row in ROWS)
    assert 850 < len(late) < 1150
    assert all(rows[place - 1].event > row.event for place, row in late[:-5] if not rows[place - 1].dirt)  # pyrefly: ignore


def test_noise_and_broken_rows_take_their_ids_from_the_one_series_as_they_come() -> None:
    block = block_of([person(each) for each in range(200)], dirt_of(broken=0.1, noise=0.1))
    next_id = block.series("R")
    rows = entered(
        block.events,
        block,
        Chance(1, "dirt"),
        lambda event: Row(next_id(), {}, "interaction", event.number, ("late",)),
        lambda row: row._replace(record=next_id()),
        lambda at: Row(next_id(), {}, "noise"),
    )
    told, broken, noise = ([row for row in rows if row.verdict == each] for each in ("interaction", "broken", "noise"))

    assert [row.event for row in told] == [event.number for event in block.events]
    assert len(told) == 3600 and 270 < len(broken) < 450 and 270 < len(noise) < 450  # a tenth, five deviations
    assert [row.record for row in rows] == [f"R{1_000_001 + place}" for place in range(len(rows))]
    assert {(row.event, row.dirt) for row in broken} == {(None, ("broken",))}


def test_records_are_never_touched() -> None:
    records = [row._replace(verdict="record", event=None) for row in ROWS]
    assert soiled(records, dirt_of(duplicate=0.5, late=0.5), Chance(1, "dirt")) == records


def test_noise_comes_when_others_do_and_stands_where_it_belongs_in_time() -> None:
    block = block_of([person(1)], dirt_of(noise=1.0))
    moments = noise_moments(block.events, block, Chance(1, "noise"))
    among = [each if isinstance(each, int) else each.at for each in mingled(block.events, moments)]

    assert len(moments) == len(block.events) and among == sorted(among)
    assert all(any(0 <= at - event.at <= 3600 for event in block.events) for at in moments)
    assert [each for each in mingled(block.events, moments) if not isinstance(each, int)] == block.events


def test_store_tablets_look_like_any_device_and_are_the_same_in_every_block() -> None:
    used = [
        {
            written_device(person(1), block_of([person(1)], dirt, number), "website", Chance(each, "device"), dirt)
            for each in range(200)
        }
        for dirt in (dirt_of(store_tablet=1.0),)
        for number in (0, 1)
    ]
    assert used[0] == used[1] and len(used[0]) == 8
    assert all(re.fullmatch("[0-9a-f]{16}", device) for device in used[0])


def test_a_clock_errs_the_same_way_each_time_and_says_so() -> None:
    clocks = Clocks(block_of([person(1)], dirt_of(clock_skew=1.0)), "telephony")
    (first, tags), (second, _) = clocks.skewed(1000, "desk"), clocks.skewed(5000, "desk")

    assert tags == ("clock_skew",)
    assert 60 <= abs(first - 1000) <= 540 and second - 5000 == first - 1000


def test_a_zone_slips_by_whole_hours_for_a_whole_thread() -> None:
    clocks = Clocks(block_of([person(1)], dirt_of(zone_slip=1.0)), "livechat")
    (first, tags), (second, _) = clocks.skewed(0, "server", "t1"), clocks.skewed(60, "server", "t1")

    assert tags == ("zone_slip",)
    assert first % 3600 == 0 and -8 * 3600 <= first <= -4 * 3600 and second == first + 60


def test_an_old_number_is_used_until_the_new_one_is_theirs() -> None:
    who = person(1, old_phone="+13125550199", phone_changed_at=BEGIN)
    block, chance = block_of([who]), Chance(1, "phones")
    before, after = (written_phone(who, block, "telephony", chance, SPOTLESS, at, "e164") for at in (BEGIN - 1, BEGIN))

    assert (before, after) == ("+13125550199", "+12125550001")
    assert [(known.value, known.nature) for known in block.known] == [(before, "old"), (after, "own")]


def test_a_shared_phone_is_used_in_about_a_third_of_the_calls() -> None:
    who = person(1, family_phone="+12125559000")
    block, chance = block_of([who]), Chance(1, "phones")
    used = [written_phone(who, block, "telephony", chance, SPOTLESS, BEGIN, "dashed") for _ in range(2000)]

    assert 600 < used.count("212-555-9000") < 800 and set(used) == {"212-555-9000", "212-555-0001"}
    assert {(known.value, known.nature) for known in block.known} == {
        ("212-555-9000", "shared"),
        ("212-555-0001", "own"),
    }


@pytest.mark.parametrize(("share", "nature"), [("junk_identifier", "junk"), ("typo_in_address", "typo")])
def test_junk_and_typing_mistakes_are_noted_for_what_they_are(share: str, nature: str) -> None:
    who = person(1)
    block = block_of([who])
    for number in range(50):
        value = written_email(who, block, "livechat", Chance(number, "typo"), dirt_of(**{share: 1.0}))
        assert value != who.email and (value in JUNK_EMAILS) == (nature == "junk")
        assert value.rpartition("@")[2] in ("example.com", "example.con") or nature == "junk"
    assert {known.nature for known in block.known} == {nature}


def test_without_consent_no_device_is_known() -> None:
    who = person(1, consent=False)
    block = block_of([who])

    assert written_device(who, block, "chatbot", Chance(1, "device"), SPOTLESS) == "" and not block.known


def test_a_nickname_stands_for_the_first_name() -> None:
    names = {written_name(person(1), Chance(seed, "name"), dirt_of(nickname=1.0)) for seed in range(20)}
    assert "Bob O'Neill" in names and not any("Robert" in name for name in names)


def test_a_contact_record_says_the_same_every_time() -> None:
    who = person(1, other_email="bob@example.org", family_phone="+12125559000")
    book = ContactBook(block_of([who], dirt_of(junk_identifier=0.3, typo_in_address=0.3)), "helpdesk")

    assert len({(book.email(who), book.phone(who), book.name(who)) for _ in range(30)}) == 1


def letter(text: str, *, with_html: bool = False, encoded: bool = False) -> Letter:
    quoted = Quoted(Address("Anne", "support@bright.example"), BEGIN, -5, "Earlier\nwords")
    sender, recipient = Address("Zoë O'Neill", "zoe@example.com"), Address("Care, Inc.", "support@bright.example")
    date = "Mon, 02 Mar 2026 09:05:11 -0500"
    references = ("M-1@bright.example", "M-2@bright.example")
    return Letter(
        *("M-3@bright.example", sender, recipient, "Rechnung für März und April und noch viel länger als das", date, BEGIN),
        *(text, "Zoë", quoted, references, False, with_html, encoded),
    )  # fmt: skip


@pytest.mark.parametrize("with_html", [False, True])
@pytest.mark.parametrize("text", ["Hello,\nwhy?", "Größer, 100 % – sicher?", "long " * 400, "ünd " * 301])
def test_pythons_own_mail_reader_finds_the_text_first_then_signature_and_quote(text: str, with_html: bool) -> None:
    raw = mail_text(letter(text.rstrip(), with_html=with_html))
    envelope, _, content = raw.partition("\n")
    mail = message_from_string(content)
    part = mail.get_payload(0) if with_html else mail
    payload = part.get_payload(decode=True)  # pyrefly: ignore[missing-attribute]
    coding = part["Content-Transfer-Encoding"]  # pyrefly: ignore[bad-index]
    body = payload.decode("utf-8") if coding != "8bit" else part.get_payload()  # pyrefly: ignore

    assert envelope == "From zoe@example.com Mon Mar  2 00:00:00 2026"
    expected = f"{text.rstrip()}\n\n-- \nZoë\n\nOn Sun, Mar 1, 2026 at 7:00 PM, Anne <support@bright.example> wrote:\n> Earlier\n> words"
    assert body.rstrip("\n") == expected
    assert str(make_header(decode_header(mail["Subject"]))) == letter("").subject
    assert mail["In-Reply-To"] == "<M-2@bright.example>"
    assert mail["References"].split() == ["<M-1@bright.example>", "<M-2@bright.example>"]
    assert mail["To"] == '"Care, Inc." <support@bright.example>'
    assert raw.endswith("\n\n") and max(map(len, raw.splitlines())) < 998


def test_a_line_that_could_begin_a_mail_is_quoted() -> None:
    raw = mail_text(letter("From here on\n>From there\nand From within"))
    assert "\n\n>From here on\n>>From there\nand From within\n" in raw
