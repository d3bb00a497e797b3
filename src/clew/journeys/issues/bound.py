"""Decides by what was said which interactions are one journey, where case numbers don't say it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from clew.journeys.issues.follow import Evidence, Followed, follow
from clew.journeys.issues.model import IssueModel, label_codes, learn, outgrown, read_model, write_model
from clew.journeys.issues.named import named_in, settled_by_words
from clew.journeys.issues.talks import Floats, Ints, Talks, cut_into_talks
from clew.journeys.issues.words import held_words, write_words
from clew.journeys.reason import CASE_REFERENCE
from clew.model import OUTCOMES, Settings

DAY_US = 86_400_000_000
RESOLVED = OUTCOMES.index("resolved")
#: A boundary is drawn where going on is less likely than this.
LIKELIER = 0.5

_BOUND = """
CREATE OR REPLACE TABLE bound AS
SELECT p.* EXCLUDE (case_no), coalesce(p.case_no, f.case_no, f.journey) AS journey,
  CASE WHEN p.case_no IS NOT NULL THEN $1 ELSE f.reason END::TINYINT AS reason,
  CASE WHEN p.case_no IS NOT NULL THEN 1.0 ELSE f.probability END AS probability
FROM placed p JOIN own_talks t USING (rank) JOIN followed f USING (talk_no)
"""
_TOPICS = """
CREATE OR REPLACE TABLE journey_topics AS
SELECT journey, arg_max(topic, weight * 1e6 - talk_no) AS topic FROM (
  SELECT coalesce(case_no, journey) AS journey, topic, count(*) AS weight, min(talk_no) AS talk_no
  FROM followed WHERE topic IS NOT NULL GROUP BY ALL
) GROUP BY journey
"""


def write_bound_by_talk(
    connection: duckdb.DuckDBPyConnection, settings: Settings, likelier: float = LIKELIER, learnt: Path | None = None
) -> None:
    """Create the session's ``bound``, the rows of ``placed`` with ``journey``, ``reason`` and ``probability``.

    And ``journey_topics``, and ``issue_model`` for the next build. Reads ``placed``, ``line``, ``issue_codes``, ``readings`` and
    ``interactions``. A row's ``journey`` is a rank: of its case's first row, else of the journey's. A lower ``likelier`` joins
    more, a higher one less. ``learnt`` is an earlier build's ``issue_model``, which holds until it is outgrown.
    """
    talks = cut_into_talks(connection)
    write_words(connection)
    model, about, wordless = _about(connection, talks, read_model(connection, learnt))
    write_model(connection, model)
    gap_us = round(settings.windows.journey_gap_days * DAY_US)
    outcome = np.where(settled_by_words(connection, talks), RESOLVED, talks.outcome)
    labelled = replace(talks, label=label_codes(connection, talks, model.labels), outcome=outcome)
    evidence = Evidence(
        about.astype(np.float32),
        wordless,
        (about @ model.topic_leads).astype(np.float32),
        *named_in(connection, talks),
        model.label_leads,
    )
    followed = follow(labelled, evidence, gap_us, RESOLVED, likelier)
    topic = pa.array(np.array(model.topics.names)[about.argmax(axis=1)], mask=wordless)
    connection.register("followed", _table(talks, followed, topic))
    connection.execute(_BOUND, [CASE_REFERENCE])
    connection.execute(_TOPICS)
    connection.unregister("followed")
    for table in ("own_talks", "talk_words"):
        connection.execute(f"DROP TABLE {table}")


def _about(
    connection: duckdb.DuckDBPyConnection, talks: Talks, model: IssueModel | None
) -> tuple[IssueModel, Floats, NDArray[np.bool_]]:
    """Return the model that holds, how likely each talk is about each topic, and of which talks nothing is known."""
    words = None if model is None else held_words(connection, talks.number, model.vocabulary)
    if model is None or words is None or outgrown(model, int(np.count_nonzero(np.diff(words.indptr)))):
        model, words, about = learn(connection, talks)
    else:
        about = model.topics.of(words)
    wordless = (np.diff(words.indptr) == 0) | (model.topics.share.size == 1)
    return model, about, wordless


def _table(talks: Talks, followed: Followed, topic: pa.Array) -> pa.Table:
    """Return each talk with its journey (the rank it goes by), the journey's case, reason, probability and the talk's topic."""
    case = _cases(talks, followed.journey)
    return pa.table(
        {
            "talk_no": talks.number,
            "journey": talks.number[followed.journey],
            "case_no": pa.array(case, mask=case < 0),
            "reason": followed.reason,
            "probability": followed.probability,
            "topic": topic,
        }
    )


def _cases(talks: Talks, journey: Ints) -> Ints:
    """Return the case of each talk's journey, -1 where it has none; a journey has at most one."""
    case = np.full(len(talks), -1)
    np.maximum.at(case, journey, talks.case)
    return case[journey]
