"""Posts on a social network, in the layout of ``twcs.csv``; it knows a handle and nothing else of anybody."""

from __future__ import annotations

from clew.simulator.dirt import entered, unreadable
from clew.simulator.event import Event
from clew.simulator.export import Block, Export, Row, Sheet
from clew.simulator.stamps import mail_stamp

COLUMNS = ("tweet_id", "author_id", "inbound", "created_at", "text", "response_tweet_id", "in_response_to_tweet_id")
#: Ids are numbers of a range that no other system has.
_FIRST = 900_000_000_000
_ADVERTISEMENTS = (
    "Save 50% on phone cases today only!!! Link in bio",
    "Who else is watching the game tonight?",
    "Follow me for daily deals and giveaways",
    "Hiring: part-time drivers, apply now",
    "Crypto is up again, ask me how",
)


def write(block: Block) -> list[Sheet]:
    """Return ``social/posts.csv``: one row a post; a row's record is its ``tweet_id``, and a post answers the one before.

    The network keeps good time; its rows are repeated, late or broken like any others.
    """
    chance, next_number = block.chance("social"), block.series("")
    company = "".join(letter for letter in block.scenario.company.name if letter.isalnum()) + "Care"
    latest: dict[str, dict[str, object]] = {}

    def next_id() -> str:
        return str(_FIRST + int(next_number()))

    def told(event: Event) -> Row:
        post, person, by_customer = next_id(), event.person, event.by == "customer"
        author = block.knows("social", "handle", person.handle, person.number) if by_customer else company
        cells = _cells(post, author, "True" if by_customer else "False", event.at, block.texts.get(event.number, ""))
        before = latest.get(event.thread)
        if before is not None:
            before["response_tweet_id"] = post
            cells["in_response_to_tweet_id"] = before["tweet_id"]
        latest[event.thread] = cells
        return Row(post, cells, "interaction", event.number)

    def advertisement(at: int) -> Row:
        """Return a post that is no business of the company's, by nobody it knows."""
        post, author = next_id(), str(chance.between(100_000_000, 999_999_999))
        return Row(post, _cells(post, author, "True", at, chance.one_of(_ADVERTISEMENTS)), "noise")

    broken = unreadable("tweet_id", "created_at", ("Thu Feb 31 25:61:00 +0000 2026",), next_id)
    rows = entered(list(block.of("social")), block, block.chance("dirt", "social"), told, broken, advertisement)
    return [Sheet("social/posts.csv", "csv", COLUMNS, rows)]


def _cells(post: str, author: str, inbound: str, at: int, text: str) -> dict[str, object]:
    return {
        "tweet_id": post,
        "author_id": author,
        "inbound": inbound,
        "created_at": _posted_at(at),
        "text": text,
        "response_tweet_id": "",
        "in_response_to_tweet_id": "",
    }


def _posted_at(at: int) -> str:
    """Return a moment as Twitter wrote it: ``Mon Mar 02 14:05:11 +0000 2026``."""
    weekday, day, month, year, clock, zone = mail_stamp(at).split(" ")
    return f"{weekday[:3]} {month} {day} {clock} {zone} {year}"


EXPORT = Export("social", "Social media", write)
