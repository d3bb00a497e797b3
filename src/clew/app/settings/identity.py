"""The part of ``clew.toml`` that decides about identity: read, checked and written."""

from __future__ import annotations

from dataclasses import dataclass, field

from clew.app.settings.errors import SettingError
from clew.app.settings.toml_text import key, listed, quoted
from clew.customers import known_rules, known_traits
from clew.model import (
    LIKENESS,
    NAMESPACES,
    SOURCE_NUMBER,
    IdentityLimit,
    IdentityPolicy,
    Likeness,
    TraitPolicy,
    UsageError,
    limit_of,
    trait_policy_of,
)

_DEFAULT = IdentityPolicy()
KINDS = (*NAMESPACES, SOURCE_NUMBER)
_EXAMPLE = '# city = "source:crm,shop"'


@dataclass(frozen=True)
class IdentityPart:
    """The section as it stands in the file: limits as texts."""

    limits: tuple[str, ...] = tuple(str(limit) for limit in _DEFAULT.limits)
    shared_from: dict[str, int] = field(default_factory=lambda: dict(_DEFAULT.shared_from))
    blocked: tuple[str, ...] = _DEFAULT.blocked
    priority: tuple[str, ...] = _DEFAULT.priority
    rules_off: tuple[str, ...] = _DEFAULT.rules_off
    likeness: str = _DEFAULT.likeness
    traits: dict[str, str] = field(default_factory=dict)


def policy_of(part: IdentityPart) -> IdentityPolicy:
    """Return the policy that the section says; SettingError for what can't be used."""
    policy = IdentityPolicy(
        limits=tuple(_limit(at, text) for at, text in enumerate(part.limits)),
        blocked=part.blocked,
        shared_from=dict(part.shared_from),
        priority=part.priority,
        rules_off=part.rules_off,
        likeness=_likeness(part.likeness),
        traits={name: _trait_policy(name, text) for name, text in part.traits.items()},
    )
    return check_identity(policy)


def check_identity(policy: IdentityPolicy) -> IdentityPolicy:
    """Return the policy; SettingError for the first thing in it that can't be used."""
    for kind, most in policy.shared_from.items():
        if kind not in KINDS:
            raise SettingError(f"identity.shared_from.{kind}", _unknown("identity.shared_from", kind, KINDS))
        if most < 1:
            raise SettingError(f"identity.shared_from.{kind}", f"identity.shared_from.{kind} has to be 1 or more.")
    for kind in policy.priority:
        if kind not in KINDS:
            raise SettingError("identity.priority", _unknown("identity.priority", kind, KINDS))
    for pattern in policy.blocked:
        if not pattern.strip("* :"):
            raise SettingError(
                "identity.blocked", "identity.blocked has a pattern that fits everything. Write as in email:*@ours.com."
            )
    for rule in policy.rules_off:
        if rule not in known_rules():
            raise SettingError("identity.rules_off", _unknown("identity.rules_off", rule, tuple(known_rules())))
    for name in policy.traits:
        if name not in known_traits():
            raise SettingError(f"identity.traits.{name}", _unknown("identity.traits", name, tuple(known_traits())))
    return policy


def identity_text(policy: IdentityPolicy) -> str:
    """Return the section with its comments."""
    shared = ", ".join(f"{kind} = {most}" for kind, most in policy.shared_from.items())
    traits = "\n".join(f"{key(name)} = {quoted(str(told))}" for name, told in policy.traits.items())
    return f"""# Who is one person. Identifiers that were given together are joined, the best believed first; a link that would break
# a limit is left out and says so. Kinds: {", ".join(NAMESPACES)}; {SOURCE_NUMBER}: each source's own customer numbers.
[identity]
limits = {listed(tuple(str(limit) for limit in policy.limits))}  # of one person, ever or in so many days
shared_from = {{ {shared} }}  # given with more than so many of a kind, an identifier is shared and joins nobody
blocked = {listed(policy.blocked)}  # values that name nobody, such as "email:*@ourcompany.com"
priority = {listed(policy.priority)}  # whose links are believed more
rules_off = {listed(policy.rules_off)}
likeness = {quoted(policy.likeness)}  # people found alike by 'clew customers match': accept joins the sure ones, review leaves all to you, off

# What stands where sources tell different things of one customer: "latest", "most often", or "source:crm,shop" (what the
# first of these tells). Traits: {", ".join(known_traits())}.
[identity.traits]
{traits or _EXAMPLE}
"""


def _likeness(word: str) -> Likeness:
    chosen = next((each for each in LIKENESS if each == word), None)
    if chosen is None:
        raise SettingError("identity.likeness", _unknown("identity.likeness", word, LIKENESS))
    return chosen


def _trait_policy(name: str, text: str) -> TraitPolicy:
    try:
        return trait_policy_of(text)
    except UsageError as error:
        raise SettingError(f"identity.traits.{name}", f"identity.traits.{name}: {error}") from error


def _limit(at: int, text: str) -> IdentityLimit:
    try:
        return limit_of(text)
    except UsageError as error:
        raise SettingError(f"identity.limits.{at}", f"identity.limits.{at}: {error}") from error


def _unknown(place: str, word: str, known: tuple[str, ...]) -> str:
    return f'{place}: there is no "{word}". Known: {", ".join(known)}.'
