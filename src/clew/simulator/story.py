"""One customer's pursuit of one issue as it unfolds: a clock that only goes forward, and what was said and done so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict, Unpack

from clew.simulator.chance import Chance
from clew.simulator.hours import MINUTE, next_open
from clew.simulator.moment import Moment
from clew.simulator.person import DESKS, Agent, Person, agents
from clew.simulator.wording import wordings

_DESKS: dict[str, tuple[Agent, ...]] = {
    desk: tuple(agent for agent in agents() if agent.desk == desk) for desk, _ in DESKS
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the customer has to give whenever somebody asks: numbers as they stand on paper, amounts in pounds."""

    invoice: str
    order: str
    usual: str
    asked: str
    difference: str
    cause: str


class Details(TypedDict, total=False):
    """Fields of a :class:`Moment` that not every act needs."""

    thread: str
    via: str
    detail: str
    agent: Agent | None
    lasts: int


class Story:
    """Grows by what its acts add; ``key`` is unique among all stories."""

    def __init__(self, key: str, issue: str, person: Person, begins: int, chance: Chance) -> None:
        self.key = key
        self.issue = issue
        self.person = person
        self.now = begins
        self.chance = chance
        self.facts = facts(chance)
        self.moments: list[Moment] = []
        self.ticket = ""
        self.ticket_via = ""
        self.has_called = False
        self._threads = 0

    def wait(self, low: int, high: int) -> None:
        """Let between ``low`` and ``high`` seconds pass."""
        self.now += self.chance.between(low, high)

    def wait_for(self, desk: str) -> None:
        """Let time pass until the desk is open, and a few minutes more if it wasn't."""
        opens = next_open(desk, self.now)
        if opens > self.now:
            self.now = opens
            self.wait(2 * MINUTE, 150 * MINUTE)

    def add(self, system: str, act: str, by: str, text: str = "", **more: Unpack[Details]) -> None:
        """Write down a moment now, on the story's ticket if it has one; the next one is at least a second later."""
        moment = Moment(
            at=self.now,
            person=self.person,
            system=system,
            act=act,
            by=by,
            text=text,
            issue=self.issue,
            thread=more.get("thread", ""),
            ticket=self.ticket,
            via=more.get("via", ""),
            detail=more.get("detail", ""),
            agent=more.get("agent"),
            lasts=more.get("lasts", 0),
        )
        self.moments.append(moment)
        self.now += 1

    def say(self, act: str, agent: Agent | None = None) -> str:
        """Return one of the wordings of an act, with this story's names and facts in it."""
        return self.chance.one_of(wordings(self.issue, act)).format(
            name=self.person.first_name,
            full_name=self.person.name,
            account=self.person.account,
            agent=agent.name if agent else "",
            invoice=self.facts.invoice,
            order=self.facts.order,
            usual=self.facts.usual,
            asked=self.facts.asked,
            difference=self.facts.difference,
            cause=self.facts.cause,
        )

    def someone_at(self, desk: str) -> Agent:
        """Return one of the agents of a desk."""
        return self.chance.one_of(_DESKS[desk])

    def new_thread(self) -> str:
        """Return the key of a new session, call or message."""
        self._threads += 1
        return f"{self.key}/{self._threads}"


_CAUSES = (
    "an estimated meter reading",
    "a router charge that was added twice",
    "a welcome discount that ended too early",
    "the old tariff, which was used after the change",
    "a late fee that should not have been added",
)


def facts(chance: Chance) -> Facts:
    """Draw the facts of a story; amounts are drawn in pence."""
    usual = chance.between(3200, 11900)
    more = chance.between(900, 8800)
    return Facts(
        invoice=f"INV-{chance.between(100000, 999999)}",
        order=f"BL{chance.between(10000, 99999)}",
        usual=_pounds(usual),
        asked=_pounds(usual + more),
        difference=_pounds(more),
        cause=chance.one_of(_CAUSES),
    )


def _pounds(pence: int) -> str:
    return f"£{pence // 100}.{pence % 100:02}"
