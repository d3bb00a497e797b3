"""The true values of metrics, worked out from the planted truth alone: by definition, with none of Clew's own code.

What a perfect reading of the exports would give under each metric's definition. Medians of times are read off the
survival curve over the true journeys, as the definitions say, because those still waiting when the period ends count too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from clew.simulator.score.matched import Matched
from clew.simulator.score.survival import median_of_times

DAY_US = 86_400_000_000
REPEAT_DAYS, OPEN_DAYS = 7, 14
ANSWERED_AT_ONCE = ("phone", "ivr", "in_person")


@dataclass(frozen=True)
class Told:
    """A true value (None = it can't be told), how many journeys it rests on, and what it is in words."""

    value: float | None
    n: int
    meaning: str


def _mean(frame: pl.DataFrame, value: pl.Expr, meaning: str) -> Told:
    told = frame.select(value.cast(pl.Float64).alias("value"))["value"].drop_nulls()
    mean = told.mean()
    return Told(float(mean) if isinstance(mean, float) else None, len(told), meaning)


def _contacted(matched: Matched) -> pl.DataFrame:
    return matched.journeys.filter(pl.col("contacts") > 0)


def _until(matched: Matched) -> pl.Expr:
    """The last moment of the period: nothing later is told."""
    return pl.lit(matched.interactions["occurred_us"].max())


def _channel_switching_rate(matched: Matched) -> Told:
    meaning = "journeys with a change of channel / journeys with a contact"
    return _mean(_contacted(matched), pl.col("switches") > 0, meaning)


def _switches_per_journey(matched: Matched) -> Told:
    return _mean(_contacted(matched), pl.col("switches"), "changes of channel / journeys with a contact")


def _contacts_per_journey(matched: Matched) -> Told:
    return _mean(_contacted(matched), pl.col("contacts"), "turns to the company / journeys with one")


def _first_contact_resolution(matched: Matched) -> Told:
    ripe = pl.col("first_contact_us") + OPEN_DAYS * DAY_US <= _until(matched)
    kept = (pl.col("resolved_us") == pl.col("first_resolved_us")).fill_null(False)
    hit = (pl.col("contacts") == 1) & kept
    return _mean(_contacted(matched).filter(ripe), hit, "settled for good in one contact / journeys 14 days old")


def _no_repeat_within_7d(matched: Matched) -> Told:
    until = pl.col("first_contact_us") + REPEAT_DAYS * DAY_US
    following = pl.col("first_contact_us").shift(-1).over("person_id", "issue", order_by="first_contact_us")
    again = (pl.col("second_contact_us") < until).fill_null(False) | (following < until).fill_null(False)
    known = _contacted(matched).with_columns(again=again).filter(until <= _until(matched))
    return _mean(known, ~pl.col("again"), "no second contact within 7 days of the first / journeys as old")


def _reopen_rate(matched: Matched) -> Told:
    settled = matched.journeys.filter(pl.col("first_resolved_us").is_not_null())
    again = pl.col("resolved_us").ne_missing(pl.col("first_resolved_us"))
    return _mean(settled, again, "called settled, but not for good / journeys called settled")


def _customer_satisfaction(matched: Matched) -> Told:
    return _mean(matched.journeys, pl.col("satisfaction"), "mean answer from 1 to 5, asked or not")


def _time(matched: Matched, journeys: pl.DataFrame, moment: str, meaning: str) -> Told:
    """Return the median of the seconds from first contact to the moment; censored at the journey's or period's end."""
    over = pl.col("outcome").is_in(("resolved", "gave_up"))
    watched = pl.coalesce(moment, pl.when(over).then("ended_us").otherwise(_until(matched)))
    timed = journeys.filter(pl.col("first_contact_us").is_not_null()).select(
        seconds=((watched - pl.col("first_contact_us")).clip(0) / 1_000_000), seen=pl.col(moment).is_not_null()
    )
    median = median_of_times(timed["seconds"].to_numpy(), timed["seen"].to_numpy())
    meaning = meaning if median is not None else f"fewer than half got there; {meaning}"
    return Told(median, timed.height, meaning)


def _awaiting(matched: Matched) -> pl.DataFrame:
    return _contacted(matched).filter(~pl.col("first_channel").is_in(ANSWERED_AT_ONCE))


def _time_to_first_response(matched: Matched) -> Told:
    meaning = "survival median from first contact to a person's answer, journeys that began in a call left out"
    return _time(matched, _awaiting(matched), "first_response_us", meaning)


def _time_to_first_answer(matched: Matched) -> Told:
    answers = matched.interactions.filter(
        pl.col("party").is_in(("agent", "bot")),
        pl.col("kind").is_in(("message", "call")),
        pl.col("channel") != "back_office",
    ).select("journey_id", answered_us="occurred_us")
    begun = _awaiting(matched).join(answers, on="journey_id", how="left")
    after = pl.col("answered_us").filter(pl.col("answered_us") >= pl.col("first_contact_us")).min()
    firsts = begun.group_by("journey_id").agg(first_answer_us=after)
    meaning = "survival median from first contact to anyone's answer, journeys that began in a call left out"
    return _time(matched, _awaiting(matched).join(firsts, on="journey_id"), "first_answer_us", meaning)


def _time_to_resolution(matched: Matched) -> Told:
    meaning = "survival median from first contact to settled for good"
    return _time(matched, matched.journeys, "resolved_us", meaning)


def _time_to_first_resolution(matched: Matched) -> Told:
    meaning = "survival median from first contact to first called settled"
    return _time(matched, matched.journeys, "first_resolved_us", meaning)


def _knowing(matched: Matched) -> pl.DataFrame:
    return matched.truth["handoffs"].filter(pl.col("facts_known").list.len() > 0)


def _context_carried_ratio(matched: Matched) -> Told:
    sums = _knowing(matched).select(
        carried=pl.col("facts_carried").list.len().sum(), known=pl.col("facts_known").list.len().sum()
    )
    carried, known = sums.row(0)
    meaning = "facts the receiver used without asking / facts given before, over all handoffs"
    return Told(carried / known if known else None, known, meaning)


def _asked_again_rate(matched: Matched) -> Told:
    again = pl.col("facts_asked_again").list.len() > 0
    return _mean(_knowing(matched), again, "handoffs with a needless question / handoffs with facts known before")


#: How the truth tells each metric, by its name.
TRUE_METRICS: dict[str, Callable[[Matched], Told]] = {
    "contacts_per_journey": _contacts_per_journey,
    "channel_switching_rate": _channel_switching_rate,
    "switches_per_journey": _switches_per_journey,
    "first_contact_resolution": _first_contact_resolution,
    "no_repeat_within_7d": _no_repeat_within_7d,
    "reopen_rate": _reopen_rate,
    "time_to_first_answer": _time_to_first_answer,
    "time_to_first_response": _time_to_first_response,
    "time_to_first_resolution": _time_to_first_resolution,
    "time_to_resolution": _time_to_resolution,
    "customer_satisfaction": _customer_satisfaction,
    "context_carried_ratio": _context_carried_ratio,
    "asked_again_rate": _asked_again_rate,
}

#: Metrics that no truth tells, and why.
UNTOLD = {"sla_met_rate": "the simulated company promises no service levels, so there is no true value"}
