"""Files that an older Clew wrote are read beside new ones: what they don't have is unknown, whichever comes first."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from clew.store import Warehouse


@pytest.mark.parametrize("order", list(permutations(("old", "new"))))
def test_a_column_that_came_later_is_unknown_in_old_files_and_kept_in_new_ones(
    tmp_path: Path, order: tuple[str, ...]
) -> None:
    warehouse = Warehouse(tmp_path)
    tables = {"old": {"interaction_id": ["a"]}, "new": {"interaction_id": ["b"], "answered_us": [7]}}
    for name, columns in tables.items():
        pq.write_table(pa.table(columns), tmp_path / "interactions" / f"{name}.parquet")

    files = {"interactions": [f"interactions/{name}.parquet" for name in order]}
    with warehouse.session(files) as connection:
        rows = connection.execute("SELECT interaction_id, answered_us FROM interactions ORDER BY ALL").fetchall()

    assert rows == [("a", None), ("b", 7)]
