"""Settings as they are answered and sent: the shape of clew.toml, with lists where the order counts."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, TypeVar

import msgspec
from pydantic import BaseModel, Field

from clew.app.settings.errors import SettingError
from clew.model import ContactRules, Settings, StageRule, Windows

Value = TypeVar("Value")
Word = Annotated[str, Field(max_length=200)]
Words = Annotated[list[Word], Field(max_length=100)]
Length = Annotated[float, Field(allow_inf_nan=False)]


class WorkspaceSettings(BaseModel):
    """The workspace itself."""

    name: Word
    region: Word = Field(description="Country of phone numbers without a country code, ISO 3166")
    time_zone: Word
    currency: Word = Field(description="ISO 4217")


class StageName(BaseModel):
    """A stage and its title."""

    name: Word
    title: Word


class RuleState(BaseModel):
    """One stage rule; empty lists and nulls ask nothing."""

    stage: Word
    channel: Words = []
    kind: Words = []
    direction: Words = []
    party: Words = []
    outcome: Words = []
    answered: bool | None = None
    handed_over: bool | None = None
    resolved: bool | None = None

    def rule(self) -> StageRule:
        """Return it as the model has it."""
        return msgspec.convert(self.model_dump(), StageRule)


class StageSettings(BaseModel):
    """The stages in their order, and the rules by which steps get them."""

    names: Annotated[list[StageName], Field(max_length=40)]
    rules: Annotated[list[RuleState], Field(max_length=200)]


class WindowSettings(BaseModel):
    """Lengths of time."""

    journey_gap_days: Length
    repeat_days: Length
    contact_gap_hours: Length
    open_days: Length


class ContactSettings(BaseModel):
    """What isn't a contact."""

    not_contact_kinds: Words
    not_contact_channels: Words
    not_contact_visits: Words


class Spelling(BaseModel):
    """Another spelling of a channel, as a system of the company's writes it."""

    spelling: Word
    channel: Word


class Cost(BaseModel):
    """What one contact costs on a channel."""

    channel: Word
    cost: Length


class SettingsState(BaseModel):
    """Everything that clew.toml decides."""

    workspace: WorkspaceSettings
    stages: StageSettings
    windows: WindowSettings
    contacts: ContactSettings
    channels: Annotated[list[Spelling], Field(max_length=1000)]
    costs: Annotated[list[Cost], Field(max_length=100)]


def state_of(settings: Settings) -> SettingsState:
    """Return the settings as they are answered."""
    return SettingsState(
        workspace=WorkspaceSettings(
            name=settings.name,
            region=settings.default_region,
            time_zone=settings.time_zone,
            currency=settings.currency,
        ),
        stages=StageSettings(
            names=[StageName(name=name, title=title) for name, title in settings.stages],
            rules=[RuleState.model_validate(asdict(rule)) for rule in settings.stage_rules],
        ),
        windows=WindowSettings.model_validate(asdict(settings.windows)),
        contacts=ContactSettings.model_validate(asdict(settings.contacts)),
        channels=[Spelling(spelling=word, channel=name) for word, name in settings.channel_spellings.items()],
        costs=[Cost(channel=channel, cost=cost) for channel, cost in settings.channel_costs.items()],
    )


def settings_from(state: SettingsState, now: Settings) -> Settings:
    """Return the settings that were sent, with what they don't speak of as it is now.

    SettingError where a spelling or a channel stands twice.
    """
    return Settings(
        name=state.workspace.name,
        default_region=state.workspace.region,
        time_zone=state.workspace.time_zone,
        currency=state.workspace.currency,
        stages=tuple((stage.name, stage.title) for stage in state.stages.names),
        stage_rules=tuple(rule.rule() for rule in state.stages.rules),
        windows=Windows(**state.windows.model_dump()),
        contacts=ContactRules(**{name: tuple(words) for name, words in state.contacts.model_dump().items()}),
        channel_spellings=_once("channels", [(each.spelling, each.channel) for each in state.channels]),
        channel_costs=_once("costs", [(each.channel, each.cost) for each in state.costs]),
        identity=now.identity,
        texts=now.texts,
        contracts=now.contracts,
        expected_answers=now.expected_answers,
        language_model=now.language_model,
    )


def _once(place: str, pairs: list[tuple[str, Value]]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name, value in pairs:
        if name in found:
            raise SettingError(f"{place}.{name}", f'{place}: "{name}" stands twice. Leave one of them out.')
        found[name] = value
    return found
