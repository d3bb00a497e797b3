"""One customer after one issue: where to turn, what comes of it, and whether to come back or give up."""

from __future__ import annotations

from collections.abc import Callable

from clew.simulator.living.clock import DAY, HOUR
from clew.simulator.living.conversation import agent, customer
from clew.simulator.living.place import Place
from clew.simulator.living.result import Result
from clew.simulator.living.review import review
from clew.simulator.living.visit_bot import bot
from clew.simulator.living.visit_letter import write
from clew.simulator.living.visit_live import call, chat
from clew.simulator.living.visit_self_service import look_up
from clew.simulator.living.walk import Walk

Visit = Callable[[Walk, Place, bool], Result]
_VISITS: dict[str, Visit] = {
    "self_service": look_up,
    "chatbot": bot,
    "chat": chat,
    "phone": call,
    "email": write,
    "web": write,
    "sms": write,
    "social": write,
}
#: Nobody pursues anything for longer than this many stays.
_MOST_TURNS = 10
#: Where one speaks to nobody: looking there is no contact.
_ALONE = ("self_service", "back_office")
_REOPENS = 0.05
_REACTS = 0.4


def pursue(walk: Walk, experience: list[float]) -> None:
    """Let the customer pursue the issue to its end; ``experience`` says by desk how well each has served so far."""
    desk, warm = _choose(walk, experience, ""), False
    reopens = walk.chance.unit() < _REOPENS
    while True:
        result = _stay(walk, desk, warm)
        if result.ending == "settled":
            walk.settled.append(walk.now)
            walk.cheer(0.9)
            _react(walk)
            if not reopens:
                walk.outcome = "resolved"
                return
            reopens = False
            walk.now += int((0.5 + 4 * walk.chance.unit()) * DAY)
            walk.hurt("reopening")
            desk, warm = _choose(walk, experience, desk), False
            continue
        if len(walk.turns) >= _MOST_TURNS or _gives_up(walk, result):
            walk.hurt("unresolved_end")
            walk.outcome = "gave_up"
            return
        desk, warm = _next(walk, experience, desk, result)


def _stay(walk: Walk, desk: str, warm: bool) -> Result:
    place = walk.places[desk]
    if desk == "back_office":
        return review(walk, place)
    earlier = [turn.place.desk for turn in walk.turns if turn.place.desk not in _ALONE and turn.party != "system"]
    begins = walk.first_number + len(walk.events)
    if desk not in _ALONE and not warm:
        walk.contact()
    result = _VISITS[desk](walk, place, warm)
    if earlier and desk not in _ALONE and not warm:
        walk.hurt("repeat_contact", begins)
    if warm and earlier[-1:] != ["chatbot"]:
        walk.transfers += 1
        if walk.transfers == 2:
            walk.hurt("transfer_chain", begins)
    if len(earlier) > 1 and earlier[-1] != desk and desk in earlier[:-1]:
        walk.hurt("ping_pong", begins)
    return result


def _choose(walk: Walk, experience: list[float], failed: str) -> str:
    """Return the desk to turn to: by habit, urgency and what came of it before; the one that just failed is liked less."""
    urge = 2 * walk.issue.urgency - 1
    weights = [
        (
            place.likes
            * walk.person.habits[place.index]
            * experience[place.index]
            * (1 + place.urgency * urge)
            * (0.3 if place.desk == failed else 1.0),
            place.desk,
        )
        for place in walk.places.values()
        if place.likes
    ]
    return _moved(walk, walk.chance.weighed(weights))


def _moved(walk: Walk, desk: str) -> str:
    draw = walk.chance.unit()
    for source, to, share in walk.policy.moved:
        if source == desk and draw < share and to in walk.places:
            return to
    return desk


def _next(walk: Walk, experience: list[float], desk: str, result: Result) -> tuple[str, bool]:
    """Return where the pursuit goes on, and whether it is handed over directly; the time until then passes."""
    chance = walk.chance
    if result.ending == "passed":
        walk.wait(20, 240)
        return result.to, True
    if result.ending == "review":
        return "back_office", True
    if result.ending == "sent":
        hours = 0.1 if walk.places[result.to].urgency > 0 and chance.unit() < 0.6 else 2 + 20 * chance.unit()
        walk.now += int(hours * HOUR)
        return _moved(walk, result.to), False
    urgent = walk.issue.urgency
    if desk in ("self_service", "chatbot") and chance.unit() < 0.5 + 0.4 * urgent:
        walk.wait(60, 1800)
    else:
        walk.now += int((0.2 + (2.5 - 2 * urgent) * chance.unit() * 1.5) * DAY)
    to = _choose(walk, experience, desk)
    if result.ending == "abandoned" and to != desk:
        walk.hurt("channel_switch_under_duress")
    return to, False


def _gives_up(walk: Walk, result: Result) -> bool:
    """Draw whether the customer lets it be; nobody does who has just been handed over."""
    if result.ending in ("passed", "review"):
        return False
    draw = walk.chance.unit()
    chance = 0.05 + 0.04 * len(walk.turns) + (0.08 if walk.mood < -1 else 0.0) - 0.05 * walk.issue.urgency
    return draw < (chance * 0.4 if result.ending == "sent" else chance)


def _react(walk: Walk) -> None:
    """Ask what a bare "corrected" means, and hear from a machine that nobody reads this; some call then."""
    if not walk.bare:
        return
    walk.bare = False
    draw = walk.chance.unit()
    if draw > _REACTS:
        return
    walk.wait(600, 2 * DAY)
    walk.contact()
    place = walk.places.get(walk.issue.told_by)
    if place is not None and place.desk == "sms" and draw < _REACTS * 0.6:
        thread = f"{walk.pursuit.key}/told"
        walk.arrive(place, "bot", warm=False)
        walk.add(place, "message", "customer", (customer("what_corrected"),), thread)
        walk.wait(2, 20)
        walk.add(place, "message", "bot", (agent("auto_reply"),), thread)
        walk.hurt("repeat_contact")
        walk.leave()
        return
    phone = walk.places.get("phone")
    if phone is None:
        return
    walk.until_open(phone)
    walk.arrive(phone, "agent", warm=False)
    words = (agent("greet_agent"), customer("what_corrected"), agent("look"), agent("solve"), customer("relief"))
    by = walk.chance.one_of(phone.agents)
    walk.add(phone, "call", "customer", words, walk.thread("call"), "Resolved", by, walk.chance.between(120, 500))
    walk.hurt("repeat_contact")
    walk.leave()
