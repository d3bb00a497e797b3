"""What happens behind the scenes, and after: the back office's review, the text message without context, the survey."""

from __future__ import annotations

from clew.simulator.acts_desk import assign, call_chases, email_chased, email_put_off, set_status
from clew.simulator.hours import DAY, HOUR, MINUTE
from clew.simulator.person import Agent
from clew.simulator.story import Story


def review(story: Story) -> None:
    """Check the case in the back office; nobody outside sees how it stands, so most customers chase it."""
    desk = "Technical" if story.issue == "technical fault" else "Billing review"
    assign(story, desk)
    story.wait(18 * HOUR, 50 * HOUR)
    story.wait_for(desk)
    agent = story.someone_at(desk)
    _note(story, "review takes", agent)
    if story.chance.happens(820):
        _chase(story)
    for _ in range(story.chance.between(1, 2)):
        story.wait(20 * HOUR, 44 * HOUR)
        story.wait_for(desk)
        _note(story, "review notes", agent)
    story.wait(5 * HOUR, 2 * DAY)
    story.wait_for(desk)
    _note(story, "review ends", agent)
    story.wait(MINUTE, 10 * MINUTE)
    set_status(story, "solved")


def _note(story: Story, act: str, agent: Agent) -> None:
    # The review works in the billing system, which writes its notes to the ticket through the help desk's interface.
    story.add("help_desk", "notes", "agent", story.say(act, agent), via="api", agent=agent)


def _chase(story: Story) -> None:
    if story.chance.happens(800):
        email_chased(story)
        if story.chance.happens(650):
            email_put_off(story)
    else:
        story.wait(14 * HOUR, 50 * HOUR)
        call_chases(story)


def text(story: Story) -> None:
    """Send a text message; who asks back gets an automatic reply. Without a number nothing can be sent."""
    if not (story.person.phone_on_file or story.has_called):
        return
    story.wait(20 * MINUTE, 3 * HOUR)
    story.add("messages", "says", "system", story.say("sms ends"), thread=story.new_thread())
    if story.chance.happens(780):
        story.wait(3 * MINUTE, 4 * HOUR)
        story.add("messages", "says", "customer", story.say("customer replies"), thread=story.new_thread())
        story.wait(1, 3)
        story.add("messages", "says", "bot", story.say("sms auto"), thread=story.new_thread())


def survey(story: Story) -> None:
    """Ask how it was; one in three answers, the worse the more often somebody had to be asked."""
    if not story.chance.happens(340):
        return
    hardship = len({(moment.system, moment.via) for moment in story.moments if moment.by == "customer"})
    worst, best = (1, 3) if hardship >= 5 else (2, 4) if hardship >= 3 else (3, 5)
    rating = story.chance.between(worst, best)
    story.wait(3 * HOUR, 40 * HOUR)
    story.add("surveys", "rates", "customer", story.say(f"survey {rating}"), detail=str(rating))
