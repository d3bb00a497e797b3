"""Changing settings: whatever a person writes comes back the same, and what they wrote by hand is kept."""

from __future__ import annotations

import dataclasses
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.app.building import is_current
from clew.app.settings.changing import KEPT_FILE, change_settings, settings_now
from clew.app.settings.checks import CONDITIONS, SettingError
from clew.app.settings.file import SETTINGS_FILE, read_settings, settings_of
from clew.app.settings.text import settings_text
from clew.app.workspace import Workspace, create_workspace
from clew.model import BY_NAME, ContactRules, Settings, StageRule, Windows, WorkspaceError

#: Letters that TOML, shells and screens trip over, and some that they don't.
AWKWARD = "abé\u0416😀 '#=[]{}.,-_\"\\\n\r\t\x00\x1f\x7f\u0085\u200f"
TEXT = st.text(AWKWARD, min_size=1, max_size=12).filter(lambda text: text.strip() != "")
LINE = st.text("abé\u0416😀 '#=[]{}.,-_\"\\\u200f\u200d", min_size=1, max_size=12).filter(
    lambda text: text.strip() != ""
)
NAMES = st.text("abéЖ😀'#=[]{}.,-_\"\\", min_size=1, max_size=12)
CHANNELS = st.sampled_from(sorted(BY_NAME))
LENGTHS = st.floats(0.01, 3000)


def _several(words: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(words), max_size=4, unique=True).map(tuple)


@st.composite
def some_settings(draw: st.DrawFn) -> Settings:
    """Draw settings of which every value may be unusual."""
    stages = draw(st.dictionaries(NAMES, LINE, min_size=1, max_size=4))
    flag = st.sampled_from([None, True, False])
    rule = st.builds(
        StageRule,
        stage=st.sampled_from(sorted(stages)),
        **{name: _several(words) for name, words in CONDITIONS.items()},
        answered=flag,
        handed_over=flag,
        resolved=flag,
    )
    return Settings(
        name=draw(LINE),
        default_region=draw(st.sampled_from(["US", "DE", "JP"])),
        time_zone=draw(st.sampled_from(["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires"])),
        stages=tuple(stages.items()),
        stage_rules=draw(st.lists(rule, min_size=1, max_size=4).map(tuple)),
        windows=draw(st.builds(Windows, LENGTHS, LENGTHS, LENGTHS, LENGTHS)),
        contacts=draw(
            st.builds(ContactRules, _several(CONDITIONS["kind"]), _several(tuple(BY_NAME)), _several(tuple(BY_NAME)))
        ),
        channel_spellings=draw(st.dictionaries(TEXT, CHANNELS, max_size=3)),
        channel_costs=draw(st.dictionaries(CHANNELS, st.floats(0, 1e6), max_size=3)),
        expected_answers=draw(st.dictionaries(CHANNELS, st.integers(1, 10**6), max_size=3)),
        currency=draw(st.sampled_from(["EUR", "USD"])),
    )


@given(some_settings())
def test_whatever_is_written_is_read_as_the_same_settings(settings: Settings) -> None:
    assert settings_of(tomllib.loads(settings_text(settings))) == settings


def test_a_new_workspace_has_the_defaults_as_clew_writes_them(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "shop", "Shop")

    assert workspace.settings == Settings(name="Shop")
    assert not settings_now(workspace).by_hand


def test_what_a_person_wrote_by_hand_is_kept_through_any_number_of_changes(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "shop", "Shop")
    file, kept = workspace.folder / SETTINGS_FILE, workspace.folder / KEPT_FILE
    by_hand = "# agreed with Mia on Friday\n" + file.read_text()
    file.write_text(by_hand)

    for days in (3.0, 4.0, 5.0):
        change_settings(workspace, dataclasses.replace(workspace.settings, windows=Windows(repeat_days=days)))

    assert kept.read_text() == by_hand
    assert read_settings(file).windows.repeat_days == 5.0
    assert not settings_now(workspace).by_hand


def test_clews_own_file_is_not_kept_aside(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "shop", "Shop")

    change_settings(workspace, dataclasses.replace(workspace.settings, currency="USD"))

    assert sorted(each.name for each in workspace.folder.iterdir() if each.is_file()) == [SETTINGS_FILE]


def test_a_change_counts_at_once_and_what_is_edited_by_hand_is_seen(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "shop", "Shop")
    file = workspace.folder / SETTINGS_FILE
    file.write_text(file.read_text().replace('currency = "EUR"', 'currency = "CHF"'))

    now = settings_now(workspace)

    assert (now.settings.currency, workspace.settings.currency) == ("CHF", "CHF")
    assert now == settings_now(Workspace(workspace.folder))
    assert change_settings(workspace, dataclasses.replace(now.settings, currency="DKK")) == settings_now(workspace)
    assert workspace.settings.currency == "DKK"


def test_a_refused_change_leaves_everything_as_it_was(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "shop", "Shop")
    before = (workspace.folder / SETTINGS_FILE).read_bytes()

    with pytest.raises(SettingError) as refused:
        change_settings(workspace, dataclasses.replace(workspace.settings, time_zone="Mars/Olympus"))

    assert refused.value.place == "workspace.time_zone"
    assert (workspace.folder / SETTINGS_FILE).read_bytes() == before
    assert workspace.settings.time_zone == "UTC"


def test_the_file_and_the_page_are_refused_in_the_same_words(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "shop", "Shop")
    wrong = dataclasses.replace(workspace.settings, windows=Windows(open_days=-1.0))
    with pytest.raises(SettingError) as page:
        change_settings(workspace, wrong)
    file = workspace.folder / SETTINGS_FILE
    file.write_text(settings_text(wrong))

    with pytest.raises(WorkspaceError) as read:
        Workspace(workspace.folder)

    assert str(read.value) == f"{file}: {page.value}"


def test_a_change_makes_the_build_stale_and_the_way_back_makes_it_current(tmp_path: Path) -> None:
    from clew.app.building import build

    workspace = create_workspace(tmp_path / "shop", "Shop")
    build(workspace)
    before = workspace.settings

    change_settings(workspace, dataclasses.replace(before, windows=Windows(journey_gap_days=3.0)))
    assert not is_current(workspace)
    change_settings(workspace, before)

    assert is_current(workspace)
