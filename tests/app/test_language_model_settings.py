"""What ``clew.toml`` says about a language model: off unless it has an address, never a key, kept whatever else changes."""

from __future__ import annotations

import tomllib

import pytest

from clew.api.settings_models import settings_from, state_of
from clew.app.settings.errors import SettingError
from clew.app.settings.file import settings_of
from clew.app.settings.text import settings_text
from clew.model import LanguageModel, Settings

FULL = LanguageModel("https://models.example.com/v1", 'big "two"', "MODEL_KEY", 12.5, 40)


def model(text: str) -> LanguageModel:
    return settings_of(tomllib.loads(f"[language_model]\n{text}")).language_model


@pytest.mark.parametrize("asked", [LanguageModel(), FULL, LanguageModel("http://localhost:11434/v1", "llama3.1")])
def test_what_is_written_is_read_again(asked: LanguageModel) -> None:
    assert settings_of(tomllib.loads(settings_text(Settings(language_model=asked)))).language_model == asked


def test_nobody_is_asked_by_default() -> None:
    assert settings_of({}).language_model.url == ""
    assert "\n# url = " in settings_text(Settings())


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ('url = "localhost:11434"\nmodel = "x"', "url", "is no address of an endpoint"),
        ('url = "file:///etc/passwd"\nmodel = "x"', "url", "is no address"),
        ('url = "http://"\nmodel = "x"', "url", "is no address"),
        ('url = "http://[::1"\nmodel = "x"', "url", "is no address"),
        ('url = "http://a:99999/v1"\nmodel = "x"', "url", "is no address"),
        ('url = "https://me:pw@a.example/v1"\nmodel = "x"', "url", "holds more than an address"),
        ('url = "https://a.example/v1?key=sk-1"\nmodel = "x"', "url", "holds more than an address"),
        ('url = "https://a.example/v1"', "model", "is empty"),
        ('key_variable = "sk-proj-12345"', "key_variable", "is no name of a variable"),
        ("timeout_seconds = 0", "timeout_seconds", "more than 0"),
        ("timeout_seconds = nan", "timeout_seconds", "more than 0"),
        ("most_questions = 0", "most_questions", "from 1"),
    ],
)
def test_what_cannot_be_used_is_named_with_the_remedy_and_no_key_is_repeated(text: str, place: str, said: str) -> None:
    with pytest.raises(SettingError, match=said) as refused:
        model(text)

    assert refused.value.place == f"language_model.{place}"
    assert "sk-" not in str(refused.value)
    assert "pw@" not in str(refused.value)


def test_an_unknown_setting_is_named() -> None:
    with pytest.raises(SettingError, match=r"language_model\.modle"):
        model('modle = "x"')


def test_changing_other_settings_on_the_page_keeps_it() -> None:
    settings = Settings(language_model=FULL)

    assert settings_from(state_of(settings), settings) == settings
