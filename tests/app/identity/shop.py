"""A small shop whose Mia may ask for everything, or to be forgotten: two sources, a case with nameless replies, a shared tablet."""

from __future__ import annotations

import gzip
import io
import shutil
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import clew
from clew.app.building import build
from clew.app.workspace import Workspace
from clew.channels import source_ledgers

#: Whatever of Mia's must not be anywhere afterwards: values, and words of texts that name her.
HERS = ("mia@x.org", "4155552671", "Miabella", "acct-mia-77")
HEADER = "source_id,occurred_at,email,phone,account,device,case_ref,party,text"
ROWS = (
    "n0,2026-03-01T10:00:00Z,Mia@x.org,(415) 555-2671,acct-mia-77,,K1,customer,I am Miabella and my parcel is late",
    "n1,2026-03-01T10:05:00Z,,,,,K1,agent,Dear Miabella: it comes tomorrow",
    "n2,2026-03-02T10:00:00Z,bo@x.org,,acct-bo-88,tablet-1,K2,customer,Where is my bill",
    "n3,2026-03-02T10:05:00Z,,,,,K2,agent,In your account",
    "n4,2026-03-03T10:00:00Z,mia@x.org,,,tablet-1,K3,customer,Thanks from Miabella",
    "n5,2026-03-03T11:00:00Z,,,acct-cy-99,tablet-1,K4,customer,Hello",
    "n6,2026-03-03T12:00:00Z,,,acct-di-66,tablet-1,K5,customer,Hello again",
    "n7,yesterday-ish,mia@x.org,,,,K6,customer,Miabella once more",
    "n8,yesterday-ish,bo@x.org,,,,K7,customer,Bo once more",
    "n9,2026-03-04T12:00:00Z,,,acct-ed-55,tablet-1,K8,customer,Hello too",
    "n10,2026-03-04T13:00:00Z,,,acct-fi-44,tablet-1,K9,customer,Me too",
)


def mias(row: str) -> bool:
    return "ia@x.org" in row or "Miabella" in row


def shop(folder: Path, rows: tuple[str, ...] = ROWS) -> clew.Workspace:
    """Import the rows with a mapping in which every column means what its name says, and build."""
    shutil.copytree(_made(rows).name, folder, dirs_exist_ok=True)
    return clew.open(folder / "here")


@cache
def _made(rows: tuple[str, ...]) -> TemporaryDirectory[str]:
    """Make the shop of these rows once a process; tests get copies."""
    made = TemporaryDirectory(prefix="clew-shop-")
    folder = Path(made.name)
    columns = "\n".join(f'{name} = "{name}"' for name in HEADER.split(","))
    mapping = f'connector = "table"\nsource = "desk"\n[columns]\n{columns}\n[constants]\nchannel = "chat"\n'
    (folder / "desk.toml").write_text(mapping, encoding="utf-8")
    (folder / "desk.csv").write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    with clew.create(folder / "here") as workspace:
        reimport(workspace, folder)
        place = Workspace(workspace.path)
    build(place)
    place.close()
    return made


def reimport(workspace: clew.Workspace, folder: Path, *, replace: bool = False) -> None:
    workspace.import_files(folder / "desk.csv", mapping=folder / "desk.toml", replace=replace)


def tables(workspace: clew.Workspace) -> dict[str, list[tuple[object, ...]]]:
    """Return what was made of everybody's rows, whatever the order."""
    place = Workspace(workspace.path)
    build(place)
    with place.session() as connection:
        return {
            name: connection.execute(f"FROM {name} ORDER BY ALL").fetchall()
            for name in ("customers", "journeys", "steps", "handoffs", "identity_links")
        }


def counts(workspace: clew.Workspace) -> tuple[int, int, int, int, int]:
    """Return received, stored, quarantined, refused and erased of the only source, which must balance."""
    (ledger,) = source_ledgers(Workspace(workspace.path).journal)
    assert ledger.tally.balanced
    tally = ledger.tally
    return tally.received, tally.stored, tally.quarantined, tally.refused, tally.erased


def found_in(folder: Path, words: tuple[str, ...] = HERS) -> list[str]:
    """Return the files that hold one of the words, in their bytes, unpacked where they are packed."""
    return [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(word.lower().encode() in _content(path).lower() for word in words)
    ]


def _content(path: Path) -> bytes:
    raw = path.read_bytes()
    if path.suffix == ".parquet":
        import pyarrow.parquet as pq

        return raw + repr(pq.read_table(path).to_pylist()).encode()
    if path.suffix == ".gz":
        return gzip.decompress(raw)
    if path.suffix == ".zip":
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return b"".join(archive.read(name) for name in archive.namelist())
    return raw
