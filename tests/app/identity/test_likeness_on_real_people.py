"""A published set of people with slips of the pen, imported as a user would, is told apart far better than by exact rules."""

from __future__ import annotations

import csv
import json
from itertools import combinations
from pathlib import Path

import pytest

pytest.importorskip("splink", reason="Splink isn't installed: pip install 'clew[identity]'")

import clew
from clew.app.building import build
from clew.app.identity.matching import match
from clew.app.workspace import Workspace
from tests.app.identity.town import customers, scores, settings

PUBLISHED = Path("/work/shared/data/identity/fake_1000.csv")


@pytest.mark.skipif(not PUBLISHED.is_file(), reason=f"the published set {PUBLISHED.name} isn't on this machine")
def test_a_slice_of_fake_1000_without_an_email_in_common(tmp_path: Path) -> None:
    rows = list(csv.DictReader(PUBLISHED.open(encoding="utf-8")))[:600]
    columns = ("unique_id", "first_name", "surname", "dob", "city")
    with (tmp_path / "people.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    made = clew.create(tmp_path / "here")
    settings(made.path, 'limits = ["1 account", "10 people"]')
    clew.open(made.path).import_files(tmp_path / "people.csv")
    workspace = Workspace(made.path)
    cluster = {f"people:{row['unique_id']}": row["cluster"] for row in rows}
    true = {(a, b) for a, b in combinations(sorted(cluster), 2) if cluster[a] == cluster[b]}

    def found() -> tuple[float, float, float]:
        of = customers(workspace)
        return scores({(a, b) for a, b in combinations(sorted(of), 2) if of[a] == of[b]}, true)

    assert found()[2] == 0
    match(workspace)
    build(workspace)
    precision, _, f1 = found()
    assert precision >= 0.95
    assert f1 >= 0.6
    with workspace.session() as connection:
        raw = connection.execute("SELECT raw FROM records LIMIT 1").fetchall()[0][0]
    assert "cluster" not in json.loads(raw)
