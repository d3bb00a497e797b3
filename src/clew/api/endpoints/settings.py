"""What a person decides for a workspace: stages and their rules, windows, contacts, channels, costs; read, tried, changed."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import available_timezones

from fastapi import Depends, Request, Response
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.changing import etag, require_match
from clew.api.problems import Problem, responses
from clew.api.routes import Routes
from clew.api.serving import current_view
from clew.api.serving import workspace as served
from clew.api.settings_models import RuleState, SettingsState, settings_from, state_of
from clew.app.building import is_current
from clew.app.settings.changing import KEPT_FILE, SettingsNow, change_settings, settings_now
from clew.app.settings.checks import CONDITIONS
from clew.app.settings.errors import SettingError
from clew.app.view import View
from clew.app.view.stage_trial import try_rules
from clew.app.workspace import Workspace
from clew.model import CHANNELS

ROUTES = Routes("settings")
Served = Annotated[Workspace, Depends(served)]


class KeptSettings(BaseModel):
    """The settings, and what a change of them means."""

    settings: SettingsState
    needs_build: bool = Field(description="Whether the journeys that are shown were built by other settings or data")
    written_by_hand: bool = Field(description="Whether the file holds comments of a person; a change keeps it aside")
    kept_as: str = Field(description="The name under which it is kept")


class ChannelState(BaseModel):
    """A channel that Clew knows."""

    name: str
    title: str
    tempo: str = Field(description="real_time, asynchronous or self_service")
    expected_response_seconds: int = Field(description="0 where no answer is awaited")
    also_called: list[str]


class SettingsWords(BaseModel):
    """The words that settings can be made of."""

    channels: list[ChannelState]
    kinds: list[str]
    directions: list[str]
    parties: list[str]
    outcomes: list[str]
    time_zones: list[str]
    regions: list[str]


class Trial(BaseModel):
    """Stages and rules to try."""

    rules: Annotated[list[RuleState], Field(max_length=200)]


class TriedStage(BaseModel):
    """Steps of a stage now, and by the rules that are tried."""

    stage: str
    before: int
    after: int


class TrialState(BaseModel):
    """What the rules would do to the steps that are there; ``before`` and ``after`` both sum to ``steps``."""

    changed: int = Field(description="Steps that would change their stage")
    steps: int
    stages: list[TriedStage]
    taken: list[int] = Field(description="How many steps each rule takes, in their order; the rest fits none")


@ROUTES.get("/settings", dependencies=[needs("read")], responses=responses(409))
def get_settings(response: Response, place: Served) -> KeptSettings:
    """Return the settings as they stand in clew.toml now."""
    now = settings_now(place)
    response.headers["ETag"] = etag(now.digest)
    return _kept(place, now)


@ROUTES.put("/settings", dependencies=[needs("decide")], responses=responses(409, 412, 428, 507))
def put_settings(request: Request, response: Response, wanted: SettingsState, place: Served) -> KeptSettings:
    """Change the settings; they are checked like the file, and the journeys have to be built anew afterwards."""
    try:
        settings = settings_from(wanted, settings_now(place).settings)
        now = change_settings(place, settings, lambda digest: require_match(request, digest))
    except SettingError as error:
        raise _refused(error) from error
    response.headers["ETag"] = etag(now.digest)
    return _kept(place, now)


@ROUTES.get("/settings/words", dependencies=[needs("read")])
def get_settings_words() -> SettingsWords:
    """Return the words that settings can be made of."""
    import phonenumbers

    return SettingsWords(
        channels=[
            ChannelState(
                name=channel.name,
                title=channel.title,
                tempo=channel.tempo,
                expected_response_seconds=channel.expected_response_seconds,
                also_called=list(channel.also_called),
            )
            for channel in CHANNELS
        ],
        kinds=list(CONDITIONS["kind"]),
        directions=list(CONDITIONS["direction"]),
        parties=list(CONDITIONS["party"]),
        outcomes=list(CONDITIONS["outcome"]),
        time_zones=sorted(available_timezones()),
        regions=sorted(phonenumbers.SUPPORTED_REGIONS),
    )


@ROUTES.post("/settings/preview", dependencies=[needs("read")])
def preview_stage_rules(trial: Trial, view: Annotated[View, Depends(current_view)]) -> TrialState:
    """Say what other stage rules would do to the steps that are there; nothing is saved."""
    tried = try_rules(view, [rule.rule() for rule in trial.rules])
    return TrialState(
        changed=tried.changed,
        steps=tried.steps,
        stages=[TriedStage(stage=each.stage, before=each.before, after=each.after) for each in tried.stages],
        taken=list(tried.taken),
    )


def _kept(place: Workspace, now: SettingsNow) -> KeptSettings:
    return KeptSettings(
        settings=state_of(now.settings),
        needs_build=not place.is_empty() and not is_current(place),
        written_by_hand=now.by_hand,
        kept_as=KEPT_FILE,
    )


def _refused(error: SettingError) -> Problem:
    fields = [{"place": error.place, "detail": str(error)}]
    return Problem("setting", "A setting can't be used", 422, str(error), {"fields": fields})
