"""One customer's profile: what it is known by, what sources tell of it and which of that stands, what it agreed to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from clew.app.building import build
from clew.app.identity.naming import customer_named
from clew.app.reporting import silent
from clew.app.workspace import Tell, Workspace
from clew.customers import (
    Consent,
    Statement,
    Telling,
    TraitValue,
    alike_sql,
    consents_of,
    known_purposes,
    known_traits,
    standing_trait,
)
from clew.model import IdentityPolicy, TraitPolicy, trait_policy_of


@dataclass(frozen=True)
class ProfileIdentifier:
    """An identifier, since when it is known, and what brought it in (``rule`` is ``""`` for the first of the customer).

    ``evidence`` is the interaction or record that says so, or a person's reason where ``author`` isn't ``rule``.
    """

    identifier: str
    since_us: int
    rule: str
    with_identifier: str
    evidence: str
    author: str


@dataclass(frozen=True)
class ProfileTrait:
    """A trait: the value that stands and by which policy, and the others that were told; ``conflict`` where one contradicts it."""

    trait: str
    title: str
    sensitive: bool
    policy: str
    standing: TraitValue
    others: tuple[TraitValue, ...]
    conflict: bool


@dataclass(frozen=True)
class ProfileConsent:
    """A purpose: what stands, what decides it (through a wider purpose where ``through`` names another), and all that was stated."""

    purpose: str
    title: str
    standing: str
    through: str
    decided_by: Statement | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Profile:
    """One customer, with counts of interactions (in all and by channel) and journeys; times are microseconds, UTC."""

    customer_id: str
    identifiers: tuple[ProfileIdentifier, ...]
    traits: tuple[ProfileTrait, ...]
    consents: tuple[ProfileConsent, ...]
    interactions: int
    journeys: int
    first_seen_us: int | None
    last_seen_us: int | None
    channels: tuple[tuple[str, int], ...]


def profile(workspace: Workspace, named: str, tell: Tell = silent) -> Profile:
    """Return the profile of the customer with this id (also of one merged since), identifier or value.

    UsageError where nobody or several have it.
    """
    build(workspace, tell)
    with workspace.session() as connection:
        customer_id = customer_named(connection, named, workspace.settings.default_region)
        return profile_of(connection, customer_id, workspace.settings.identity)


def profile_of(connection: duckdb.DuckDBPyConnection, customer_id: str, policy: IdentityPolicy) -> Profile:
    """Return the same for a customer's id, from a session on a build."""
    ((interactions, first, last),) = connection.execute(
        "SELECT count(*), min(occurred_us), max(occurred_us) FROM steps WHERE customer_id = ?", [customer_id]
    ).fetchall()
    ((journeys,),) = connection.execute("SELECT count(*) FROM journeys WHERE customer_id = ?", [customer_id]).fetchall()
    channels = connection.execute(
        "SELECT channel, count(*) FROM steps WHERE customer_id = ? GROUP BY channel ORDER BY 2 DESC, 1", [customer_id]
    ).fetchall()
    return Profile(
        customer_id,
        _identifiers(connection, customer_id),
        _traits(connection, customer_id, policy),
        consents_with(connection, customer_id),
        *(interactions, journeys, first, last),
        tuple(channels),
    )


def consents_with(
    connection: duckdb.DuckDBPyConnection, customer_id: str, more: Sequence[Statement] = ()
) -> tuple[ProfileConsent, ...]:
    """Return what the customer agreed to, every purpose that Clew knows, the wider ones first; ``more`` is stated only now."""
    found = connection.execute(
        """SELECT identifier, purpose, granted, source, evidence, at_us, author FROM consents WHERE customer_id = ?
        ORDER BY at_us, source, identifier, evidence""",
        [customer_id],
    ).fetchall()
    stated = [*(Statement(*row) for row in found), *more]
    purposes = known_purposes()
    standing = consents_of(stated, {name: purpose.part_of for name, purpose in purposes.items()})
    shown = sorted(purposes.values(), key=lambda purpose: (purpose.part_of or purpose.name, purpose.name))
    return tuple(_consent(purpose.title, standing[purpose.name], stated) for purpose in shown)


def _consent(title: str, consent: Consent, stated: Sequence[Statement]) -> ProfileConsent:
    said = tuple(each for each in stated if each.purpose == consent.purpose)
    return ProfileConsent(consent.purpose, title, consent.standing, consent.through, consent.decided_by, said)


#: The links that hold the customer together, each told once: by the earliest that says so.
_JOINING = """
SELECT least(l.identifier_a, l.identifier_b) AS a, greatest(l.identifier_a, l.identifier_b) AS b,
  arg_min(rule, at_us) AS rule, arg_min(evidence, at_us) AS evidence, arg_min(author, at_us) AS author, min(at_us) AS at_us
FROM identity_links l
WHERE asserted AND l.identifier_a IN (SELECT identifier FROM customers WHERE customer_id = $1)
  AND (least(l.identifier_a, l.identifier_b), greatest(l.identifier_a, l.identifier_b))
    IN (SELECT (identifier_a, identifier_b) FROM link_fates WHERE fate = 'joins')
GROUP BY ALL ORDER BY at_us, a, b
"""


def _identifiers(connection: duckdb.DuckDBPyConnection, customer_id: str) -> tuple[ProfileIdentifier, ...]:
    """Return the identifiers, the oldest first, each with the earliest link to an older one, or to any."""
    own = connection.execute(
        "SELECT identifier, since_us FROM customers WHERE customer_id = ? ORDER BY since_us, identifier", [customer_id]
    ).fetchall()
    age = {identifier: place for place, (identifier, _) in enumerate(own)}
    brought: dict[str, tuple[bool, str, str, str, str]] = {}
    for a, b, rule, evidence, author, _ in connection.execute(_JOINING, [customer_id]).fetchall():
        for this, other in ((a, b), (b, a)):
            if this not in age or other not in age or not age[this]:
                continue
            younger = age[other] > age[this]
            if this not in brought or (brought[this][0] and not younger):
                brought[this] = (younger, rule, other, evidence, author)
    return tuple(
        ProfileIdentifier(identifier, since_us, *brought.get(identifier, (False, "", "", "", ""))[1:])
        for identifier, since_us in own
    )


def _traits(
    connection: duckdb.DuckDBPyConnection, customer_id: str, policy: IdentityPolicy
) -> tuple[ProfileTrait, ...]:
    traits = known_traits()
    found = connection.execute(
        f"""SELECT trait, value, source, evidence, at_us, {alike_sql(traits.values())}, {alike_sql(traits.values(), "alike_among")}
        FROM traits WHERE customer_id = ?""",
        [customer_id],
    ).fetchall()
    told: dict[str, list[Telling]] = {}
    for name, value, source, evidence, at_us, alike, among in found:
        told.setdefault(name, []).append(Telling(value, source, evidence, at_us, alike or None, among or ""))
    shown: list[ProfileTrait] = []
    for name, trait in traits.items():
        if name in told:
            chosen = policy.traits.get(name, _default(trait.policy))
            standing, others = standing_trait(told[name], chosen, several=trait.several)
            conflict = any(each.contradicts for each in others)
            shown.append(ProfileTrait(name, trait.title, trait.sensitive, str(chosen), standing, others, conflict))
    order = {name: place for place, name in enumerate(_ORDER)}
    return tuple(sorted(shown, key=lambda each: (order.get(each.trait, len(order)), each.trait)))


#: How people read a person; whatever is added later comes after.
_ORDER = (
    *("name", "first_name", "last_name", "email", "phone", "birth_date", "gender", "language", "company", "occupation"),
    *("street", "postcode", "city", "region", "country", "official_number"),
)


def _default(text: str) -> TraitPolicy:
    return trait_policy_of(text)
