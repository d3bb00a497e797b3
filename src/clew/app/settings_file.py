"""Reads and writes a workspace's ``clew.toml``: what a person may decide, each setting with a comment."""

from __future__ import annotations

import difflib
import tomllib
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import msgspec

from clew.model import (
    BY_NAME,
    CHANNELS,
    KINDS,
    OUTCOMES,
    PARTIES,
    ContactRules,
    Settings,
    StageRule,
    Windows,
    WorkspaceError,
)

SETTINGS_FILE = "clew.toml"
Part = TypeVar("Part")


def read_settings(path: Path) -> Settings:
    """Read ``clew.toml``; WorkspaceError names the setting at fault, what was expected and what to do."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise WorkspaceError(
            f"{path} is no valid TOML: {error}. Mend that line, or compare with 'clew init' elsewhere."
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise WorkspaceError(f"{path} can't be read: it has to be a UTF-8 text file that you may open.") from error
    _known_keys(content, {"workspace", "stages", "windows", "contacts", "channels", "costs", "sources"}, path, "")
    workspace = _table(content, "workspace", path)
    _known_keys(workspace, {"name", "region", "time_zone", "currency"}, path, "workspace.")
    zone = str(workspace.get("time_zone", "UTC"))
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError) as error:
        raise WorkspaceError(
            f'{path}: workspace.time_zone = "{zone}" is no time zone. Use a name such as "Europe/Berlin".'
        ) from error
    stages = _table(content, "stages", path)
    defaults = Settings()
    rules = tuple(_part(rule, StageRule, path, "stages.rules") for rule in _list(stages.get("rules", []), path))
    named = tuple((str(k), str(v)) for k, v in _table(stages, "names", path).items())
    _check_rules(rules or defaults.stage_rules, named or defaults.stages, path)
    spellings = {str(k): str(v) for k, v in _table(content, "channels", path).items()}
    for channel in spellings.values():
        _known_channel(channel, path, "channels")
    costs = _table(content, "costs", path)
    for channel in costs:
        _known_channel(channel, path, "costs")
    return Settings(
        name=str(workspace.get("name", defaults.name)),
        default_region=str(workspace.get("region", defaults.default_region)),
        time_zone=zone,
        stages=named or defaults.stages,
        stage_rules=rules or defaults.stage_rules,
        windows=_part(_table(content, "windows", path), Windows, path, "windows"),
        contacts=_part(_table(content, "contacts", path), ContactRules, path, "contacts"),
        channel_spellings=spellings,
        channel_costs=_part(costs, dict[str, float], path, "costs"),
        currency=str(workspace.get("currency", defaults.currency)),
    )


def settings_text(name: str) -> str:
    """Return the commented ``clew.toml`` that ``clew init`` writes: every setting at its default."""
    defaults = Settings()
    windows, contacts = defaults.windows, defaults.contacts
    rules = "\n".join(f"  {_inline(rule)}," for rule in defaults.stage_rules)
    channels = "\n".join(
        f"#   {channel.name:<13} {channel.tempo.replace('_', ' '):<13} answer expected within "
        f"{channel.expected_response_seconds // 60} min"
        for channel in CHANNELS
    )
    stages = "\n".join(f'{stage} = "{title}"' for stage, title in defaults.stages)
    return f"""# Settings of a Clew workspace. Every line may be left out; what stands here are the defaults.
# After a change, run 'clew build': journeys are made anew, nothing that was imported changes.

[workspace]
name = {_quoted(name)}          # shown on top of the map
region = "US"             # country of phone numbers without a country code (ISO 3166, e.g. "DE")
time_zone = "UTC"         # zone of times that don't say theirs, unless a mapping does
currency = "EUR"

# Sources appear here as you import: 'clew sources' lists them with their ledger. Mappings that Clew guessed are in
# mappings/, one file a source; correct one and say: clew import FILE --mapping mappings/NAME.toml --replace
[sources]

# Channels that Clew knows:
{channels}
# Other spellings that your systems use, on the left:
[channels]
# "Hotline Nord" = "phone"

# Stages of the map, in their order, with the titles to show.
[stages.names]
{stages}

# How a step gets its stage: the first rule of which every condition holds. Conditions: channel, kind, direction, party,
# outcome (lists), answered, handed_over, resolved (true or false: had that happened before the step?).
[stages]
rules = [
{rules}
]

[windows]
journey_gap_days = {windows.journey_gap_days}   # a longer silence on one issue begins a new journey
repeat_days = {windows.repeat_days}         # another contact within so many days is a repeat
contact_gap_hours = {windows.contact_gap_hours}  # a message after a longer pause is a new contact
open_days = {windows.open_days}          # a journey without an end is open until it has been silent for so long

# What isn't a contact of the customer with somebody, though the customer did it.
[contacts]
not_contact_kinds = {_listed(contacts.not_contact_kinds)}
not_contact_channels = {_listed(contacts.not_contact_channels)}
not_contact_visits = {_listed(contacts.not_contact_visits)}  # looking at pages, without a word

# What one contact costs on each channel, in the workspace's currency (used by cost metrics once you fill it).
[costs]
# phone = 6.00
# chat = 3.50
"""


def _part(content: object, kind: type[Part], path: Path, place: str) -> Part:
    if isinstance(content, dict) and hasattr(kind, "__dataclass_fields__"):
        _known_keys(content, set(kind.__dataclass_fields__), path, f"{place}.")
    try:
        return msgspec.convert(content, kind, strict=False)
    except msgspec.ValidationError as error:
        raise WorkspaceError(
            f"{path}: {place} can't be used: {error}. Mend it, or leave it out for the default."
        ) from error


def _known_keys(content: dict[str, object], known: set[str], path: Path, place: str) -> None:
    for key in content:
        if key not in known:
            close = difflib.get_close_matches(key, sorted(known), n=1)
            hint = f" Did you mean {close[0]}?" if close else ""
            raise WorkspaceError(f"{path} has no setting {place}{key}.{hint} Known: {', '.join(sorted(known))}.")


def _table(content: dict[str, object], key: str, path: Path) -> dict[str, object]:
    value = content.get(key, {})
    if not isinstance(value, dict):
        raise WorkspaceError(f"{path}: {key} has to be a table, written as [{key}].")
    return value


def _list(value: object, path: Path) -> list[object]:
    if not isinstance(value, list):
        raise WorkspaceError(f"{path}: stages.rules has to be a list of rules in square brackets.")
    return value


def _check_rules(rules: tuple[StageRule, ...], stages: tuple[tuple[str, str], ...], path: Path) -> None:
    names = [stage for stage, _ in stages]
    words = {"kind": KINDS, "party": PARTIES, "outcome": OUTCOMES, "channel": tuple(BY_NAME)}
    for rule in rules:
        if rule.stage not in names:
            raise WorkspaceError(
                f'{path}: a rule gives stage "{rule.stage}". Known under [stages.names]: {", ".join(names)}.'
            )
        for condition, known in words.items():
            for word in getattr(rule, condition):
                if word not in known:
                    raise WorkspaceError(
                        f'{path}: a stage rule asks for {condition} "{word}". Known: {", ".join(known)}.'
                    )


def _known_channel(channel: str, path: Path, place: str) -> None:
    if channel not in BY_NAME:
        raise WorkspaceError(f'{path}: [{place}] names channel "{channel}". Known: {", ".join(BY_NAME)}.')


def _inline(rule: StageRule) -> str:
    parts = [f"stage = {_quoted(rule.stage)}"]
    for name in ("channel", "kind", "direction", "party", "outcome"):
        words: tuple[str, ...] = getattr(rule, name)
        if words:
            parts.append(f"{name} = {_listed(words)}")
    for name in ("answered", "handed_over", "resolved"):
        flag: bool | None = getattr(rule, name)
        if flag is not None:
            parts.append(f"{name} = {str(flag).lower()}")
    return "{ " + ", ".join(parts) + " }"


def _listed(words: tuple[str, ...]) -> str:
    return "[" + ", ".join(_quoted(word) for word in words) + "]"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
