"""What ``clew.toml`` says about handoff contracts is read, checked, written and kept, and a change needs no new build."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest

from clew.app.building import current_digest
from clew.app.settings.errors import SettingError
from clew.app.settings.file import settings_of
from clew.app.settings.text import settings_text
from clew.app.workspace import Workspace
from clew.model import HandoffContract, Settings, UsageError, length_text, seconds_in

FULL = HandoffContract(
    'Bot to "person"',
    from_channel=("chatbot",),
    to_channel=("chat", "phone"),
    from_party=("bot",),
    to_party=("agent",),
    from_team=("1st line",),
    to_team=("Ä/Ö, 2nd",),
    required_facts=("order", "problem"),
    within_seconds=1800,
    told=True,
    promise=True,
)


def contracts(text: str) -> tuple[HandoffContract, ...]:
    return settings_of(tomllib.loads(text)).contracts


def test_a_contract_is_a_table_with_a_name_sides_and_terms() -> None:
    found = contracts('[[contracts]]\nname = "Soon"\nto_party = ["agent"]\nwithin = "30 min"\n')

    assert found == (HandoffContract("Soon", to_party=("agent",), within_seconds=1800),)
    assert contracts("") == ()


def test_what_is_written_is_read_again() -> None:
    own = (FULL, HandoffContract("Only told", told=True), HandoffContract("Days", within_seconds=2 * 86_400))

    assert contracts(settings_text(Settings(contracts=own))) == own


@pytest.mark.parametrize(
    ("line", "place", "hint"),
    [
        ("", "contracts.0.name", "name"),
        ('name = "a"', "contracts.0", "time_limit"),
        ('name = "a"\nwithin = "soon"', "contracts.0.within", "30 min"),
        ('name = "a"\nwithin = "0 min"', "contracts.0.within", "30 min"),
        ('name = "a"\nwithin = "9999 d"', "contracts.0.within", "ten years"),
        ('name = "a"\ntold = true\nfrom_channel = ["fax"]', "contracts.0.from_channel", "chat"),
        ('name = "a"\ntold = true\nto_party = ["customer"]', "contracts.0.to_party", "bot, agent"),
        ('name = "a"\ntold = true\nto_team = [" "]', "contracts.0.to_team", "empty"),
        ('name = "a"\nrequired_facts = ["shoe_size"]', "contracts.0.required_facts", "order"),
        ('name = "a"\ntolled = true', "contracts.0.tolled", "Did you mean told?"),
        ('name = "a"\ntold = true\nto_channel = "chat"', "contracts.0", "array"),
        ('name = "a"\ntold = true\n[[contracts]]\nname = "a"\npromise = true', "contracts.1.name", "twice"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_place_and_a_remedy(line: str, place: str, hint: str) -> None:
    with pytest.raises(SettingError) as caught:
        contracts(f"[[contracts]]\n{line}\n")

    assert caught.value.place == place
    assert hint in str(caught.value)


def test_contracts_that_are_no_tables_are_refused() -> None:
    for text in ('contracts = "none"', "contracts = [1]", "[contracts]\nname = 'a'"):
        with pytest.raises(SettingError, match=r"\[\[contracts\]\]"):
            contracts(text)


@pytest.mark.parametrize(
    ("written", "seconds", "shown"),
    [("45 s", 45, "45 s"), ("30 min", 1800, "30 min"), ("1.5 hours", 5400, "90 min"), ("48h", 172_800, "2 d")],
)
def test_lengths_of_time_are_written_as_people_do(written: str, seconds: int, shown: str) -> None:
    assert seconds_in(written) == seconds
    assert length_text(seconds) == shown
    assert seconds_in(shown) == seconds


def test_no_length_of_time_is_refused() -> None:
    for text in ("", "30", "min", "-5 min", "1e9 min", "5 fortnights", "0.001 s"):
        with pytest.raises(UsageError, match="no length of time"):
            seconds_in(text)


def test_another_contract_needs_no_new_build(company: Workspace) -> None:
    place = Workspace(company.folder)
    before = current_digest(place)
    place.settings = replace(place.settings, contracts=(FULL,))

    assert current_digest(place) == before
    place.settings = replace(place.settings, currency="USD")
    assert current_digest(place) != before
