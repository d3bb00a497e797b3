"""The support mailbox: one mbox file with what customers and the company wrote to each other, and what nobody asked for."""

from __future__ import annotations

import re

from clew.simulator.chance import Chance
from clew.simulator.dirt import Clocks, ContactBook, entered, often, written_email, written_name
from clew.simulator.event import Event
from clew.simulator.export import Block, Export, Row, Sheet
from clew.simulator.exports._mailbox_letters import Address, Letter, Quoted, mail_text
from clew.simulator.helpdesk_people import address_host
from clew.simulator.stamps import mail_stamp

_SYSTEM = "mailbox"
#: The mail clocks of the United States, in hours ahead of UTC.
_ZONES = (-5, -5, -6, -7, -8)
_MOBILE = ("Sent from my iPhone", "Sent from my phone, please excuse typos")
#: Of a thousand threads, so many with HTML, with encoded words; of a thousand mails, so many signed, so many quoting.
_HTML_PERMILLE, _ENCODED_PERMILLE, _SIGNED_PERMILLE, _QUOTING_PERMILLE = 350, 60, 350, 800
_MOST_REFERENCES = 8
_ADVERTISEMENTS = (
    ("Deal Alerts", "deals@news.example.net", "Up to 70% off this weekend only", "Our biggest sale of the season."),
    ("Lena Price", "lena.price@leads.example.org", "Quick question about your website", "We can put you on page one."),
    ("Industry Weekly", "editor@weekly.example.net", "This week in customer care", "Five trends you should know."),
    ("Prize Team", "winner@lucky.example.org", "You have been selected!!!", "Click here to claim your reward."),
)
_UNDISCLOSED = "undisclosed@example.com"
_IMPOSSIBLE = "Tue, 31 Feb 2026 25:61:00 +0000"


class _Thread:
    """One exchange of mails as it grows: the customer's address and clock, the subject, and the mails so far."""

    __slots__ = ("customer", "encoded", "last", "offset_hours", "records", "subject", "with_html")

    def __init__(self, customer: Address, subject: str, chance: Chance) -> None:
        self.customer = customer
        self.subject = subject
        self.offset_hours = chance.one_of(_ZONES)
        self.with_html = chance.happens(_HTML_PERMILLE)
        self.encoded = chance.happens(_ENCODED_PERMILLE)
        self.records: list[str] = []
        self.last: Quoted | None = None


def _write(block: Block) -> list[Sheet]:
    post, chance = _Post(block), block.chance("dirt", _SYSTEM)
    rows = entered(
        list(block.of(_SYSTEM)),
        block,
        chance,
        post.row,
        lambda row: _broken(row, post.next_id()),
        lambda at: post.advertisement(at, chance),
    )
    return [Sheet("mailbox/support.mbox", "mbox", (), rows)]


class _Post:
    """Writes the mails of one block, thread by thread."""

    def __init__(self, block: Block) -> None:
        self._block = block
        self._chance = block.chance("export", _SYSTEM)
        self._clocks = Clocks(block, _SYSTEM)
        self._book = ContactBook(block, _SYSTEM)
        self._threads: dict[str, _Thread] = {}
        self._host = address_host(block)
        self._next_number = block.series("M-")
        self._company = block.scenario.company.name

    def next_id(self) -> str:
        """Return the next mail's Message-ID without its brackets."""
        return f"{self._next_number()}@{self._host}"

    def row(self, event: Event) -> Row:
        """Return the mail of one event, and remember it in its thread."""
        block, chance = self._block, self._chance
        thread = self._threads.get(event.thread)
        if thread is None:
            thread = self._threads[event.thread] = self._thread(event)
        record = self.next_id()
        text = block.texts.get(event.number, "")
        ours = self._ours(event) if event.by != "customer" else None
        offset = thread.offset_hours if ours is None else 0
        at, tags = self._clocks.skewed(event.at, event.person.number) if ours is None else (event.at, ())
        shown = event.case if ours is not None and not often(chance, block.scenario.dirt.missing_case) else ""
        subject = self._subject(thread, shown)
        if event.case and "[#" not in subject:
            tags = (*tags, "missing_case")
        letter = Letter(
            record,
            ours or thread.customer,
            thread.customer if ours else Address(f"{self._company} Support", f"support@{self._host}"),
            subject,
            # Who calls a local time UTC is wrong by the hours that the clock is behind it.
            mail_stamp(at, 0 if "zone_slip" in tags else offset),
            event.at,
            text,
            self._signature(event, thread),
            thread.last if chance.happens(_QUOTING_PERMILLE) else None,
            # The first one names the thread and stays, however long it grows (RFC 5322, 3.6.4).
            (*thread.records[:1], *thread.records[1:][-_MOST_REFERENCES:]),
            event.by == "system",
            thread.with_html,
            thread.encoded,
        )
        thread.records.append(record)
        thread.last = Quoted(letter.sender, event.at, offset, text)
        return Row(record, mail_text(letter), "interaction", event.number, tags)

    def advertisement(self, at: int, chance: Chance) -> Row:
        """Return a mail that nobody asked for."""
        name, email, subject, text = chance.one_of(_ADVERTISEMENTS)
        support = Address("", f"support@{self._host}")
        record, advertises = self.next_id(), chance.happens(600)
        letter = Letter(record, Address(name, email), support, subject, mail_stamp(at), at, text, advertises=advertises)
        return Row(record, mail_text(letter), "noise")

    def _thread(self, event: Event) -> _Thread:
        person, chance, dirt = event.person, self._chance, self._block.scenario.dirt
        if event.by == "customer":
            email = written_email(person, self._block, _SYSTEM, chance, dirt, typed=False)
        else:
            email = self._book.email(person)
        subject = event.pursuit.issue.title if event.pursuit else "Your account"
        email = email or self._block.knows(_SYSTEM, "email", _UNDISCLOSED, person.number, "junk")
        return _Thread(Address(written_name(person, chance, dirt), email), subject, chance)

    def _ours(self, event: Event) -> Address:
        if event.by == "agent" and event.agent is not None:
            return Address(f"{event.agent.name} ({self._company})", f"support@{self._host}")
        return Address(self._company, f"no-reply@{self._host}")

    def _subject(self, thread: _Thread, shown: str) -> str:
        if shown and "[#" not in thread.subject:
            thread.subject = f"[#{shown}] {thread.subject}"
        return f"Re: {thread.subject}" if thread.records else thread.subject

    def _signature(self, event: Event, thread: _Thread) -> str:
        if event.by == "agent" and event.agent is not None:
            return f"{event.agent.name}\n{self._company} | {event.agent.team}"
        if event.by != "customer" or not self._chance.happens(_SIGNED_PERMILLE):
            return ""
        return thread.customer.name if self._chance.happens(600) else self._chance.one_of(_MOBILE)


def _broken(row: Row, record: str) -> Row:
    assert isinstance(row.cells, str)
    dated = re.sub(r"^Date: .*$", f"Date: {_IMPOSSIBLE}", row.cells, count=1, flags=re.MULTILINE)
    # Its own name stands in its Message-ID and, where it has several parts, between these.
    before, after = (each.partition("@")[0] for each in (row.record, record))
    return row._replace(record=record, cells=dated.replace(before, after))


EXPORT = Export(_SYSTEM, "Support mailbox", _write)
