"""What was learnt of a company's issues: topics, and what goes on with what. Kept from build to build, so that boundaries stay."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
from scipy import sparse

from clew.journeys.issues.affinity import label_affinity, topic_affinity
from clew.journeys.issues.talks import SEARCH, Floats, Ints, Talks
from clew.journeys.issues.topics import Topics, topics_of
from clew.journeys.issues.words import held_words, telling_words

DAY_US = 86_400_000_000
#: Talks of one customer so close together are mostly about one thing: what goes with what is learnt from them.
SOON_US = 2 * DAY_US
#: Labels of sources that are told apart: the most frequent ones.
LABELS = 500
#: It is learnt anew when there are so many times the talks that it was learnt from.
OUTGROWN = 1.5
#: Raise this where what is learnt, or how it is kept, means something else.
VERSION = 2
_SCHEMA = pa.schema(
    [("what", pa.string()), ("row", pa.int64()), ("col", pa.int64()), ("value", pa.float64()), ("word", pa.string())]
)


_KEPT = """
SELECT what, list(value ORDER BY row, col) FILTER (value IS NOT NULL), list(word ORDER BY row) FILTER (word IS NOT NULL)
FROM read_parquet(?) GROUP BY what
"""


@dataclass(frozen=True)
class IssueModel:
    """Words that count, topics in them, labels, and how much likelier than by chance each topic and label leads to each."""

    vocabulary: list[str]
    topics: Topics
    topic_leads: Floats
    labels: list[str]
    label_leads: Floats
    learnt_from: int


def learn(connection: duckdb.DuckDBPyConnection, talks: Talks) -> tuple[IssueModel, sparse.csr_matrix, Floats]:
    """Learn from all talks of a session with ``talk_words`` and ``issue_codes``.

    Returned with the model is what was learnt from: which of its words each talk holds, and how likely it is about each topic.
    """
    vocabulary = telling_words(connection)
    words = held_words(connection, talks.number, vocabulary)
    topics = topics_of(words, vocabulary)
    about = topics.of(words)
    soon = np.flatnonzero(
        (talks.customer[1:] == talks.customer[:-1]) & (talks.started_us[1:] - talks.ended_us[:-1] < SOON_US)
    )
    telling = (np.diff(words.indptr) > 0) & (talks.nature >= SEARCH)
    worded = soon[telling[soon] & telling[soon + 1]]
    labels = _labels(connection, talks)
    label = label_codes(connection, talks, labels)
    model = IssueModel(
        vocabulary,
        topics,
        topic_affinity(topics.share, about[worded], about[worded + 1]),
        labels,
        label_affinity(label, soon, soon + 1),
        int(np.count_nonzero(np.diff(words.indptr))),
    )
    return model, words, about


def label_codes(connection: duckdb.DuckDBPyConnection, talks: Talks, labels: list[str]) -> Ints:
    """Return each talk's label as its place among ``labels``, -1 for none of them."""
    place = {name: at for at, name in enumerate(labels)}
    named = connection.execute("SELECT issue, issue_code FROM issue_codes").fetchall()
    codes = np.full(max((code for _, code in named), default=-1) + 2, -1)
    for name, code in named:
        codes[code] = place.get(name, -1)
    return codes[talks.label]


def _labels(connection: duckdb.DuckDBPyConnection, talks: Talks) -> list[str]:
    named = connection.execute("SELECT issue_code, issue FROM issue_codes ORDER BY issue_code").fetchall()
    counts = np.bincount(talks.label[talks.label >= 0], minlength=len(named))
    return [str(named[code][1]) for code in np.argsort(-counts, kind="stable")[:LABELS] if counts[code]]


def write_model(connection: duckdb.DuckDBPyConnection, model: IssueModel | None) -> None:
    """Create the session's table ``issue_model``, for the next build; empty where nothing was learnt."""
    rows: list[pa.Table] = []
    if model is not None:
        rows = [
            _texts("word", model.vocabulary),
            _texts("label", model.labels),
            _texts("name", list(model.topics.names)),
            _numbers("share", model.topics.share[:, None]),
            _numbers("weight", model.topics.weights),
            _numbers("topic_leads", model.topic_leads),
            _numbers("label_leads", model.label_leads),
            _numbers("learnt_from", np.array([[model.learnt_from, VERSION]], dtype=np.float64)),
        ]
    connection.register("learnt_model", pa.concat_tables([*rows, _SCHEMA.empty_table()]))
    connection.execute("CREATE OR REPLACE TABLE issue_model AS SELECT * FROM learnt_model")
    connection.unregister("learnt_model")


def read_model(connection: duckdb.DuckDBPyConnection, file: Path | None) -> IssueModel | None:
    """Return what an earlier build learnt; None where that is nothing, or was learnt by another Clew."""
    if file is None:
        return None
    found = connection.execute(_KEPT, [str(file)]).fetchall()
    numbers: dict[str, list[float]] = {what: values for what, values, _ in found}
    texts: dict[str, list[str]] = {what: words for what, _, words in found}
    if "learnt_from" not in numbers or int(numbers["learnt_from"][1]) != VERSION:
        return None
    words, labels, names = (texts.get(what, []) for what in ("word", "label", "name"))

    def matrix(what: str, width: int) -> Floats:
        return np.array(numbers.get(what, []), dtype=np.float64).reshape(-1, max(width, 1))

    topics = Topics(matrix("share", 1)[:, 0], matrix("weight", len(names)), tuple(names))
    leads, label_leads = matrix("topic_leads", len(names)), matrix("label_leads", len(labels))
    return IssueModel(words, topics, leads, labels, label_leads, int(numbers["learnt_from"][0]))


def outgrown(model: IssueModel, worded: int) -> bool:
    """Say whether there are so many more talks with words than the model was learnt from that it is learnt anew."""
    return worded > OUTGROWN * model.learnt_from


def _texts(what: str, texts: list[str]) -> pa.Table:
    count = len(texts)
    nothing = pa.nulls(count, pa.float64())
    columns = [
        pa.array([what] * count, pa.string()),
        pa.array(range(count), pa.int64()),
        pa.array([0] * count, pa.int64()),
    ]
    return pa.table([*columns, nothing, pa.array(texts, pa.string())], _SCHEMA)


def _numbers(what: str, numbers: Floats) -> pa.Table:
    rows, columns = np.indices(numbers.shape)
    words = pa.nulls(numbers.size, pa.string())
    return pa.table(
        [pa.array([what] * numbers.size, pa.string()), rows.ravel(), columns.ravel(), numbers.ravel(), words], _SCHEMA
    )
