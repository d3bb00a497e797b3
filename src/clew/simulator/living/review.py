"""The back office looks into a case for days: with status messages or in silence, chased by the customer, told at the end."""

from __future__ import annotations

from clew.simulator.chance import Chance
from clew.simulator.event import Act
from clew.simulator.living.clock import DAY, HOUR
from clew.simulator.living.conversation import agent, customer
from clew.simulator.living.place import Place
from clew.simulator.living.result import NOWHERE, SETTLED, Result
from clew.simulator.living.walk import SETTLES, Turn, Walk

_CHASING = ("phone", "chat", "email")
_MOST_CHASES = 3


def review(walk: Walk, place: Place) -> Result:
    """Let the back office settle it; the customer waits, is told something or chases, and hears the result."""
    chance, case = walk.chance, walk.pursuit.case_number
    walk.wait(120, 3 * HOUR)
    walk.until_open(place)
    turn = walk.arrive(place, "agent", warm=True)
    opens = not walk.pursuit.case
    walk.open_case()
    clerk = chance.one_of(place.agents)
    kind, detail = ("message", "opens") if opens else ("note", "notes")
    walk.add(place, kind, "agent", (walk.answers("note_problem"), agent("note_passed")), case, detail, clerk)
    _status(walk, place, f"team:{place.team}")
    _status(walk, place, "status:open")
    began = walk.now
    fast, half, slow = walk.issue.reviewed_days
    ends = began + int(chance.spread(fast, half, slow) * DAY * walk.waits.factor(began))
    told = chance.unit() < walk.policy.status_messages
    walk.leave()
    _meanwhile(walk, place, ends, told)
    walk.now = max(walk.now + HOUR, ends)
    walk.until_open(place)
    found = Turn(place, walk.first_number + len(walk.events), "agent", turn.visible, warm=False)
    walk.turns.append(found)
    settles = walk.fate(SETTLES) < place.solves
    noted = agent("note_found" if settles else "note_review")
    walk.add(place, "note", "agent", (noted,), case, "notes", clerk)
    walk.wait(300, HOUR)
    if settles:
        _status(walk, place, "status:solved")
    walk.leave()
    _tell(walk, settles)
    return SETTLED if settles else NOWHERE


def _status(walk: Walk, place: Place, status: str) -> None:
    walk.wait(5, 60)
    walk.add(place, "status", "system", (), walk.pursuit.case_number, status)


def _meanwhile(walk: Walk, place: Place, ends: int, told: bool) -> None:
    """The days of the review: notes nobody outside sees, status messages if there are any, and customers who chase."""
    chance = walk.chance
    restless = 0.12 if told else 0.5 + 0.4 * walk.issue.urgency
    chases = 0
    while True:
        walk.now += int((0.6 + 1.6 * chance.unit()) * DAY)
        if walk.now >= ends:
            return
        if told and chance.unit() < 0.8:
            _message(walk, (Act("status_message", "", "system"),))
        elif chance.unit() < 0.3:
            walk.work(place, "note", (agent("note_review"),), "notes", chance.one_of(place.agents))
        if chases < _MOST_CHASES and chance.unit() < restless:
            chases += 1
            _chase(walk, chance)


def _chase(walk: Walk, chance: Chance) -> None:
    """Ask what became of it, and hear that nobody can say."""
    known = [walk.places[desk] for desk in _CHASING if desk in walk.places]
    desk = chance.weighed([(place.likes * walk.person.habits[place.index] + 0.01, place) for place in known])
    walk.wait(600, 5 * HOUR)
    walk.until_open(desk)
    thread = walk.thread("chase")
    walk.contact()
    turn = walk.arrive(desk, "agent", warm=False)
    by = chance.one_of(desk.agents)
    if desk.desk == "phone":
        waits = int(walk.queue(desk))
        asks = walk.chase()
        lasts = 120 + waits + chance.between(0, 200)
        words = (agent("greet_agent"), asks, agent("no_status"), customer("unclear"), agent("close_agent_open"))
        walk.add(desk, "call", "customer", words, thread, "Advised", by, lasts, waits=waits)
        waited, lasted = waits, lasts
        walk.hurt("status_chasing")
    else:
        signed = (customer("sign_off"),) if desk.desk == "email" else ()
        walk.add(desk, "message", "customer", (walk.chase(), *signed), thread)
        if signed:
            walk.tell("name")
        walk.hurt("status_chasing")
        asked_at = walk.now
        walk.now += int(walk.queue(desk))
        walk.until_open(desk)
        walk.add(desk, "message", "agent", (agent("no_status"), agent("apology")), thread, "", by)
        waited, lasted = walk.now - asked_at, 0
    walk.waited(desk, waited)
    walk.hurt("no_next_step")
    if desk.desk == "chat":
        walk.wait(10, 60)
        walk.add(desk, "message", "customer", (customer("unclear"),), thread, "closed")
    walk.now += lasted
    turn.last_event = walk.first_number + len(walk.events) - 1
    if walk.pursuit.case and chance.unit() < 0.5:
        office = walk.places["back_office"]
        walk.wait(30, 600)
        walk.work(office, "note", (agent("note_chased"),), "notes", chance.one_of(office.agents))


def _tell(walk: Walk, settles: bool) -> None:
    """Tell the customer the result: a bare word, or what was wrong and what comes next."""
    walk.wait(60, 2 * HOUR)
    if not settles:
        _message(walk, (Act("no_date", "", "system"),))
        walk.hurt("no_next_step")
        return
    walk.settle()
    summary = walk.chance.unit() < walk.policy.closing_summary
    _message(walk, (walk.answers("closing_summary" if summary else "closing_bare", "system"),))
    if summary:
        walk.cheer(0.3)
    else:
        walk.hurt("message_without_context")
    walk.bare = not summary


def _message(walk: Walk, acts: tuple[Act, ...]) -> None:
    """Send the customer a message on the channel that the issue is told by."""
    place = walk.places.get(walk.issue.told_by) or walk.places["email"]
    walk.arrive(place, "system", warm=True)
    walk.add(place, "message", "system", acts, f"{walk.pursuit.key}/told")
    walk.leave()
