"""What happens in a world, one event at a time, before any system has written it down in its own way."""

from __future__ import annotations

from typing import NamedTuple

from clew.simulator.people import Agent, Person
from clew.simulator.scenario import Issue


class Act(NamedTuple):
    """One thing that is said: its key in the vocabulary, the fact it is about ('' = none) and who says it in a call.

    ``pick`` is the wording's place in its list, where the engine has to know what it says; -1 = any.

    Acts that carry a fact: ``give`` (the customer tells it unasked), ``answer`` (having been asked), ``ask``,
    ``ask_again`` (though it was given on this issue), ``reverify`` (a legitimate check), ``use`` (carried over: said
    without asking), ``promise``. The fact of ``state_problem`` is "problem", of ``tried_step`` "step_tried".
    """

    key: str
    fact: str = ""
    by: str = ""
    pick: int = -1


class Pursuit:
    """The truth of one journey while it unfolds and after: one customer's pursuit of one issue.

    ``slots`` is all that fills its texts, the facts that the customer can give among it. ``case`` is its ticket once it
    has one ('' until then), which is ``case_number``. ``number`` counts the person's pursuits from 0; ``key`` is unique
    in the world. ``began_at`` is in seconds since 1970 (UTC).
    """

    __slots__ = ("began_at", "case", "case_number", "issue", "key", "number", "person", "slots")

    def __init__(
        self, key: str, number: int, person: Person, issue: Issue, began_at: int, case_number: str = ""
    ) -> None:
        self.key = key
        self.number = number
        self.person = person
        self.issue = issue
        self.began_at = began_at
        self.case = ""
        self.case_number = case_number
        self.slots: dict[str, str] = {}


class Event(NamedTuple):
    """One thing that happens between a person and the company, or that a system does about them.

    ``at`` is in true seconds since 1970 (UTC), ``lasts`` in seconds, as is ``waits``, the part of it that was spent in a
    queue. ``system`` is where it is written down (chatbot,
    livechat, telephony, mailbox, helpdesk, sms, website, social, surveys, orders), ``channel`` and ``kind`` are Clew's
    words for it, ``by`` is who acts (customer, bot, agent, system). ``pursuit`` is None for what belongs to no issue.
    ``thread`` is the source's conversation, ``case`` the ticket ('' = none). ``detail`` is what the act needs beside
    its words: a page's path, a status, a rating, a call's disposition, an amount. ``mood`` is how the customer feels
    right after it, from -2 (furious) to 2 (delighted). ``number`` is unique in its block, in the order of making.
    """

    at: int
    number: int
    person: Person
    pursuit: Pursuit | None
    system: str
    channel: str
    kind: str
    by: str
    thread: str
    case: str
    agent: Agent | None
    acts: tuple[Act, ...]
    detail: str
    mood: float
    lasts: int = 0
    waits: int = 0
