"""Proposes what an unknown table means: which time, who, which channel; with reasons, examples and what was assumed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pyarrow as pa

from clew.channels.column_words import MILESTONE_NAMES
from clew.channels.connector import IDENTIFIER_COLUMNS
from clew.channels.example_values import masked
from clew.channels.guess_channel import channel_spellings, constant_channel
from clew.channels.guess_clock import clock_column, days_remark, time_confidence
from clew.channels.guess_columns import (
    ColumnLook,
    look_at,
    missing_marks_in,
    name_score,
    never_a_moment,
    plain_words,
)
from clew.channels.guess_fields import Found, address_of, decimal_mark, find_fields, network_of, translations
from clew.channels.guess_people import NAME_WORDS, guess_people
from clew.channels.guess_phones import checked_phones
from clew.channels.mapping import Guess, GuessedMapping, Mapping, Milestone, Shape
from clew.model.errors import MappingError

_PERSONAL = frozenset((*IDENTIFIER_COLUMNS, "sender", "recipient", "party_id"))
#: Fields that never hold a person's name, whatever their column is called.
_IMPERSONAL = frozenset(
    ("channel", "touchpoint", "kind", "direction", "party", "issue", "outcome", "team", "source_id", "case_ref")
)


def guess_mapping(
    sample: pa.Table, stem: str, zone: str = "UTC", name: str | None = None, region: str = "US"
) -> GuessedMapping:
    """Guess the mapping of a table from a sample of text columns and its file's stem; errors call the file by ``name``.

    ``region`` is the country of phone numbers without a country code.

    Raises MappingError when no column holds times: an interaction without a moment can't be placed in a journey.
    """
    missing = missing_marks_in(sample)
    looks = look_at(sample, zone, missing)
    times = [look for look in looks if look.time is not None and not never_a_moment(look)]
    if not times:
        people = guess_people(looks, zone, missing)
        if people is not None:
            return people
        seen = ", ".join(masked(look.name) for look in looks) or "no named column"
        raise MappingError(
            f"{name or stem}: no column holds times, and every interaction needs one. Columns seen: {seen}. "
            "Write a mapping that names one under [columns] as occurred_at, or import the table that has the times."
        )
    return _Guesser(sample, stem, zone, missing, looks, times, region).guess()


class _Guesser:
    """One table's guess as it grows: columns chosen, reasons given, assumptions said."""

    def __init__(
        self,
        sample: pa.Table,
        stem: str,
        zone: str,
        missing: tuple[str, ...],
        looks: Sequence[ColumnLook],
        times: list[ColumnLook],
        region: str,
    ) -> None:
        self.sample, self.stem, self.zone, self.missing = sample, stem, zone, missing
        self.looks, self.times, self.region = looks, times, region
        self.columns: dict[str, str] = {}
        self.constants: dict[str, str] = {}
        self.guesses: list[Guess] = []
        self.questions: list[str] = []
        words = [*plain_words(stem), *(word for look in looks if look.booleans < 0.8 for word in look.words)]
        self.network = network_of(words)

    def guess(self) -> GuessedMapping:
        case = self.case_column()
        milestones = self.milestones(case)
        shape: Shape = "cases" if milestones else "events"
        if not milestones:
            self.event_times(case)
        self.ids(case, shape)
        used = {*self.columns.values(), *(each.column for each in milestones)}
        found = find_fields(self.looks, used, self.network)
        if shape == "cases":
            found = {
                field: each
                for field, each in found.items()
                if field not in ("direction", "party", "outcome", "sender", "recipient")
            }
        found, asked = checked_phones(found, self.region)
        self.questions += asked
        for field, (look, reason, confidence) in found.items():
            self.note(field, look, reason, confidence)
        channels = self.channel(found.get("channel"), shape)
        milestones = self.with_kind(milestones)
        if shape == "events":
            self.who_acts(found)
        if not set(found) & {*IDENTIFIER_COLUMNS, "sender", "recipient"}:
            self.questions.append(
                "no column tells one customer from another: map an e-mail, phone or customer number if there is one"
            )
        if len(self.missing) > 1:
            self.guesses.append(
                Guess("missing", None, f"these marks stand for nothing: {', '.join(self.missing[1:])}", 0.9)
            )
        ends = [found[end][0] for end in ("sender", "recipient") if end in found]
        mapping = Mapping(
            zone=self.zone,
            shape=shape,
            columns=self.columns,
            constants=self.constants,
            channels=channels,
            values=translations(found),
            milestones=milestones,
            missing=self.missing,
            address=address_of(ends[0], self.network) if ends else "customer_ref",
            network=self.network if ends or "handle" in self.columns else None,
            decimal=decimal_mark([found[field][0] for field in ("value", "rating") if field in found]),
        )
        self.zone_remark()
        return GuessedMapping(mapping, tuple(self.guesses), tuple(self.questions))

    def note(self, field: str, look: ColumnLook, reason: str, confidence: float) -> None:
        self.columns[field] = look.name
        self.guesses.append(Guess(field, look.name, reason, round(confidence, 2), _examples(field, look)))

    def case_column(self) -> ColumnLook | None:
        stem = plain_words(self.stem)
        best, best_score = None, 0.69
        for look in self.looks:
            if (
                look.time is not None
                or look.damaged > 0.5
                or look.mean_length > 60
                or len(look.values) < 0.02 * look.rows
            ):
                continue
            score = name_score(look.words, "case_ref")
            if look.words and look.words[0] == "number" and look.numbers > 0.5 and len(look.words) == 1:
                score -= 0.2
            if (
                look.words in (("id",), ("key",))
                and look.unique
                and {"ticket", "tickets", "case", "cases", "incidents", "vorgange"} & set(stem)
            ):
                score = 0.75
            if score > best_score:
                best, best_score = look, score
        return best

    def milestones(self, case: ColumnLook | None) -> tuple[Milestone, ...]:
        if case is not None and len(case.distinct) < 0.98 * len(case.values):
            return ()
        found: dict[str, tuple[ColumnLook, Milestone]] = {}
        for look in self.times:
            rule = next((rule for rule in MILESTONE_NAMES if _says(look, rule[0])), None)
            if rule is None or {"updated", "modified"} & set(look.words):
                continue
            _, touchpoint, kind, direction, party, outcome = rule
            known = found.get(touchpoint)
            if known is None or len(look.values) > len(known[0].values):
                found[touchpoint] = (look, Milestone(look.name, touchpoint, kind, direction, party, outcome))
        if len(found) < 2 or (case is None and "opened" not in found):
            return ()
        order = ["opened", "assigned", "escalated", "first response", "resolved", "reopened", "closed", "rating"]
        ordered = [found[touchpoint] for touchpoint in order if touchpoint in found]
        for look, milestone in ordered:
            reason = f'the name "{look.name}" says {milestone.touchpoint}; {look.time.evidence if look.time else ""}'
            self.guesses.append(Guess(f"milestone {look.name}", look.name, reason, 0.8, _examples("occurred_at", look)))
        return tuple(milestone for _, milestone in ordered)

    def event_times(self, case: ColumnLook | None) -> None:
        varied = self.times
        if case is not None and len(case.distinct) < 0.98 * len(case.values):
            # Of a case's many rows, the time that moves from row to row is the event's; the others belong to the case.
            pairs = {look.name: self.pairs(case, look) for look in self.times}
            varied = [look for look in self.times if pairs[look.name] >= 0.95 * max(pairs.values())]
        full = [look for look in varied if len(look.values) >= 0.9 * max(len(each.values) for each in varied)]
        best = max(full, key=lambda look: (name_score(look.words, "occurred_at"), -self.looks.index(look)))
        score = time_confidence(best, name_score(best.words, "occurred_at"), alone=len(self.times) == 1)
        self.note("occurred_at", best, best.time.evidence if best.time else "", score)
        clock = clock_column(best, self.looks)
        if clock is not None:
            self.note("occurred_time", clock, f"it holds the times of day to {best.name}", 0.9)
        self.questions += days_remark(best, clock)
        for field in ("answered_at", "ended_at"):
            fits = [look for look in self.times if look is not best and name_score(look.words, field) >= 0.7]
            for look in fits[:1]:
                self.note(field, look, look.time.evidence if look.time else "", name_score(look.words, field))
        lengths = any({"duration", "dauer", "duracion", "duree"} & set(look.words) for look in self.looks)
        if lengths and not fits:
            self.questions.append("durations stay among the attributes: no column says when an interaction ended")

    def pairs(self, case: ColumnLook, time: ColumnLook) -> int:
        cases, moments = (self.sample.column(each.name).to_pylist() for each in (case, time))
        return len({pair for pair in zip(cases, moments, strict=True) if None not in pair})

    def ids(self, case: ColumnLook | None, shape: Shape) -> None:
        damaged = [look.name for look in self.looks if look.damaged > 0.5]
        for name in damaged:
            self.questions.append(
                f"{name} was damaged by a spreadsheet (numbers such as 5.7E+17): it is not used as an id"
            )
        keys = [look for look in self.looks if look.nearly_unique and look.time is None and look.damaged <= 0.5]
        entity = [
            word.removesuffix("s") for word in plain_words(self.stem) if word not in ("data", "export", "history")
        ]
        stem = {*entity[:1], *entity[-1:]}
        best, best_score = None, 0.69
        for look in keys:
            score = name_score(look.words, "source_id")
            if look.words and look.words[-1] in ("id", "nr", "key") and set(look.words[:-1]) & stem:
                score = 0.0 if name_score(look.words, "customer_ref") >= 0.7 else max(score, 0.97)
            if score > best_score:
                best, best_score = look, score
        if case is not None:
            self.note("case_ref", case, f'the name "{case.name}" is one of those for a case', 0.8)
            if best is None and shape == "events" and case.unique:
                best, best_score = case, 0.7
        if best is not None and (shape == "events" or case is None):
            field = "source_id" if shape == "events" else "case_ref"
            self.note(field, best, "its name says id and (nearly) no value repeats", min(best_score, 1.0))
        taken = set(self.columns.values())
        for look in self.looks:
            if (
                look.name not in taken
                and look.values
                and look.time is None
                and name_score(look.words, "conversation_id") >= 0.7
            ):
                self.note("conversation_id", look, f'the name "{look.name}" is one of those for a conversation', 0.8)
                break

    def channel(self, found: Found | None, shape: Shape) -> dict[str, str]:
        if found is not None:
            spellings, unknown = channel_spellings(found[0])
            for value in unknown[:10]:
                self.questions.append(
                    f'channel "{masked(value)}" is unknown: add it under [channels], else its rows wait in quarantine'
                )
            return spellings
        fallback = "back_office" if shape == "cases" else "web"
        channel, reason, confidence = constant_channel(self.looks, self.stem, "text" in self.columns, fallback)
        self.constants["channel"] = channel
        self.guesses.append(Guess("channel", None, reason, confidence))
        self.questions.append(f'{reason}: "{channel}" is assumed for every row; change it under [constants]')
        return {}

    def with_kind(self, milestones: tuple[Milestone, ...]) -> tuple[Milestone, ...]:
        kind = {"phone": "call", "order": "order", "web": "form"}.get(self.constants.get("channel", ""), "message")
        return tuple(replace(each, kind=kind) if each.touchpoint == "opened" else each for each in milestones)

    def who_acts(self, found: dict[str, Found]) -> None:
        if "direction" in found or "party" in found:
            return
        case, state = self.columns.get("case_ref"), found.get("outcome")
        if case and state and "source_id" not in self.columns and "text" not in found:
            if "touchpoint" not in self.columns:
                self.note("touchpoint", state[0], "the state that a row reports is what happens there", 0.6)
            self.constants |= {"kind": "status", "direction": "internal", "party": "agent"}
            self.questions.append(
                "rows look like status changes of cases: they are taken as internal work, not as contacts"
            )
            return
        self.constants |= {"direction": "inbound", "party": "customer"}
        self.questions.append("no column says who acts: every row is taken as the customer's (inbound)")

    def zone_remark(self) -> None:
        named = {*self.columns.values()}
        formats = [look.time for look in self.times if look.time is not None]
        if any(not each.has_offset for each in formats):
            self.questions.append(
                f"times without an offset are taken as {self.zone}: change zone if they were local times"
            )
        for look in self.times:
            if look.time is not None and "is assumed" in look.time.evidence and look.name in named:
                self.questions.append(f"{look.name}: {look.time.evidence.split(';')[0]}")


def _says(look: ColumnLook, phrases: str) -> bool:
    return any(set(phrase.split()) <= set(look.words) for phrase in phrases.split("|"))


def _examples(field: str, look: ColumnLook) -> tuple[str, ...]:
    shown = look.distinct[:3]
    if look.time is not None:
        return shown
    if field == "text":
        return tuple(f"(text of {len(value)} characters)" for value in shown)
    personal = field in _PERSONAL or (field not in _IMPERSONAL and bool(NAME_WORDS & set(look.words)))
    return tuple(masked(value, personal=personal) for value in shown)
