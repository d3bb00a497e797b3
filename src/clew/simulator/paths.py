"""Which issues customers have, and by which ways through the channels they pursue them, with the share of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from clew.simulator.acts_after import review, survey, text
from clew.simulator.acts_alone import bot_abandoned, bot_fails, bot_solves, look, order, search, serve_oneself
from clew.simulator.acts_desk import (
    call_abandoned,
    call_chases,
    call_explains,
    call_passed_on,
    call_solves,
    chat_abandoned,
    chat_fails,
    chat_solves,
    email_chased,
    email_solves,
    reopen,
    write,
)
from clew.simulator.hours import DAY, HOUR, MINUTE
from clew.simulator.story import Story

Act = Callable[[Story], None]


@dataclass(frozen=True)
class Way:
    """A way through the channels: its name and its acts in order."""

    name: str
    acts: tuple[Act, ...]


def _after(low: int, high: int) -> Act:
    return lambda story: story.wait(low, high)


def _some(permille: int, *acts: Act) -> Act:
    def maybe(story: Story) -> None:
        if story.chance.happens(permille):
            for act in acts:
                act(story)

    return maybe


_AT_ONCE = _after(MINUTE, 12 * MINUTE)
_SOON = _after(15 * MINUTE, 7 * HOUR)
_LATER = _after(5 * HOUR, 2 * DAY)
_LOOK = _some(270, look)

#: The story that the demo is about, told in full: five channels, asked anew on each, ended by a text message.
FULL_BILLING_STORY = "chatbot, chat, phone, review, text message"

#: Issue -> (weight, way). The billing ways with chatbot, chat and phone together are 45 % of that issue.
WAYS: dict[str, tuple[tuple[int, Way], ...]] = {
    "billing": (
        (310, Way(FULL_BILLING_STORY, (_LOOK, bot_fails, _AT_ONCE, chat_fails, _SOON, call_passed_on, review, text, survey))),
        (60, Way("the same, then asked what was corrected", (
            _LOOK, bot_fails, _AT_ONCE, chat_fails, _SOON, call_passed_on, review, text, _LATER, call_explains, survey))),
        (80, Way("chatbot, chat, phone", (_LOOK, bot_fails, _AT_ONCE, chat_fails, _SOON, call_solves, survey))),
        (150, Way("chatbot, chat", (_LOOK, bot_fails, _AT_ONCE, chat_solves, survey))),
        (80, Way("chatbot solves", (_LOOK, bot_solves))),
        (90, Way("chatbot, given up", (_LOOK, bot_abandoned))),
        (120, Way("phone solves", (_LOOK, call_solves, survey))),
        (60, Way("e-mail, review", (write, email_chased, review, text, _some(450, reopen), survey))),
        (50, Way("e-mail solves", (write, email_solves, _some(200, reopen), survey))),
    ),
    "technical fault": (
        (200, Way("website solves", (serve_oneself,))),
        (150, Way("chatbot solves", (look, bot_solves, survey))),
        (230, Way("phone solves", (_some(500, search), call_solves, _some(220, _LATER, reopen), survey))),
        (150, Way("chatbot, phone", (bot_fails, _SOON, call_solves, survey))),
        (150, Way("phone, engineer, text message", (search, bot_fails, _AT_ONCE, call_passed_on, review, text, survey))),
        (70, Way("phone, given up", (search, call_abandoned))),
        (50, Way("chat solves", (chat_solves, survey))),
    ),
    "order status": (
        (260, Way("chatbot solves", (order, _LOOK, bot_solves))),
        (170, Way("website solves", (order, serve_oneself))),
        (180, Way("e-mail solves", (order, write, _some(300, email_chased), email_solves, survey))),
        (180, Way("chat solves", (order, look, chat_solves, survey))),
        (110, Way("phone solves", (order, call_solves, text))),
        (100, Way("chat, phone", (order, bot_fails, _AT_ONCE, chat_fails, _LATER, call_solves, survey))),
    ),
    "address change": (
        (380, Way("website solves", (serve_oneself,))),
        (220, Way("chat solves", (look, chat_solves, survey))),
        (220, Way("e-mail solves", (write, _some(300, email_chased), email_solves, _some(150, reopen), survey))),
        (180, Way("phone solves", (_LOOK, call_solves, _some(300, text)))),
    ),
    "contract change": (
        (380, Way("phone solves", (_LOOK, call_solves, survey))),
        (260, Way("chat, phone", (look, chat_fails, _LATER, call_solves, survey))),
        (160, Way("chat, given up", (look, chat_abandoned))),
        (200, Way("e-mail, chased", (write, email_chased, _LATER, call_chases, _LATER, email_solves))),
    ),
}  # fmt: skip

#: Weight of each issue among all that customers have.
ISSUES: tuple[tuple[int, str], ...] = (
    (450, "billing"),
    (200, "technical fault"),
    (170, "order status"),
    (100, "address change"),
    (80, "contract change"),
)
