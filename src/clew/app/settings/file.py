"""Reads a workspace's ``clew.toml``: what a person may decide, with an explanation of whatever can't be used."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from clew.app.settings.answers import answers_of
from clew.app.settings.checks import check_settings
from clew.app.settings.contracts import ContractPart, contract_of
from clew.app.settings.errors import SettingError
from clew.app.settings.identity import IdentityPart, policy_of
from clew.model import ContactRules, LanguageModel, Settings, StageRule, TextRules, Windows, WorkspaceError

SETTINGS_FILE = "clew.toml"
_SECTIONS = {
    *("workspace", "stages", "windows", "contacts", "channels", "costs", "sources", "identity", "texts", "contracts"),
    *("answers", "language_model"),
}
Part = TypeVar("Part")


def read_settings(path: Path) -> Settings:
    """Read ``clew.toml``; WorkspaceError names the setting at fault, what was expected and what to do."""
    return settings_in(written_settings(path), path)


def written_settings(path: Path) -> bytes:
    """Return what stands in ``clew.toml`` to the byte; WorkspaceError where it is gone or may not be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise WorkspaceError(
            f"{path} is gone. Put it back from a backup, or copy the one that 'clew init' makes elsewhere."
        ) from error
    except OSError as error:
        raise WorkspaceError(f"{path} can't be read: it has to be a UTF-8 text file that you may open.") from error


def settings_in(written: bytes, path: Path) -> Settings:
    """Return the settings in the bytes of a ``clew.toml``; WorkspaceError names the one at fault; ``path`` is where it stands."""
    try:
        content = tomllib.loads(written.decode())
    except tomllib.TOMLDecodeError as error:
        raise WorkspaceError(
            f"{path} is no valid TOML: {error}. Mend that line, or compare with 'clew init' elsewhere."
        ) from error
    except UnicodeDecodeError as error:
        raise WorkspaceError(f"{path} can't be read: it has to be a UTF-8 text file that you may open.") from error
    try:
        return settings_of(content)
    except SettingError as error:
        raise SettingError(error.place, f"{path}: {error}") from error


def settings_of(content: Mapping[str, object]) -> Settings:
    """Return the settings that the content of a ``clew.toml`` says; SettingError for the first that can't be used."""
    _known_keys(content, _SECTIONS, "")
    workspace = _table(content, "workspace")
    _known_keys(workspace, {"name", "region", "time_zone", "currency"}, "workspace.")
    stages = _table(content, "stages")
    _known_keys(stages, {"names", "rules"}, "stages.")
    defaults = Settings()
    rules = tuple(
        _part(rule, StageRule, f"stages.rules.{at}") for at, rule in enumerate(_list(stages.get("rules", [])))
    )
    named = tuple((str(k), str(v)) for k, v in _table(stages, "names").items())
    return check_settings(
        Settings(
            name=str(workspace.get("name", defaults.name)),
            default_region=str(workspace.get("region", defaults.default_region)),
            time_zone=str(workspace.get("time_zone", defaults.time_zone)),
            stages=named or defaults.stages,
            stage_rules=rules or defaults.stage_rules,
            windows=_part(_table(content, "windows"), Windows, "windows"),
            contacts=_part(_table(content, "contacts"), ContactRules, "contacts"),
            channel_spellings={str(k): str(v) for k, v in _table(content, "channels").items()},
            channel_costs=_part(_table(content, "costs"), dict[str, float], "costs"),
            currency=str(workspace.get("currency", defaults.currency)),
            identity=policy_of(_part(_table(content, "identity"), IdentityPart, "identity")),
            texts=_part(_table(content, "texts"), TextRules, "texts"),
            expected_answers=answers_of(_table(content, "answers")),
            language_model=_part(_table(content, "language_model"), LanguageModel, "language_model"),
            contracts=tuple(
                contract_of(at, _part(each, ContractPart, f"contracts.{at}"))
                for at, each in enumerate(_several(content.get("contracts", [])))
            ),
        )
    )


def _part(content: object, kind: type[Part], place: str) -> Part:
    if isinstance(content, dict) and hasattr(kind, "__dataclass_fields__"):
        _known_keys(content, set(kind.__dataclass_fields__), f"{place}.")
    try:
        return msgspec.convert(content, kind, strict=False)
    except msgspec.ValidationError as error:
        raise SettingError(
            place, f"{place} can't be used: {error}. Mend it, or leave it out for the default."
        ) from error


def _known_keys(content: Mapping[str, object], known: set[str], place: str) -> None:
    for key in content:
        if key not in known:
            close = difflib.get_close_matches(key, sorted(known), n=1)
            hint = f" Did you mean {close[0]}?" if close else ""
            raise SettingError(
                f"{place}{key}", f"there is no setting {place}{key}.{hint} Known: {', '.join(sorted(known))}."
            )


def _table(content: Mapping[str, object], key: str) -> dict[str, object]:
    value = content.get(key, {})
    if not isinstance(value, dict):
        raise SettingError(key, f"{key} has to be a table, written as [{key}].")
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise SettingError("stages.rules", "stages.rules has to be a list of rules in square brackets.")
    return value


def _several(value: object) -> list[object]:
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise SettingError("contracts", "contracts has to be several tables, each written as [[contracts]].")
    return value
