"""A conversation with the chatbot: general answers, options for the own account, a handover, or a dead end."""

from __future__ import annotations

from clew.simulator.chance import weighed
from clew.simulator.event import Act
from clew.simulator.living.place import Place
from clew.simulator.living.result import NOWHERE, SETTLED, Result
from clew.simulator.living.walk import PASSES, SENDS, SETTLES, Walk

#: How much likelier the bot settles an issue that it recognises.
_RECOGNISED = 0.38


def bot(walk: Walk, place: Place, warm: bool) -> Result:
    """Ask the chatbot."""
    walk.until_open(place)
    thread = walk.thread("bot")
    walk.arrive(place, "bot", warm)
    chance = walk.chance
    recognises = chance.unit() < walk.policy.recognises
    settles = walk.fate(SETTLES) < place.solves + (_RECOGNISED if recognises else 0.0)
    to = weighed(walk.fate(SENDS), place.sends) if place.sends else "nowhere"
    direct = walk.fate(PASSES) < place.warm and walk.is_open(to)

    _bot(walk, place, thread, Act("greet_bot", "", "bot"))
    _customer(walk, place, thread, walk.state_problem())
    if settles:
        _bot(walk, place, thread, walk.answers("specific_answer", "bot"))
    elif not recognises:
        _bot(walk, place, thread, walk.answers("generic_answer", "bot"))
        for answer in ("generic_answer", "unsure_bot", "ask_menu")[: chance.between(0, 3)]:
            _customer(walk, place, thread, walk.says("insist"))
            own = answer == "generic_answer"
            _bot(walk, place, thread, walk.answers(answer, "bot") if own else Act(answer, "", "bot"))
    if settles:
        walk.settle()
        _customer(walk, place, thread, Act("thanks", "", "customer"))
        _bot(walk, place, thread, Act("close_bot", "", "bot"), "resolved")
        walk.leave()
        return SETTLED
    if to == "nowhere":
        walk.wait(15, 90)
        walk.add(place, "message", "customer", (Act("give_up", "", "customer"),), thread, "abandoned")
        walk.hurt("bot_dead_end")
        walk.leave()
        return NOWHERE
    _customer(walk, place, thread, Act("want_person", "", "customer"))
    if direct:
        _bot(walk, place, thread, Act("hand_over_bot", "", "bot"), "handed over")
    else:
        _bot(walk, place, thread, Act("refer_bot", "", "bot"), "referred")
        walk.hurt("forced_channel")
    walk.leave()
    return Result("passed" if direct else "sent", to)


def _bot(walk: Walk, place: Place, thread: str, act: Act, detail: str = "") -> None:
    walk.wait(1, 4)
    walk.add(place, "message", "bot", (act,), thread, detail)


def _customer(walk: Walk, place: Place, thread: str, act: Act) -> None:
    walk.wait(10, 60)
    walk.add(place, "message", "customer", (act,), thread)
