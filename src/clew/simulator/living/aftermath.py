"""What follows when a pursuit is settled or over: puzzled replies to a bare message, and promises that were broken."""

from __future__ import annotations

from clew.simulator.event import Event
from clew.simulator.living.clock import DAY
from clew.simulator.living.conversation import agent, customer
from clew.simulator.living.walk import Walk

_REACTS = 0.4


def react(walk: Walk) -> None:
    """Ask what a bare "corrected" means, and hear from a machine that nobody reads this; some call instead."""
    if not walk.bare:
        return
    walk.bare = False
    draw = walk.chance.unit()
    if draw > _REACTS:
        return
    walk.wait(600, 2 * DAY)
    place = walk.places.get(walk.issue.told_by)
    phone = walk.places.get("phone")
    began = walk.first_number + len(walk.events)
    if place is not None and place.desk == "sms" and draw < _REACTS * 0.6:
        thread = f"{walk.pursuit.key}/told"
        walk.contact()
        walk.arrive(place, "bot", warm=False)
        walk.add(place, "message", "customer", (customer("what_corrected"),), thread)
        walk.wait(2, 20)
        walk.add(place, "message", "bot", (agent("auto_reply"),), thread)
    elif phone is not None:
        walk.until_open(phone)
        walk.contact()
        walk.arrive(phone, "agent", warm=False)
        words = (
            agent("greet_agent"),
            customer("what_corrected"),
            agent("look"),
            walk.answers("solve"),
            customer("thanks"),
        )
        by, waits = walk.chance.one_of(phone.agents), int(walk.queue(phone))
        lasts = waits + walk.chance.between(120, 500)
        walk.add(phone, "call", "customer", words, walk.thread("call"), "Resolved", by, lasts, waits=waits)
        walk.waited(phone, waits)
    else:
        return
    walk.hurt("repeat_contact", began)
    walk.leave()


def note_broken_promises(walk: Walk) -> None:
    """Note each promise to answer within days after which the company was silent, at the first thing that came later."""
    for place, event in enumerate(walk.events):
        if not any(act.key == "promise" for act in event.acts):
            continue
        until = event.at + walk.promised_days * DAY
        if any(event.at < at <= until for at in walk.settled):
            continue
        later = [each for each in walk.events[place + 1 :] if each.kind != "status"]
        kept = any(_reaches_customer(each) and each.at <= until for each in later)
        broken = next((each.number for each in later if each.at > until), None)
        if not kept and broken is not None:
            walk.hurt("missed_promise", broken)


def _reaches_customer(event: Event) -> bool:
    """Say whether somebody of the company speaks to the customer here; a bot knows nothing of promises."""
    if event.kind == "call":
        return event.agent is not None
    return event.by in ("agent", "system") and event.channel != "back_office"
