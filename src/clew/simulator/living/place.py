"""A desk as one issue meets it: the scenario's desk with what differs for the issue, made ready for drawing."""

from __future__ import annotations

from dataclasses import dataclass

from clew.model import CHANNELS
from clew.simulator.living.clock import DAY, MINUTE, drift
from clew.simulator.people import Agent
from clew.simulator.scenario import DESKS, At, Issue, Scenario

#: Desk -> the system that writes it down, and the channel it is in Clew's words.
SYSTEMS: dict[str, tuple[str, str]] = {
    "self_service": ("website", "self_service"),
    "chatbot": ("chatbot", "chatbot"),
    "chat": ("livechat", "chat"),
    "phone": ("telephony", "phone"),
    "email": ("mailbox", "email"),
    "web": ("helpdesk", "web"),
    "sms": ("sms", "sms"),
    "social": ("social", "social"),
    "back_office": ("helpdesk", "back_office"),
}
#: A wait is long when it is more than this many times what the channel leads customers to expect.
LONG_WAIT = 3
_EXPECTED = {channel.name: channel.expected_response_seconds for channel in CHANNELS}


@dataclass(frozen=True, slots=True)
class Place:
    """One desk for one issue. Waits are in seconds; ``sends`` is (weight, desk or "nowhere").

    ``specialists`` are a second team at the desk, to whom its first one passes customers on (empty = it has none).
    """

    desk: str
    index: int
    system: str
    channel: str
    likes: float
    urgency: float
    wait: tuple[float, float, float]
    long_wait: float
    patience: float
    opening: tuple[int, int, int]
    solves: float
    warm: float
    verifies: float
    explains: float
    carries: dict[str, float]
    sends: tuple[tuple[float, str], ...]
    team: str
    agents: tuple[Agent, ...]
    specialists: tuple[Agent, ...]

    def answering(self, *, passed_on: bool) -> tuple[Agent, ...]:
        """Return who may answer: specialists those who were passed on to this desk, where it has any."""
        return self.specialists if passed_on and self.specialists else self.agents


def places_of(scenario: Scenario, issue: Issue, agents: dict[str, tuple[Agent, ...]]) -> dict[str, Place]:
    """Return the desks that the scenario has, as the issue meets them, by desk."""
    return {
        desk: _place(scenario, desk, issue.at.get(desk, At()), agents[desk])
        for desk in DESKS
        if desk in scenario.channels
    }


def _place(scenario: Scenario, desk: str, at: At, agents: tuple[Agent, ...]) -> Place:
    usual = scenario.channels[desk]
    system, channel = SYSTEMS[desk]
    fast, half, slow = (minutes * MINUTE for minutes in usual.wait_minutes)
    sends = at.sends_to or usual.sends_to
    return Place(
        desk=desk,
        index=DESKS.index(desk),
        system=system,
        channel=channel,
        likes=usual.likes if at.likes is None else at.likes,
        urgency=usual.urgency,
        wait=(fast, half, slow),
        # A form on the website is answered by mail.
        long_wait=(_EXPECTED[channel] or _EXPECTED["email"]) * LONG_WAIT,
        patience=usual.patience_minutes * MINUTE,
        opening=(usual.opens, usual.closes, usual.days),
        solves=usual.solves if at.solves is None else at.solves,
        warm=usual.warm if at.warm is None else at.warm,
        verifies=usual.verifies if at.verifies is None else at.verifies,
        explains=usual.explains if at.explains is None else at.explains,
        carries=usual.carries,
        sends=tuple((weight, to) for to, weight in sends.items() if weight and to in (*scenario.channels, "nowhere")),
        team=usual.team or desk.replace("_", " ").capitalize(),
        agents=tuple(agent for agent in agents if not agent.specialist),
        specialists=tuple(agent for agent in agents if agent.specialist),
    )


class Waits:
    """How much longer than usual everything takes on each day of the world, for the scenario's drifts."""

    def __init__(self, scenario: Scenario, begin: int, days: int) -> None:
        self._begin = begin
        self._factors = [drift(scenario.drifts, "waits", day) for day in range(days)]

    def factor(self, at: int) -> float:
        """Return the factor at a moment (seconds); that of the last day behind the period."""
        return self._factors[max(0, min((at - self._begin) // DAY, len(self._factors) - 1))]
