"""Where rows live: the warehouse of Parquet files, the journal of what happened, and the manifest that ties them."""

from clew.store.definitions import column_types, compile_sql, contract_table, unbound
from clew.store.journal import Journal
from clew.store.journal_tables import facts, identity_decisions, imports, jobs, parts, quarantine, visits, web_sessions
from clew.store.manifest import (
    Build,
    add_part,
    commit_build,
    input_digest,
    latest_build,
    latest_builds,
    now_us,
    part_files,
    part_rows,
)
from clew.store.warehouse import LAYOUT, Warehouse, explained, scratch_session

__all__ = [
    "LAYOUT",
    "Build",
    "Journal",
    "Warehouse",
    "add_part",
    "column_types",
    "commit_build",
    "compile_sql",
    "contract_table",
    "explained",
    "facts",
    "identity_decisions",
    "imports",
    "input_digest",
    "jobs",
    "latest_build",
    "latest_builds",
    "now_us",
    "part_files",
    "part_rows",
    "parts",
    "quarantine",
    "scratch_session",
    "unbound",
    "visits",
    "web_sessions",
]
