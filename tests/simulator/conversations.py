"""A block of customers who talk to a company in every way that its systems write down, made by hand."""

from __future__ import annotations

from clew.simulator.event import Event, Pursuit
from clew.simulator.export import Block
from clew.simulator.people import Agent, Person
from clew.simulator.scenario import Company, Desk, Dirt, Issue, Scenario, Wordings, Words
from tests.simulator.customers import customer

BEGIN = 1_772_409_600  # 2026-03-02 00:00:00 UTC
END = BEGIN + 90 * 86_400
SPOTLESS = Dirt(**dict.fromkeys(Dirt.__struct_fields__, 0.0))
# Where a fiftieth of the rows stands twice, Clew no longer takes a column for an id.
DIRTY = Dirt(duplicate=0.01, late=0.04, broken=0.02, noise=0.03, clock_skew=0.2, zone_slip=0.05, store_tablet=0.1)
MOUTH, ANNE = Agent(1, "Priya S.", "Billing"), Agent(2, "Anne O.", "Phone")
_WORDS = Words(**dict.fromkeys(Words.__struct_fields__, ("…",)))


def issue(name: str, title: str) -> Issue:
    """An issue without words of its own."""
    return Issue(name=name, title=title, tags=(name, "other"), words=Wordings(seen=_WORDS, heldout=_WORDS))


BILL, MOVE = issue("bill", "Bill higher than usual"), issue("move", "Moving house")


def person(number: int, **known: object) -> Person:
    """A customer with everything on file but a family; what is ``known`` otherwise is told."""
    facts: dict[str, object] = {
        "first_name": "Zoë" if number % 4 == 0 else "Robert",
        "last_name": "O'Neill",
        "nickname": "Bob",
        "email": f"robert.oneill.{number}@example.com",
        "phone": f"+1212555{number:04}",
        "account": f"{40_000_000 + number}",
        "devices": (f"device-{number}",),
        "handle": f"bob{number}",
    }
    return customer(number, **{**facts, **known})


#: How bots' and agents' conversations end, one after another.
ENDINGS = {
    "chatbot": ("resolved", "handed over", "referred", "abandoned"),
    "livechat": ("resolved", "transferred", "referred", "closed", "abandoned"),
}
QUEUED_SECONDS = 45
#: What happens to everybody: seconds after they began, system, channel, kind, by, detail, and what is said.
_STORY: tuple[tuple[int, str, str, str, str, str, str], ...] = (
    (0, "chatbot", "chatbot", "message", "customer", "", "Hello, why is my bill higher?"),
    (9, "chatbot", "chatbot", "message", "bot", "ends", "Bills can vary.\nI'll find somebody."),
    (300, "livechat", "chat", "message", "customer", "", "From what I see it's twice the usual; why?"),
    (360, "livechat", "chat", "message", "agent", "ends", "Please call us, \u201cbilling\u201d; thanks."),
    (9_000, "telephony", "phone", "call", "customer", "Passed on", "Agent: Hello.\nCustomer: My bill; it's wrong, \"again\"."),
    (9_400, "helpdesk", "back_office", "message", "agent", "opens", "Bill too high, customer called."),
    (9_400, "helpdesk", "back_office", "status", "system", "status:open", ""),
    (9_401, "helpdesk", "back_office", "status", "system", "team:Billing", ""),
    (90_000, "helpdesk", "back_office", "note", "agent", "notes", "Reading was wrong."),
    (95_000, "helpdesk", "web", "message", "customer", "says", "Any news?"),
    (96_000, "helpdesk", "web", "message", "agent", "says", "Not yet."),
    (97_000, "helpdesk", "back_office", "status", "system", "status:solved", ""),
    (98_000, "mailbox", "email", "message", "customer", "", "Hello,\n\nFrom my side: is it done?\n\nBob"),
    (99_000, "mailbox", "email", "message", "agent", "", "Dear Bob,\nit is corrected \u2013 see below.\n" + "Sorry. " * 160),
    (99_900, "mailbox", "email", "message", "customer", "", "Thank you."),
    (120_000, "sms", "sms", "message", "system", "", "Your bill was corrected."),
    (120_060, "sms", "sms", "message", "customer", "", "What, was corrected?"),
    (120_061, "sms", "sms", "message", "bot", "", "We do not read replies."),
)  # fmt: skip


def block_of(people: list[Person], dirt: Dirt = SPOTLESS, number: int = 0) -> Block:
    """Have everybody live through the story, some hours after one another; every second one opens a web form instead."""
    events: list[Event] = []
    texts: dict[int, str] = {}
    for place, who in enumerate(people):
        pursuit = Pursuit(f"j{who.number}", place, who, BILL if place % 3 else MOVE, BEGIN)
        case = str(500_000 + number * 100_000 + who.number)
        for after, system, channel, kind, by, detail, text in _STORY:
            if detail == "opens" and place % 2:
                by, channel = "customer", "web"
            if detail == "ends":
                detail = ENDINGS[system][place % len(ENDINGS[system])]
            agent = (ANNE if system == "telephony" else MOUTH) if by == "agent" or system == "telephony" else None
            thread = "" if system == "telephony" else case if system == "helpdesk" else f"{pursuit.key}/{system}"
            known_case = case if system in ("helpdesk", "livechat", "telephony", "mailbox") else ""
            at = BEGIN + place * 7_200 + after
            events.append(
                Event(at, len(events), who, pursuit, system, channel, kind, by, thread, known_case, agent, (), detail, 0.0, 240, QUEUED_SECONDS)
            )  # fmt: skip
            if text:
                texts[len(events) - 1] = text
    events.sort(key=lambda event: (event.at, event.number))
    scenario = Scenario(
        company=Company(name="Bright Line", industry="energy"),
        hours=(1.0,) * 24,
        weekdays=(1.0,) * 7,
        channels={"phone": Desk(team="Phone"), "back_office": Desk(team="Billing")},
        issues=(BILL, MOVE),
        dirt=dirt,
    )
    numbered = {who.number: who for who in people}
    return Block(number, 7, scenario, numbered, (MOUTH, ANNE), events, texts, BEGIN, END)
