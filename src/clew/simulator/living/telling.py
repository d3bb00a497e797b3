"""Tells the truth about a block: who the people were, how each journey went, where it broke, and what drove its end."""

from __future__ import annotations

from itertools import pairwise

from clew.simulator.event import Event
from clew.simulator.lived import Change, Lived
from clew.simulator.living.life import Life, Past
from clew.simulator.living.walk import Turn, Walk

_US = 1_000_000
#: Kinds that only record something; in the others the two sides meet.
_RECORDING = ("status", "note", "rating")
#: Channels on which a customer speaks to nobody.
_ALONE = ("self_service", "web", "survey", "order")


def person_id(number: int) -> str:
    """Return the truth's id of a person."""
    return f"p{number:07}"


def journey_id(key: str) -> str:
    """Return the truth's id of a pursuit."""
    return f"j{key}"


def tell(lived: Lived, lives: list[Life]) -> None:
    """Fill the truth of a block; of what lies behind the period nothing is told."""
    kept = {event.number: event for event in lived.events}
    by_pursuit = lived.by_pursuit()
    for events in by_pursuit.values():
        lived.positions.update((event.number, place) for place, event in enumerate(events, start=1))
    tables = ("people", "journeys", "frictions", "drivers", "counterfactuals")
    lived.truth = {table: [] for table in tables}
    people, journeys, frictions, drivers, counterfactuals = (lived.truth[table] for table in tables)
    for life in lives:
        left = life.left_at * _US if 0 < life.left_at < lived.end else None
        person = life.person
        people.append(
            (
                person_id(person.number),
                f"h{person.household:07}",
                person.segment,
                person.team,
                left,
                life.orders,
                person.consent,
            )
        )
        for past in life.pasts:
            key = past.walk.pursuit.key
            if key not in by_pursuit:
                continue
            changes = _changes(past.walk, kept)
            lived.changes += changes
            journeys.append(_journey(past, by_pursuit[key], len(changes), lived.end))
            frictions += [
                (journey_id(key), lived.interaction_id(event), friction, cost)
                for event, friction, cost in past.walk.frictions
                if event in kept and friction != "asked_again"
            ]
            drivers += [(journey_id(key), *driver) for driver in past.drivers]
        counterfactuals += [(journey_id(row[0]), *row[1:]) for row in life.counterfactuals if row[0] in by_pursuit]


def _changes(walk: Walk, kept: dict[int, Event]) -> list[Change]:
    """Return the handoffs of a pursuit within the period: stays after one another at another desk or with another party.

    They lie between the last thing that either side did and the next; what a system only records is not among those.
    """
    met = [(turn, ends) for turn in walk.turns if (ends := _ends(turn, kept)) is not None]
    found: list[Change] = []
    for (before, (_, left)), (after, (came, until)) in pairwise(met):
        if before.place.channel != after.place.channel or before.party != after.party or _passed_on(before, after):
            found.append(
                Change(
                    walk.pursuit.key,
                    len(found) + 1,
                    min(left, came - 1),
                    came,
                    until,
                    before.place.channel,
                    after.place.channel,
                    _party(before),
                    _party(after),
                    after.visible,
                )
            )
    return found


def _ends(turn: Turn, kept: dict[int, Event]) -> tuple[int, int] | None:
    """Return the first and the last event of a stay that somebody did and that lies in the period; None without any."""
    done = [
        number
        for number in range(turn.first_event, turn.last_event + 1)
        if number in kept and kept[number].kind != "status"
    ]
    return (done[0], done[-1]) if done else None


def _passed_on(before: Turn, after: Turn) -> bool:
    """Say whether one team passed the customer on to the other team of the same desk."""
    return after.passed_on and before.party == after.party == "agent"


def _party(turn: Turn) -> str:
    return turn.party or "nobody"


def _journey(past: Past, events: list[Event], handoffs: int, end: int) -> tuple[object, ...]:
    walk, outcome = past.walk, past.outcome
    began = set(walk.contact_events)
    contacts = [event for event in events if event.number in began]
    meeting = [event for event in events if event.kind not in _RECORDING and event.channel != "back_office"]
    reached = [event for event in contacts if event.channel not in _ALONE or event.system == "helpdesk"]
    answers = [event for event in events if _answers(event)]
    first = reached[0].at if reached else None
    second = reached[1].at if len(reached) > 1 else None
    answer = None if first is None else next((event.at for event in answers if event.at >= first), None)
    complete = walk.now < end
    settled = [at for at in walk.settled if at < end]
    resolved = settled[-1] if settled and complete and walk.outcome == "resolved" else None
    return (
        journey_id(walk.pursuit.key),
        person_id(walk.person.number),
        walk.issue.name,
        events[0].at * _US,
        events[-1].at * _US,
        _us(first),
        _us(second),
        _us(answer),
        _us(resolved),
        _us(settled[0] if settled else None),
        walk.outcome if complete else "open",
        len(contacts),
        sum(one.channel != two.channel for one, two in pairwise(meeting)),
        handoffs,
        (reached or events)[0].channel,
        (reached or events)[-1].channel,
        outcome.mark,
        outcome.leaves,
        complete,
    )


def _answers(event: Event) -> bool:
    """Say whether a person answers the customer here: in writing that goes out, or by taking a call."""
    if event.kind == "call":
        return event.agent is not None
    return event.by == "agent" and event.kind == "message" and event.channel != "back_office"


def _us(at: int | None) -> int | None:
    return None if at is None else at * _US
