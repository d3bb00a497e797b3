"""A chat or a call: queue, perhaps give up, talk, and be settled, passed on, sent elsewhere or left alone."""

from __future__ import annotations

from clew.simulator.living.conversation import Said, converse, customer
from clew.simulator.living.place import Place
from clew.simulator.living.result import ABANDONED, Result
from clew.simulator.living.walk import NOBODY, Turn, Walk
from clew.simulator.people import Agent

_DISPOSITIONS = {"settled": "Resolved", "passed": "Passed on"}
_OUTCOMES = {"settled": "resolved", "passed": "transferred", "sent": "referred"}


def chat(walk: Walk, place: Place, warm: bool) -> Result:
    """Talk to an agent by chat; the customer's first word waits in the queue until the agent greets."""
    walk.until_open(place)
    thread = walk.thread("chat")
    waits = int(walk.queue(place))
    if not warm and waits > _patience(walk, place):
        walk.arrive(place, NOBODY, warm)
        walk.add(place, "message", "customer", (customer("greet_customer"),), thread)
        walk.wait(60, int(place.patience * walk.person.patience) + 60)
        walk.add(place, "message", "customer", (customer("give_up"),), thread, "abandoned")
        return _abandon(walk)
    turn, answered_by = _reach(walk, place, warm)
    walk.add(place, "message", "customer", (customer("greet_customer"),), thread)
    walk.now += waits
    said, result = _talk(walk, turn, waits, spreads=True)
    last = len(said.words) - 1
    for number, (by, acts, mood) in enumerate(said.words):
        if number:
            walk.wait(8, 70)
        detail = "" if number < last else _OUTCOMES.get(result.ending, "closed")
        who = answered_by if by == "agent" else None
        walk.add(place, "message", by, acts, thread, detail, who, mood=mood)
    return _end(walk, result)


def call(walk: Walk, place: Place, warm: bool) -> Result:
    """Talk to an agent on the phone: one call, one transcript, the wait in the queue at its beginning."""
    walk.until_open(place)
    thread = walk.thread("call")
    waits = int(walk.queue(place))
    if not warm and waits > _patience(walk, place):
        walk.arrive(place, NOBODY, warm)
        held = 30 + int(place.patience * walk.person.patience * walk.chance.unit())
        walk.add(place, "call", "customer", (), thread, "Abandoned", None, held, waits=held)
        walk.now += held
        return _abandon(walk)
    turn, answered_by = _reach(walk, place, warm)
    said, result = _talk(walk, turn, waits, spreads=False)
    lasts = waits + 40 + sum(18 + int(walk.chance.unit() * 30) for _ in said.words)
    acts = tuple(act for _, words, _ in said.words for act in words)
    disposition = _DISPOSITIONS.get(result.ending, "Advised")
    walk.add(place, "call", "customer", acts, thread, disposition, answered_by, lasts, waits=waits)
    walk.now += lasts
    return _end(walk, result)


def _patience(walk: Walk, place: Place) -> float:
    """Return how long this customer waits this time, in seconds: about as long as the desk's patience says."""
    return place.patience * walk.person.patience * (0.5 + walk.chance.unit()) + 60


def _abandon(walk: Walk) -> Result:
    walk.hurt("abandoned_queue")
    walk.leave()
    return ABANDONED


def _reach(walk: Walk, place: Place, warm: bool) -> tuple[Turn, Agent]:
    """Begin the stay, and return who answers: a specialist where the same desk passed the customer on."""
    turn = walk.arrive(place, "agent", warm)
    turn.passed_on = warm and walk.came_from(place)
    return turn, walk.chance.one_of(place.answering(passed_on=turn.passed_on))


def _talk(walk: Walk, turn: Turn, waits: int, *, spreads: bool) -> tuple[Said, Result]:
    """Hold the conversation after so many seconds in the queue; a long wait shows where it begins."""
    said = Said(walk, spreads=spreads)
    walk.waited(turn.place, waits)
    return said, converse(walk, turn, said)


def _end(walk: Walk, result: Result) -> Result:
    walk.leave()
    if result.ending == "settled":
        # The conversation settled it before its clock went on: it is settled when all is said.
        walk.settled[-1] = walk.now
    return result
