"""The placebo of pain points: journeys whose steps are shuffled keep everything but their order, and so must the findings.

Each interaction keeps its channel, party, words and length, and takes the place and the hour of another one of its journey. What a
detector then still finds is its *base rate*: what chance leaves of a rule where order tells nothing. A detector that goes by order
has to fall to it, or rise to it, and find almost nothing any more where it truly was; one that doesn't has to stay.

Run it as ``python benchmarks/placebo.py COMPANY WORKSPACE [--shuffles 5]``: a simulated company, and a workspace with its exports.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from clew.app.building import build
from clew.app.language_model.answered import add_answers
from clew.app.reading_texts import read_texts
from clew.app.workspace import Workspace
from clew.journeys.facts.kept import KEPT_COLUMNS
from clew.journeys.facts.tables import write_facts
from clew.model import Settings
from clew.pain_points import findings, gather, known_detectors
from clew.store import compile_sql, latest_build, part_files

_NUMBERED = "CREATE TABLE {0} AS SELECT number AS journey, t.* FROM built_{0} t JOIN numbers USING (journey_id)"
#: Contents dealt anew onto the places and hours of each journey; lengths and queues move along.
_SHUFFLED = """
CREATE OR REPLACE TABLE steps AS
WITH dealt AS (
  SELECT *, row_number() OVER (PARTITION BY journey ORDER BY hash(interaction_id || $1), interaction_id) AS place FROM true_steps
), slots AS (
  SELECT journey, position, occurred_us, row_number() OVER (PARTITION BY journey ORDER BY position) AS place FROM true_steps
)
SELECT d.* EXCLUDE (place) REPLACE (s.position AS position, s.occurred_us AS occurred_us) FROM dealt d JOIN slots s USING (journey, place)
"""
_MOVED = """
CREATE OR REPLACE VIEW interactions AS
SELECT i.* REPLACE (s.occurred_us AS occurred_us, i.ended_us - i.occurred_us + s.occurred_us AS ended_us,
  i.answered_us - i.occurred_us + s.occurred_us AS answered_us) FROM read_interactions i JOIN steps s USING (interaction_id)
"""
#: Handoffs as they are before facts tell what they kept; no detector goes by that.
_BARE_HANDOFFS = f"""
CREATE OR REPLACE TABLE handoffs AS
SELECT * EXCLUDE ({", ".join(KEPT_COLUMNS)}), CAST(NULL AS BIGINT) AS handed_us FROM true_handoffs
"""


@dataclass(frozen=True)
class Line:
    """One detector: what it finds in true order, and in shuffles the mean, its spread, and the shuffle that is tried.

    ``right`` and ``right_shuffled`` are findings at the very interactions where the friction was planted.
    """

    name: str
    order_dependent: bool
    planted: int
    found: int
    right: int
    base: float
    spread: float
    tried: int
    right_shuffled: float

    @property
    def at_base_rate(self) -> bool:
        """Whether a further shuffle finds what shuffles find: within four standard deviations, or of counting."""
        return abs(self.tried - self.base) <= 4 * max(self.spread, math.sqrt(max(self.base, 1.0)))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Pain points in journeys whose steps are shuffled")
    parser.add_argument("company", type=Path)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--shuffles", type=int, default=5)
    asked = parser.parse_args()
    print(
        "| detector | by order | planted | found | at its place | shuffled: found | at its place | at its base rate |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for line in placebo(asked.company, Workspace(asked.workspace), asked.shuffles):
        order, at_base = ("yes" if each else "no" for each in (line.order_dependent, line.at_base_rate))
        shuffled = f"{line.base:.1f} ± {line.spread:.1f}"
        print(
            f"| {line.name} | {order} | {line.planted} | {line.found} | {line.right} | {shuffled} | {line.right_shuffled:.1f} | {at_base} |"
        )


def placebo(company: Path, workspace: Workspace, shuffles: int) -> list[Line]:
    """Return a line for each detector: the base rate from so many shuffles, and one shuffle more that is tried against it."""
    build(workspace)
    with _true_order(workspace) as connection:
        _plant(connection, company)
        true = _counted(connection, workspace.settings)
        dealt: list[dict[str, tuple[int, int]]] = []
        for seed in range(shuffles + 1):
            connection.execute(_SHUFFLED, [str(seed)])
            connection.execute(_MOVED)
            connection.execute(_BARE_HANDOFFS)
            connection.execute("DROP TABLE facts")
            write_facts(connection)
            dealt.append(_counted(connection, workspace.settings))
        planted = dict(connection.execute("SELECT friction, count(*) FROM planted GROUP BY ALL").fetchall())
    tried, *others = dealt
    return [
        _line(name, planted.get(name, 0), true[name], tried[name], [each[name] for each in others]) for name in true
    ]


def _line(
    name: str, planted: int, true: tuple[int, int], tried: tuple[int, int], others: Sequence[tuple[int, int]]
) -> Line:
    counts = [found for found, _right in others]
    base = sum(counts) / len(counts)
    spread = math.sqrt(sum((each - base) ** 2 for each in counts) / max(len(counts) - 1, 1))
    right = sum(right for _found, right in others) / len(others)
    order = known_detectors()[name].order_dependent
    return Line(name, order, planted, *true, base, spread, tried[0], right)


@contextmanager
def _true_order(workspace: Workspace) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a session with the newest build's tables, numbered as while it was made, and what was read in texts."""
    files = dict(part_files(workspace.journal))
    newest = latest_build(workspace.journal)
    assert newest is not None
    readings = read_texts(workspace, files.get("interactions", [])) if workspace.settings.texts.facts else []
    built = {name: [file] for name, file in newest.files.items()}
    with workspace.warehouse.session({**files, **built, "readings": readings}) as connection:
        add_answers(workspace, connection)
        connection.execute(
            "CREATE TABLE numbers AS SELECT journey_id, row_number() OVER (ORDER BY journey_id) AS number FROM journeys"
        )
        for name in ("journeys", "steps", "handoffs", "facts"):
            connection.execute(f"ALTER VIEW {name} RENAME TO built_{name}")
            connection.execute(_NUMBERED.format(name))
        connection.execute("ALTER VIEW interactions RENAME TO read_interactions")
        connection.execute("CREATE VIEW interactions AS SELECT * FROM read_interactions")
        for name in ("steps", "handoffs"):
            connection.execute(f"CREATE TABLE true_{name} AS SELECT * FROM {name}")
        yield connection


def _plant(connection: duckdb.DuckDBPyConnection, company: Path) -> None:
    """Make ``planted``: each friction of the truth at Clew's interaction."""
    truth = str(company / "truth")
    connection.execute(
        f"""CREATE TABLE planted AS
        WITH records AS (
          SELECT own, coalesce(whole.interaction_id, behind.interaction_id) AS true_id FROM (
            SELECT interaction_id AS own, source_id, substr(source_id, position('/' IN source_id) + 1) AS rest FROM read_interactions
          ) LEFT JOIN '{truth}/interactions.parquet' whole ON whole.record = source_id
          LEFT JOIN '{truth}/interactions.parquet' behind ON behind.record = rest AND rest <> source_id
        )
        SELECT DISTINCT friction, own AS interaction_id FROM '{truth}/frictions.parquet' f JOIN records r ON f.interaction_id = true_id"""
    )


def _counted(connection: duckdb.DuckDBPyConnection, settings: Settings) -> dict[str, tuple[int, int]]:
    """Return for each detector how much it finds, and how much of that where it was planted."""
    evidence = gather(connection, settings)
    counted: dict[str, tuple[int, int]] = {}
    for name, detector in known_detectors().items():
        query = compile_sql(findings(detector, evidence))
        row = connection.execute(
            f"""SELECT count(*), count(p.friction) FROM ({query}) f
            LEFT JOIN planted p ON p.interaction_id = f.interaction_id AND p.friction = f.detector"""
        ).fetchall()
        counted[name] = (int(row[0][0]), int(row[0][1]))
    return counted


if __name__ == "__main__":
    main()
