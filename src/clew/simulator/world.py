"""Lets the company's customers live through a period, and keeps what happened beside the truth about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from clew.simulator.acts_alone import order
from clew.simulator.chance import Chance
from clew.simulator.hours import ARRIVALS, DAY, HOUR, MINUTE
from clew.simulator.moment import Moment
from clew.simulator.paths import ISSUES, WAYS
from clew.simulator.person import Person, customer, stranger
from clew.simulator.story import Story

_EPOCH = date(1970, 1, 1)
_FIRST_TICKET = 48_200
_CHANNEL_OF = {
    "chatbot": "chatbot", "phone": "phone", "messages": "sms", "orders": "order", "surveys": "survey",
    "chat": "chat", "email": "email", "voice": "phone", "api": "back_office",
}  # fmt: skip


@dataclass(frozen=True)
class PlantedJourney:
    """The truth about one journey: whose, what about, by which way, on which ticket (None without one).

    ``channels`` are those it went through in order, each change once; ``complete`` is False where the period ended first.
    """

    account: str
    email: str
    issue: str
    way: str
    ticket: int | None
    began_at: datetime
    channels: tuple[str, ...]
    complete: bool


@dataclass(frozen=True)
class World:
    """All moments of the period in order, the numbers the help desk gave its tickets, and the truth."""

    seed: int
    moments: tuple[Moment, ...]
    tickets: dict[str, int]
    journeys: tuple[PlantedJourney, ...]
    people: int
    strangers: int


def make_world(customers: int, days: int, seed: int, start: date) -> World:
    """Return the world of ``customers`` people over ``days`` days from ``start``; nothing of it lies after the period."""
    begin = (start - _EPOCH).days * DAY
    end = begin + days * DAY
    stories: list[tuple[str, Story]] = []
    others: list[Story] = []
    for number in range(customers):
        person, chance = customer(seed, number), Chance(seed, "life", number)
        stories += _life(person, begin, days, seed, chance)
        if chance.happens(80):
            shopping = Story(f"{number}/shop", "", person, _moment_in(begin, days, chance), chance)
            order(shopping)
            others.append(shopping)
    others += _strangers(customers // 10, begin, days, seed)
    happened = [moment for story in (*(story for _, story in stories), *others) for moment in story.moments]
    moments = sorted(
        (moment for moment in happened if moment.at < end), key=lambda moment: (moment.at, moment.person.number)
    )
    opened = [moment.ticket for moment in moments if moment.act == "opens"]
    tickets = {key: _FIRST_TICKET + place for place, key in enumerate(opened)}
    known = {moment.person.number for moment in moments}
    return World(
        seed=seed,
        moments=tuple(moments),
        tickets=tickets,
        journeys=tuple(_truth(way, story, end, tickets) for way, story in stories if story.moments[0].at < end),
        people=sum(number < customers for number in known),
        strangers=sum(number >= customers for number in known),
    )


def _life(person: Person, begin: int, days: int, seed: int, chance: Chance) -> list[tuple[str, Story]]:
    """Return a person's stories with their ways: few overlap, and no issue comes back within six weeks."""
    lived: list[tuple[str, Story]] = []
    for turn in range(chance.weighed(((290, 1), (340, 2), (260, 3), (110, 4)))):
        issue = chance.weighed(ISSUES)
        apart = 19 * DAY if chance.happens(850) else 2 * DAY
        for _ in range(20):
            begins = _moment_in(begin, days, chance)
            if issue == "billing" and _day_of_month(begins) > 10 and chance.happens(800):
                continue  # bills come on the first, and questions with them
            if all(
                abs(begins - story.moments[0].at) > (44 * DAY if story.issue == issue else apart) for _, story in lived
            ):
                key = f"{person.number}/{turn}"
                story = Story(key, issue, person, begins, Chance(seed, "story", key))
                way = chance.weighed(WAYS[issue])
                for act in way.acts:
                    act(story)
                lived.append((way.name, story))
                break
    return lived


def _strangers(count: int, begin: int, days: int, seed: int) -> list[Story]:
    met: list[Story] = []
    for number in range(count):
        chance = Chance(seed, "passer-by", number)
        calls = chance.happens(150)
        story = Story(f"x/{number}", "", stranger(seed, number, calls=calls), _moment_in(begin, days, chance), chance)
        if calls:
            lasts = chance.between(MINUTE, 9 * MINUTE)
            story.add("phone", "calls", "customer", thread=story.new_thread(), lasts=lasts, detail="Abandoned")
        else:
            for path in ("/", "/tariffs", "/tariffs/broadband", "/tariffs/energy")[: chance.between(1, 4)]:
                story.add("website", "page", "customer", detail=path)
                story.wait(8, 3 * MINUTE)
        met.append(story)
    return met


def _moment_in(begin: int, days: int, chance: Chance) -> int:
    hour = chance.weighed([(weight, hour) for hour, weight in enumerate(ARRIVALS)])
    return begin + chance.between(0, days - 1) * DAY + hour * HOUR + chance.between(0, HOUR - 1)


def _day_of_month(at: int) -> int:
    return date.fromordinal(_EPOCH.toordinal() + at // DAY).day


def _truth(way: str, story: Story, end: int, tickets: dict[str, int]) -> PlantedJourney:
    seen = [moment for moment in story.moments if moment.at < end]
    channels: list[str] = []
    for moment in seen:
        channel = channel_of(moment)
        if channel and channel not in channels[-1:]:
            channels.append(channel)
    return PlantedJourney(
        account=story.person.account,
        email=story.person.email,
        issue=story.issue,
        way=way,
        ticket=tickets.get(story.ticket),
        began_at=datetime.fromtimestamp(story.moments[0].at, UTC),
        channels=tuple(channels),
        complete=len(seen) == len(story.moments),
    )


def channel_of(moment: Moment) -> str:
    """Return the channel of a moment in Clew's words; '' for what no channel shows (a status that a system sets)."""
    if moment.act in ("status", "assigned"):
        return ""
    if moment.system == "website":
        return "self_service" if moment.detail.startswith("/help") else "web"
    return _CHANNEL_OF[moment.via or moment.system]
