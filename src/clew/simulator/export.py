"""What an export is: one system's way of writing down what happened, with its own identifiers and its own dirt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Literal, NamedTuple, get_args

from clew.simulator.chance import Chance
from clew.simulator.event import Event
from clew.simulator.people import Agent, Person
from clew.simulator.scenario import Scenario

Verdict = Literal["interaction", "duplicate", "broken", "noise", "record"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
Nature = Literal["own", "old", "shared", "tablet", "junk", "typo"]


class Row(NamedTuple):
    """One row of a file to be: its own id, its cells (a text for mailboxes), and what the truth says of it.

    ``event`` is the event's number (None for records and noise); a duplicate has that of the row it repeats.
    """

    record: str
    cells: dict[str, object] | str
    verdict: Verdict
    event: int | None = None
    dirt: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """One file to be: its path, its layout, its columns (tables only) and its rows in order.

    Files of all blocks are put behind one another, so a sheet carries no header of its own in its rows.
    """

    path: str
    layout: Literal["csv", "semicolons", "jsonl", "mbox"]
    columns: tuple[str, ...]
    rows: list[Row]


class Known(NamedTuple):
    """An identifier as a system wrote it, whom it stood for, and how that came."""

    system: str
    kind: str
    value: str
    person: int
    nature: Nature


class Spoken(NamedTuple):
    """A fact in a text: the act's key, the fact, its value ('' = asked for), and the characters it stands in."""

    act: str
    fact: str
    value: str
    start: int
    end: int


@dataclass
class Block:
    """What happened to one block of customers: all that exports need, and where they leave what they chose.

    ``events`` are in the order of time; ``texts`` and ``spoken`` are by the event's number (missing = nothing said).
    Exports call :meth:`knows` for every identifier that they write.
    """

    number: int
    seed: int
    scenario: Scenario
    people: dict[int, Person]
    agents: tuple[Agent, ...]
    events: list[Event]
    texts: dict[int, str]
    begin: int
    end: int
    spoken: dict[int, tuple[Spoken, ...]] = field(default_factory=dict)
    known: dict[Known, None] = field(default_factory=dict)
    _conversations: dict[str, str] = field(default_factory=dict)

    def of(self, system: str) -> Iterator[Event]:
        """Yield a system's events in the order of time."""
        return (event for event in self.events if event.system == system)

    def chance(self, *name: str | int) -> Chance:
        """Return the stream of draws of this name, the block's own."""
        return Chance(self.seed, "block", self.number, *name)

    def _record(self, prefix: str, place: int) -> str:
        """Return an id that no other row of the world has: the prefix, and a number that grows within the block."""
        return f"{prefix}{(self.number + 1) * 1_000_000 + place}"

    def series(self, prefix: str) -> Callable[[], str]:
        """Return what gives a system's rows their ids one after another, whatever the truth says of each."""
        places = count(1)
        return lambda: self._record(prefix, next(places))

    def conversation(self, prefix: str, thread: str) -> str:
        """Return the id under which a system shows a conversation; the thread's own key would tell whose it is."""
        shown = self._conversations.get(thread)
        if shown is None:
            shown = self._conversations[thread] = self._record(prefix, len(self._conversations) + 1)
        return shown

    def knows(self, system: str, kind: str, value: str, person: int, nature: Nature = "own") -> str:
        """Note that a system wrote this identifier for this person, and return the value."""
        if value:
            self.known[Known(system, kind, value, person, nature)] = None
        return value


@dataclass(frozen=True)
class Export:
    """One system: its name, what it is, and how it writes its part of a block. One file of ``exports/`` each."""

    name: str
    title: str
    write: Callable[[Block], list[Sheet]]
