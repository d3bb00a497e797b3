"""Sees each journey from the desks: what was said where and by whom, in which conversation, and how long an answer took."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.pain_points.evidence import ACTS, WALK

if TYPE_CHECKING:
    import ibis.expr.types as ir

HOUR_US = 3_600_000_000
#: Kinds in which somebody is spoken to, and channels on which nobody of the company hears it.
_SPOKEN = ("message", "call", "form")
_NO_DESKS = ("back_office", "survey", "ad", "order")
_PAGES = ("web", "app", "self_service")
#: Last part of a page's path or title that says that what was wanted is done.
_DONE = r"(^|[›/>|:] ?)(done|success|succeeded|completed?|confirmed|confirmation|thanks|thank[ -]you)/?$"
#: Who of the company answers a question; a bot's word is no answer to somebody who waits for a person.
_ANSWERS = ("agent", "system")
#: A source says by itself how conversations on a channel ended when it calls at least so many of them, and so great a share, resolved.
LEAST_RESOLVED, RESOLVED_SHARE = 10, 0.1


def acts_table(readings: ir.Table, steps: ir.Table) -> ir.Table:
    """Return the speech acts that were read, each at its step."""
    done = readings.filter(readings.what == "act").select(
        *("interaction_id", "speaker", "start_char", "end_char", "shape", "number"), act=readings.fact
    )
    placed = done.inner_join(steps.select("journey", "position", "interaction_id"), "interaction_id")
    return placed.select(*ACTS.columns)


def told(acts: ir.Table) -> ir.Table:
    """Return for each step with acts what the walk needs of them; of two directions the one that was given last."""
    by_customer, by_company = acts.speaker == "customer", acts.speaker == "company"
    at = acts.start_char
    summed = acts.group_by("journey", "position").agg(
        asks_for_news=((acts.act == "asks_for_news") & by_customer).any(),
        comes_back=((acts.act == "came_back") & by_customer).any(),
        called_settled=((acts.act == "settles") & by_company).any(),
        hands_at=at.max(where=(acts.act == "hands_over") & by_company),
        sends_at=at.max(where=(acts.act == "sends_elsewhere") & by_company),
    )
    return summed.mutate(
        hands_over=summed.hands_at.coalesce(-1) > summed.sends_at.coalesce(-1),
        sends_elsewhere=summed.sends_at.coalesce(-1) > summed.hands_at.coalesce(-1),
    ).drop("hands_at", "sends_at")


def seen(steps: ir.Table, interactions: ir.Table, told_there: ir.Table) -> ir.Table:
    """Return every step with who did it, at which desk, and what it settles; ``conversation`` is a number for its key, NULL where none is told.

    A hash serves: conversations are told apart within one journey only. The company's own words settle something where its source
    doesn't say how conversations end; where it does, they would be believed above what somebody noted on purpose.
    """
    key = ibis.ifelse(
        interactions.conversation_id.notnull() | (interactions.kind != "call"),
        interactions.source + "/" + interactions.conversation_id,
        interactions.interaction_id,
    )
    named = interactions.select(
        *("interaction_id", "source", "ended_us", "answered_us"),
        # The hash of nothing is a number too.
        conversation=ibis.ifelse(key.notnull(), key.hash(), ibis.null("int64")),
        is_taken=interactions.party_id.notnull(),
    )
    chosen = steps.select(
        *("journey", "position", "interaction_id", "occurred_us", "channel", "touchpoint", "kind", "direction"),
        *("party", "team", "outcome"),
    )
    joined = chosen.inner_join(named, "interaction_id").left_join(told_there, ["journey", "position"])
    outcome = joined.outcome.coalesce("")
    is_call = (joined.kind == "call") & (joined.party == "customer")
    meets = joined.kind.isin(_SPOKEN) | ((joined.kind == "visit") & (joined.channel == "in_person"))
    is_word = meets & (joined.direction != "internal") & ~joined.channel.isin(_NO_DESKS)
    reached = ibis.ifelse(
        (joined.kind == "visit") & joined.channel.isin(_PAGES),
        joined.touchpoint.lower().re_search(_DONE),
        ibis.literal(False),
    )
    place = ibis.window(group_by=["source", "channel"])
    resolved = ((outcome == "resolved") & is_word).sum().over(place)
    talks = (joined.conversation.notnull() & is_word & (joined.party == "customer")).sum().over(place)
    says_itself = (resolved >= LEAST_RESOLVED) & (resolved >= RESOLVED_SHARE * talks)
    return joined.select(
        *("journey", "position", "occurred_us", "channel", "touchpoint", "kind", "team", "outcome", "conversation"),
        until_us=ibis.ifelse(joined.ended_us > joined.occurred_us, joined.ended_us, joined.occurred_us).coalesce(
            joined.occurred_us
        ),
        by=joined.party,
        desk=ibis.ifelse(is_word, joined.channel, ibis.null("string")),
        is_word=is_word,
        taken=is_call & joined.is_taken & (outcome != "abandoned"),
        settles=(outcome == "resolved")
        | (joined.called_settled.fill_null(False) & ~says_itself)
        | reached.fill_null(False),
        asks_for_news=joined.asks_for_news.fill_null(False),
        comes_back=joined.comes_back.fill_null(False),
        hands_over=joined.hands_over.fill_null(False),
        sends_elsewhere=joined.sends_elsewhere.fill_null(False),
        queued_us=joined.answered_us - joined.occurred_us,
    )


def talked(seen_steps: ir.Table, contact_gap_us: int) -> ir.Table:
    """Return the words at desks with ``talk``, a number for the conversation within the journey.

    Where the source names conversations they are it; else one ends when the customer spoke elsewhere in between, comes
    after a longer pause (unless to ask for news that never came), or answers a notice that wasn't part of it.
    """
    words = seen_steps.filter(seen_steps.is_word)
    own = ibis.window(group_by=["journey", words.by == "customer"], order_by="position")
    here = ibis.window(group_by=["journey", "desk", "conversation"], order_by="position")
    so_far = ibis.window(group_by=["journey", "desk", "conversation"], order_by="position", preceding=(None, 0))
    compared = words.mutate(
        own_turn=ibis.row_number().over(own),
        own_desk=words.desk.lag().over(own),
        own_us=words.occurred_us.lag().over(own),
        here_turn=ibis.row_number().over(here),
        here_by=words.by.lag().over(here),
        here_us=words.until_us.lag().over(here),
        first=words.position.min().over(so_far),
    )
    paused = compared.occurred_us - compared.here_us > contact_gap_us
    long_silent = compared.occurred_us - compared.own_us > contact_gap_us
    moved = (compared.own_turn == 0) | (compared.own_desk != compared.desk)
    begins = (compared.by == "customer") & (
        (compared.here_turn == 0)
        | moved
        | (paused & ((compared.here_by != "customer") | ~compared.asks_for_news))
        | ((compared.here_by == "system") & long_silent)
    ).fill_null(False)
    begun = compared.mutate(started=ibis.ifelse(begins, compared.position, ibis.null("int64")))
    talk = ibis.ifelse(begun.conversation.notnull(), begun["first"], begun.started.max().over(so_far))
    return begun.mutate(talk=talk).drop(
        "own_turn", "own_desk", "own_us", "here_turn", "here_by", "here_us", "first", "started", "conversation"
    )


def answered(words: ir.Table) -> ir.Table:
    """Return ``journey, position, talk, asked_us, wait_us`` of the words: who was waiting for an answer, and how long."""
    before = ibis.window(group_by=["journey", "talk"], order_by="position", preceding=(None, 1))
    by_customer = (words.by == "customer") & (words.kind != "call") & words.talk.notnull()
    answers = words.by.isin(_ANSWERS) & words.talk.notnull()
    nothing = ibis.null("int64")
    known = words.mutate(
        asked_at=ibis.ifelse(by_customer, words.position, nothing).max().over(before),
        answered_at=ibis.ifelse(answers, words.position, nothing).max().over(before),
        spoke_us=ibis.ifelse(by_customer, words.occurred_us, nothing).max().over(before),
        answers=answers,
    )
    waits = known.asked_at > known.answered_at.coalesce(-1)
    asked = ibis.ifelse(waits.fill_null(False), known.spoke_us, nothing)
    wait = ibis.cases((known.taken, known.queued_us), (known.answers, known.occurred_us - asked), else_=nothing)
    return known.select("journey", "position", "talk", asked_us=asked, wait_us=wait)


def walk_table(seen_steps: ir.Table, waits: ir.Table, stays: ir.Table) -> ir.Table:
    """Return the walk: every step with its stay, what had been settled before it, and who was waiting."""
    numbers = stays.select("journey", "talk", "stay")
    placed = waits.left_join(numbers, ["journey", "talk"]).select("journey", "position", "stay", "asked_us", "wait_us")
    joined = seen_steps.left_join(placed, ["journey", "position"])
    joined = joined.select(*(name for name in joined.columns if not name.endswith("_right")))
    before = ibis.window(group_by="journey", order_by="position", preceding=(None, 1))
    nothing = ibis.null("int64")
    by_notice = joined.settles & (joined.by == "system")
    whole = joined.mutate(
        settled_us=ibis.ifelse(joined.settles, joined.until_us, nothing).max().over(before),
        notified_us=ibis.ifelse(by_notice, joined.until_us, nothing).max().over(before),
    )
    return whole.select(*WALK.columns)
