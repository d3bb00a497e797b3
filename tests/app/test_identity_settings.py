"""What ``clew.toml`` says about identity is read, checked, written and kept."""

from __future__ import annotations

import tomllib

import pytest

from clew.app.settings.errors import SettingError
from clew.app.settings.file import settings_of
from clew.app.settings.text import settings_text
from clew.model import IdentityLimit, IdentityPolicy, Settings, TraitPolicy


def policy(section: str) -> IdentityPolicy:
    return settings_of(tomllib.loads(f"[identity]\n{section}\n")).identity


def test_limits_are_words_that_say_ever_or_a_window() -> None:
    assert policy('limits = ["1 account", "8 device in 30 days"]').limits == (
        IdentityLimit("account", 1),
        IdentityLimit("device", 8, 30.0),
    )


def test_a_file_that_says_nothing_about_identity_has_the_defaults() -> None:
    assert settings_of({}).identity == IdentityPolicy()


def test_what_is_written_is_read_again() -> None:
    own = IdentityPolicy(
        limits=(IdentityLimit("account", 2), IdentityLimit("phone", 3, 7.5)),
        blocked=('email:"odd"@*', "phone:*"),
        shared_from={"email": 2},
        priority=("phone", "email"),
        rules_off=("same_record",),
        traits={"name": TraitPolicy("most often"), "city": TraitPolicy("source", ("crm", "the shop"))},
        likeness="review",
    )
    assert settings_of(tomllib.loads(settings_text(Settings(identity=own)))).identity == own


@pytest.mark.parametrize(
    ("section", "place"),
    [
        ('limits = ["account 1"]', "identity.limits.0"),
        ('limits = ["0 account"]', "identity.limits.0"),
        ("shared_from = { tattoo = 3 }", "identity.shared_from.tattoo"),
        ("shared_from = { email = 0 }", "identity.shared_from.email"),
        ('priority = ["tattoo"]', "identity.priority"),
        ('blocked = ["*"]', "identity.blocked"),
        ('rules_off = ["luck"]', "identity.rules_off"),
        ('traits = { shoe_size = "latest" }', "identity.traits.shoe_size"),
        ('traits = { city = "loudest" }', "identity.traits.city"),
        ('traits = { city = "source:" }', "identity.traits.city"),
        ('traits = { city = "latest:crm" }', "identity.traits.city"),
        ('likeness = "perhaps"', "identity.likeness"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_place(section: str, place: str) -> None:
    with pytest.raises(SettingError) as refused:
        policy(section)
    assert refused.value.place == place
