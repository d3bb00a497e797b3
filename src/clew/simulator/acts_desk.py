"""What happens when customers reach people: live chats, calls and e-mails, solved, passed on, left or asked for anew."""

from __future__ import annotations

from clew.simulator.hours import DAY, HOUR, MINUTE
from clew.simulator.person import Agent
from clew.simulator.story import Story


def _open_ticket(story: Story, via: str, by: str, text: str, agent: Agent | None = None) -> None:
    story.ticket = story.ticket or story.new_thread()
    story.ticket_via = via
    story.add("help_desk", "opens", by, text, via=via, agent=agent)


def set_status(story: Story, status: str) -> None:
    """Have the help desk note a status, by itself."""
    story.add("help_desk", "status", "system", via=story.ticket_via, detail=status)


def assign(story: Story, desk: str) -> None:
    """Have the help desk move the ticket to a desk."""
    story.add("help_desk", "assigned", "system", via=story.ticket_via, detail=desk)


def _customer(story: Story, act: str, via: str) -> None:
    story.add("help_desk", "says", "customer", story.say(act), via=via)


def _agent(story: Story, act: str, via: str, agent: Agent) -> None:
    story.add("help_desk", "says", "agent", story.say(act, agent), via=via, agent=agent)


def _begin_chat(story: Story) -> Agent:
    """Begin a chat: whoever answers sees nothing of what was said before, and asks."""
    story.wait_for("Chat")
    agent = story.someone_at("Chat")
    _open_ticket(story, "chat", "customer", story.say("customer explains"))
    assign(story, "Chat")
    story.wait(35, 6 * MINUTE)
    set_status(story, "open")
    _agent(story, "agent asks who", "chat", agent)
    story.wait(25, 110)
    _customer(story, "customer says who", "chat")
    story.wait(10, 40)
    _agent(story, "agent looks", "chat", agent)
    story.wait(MINUTE, 6 * MINUTE)
    return agent


def chat_fails(story: Story) -> None:
    """Explain it all to a person in chat, who can't settle it and sends one to the phone."""
    agent = _begin_chat(story)
    _customer(story, "customer explains", "chat")
    story.wait(40, 3 * MINUTE)
    _agent(story, "agent cannot", "chat", agent)
    story.wait(5, 50)
    set_status(story, "pending")


def chat_solves(story: Story) -> None:
    """Have it settled in chat; now and then after a second agent takes over."""
    agent = _begin_chat(story)
    if story.chance.happens(220):
        _agent(story, "agent transfers", "chat", agent)
        story.wait(MINUTE, 5 * MINUTE)
        desk = "Technical" if story.issue == "technical fault" else "Customer relations"
        assign(story, desk)
        agent = story.someone_at(desk)
        _agent(story, "agent asks who", "chat", agent)
        story.wait(20, 90)
        _customer(story, "customer explains", "chat")
        story.wait(MINUTE, 4 * MINUTE)
    _agent(story, "agent solves", "chat", agent)
    story.wait(10, 60)
    _customer(story, "customer glad", "chat")
    story.wait(5, 30)
    _agent(story, "agent anything else", "chat", agent)
    story.wait(30, 4 * MINUTE)
    set_status(story, "solved")


def chat_abandoned(story: Story) -> None:
    """Leave the chat before it came to anything; the help desk closes it two days later."""
    agent = _begin_chat(story)
    story.wait(10 * MINUTE, 20 * MINUTE)
    story.add("help_desk", "notes", "agent", story.say("customer left"), via="chat", agent=agent)
    story.wait(2 * DAY, 2 * DAY + HOUR)
    set_status(story, "closed")


def _call(story: Story, act: str, disposition: str, low: int, high: int) -> None:
    story.wait_for("Phone")
    agent = story.someone_at("Technical" if story.issue == "technical fault" else "Phone")
    thread, lasts = story.new_thread(), story.chance.between(low, high)
    notes = story.say(act, agent)
    opened = bool(story.ticket)
    # The agent notes the ticket's number in the call's record, be it only opened at the end of the call.
    story.ticket = story.ticket or story.new_thread()
    story.add("phone", "calls", "customer", notes, thread=thread, agent=agent, lasts=lasts, detail=disposition)
    story.has_called = True
    story.now += lasts
    story.wait(20, 2 * MINUTE)
    if opened:
        story.add("help_desk", "notes", "agent", notes, via="voice", agent=agent)
    else:
        _open_ticket(story, "voice", "agent", notes, agent)
        assign(story, agent.desk)


def call_passed_on(story: Story) -> None:
    """Repeat account, invoice and problem on the phone, and have it passed to the back office."""
    _call(story, "call passed on", "Passed on", 7 * MINUTE, 26 * MINUTE)
    set_status(story, "open")


def call_solves(story: Story) -> None:
    """Have it settled on the phone."""
    _call(story, "call solved", "Resolved", 3 * MINUTE, 16 * MINUTE)
    story.wait(5, 60)
    set_status(story, "solved")


def call_chases(story: Story) -> None:
    """Ring to ask what became of it, and hear nothing new."""
    _call(story, "call chased", "Follow-up needed", 3 * MINUTE, 12 * MINUTE)


def call_explains(story: Story) -> None:
    """Ring because the company's last message said nothing, and have it explained."""
    story.wait_for("Phone")
    set_status(story, "open")
    _call(story, "call explained", "Resolved", 4 * MINUTE, 11 * MINUTE)
    story.wait(5, 60)
    set_status(story, "solved")


def call_abandoned(story: Story) -> None:
    """Hang up in the queue."""
    story.wait_for("Phone")
    lasts = story.chance.between(3 * MINUTE, 14 * MINUTE)
    thread, notes = story.new_thread(), story.say("call abandoned")
    story.add("phone", "calls", "customer", notes, thread=thread, lasts=lasts, detail="Abandoned")
    story.has_called = True
    story.now += lasts


def write(story: Story) -> None:
    """Write an e-mail that opens a ticket."""
    _open_ticket(story, "email", "customer", story.say("customer writes"))
    assign(story, "E-mail")
    story.wait(3 * HOUR, 30 * HOUR)


def email_chased(story: Story) -> None:
    """Write again because nobody has answered."""
    story.wait(20 * HOUR, 70 * HOUR)
    _customer(story, "customer chases", "email")


def email_put_off(story: Story) -> None:
    """Get an answer that says nothing."""
    story.wait(4 * HOUR, 26 * HOUR)
    story.wait_for("E-mail")
    _agent(story, "agent writes", "email", story.someone_at("E-mail"))


def email_solves(story: Story) -> None:
    """Get an answer that settles it."""
    story.wait_for("E-mail")
    set_status(story, "open")
    _agent(story, "agent settles", "email", story.someone_at("E-mail"))
    set_status(story, "solved")


def reopen(story: Story) -> None:
    """Write back after it was called solved, and have it explained by e-mail."""
    story.wait(2 * HOUR, 60 * HOUR)
    _customer(story, "customer reopens", "email")
    story.wait(30, 60)
    set_status(story, "open")
    story.wait(3 * HOUR, 40 * HOUR)
    story.wait_for("E-mail")
    _agent(story, "agent settles", "email", story.someone_at("E-mail"))
    set_status(story, "solved")
