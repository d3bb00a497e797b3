"""What is said between a customer and an agent, in a chat or on the phone: told, asked, asked again, promised, settled."""

from __future__ import annotations

from clew.simulator.event import Act
from clew.simulator.living.clock import DAY
from clew.simulator.living.result import NOWHERE, REVIEW, SETTLED, Result
from clew.simulator.living.walk import Turn, Walk
from clew.simulator.scenario import IDENTITY_FACTS

_PATIENT, _ANGRY = -0.3, -1.0
_PROMISED_DAYS = 3
#: Nobody is passed on to specialists after this many stays.
_MOST_PASSED_ON = 7


class Said:
    """What is said in one conversation: who, which acts, and how the customer feels by then.

    In a chat (``spreads``) each is an event of its own, in a call all are one; frictions are noted where they belong.
    """

    def __init__(self, walk: Walk, *, spreads: bool) -> None:
        self.walk = walk
        self.spreads = spreads
        self.words: list[tuple[str, tuple[Act, ...], float]] = []
        walk.event_ahead = len(walk.events)

    def by_agent(self, *acts: Act) -> None:
        """Let the agent say something."""
        self._say("agent", acts)

    def by_customer(self, *acts: Act) -> None:
        """Let the customer say something."""
        self._say("customer", acts)

    def _say(self, by: str, acts: tuple[Act, ...]) -> None:
        self.words.append((by, acts, self.walk.mood))
        if self.spreads:
            self.walk.event_ahead += 1


def agent(key: str, fact: str = "", pick: int = -1) -> Act:
    """Return an act of the agent."""
    return Act(key, fact, "agent", pick)


def customer(key: str, fact: str = "", pick: int = -1) -> Act:
    """Return an act of the customer."""
    return Act(key, fact, "customer", pick)


def converse(walk: Walk, turn: Turn, said: Said) -> Result:
    """Hold a whole conversation at the desk of this stay, and return how it ends."""
    _opening(walk, turn, said)
    _questions(walk, turn, said)
    if walk.chance.unit() < 0.35 and "step_tried" not in walk.given:
        walk.tell("step_tried")
        said.by_customer(customer("tried_step", "step_tried"))
    said.by_agent(agent("look"))
    if walk.chance.unit() < walk.person.chattiness:
        said.by_customer(customer("small_talk_customer"))
        said.by_agent(agent("small_talk_agent"))
    result = decide(walk, turn)
    _ending(walk, turn, said, result)
    walk.event_ahead = 0
    return result


def _opening(walk: Walk, turn: Turn, said: Said) -> None:
    again = len(walk.turns) > 1
    draw = walk.chance.unit()
    if "problem" in turn.visible:
        uses = [agent("use", fact) for fact in walk.issue.facts if fact in turn.visible][:2]
        said.by_agent(agent("greet_agent"), agent("use_history", "problem"), *uses)
        said.by_customer(customer("confirm"))
        return
    said.by_agent(agent("greet_agent"))
    opening: list[Act] = [customer("greet_customer")] if draw < 0.6 else []
    if again and draw < 0.7:
        opening.append(customer("refer_earlier"))
        if draw < 0.35:
            said.by_customer(*opening)
            knew = "problem" in walk.given
            said.by_agent(agent("ask_problem_again" if knew else "ask_problem", "problem"))
            opening = []
            if knew:
                walk.hurt("asked_again")
    said.by_customer(*opening, walk.state_problem())


def _questions(walk: Walk, turn: Turn, said: Said) -> None:
    place, chance = turn.place, walk.chance
    asks: list[Act] = []
    repeats = False
    verifies = chance.unit() < place.verifies
    verified = ""
    for fact in walk.issue.facts:
        known_here = fact in turn.visible or fact in turn.told
        if verifies and not verified and fact in IDENTITY_FACTS:
            verified = fact
            asks.append(agent("reverify" if fact in walk.given else "ask", fact))
        elif not known_here and chance.unit() < 0.92:
            again = fact in walk.given
            repeats = repeats or again
            asks.append(agent("ask_again" if again else "ask", fact))
    if verified:
        walk.verified += 1
        if walk.verified > 1:
            walk.hurt("repeated_verification")
    if repeats:
        walk.hurt("asked_again")
    for place_in_list in range(0, len(asks), 2):
        group = asks[place_in_list : place_in_list + 2]
        said.by_agent(*group)
        answers = [customer("answer", act.fact) for act in group]
        if any(act.key == "ask_again" for act in group) and chance.unit() < 0.5:
            answers.insert(0, customer("already_said"))
        walk.tell(*(act.fact for act in group))
        said.by_customer(*answers)


def decide(walk: Walk, turn: Turn) -> Result:
    """Draw how the stay ends; what the desk knows without asking helps, and every further contact does."""
    place, chance = turn.place, walk.chance
    needed = (*walk.issue.facts, "problem")
    carried = sum(fact in turn.visible for fact in needed) / len(needed)
    if chance.unit() < place.solves + 0.12 * carried + 0.06 * (walk.contacts - 1):
        return SETTLED
    to = chance.weighed(place.sends) if place.sends else "nowhere"
    if to == place.desk and place.specialists and len(walk.turns) < _MOST_PASSED_ON:
        return Result("passed", to)
    if to in ("nowhere", place.desk):
        return NOWHERE
    if to == "back_office":
        return REVIEW
    return Result("passed" if chance.unit() < place.warm else "sent", to)


def _ending(walk: Walk, turn: Turn, said: Said, result: Result) -> None:
    chance = walk.chance
    if result.ending == "settled":
        thanks = "relief" if len(walk.turns) > 2 else "thanks"
        said.by_agent(agent("solve"), agent("anything_else"))
        said.by_customer(customer(thanks), customer("goodbye_customer"))
        said.by_agent(agent("close_agent"))
        return
    words = [agent("apology")] if chance.unit() < 0.7 else []
    if len(walk.turns) > 1 and chance.unit() < 0.07:
        words.append(agent("conflicting_answer"))
        walk.hurt("conflicting_answers")
    words += unsettled(walk, turn, result)
    said.by_agent(*words)
    said.by_customer(feeling(walk))
    said.by_agent(agent("close_agent"))


def unsettled(walk: Walk, turn: Turn, result: Result) -> list[Act]:
    """Return what the agent says when the issue stays open, with the frictions that lie in it."""
    if result.ending == "review":
        words = [agent("pass_to_review")]
    elif result.ending == "passed":
        return [agent("cannot"), agent("transfer")]
    elif result.ending == "sent":
        walk.hurt("forced_channel")
        return [agent("cannot"), agent("call_us")] if result.to == "phone" else [agent("cannot"), agent("next_step")]
    else:
        words = [agent("cannot")]
    if walk.chance.unit() < turn.place.explains:
        walk.promised = walk.now + _PROMISED_DAYS * DAY
        words.append(agent("promise", "promise"))
    else:
        walk.hurt("no_next_step")
        words.append(agent("no_date"))
    return words


def feeling(walk: Walk) -> Act:
    """Return what a customer says whose issue stays open, by how they feel."""
    if walk.mood < _ANGRY:
        return customer("angry")
    if walk.mood < _PATIENT:
        return customer("annoyed")
    return customer("unclear" if walk.chance.unit() < 0.3 else "thanks")
