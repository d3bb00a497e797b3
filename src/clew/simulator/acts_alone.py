"""What customers do by themselves: look at pages, search the help centre, talk to the chatbot, fill in a form, order."""

from __future__ import annotations

from clew.simulator.hours import DAY, MINUTE
from clew.simulator.story import Story

#: Issue -> the page that customers look at first, and the form that settles it where there is one.
_PAGES = {
    "billing": ("/account/bills", "/account/bills/explained"),
    "order status": ("/account/orders", "/account/orders/delivery-slot"),
    "address change": ("/account/details", "/account/moving-home/done"),
    "technical fault": ("/status", "/status/restart-line"),
    "contract change": ("/tariffs", "/account/tariff/changed"),
}


def look(story: Story) -> None:
    """Open the account's page for the issue; some go on to the help centre and leave without an answer."""
    story.add("website", "page", "customer", detail="/")
    story.wait(10, 90)
    story.add("website", "page", "customer", detail=_PAGES[story.issue][0])
    story.wait(20, 4 * MINUTE)
    if story.chance.happens(550):
        search(story)


def search(story: Story) -> None:
    """Search the help centre and read an article."""
    story.add("website", "search", "customer", story.say("customer searches"), detail="/help")
    story.wait(5, 40)
    if story.chance.happens(800):
        title = story.say("article")
        story.add("website", "page", "customer", title, detail="/help/" + title.lower().replace(" ", "-"))
        story.wait(30, 6 * MINUTE)


def serve_oneself(story: Story) -> None:
    """Settle it on the website."""
    search(story)
    story.add("website", "page", "customer", detail=_PAGES[story.issue][0])
    story.wait(MINUTE, 8 * MINUTE)
    story.add("website", "page", "customer", detail=_PAGES[story.issue][1])


def order(story: Story) -> None:
    """Buy something; it comes, or doesn't, some days later."""
    items = ("Brightline Hub router", "Mesh extender", "Smart meter display", "TV box", "Telephone handset")
    story.add("orders", "order", "customer", story.chance.one_of(items), detail=story.facts.order)
    story.wait(3 * DAY, 8 * DAY)


def _to_bot(story: Story, thread: str, act: str) -> None:
    story.wait(12, 75)
    story.add("chatbot", "says", "customer", story.say(act), thread=thread)


def _from_bot(story: Story, thread: str, act: str, outcome: str = "") -> None:
    story.wait(1, 4)
    story.add("chatbot", "says", "bot", story.say(act), thread=thread, detail=outcome)


def _ask(story: Story) -> str:
    thread = story.new_thread()
    _from_bot(story, thread, "bot greets")
    _to_bot(story, thread, "customer asks")
    return thread


def bot_fails(story: Story) -> None:
    """Ask the chatbot, get general answers, ask for a person."""
    thread = _ask(story)
    _from_bot(story, thread, "bot answers")
    _to_bot(story, thread, "customer insists")
    _from_bot(story, thread, "bot unsure" if story.chance.happens(500) else "bot answers")
    _to_bot(story, thread, "customer wants a person")
    _from_bot(story, thread, "bot hands over", "handed over")


def bot_solves(story: Story) -> None:
    """Ask the chatbot and get what one needs."""
    thread = _ask(story)
    _from_bot(story, thread, "bot solves")
    _to_bot(story, thread, "customer glad")
    _from_bot(story, thread, "bot closes", "resolved")


def bot_abandoned(story: Story) -> None:
    """Ask the chatbot, get general answers, give up."""
    thread = _ask(story)
    _from_bot(story, thread, "bot answers")
    if story.chance.happens(600):
        _to_bot(story, thread, "customer insists")
    _from_bot(story, thread, "bot unsure", "abandoned")
