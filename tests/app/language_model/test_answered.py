"""What a language model read is marked wherever it counts, changes nothing that the rules read, and goes without a trace."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import sqlalchemy as sa

from clew.app.building import build, is_current
from clew.app.cutting_otherwise import session_otherwise
from clew.app.identity.person_erase import erase
from clew.app.language_model import asking
from clew.app.other_boundaries import FINER
from clew.app.reporting import metric_values
from clew.app.view.customers.thread_findings import found_at_steps
from clew.app.view.handoffs.evidence import evidence
from clew.app.view.handoffs.lost import around
from clew.app.view.view import View
from clew.app.view.views import Views
from clew.app.workspace import Workspace
from clew.metrics import known_metrics
from clew.model import MetricValue
from tests.app.language_model.desk import OTHER, VEILED, configure, desk, told
from tests.app.language_model.standing_in import asks_for, standing_in

PLAIN = "What is your account number?"
#: Two are asked by words that rules read, two in veiled words, two for nothing.
QUESTIONS = {"mia": VEILED, "bo": VEILED, "al": OTHER, "cy": PLAIN, "di": PLAIN, "eve": "Your bill is corrected."}
TABLES = ("facts", "handoffs", "journeys", "steps", "pain_points")


def tables(place: Workspace) -> dict[str, list[tuple[object, ...]]]:
    return {name: told(place, f"SELECT * FROM {name} ORDER BY ALL") for name in TABLES}


@dataclass(frozen=True)
class Asked:
    """A desk whose model was asked, the veiled question being one for the account number; its tables and metrics before that."""

    place: Workspace
    before: dict[str, list[tuple[object, ...]]]
    values: list[MetricValue]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    """Read only: tests share it."""
    with standing_in(lambda body, _at: asks_for("account" if "go by" in str(body) else "none")) as endpoint:
        place = desk(tmp_path_factory.mktemp("asked"), endpoint.url, questions=QUESTIONS)
        build(place)
        before, values = tables(place), metric_values(place, ())
        asking.ask(place, asking.planned(place))
    assert not is_current(place)
    build(place)
    return Asked(place, before, values)


@pytest.fixture
def place(asked: Asked) -> Workspace:
    return asked.place


@pytest.fixture
def own(asked: Asked, tmp_path: Path) -> Workspace:
    """A copy that a test may change."""
    asked.place.close()
    shutil.copytree(asked.place.folder, tmp_path / "ws")
    return Workspace(tmp_path / "ws")


def test_the_handoffs_say_what_was_asked_again_and_what_of_it_rests_on_the_model(place: Workspace) -> None:
    kept = told(
        place,
        "SELECT facts_asked_again, facts_asked_by_model, count(*) FROM handoffs WHERE to_channel = 'chat' GROUP BY ALL ORDER BY ALL",
    )

    assert kept == [([], [], 2), (["account"], [], 2), (["account"], ["account"], 2)]


def test_what_the_rules_read_stays_to_the_row(place: Workspace, asked: Asked) -> None:
    by_rules = [row for row in tables(place)["facts"] if row[-1] is None]

    assert by_rules == asked.before["facts"]
    assert len(tables(place)["facts"]) == len(by_rules) + 2
    for name in ("journeys", "steps"):
        assert tables(place)[name] == asked.before[name]


def test_the_metrics_say_how_many_rest_on_the_model(place: Workspace, asked: Asked) -> None:
    (rate, carried) = metric_values(place, ("asked_again_rate", "context_carried_ratio"))

    assert (rate.value, rate.n) == (4 / 6, 6)
    assert "of 6 handoffs with known facts, 2 of them asked again by the language model's reading alone" in rate.reason
    assert "2 of them asked for again, and so not carried," in carried.reason
    before = {each.name: each for each in asked.values}
    assert before["asked_again_rate"].value == 2 / 6
    assert "model" not in before["asked_again_rate"].reason


def test_other_boundaries_know_the_answers_too(place: Workspace) -> None:
    with session_otherwise(place, FINER) as connection:
        found = connection.execute("SELECT count(*) FROM handoffs WHERE len(facts_asked_by_model) > 0").fetchall()

    assert found == [(2,)]


def test_the_drill_down_and_the_thread_name_the_model(place: Workspace) -> None:
    views = Views(place)
    view = views.wait()
    assert isinstance(view, View)
    rows = np.arange(len(view.handoffs.journey))
    again = [each for handoff in evidence(view, rows) for each in handoff.asked_again]
    assert sorted((each.read_by or "", each.asked.words) for each in again) == [
        *[("", PLAIN)] * 2,
        *[("small-1", VEILED)] * 2,
    ]
    lost = around(view, rows).lost
    assert (lost.lost, lost.lost_by_model) == (4, 2)
    with view.session() as session:
        ids = [name for (name,) in session.execute("SELECT journey_id FROM journeys").fetchall()]
        marks = [mark for step in found_at_steps(session, ids, (0, 99)).values() for mark in step.marked]
    named = [mark.read_by for mark in marks if any(title.startswith("Asked again") for title in mark.titles)]
    assert sorted(each or "" for each in named) == ["", "", "small-1", "small-1"]
    views.close()


@pytest.mark.parametrize("way", ["forget", "take out", "another model"])
def test_taking_it_off_gives_the_earlier_figures_back_exactly(asked: Asked, own: Workspace, way: str) -> None:
    after = tables(own)
    if way == "forget":
        assert asking.forget(own) == 2
    elif way == "another model":
        configure(own.folder, "http://127.0.0.1:9/v1", model="other")
    else:
        configure(own.folder, "")
    again = Workspace(own.folder)
    assert not is_current(again)
    build(again)

    assert tables(again) == asked.before
    assert metric_values(again, ()) == asked.values
    if way != "forget":
        configure(own.folder, "http://127.0.0.1:9/v1")
        build(back := Workspace(own.folder))
        assert tables(back) == after, "answers are kept, so the same model needn't be asked again"


def test_a_build_from_scratch_says_the_same_as_one_that_follows_what_changed(own: Workspace) -> None:
    after = tables(own)
    build(own, anew=True)

    assert tables(own) == after


def test_erasing_a_customer_takes_what_the_model_read_of_them_and_leaves_no_words_in_the_answers(
    own: Workspace,
) -> None:
    erase(own, "mia@example.com", reason="by request", author="test")

    named = told(own, "SELECT customer_id FROM facts WHERE read_by IS NOT NULL")
    assert len(named) == 1, "only the other one who was asked so is left"
    with own.journal.transaction() as connection:
        kept = [tuple(row) for row in connection.execute(sa.text("SELECT digest, model, fact FROM model_answers"))]
    assert sorted((model, fact) for _digest, model, fact in kept) == [("small-1", ""), ("small-1", "account")]
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest, _model, _fact in kept)


def test_address_and_limits_of_the_model_need_no_new_build(own: Workspace) -> None:
    configure(own.folder, "http://127.0.0.1:9/v1", timeout_seconds=5, most_questions=7)

    assert is_current(Workspace(own.folder))


def test_only_metrics_over_what_was_asked_can_rest_on_a_model() -> None:
    assert [name for name, metric in known_metrics().items() if metric.by_model] == [
        "asked_again_rate",
        "context_carried_ratio",
    ]
