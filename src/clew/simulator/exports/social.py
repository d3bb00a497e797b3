"""Posts on a social network, in the layout of ``twcs.csv``; it knows a handle and nothing else of anybody."""

from __future__ import annotations

from collections.abc import Callable

from clew.simulator.dirt import soiled, strewn
from clew.simulator.dirt.unreadable import unreadable
from clew.simulator.export import Block, Export, Row, Sheet
from clew.simulator.stamps import mail_stamp

COLUMNS = ("tweet_id", "author_id", "inbound", "created_at", "text", "response_tweet_id", "in_response_to_tweet_id")
#: Ids are numbers of a range that no other system has; noise and broken rows have their own.
_FIRST, _FIRST_NOISE, _FIRST_BROKEN = 900_000_000_000, 950_000_000_000, 990_000_000_000
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
    chance = block.chance("social")
    rows = strewn(_posts(block), block, chance, _advertisement(block))
    broken = unreadable(
        "tweet_id", "created_at", "Thu Feb 31 25:61:00 +0000 2026", lambda place: _post_id(block, _FIRST_BROKEN, place)
    )
    rows = soiled(rows, block.scenario.dirt, chance, broken)
    return [Sheet("social/posts.csv", "csv", COLUMNS, rows)]


def _posts(block: Block) -> list[Row]:
    company = "".join(letter for letter in block.scenario.company.name if letter.isalnum()) + "Care"
    rows: list[Row] = []
    latest: dict[str, dict[str, object]] = {}
    for place, event in enumerate(block.of("social")):
        post = _post_id(block, _FIRST, place)
        by_customer = event.by == "customer"
        handle = block.knows("social", "handle", event.person.handle, event.person.number) if by_customer else company
        before = latest.get(event.thread)
        if before is not None:
            before["response_tweet_id"] = post
        latest[event.thread] = {
            "tweet_id": post,
            "author_id": handle,
            "inbound": "True" if by_customer else "False",
            "created_at": _posted_at(event.at),
            "text": block.texts.get(event.number, ""),
            "response_tweet_id": "",
            "in_response_to_tweet_id": before["tweet_id"] if before is not None else "",
        }
        rows.append(Row(post, latest[event.thread], "interaction", event.number))
    return rows


def _advertisement(block: Block) -> Callable[[int, int], Row]:
    """Return what makes posts that are no business of the company's, by nobody it knows."""
    chance = block.chance("social", "noise")

    def made(at: int, place: int) -> Row:
        post = _post_id(block, _FIRST_NOISE, place)
        cells: dict[str, object] = {
            "tweet_id": post,
            "author_id": f"77{chance.between(10_000_000, 99_999_999)}",
            "inbound": "True",
            "created_at": _posted_at(at),
            "text": chance.one_of(_ADVERTISEMENTS),
            "response_tweet_id": "",
            "in_response_to_tweet_id": "",
        }
        return Row(post, cells, "noise")

    return made


def _posted_at(at: int) -> str:
    """Return a moment as Twitter wrote it: ``Mon Mar 02 14:05:11 +0000 2026``."""
    weekday, day, month, year, clock, zone = mail_stamp(at).split(" ")
    return f"{weekday[:3]} {month} {day} {clock} {zone} {year}"


def _post_id(block: Block, first: int, place: int) -> str:
    return str(first + int(block.record("", place)))


EXPORT = Export("social", "Social media", write)
