"""What is said between a customer and an agent, in a chat or on the phone: told, asked, asked again, promised, settled."""

from __future__ import annotations

from clew.simulator.chance import weighed
from clew.simulator.event import Act
from clew.simulator.living.result import NOWHERE, REVIEW, SETTLED, Result
from clew.simulator.living.walk import EXPLAINS, PASSES, SENDS, SETTLES, Turn, Walk
from clew.simulator.scenario import IDENTITY_FACTS
from clew.simulator.truth_tables import emotion

#: Nobody is passed on to specialists after this many stays.
_MOST_PASSED_ON = 7
#: How much likelier an issue is settled at a desk that can see all that was said before.
_CARRIED_HELPS = 0.18
#: How likely an agent asks for a fact that the issue needs and that isn't in front of them.
_ASKED = 0.92
#: What is asked for to prove who one is, where the issue's own facts don't serve.
_PROOFS = ("name", "postcode", "phone")


_AGAIN = ("ask_again", "ask_problem_again")


class Said:
    """What is said in one conversation: who, which acts, and how the customer feels by then.

    In a chat (``spreads``) each is an event of its own, in a call all are one; frictions are noted where they belong.
    """

    def __init__(self, walk: Walk, *, spreads: bool) -> None:
        self.walk = walk
        self.spreads = spreads
        self.words: list[tuple[str, tuple[Act, ...], float]] = []
        self._asked_again = False
        walk.event_ahead = len(walk.events)

    def by_agent(self, *acts: Act) -> None:
        """Let the agent say something; what asks again hurts once in each event."""
        if any(act.key in _AGAIN for act in acts) and (self.spreads or not self._asked_again):
            self._asked_again = True
            self.walk.hurt("asked_again")
        self._say("agent", acts)

    def by_customer(self, *acts: Act) -> None:
        """Let the customer say something."""
        self._say("customer", acts)

    def _say(self, by: str, acts: tuple[Act, ...]) -> None:
        self.words.append((by, acts, self.walk.mood))
        if self.spreads:
            self.walk.event_ahead += 1


def agent(key: str, fact: str = "") -> Act:
    """Return an act of the agent."""
    return Act(key, fact, "agent")


def customer(key: str, fact: str = "") -> Act:
    """Return an act of the customer."""
    return Act(key, fact, "customer")


def converse(walk: Walk, turn: Turn, said: Said) -> Result:
    """Hold a whole conversation at the desk of this stay, and return how it ends."""
    _opening(walk, turn, said)
    _questions(walk, turn, said)
    if walk.chance.unit() < 0.35 and "step_tried" not in walk.given:
        said.by_customer(walk.says("tried_step", "step_tried"))
    said.by_agent(agent("look"))
    if walk.chance.unit() < walk.person.chattiness:
        said.by_customer(customer("small_talk_customer"))
        said.by_agent(agent("small_talk_agent"))
    result = decide(walk, turn)
    _ending(walk, turn, said, result)
    walk.event_ahead = 0
    return result


def _opening(walk: Walk, turn: Turn, said: Said) -> None:
    draw = walk.chance.unit()
    back = [customer("its_back")] if walk.returns else []
    if "problem" in turn.visible:
        said.by_agent(agent("greet_agent_informed"), agent("use_history", "problem"), *used(walk, turn))
        said.by_customer(*back, customer("confirm"))
        return
    said.by_agent(agent("greet_agent"))
    opening = back if said.spreads or draw < 0.4 else [customer("greet_customer"), *back]
    if walk.was_answered and draw < 0.7:
        opening.append(customer("refer_earlier"))
        if draw < 0.35:
            said.by_customer(*opening)
            knew = "problem" in walk.given
            said.by_agent(agent("ask_problem_again" if knew else "ask_problem", "problem"))
            opening = list[Act]()
    elif walk.sought_alone and draw < 0.5:
        opening.append(customer("first_contact_after_looking"))
    said.by_customer(*opening, walk.state_problem())


def used(walk: Walk, turn: Turn) -> list[Act]:
    """Return what the receiver says of what they can see, so that nobody has to tell it again."""
    seen = [fact for fact in walk.issue.facts if fact in turn.visible and fact not in turn.told][:3]
    turn.used.update(seen)
    return [agent("use", fact) for fact in seen]


def _questions(walk: Walk, turn: Turn, said: Said) -> None:
    place, chance = turn.place, walk.chance
    missing = [
        fact
        for fact in walk.issue.facts
        if fact not in turn.visible and fact not in turn.told and chance.unit() < _ASKED
    ]
    again = [fact for fact in missing if fact in walk.given]
    asks = [agent("ask_again" if fact in again else "ask", fact) for fact in missing]
    checked = _checked(walk, turn, missing) if chance.unit() < place.verifies else ""
    if checked:
        known = checked in walk.given
        asks.insert(0, agent("reverify" if known else "ask", checked))
        walk.verified += known
        if known and walk.verified > 1:
            walk.hurt("repeated_verification")
    for first in range(0, len(asks), 2):
        group = asks[first : first + 2]
        said.by_agent(*group)
        answers = [customer("answer", act.fact) for act in group]
        if any(act.key == "ask_again" for act in group) and chance.unit() < 0.5:
            answers.insert(0, customer("already_said"))
        walk.tell(*(act.fact for act in group))
        said.by_customer(*answers)


def _checked(walk: Walk, turn: Turn, missing: list[str]) -> str:
    """Return what the customer has to prove who they are with: something not just said by either side; '' = nothing is."""
    needed = [fact for fact in walk.issue.facts if fact in IDENTITY_FACTS]
    for fact in (*needed, *_PROOFS):
        if fact not in missing and fact not in turn.used and fact not in turn.told:
            return fact
    return ""


def decide(walk: Walk, turn: Turn) -> Result:
    """Draw how the stay ends; what the desk knows without asking helps, and every further contact does."""
    place = turn.place
    needed = (*walk.issue.facts, "problem")
    carried = sum(fact in turn.visible for fact in needed) / len(needed)
    if walk.fate(SETTLES) < place.solves + _CARRIED_HELPS * carried + 0.06 * (walk.contacts - 1):
        return SETTLED
    to = weighed(walk.fate(SENDS), place.sends) if place.sends else "nowhere"
    if to == place.desk and place.specialists and len(walk.turns) < _MOST_PASSED_ON:
        return Result("passed", to)
    if to in ("nowhere", place.desk):
        return NOWHERE
    if to == "back_office":
        return REVIEW
    return Result("passed" if walk.fate(PASSES) < place.warm else "sent", to)


def _ending(walk: Walk, turn: Turn, said: Said, result: Result) -> None:
    if result.ending == "settled":
        said.by_agent(walk.answers("solve"), agent("anything_else"))
        walk.settle()
        said.by_customer(gratitude(walk), customer("goodbye_customer"))
        said.by_agent(agent("close_agent"))
        return
    words = [agent("apology")] if walk.chance.unit() < 0.7 else []
    if walk.was_answered and walk.chance.unit() < 0.07:
        words.append(walk.answers("conflicting_answer"))
        walk.hurt("conflicting_answers")
    words += unsettled(walk, turn, result)
    said.by_agent(*words)
    said.by_customer(feeling(walk))
    said.by_agent(agent("close_agent_open"))


def unsettled(walk: Walk, turn: Turn, result: Result) -> list[Act]:
    """Return what the agent says when the issue stays open, with the frictions that lie in it."""
    if result.ending == "passed":
        return [walk.answers("cannot"), agent("transfer")]
    if result.ending == "sent":
        walk.hurt("forced_channel")
        return [walk.answers("cannot"), agent("call_us" if result.to == "phone" else "next_step")]
    words = [agent("pass_to_review") if result.ending == "review" else walk.answers("cannot")]
    if walk.fate(EXPLAINS) < turn.place.explains:
        words.append(agent("promise", "promise"))
    else:
        walk.hurt("no_next_step")
        words.append(agent("no_date"))
    return words


def gratitude(walk: Walk) -> Act:
    """Return what a customer says whose issue is settled: relieved, if they feel so."""
    return customer("relief" if emotion(walk.mood) in ("relieved", "glad") and len(walk.turns) > 1 else "thanks")


def feeling(walk: Walk) -> Act:
    """Return what a customer says whose issue stays open, by how they feel."""
    felt = emotion(walk.mood)
    if felt in ("angry", "annoyed"):
        return customer(felt)
    return customer("unclear" if walk.chance.unit() < 0.3 else "thanks")
