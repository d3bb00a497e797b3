"""Looks for customers who are alike: learns from the workspace's own records, proposes pairs, and keeps them for build and review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa

from clew.app.building import build, is_current
from clew.app.identity.alike_records import Alike, records_to_compare
from clew.app.lock import only_writer
from clew.app.reporting import silent
from clew.app.whole_file import drafts
from clew.app.workspace import Tell, Workspace
from clew.customers import Proposal, Trace, decisions, link_told, replace_proposals
from clew.customers.matching import COLUMNS, Model, Proposals, check_splink, load_model, propose, train
from clew.model import BusyError, UsageError
from clew.store import explained

#: With fewer there is nothing to learn from, and whoever has so few finds them sooner by reading.
FEWEST_RECORDS, FEWEST_COLUMNS = 50, 2


@dataclass(frozen=True)
class Matched:
    """What was looked at and what came of it, in pairs: ``joined_before`` are those that exact rules had joined already."""

    records: int
    sources: int
    looked_at: int
    accepted: int
    to_review: int
    rejected: int
    joined_before: int
    model_version: str
    columns: tuple[str, ...]
    columns_learnt: tuple[str, ...]


def match(workspace: Workspace, tell: Tell = silent) -> Matched:
    """Train on the records, propose pairs of customers, and put them in the place of what was proposed before.

    What was accepted joins at the next build, where the settings let it. UsageError where likeness is switched off, Splink is
    missing, or there is too little to learn from (with how much there is); BusyError while another Clew writes.
    """
    policy = workspace.settings.identity
    if policy.likeness == "off":
        raise UsageError('Likeness is switched off: set likeness = "accept" or "review" under [identity] in clew.toml.')
    check_splink()
    build(workspace, tell)
    with only_writer(workspace.store), explained(workspace.store):
        if not is_current(workspace):
            raise BusyError("Something was imported or decided just now. Run the same command again.")
        with workspace.session() as connection:
            tell("records")
            alike = records_to_compare(connection, decisions(workspace.journal), policy)
        _check_enough(alike.records)
        tell("learning")
        model = train(alike.records, datetime.now(UTC))
        tell("comparing")
        found = propose(alike.records, model)
        tell("proposals")
        wanted, joined_before = _between_customers(found, alike, model.version)
        _keep_model(workspace, model)
        replace_proposals(workspace.journal, wanted)
    accepted = sum(each.band == "accept" for each in wanted)
    return Matched(
        alike.records.num_rows,
        len(set(alike.records["source"].to_pylist())),
        found.looked_at,
        accepted,
        len(wanted) - accepted,
        found.rejected,
        joined_before,
        model.version,
        tuple(each.column for each in model.columns),
        tuple(each.column for each in model.columns if each.learnt),
    )


def fates_of_proposals(workspace: Workspace, tell: Tell = silent) -> dict[str, int]:
    """Return what became of the pairs that were accepted, in words, and of how many; builds what is stale."""
    build(workspace, tell)
    with workspace.session() as connection:
        found = connection.execute(
            """SELECT f.fate, CASE WHEN f.fate = 'over_limit' THEN coalesce(because, '') ELSE 'one of them' END, count(*)
            FROM link_fates f JOIN (SELECT identifier_a, identifier_b FROM identity_links WHERE rule = 'likeness')
            USING (identifier_a, identifier_b) GROUP BY ALL ORDER BY 3 DESC, 1, 2"""
        ).fetchall()
    return {link_told(fate, because): int(count) for fate, because, count in found}


def forget_likeness(workspace: Workspace) -> None:
    """Remove every proposal and the model; whom likeness joined is apart again at the next build."""
    with only_writer(workspace.store), explained(workspace.store):
        remove_likeness(workspace)


def remove_likeness(workspace: Workspace) -> None:
    """Remove the same while the caller holds the lock."""
    replace_proposals(workspace.journal, ())
    for file in _model_files(workspace):
        file.unlink(missing_ok=True)


def current_model(workspace: Workspace) -> Model | None:
    """Return the model that was trained last, None before the first; UsageError for one of another version of Clew."""
    with explained(workspace.store):
        models = [load_model(file) for file in _model_files(workspace)]
    return max(models, key=lambda model: model.trained_at, default=None)


def _check_enough(records: pa.Table) -> None:
    """Refuse what nothing can be learnt from, saying how much there is."""
    filled = [
        name
        for name in COLUMNS
        if name not in ("record_id", "source") and records.num_rows - records[name].null_count >= FEWEST_RECORDS // 2
    ]
    if records.num_rows < FEWEST_RECORDS or len(filled) < FEWEST_COLUMNS:
        told = f": {', '.join(name.replace('_', ' ') for name in filled)}" if filled else ""
        raise UsageError(
            f"Likeness is learnt from what sources tell about people. Here are {records.num_rows:,} records with a name, birth "
            f"date, street or official number, and {len(filled)} columns that {FEWEST_RECORDS // 2} of them fill in{told}; "
            f"needed are {FEWEST_RECORDS} records and {FEWEST_COLUMNS} such columns. Import a table of contacts that has them."
        )


def _between_customers(found: Proposals, alike: Alike, version: str) -> tuple[list[Proposal], int]:
    """Return the proposals as pairs of identifiers, the surest of each pair, and how many were of one customer already."""
    kept: dict[tuple[str, str], Proposal] = {}
    joined_before = 0
    for pair in found.pairs.to_pylist():
        one, other = str(pair["record_a"]), str(pair["record_b"])
        if alike.customers[one] == alike.customers[other]:
            joined_before += 1
            continue
        first, second = sorted((alike.identifiers[one], alike.identifiers[other]))
        each = _proposal(first, second, pair, version)
        known = kept.setdefault((first, second), each)
        if known.band == "review" and each.band == "accept":
            kept[first, second] = each
    return list(kept.values()), joined_before


def _proposal(first: str, second: str, pair: Mapping[str, object], version: str) -> Proposal:
    evidence = pair["evidence"]
    assert isinstance(evidence, list)
    traces = tuple(Trace(each["column"], each["words"], each["weight"]) for each in evidence)
    return Proposal(
        0,
        first,
        second,
        float(str(pair["weight"])),
        float(str(pair["probability"])),
        "accept" if pair["band"] == "accept" else "review",
        tuple(sorted(traces, key=lambda trace: (-abs(trace.weight), trace.column))),
        version,
        0,
    )


def _keep_model(workspace: Workspace, model: Model) -> None:
    """Write the model whole, and remove the others once it stands."""
    folder = workspace.store / "likeness"
    folder.mkdir(exist_ok=True)
    file = folder / f"{model.version}.json"
    with drafts((file,)) as (draft,):
        model.save(draft)
    for other in _model_files(workspace):
        if other != file:
            other.unlink(missing_ok=True)


def _model_files(workspace: Workspace) -> list[Path]:
    return sorted((workspace.store / "likeness").glob("[0-9a-f]*.json"))
