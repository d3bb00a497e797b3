"""What a system hands in to be scored: tables that point at exported rows by their own ids, each of them optional.

Each is one file, ``NAME.parquet`` or ``NAME.csv``, in the folder of the submission. ``record`` is an exported row's own
id in its system, as in the truth; a table that isn't there counts as not submitted, never as wrong. In CSV an empty cell
is no value, lists are joined by ``;``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from clew.simulator.truth_tables import TruthType


@dataclass(frozen=True)
class SubmissionTable:
    """A table's name, what one row is, its columns with type and meaning, and which of those may be left out.

    ``key`` names the columns that say what a row is about: they are never empty, and no two rows that say different
    things are about the same. ``within`` bounds numbers, lowest and highest allowed (None = none).
    """

    name: str
    grain: str
    columns: dict[str, tuple[TruthType, str]]
    optional: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    within: Mapping[str, tuple[float, float | None]] = field(default_factory=dict)


INTERACTIONS = SubmissionTable(
    "interactions",
    "one interaction as the system understood it",
    {
        "record": ("string", "the exported row"),
        "channel": ("string", "in Clew's words: chat, chatbot, email, phone, sms, social, self_service, web, …"),
        "kind": ("string", "in Clew's words: message, call, visit, search, rating, order, status, note, …"),
        "party": ("string", "customer, bot, agent or system"),
        "occurred_us": ("int64", "when, in microseconds since 1970 UTC"),
    },
    optional=("channel", "kind", "party", "occurred_us"),
    key=("record",),
)

CUSTOMERS = SubmissionTable(
    "customers",
    "one interaction and whose it is",
    {"record": ("string", "the exported row"), "customer": ("string", "any name for the customer")},
    key=("record",),
)

LINKS = SubmissionTable(
    "links",
    "one claim that two identifiers are one person",
    {
        "kind_a": ("string", "email, phone, account, device, handle or customer_ref"),
        "value_a": ("string", "the identifier; case, blanks and signs in phone numbers don't matter"),
        "kind_b": ("string", "as kind_a"),
        "value_b": ("string", "as value_a"),
        "confidence": ("float64", "the chance that it is right, 0 to 1"),
    },
    optional=("confidence",),
    key=("kind_a", "value_a", "kind_b", "value_b"),
    within={"confidence": (0, 1)},
)

JOURNEYS = SubmissionTable(
    "journeys",
    "one interaction and the journey it belongs to",
    {
        "record": ("string", "the exported row"),
        "journey": ("string", "any name for the journey; empty = of none"),
        "starts": ("boolean", "whether the journey begins here; else its earliest interaction does"),
        "confidence": ("string", "how sure, in the system's own words: certain, likely, assumed, …"),
        "probability": ("float64", "the chance that it is placed rightly, 0 to 1"),
    },
    optional=("starts", "confidence", "probability"),
    key=("record",),
    within={"probability": (0, 1)},
)

OUTCOMES = SubmissionTable(
    "outcomes",
    "one journey and how it ended",
    {
        "journey": ("string", "as named in journeys"),
        "outcome": ("string", "resolved, gave_up or open; empty = can't tell"),
    },
    key=("journey",),
)

HANDOFFS = SubmissionTable(
    "handoffs",
    "one change of channel or of the party answering, within a journey",
    {
        "from_record": ("string", "the last interaction before it (no status change)"),
        "to_record": ("string", "the first one after it (no status change)"),
        "from_channel": ("string", "Clew's word"),
        "to_channel": ("string", "Clew's word"),
        "facts_known": ("array<string>", "what the customer had given on this issue before, of what can be asked for"),
        "facts_carried": ("array<string>", "of those, what the receiver used without asking"),
        "facts_asked_again": ("array<string>", "of those, what was asked for again, needlessly"),
        "facts_reverified": ("array<string>", "of those, what was asked again as a legitimate check"),
    },
    optional=("from_channel", "to_channel", "facts_known", "facts_carried", "facts_asked_again", "facts_reverified"),
    key=("from_record", "to_record"),
)

FACTS = SubmissionTable(
    "facts",
    "one fact in one text",
    {
        "record": ("string", "where it was said"),
        "fact": (
            "string",
            "one that is asked for (account, …), problem, step_tried, promise, amount_usual, amount_difference or date_next",
        ),
        "value": ("string", "the value"),
        "start": ("int64", "first character of it in the exported text, from 0"),
        "end": ("int64", "behind its last character"),
    },
    optional=("value",),
    key=("record", "fact", "start", "end"),
    within={"start": (0, None), "end": (1, None)},
)

ASKED_AGAIN = SubmissionTable(
    "asked_again",
    "one question for something that the customer had given already",
    {
        "record": ("string", "where it was asked"),
        "fact": ("string", "what was asked for"),
        "reverified": ("boolean", "whether it was a legitimate check of who somebody is"),
    },
    optional=("reverified",),
    key=("record", "fact"),
)

ISSUES = SubmissionTable(
    "issues",
    "one interaction and what it is about, found without the agents' tags",
    {"record": ("string", "the exported row"), "issue": ("string", "any name for the issue")},
    key=("record",),
)

FRICTIONS = SubmissionTable(
    "frictions",
    "one thing that went wrong for the customer",
    {"record": ("string", "where it showed"), "friction": ("string", "its name, as in the truth")},
    key=("record", "friction"),
)

EMOTIONS = SubmissionTable(
    "emotions",
    "how a customer felt after one interaction",
    {
        "record": ("string", "the exported row"),
        "emotion": ("string", "angry, annoyed, worried, calm, relieved or glad"),
        "valence": ("float64", "any scale on which more is better"),
    },
    optional=("emotion", "valence"),
    key=("record",),
)

DRIVERS = SubmissionTable(
    "drivers",
    "how much one cause weighs in one outcome",
    {
        "outcome": ("string", "satisfaction or left"),
        "driver": ("string", "as in the truth"),
        "weight": ("float64", "mean size of what it adds, on any scale"),
    },
    key=("outcome", "driver"),
)

METRICS = SubmissionTable(
    "metrics",
    "one metric over the whole company",
    {
        "metric": ("string", "its name in the scoring protocol"),
        "value": ("float64", "the estimate; ratios from 0 to 1, times in seconds"),
        "low": ("float64", "lower end of its 95 % interval"),
        "high": ("float64", "upper end of its 95 % interval"),
        "reason": ("string", "why there is no value"),
    },
    optional=("low", "high", "reason"),
    key=("metric",),
)

EFFECTS = SubmissionTable(
    "effects",
    "the estimated effect of one intervention on one outcome",
    {
        "intervention": ("string", "its name in the scenario"),
        "outcome": ("string", "as in the truth"),
        "value": ("float64", "the estimate, in the outcome's unit"),
        "low": ("float64", "lower end of its 95 % interval"),
        "high": ("float64", "upper end of its 95 % interval"),
        "on": ("string", "all or treated: for whom it is meant; treated unless told"),
    },
    optional=("low", "high", "on"),
    key=("intervention", "outcome"),
)

SUBMISSION: tuple[SubmissionTable, ...] = (
    INTERACTIONS,
    CUSTOMERS,
    LINKS,
    JOURNEYS,
    OUTCOMES,
    HANDOFFS,
    FACTS,
    ASKED_AGAIN,
    ISSUES,
    FRICTIONS,
    EMOTIONS,
    DRIVERS,
    METRICS,
    EFFECTS,
)
