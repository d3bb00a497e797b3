"""The planted truth: tables beside the exports that say who was who, what belonged together, and what it did to people.

Each is one Parquet file in ``truth/``. Times are whole microseconds since 1970 UTC and true ones: clocks that go wrong
do so in the exports only. ``record`` is an exported row's own id in its system; no two systems share one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TruthType = Literal["string", "int64", "float64", "boolean", "array<string>"]


@dataclass(frozen=True)
class TruthTable:
    """A table's name, what one row is, and its columns with type and meaning."""

    name: str
    grain: str
    columns: dict[str, tuple[TruthType, str]]


PEOPLE = TruthTable(
    "people",
    "one customer of the company",
    {
        "person_id": ("string", "the customer"),
        "household_id": ("string", "who live together and may share a phone or a device"),
        "segment": ("string", "the group that the scenario puts them in"),
        "team": ("int64", "the part of the company that looks after them"),
        "left_us": ("int64", "when they left the company; null = stayed"),
        "orders": ("int64", "orders in the period"),
        "consent": ("boolean", "whether they agreed to be tracked and written to"),
    },
)

IDENTIFIERS = TruthTable(
    "identifiers",
    "one identifier as one system wrote it, for one person",
    {
        "system": ("string", "the system that wrote it"),
        "kind": ("string", "email, phone, account, device, handle or customer_ref"),
        "value": ("string", "as written in the export"),
        "person_id": ("string", "who it stood for"),
        "nature": ("string", "own, old, shared, tablet, junk or typo"),
    },
)

INTERACTIONS = TruthTable(
    "interactions",
    "one thing that happened and that some export tells",
    {
        "interaction_id": ("string", "the truth's own id"),
        "system": ("string", "where it was written down"),
        "record": ("string", "its id in that system"),
        "person_id": ("string", "whose"),
        "journey_id": ("string", "of which journey; null = of none (browsing, orders)"),
        "issue": ("string", "what about; null = nothing to settle"),
        "channel": ("string", "Clew's word for the channel"),
        "kind": ("string", "Clew's word for what it is"),
        "party": ("string", "customer, bot, agent or system"),
        "position": ("int64", "place in its journey, from 1; null without one"),
        "occurred_us": ("int64", "when it really happened"),
        "case_ref": ("string", "the case it belongs to; null = none"),
        "emotion": ("string", "how the customer felt after it: angry, annoyed, worried, calm, relieved or glad"),
        "valence": ("float64", "the same from -2 (furious) to 2 (delighted)"),
        "expressed": ("boolean", "whether its words show how they felt; the others were felt in silence"),
        "identifiable": ("boolean", "whether any chain of the customer's own identifiers in the exports leads to it"),
        "told": ("boolean", "the same, or a number or address of the customer that is said in its conversation"),
    },
)

ROWS = TruthTable(
    "rows",
    "one row of one exported file",
    {
        "file": ("string", "the file, as seen from the folder of the exports"),
        "record": ("string", "the row's own id in its system"),
        "verdict": ("string", "interaction, duplicate, broken, noise or record"),
        "interaction_id": ("string", "the interaction that it tells (or repeats); null = none"),
        "dirt": ("array<string>", "what was done to it: late, clock_skew, zone_slip, wrong_tag, …"),
    },
)

JOURNEYS = TruthTable(
    "journeys",
    "one customer's pursuit of one issue",
    {
        "journey_id": ("string", "the journey"),
        "person_id": ("string", "whose"),
        "issue": ("string", "the issue's name in the scenario"),
        "started_us": ("int64", "its first interaction"),
        "ended_us": ("int64", "its last interaction in the period; of a call, when it began"),
        "first_contact_us": ("int64", "the first contact with anybody (not a page view)"),
        "second_contact_us": ("int64", "the second one; null = none"),
        "first_response_us": ("int64", "the first answer by a person; null = none"),
        "resolved_us": ("int64", "when it was settled for good; null = not in the period"),
        "first_resolved_us": ("int64", "when it was first called settled; null = never"),
        "outcome": ("string", "resolved, gave_up or open"),
        "contacts": ("int64", "turns to the company, whatever the channel"),
        "switches": ("int64", "changes of channel that the customer sees"),
        "handoffs": ("int64", "changes of channel or of the party answering"),
        "first_channel": ("string", "channel of the first contact"),
        "last_channel": ("string", "channel of the last contact"),
        "satisfaction": ("int64", "what the customer would answer, 1 to 5, asked or not"),
        "left": ("boolean", "whether the customer left the company because of it"),
        "complete": ("boolean", "False where the period ended first"),
    },
)

HANDOFFS = TruthTable(
    "handoffs",
    "one change of channel or of the party answering, within a journey",
    {
        "journey_id": ("string", "the journey"),
        "place": ("int64", "the handoff's place in its journey, from 1"),
        "from_interaction_id": ("string", "the last interaction before it (no status change)"),
        "to_interaction_id": ("string", "the first one after it (no status change)"),
        "from_channel": ("string", "Clew's word"),
        "to_channel": ("string", "Clew's word"),
        "from_party": ("string", "who had answered: bot, agent, system (a notice) or nobody"),
        "to_party": ("string", "who answers now: bot, agent, system (a notice) or nobody"),
        "wait_us": ("int64", "time from the beginning of the one to that of the other"),
        "facts_known": ("array<string>", "what the customer had given on this issue before, of what can be asked for"),
        "facts_visible": ("array<string>", "of those, what the receiver could see, whether they said so or not"),
        "facts_carried": ("array<string>", "of those, what the receiver used without asking"),
        "facts_asked_again": ("array<string>", "of those, what the customer was asked for again, needlessly"),
        "facts_reverified": ("array<string>", "of those, what was asked again as a legitimate check"),
    },
)

FACTS = TruthTable(
    "facts",
    "one fact in one text",
    {
        "interaction_id": ("string", "where it was said"),
        "act": ("string", "give, answer, ask, ask_again, reverify, use, promise, tried_step, state_problem"),
        "fact": (
            "string",
            "one that is asked for (account, …), problem, step_tried, promise, amount_usual, amount_difference or date_next",
        ),
        "value": ("string", "the value; null where it is asked for"),
        "start": ("int64", "first character of it in the text, from 0"),
        "end": ("int64", "behind its last character"),
    },
)

FRICTIONS = TruthTable(
    "frictions",
    "one thing that went wrong for the customer",
    {
        "journey_id": ("string", "the journey"),
        "interaction_id": ("string", "where it showed"),
        "friction": ("string", "its name, that of the detector which should find it"),
        "cost": ("float64", "what it took from the customer's mood"),
    },
)

DRIVERS = TruthTable(
    "drivers",
    "what one cause added to one journey's outcome; of the whole journey, also behind the period's end",
    {
        "journey_id": ("string", "the journey"),
        "outcome": ("string", "satisfaction or left"),
        "driver": ("string", "a friction's name, resolved, start, chance or answers_and_floor"),
        "contribution": ("float64", "points of the mark (satisfaction) or of the chance (left)"),
    },
)

COUNTERFACTUALS = TruthTable(
    "counterfactuals",
    "one journey under one intervention, with it and without it, all else equal",
    {
        "journey_id": ("string", "the journey"),
        "intervention": ("string", "its name in the scenario"),
        "treated": ("boolean", "whether it was in force for this journey"),
        "outcome": (
            "string",
            "contacts, resolved, resolved_in_first_contact, satisfaction, hours_to_resolution or left",
        ),
        "with_it": ("float64", "null where it has no value"),
        "without_it": ("float64", "null where it has no value"),
    },
)

EFFECTS = TruthTable(
    "effects",
    "the true effect of one intervention on one outcome",
    {
        "intervention": ("string", "its name in the scenario"),
        "kind": ("string", "its kind; placebo has none"),
        "outcome": ("string", "as in counterfactuals"),
        "from_us": ("int64", "when it began for the first"),
        "journeys": ("int64", "journeys that began after that day on its issues"),
        "treated": ("int64", "of those, under it"),
        "effect_on_all": ("float64", "mean of with it minus without it, over all of those"),
        "effect_on_treated": ("float64", "the same over the treated"),
    },
)

TRUTH: tuple[TruthTable, ...] = (
    PEOPLE,
    IDENTIFIERS,
    INTERACTIONS,
    ROWS,
    JOURNEYS,
    HANDOFFS,
    FACTS,
    FRICTIONS,
    DRIVERS,
    COUNTERFACTUALS,
    EFFECTS,
)

#: Valence below which a feeling has each name, from the worst up.
EMOTIONS: tuple[tuple[float, str], ...] = (
    (-1.2, "angry"),
    (-0.5, "annoyed"),
    (-0.1, "worried"),
    (0.4, "calm"),
    (0.9, "relieved"),
    (99.0, "glad"),
)


def emotion(valence: float) -> str:
    """Return the name of a feeling.

    >>> emotion(-1.5), emotion(0.0), emotion(1.4)
    ('angry', 'calm', 'glad')
    """
    return next(name for limit, name in EMOTIONS if valence < limit)
