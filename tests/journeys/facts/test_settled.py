"""Facts that stay from the build before equal facts found anew, whatever changed in between; only what changed is followed."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clew.journeys import SettledBefore, read_marks, write_journeys
from clew.journeys.facts import Settler
from clew.model import CUSTOMERS, INTERACTIONS, READINGS, SHARED_IDENTIFIERS, Settings
from tests.journeys.threads import MINUTE, START, Row, answered, contract_rows, said

FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
CUSTOMER = (
    "My account number is 76623077.",
    "76623077",
    "The Comet 500 doesn't work anymore.",
    "It is still the comet 500 that is broken.",
    "My bill is too high. It's $20.00.",
    "Thanks, 63070.",
)
COMPANY = (
    "What is your account number, please?",
    "What is the product you are calling about?",
    "I see account 76623077 here. Your Comet 500 arrives within 5 days.",
    "What is your ZIP code?",
)


def line(number: int, customer: bool, text: int, case: str | None = "A", who: str = "mia") -> Row:
    """One message of a case; the texts are numbered."""
    words = CUSTOMER[text % len(CUSTOMER)] if customer else COMPANY[text % len(COMPANY)]
    message = said if customer else answered
    return message(f"i{number}", number * MINUTE, who, text=words, case_ref=case, conversation_id=case)


def product(row: Row, name: str) -> Row:
    """The reading that a message surely names a product."""
    start = str(row["text"]).index(name)
    place = {"start_char": start, "end_char": start + len(name), "speaker": "customer", "shape": "", "flag": True}
    return {"interaction_id": row["interaction_id"], "what": "said", "fact": "product", **place}


class Build:
    """Journeys and facts of some lines, in a session of their own, on top of the files of a build before or of none."""

    def __init__(self, story: Sequence[Row], before: SettledBefore | None = None, also: Sequence[Row] = ()) -> None:
        self.connection = duckdb.connect()
        readings = read_marks([(str(row["interaction_id"]), str(row["party"]), str(row["text"])) for row in story])
        people = [{"customer_id": who, "identifier": f"account:{who}", "since_us": START} for who in ("bo", "mia")]
        for contract, rows in ((INTERACTIONS, story), (CUSTOMERS, people), (SHARED_IDENTIFIERS, ())):
            self.fill(contract.name, contract_rows(contract, rows))
        self.fill(READINGS.name, pa.concat_tables([readings, contract_rows(READINGS, also).cast(readings.schema)]))
        write_journeys(self.connection, Settings(), before=before)

    def fill(self, name: str, rows: object) -> None:
        self.connection.register("given", rows)
        self.connection.execute(f"CREATE TABLE {name} AS SELECT * FROM given")
        self.connection.unregister("given")

    def facts(self) -> list[tuple[object, ...]]:
        query = "SELECT * EXCLUDE (journey) FROM facts ORDER BY ALL"
        return self.connection.execute(query).fetchall()

    def followed(self) -> set[str]:
        query = "SELECT journey_id FROM to_settle JOIN talks USING (journey)"
        return {name for (name,) in self.connection.execute(query).fetchall()}

    def files(self, folder: Path) -> SettledBefore:
        for name in ("facts", "talks", "learnt"):
            self.connection.execute(f"COPY {name} TO '{folder / name}.parquet' (FORMAT parquet)")
        return SettledBefore(*(folder / f"{name}.parquet" for name in ("facts", "talks", "learnt")))


@st.composite
def stories(draw: st.DrawFn) -> list[Row]:
    """A few cases of two customers, as lines told in any order."""
    return [
        line(
            number,
            draw(st.booleans()),
            draw(st.integers(0, 5)),
            draw(st.sampled_from(["A", "B", "C", None])),
            draw(st.sampled_from(["mia", "bo"])),
        )
        for number in range(draw(st.integers(1, 14)))
    ]


@st.composite
def changes(draw: st.DrawFn) -> tuple[list[Row], list[Row]]:
    """A story, and what became of it: lines gone, told otherwise, of another case or customer, and lines that came."""
    story = draw(stories())
    later: list[Row] = []
    for row in story:
        fate = draw(st.sampled_from(["stays", "stays", "stays", "goes", "text", "case", "who"]))
        if fate == "text":
            row = row | {"text": draw(st.sampled_from(CUSTOMER + COMPANY))}
        elif fate == "case":
            row = row | {"case_ref": draw(st.sampled_from(["A", "B", "D"]))}
        elif fate == "who":
            row = row | {"identifiers": ["account:bo"]}
        if fate != "goes":
            later.append(row)
    new = range(100, 100 + draw(st.integers(0, 3)))
    return story, later + [line(number, number % 2 == 0, number, draw(st.sampled_from("AE"))) for number in new]


@given(changes())
@FEW
def test_what_stays_and_what_is_found_anew_are_together_what_all_found_anew_is(
    change: tuple[list[Row], list[Row]],
) -> None:
    story, later = change
    with tempfile.TemporaryDirectory() as folder:
        before = Build(story).files(Path(folder))
        assert Build(later, before).facts() == Build(later).facts()


def test_only_journeys_whose_talk_changed_are_followed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    story = [line(at, at % 2 == 0, at, case) for case, start in (("A", 0), ("B", 20)) for at in range(start, start + 6)]
    before = Build(story).files(tmp_path)
    followed: list[int] = []
    settle = Settler.settle
    monkeypatch.setattr(Settler, "settle", lambda self, talk: (followed.append(1), settle(self, talk))[1])

    assert Build(story, before).followed() == set()
    assert followed == []
    assert Build([*story, line(9, False, 0)], before).followed() == {"desk/A"}
    assert len(followed) == 1


def test_a_line_that_moves_between_two_others_is_another_talk(tmp_path: Path) -> None:
    story = [line(0, False, 0), line(1, True, 1), line(2, True, 4)]
    before = Build(story).files(tmp_path)
    moved = [story[0], story[1] | {"occurred_us": START + 5 * MINUTE}, story[2]]

    assert Build(moved, before).followed() == {"desk/A"}


def test_a_product_learnt_from_others_reaches_the_journeys_that_name_it_and_no_others(tmp_path: Path) -> None:
    story = [line(0, True, 3, "A"), line(10, True, 0, "B")]
    before = Build(story).files(tmp_path)
    told = [line(20 + at, True, 0, f"C{at}") | {"text": "Zephyr 9 and Comet 500"} for at in range(2)]
    surely = [product(row, "Comet 500") for row in told]
    again = Build([*story, *told], before, surely)

    assert again.followed() == {"desk/A", "desk/C0", "desk/C1"}
    assert again.facts() == Build([*story, *told], None, surely).facts()
    assert ("desk/A", "product", "comet 500") in {(row[0], row[4], row[6]) for row in again.facts()}
    # And once nobody says it surely any more, it is forgotten there too.
    forgotten = Build([*story, told[0]], again.files(tmp_path))
    assert forgotten.facts() == Build([*story, told[0]]).facts()
    assert "desk/A" in forgotten.followed()


def test_numbers_that_look_different_from_now_on_have_all_followed_again(tmp_path: Path) -> None:
    story = [line(at, True, 0, f"A{at}") for at in range(6)]
    before = Build(story[:4]).files(tmp_path)  # four sure numbers teach nothing, six do

    assert Build(story, before).followed() == {f"desk/A{at}" for at in range(6)}
    assert Build(story, Build(story).files(tmp_path)).followed() == set()


def asked_by_model(row: Row, fact: str) -> Row:
    """The reading of a language model that a message asks for this."""
    place = {"start_char": 0, "end_char": len(str(row["text"])), "speaker": "company", "shape": "", "flag": False}
    return {"interaction_id": row["interaction_id"], "what": "asked", "fact": fact, **place, "read_by": "small-1"}


def test_a_question_that_a_model_read_or_no_longer_reads_is_followed_in_its_journey_only(tmp_path: Path) -> None:
    story = [line(0, True, 0), line(1, False, 2), line(2, True, 0, "B", "bo"), line(3, False, 2, "B", "bo")]
    asked = [asked_by_model(story[1], "account")]
    first = Build(story)
    (tmp_path / "1").mkdir()
    (tmp_path / "2").mkdir()
    second = Build(story, first.files(tmp_path / "1"), asked)
    third = Build(story, second.files(tmp_path / "2"))

    assert len(second.followed()) == len(third.followed()) == 1
    assert second.facts() == Build(story, also=asked).facts()
    assert third.facts() == first.facts()
    assert [row for row in second.facts() if row not in first.facts()] == [
        row for row in second.facts() if row[-1] == "small-1" and "ask_again" in row
    ]
    assert len(second.facts()) == len(first.facts()) + 1
