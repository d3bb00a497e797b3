"""The contract of detectors: each file defines the one it is named after, and says what it asks, by which rule, and what for."""

from __future__ import annotations

from pathlib import Path

import pytest

import clew.pain_points.detectors
from clew.model import PAIN_POINTS, Settings
from clew.pain_points import SIGNALS, TRIGGERS, Detector, findings, gather, known_detectors, write_pain_points
from clew.store import compile_sql
from tests.journeys.threads import HOUR, answered, rows_of, said, session

FOLDER = Path(str(clew.pain_points.detectors.__file__)).parent
FILES = sorted(path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("_"))
CASES = Path(__file__).parent / "cases"


def test_every_file_is_a_detector_of_its_name() -> None:
    assert list(known_detectors()) == FILES


@pytest.mark.parametrize("name", FILES)
def test_a_detector_says_what_it_asks_its_rule_its_decision_and_where_it_is_from(name: str) -> None:
    detector: Detector = known_detectors()[name]

    assert detector.question.endswith("?")
    for said_of_it in (detector.title, detector.rule, detector.decision, detector.source):
        assert said_of_it.strip() == said_of_it != ""
    assert detector.rule.endswith(".")
    assert detector.decision.endswith(".")
    assert 0 < detector.severity <= 1
    assert detector.version >= 1


@pytest.mark.parametrize("name", FILES)
def test_every_threshold_is_named_with_its_unit(name: str) -> None:
    assert all(each.name and each.unit and each.value > 0 for each in known_detectors()[name].thresholds)


def test_the_issues_detectors_are_all_there() -> None:
    asked_for = {
        *("repeat_contact", "channel_switch_under_duress", "ping_pong", "asked_again", "long_wait", "no_next_step"),
        *("status_chasing", "bot_dead_end", "failed_self_service", "abandoned_queue", "transfer_chain", "reopening"),
        *("unresolved_end", "forced_channel", "repeated_verification", "effort_spike", "rage_clicks", "loop_clicks"),
        *("missed_promise", "conflicting_answers", "message_without_context"),
    }

    assert asked_for <= set(FILES)


def test_every_signal_and_every_trigger_has_a_detector_and_every_signal_a_decision() -> None:
    detectors = known_detectors().values()

    assert {each.signal for each in detectors if each.signal} == set(SIGNALS)
    assert {each.trigger for each in detectors if each.trigger} == set(TRIGGERS)
    assert all(meaning.decision.endswith(".") for meaning in SIGNALS.values())


def test_findings_have_the_columns_of_pain_points_and_without_steps_there_are_none() -> None:
    connection = session([])
    evidence = gather(connection, Settings())

    for detector in known_detectors().values():
        found = connection.execute(compile_sql(findings(detector, evidence)))
        assert [column[0] for column in found.description or ()] == ["journey", *PAIN_POINTS.columns]
        assert found.fetchall() == []


def test_no_place_is_named_twice_by_one_detector_and_nothing_else_is_left_behind() -> None:
    story = [
        row | {"case_ref": "A"}
        for talk in range(6)
        for row in (
            said(f"asks {talk}", talk * 30 * HOUR, channel=("chat", "email")[talk % 2], conversation_id=str(talk)),
            answered(
                f"answers {talk}",
                (talk * 30 + 5) * HOUR,
                channel=("chat", "email")[talk % 2],
                conversation_id=str(talk),
            ),
        )
    ]
    connection = session(story)
    before = {row["name"] for row in rows_of(connection, "SELECT table_name AS name FROM duckdb_tables()")}
    write_pain_points(connection, Settings())
    after = {row["name"] for row in rows_of(connection, "SELECT table_name AS name FROM duckdb_tables()")}
    twice = "SELECT 1 FROM pain_points GROUP BY detector, journey_id, position HAVING count(*) > 1"

    assert (
        rows_of(connection, "SELECT DISTINCT detector AS name FROM pain_points ORDER BY name")[0]["name"] == "long_wait"
    )
    assert rows_of(connection, twice) == []
    assert after - before == {"pain_points"}


def test_every_detector_has_its_worked_cases() -> None:
    cases = "\n".join(path.read_text(encoding="utf-8") for path in sorted(CASES.rglob("test_*.py")))

    assert [name for name in FILES if f'"{name}"' not in cases] == []
