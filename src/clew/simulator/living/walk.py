"""One pursuit as it unfolds: a clock that only goes forward, what was said to whom, and what it did to the customer."""

from __future__ import annotations

from dataclasses import dataclass, field

from clew.simulator.chance import Chance, spread
from clew.simulator.event import Act, Event, Pursuit
from clew.simulator.living.clock import DAY, HOUR, MINUTE, next_open
from clew.simulator.living.names import share_of
from clew.simulator.living.place import Place, Waits
from clew.simulator.living.policy import Policy
from clew.simulator.people import Agent, Person
from clew.simulator.scenario import Issue

#: Friction -> what it takes from the mood of a customer of usual sensitivity, in points of valence.
COSTS: dict[str, float] = {
    "repeat_contact": 0.15,
    "forced_channel": 0.25,
    "channel_switch_under_duress": 0.20,
    "ping_pong": 0.35,
    "asked_again": 0.30,
    "repeated_verification": 0.15,
    "long_wait": 0.20,
    "no_next_step": 0.20,
    "status_chasing": 0.20,
    "bot_dead_end": 0.35,
    "failed_self_service": 0.15,
    "abandoned_queue": 0.40,
    "transfer_chain": 0.30,
    "reopening": 0.40,
    "unresolved_end": 0.50,
    "rage_clicks": 0.10,
    "missed_promise": 0.40,
    "conflicting_answers": 0.35,
    "message_without_context": 0.30,
}
NOBODY = ""
#: What is decided in each stay by :meth:`Walk.fate`.
SETTLES, SENDS, PASSES, EXPLAINS, GIVES_UP, TURNS_TO, QUEUES, MOVES = range(8)


@dataclass(slots=True)
class Turn:
    """One stay at one desk: who answered, what they could see of what had been said before, and what is said now."""

    place: Place
    first_event: int
    party: str
    visible: frozenset[str]
    warm: bool
    last_event: int = -1
    told: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    passed_on: bool = False


@dataclass(slots=True)
class Walk:
    """The state of a pursuit. ``given`` are the facts that the customer has told anybody, ``told`` those each desk has.

    ``now`` and ``settled`` are in seconds since 1970, ``mood`` is from -2 to 2; ``frictions`` are (event, name, cost).
    ``event_ahead`` is the place of the event that a conversation is at, 0 outside of one. ``bare`` says that the closing
    message told nothing, ``returns`` that what was settled came back, ``flees`` that a queue drove the customer away.

    ``wordings`` says for each act with words of the issue's own which facts each wording tells.
    """

    pursuit: Pursuit
    person: Person
    issue: Issue
    chance: Chance
    policy: Policy
    places: dict[str, Place]
    waits: Waits
    first_number: int
    wordings: dict[str, tuple[frozenset[str], ...]]
    now: int
    mood: float
    events: list[Event] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    frictions: list[tuple[int, str, float]] = field(default_factory=list)
    given: dict[str, None] = field(default_factory=dict)
    told: dict[str, set[str]] = field(default_factory=dict)
    contact_events: list[int] = field(default_factory=list)
    verified: int = 0
    transfers: int = 0
    threads: int = 0
    settled: list[int] = field(default_factory=list)
    outcome: str = "open"
    event_ahead: int = 0
    bare: bool = False
    returns: bool = False
    flees: bool = False
    chases: int = 0
    promised_days: int = 3
    fate_key: int = 0

    def fate(self, what: int) -> float:
        """Return a number from 0 to 1 for what is decided in this stay, by itself and not by how much was drawn before.

        So a stay ends the same with an intervention and without it, unless the intervention has a hand in it.
        """
        return share_of(len(self.turns) * 16 + what, self.fate_key, 0)

    def wait(self, low: int, high: int) -> None:
        """Let between ``low`` and ``high`` seconds pass."""
        self.now += low + int(self.chance.unit() * (high - low + 1))

    def until_open(self, place: Place) -> None:
        """Let time pass until the desk is open, and some minutes more if it wasn't."""
        opens = next_open(*place.opening, self.now)
        if opens > self.now:
            self.now = opens + int(self.chance.unit() * self.chance.unit() * 3 * HOUR) + MINUTE

    def is_open(self, desk: str) -> bool:
        """Say whether somebody could answer at a desk right now."""
        place = self.places.get(desk)
        return place is not None and next_open(*place.opening, self.now) <= self.now

    def queue(self, place: Place) -> float:
        """Return how long the desk lets wait this time, in seconds."""
        fast, half, slow = place.wait
        return spread(self.fate(QUEUES), fast, half, slow) * self.waits.factor(self.now)

    def thread(self, mark: str) -> str:
        """Return the key of a new conversation of this pursuit."""
        self.threads += 1
        return f"{self.pursuit.key}/{mark}{self.threads}"

    def open_case(self) -> None:
        """Give the pursuit a case, which it keeps."""
        self.pursuit.case = self.pursuit.case_number

    @property
    def contacts(self) -> int:
        """How often the customer has turned to somebody."""
        return len(self.contact_events)

    def came_from(self, place: Place) -> bool:
        """Say whether the stay before this one was at the same desk."""
        return len(self.turns) > 1 and self.turns[-2].place.desk == place.desk

    def contact(self) -> None:
        """Note that the next event begins a contact."""
        self.contact_events.append(self.first_number + len(self.events))

    def hurt(self, friction: str, at: int | None = None) -> None:
        """Note a friction at an event: the latest, in a conversation the one to come; and what it takes."""
        cost = COSTS[friction] * self.person.sensitivity
        self.mood = max(-2.0, self.mood - cost)
        latest = self.first_number + max(self.event_ahead or len(self.events) - 1, 0)
        self.frictions.append((latest if at is None else at, friction, cost))

    def waited(self, place: Place, seconds: int) -> None:
        """Note that the customer has waited for an answer; it hurts where it was long for that place."""
        if seconds > place.long_wait:
            self.hurt("long_wait")

    def cheer(self, points: float) -> None:
        """Lift the mood."""
        self.mood = min(2.0, self.mood + points)

    def add(  # noqa: PLR0913 - an event has as many sides
        self,
        place: Place,
        kind: str,
        by: str,
        acts: tuple[Act, ...],
        thread: str = "",
        detail: str = "",
        agent: Agent | None = None,
        lasts: int = 0,
        mood: float | None = None,
        waits: int = 0,
    ) -> None:
        """Add an event at this moment; ``mood`` where it isn't that of now, ``waits`` the seconds in a queue."""
        self.events.append(
            Event(
                self.now,
                self.first_number + len(self.events),
                self.person,
                self.pursuit,
                place.system,
                place.channel,
                kind,
                by,
                thread,
                self.pursuit.case,
                agent,
                acts,
                detail,
                self.mood if mood is None else mood,
                lasts,
                waits,
            )
        )

    def settle(self) -> None:
        """Let the issue be settled: a weight off the customer's mind, whatever comes later."""
        self.settled.append(self.now)
        self.cheer(0.9)

    @property
    def was_answered(self) -> bool:
        """Whether a person has dealt with it before this stay."""
        return any(turn.party == "agent" for turn in self.turns[:-1])

    @property
    def sought_alone(self) -> bool:
        """Whether the customer has looked for it by themselves before this stay."""
        return any(turn.place.desk == "self_service" for turn in self.turns[:-1])

    def arrive(self, place: Place, party: str, warm: bool) -> Turn:
        """Begin a stay at a desk: what was said elsewhere is visible there, or isn't."""
        chance = self.chance
        visible = set(self.told.get(place.desk, ())) if chance.unit() < place.carries.get(place.desk, 0.0) else set()
        for desk, facts in self.told.items():
            usual = place.carries.get(desk, 0.0) if desk != place.desk else 0.0
            draw = chance.unit()
            if draw < usual or any(
                source == desk and to == place.desk and draw < share for source, to, share in self.policy.carried
            ):
                visible |= facts
        turn = Turn(place, self.first_number + len(self.events), party, frozenset(visible & self.given.keys()), warm)
        self.turns.append(turn)
        return turn

    def leave(self) -> None:
        """End the stay; what was visible or said there stays with the desk."""
        turn = self.turns[-1]
        turn.last_event = self.first_number + len(self.events) - 1
        self.told.setdefault(turn.place.desk, set()).update(turn.visible)

    def chase(self) -> Act:
        """Return the act of asking what became of it, by how often it was asked and what was promised."""
        self.chases += 1
        promised = [event for event in self.events if any(act.key == "promise" for act in event.acts)]
        if promised and self.now > promised[-1].at + self.promised_days * DAY:
            return Act("chase_promised", "", "customer")
        return Act("chase_first" if self.chases == 1 else "chase", "", "customer")

    def work(self, place: Place, kind: str, acts: tuple[Act, ...], detail: str, agent: Agent) -> None:
        """Let one of the company's own do something on the case that the customer doesn't see: a stay of its own."""
        self.until_open(place)
        at = self.first_number + len(self.events)
        visible = self.turns[-1].visible if self.turns else frozenset()
        self.turns.append(Turn(place, at, "agent", visible, warm=False, last_event=at))
        self.add(place, kind, "agent", acts, self.pursuit.case_number, detail, agent)

    def tell(self, *facts: str) -> None:
        """Note that the customer gives facts at the desk of this stay."""
        for fact in facts:
            self.given[fact] = None
        turn = self.turns[-1]
        turn.told.update(facts)
        self.told.setdefault(turn.place.desk, set()).update(facts)

    def says(self, key: str, fact: str = "") -> Act:
        """Return an act of the customer in words of the issue's own; the facts that its wording holds are told by it."""
        told = self.wordings[key]
        pick = int(self.chance.unit() * len(told))
        self.tell(*((fact,) if fact else ()), *told[pick])
        return Act(key, fact, "customer", pick)

    def answers(self, key: str, by: str = "agent") -> Act:
        """Return an act of the company's in words of the issue's own: if it can be, one that names only what was given."""
        told = self.wordings[key]
        known = [pick for pick, facts in enumerate(told) if facts <= self.given.keys()]
        chosen = known or range(len(told))
        return Act(key, "", by, chosen[int(self.chance.unit() * len(chosen))])

    def state_problem(self) -> Act:
        """Return the act of telling what is wrong."""
        return self.says("state_problem", "problem")
