"""A model trains itself on records, proposes who is one person, and says why."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest

from clew.customers.matching import (
    Bands,
    Model,
    Proposals,
    explain_pair,
    explain_weights,
    load_model,
    propose,
    train,
)
from clew.model import UsageError
from tests.customers.matching.records import NOW, is_right, town

pytest.importorskip("splink", reason="the extra clew[identity] isn't installed")


@pytest.fixture(scope="module")
def records() -> pa.Table:
    return town()


@pytest.fixture(scope="module")
def model(records: pa.Table) -> Model:
    return train(records, NOW)


@pytest.fixture(scope="module")
def proposals(records: pa.Table, model: Model) -> Proposals:
    return propose(records, model)


def test_most_pairs_of_one_person_are_accepted_and_hardly_any_other(records: pa.Table, proposals: Proposals) -> None:
    ids = records["record_id"].to_pylist()
    true = sum(is_right(a, b) for place, a in enumerate(ids) for b in ids[place + 1 :])
    accepted = [row for row in proposals.pairs.to_pylist() if row["band"] == "accept"]
    right = sum(is_right(row["record_a"], row["record_b"]) for row in accepted)
    assert right / len(accepted) >= 0.97
    assert right / true >= 0.8


def test_every_pair_looked_at_is_accepted_reviewed_or_rejected(proposals: Proposals) -> None:
    bands = proposals.pairs["band"].to_pylist()
    assert set(bands) <= {"accept", "review"}
    assert (bands.count("accept"), bands.count("review")) == (proposals.accepted, proposals.to_review)
    assert proposals.looked_at == proposals.accepted + proposals.to_review + proposals.rejected
    assert proposals.rejected > 0


def test_a_stricter_band_accepts_fewer_and_leaves_them_to_review(
    records: pa.Table, model: Model, proposals: Proposals
) -> None:
    strict = propose(records, model, Bands(accept_weight=8.0))
    assert strict.accepted < proposals.accepted
    assert strict.to_review > proposals.to_review


def test_accepted_pairs_connect_their_group(proposals: Proposals) -> None:
    joined: dict[str, str] = {}

    def top(record: str) -> str:
        while joined.get(record, record) != record:
            record = joined[record]
        return record

    accepted = [row for row in proposals.pairs.to_pylist() if row["band"] == "accept"]
    for row in accepted:
        one, two = sorted((top(row["record_a"]), top(row["record_b"])))
        joined[two] = one
    assert all(top(row["record_a"]) == row["group"] for row in accepted)


def test_the_same_records_give_the_same_model_in_any_order_and_beside_any_truth(
    records: pa.Table, model: Model, proposals: Proposals
) -> None:
    truth = pa.array([record_id.split("-")[0] for record_id in records["record_id"].to_pylist()])
    shuffled = records.append_column("cluster", truth).take(list(reversed(range(records.num_rows))))
    again = train(shuffled, NOW.replace(year=2027))
    assert again.version == model.version
    assert replace(again, trained_at=NOW) == model
    assert propose(shuffled, again).pairs.equals(proposals.pairs)


def test_a_saved_model_is_the_same_when_loaded(model: Model, tmp_path: Path) -> None:
    model.save(tmp_path / "model.json")
    assert load_model(tmp_path / "model.json") == model
    saved = (tmp_path / "model.json").read_text(encoding="utf-8")
    assert "example.org" not in saved and "richter" not in saved, "a model holds no value of any record"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda told: told.update(prior=0.4), "was changed"),
        (lambda told: told.pop("columns"), "can't be read"),
        (lambda told: told["columns"][0]["levels"][0].update(words="'; DROP TABLE people; --"), "was changed"),
    ],
)
def test_a_changed_model_is_refused(model: Model, tmp_path: Path, change: object, said: str) -> None:
    file = tmp_path / "model.json"
    model.save(file)
    told = json.loads(file.read_text(encoding="utf-8"))
    assert callable(change)
    change(told)
    file.write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        load_model(file)


def test_a_model_of_other_steps_is_refused(records: pa.Table, model: Model) -> None:
    first = model.columns[0]
    other = replace(model, columns=(replace(first, levels=first.levels[:-1]),))
    with pytest.raises(UsageError, match="other steps"):
        propose(records, other)


def test_the_evidence_says_why_and_adds_up_to_the_weight(model: Model, proposals: Proposals) -> None:
    for row in proposals.pairs.to_pylist()[::25]:
        total = model.prior_weight + sum(each["weight"] for each in row["evidence"])
        assert total == pytest.approx(row["weight"], abs=0.01)
    best = proposals.pairs.to_pylist()[0]
    assert {"column": "birth_date", "words": "same"}.items() <= next(
        each for each in best["evidence"] if each["column"] == "birth_date"
    ).items()
    lines = explain_pair(best, model)
    assert lines[0].startswith("two records taken at random: one person in ")
    assert any(line.startswith("birth date: same (+") and line.endswith("times likelier)") for line in lines)


def test_the_weights_can_be_charted_and_read(model: Model) -> None:
    rows = model.chart()
    same = next(row for row in rows if (row["column"], row["words"]) == ("email", "same"))
    different = next(row for row in rows if (row["column"], row["words"]) == ("email", "different"))
    assert float(same["weight"]) > 5 > 0 > float(different["weight"])
    assert len(explain_weights(model)) == len(rows)


def test_columns_may_be_missing_or_empty(records: pa.Table, model: Model) -> None:
    few = records.select(["record_id", "first_name", "last_name"])
    empty = few.append_column("phone", pa.nulls(few.num_rows, pa.string())).append_column(
        "city", pa.nulls(few.num_rows)
    )
    assert {each.column for each in train(empty, NOW).columns} == {"first_name", "last_name"}
    assert propose(few, model).looked_at > 0, "a model of more columns still scores those that are there"


def test_too_little_to_learn_from_is_said_or_met_with_defaults(model: Model) -> None:
    one = pa.table({"record_id": ["1"], "first_name": ["Ada"]})
    with pytest.raises(UsageError, match="at least two records"):
        train(one, NOW)
    with pytest.raises(UsageError, match="at least two records"):
        train(pa.table({"record_id": ["1", "2"], "first_name": pa.nulls(2, pa.string())}), NOW)
    assert propose(one, model).pairs.num_rows == 0
    two = pa.table({"record_id": ["1", "2"], "first_name": ["Ada", "Ada"], "last_name": ["Lang", "Lang"]})
    assert [each.learnt for each in train(two, NOW).columns] == [False, False]


def test_records_that_never_repeat_are_left_alone() -> None:
    single = town(people=90, seed=8)
    keep = [place for place, record in enumerate(single["record_id"].to_pylist()) if record.endswith("-0")]
    alone = single.take(keep)
    assert propose(alone, train(alone, NOW)).accepted <= 1


def test_two_sources_are_linked_and_none_within_one() -> None:
    both = town(people=70)
    source = pa.array([record_id.split("-")[1] for record_id in both["record_id"].to_pylist()])
    linked = both.append_column("source", source)
    linked = linked.filter(pa.compute.not_equal(linked["source"], "2"))
    found = propose(linked, train(linked, NOW, between_sources=True), Bands(one_per_source=True))
    assert found.accepted > 40
    assert all(row["record_a"].split("-")[1] != row["record_b"].split("-")[1] for row in found.pairs.to_pylist())
    with pytest.raises(UsageError, match="need a column source"):
        train(both, NOW, between_sources=True)


def test_hostile_values_are_values_and_nothing_is_logged(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    hostile = ["'; DROP TABLE people; --", "{l}", '"', "\\", "𝔘𝔫𝔦", "a" * 20_000, "\x00", "%s", "٣٤", "NULL"]
    rows = town(people=15).to_pylist()
    for row, value in zip(rows, hostile, strict=False):
        row.update(first_name=value, last_name=value, birth_date=value, email=value, city=value, phone=value)
    records = pa.Table.from_pylist(rows)
    with caplog.at_level(logging.DEBUG):
        found = propose(records, train(records, NOW))
    assert found.looked_at > 0
    assert caplog.text == "" and capfd.readouterr() == ("", "")


def test_bands_that_make_no_sense_are_refused() -> None:
    with pytest.raises(UsageError, match="above unseen_weight"):
        Bands(accept_weight=-2.0)
    with pytest.raises(UsageError, match="from 0 to 1"):
        Bands(review_probability=2.0)
