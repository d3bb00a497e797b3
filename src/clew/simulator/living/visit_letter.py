"""A written exchange that takes hours or days: e-mail, web form, text message or post; asked back, answered, or chased."""

from __future__ import annotations

from clew.simulator.event import Act
from clew.simulator.living.conversation import agent, customer, decide, gratitude, unsettled, used
from clew.simulator.living.place import Place
from clew.simulator.living.result import ABANDONED, Result
from clew.simulator.living.walk import NOBODY, Turn, Walk
from clew.simulator.people import Agent

#: Desks where letters begin and end as letters do.
_FORMAL = ("email", "web")


def write(walk: Walk, place: Place, warm: bool) -> Result:
    """Write to the company and wait for what comes back."""
    thread = walk.thread(place.desk)
    waits = walk.queue(place)
    silent = waits > place.patience * walk.person.patience * 3
    turn = walk.arrive(place, NOBODY if silent else "agent", warm)
    _letter(walk, place, turn, thread)
    answers_at = _answer_at(walk, place, waits)
    if silent:
        return _give_up_waiting(walk, place, thread)
    if waits > place.patience * walk.person.patience and walk.chance.unit() < 0.6:
        walk.now += int(waits * (0.4 + 0.5 * walk.chance.unit()))
        walk.contact()
        _say(walk, place, thread, (walk.chase(), *_signed(place)))
        walk.hurt("status_chasing")
    walk.now = max(walk.now + 60, answers_at)
    answered_by = walk.chance.one_of(place.agents)
    _ask_back(walk, place, turn, thread, answered_by)
    result = decide(walk, turn)
    settles = result.ending == "settled"
    # What is said now stands in the answer to come, and so do the frictions in it.
    walk.event_ahead = len(walk.events)
    words = (
        [walk.answers("solve"), agent("anything_else")]
        if settles
        else [agent("apology"), *unsettled(walk, turn, result)]
    )
    walk.event_ahead = 0
    _answer(walk, place, turn, thread, answered_by, words)
    if settles:
        walk.settle()
        if walk.chance.unit() < 0.3:
            walk.wait(300, 20_000)
            _say(walk, place, thread, (gratitude(walk), *_signed(place)))
    walk.leave()
    return result


def _letter(walk: Walk, place: Place, turn: Turn, thread: str) -> None:
    opening: list[Act] = [customer("greet_customer")] if place.desk != "sms" else []
    if walk.returns:
        opening.append(customer("its_back"))
    if walk.was_answered and walk.chance.unit() < 0.6:
        opening.append(customer("refer_earlier"))
    elif walk.sought_alone and walk.chance.unit() < 0.4:
        opening.append(customer("first_contact_after_looking"))
    opening.append(walk.state_problem())
    for fact in walk.issue.facts:
        if fact not in turn.told and walk.chance.unit() < (0.5 if place.desk in _FORMAL else 0.15):
            opening.append(customer("give", fact))
            walk.tell(fact)
    if walk.chance.unit() < 0.3 and "step_tried" not in walk.given:
        opening.append(walk.says("tried_step", "step_tried"))
    if walk.chance.unit() < walk.person.chattiness:
        opening.append(customer("small_talk_customer"))
    if place.desk == "web" and not walk.pursuit.case:
        walk.open_case()
        detail = "opens"
    else:
        detail = "says" if place.system == "helpdesk" else ""
    if place.desk in _FORMAL:
        walk.tell("name")
    walk.add(place, "message", "customer", (*opening, *_signed(place)), thread, detail)


def _answer_at(walk: Walk, place: Place, waits: float) -> int:
    came = walk.now
    walk.now += int(waits)
    walk.until_open(place)
    answers_at, walk.now = walk.now, came
    return answers_at


def _give_up_waiting(walk: Walk, place: Place, thread: str) -> Result:
    walk.now += int(place.patience * walk.person.patience)
    if walk.chance.unit() < 0.7:
        walk.contact()
        _say(walk, place, thread, (walk.chase(), *_signed(place)))
        walk.hurt("status_chasing")
        walk.wait(3600, 90_000)
    walk.leave()
    return ABANDONED


def _ask_back(walk: Walk, place: Place, turn: Turn, thread: str, answered_by: Agent) -> None:
    missing = [fact for fact in walk.issue.facts if fact not in turn.visible and fact not in turn.told]
    if not missing or walk.chance.unit() > 0.85:
        return
    asked = missing[:2]
    again = [fact for fact in asked if fact in walk.given]
    words = [agent("ask_again" if fact in again else "ask", fact) for fact in asked]
    _answer(walk, place, turn, thread, answered_by, words)
    if again:
        walk.hurt("asked_again")
    walk.wait(600, 40_000)
    replies = [customer("already_said")] if again and walk.chance.unit() < 0.5 else []
    replies += [customer("answer", fact) for fact in asked]
    walk.tell(*asked)
    _say(walk, place, thread, (*replies, *_signed(place)))
    fast, half, _ = place.wait
    walk.now += int(walk.chance.spread(fast / 2, half / 2, half))
    walk.until_open(place)


def _answer(walk: Walk, place: Place, turn: Turn, thread: str, answered_by: Agent, words: list[Act]) -> None:
    """Answer in writing; the wait is long or not by the clock on the wall, from the customer's latest word."""
    opening = [agent("letter_open")] if place.desk in _FORMAL else []
    uses = [] if turn.used else used(walk, turn)
    closing = [agent("letter_close")] if place.desk in _FORMAL else []
    detail = "says" if place.system == "helpdesk" else ""
    waited = walk.now - next(event.at for event in reversed(walk.events) if event.by == "customer")
    walk.add(place, "message", "agent", (*opening, *uses, *words, *closing), thread, detail, answered_by)
    walk.waited(place, waited)


def _say(walk: Walk, place: Place, thread: str, acts: tuple[Act, ...]) -> None:
    walk.add(place, "message", "customer", acts, thread, "says" if place.system == "helpdesk" else "")


def _signed(place: Place) -> tuple[Act, ...]:
    return (customer("sign_off"),) if place.desk in _FORMAL else ()
