"""One customer after one issue: where to turn, what comes of it, and whether to come back or give up."""

from __future__ import annotations

from collections.abc import Callable

from clew.simulator.chance import weighed
from clew.simulator.living.aftermath import note_broken_promises, react
from clew.simulator.living.clock import DAY, HOUR
from clew.simulator.living.place import Place
from clew.simulator.living.result import Result
from clew.simulator.living.review import review
from clew.simulator.living.visit_bot import bot
from clew.simulator.living.visit_letter import write
from clew.simulator.living.visit_live import call, chat
from clew.simulator.living.visit_self_service import look_up
from clew.simulator.living.walk import GIVES_UP, MOVES, TURNS_TO, Walk

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


def pursue(walk: Walk, experience: list[float]) -> None:
    """Let the customer pursue the issue to its end; ``experience`` says by desk how well each has served so far."""
    desk, warm = _choose(walk, experience, ""), False
    reopens = walk.chance.unit() < _REOPENS
    while walk.outcome == "open":
        result = _stay(walk, desk, warm)
        if result.ending == "settled":
            react(walk)
            if not reopens:
                walk.outcome = "resolved"
                break
            reopens, walk.returns = False, True
            walk.now += int((0.5 + 4 * walk.chance.unit()) * DAY)
            desk, warm = _choose(walk, experience, desk), False
        elif len(walk.turns) >= _MOST_TURNS or _gives_up(walk, result):
            walk.hurt("unresolved_end")
            walk.outcome = "gave_up"
        else:
            desk, warm = _next(walk, experience, desk, result)
    note_broken_promises(walk)


def _stay(walk: Walk, desk: str, warm: bool) -> Result:
    """Stay at a desk; what the coming itself says of the pursuit is noted at its first event of the customer's."""
    place = walk.places[desk]
    if desk == "back_office":
        return review(walk, place)
    earlier = [turn.place.desk for turn in walk.turns if turn.place.desk not in _ALONE and turn.party != "system"]
    before = len(walk.events)
    if desk not in _ALONE and not warm:
        walk.contact()
    result = _VISITS[desk](walk, place, warm)
    began = next((event.number for event in walk.events[before:] if event.by == "customer"), walk.first_number + before)
    if walk.returns:
        walk.returns = False
        walk.hurt("reopening", began)
    if walk.flees:
        walk.flees = False
        walk.hurt("channel_switch_under_duress", began)
    if earlier and desk not in _ALONE and not warm:
        walk.hurt("repeat_contact", began)
    if warm and earlier[-1:] != ["chatbot"]:
        walk.transfers += 1
        if walk.transfers == 2:
            walk.hurt("transfer_chain", began)
    if len(earlier) > 1 and earlier[-1] != desk and desk in earlier[:-1]:
        walk.hurt("ping_pong", began)
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
    return _moved(walk, weighed(walk.fate(TURNS_TO), weights))


def _moved(walk: Walk, desk: str) -> str:
    draw = walk.fate(MOVES)
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
        soon = walk.places[result.to].urgency > 0 and chance.unit() < 0.6
        walk.now += int((0.05 + 0.6 * chance.unit() if soon else 2 + 20 * chance.unit()) * HOUR)
        return _moved(walk, result.to), False
    urgent = walk.issue.urgency
    if desk in ("self_service", "chatbot") and chance.unit() < 0.5 + 0.4 * urgent:
        walk.wait(60, 1800)
    else:
        walk.now += int((0.2 + (2.5 - 2 * urgent) * chance.unit() * 1.5) * DAY)
    to = _choose(walk, experience, desk)
    if result.ending == "abandoned" and to != desk:
        walk.flees = True
    return to, False


def _gives_up(walk: Walk, result: Result) -> bool:
    """Draw whether the customer lets it be; nobody does who has just been handed over."""
    if result.ending in ("passed", "review"):
        return False
    draw = walk.fate(GIVES_UP)
    chance = 0.05 + 0.04 * len(walk.turns) + (0.08 if walk.mood < -1 else 0.0) - 0.05 * walk.issue.urgency
    return draw < (chance * 0.4 if result.ending == "sent" else chance)
