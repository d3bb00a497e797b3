"""What is learnt of issues stays from build to build: new talk moves no boundary elsewhere, until there is much more of it."""

from __future__ import annotations

from pathlib import Path

import duckdb
import numpy as np

from clew.journeys.issues.model import IssueModel, outgrown, read_model, write_model
from clew.journeys.issues.topics import Topics
from tests.journeys.issues.town import BILL, town
from tests.journeys.threads import DAY, HOUR, Row, said, session

SMALL = IssueModel(
    ["bill", "parcel"],
    Topics(np.array([0.25, 0.75]), np.log(np.array([[0.9, 0.2], [0.1, 0.8]])), ("bill", "parcel")),
    np.array([[2.0, 0.5], [0.5, 1.2]]),
    ["billing"],
    np.array([[1.5]]),
    40,
)


def kept(model: IssueModel | None, folder: Path) -> Path:
    connection = duckdb.connect()
    write_model(connection, model)
    connection.execute(f"COPY issue_model TO '{folder / 'model.parquet'}' (FORMAT parquet)")
    connection.close()
    return folder / "model.parquet"


def test_a_model_is_read_as_it_was_written(tmp_path: Path) -> None:
    read = read_model(duckdb.connect(), kept(SMALL, tmp_path))

    assert read is not None
    assert (read.vocabulary, read.labels, read.topics.names) == (SMALL.vocabulary, SMALL.labels, SMALL.topics.names)
    assert read.learnt_from == 40
    for one, other in (
        (read.topics.share, SMALL.topics.share),
        (read.topics.weights, SMALL.topics.weights),
        (read.topic_leads, SMALL.topic_leads),
        (read.label_leads, SMALL.label_leads),
    ):
        np.testing.assert_array_equal(one, other)


def test_nothing_learnt_is_no_model(tmp_path: Path) -> None:
    assert read_model(duckdb.connect(), kept(None, tmp_path)) is None
    assert read_model(duckdb.connect(), None) is None


def test_a_model_is_outgrown_by_half_as_many_talks_again() -> None:
    assert not outgrown(SMALL, 60)
    assert outgrown(SMALL, 61)


def test_new_talk_of_one_customer_moves_no_boundary_of_the_others(tmp_path: Path) -> None:
    first = made(town(), tmp_path, None)
    new = [
        said(f"n{n}", 20 * DAY + n * HOUR, text=BILL[n % 4] + " courier parcel", conversation_id=f"n{n}")
        for n in range(9)
    ]
    again = made([*town(), *new], tmp_path, tmp_path / "learnt.parquet")

    assert {walk for walk in again if not walk[0].startswith("n")} == first
    same = read_model(duckdb.connect(), tmp_path / "learnt.parquet")
    assert same is not None
    assert same.learnt_from == 80


def made(story: list[Row], folder: Path, learnt: Path | None) -> set[tuple[str, ...]]:
    """Return the walks of all journeys, and keep what was learnt."""
    connection = session(story, learnt=learnt)
    connection.execute(f"COPY issue_model TO '{folder / 'learnt.parquet'}' (FORMAT parquet)")
    rows = connection.sql("SELECT list(interaction_id ORDER BY position) FROM steps GROUP BY journey_id").fetchall()
    connection.close()
    return {tuple(walk) for (walk,) in rows}


def test_texts_that_say_nothing_or_all_the_same_are_no_trouble(tmp_path: Path) -> None:
    for text in ("🙂🙂🙂", "hello hello", "您好,我的账单有问题", "a " * 5000):
        story = [
            said(f"{n}-{t}", n * HOUR + t * DAY, f"p{n}", text=text, conversation_id=f"{n}-{t}")
            for n in range(20)
            for t in (0, 1)
        ]

        assert sum(map(len, made(story, tmp_path, None))) == 40, text
