"""What a workspace's ``clew.toml`` decides: stages, windows, costs and defaults, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field

from clew.model.handoff_contract import HandoffContract
from clew.model.identity import IdentityPolicy

DAY_US = 86_400_000_000
HOUR_US = 3_600_000_000


@dataclass(frozen=True)
class StageRule:
    """One line of the stage rules; the first rule whose every named condition holds gives the step its stage.

    Empty tuples and None ask nothing. ``answered`` asks whether anyone had answered before the step, ``handed_over``
    whether another party than the first one had taken over by then, ``resolved`` whether it had been resolved before.
    """

    stage: str
    channel: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    direction: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    answered: bool | None = None
    handed_over: bool | None = None
    resolved: bool | None = None


@dataclass(frozen=True)
class Windows:
    """Lengths of time that decide where journeys end and when numbers are ripe, in days (contacts: hours)."""

    journey_gap_days: float = 14.0
    repeat_days: float = 7.0
    contact_gap_hours: float = 24.0
    open_days: float = 14.0


@dataclass(frozen=True)
class ContactRules:
    """Which interactions are a customer's contact with somebody: these kinds and channels are not.

    Nor are visits without a word to the channels of ``not_contact_visits``; one to a shop is a contact.
    """

    not_contact_kinds: tuple[str, ...] = (
        *("rating", "order", "status", "campaign", "payment", "lookup", "note", "task", "search", "article"),
    )
    not_contact_channels: tuple[str, ...] = ("ad", "survey", "order")
    not_contact_visits: tuple[str, ...] = ("web", "app", "self_service")


@dataclass(frozen=True)
class TextRules:
    """What is read in texts; ``facts`` finds numbers, sums, dates, problems, promises and questions, and takes its time."""

    facts: bool = True


@dataclass(frozen=True)
class LanguageModel:
    """The endpoint that is asked about doubtful questions, and only when somebody says so; nobody is asked without a ``url``.

    ``key_variable`` names the variable of the environment that holds the key, which itself stands nowhere.
    """

    url: str = ""
    model: str = ""
    key_variable: str = ""
    timeout_seconds: float = 30.0
    most_questions: int = 200


#: Why what shows in texts isn't known, where a workspace says not to read them.
TEXTS_UNREAD = "texts aren't read (set facts = true under [texts] in clew.toml, then build)"

DEFAULT_STAGES: tuple[tuple[str, str], ...] = (
    ("awareness", "Awareness"),
    ("support", "Support"),
    ("escalation", "Escalation"),
    ("resolution", "Resolution"),
    ("retention", "Retention"),
)

DEFAULT_STAGE_RULES: tuple[StageRule, ...] = (
    StageRule("resolution", outcome=("resolved", "closed")),
    StageRule("escalation", outcome=("reopened",)),
    StageRule("retention", kind=("rating",)),
    StageRule("retention", kind=("order", "campaign"), resolved=True),
    StageRule("retention", channel=("survey",)),
    StageRule("resolution", resolved=True, direction=("outbound", "internal")),
    StageRule("awareness", channel=("ad", "web", "self_service", "app", "order"), answered=False),
    StageRule("awareness", kind=("campaign", "order"), answered=False),
    StageRule("escalation", handed_over=True),
    StageRule("support"),
)


@dataclass(frozen=True)
class Settings:
    """A workspace's settings; :data:`Settings()` are the defaults that ``clew init`` writes down with comments."""

    name: str = "Our customers"
    default_region: str = "US"
    time_zone: str = "UTC"
    stages: tuple[tuple[str, str], ...] = DEFAULT_STAGES
    stage_rules: tuple[StageRule, ...] = DEFAULT_STAGE_RULES
    windows: Windows = field(default_factory=Windows)
    contacts: ContactRules = field(default_factory=ContactRules)
    channel_spellings: dict[str, str] = field(default_factory=dict)
    channel_costs: dict[str, float] = field(default_factory=dict)
    currency: str = "EUR"
    identity: IdentityPolicy = field(default_factory=IdentityPolicy)
    texts: TextRules = field(default_factory=TextRules)
    contracts: tuple[HandoffContract, ...] = ()
    expected_answers: dict[str, int] = field(default_factory=dict)
    language_model: LanguageModel = field(default_factory=LanguageModel)
