"""A company on disk: the same bytes everywhere, its truth in step with its files, and never half of it."""

from __future__ import annotations

import csv
import json
import mailbox
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import msgspec
import pytest

from clew.model import UsageError
from clew.simulator.lived import Order
from clew.simulator.scenarios.scenario_file import load_scenario
from clew.simulator.writing.company import write_company
from clew.simulator.writing.company_report import Company
from tests.simulator.digests import digests

USUAL = load_scenario("billing")
EARLY = msgspec.structs.replace(
    USUAL, interventions=tuple(msgspec.structs.replace(each, from_day=3) for each in USUAL.interventions)
)
#: Three blocks of customers, the last one smaller.
ORDER = Order(EARLY, 2050, 12, 11, ("transcript_to_agent", "new_chat_colours"))
AGAIN = """
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from clew.simulator.writing.company import write_company
from tests.simulator.test_company import ORDER
if __name__ == "__main__":
    write_company(ORDER, Path(sys.argv[1]), workers=2)
"""


def beginning(day: date) -> Order:
    company = msgspec.structs.replace(USUAL.company, first_day=day)
    return Order(msgspec.structs.replace(USUAL, company=company), 1, 1)


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Company:
    return write_company(ORDER, tmp_path_factory.mktemp("made") / "company", workers=1)


def ask(company: Company, question: str) -> list[tuple[object, ...]]:
    """Answer a question in SQL whose tables are those of the truth."""
    with duckdb.connect() as connection:
        for path in (company.folder / "truth").glob("*.parquet"):
            connection.execute(f"CREATE VIEW {path.stem} AS FROM read_parquet('{path}')")
        return connection.execute(question).fetchall()


def read_rows(path: Path) -> list[dict[str, object]]:
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if path.suffix == ".mbox":
        return [dict(message.items()) for message in mailbox.mbox(path)]
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";" if path.parent.name == "telephony" else ","))


def test_the_same_order_gives_the_same_bytes_in_other_processes_zones_and_hash_seeds(
    company: Company, tmp_path: Path
) -> None:
    (tmp_path / "again.py").write_text(AGAIN)
    ended = subprocess.run(
        [sys.executable, tmp_path / "again.py", tmp_path / "other"],
        env={**os.environ, "PYTHONHASHSEED": "77", "TZ": "Pacific/Auckland", "PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert digests(tmp_path / "other") == digests(company.folder)


def test_another_seed_is_another_company(company: Company, tmp_path: Path) -> None:
    other = write_company(replace(ORDER, seed=12, customers=60), tmp_path / "other")
    of_people = "SELECT value FROM identifiers WHERE nature = 'own' AND kind IN ('email', 'phone', 'account')"
    assert ask(other, of_people)
    assert set(ask(other, of_people)).isdisjoint(ask(company, of_people))


def test_every_row_of_every_file_is_in_the_truth_once_and_so_it_is_counted(company: Company) -> None:
    told = {str(file): rows for file, rows in ask(company, "SELECT file, count(*) FROM rows GROUP BY file")}
    assert {file.path: file.rows for file in company.files} == told
    assert {path: len(read_rows(company.folder / "exports" / path)) for path in told} == told
    assert (
        ask(company, "SELECT file, record FROM rows GROUP BY ALL HAVING count(*) > 1 AND bool_or(verdict = 'noise')")
        == []
    )


def test_a_file_begins_with_its_header_and_never_says_it_again(company: Company) -> None:
    tables = [path for path in (company.folder / "exports").rglob("*.csv") if path.stat().st_size]
    assert tables
    for path in tables:
        header, _, rest = path.read_bytes().partition(b"\n")
        assert header.isascii()
        assert header not in rest


def test_interactions_and_the_rows_that_tell_them_are_one_to_one(company: Company) -> None:
    assert (
        ask(company, "SELECT count(*), count(DISTINCT interaction_id) FROM interactions")[0]
        == (company.interactions,) * 2
    )
    pairs = "(SELECT interaction_id, record FROM {}) "
    of_rows = "(SELECT interaction_id, record FROM rows WHERE verdict = 'interaction')"
    assert ask(company, f"FROM {pairs.format('interactions')} EXCEPT FROM {of_rows}") == []
    assert ask(company, f"FROM {of_rows} ANTI JOIN interactions USING (interaction_id)") == []
    assert (
        ask(
            company,
            "SELECT verdict FROM rows WHERE (interaction_id IS NULL) = (verdict IN ('interaction', 'duplicate'))",
        )
        == []
    )
    assert (
        ask(company, "FROM rows ANTI JOIN interactions USING (interaction_id) WHERE rows.verdict = 'duplicate'") == []
    )


@pytest.mark.parametrize(
    ("table", "column", "of"),
    [
        ("interactions", "person_id", "people"),
        ("interactions", "journey_id", "journeys"),
        ("identifiers", "person_id", "people"),
        ("journeys", "person_id", "people"),
        ("handoffs", "journey_id", "journeys"),
        ("handoffs", "from_interaction_id", "interactions"),
        ("handoffs", "to_interaction_id", "interactions"),
        ("facts", "interaction_id", "interactions"),
        ("frictions", "interaction_id", "interactions"),
        ("drivers", "journey_id", "journeys"),
        ("counterfactuals", "journey_id", "journeys"),
    ],
)
def test_what_the_truth_refers_to_is_there(company: Company, table: str, column: str, of: str) -> None:
    key = column.removeprefix("from_").removeprefix("to_")
    lost = f"FROM {table} WHERE {column} IS NOT NULL AND {column} NOT IN (SELECT {key} FROM {of})"
    assert ask(company, lost) == []
    assert ask(company, f"SELECT count({column}) > 0 FROM {table}") == [(True,)]


def test_a_journeys_steps_are_numbered_from_one_without_a_gap_in_the_order_of_time(company: Company) -> None:
    steps = "SELECT position, row_number() OVER (PARTITION BY journey_id ORDER BY occurred_us, interaction_id) AS place"
    assert ask(company, f"FROM ({steps} FROM interactions WHERE journey_id IS NOT NULL) WHERE position != place") == []


def test_facts_stand_in_the_texts_where_the_truth_says(company: Company) -> None:
    texts = {
        row["message_id"]: str(row["body"])
        for row in read_rows(company.folder / "exports" / "livechat" / "livechat_messages.jsonl")
    }
    facts = ask(
        company,
        "SELECT record, value, start, \"end\" FROM facts JOIN interactions USING (interaction_id) WHERE system = 'livechat' AND value IS NOT NULL AND act = 'give'",
    )
    assert len(facts) > 50
    for record, value, start, end in facts:
        assert texts[record][start:end] == value  # type: ignore[misc]


def test_identifiers_are_written_as_the_truth_says(company: Company) -> None:
    written = "".join(path.read_text(encoding="utf-8") for path in (company.folder / "exports").rglob("*.*"))
    values = [str(value) for (value,) in ask(company, "SELECT DISTINCT value FROM identifiers ORDER BY value")]
    assert len(values) > 1000
    assert [value for value in values if value not in written] == []


def test_effects_are_the_means_of_the_counterfactuals_and_a_placebo_has_none(company: Company) -> None:
    means = (
        "SELECT intervention, outcome, count(*), count(*) FILTER (treated), avg(with_it - without_it), "
        "avg(with_it - without_it) FILTER (treated) FROM counterfactuals GROUP BY ALL ORDER BY ALL"
    )
    effects = (
        "SELECT intervention, outcome, journeys, treated, effect_on_all, effect_on_treated FROM effects ORDER BY ALL"
    )
    expected = ask(company, means)
    assert len(expected) > 6
    assert [row[:4] for row in ask(company, effects)] == [row[:4] for row in expected]
    for place in (4, 5):
        assert [row[place] for row in ask(company, effects)] == pytest.approx(
            [row[place] for row in expected], nan_ok=True
        )
    assert ask(company, "SELECT DISTINCT effect_on_all FROM effects WHERE kind = 'placebo'") == [(0.0,)]


def test_a_failure_in_the_middle_leaves_the_earlier_company_as_it_was(tmp_path: Path) -> None:
    small = replace(ORDER, customers=30)
    write_company(small, tmp_path / "company")
    before = digests(tmp_path)

    def interrupt(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_company(replace(small, seed=1), tmp_path / "company", progress=interrupt)
    assert digests(tmp_path) == before
    write_company(replace(small, seed=1), tmp_path / "company")
    assert digests(tmp_path) != before
    assert [path.name for path in tmp_path.iterdir()] == ["company"]


def test_a_world_may_live_to_the_last_day_of_the_century(tmp_path: Path) -> None:
    last = write_company(replace(beginning(date(2090, 12, 31)), days=3288), tmp_path / "company")
    assert last.people == 1


def test_the_card_lists_every_file_and_the_readme_wants_the_workspace_outside(company: Company) -> None:
    card = json.loads((company.folder / "clew-simulated.json").read_text())
    assert card["holds"] == sorted(digests(company.folder))
    assert "clew import exports --workspace ../workspace" in (company.folder / "README.md").read_text()


@pytest.mark.parametrize(
    ("order", "saying"),
    [
        (replace(ORDER, customers=0), "1 to"),
        (replace(ORDER, days=0), "1 to 3,650 days, not 0"),
        (replace(ORDER, days=3651), "1 to 3,650 days, not 3,651"),
        (beginning(date(1989, 12, 31)), "first_day is 1989-12-31; choose a day from 1990-01-01 to 2090-12-31"),
        (replace(beginning(date(2090, 12, 31)), days=3290), "3,290 days from 2090-12-31 on end after 2099-12-31"),
        (replace(ORDER, wording="plain"), "Known: seen, heldout"),
        (replace(ORDER, interventions=("smile",)), "No intervention 'smile'. Known here: .*transcript_to_agent"),
    ],
)
def test_an_order_that_cant_be_made_is_refused_before_anything_is_written(
    tmp_path: Path, order: Order, saying: str
) -> None:
    with pytest.raises(UsageError, match=saying):
        write_company(order, tmp_path / "company")
    assert list(tmp_path.iterdir()) == []
