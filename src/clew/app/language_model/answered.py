"""Hands a language model's kept answers to a build: each doubtful sentence that it read as a question becomes one, marked as its."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pyarrow as pa

from clew.app.language_model.doubtful import every_doubt
from clew.app.workspace import Workspace
from clew.journeys import asked_facts
from clew.store import ModelAnswers, model_answers_digest

_ROW = pa.schema(
    [
        ("interaction_id", pa.string()),
        ("fact", pa.string()),
        ("start_char", pa.int64()),
        ("end_char", pa.int64()),
        ("flag", pa.bool_()),
        ("read_by", pa.string()),
    ]
)
_QUESTIONS = """
CREATE TABLE questions_by_model AS
SELECT interaction_id, 'asked' AS what, fact, start_char, end_char, 'company' AS speaker, '' AS shape, flag,
  CAST(NULL AS VARCHAR) AS number, read_by FROM found_by_model
"""


def answers_digest(workspace: Workspace) -> str:
    """Return what tells the kept answers that a build would use from others; "" where it would use none."""
    asked = workspace.settings.language_model
    used = workspace.settings.texts.facts and asked.url and asked.model
    return model_answers_digest(workspace.journal, asked.model) if used else ""


def add_answers(workspace: Workspace, connection: duckdb.DuckDBPyConnection) -> None:
    """Add to the session's ``readings`` the questions that the configured model read; nobody is asked.

    Without a model in the settings, or answers of it, the readings stay what the rules read.
    """
    if not answers_digest(workspace):
        return
    rows = [
        *_questions(connection, ModelAnswers(workspace.journal, workspace.settings.language_model.model), workspace)
    ]
    columns = zip(*rows, strict=True) if rows else [()] * len(_ROW)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, _ROW, strict=True)]
    connection.register("found_by_model", pa.table(arrays, _ROW))
    connection.execute(_QUESTIONS)
    connection.unregister("found_by_model")
    connection.execute("ALTER VIEW readings RENAME TO readings_by_rules")
    connection.execute(
        "CREATE VIEW readings AS SELECT * FROM readings_by_rules UNION ALL BY NAME SELECT * FROM questions_by_model"
    )


def _questions(
    connection: duckdb.DuckDBPyConnection, answers: ModelAnswers, workspace: Workspace
) -> Iterator[tuple[str, str, int, int, bool, str]]:
    model, known = workspace.settings.language_model.model, frozenset(asked_facts())
    for doubt in every_doubt(connection):
        answer = answers.of(doubt.sentence) if doubt.sentence else None
        # A kind that an earlier Clew knew may be gone.
        if answer and answer.fact in known:
            yield doubt.interaction_id, answer.fact, doubt.start, doubt.end, answer.is_check, model
