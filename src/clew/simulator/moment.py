"""What happens in the made-up world, one moment at a time, before any system has written it down its own way."""

from __future__ import annotations

from dataclasses import dataclass

from clew.simulator.person import Agent, Person


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happens between a person and the company.

    ``at`` is in seconds since 1970. ``system`` is where it is written down (website, chatbot, help_desk, phone, messages,
    orders, surveys), ``act`` what happens there, ``by`` who does it (customer, bot, agent, system). ``thread`` is the
    session, call or message it belongs to, ``ticket`` the case, both by keys that no system shows. ``via`` is the channel
    a help-desk entry came by, ``detail`` what the act needs beside its words: a page's path, a status, a rating.
    """

    at: int
    person: Person
    system: str
    act: str
    by: str
    text: str = ""
    issue: str = ""
    thread: str = ""
    ticket: str = ""
    via: str = ""
    detail: str = ""
    agent: Agent | None = None
    lasts: int = 0
