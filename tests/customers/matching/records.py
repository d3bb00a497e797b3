"""A small town whose people appear twice and more, with slips of the pen, made up and always the same."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import pyarrow as pa

FIRST = [
    "ada",
    "bela",
    "carl",
    "dora",
    "emil",
    "fritz",
    "greta",
    "hanna",
    "ivan",
    "jana",
    "karl",
    "lena",
    "max",
    "nora",
    "otto",
    "paula",
    "quirin",
    "rosa",
    "sven",
    "tilda",
]
LAST = [
    "abel",
    "brandt",
    "cermak",
    "dvorak",
    "engel",
    "fischer",
    "gruber",
    "huber",
    "illner",
    "jansen",
    "keller",
    "lang",
    "mayer",
    "novak",
    "ortner",
    "pichler",
    "richter",
    "schmidt",
    "toth",
    "urban",
    "vogel",
    "weber",
    "zeller",
]
HOSTS = ["example.org", "mail.example.com", "post.example.net", "work.example.at"]
NOW = datetime(2026, 3, 2, tzinfo=UTC)


def town(people: int = 110, seed: int = 3) -> pa.Table:
    """Return person records, two or three of each person; the number before the dash of record_id is the person."""
    draw = random.Random(seed)
    rows = []
    for person in range(people):
        first, last = draw.choice(FIRST), draw.choice(LAST)
        born = f"{draw.randint(1940, 2005)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        name = draw.choice((f"{first}.{last}", f"{first[0]}{last}", f"{last}.{first[:3]}", f"{first}{born[:4]}"))
        email = f"{name}{draw.randint(1, 99)}@{draw.choice(HOSTS)}"
        for copy in range(draw.randint(2, 3)):
            rows.append(  # noqa: PERF401 (the draws must stay in this order)
                {
                    "record_id": f"{person}-{copy}",
                    "first_name": _slip(first, draw, 0.15),
                    "last_name": _slip(last, draw, 0.15),
                    "birth_date": None if draw.random() < 0.1 else born,
                    "email": None if draw.random() < 0.4 else email,
                }
            )
    return pa.Table.from_pylist(rows)


def _slip(word: str, draw: random.Random, chance: float) -> str:
    if draw.random() >= chance:
        return word
    place = draw.randrange(1, len(word))
    return word[:place] + word[place + 1 :]


def is_right(record_a: str, record_b: str) -> bool:
    """Whether two records are one person's."""
    return record_a.split("-")[0] == record_b.split("-")[0]
