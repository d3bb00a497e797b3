"""The mapping file: what is written is read back, mistakes name place and remedy, nobody's data is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.example_values import masked
from clew.channels.mapping import Guess, Mapping, Milestone, check_mapping
from clew.channels.mapping_file import mapping_text, read_mapping, write_mapping
from clew.channels.reading.contract import Reading
from clew.model.errors import MappingError, StorageError

FULL = Mapping(
    source="helpdesk",
    zone="Europe/Berlin",
    shape="cases",
    reading=Reading(encoding="latin-1", delimiter=";"),
    columns={"case_ref": 'Ticket "Nr."', "channel": "Kanal", "email": "E-Mail"},
    constants={"team": "Köln"},
    channels={"Live Chat!": "chat", "Brief": "post"},
    values={"direction": {"rein": "inbound"}},
    milestones=(Milestone("Geöffnet am", "opened", "message", "inbound", "customer"), Milestone("Zu", "closed", "status", "internal", "agent", "closed")),
    times={"Geöffnet am": "day_first"},
    missing=("", "?", "N/A"),
    address="phone",
    network="twitter",
    decimal=",",
)  # fmt: skip


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "helpdesk.toml"
    columns = FULL.columns | {"sender": "von"}
    mapping = replace(FULL, columns=columns)
    write_mapping(
        mapping, (Guess("channel", "Kanal", "its name\nsays so", 0.9, ("Brief",)),), path, ("zone is a guess",)
    )
    assert read_mapping(path) == mapping
    text = path.read_text(encoding="utf-8")
    assert '# its name says so (90% sure); for example Brief\nchannel = "Kanal"' in text
    assert "# To check: zone is a guess" in text


@given(
    columns=st.dictionaries(
        st.sampled_from(["email", "channel", "text"]), st.text(st.characters(codec="utf-8"), max_size=20)
    ),
    spellings=st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=20), st.just("chat"), max_size=4),
)
def test_any_column_name_and_spelling_survives_the_file(
    tmp_path_factory: pytest.TempPathFactory, columns: dict[str, str], spellings: dict[str, str]
) -> None:
    path = tmp_path_factory.mktemp("mapping") / "m.toml"
    mapping = Mapping(columns=columns, channels=spellings)
    write_mapping(mapping, (), path)
    assert read_mapping(path) == mapping


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("conector = 'table'", r"bad.toml has an unknown key 'conector'; did you mean 'connector'\?"),
        ("[columns]\noccured_at = 'x'", r"unknown key 'columns.occured_at'; did you mean 'occurred_at'\?"),
        ("[columns]\nemail = 3", r"columns.email has to be a text in double quotes, and is a int"),
        ("[channels]\nFax = 'faxes'", r"channels.\"Fax\" has to be the name of a channel Clew knows"),
        ("[times]\nday = 'dayfirst'", r"times.day is \"dayfirst\"; did you mean 'day_first'\?"),
        ("shape = 'case'", r"shape is \"case\"; did you mean 'cases'\?"),
        ("[[milestones]]\ncolumn = 'x'", r"milestones \(number 1\) has no touchpoint"),
        ("[values.direction]\nrein = 'in'", r"values.direction.\"rein\" is \"in\""),
        ("columns = 'x'", r"begins with \[columns\]"),
        ("zone = UTC", r"no valid TOML.*line 1.*double quotes"),
    ],
)
def test_a_mistake_names_file_key_expectation_and_remedy(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MappingError, match=message):
        read_mapping(path)


def test_a_mapping_that_is_not_there_says_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(MappingError, match="Leave out --mapping"):
        read_mapping(tmp_path / "none.toml")


def test_a_mapping_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="choose another folder"):
        write_mapping(Mapping(), (), tmp_path / "absent" / "m.toml")


def test_a_missing_column_is_named_with_those_there_are_and_the_closest() -> None:
    mapping = Mapping(columns={"occurred_at": "creatd_at"})
    with pytest.raises(MappingError) as raised:
        check_mapping(mapping, ["id", "created_at"], "mapping orders.toml", "orders.csv")
    assert str(raised.value) == (
        "mapping orders.toml names column 'creatd_at' for occurred_at; orders.csv has: id, created_at; "
        "did you mean 'created_at'?"
    )


def test_a_mapping_without_a_time_is_refused() -> None:
    with pytest.raises(MappingError, match="Add occurred_at under"):
        check_mapping(Mapping(columns={"text": "body"}), ["body"])
    with pytest.raises(MappingError, match="milestones"):
        check_mapping(Mapping(shape="cases"), ["body"])


@pytest.mark.parametrize(
    ("value", "personal", "shown"),
    [
        ("mia.wong@example.com", False, "m***@e***.com"),
        ("mia.wong@example.com", True, "m***@e***.com"),
        ("call +49 (30) 123-4567", False, "call ***67"),
        ("4111111111111111", False, "***11"),
        ("Mia Wong", True, "M***"),
        ("115712", True, "***12"),
        ("@mia hello", False, "@m*** hello"),
        ("Live chat", False, "Live chat"),
        ("I would like my money back for the broken lamp", False, "(text of 46 characters)"),
        ("", True, "***"),
    ],
)
def test_examples_show_nobody(value: str, personal: bool, shown: str) -> None:
    assert masked(value, personal=personal) == shown


def test_a_plain_mapping_text_is_short() -> None:
    assert mapping_text(Mapping(connector="zendesk", zone="Europe/Berlin")).count("\n") < 14
