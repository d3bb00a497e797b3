"""The contract of metrics: each file defines the one it is named after, says what it asks and where that comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

import clew.metrics.catalogue
from clew.metrics import Metric, evidence_sql, known_metrics
from clew.model import Settings
from tests.metrics.measuring import journey, many, measure, parts, session

FOLDER = Path(str(clew.metrics.catalogue.__file__)).parent
FILES = sorted(path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("_"))
CASES = Path(__file__).parent / "catalogue"


def test_every_file_is_a_metric_of_its_name() -> None:
    assert list(known_metrics()) == FILES
    assert {name: metric.name for name, metric in known_metrics().items()} == {name: name for name in FILES}


@pytest.mark.parametrize("name", FILES)
def test_a_metric_says_what_it_asks_how_it_is_counted_and_whose_definition_it_is(name: str) -> None:
    metric: Metric = known_metrics()[name]

    assert metric.question.endswith("?")
    for said in (metric.title, metric.formula, metric.source, metric.nothing, metric.left_out, metric.grain):
        assert said.strip() == said != ""
    assert metric.version >= 1
    assert metric.better in ("higher", "lower", "neither")
    assert metric.unit == {"share": "ratio", "mean": "count", "median": "seconds"}[metric.statistic]


@pytest.mark.parametrize("name", FILES)
def test_the_rows_behind_a_number_are_every_journey_once(name: str) -> None:
    journeys = [*many(7), journey(8, contacts=0), journey(9, identified=False, source="calls", outcome="open")]

    assert sum(parts(name, journeys).values()) == 9
    assert set(parts(name, journeys)) <= {"counted", "censored", "immature", "left_out"}


@pytest.mark.parametrize("name", FILES)
def test_the_rows_behind_a_number_name_journey_customer_value_and_part(name: str) -> None:
    answer = session(many(1)).execute(evidence_sql(known_metrics()[name], Settings()))

    described = [(column[0], str(column[1])) for column in answer.description or ()]
    assert described == [
        ("journey_id", "VARCHAR"),
        ("customer_id", "VARCHAR"),
        ("value", "DOUBLE"),
        ("part", "VARCHAR"),
        *([("weight", "DOUBLE")] if known_metrics()[name].per else []),
        *([("by_model", "DOUBLE")] if known_metrics()[name].by_model else []),
    ]


@pytest.mark.parametrize("name", FILES)
def test_without_journeys_a_metric_is_empty_and_says_why(name: str) -> None:
    found = measure(name, [])

    assert (found.value, found.low, found.high, found.n, found.state) == (None, None, None, 0, "empty")
    assert found.reason == "there are no journeys to measure"


def test_every_metric_has_its_worked_cases() -> None:
    cases = "\n".join(path.read_text(encoding="utf-8") for path in sorted(CASES.glob("test_*.py")))

    assert [name for name in FILES if f'"{name}"' not in cases] == []
