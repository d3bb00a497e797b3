"""Finds what in a scenario contradicts itself: names of nothing, times that run backwards, weights that are all zero."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from clew.simulator.scenario import DESKS, FACTS, Desk, Drift, Intervention, Issue, Scenario
from clew.simulator.scenarios.scenario_shape import listed, nearest
from clew.simulator.scenarios.scenario_words import word_faults
from clew.simulator.systems import known_kinds
from clew.simulator.wording.grammar import NOUNS

#: Where an unsettled contact can be sent: to a desk, or to find a way for oneself.
DESTINATIONS = (*DESKS, "nowhere")
FROM_MONDAY = 7
HOURS = 24
#: When a world may begin.
FIRST_DAYS = (date(1990, 1, 1), date(2090, 12, 31))
#: What ``--intervention`` understands as every intervention.
EVERY = "all"


def contradictions(scenario: Scenario) -> Iterator[str]:
    """Yield one sentence for each part of a well-formed scenario that can't be played; each names its dotted path."""
    yield from _weights("hours", scenario.hours, HOURS)
    yield from _weights("weekdays", scenario.weekdays, FROM_MONDAY)
    if not any(scenario.segments.values()):
        yield "segments has no weight above 0; at least one segment needs one."
    if not scenario.company.products:
        yield "company.products is []; allowed is a list with at least one text."
    yield from _ascending("company.usual_amount", scenario.company.usual_amount, "lowest, highest")
    first = scenario.company.first_day
    if not FIRST_DAYS[0] <= first <= FIRST_DAYS[1]:
        yield f"company.first_day is {first}; allowed is a day from {FIRST_DAYS[0]} to {FIRST_DAYS[1]}."
    yield from _noun_faults(scenario.company.nouns)
    yield from _channel_faults(scenario.channels)
    if not scenario.issues:
        yield "issues is []; a scenario needs at least one [[issues]]."
    yield from _twice("issues", [each.name for each in scenario.issues])
    for issue in scenario.issues:
        yield from _issue_faults(issue, f"issues.{issue.name}")
    for place, drift in enumerate(scenario.drifts, 1):
        yield from _drift_faults(drift, f"drifts[{place}]")
    yield from _twice("interventions", [each.name for each in scenario.interventions])
    kinds = tuple(known_kinds())
    for each in scenario.interventions:
        if each.kind not in kinds:
            yield f'interventions.{each.name}.kind is "{each.kind}"; allowed is one of: {listed(kinds)}.'
        yield from _intervention_faults(each, f"interventions.{each.name}", scenario)


def _noun_faults(nouns: Mapping[str, str]) -> Iterator[str]:
    yield from _unknown("company.nouns", nouns, tuple(NOUNS), "fact that companies call by different words")
    for fact, noun in nouns.items():
        if not noun.strip():
            yield f'company.nouns.{fact} is "{noun}"; allowed is what the company calls it, such as booking code.'
        elif set(noun) & set("{}[]|"):
            yield f'company.nouns.{fact} is "{noun}"; allowed is a plain text, without any of {{ }} [ ] |.'


def _channel_faults(channels: Mapping[str, Desk]) -> Iterator[str]:
    yield from _unknown("channels", channels, DESKS, "desk")
    for name, desk in channels.items():
        path = f"channels.{name}"
        yield from _ascending(f"{path}.wait_minutes", desk.wait_minutes, "fastest tenth, half, slowest tenth")
        if desk.closes <= desk.opens:
            yield f"{path}.closes is {desk.closes}; allowed is an hour after {path}.opens, which is {desk.opens}."
        yield from _unknown(f"{path}.carries", desk.carries, DESKS, "desk")
        yield from _destinations(f"{path}.sends_to", desk.sends_to)
    if not any(desk.likes for name, desk in channels.items() if name != "back_office"):
        yield "channels: likes is 0 everywhere; at least one desk besides back_office needs more."


def _issue_faults(issue: Issue, path: str) -> Iterator[str]:
    yield from _unknown(f"{path}.facts", issue.facts, FACTS, "fact")
    yield from _twice(f"{path}.facts", issue.facts)
    if not issue.facts:
        yield f"{path}.facts is []; allowed is at least one of: {listed(FACTS)}."
    if not issue.causes:
        yield f"{path}.causes is []; allowed is a list with at least one text."
    yield from _ascending(f"{path}.reviewed_days", issue.reviewed_days, "fastest tenth, half, slowest tenth")
    if sum(burst.share for burst in issue.bursts) > 1:
        yield f"{path}.bursts: their shares sum to more than 1; allowed is at most 1 in all."
    for key, page in (("help_page", issue.help_page), ("account_page", issue.account_page)):
        if not page.startswith("/"):
            yield f'{path}.{key} is "{page}"; allowed is a path on the website that begins with /, such as /{key[:-5]}.'
    yield from _unknown(f"{path}.at", issue.at, DESKS, "desk")
    for name, at in issue.at.items():
        yield from _destinations(f"{path}.at.{name}.sends_to", at.sends_to)
    yield from word_faults(issue.words, f"{path}.words")


def _drift_faults(drift: Drift, path: str) -> Iterator[str]:
    if drift.until_day <= drift.from_day:
        yield f"{path}.until_day is {drift.until_day}; allowed is a day after from_day, which is {drift.from_day}."


def _intervention_faults(intervention: Intervention, path: str, scenario: Scenario) -> Iterator[str]:
    if intervention.name == EVERY:
        yield f'{path}.name is "{EVERY}"; allowed is any other name, since --intervention {EVERY} puts every one in force.'
    yield from _unknown(f"{path}.issues", intervention.issues, [each.name for each in scenario.issues], "issue")
    segment = [intervention.segment] if intervention.segment or intervention.for_whom == "segment" else []
    yield from _unknown(f"{path}.segment", segment, list(scenario.segments), "segment")
    for key, desk in (("from_desk", intervention.from_desk), ("to_desk", intervention.to_desk)):
        if desk:
            yield from _unknown(f"{path}.{key}", [desk], DESKS, "desk")
        elif intervention.kind == "move_contacts":
            yield f'{path}.{key} is ""; move_contacts needs from where and to where: {listed(DESKS)}.'
    if (
        intervention.from_desk
        and intervention.from_desk == intervention.to_desk
        and intervention.kind == "move_contacts"
    ):
        yield f'{path}.to_desk is "{intervention.to_desk}"; allowed is another desk than from_desk.'


def _weights(path: str, weights: Sequence[float], wanted: int) -> Iterator[str]:
    if len(weights) != wanted:
        yield f"{path} is a list of {len(weights)}; allowed is a list of {wanted} weights."
    elif not any(weights):
        yield f"{path} is 0 throughout; at least one of the {wanted} weights must be above 0."


def _ascending(path: str, values: Sequence[float], meaning: str) -> Iterator[str]:
    if list(values) != sorted(values):
        yield f"{path} is [{listed(format(each, 'g') for each in values)}]; allowed are ascending numbers: {meaning}."


def _destinations(path: str, weights: Mapping[str, float]) -> Iterator[str]:
    yield from _unknown(path, weights, DESTINATIONS, "desk")
    if weights and not any(weights.values()):
        yield f"{path} is 0 throughout; at least one weight must be above 0 (for nobody: nowhere = 1)."


def _unknown(path: str, names: Iterable[str], known: Sequence[str], what: str) -> Iterator[str]:
    for name in names:
        if name not in known:
            yield f'{path} names no {what}: "{name}". {nearest(name, known)}Known: {listed(known)}.'


def _twice(path: str, names: Sequence[str]) -> Iterator[str]:
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield f'{path} has "{name}" {names.count(name)} times; allowed is once.'
