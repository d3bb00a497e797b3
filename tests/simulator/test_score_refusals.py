"""A submission that contradicts itself is refused by file, row and column; what nobody knows is remarked on."""

from __future__ import annotations

from pathlib import Path

import pytest

from clew.model import InputError
from clew.simulator.score import read_submission
from tests.simulator.score_world import board_of, pairs, rows_of, submission, truth, values


def read(tmp_path: Path, name: str, *lines: str) -> str:
    """Hand in one table of these lines and return what is said against it; empty = it is taken."""
    (tmp_path / f"{name}.csv").write_text("\n".join(lines) + "\n")
    try:
        read_submission(tmp_path)
    except InputError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("name", "lines", "saying"),
    [
        ("links", ("kind_a,value_a,kind_b,value_b,confidence", "email,a,phone,1,0.5", "email,a,phone,2,1.5"),
         ("row 2, column confidence is 1.5", "0 to 1")),
        ("journeys", ("record,journey,probability", "b1,X,-0.1"), ("row 1, column probability is -0.1", "0 to 1")),
        ("metrics", ("metric,value,low,high", "a,1,1,1", "b,2,3,1"), ("row 2, column low is 3", "at most high", "1.0")),
        ("metrics", ("metric,value", "a,inf"), ("row 1, column value is inf", "finite")),
        ("effects", ("intervention,outcome,value,on", "a,b,1,some"), ("row 1, column on is some", "all and treated")),
        ("facts", ("record,fact,start,end", "b1,account,4,4"), ("row 1, column start is 4", "less than end")),
        ("facts", ("record,fact,start,end", "b1,account,-1,4"), ("row 1, column start is -1", "0 or more")),
        ("customers", ("record,customer", "b1,A", ",B"), ("row 2, column record", "a value is needed")),
    ],
)  # fmt: skip
def test_a_value_that_can_not_be_is_refused_by_row_and_column(
    tmp_path: Path, name: str, lines: tuple[str, ...], saying: tuple[str, ...]
) -> None:
    said = read(tmp_path, name, *lines)
    for part in (f"{name}.csv, ", *saying):
        assert part in said


@pytest.mark.parametrize(
    ("name", "lines", "row", "first"),
    [
        ("customers", ("record,customer", "b1,A", "b2,A", "b1,B"), 3, 1),
        ("journeys", ("record,journey", "b1,A", "b1,A", "b1,"), 3, 1),
        ("outcomes", ("journey,outcome", "X,open", "X,resolved"), 2, 1),
        ("metrics", ("metric,value", "a,1", "b,1", "b,2"), 3, 2),
        ("asked_again", ("record,fact,reverified", "b1,account,true", "b1,account,false"), 2, 1),
    ],
)
def test_one_thing_told_in_two_ways_is_refused(
    tmp_path: Path, name: str, lines: tuple[str, ...], row: int, first: int
) -> None:
    said = read(tmp_path, name, *lines)
    assert f"{name}.csv, row {row}, column" in said
    assert f"as in row {first}, told differently" in said
    assert "Keep one row" in said


def test_rows_that_are_exactly_repeated_count_once(tmp_path: Path) -> None:
    header = "from_record,to_record,facts_known"
    assert read(tmp_path, "handoffs", header, "b1,c1,account;problem", "b1,c1,account;problem", "c1,p1,") == ""
    assert read_submission(tmp_path)["handoffs"].height == 2
    assert "told differently" in read(tmp_path, "handoffs", header, "b1,c1,account;problem", "b1,c1,account")


def test_records_that_no_export_has_are_remarked_on_by_table() -> None:
    strange = submission(
        customers=pairs("customer", x1="A", x2="A"),
        handoffs=[{"from_record": "b1", "to_record": "x1"}],
        outcomes=[{"journey": "X", "outcome": "open"}],
    )
    said = board_of(strange).remarks
    assert [each.split(" are in no export")[0] for each in said] == [
        "2 of 2 records in customers",
        "1 of 2 records in handoffs",
    ]


def test_records_of_rows_that_tell_nothing_are_no_strangers() -> None:
    noise = truth(rows=[{"file": "x", "record": "spam", "verdict": "noise"}])
    assert board_of(submission(customers=pairs("customer", b1="A", spam="B")), noise).remarks == ()


def test_words_that_nobody_knows_are_remarked_on_with_those_that_are_known() -> None:
    planted = truth(
        drivers=[
            {"journey_id": "j1", "outcome": "satisfaction", "driver": name, "contribution": 1.0}
            for name in ("asked_again", "start", "long_wait")
        ],
        effects=[{"intervention": "sticker", "outcome": "contacts"}],
    )
    strange = submission(
        interactions=[{"record": "b1", "channel": "telegraph"}, {"record": "c1", "channel": "chat"}],
        journeys=pairs("journey", b1="X"),
        outcomes=[{"journey": "X", "outcome": "closed"}],
        metrics=[{"metric": "happiness", "value": 1.0}, {"metric": "sla_met_rate", "value": 1.0}],
        drivers=[{"outcome": "satisfaction", "driver": "start", "weight": 1.0}],
        effects=[{"intervention": "stickers", "outcome": "contacts", "value": 1.0}],
    )
    said = board_of(strange, planted).remarks
    for part in (
        '1 of 2 rows in interactions have no known word in column channel ("telegraph"). Known: chat, chatbot,',
        '1 of 1 rows in outcomes have no known word in column outcome ("closed"). Known: resolved, gave_up, open.',
        '1 of 2 rows in metrics have no known word in column metric ("happiness"). Known: contacts_per_journey,',
        '1 of 1 rows in drivers have no known word in column driver ("start"). Known: asked_again, long_wait.',
        '1 of 1 rows in effects have no known word in column intervention ("stickers"). Known: sticker.',
    ):
        assert any(each.startswith(part) for each in said), (part, said)
    assert len(said) == 5
    assert values(rows_of("outcomes", strange)["any"]) == {"share": 0.0}
