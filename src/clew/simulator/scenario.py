"""What a scenario says: a company, its channels, what its customers come with, and what is changed on the way.

A scenario is one TOML file (:mod:`clew.simulator.scenarios.scenario_file` reads it); what it leaves out is as in
``scenarios/_usual.toml``, which holds what is usual for any company. Shares and chances are ratios from 0 to 1, weights
are any positive numbers that are set in proportion, waits are [fastest tenth, half, slowest tenth].
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

Share = Annotated[float, Meta(ge=0, le=1)]
Weight = Annotated[float, Meta(ge=0)]
Positive = Annotated[float, Meta(gt=0)]
Spread = tuple[Positive, Positive, Positive]
Name = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]{0,39}$")]

#: The places where customers meet the company, each written down by one system; keys of ``channels`` in a scenario.
DESKS = ("self_service", "chatbot", "chat", "phone", "email", "web", "sms", "social", "back_office")
#: What a customer can be asked for and can give.
FACTS = ("account", "invoice", "order", "amount", "name", "email", "phone", "postcode", "date", "product")
#: Facts that prove who somebody is: asking for them twice can be a legitimate check.
IDENTITY_FACTS = ("account", "name", "email", "phone", "postcode")


class Company(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who the company is; ``products``, prefixes of numbers and ``usual_amount`` fill the texts, ``first_day`` is the first day of the world.

    ``nouns`` says what this company calls a fact: order = "booking code".
    """

    name: Annotated[str, Meta(min_length=1, max_length=40)]
    industry: str
    assistant: str = "Bea"
    first_day: date = date(2026, 3, 2)
    products: tuple[str, ...] = ("Starter plan", "Family plan", "Premium plan")
    invoice_prefix: str = "INV-"
    order_prefix: str = "ORD-"
    usual_amount: tuple[Positive, Positive] = (35.0, 120.0)
    nouns: dict[str, str] = {}


class Desk(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One channel: how well it is liked, how long it lets wait, how often one contact there settles the issue.

    ``urgency`` says how much urgent customers prefer it (-1 to 1). ``carries`` maps an earlier desk to the chance that
    what was given there is visible here without asking. ``verifies`` is the chance of a legitimate identity check,
    ``explains`` that an unsettled contact ends with a next step and a date, ``sends_to`` where unsettled contacts are
    sent ("nowhere" = the customer has to find a way), ``warm`` the share of those that are passed on directly.
    ``patience_minutes`` is how long half the customers wait before they leave (real-time channels).
    """

    likes: Weight = 1.0
    urgency: Annotated[float, Meta(ge=-1, le=1)] = 0.0
    team: str = ""
    wait_minutes: Spread = (1.0, 5.0, 20.0)
    patience_minutes: Positive = 30.0
    opens: Annotated[int, Meta(ge=0, le=23)] = 0
    closes: Annotated[int, Meta(ge=1, le=24)] = 24
    days: Annotated[int, Meta(ge=1, le=7)] = 7
    agents: Annotated[int, Meta(ge=1, le=200)] = 8
    solves: Share = 0.5
    warm: Share = 0.2
    verifies: Share = 0.0
    explains: Share = 0.5
    carries: dict[str, Share] = {}
    sends_to: dict[str, Weight] = {}


class At(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What differs for one issue at one desk; None and empty = as the desk usually does."""

    likes: Weight | None = None
    solves: Share | None = None
    warm: Share | None = None
    verifies: Share | None = None
    explains: Share | None = None
    sends_to: dict[str, Weight] = {}


class Burst(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A day on which the issue hits many at once (an outage, a storm); ``share`` of the issue's journeys begin in it."""

    day: Annotated[int, Meta(ge=0)]
    hours: Positive = 12.0
    share: Share = 0.3


class Words(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said about one issue; each list is one act (docs/reference/vocabulary.md), in the wording grammar.

    ``searches`` and ``articles`` are plain texts.
    """

    searches: tuple[str, ...]
    articles: tuple[str, ...]
    state_problem: tuple[str, ...]
    insist: tuple[str, ...]
    generic_answer: tuple[str, ...]
    specific_answer: tuple[str, ...]
    tried_step: tuple[str, ...]
    solve: tuple[str, ...]
    cannot: tuple[str, ...]
    note_problem: tuple[str, ...]
    closing_summary: tuple[str, ...]
    closing_bare: tuple[str, ...]
    conflicting_answer: tuple[str, ...]


class Wordings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The two parts of an issue's words: detectors may be made with ``seen``, and are judged on ``heldout``."""

    seen: Words
    heldout: Words


class Issue(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that customers want settled.

    ``urgency`` is 0 to 1; ``facts`` what every desk needs to know to settle it (its own number first); ``causes`` what it
    turns out to be. ``early_in_month`` is the share that begins in its first ten days (bills come on the first),
    ``reviewed_days`` is how long the back office takes (fastest tenth, half, slowest tenth), ``told_by`` the channel on which its result is told. ``tags`` are the words under which agents file
    it, some of them wrong.
    """

    name: Name
    title: Annotated[str, Meta(min_length=1)]
    weight: Positive = 1.0
    urgency: Share = 0.4
    facts: tuple[str, ...] = ("account",)
    causes: tuple[str, ...] = ("a mistake on our side",)
    tags: tuple[str, ...] = ()
    early_in_month: Share = 0.0
    bursts: tuple[Burst, ...] = ()
    reviewed_days: Spread = (2.0, 5.0, 11.0)
    told_by: Literal["sms", "email"] = "sms"
    help_page: str = "/help"
    account_page: str = "/account"
    at: dict[str, At] = {}
    words: Wordings


class Drift(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that changes with the seasons and not by anybody's work: demand or waits, times ``factor`` in those days."""

    what: Literal["demand", "waits"]
    from_day: Annotated[int, Meta(ge=0)]
    until_day: Annotated[int, Meta(ge=1)]
    factor: Positive


class Intervention(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One change that the company can make, when and for whom; ``kind`` names a file in ``interventions/``.

    ``for_whom`` is everyone, a random ``share`` of the customers, one ``segment``, or the teams one after another
    (``teams``: one more every ``every_days``). ``strength`` is the chance that it takes effect in a contact;
    ``from_desk`` and ``to_desk`` narrow it, or say from where to where contacts move.
    """

    name: Name
    title: str
    kind: str
    from_day: Annotated[int, Meta(ge=0)] = 45
    for_whom: Literal["everyone", "share", "segment", "teams"] = "everyone"
    share: Share = 0.5
    segment: str = ""
    every_days: Annotated[int, Meta(ge=1)] = 7
    issues: tuple[str, ...] = ()
    from_desk: str = ""
    to_desk: str = ""
    strength: Share = 0.8


class Dirt(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How often the exports are wrong, as shares of rows, people or households."""

    typo_in_name: Share = 0.02
    nickname: Share = 0.12
    typo_in_address: Share = 0.01
    junk_identifier: Share = 0.015
    shared_phone: Share = 0.10
    shared_device: Share = 0.06
    store_tablet: Share = 0.02
    new_number: Share = 0.03
    no_consent: Share = 0.15
    clock_skew: Share = 0.02
    zone_slip: Share = 0.004
    duplicate: Share = 0.003
    late: Share = 0.01
    broken: Share = 0.002
    noise: Share = 0.01
    wrong_tag: Share = 0.08
    missing_tag: Share = 0.10
    missing_case: Share = 0.15


class Demand(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How often customers need something, per customer and 90 days, and what they do besides."""

    issues: Positive = 1.4
    visits: Weight = 2.0
    orders: Weight = 0.8
    surveyed: Share = 0.35
    answers: Share = 0.45
    leaves: Share = 0.02


class Scenario(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole scenario; ``hours`` weighs the 24 hours and ``weekdays`` the days from Monday on which problems arise.

    ``segments`` are the customers' groups by weight. Weeks and hours are in UTC, where the company lives.
    """

    company: Company
    demand: Demand = Demand()
    segments: dict[str, Weight] = field(default_factory=lambda: {"new": 2.0, "regular": 6.0, "loyal": 2.0})
    hours: tuple[Weight, ...]
    weekdays: tuple[Weight, ...]
    channels: dict[str, Desk]
    issues: tuple[Issue, ...]
    drifts: tuple[Drift, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    dirt: Dirt = Dirt()
