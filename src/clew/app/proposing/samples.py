"""Keeps the first rows of files that were looked into, so that a changed mapping shows its effect within a moment."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from clew.app.workspace import Workspace
from clew.channels import (
    BadRow,
    InputFile,
    Mapping,
    Plan,
    PlannedFile,
    Proposal,
    Reading,
    SampledTable,
    connector_named,
    discover,
    open_table,
    plan_kept_rows,
    source_name,
)
from clew.store import explained

#: So many rows of each file are kept.
SAMPLED_ROWS = 1_000
_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Sample:
    """The first rows of the files that one proposal reads together, and the connector's table that each of them is."""

    connector: str
    files: tuple[tuple[SampledTable, str], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the first file; of a table read by a mapping there is no other."""
        return self.files[0][0].columns


def keep_samples(workspace: Workspace, look_id: str, proposals: tuple[Proposal, ...]) -> None:
    """Keep the first rows of all files of the proposals, by the proposals' numbers."""
    folder = _folder(workspace, look_id)
    with explained(folder):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for number, proposal in enumerate(proposals):
            heads = [_keep(folder, number, at, planned) for at, planned in enumerate(proposal.plan.files)]
            card = {"connector": proposal.plan.connector.name, "files": heads}
            (folder / f"{number}.json").write_text(json.dumps(card), encoding="utf-8")


def read_sample(workspace: Workspace, look_id: str, number: int) -> Sample | None:
    """Return the kept rows of one proposal; None where there are none (any more)."""
    folder = _folder(workspace, look_id)
    card = folder / f"{number}.json"
    if not _ID.fullmatch(look_id) or not card.is_file():
        return None
    content = json.loads(card.read_text(encoding="utf-8"))
    files = []
    for head in content["files"]:
        rows = pq.read_table(folder / head["rows"])
        bad = tuple(BadRow(**row) for row in head["bad"])
        given: dict[str, Any] = head["file"]
        file = InputFile(**(given | {"path": Path(given["path"]), "local": Path(given["local"])}))
        table = SampledTable(file, tuple(head["columns"]), rows, bad, tuple(head["notes"]))
        files.append((table, head["table"]))
    return Sample(content["connector"], tuple(files))


def sampled_plan(sample: Sample, mapping: Mapping) -> Plan:
    """Return the plan that reads a sample by a mapping; MappingError where it doesn't fit."""
    if mapping.connector == "table":
        raw = sample.files[0][0]
        return plan_kept_rows(raw.file, raw, "table", mapping, mapping.source or source_name(raw.file.stem))
    connector = connector_named(mapping.connector)
    tables = {table.name: table for table in connector.tables}
    files = tuple(PlannedFile(raw.file, raw, tables[name]) for raw, name in sample.files if name in tables)
    return Plan(connector, mapping.source or connector.source or "preview", mapping, files)


def read_again(workspace: Workspace, sample: Sample, reading: Reading) -> Sample:
    """Return the sample read in another encoding, by another delimiter or from another sheet, where a mapping says so.

    Raises InputError where the files can't be read that way, or are gone.
    """
    if reading == Reading() or not all(raw.file.path.is_file() for raw, _ in sample.files):
        return sample
    files = []
    with TemporaryDirectory(dir=_folder(workspace, "")) as scratch:
        for raw, table in sample.files:
            found = discover([raw.file.path], Path(scratch), reading=reading).files
            file = next((each for each in found if each.stem == raw.file.stem), found[0])
            opened = open_table(file, reading)
            rows = opened.sample(SAMPLED_ROWS)
            files.append((SampledTable(raw.file, opened.columns, rows, (), opened.notes), table))
    return Sample(sample.connector, tuple(files))


def forget_samples(workspace: Workspace, look_id: str) -> None:
    """Remove what was kept of one look."""
    if _ID.fullmatch(look_id):
        shutil.rmtree(_folder(workspace, look_id), ignore_errors=True)


def kept_looks(workspace: Workspace) -> list[str]:
    """Return the looks of which rows are kept."""
    folder = workspace.store / "looks"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def _keep(folder: Path, number: int, at: int, planned: PlannedFile) -> dict[str, object]:
    bad: list[BadRow] = []
    first = next(islice(planned.raw.batches(bad.append), 1), None)
    rows = planned.raw.sample(0) if first is None else pa.Table.from_batches([first]).slice(0, SAMPLED_ROWS)
    last = rows.column(0)[-1].as_py() if rows.num_rows else 0
    near = [row for row in bad if first is None or row.row <= last or rows.num_rows < SAMPLED_ROWS]
    name = f"{number}-{at}.parquet"
    pq.write_table(rows, folder / name, compression="zstd")
    file = {**asdict(planned.file), "path": str(planned.file.path), "local": str(planned.file.local)}
    return {
        "rows": name,
        "file": file,
        "columns": list(planned.raw.columns),
        "notes": list(planned.raw.notes),
        "bad": [asdict(row) for row in near[:SAMPLED_ROWS]],
        "table": planned.table.name,
    }


def _folder(workspace: Workspace, look_id: str) -> Path:
    return workspace.store / "looks" / look_id
