"""What detectors look at: the steps of each journey as a walk from desk to desk, the stays there, and what was said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clew.model import Settings, TableContract

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: Every step, ``journey`` being the journey's number within the build, ``position`` its place from 0.
#: ``by``: customer, agent, bot or system. ``desk``: the channel where somebody of the company can be spoken to (chatbot, chat,
#: phone, email, web, sms, …), else NULL: pages, the back office, surveys, orders. ``is_word``: something said there in public,
#: a call too. ``taken``: a call that somebody took. ``stay``: number of the stay that it belongs to (see STAYS), else NULL.
#: ``settles``: says that the issue is settled (outcome, a page that ends in "done", or the company's own words).
#: ``settled_us``: when the journey was last called settled before this step, NULL if never; ``notified_us`` the same where a
#: notice or a status said so, and nobody in a conversation.
#: ``asked_us``: when the customer last spoke in this conversation without an answer by a person since; NULL else.
#: ``wait_us``: on the answer, how long the customer had waited for it; on a call how long its queue was, where it is told.
#: ``asks_for_news``, ``comes_back``, ``hands_over``, ``sends_elsewhere``: what is said in it (of the last two only what was said
#: last); all False where texts aren't read. All that is said stands in ACTS.
WALK = TableContract(
    "pain_walk",
    "one step of a journey, seen from the desks",
    {
        "journey": "int64",
        "position": "int64",
        "occurred_us": "int64",
        "until_us": "int64",
        "channel": "string",
        "kind": "string",
        "touchpoint": "string",
        "by": "string",
        "team": "string",
        "desk": "string",
        "is_word": "boolean",
        "taken": "boolean",
        "stay": "int64",
        "outcome": "string",
        "settles": "boolean",
        "settled_us": "int64",
        "notified_us": "int64",
        "asked_us": "int64",
        "wait_us": "int64",
        "asks_for_news": "boolean",
        "comes_back": "boolean",
        "hands_over": "boolean",
        "sends_elsewhere": "boolean",
    },
)

#: A stay is one conversation at a desk with a word of the customer's; ``stay`` numbers them from 1 in the order of these words.
#: ``position``: the customer's first word there; ``first_position``, ``last_position``, ``began_us``, ``ended_us``: all of it.
#: ``last_by``: who had the last word. ``served_by``: agent, else bot, else nobody. ``abandoned``: nobody of the company spoke.
#: ``hung_up``: its source says that it was abandoned. ``words``: how often the customer spoke.
#: ``chases``: it begins with asking for news. ``hands_over``, ``sends_elsewhere``: what the company last said of where to turn.
#: ``own_turn``: the customer came by themselves; False where the stay before handed them over.
#: ``asks_back``: right after a notice that called it settled, and not because it is back: the customer asks what it means.
#: ``settled``, ``settled_before``: whether it was settled here, or earlier in the journey. ``desk_before``: of the stay before.
STAYS = TableContract(
    "pain_stays",
    "one conversation at a desk, within one journey",
    {
        "journey": "int64",
        "stay": "int64",
        "desk": "string",
        "position": "int64",
        "first_position": "int64",
        "last_position": "int64",
        "began_us": "int64",
        "ended_us": "int64",
        "last_by": "string",
        "served_by": "string",
        "abandoned": "boolean",
        "hung_up": "boolean",
        "words": "int64",
        "settled": "boolean",
        "chases": "boolean",
        "comes_back": "boolean",
        "asks_back": "boolean",
        "hands_over": "boolean",
        "sends_elsewhere": "boolean",
        "own_turn": "boolean",
        "settled_before": "boolean",
        "desk_before": "string",
    },
)

#: What readings call 'act': speech acts, with their characters; ``speaker``: customer or company.
ACTS = TableContract(
    "pain_acts",
    "one speech act in the text of one step",
    {
        "journey": "int64",
        "position": "int64",
        "act": "string",
        "speaker": "string",
        "start_char": "int64",
        "end_char": "int64",
        "shape": "string",
        "number": "string",
    },
)


#: What the company's side said in a stay from one turn of the customer's to the next.
#: ``begun`` is the customer's word that it answers (NULL where the company speaks first), ``position`` its last words before
#: goodbye, ``until`` its last word at all. ``by_person``: not the bot alone. ``wants_person``: the customer asked for one there.
#: ``customer_last``: the last word is the customer's.
#: ``is_vague``: it settles nothing, asks nothing, tells neither day nor way nor progress, and doesn't say so itself.
ANSWERS = TableContract(
    "pain_answers",
    "one answer in one stay",
    {
        "journey": "int64",
        "stay": "int64",
        "begun": "int64",
        "position": "int64",
        "until": "int64",
        "by_person": "boolean",
        "wants_person": "boolean",
        "customer_last": "boolean",
        "is_vague": "boolean",
    },
)

#: ``since_position`` is the word, or the step in the back office, since when the customer waits for news.
CHASES = TableContract(
    "pain_chases",
    "one word of the customer's that asks what became of a matter",
    {"journey": "int64", "position": "int64", "since_position": "int64"},
)


@dataclass(frozen=True)
class Evidence:
    """Unbound tables for definitions: ``walk``, ``stays``, ``acts``, ``answers``, ``chases`` as above, else the build's own.

    ``journeys``, ``steps``, ``handoffs`` and ``facts`` have their contract's columns and ``journey``, the number that
    joins all of them. ``expected_seconds`` says for each channel on which one can be answered how soon customers expect it.
    """

    settings: Settings
    expected_seconds: Mapping[str, int]
    walk: ir.Table
    stays: ir.Table
    acts: ir.Table
    answers: ir.Table
    chases: ir.Table
    journeys: ir.Table
    steps: ir.Table
    handoffs: ir.Table
    facts: ir.Table
