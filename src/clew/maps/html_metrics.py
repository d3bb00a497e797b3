"""Metrics on the page: cards that say value, interval, n, the question they answer, and why a number isn't firm."""

from __future__ import annotations

from clew.maps import wording
from clew.maps.html_text import length, said, section
from clew.model.journey_map import MetricValue


def write_metrics(metrics: tuple[MetricValue, ...]) -> str:
    """Return the headline metrics as a list of cards."""
    cards = "".join(f'<li class="card {metric.state}">{_card(metric)}</li>' for metric in metrics)
    body = f'<ul class="cards">{cards}</ul>' if metrics else '<p class="none-said">No metric is on this map.</p>'
    return section("metrics", "How well it goes", "Each number with its 95 % interval and what it rests on.", body)


def write_measure(metric: MetricValue) -> str:
    """Return a metric small enough for a cell of the map."""
    state, bounds = wording.STATE_WORDS[metric.state], wording.interval(metric)
    tag = f' <span class="tag">{state}</span>' if state else ""
    amount = wording.amount(metric.value, metric.unit)
    rests_on = wording.evidence(metric) + (f" · 95 % interval {bounds}" if bounds else "")
    reason = f'<p class="reason">{said(metric.reason)}</p>' if metric.reason else ""
    return (
        f'<div class="measure {metric.state}"><div class="entry"><span>{said(metric.title)}</span>'
        f'<b class="count">{amount}</b></div>{tag}<p>{said(rests_on)}</p>{reason}</div>'
    )


def _card(metric: MetricValue) -> str:
    state, bounds, better = (
        wording.STATE_WORDS[metric.state],
        wording.interval(metric),
        wording.BETTER_WORDS[metric.better],
    )
    tag = f'<span class="tag">{state}</span>' if state else ""
    rests_on = wording.evidence(metric) + (f" · {better}" if better else "")
    return "".join(
        (
            f"<h3>{said(metric.title)}</h3>",
            f'<p class="value"><span>{wording.amount(metric.value, metric.unit)}</span>{tag}</p>',
            _track(metric) if bounds and metric.unit == "ratio" else "",
            f"<p>{said(f'95 % interval {bounds}' if bounds else 'no interval')}</p><p>{said(rests_on)}</p>",
            f'<p class="reason">{said(metric.reason)}</p>' if metric.reason else "",
            f'<p class="question">{said(metric.question)}</p>' if metric.question else "",
        )
    )


def _track(metric: MetricValue) -> str:
    low, high, value = metric.low or 0, metric.high or 0, metric.value or 0
    thick = f'<i style="left:{length(low)};width:{length(high - low)}"></i>'
    return f'<div class="track" aria-hidden="true">{thick}<b style="left:{length(value)}"></b></div>'
