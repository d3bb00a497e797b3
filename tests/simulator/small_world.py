"""A world of two customers, small enough to work out by hand what the truth about it has to say."""

from __future__ import annotations

from clew.simulator.event import Act, Event, Pursuit
from clew.simulator.export import Block
from clew.simulator.lived import Lived
from clew.simulator.people import Agent, Person
from clew.simulator.scenarios.scenario_file import load_scenario
from tests.simulator.customers import customer

SCENARIO = load_scenario("billing")
NOON = 1_772_452_800
MIA = 1
TOM = 2
AGENT = Agent(1, "Ann", "billing")


def person(number: int, first_name: str) -> Person:
    name = first_name.lower()
    return customer(
        number,
        household=1,
        first_name=first_name,
        last_name="Lee",
        nickname=first_name,
        email=f"{name}@example.com",
        phone=f"+1212555010{number}",
        account=f"1000{number}",
        devices=(f"dev-{name}",),
        handle=name,
        logs_in=number == MIA,
    )


PEOPLE = {MIA: person(MIA, "Mia"), TOM: person(TOM, "Tom")}
BILL = Pursuit("w-1", 0, PEOPLE[MIA], SCENARIO.issues[0], NOON)


def event(number: int, who: int, system: str, by: str = "customer", thread: str = "", mood: float = 0.0) -> Event:
    """Return Mia's events as steps of her bill's journey (but on the website), Tom's as belonging to no issue."""
    pursuit = BILL if who == MIA and system != "website" else None
    channel, kind = {
        "website": ("web", "visit"),
        "chatbot": ("chatbot", "message"),
        "mailbox": ("email", "message"),
        "telephony": ("phone", "call"),
    }[system]
    lasts = 90 if kind == "call" else 0
    agent = AGENT if kind == "call" else None
    return Event(
        NOON + number * 60,
        number,
        PEOPLE[who],
        pursuit,
        system,
        channel,
        kind,
        by,
        thread,
        "T-1" if kind == "call" else "",
        agent,
        (Act("state_problem", "problem"),),
        "/help" if system == "website" else "",
        mood,
        lasts,
    )


def lived(*events: Event) -> Lived:
    of_issue = [each.number for each in events if each.pursuit is not None]
    return Lived(
        number=0,
        people=PEOPLE,
        agents=(AGENT,),
        events=list(events),
        begin=NOON,
        end=NOON + 86_400,
        positions={number: place for place, number in enumerate(of_issue, 1)},
    )


def block_of(world: Lived) -> Block:
    return Block(0, 7, SCENARIO, world.people, world.agents, world.events, {}, world.begin, world.end)
