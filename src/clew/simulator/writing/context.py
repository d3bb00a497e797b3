"""What was known, carried and asked again at each handoff, as the texts tell it."""

from __future__ import annotations

from collections.abc import Mapping

from clew.simulator.event import Event
from clew.simulator.export import Spoken
from clew.simulator.lived import Change, Lived
from clew.simulator.living.telling import journey_id
from clew.simulator.living.walk import COSTS

Texts = Mapping[int, tuple[Spoken, ...]]
_GIVES = ("give", "answer", "state_problem", "tried_step")
_ASKS = ("ask", "ask_again")
#: Facts that nobody is ever asked for: they say something, but nothing that a receiver has to know.
_SAID_IN_PASSING = ("amount_usual", "amount_difference", "date_next")
_US = 1_000_000


def true_acts(lived: Lived, spoken: Texts) -> dict[int, tuple[Spoken, ...]]:
    """Return what was spoken with each question for something that the customer had given before called ``ask_again``.

    Who asks doesn't know what the texts of others hold; the truth does.
    """
    known: dict[str, set[str]] = {}
    found: dict[int, tuple[Spoken, ...]] = {}
    for event in lived.events:
        said = spoken.get(event.number)
        if not said:
            continue
        if event.pursuit is None:
            found[event.number] = said
            continue
        given = known.setdefault(event.pursuit.key, set())
        told: list[Spoken] = []
        for each in said:
            if each.act in _ASKS:
                told.append(each._replace(act="ask_again" if each.fact in given else "ask"))
                continue
            if each.act in _GIVES:
                given.add(each.fact)
            told.append(each)
        found[event.number] = tuple(told)
    return found


def handoff_rows(lived: Lived, spoken: Texts) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """Return the rows of the tables handoffs and, for what was asked again, frictions; ``spoken`` are true acts."""
    at = {event.number: event for event in lived.events}
    by_pursuit = lived.by_pursuit()
    rows: list[tuple[object, ...]] = []
    for change in lived.changes:
        known = _given(by_pursuit[change.pursuit], spoken, change.from_event)
        again, verified = _asked(change, spoken, known)
        used = _used(change, spoken)
        carried = [fact for fact in known if fact in used and fact not in again]
        visible = [fact for fact in known if fact in change.visible or fact in carried]
        wait = at[change.to_event].at - at[change.from_event].at if change.from_event in at else 0
        rows.append(
            (
                journey_id(change.pursuit),
                change.place,
                lived.interaction_id(change.from_event),
                lived.interaction_id(change.to_event),
                change.from_channel,
                change.to_channel,
                change.from_party,
                change.to_party,
                wait * _US,
                known,
                visible,
                carried,
                again,
                verified,
            )
        )
    frictions: list[tuple[object, ...]] = [
        (
            journey_id(event.pursuit.key),
            lived.interaction_id(event.number),
            "asked_again",
            COSTS["asked_again"] * event.person.sensitivity,
        )
        for event in lived.events
        if event.pursuit is not None and any(each.act == "ask_again" for each in spoken.get(event.number, ()))
    ]
    return rows, frictions


def _given(events: list[Event], spoken: Texts, until: int) -> list[str]:
    """Return the facts that the customer had given by an event, in the order of giving."""
    given: dict[str, None] = {}
    for event in events:
        if event.number > until:
            break
        for each in spoken.get(event.number, ()):
            if each.act in _GIVES and each.fact not in _SAID_IN_PASSING:
                given[each.fact] = None
    return list(given)


def _used(change: Change, spoken: Texts) -> set[str]:
    """Return what the receiver said by themselves, before the customer had told it anew."""
    anew: set[str] = set()
    used: set[str] = set()
    for number in range(change.to_event, change.until_event + 1):
        for each in spoken.get(number, ()):
            if each.act == "use" and each.fact not in anew:
                used.add(each.fact)
            elif each.act in _GIVES:
                anew.add(each.fact)
    return used


def _asked(change: Change, spoken: Texts, known: list[str]) -> tuple[list[str], list[str]]:
    """Return which of the known facts the receiver asked for again, and which as a check."""
    again: dict[str, None] = {}
    verified: dict[str, None] = {}
    for number in range(change.to_event, change.until_event + 1):
        for each in spoken.get(number, ()):
            if each.fact in known and each.act in _ASKS:
                again[each.fact] = None
            elif each.fact in known and each.act == "reverify":
                verified[each.fact] = None
    return list(again), list(verified)
