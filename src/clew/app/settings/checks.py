"""What settings have to be so that journeys and numbers can be made with them; each check names the setting at fault."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import fields
from zoneinfo import ZoneInfo

from clew.app.settings.contracts import check_contracts
from clew.app.settings.errors import SettingError
from clew.app.settings.identity import check_identity
from clew.app.settings.language_model import check_language_model
from clew.model import BY_NAME, DIRECTIONS, KINDS, OUTCOMES, PARTIES, Settings, StageRule

#: Longer spans than ten years are slips of the hand.
_LONGEST_DAYS = 3653
_CURRENCY = re.compile(r"[A-Z]{3}")
_LONGEST_STAGE = 60
#: Unicode's categories of what no line of a map can show: controls, halves of letters, breaks of lines and paragraphs.
_UNPRINTABLE = frozenset(("Cc", "Cs", "Zl", "Zp"))
#: The words that each condition of a stage rule may ask for.
CONDITIONS: dict[str, tuple[str, ...]] = {
    "channel": tuple(BY_NAME),
    "kind": KINDS,
    "direction": DIRECTIONS,
    "party": PARTIES,
    "outcome": OUTCOMES,
}


def check_settings(settings: Settings) -> Settings:
    """Return the settings; SettingError for the first that can't be used."""
    _check_workspace(settings)
    _check_stages(settings)
    for at, rule in enumerate(settings.stage_rules):
        _check_rule(at, rule, [stage for stage, _title in settings.stages])
    for window in fields(settings.windows):
        _check_window(window.name, getattr(settings.windows, window.name))
    contacts = settings.contacts
    _check_words("contacts.not_contact_kinds", contacts.not_contact_kinds, "kind", KINDS)
    _check_words("contacts.not_contact_channels", contacts.not_contact_channels, "channel", BY_NAME)
    _check_words("contacts.not_contact_visits", contacts.not_contact_visits, "channel", BY_NAME)
    for spelling, channel in settings.channel_spellings.items():
        if not spelling.strip():
            raise SettingError(
                "channels", "[channels] has an empty spelling. Write what your system calls the channel."
            )
        _check_words(f"channels.{spelling}", (channel,), "channel", BY_NAME)
    for channel, cost in settings.channel_costs.items():
        _check_words(f"costs.{channel}", (channel,), "channel", BY_NAME)
        if not 0 <= cost < 1e9:
            raise SettingError(f"costs.{channel}", f"costs.{channel} = {cost:g} is no cost. Use 0 or more.")
    check_identity(settings.identity)
    check_contracts(settings.contracts)
    check_language_model(settings.language_model)
    return settings


def _check_workspace(settings: Settings) -> None:
    import phonenumbers

    if not settings.name.strip():
        raise SettingError("workspace.name", "workspace.name is empty. Write what is to stand on top of the map.")
    if not _is_one_line(settings.name):
        raise SettingError(
            "workspace.name",
            "workspace.name holds a character that can't be printed. Write it in one line, without control characters.",
        )
    try:
        ZoneInfo(settings.time_zone)
    except (KeyError, ValueError, OSError) as error:
        raise SettingError(
            "workspace.time_zone",
            f'workspace.time_zone = "{settings.time_zone}" is no time zone. Use a name such as "Europe/Berlin".',
        ) from error
    if settings.default_region not in phonenumbers.SUPPORTED_REGIONS:
        raise SettingError(
            "workspace.region",
            f'workspace.region = "{settings.default_region}" is no country. Use two capitals of ISO 3166, such as "DE".',
        )
    if not _CURRENCY.fullmatch(settings.currency):
        raise SettingError(
            "workspace.currency",
            f'workspace.currency = "{settings.currency}" is no currency. Use three capitals of ISO 4217, such as "EUR".',
        )


def _is_one_line(text: str) -> bool:
    """Tell whether a text can be shown in one line and drawn; what joins letters (Persian, emoji) is part of writing."""
    return not any(unicodedata.category(letter) in _UNPRINTABLE for letter in text)


def _check_stages(settings: Settings) -> None:
    if not settings.stages:
        raise SettingError("stages.names", "stages.names is empty. Name one stage at least.")
    seen: set[str] = set()
    for stage, title in settings.stages:
        if not stage.strip() or stage != stage.strip() or len(stage) > _LONGEST_STAGE or not stage.isprintable():
            raise SettingError(
                f"stages.names.{stage}",
                f"\"{stage}\" can't be a stage's name. Use letters, digits, _ and -, {_LONGEST_STAGE} at most.",
            )
        if stage in seen:
            raise SettingError(f"stages.names.{stage}", f'Stage "{stage}" stands twice. Give each a name of its own.')
        if not title.strip():
            raise SettingError(f"stages.names.{stage}", f'Stage "{stage}" has no title. Write what the map shows.')
        if not _is_one_line(title):
            raise SettingError(
                f"stages.names.{stage}",
                f'The title of stage "{stage}" holds a character that can\'t be printed. Write it in one line, without '
                "control characters.",
            )
        seen.add(stage)
    if not settings.stage_rules:
        raise SettingError("stages.rules", "stages.rules is empty. Write one rule at least, or leave it out.")


def _check_rule(at: int, rule: StageRule, stages: list[str]) -> None:
    if rule.stage not in stages:
        raise SettingError(
            f"stages.rules.{at}.stage",
            f'a rule gives stage "{rule.stage}". Known under [stages.names]: {", ".join(stages)}.',
        )
    for condition, known in CONDITIONS.items():
        for word in getattr(rule, condition):
            if word not in known:
                raise SettingError(
                    f"stages.rules.{at}.{condition}",
                    f'a stage rule asks for {condition} "{word}". Known: {", ".join(known)}.',
                )


def _check_window(name: str, length: float) -> None:
    if not 0 < length <= _LONGEST_DAYS:
        raise SettingError(
            f"windows.{name}",
            f"windows.{name} = {length:g} is no length of time. Use more than 0, at most {_LONGEST_DAYS}.",
        )


def _check_words(place: str, words: Iterable[str], kind: str, known: Iterable[str]) -> None:
    for word in words:
        if word not in known:
            raise SettingError(place, f'{place} names {kind} "{word}". Known: {", ".join(known)}.')
