"""How the map says numbers: one place for durations, ratios, counts, intervals and the words for a value's state."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime, timedelta

from clew.metrics import WITHHELD_BELOW
from clew.model.channel import BY_NAME
from clew.model.journey_map import JourneyMap, MetricValue, SourceLine, Variant

#: What a state is called on the map; an ok value needs no word.
STATE_WORDS: dict[str, str] = {
    "ok": "",
    "thin": "thin evidence",
    "withheld": "withheld",
    "immature": "not ripe yet",
    "empty": "nothing to measure",
}
BETTER_WORDS: dict[str, str] = {"higher": "higher is better", "lower": "lower is better", "neither": ""}
NOTHING = "–"
#: Each share is rounded by itself, so that equal counts read alike; what is printed may sum to 99.9 % or 100.1 %.
ROUNDED = "Shares are rounded, each by itself: they may seem to sum to a little more or less than 100 %."
ABOUT_PATHS = "Most travelled first; shares are rounded."
ABOUT_RESOLVED = f"Resolved: of those that ended (neither open nor dropped off). What rests on fewer than {WITHHELD_BELOW} is withheld."
SOURCES_TITLE = "Sources of the workspace"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def count(number: int) -> str:
    """Say a whole number with thousands separated: ``24,918``."""
    return f"{number:,}"


def counted(number: int, noun: str) -> str:
    """Say how many of something there are.

    >>> counted(1, "journey"), counted(2400, "step")
    ('1 journey', '2,400 steps')
    """
    return f"{count(number)} {noun}" if number == 1 else f"{count(number)} {noun}s"


def ratio(share: float | None) -> str:
    """Say a share of 0..1 in per cent with one decimal; what isn't quite nothing or quite all says so.

    >>> ratio(0.8744), ratio(1.0), ratio(0.0), ratio(0.0001), ratio(0.9999), ratio(None)
    ('87.4 %', '100 %', '0 %', '<0.1 %', '>99.9 %', '–')
    """
    if share is None:
        return NOTHING
    if 0 < share < 0.0005:
        return "<0.1 %"
    if 0.9995 <= share < 1 - 1e-9:
        return ">99.9 %"
    return f"{_trimmed(share * 100)} %"


def resolved(variant: Variant) -> str:
    """Say the share resolved of those that ended, and how many those are: ``75 % of 12``; few or none say so."""
    if variant.resolved_share is not None:
        return f"{ratio(variant.resolved_share)} of {count(variant.told)}"
    return f"withheld, n = {count(variant.told)}" if variant.told else "none ended"


def duration(seconds: float | None) -> str:
    """Say a length of time in the unit that fits it.

    >>> [duration(seconds) for seconds in (0, 45, 90, 79_560, 259_200, None)]
    ['0 s', '45 s', '1.5 min', '22.1 h', '3 d', '–']
    """
    if seconds is None:
        return NOTHING
    size = abs(seconds)
    for limit, length, unit in ((59.95, 1, "s"), (7197, 60, "min"), (48 * 3600, 3600, "h")):
        if size < limit:
            return f"{_trimmed(seconds / length)} {unit}"
    return f"{_trimmed(seconds / 86_400)} d"


def amount(value: float | None, unit: str) -> str:
    """Say a value in its metric's unit ("ratio", "seconds", "count")."""
    if value is None:
        return NOTHING
    if unit == "ratio":
        return ratio(value)
    if unit == "seconds":
        return duration(value)
    return f"{value:.2f}".rstrip("0").rstrip(".") if abs(value) < 10 else _trimmed(value)


def value(metric: MetricValue) -> str:
    """Say a metric's value; where there is none, its state in words takes the place of a number."""
    return STATE_WORDS[metric.state] or NOTHING if metric.value is None else amount(metric.value, metric.unit)


def interval(metric: MetricValue) -> str:
    """Say the 95 % interval, ``87 % to 87.8 %``; empty where there is none."""
    if metric.value is None or metric.low is None or metric.high is None:
        return ""
    return f"{amount(metric.low, metric.unit)} to {amount(metric.high, metric.unit)}"


def evidence(metric: MetricValue) -> str:
    """Say what a metric rests on: ``n = 24,918``, with those too young to count."""
    young = f", {count(metric.immature)} too young" if metric.immature else ""
    return f"n = {count(metric.n)}{young}"


def remark(metric: MetricValue) -> str:
    """Say in one line why a value isn't firm and what was left out; empty where there is nothing to say."""
    why = ": ".join(part for part in (STATE_WORDS[metric.state], plain(metric.reason)) if part)
    young = f"{count(metric.immature)} too young to count."
    return why if not metric.immature or count(metric.immature) in why else f"{why} {young}".strip()


def period(m: JourneyMap) -> str:
    """Say the days the map covers, in UTC."""
    if m.first_us is None or m.last_us is None:
        return "no period yet"
    first, last = day(m.first_us), day(m.last_us)
    return f"{first} (UTC)" if first == last else f"{first} to {last} (UTC)"


def about_sources(m: JourneyMap) -> str:
    """Say how a source's ledger adds up, and that a selection of journeys doesn't narrow it."""
    whole = "; all that was imported, not the selection only" if m.selection else ""
    return f"received = stored + duplicate + quarantined + refused{whole}"


def day(moment_us: int) -> str:
    """Say the day of a moment in microseconds since 1970 UTC: ``3 Mar 2024``."""
    moment = EPOCH + timedelta(microseconds=moment_us)
    return f"{moment.day} {moment:%b} {moment.year}"


def made_at(m: JourneyMap) -> str:
    """Say when the map was made; a stamp that isn't ISO 8601 is given as it is."""
    try:
        moment = datetime.fromisoformat(m.made_at)
    except ValueError:
        return plain(m.made_at)
    zone = " UTC" if moment.tzinfo is not None else ""
    moment = moment.astimezone(UTC) if moment.tzinfo is not None else moment
    return f"{moment.day} {moment:%b} {moment.year}, {moment:%H:%M}{zone}"


def channel_title(m: JourneyMap, name: str) -> str:
    """Return what a channel is called on this map; an unknown channel keeps its own name."""
    titles = dict(zip(m.matrix.channels, m.matrix.titles, strict=False))
    known = BY_NAME.get(name)
    return plain(titles.get(name) or (known.title if known else name))


def balance(source: SourceLine) -> str:
    """Say whether a source's ledger adds up: ``balanced``, or by how many rows it doesn't."""
    missing = source.received - source.stored - source.duplicate - source.quarantined - source.refused
    return "balanced" if missing == 0 else f"{count(abs(missing))} {'unaccounted for' if missing > 0 else 'too many'}"


def next_step(m: JourneyMap) -> str:
    """Say what to do next where the map has nothing to show yet; empty when it has journeys."""
    if m.journeys:
        return ""
    if m.interactions:
        return "No journeys yet. Run “clew build” to join the interactions into journeys, then “clew map” again."
    if m.sources:
        return "No interactions yet. “clew sources” says why no row was stored; mend the mapping, import again, then run “clew map”."
    return "No interactions yet. Import your first files with “clew import PATH”, then run “clew map” again."


#: Marks that turn the reading direction, and those XML forbids: a label must not use them on its neighbours.
HIDDEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff")


def plain(text: str) -> str:
    """Return a label from a user's file as one harmless line; control and direction marks become the replacement mark."""
    return "".join(
        "\ufffd" if mark in HIDDEN or unicodedata.category(mark) in {"Cc", "Cs"} else mark
        for mark in " ".join(text.split())
    )


def _trimmed(number: float) -> str:
    text = f"{number:,.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
