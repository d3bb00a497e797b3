"""What a kind of fact is: what it is called, which shapes its values have, and how one tells it from others of that shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

#: Forms that a value can have on the page, whatever it means; shapes.py finds them.
Shape = Literal["email", "phone", "code", "amount", "date", "digits"]
#: Who may say it: anybody, the customer only, or the company (an agent, a bot, a notice) only.
By = Literal["anybody", "customer", "company"]


@dataclass(frozen=True)
class Locale:
    """How one language speaks of a kind; all of it regular expressions, matched without regard to case.

    ``words`` are those, one of which every question for it holds: sentences without them aren't looked at. ``nouns`` name the thing ("order number"), also where it is asked for. ``before`` and ``after`` are words right before
    and right behind a value that tell what it is ("instead of" $20; $5 "more than"). ``others`` right before a noun make another thing of it
    ("the host's" name). ``asks`` are questions that don't
    name it ("who am I speaking with"). ``said`` finds values without a shape in the customer's words, ``said_by_company`` in
    others': each has a group ``value``, and is matched with regard to case.
    """

    words: str = ""
    nouns: str = ""
    things: str = ""
    others: str = ""
    before: str = ""
    after: str = ""
    asks: str = ""
    said: tuple[str, ...] = ()
    said_by_company: tuple[str, ...] = ()


@dataclass(frozen=True)
class FactKind:
    """One kind of fact; everything about it stands in its file.

    ``shapes`` are what its values can look like, ``default_for`` those that are taken for it where nothing says otherwise.
    ``identifies`` says whether asking for it again can be a legitimate check of who somebody is. ``first_said`` kinds are
    found as whole sentences by ``sentences`` (see prose.py). ``apart`` are words by which two questions for this kind
    ask for different things (arriving, leaving). ``normal`` brings two spellings of one value together.
    """

    name: str
    title: str
    locales: dict[str, Locale]
    source: str
    shapes: tuple[Shape, ...] = ()
    default_for: tuple[Shape, ...] = ()
    identifies: bool = False
    by: By = "anybody"
    prefixes: tuple[str, ...] = ()
    apart: str = ""
    normal: Callable[[str], str] = field(default=lambda value: " ".join(value.lower().split()))

    @property
    def is_asked_for(self) -> bool:
        """Whether there are words in which somebody would ask for it."""
        return any(locale.nouns or locale.asks for locale in self.locales.values())
