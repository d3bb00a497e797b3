"""The data quality report: every check on every source, worst findings first."""

from __future__ import annotations

import duckdb
import pyarrow as pa

from clew.app.building import build
from clew.app.mapping_out import REFUSED
from clew.app.quality.check import QualityCheck
from clew.app.quality.finding import SEVERITIES, Finding, Report, SourceTotals
from clew.app.quality.measure import findings_of
from clew.app.reporting import silent
from clew.app.workspace import Tell, Workspace
from clew.channels import LedgerLine, source_ledgers
from clew.model import UsageError
from clew.plugins import definitions_in

_TOTALS = """
SELECT source, count(*) FILTER (WHERE is_interaction)::BIGINT, count(*) FILTER (WHERE NOT is_interaction)::BIGINT
FROM (SELECT source, true AS is_interaction FROM interactions UNION ALL SELECT source, false FROM records) GROUP BY source
"""


def known_checks() -> dict[str, QualityCheck]:
    """Return the checks by name."""
    return definitions_in("clew.app.quality.checks", "CHECK", QualityCheck)


def quality_report(workspace: Workspace, tell: Tell = silent, source: str | None = None) -> Report:
    """Return what is wrong with the data, of one source or of all, having built first what is stale.

    ``tell`` hears what is being done. Where nothing was imported yet, the report has no sources. UsageError for an unknown one.
    """
    ledgers = [each for each in source_ledgers(workspace.journal) if each.source != REFUSED]
    known = sorted(each.source for each in ledgers)
    if source is not None and source not in known:
        raise UsageError(f'No source "{source}". Known: {", ".join(known) or "none yet"}.')
    if not known:
        return Report((), (), len(known_checks()))
    build(workspace, tell)
    with workspace.session() as connection:
        whole = report_on(connection, workspace, tell)
    return of_source(whole, source)


def report_on(connection: duckdb.DuckDBPyConnection, workspace: Workspace, tell: Tell = silent) -> Report:
    """Return the report of all sources from a session on a build; what was imported since is only in the ledger."""
    ledgers = [each for each in source_ledgers(workspace.journal) if each.source != REFUSED]
    findings: list[Finding] = []
    _tell_facts(connection, [line for each in ledgers for line in each.files], workspace.settings.time_zone)
    (all_journeys,) = connection.execute("SELECT count(*) FROM journeys").fetchall()[0]
    checks = known_checks()
    for check in checks.values():
        tell(check.name)
        findings += findings_of(connection, check, all_journeys)
    rows = {name: (interactions, records) for name, interactions, records in connection.execute(_TOTALS).fetchall()}
    findings.sort(key=lambda found: (SEVERITIES.index(found.severity), -found.n, found.source, found.check, found.part))
    named = sorted(each.source for each in ledgers)
    return Report(
        tuple(findings), tuple(_totals(name, rows.get(name, (0, 0)), findings) for name in named), len(checks)
    )


def of_source(report: Report, source: str | None) -> Report:
    """Return what a report says of one source; all of it for None."""
    if source is None:
        return report
    findings = tuple(found for found in report.findings if found.source == source)
    return Report(findings, tuple(each for each in report.sources if each.source == source), report.checks)


def _tell_facts(connection: duckdb.DuckDBPyConnection, lines: list[LedgerLine], time_zone: str) -> None:
    """Give the session what only the journal and the settings know: the tables ``ledger`` and ``workspace_facts``."""
    text, whole = pa.string(), pa.int64()
    ledger = pa.table(
        {
            "source": pa.array([line.source for line in lines], text),
            "file": pa.array([line.file for line in lines], text),
            "received": pa.array([line.tally.received for line in lines], whole),
            "duplicate": pa.array([line.tally.duplicate for line in lines], whole),
            "finished_us": pa.array([line.finished_us for line in lines], whole),
        }
    )
    connection.register("ledger", ledger)
    connection.register("workspace_facts", pa.table({"time_zone": pa.array([time_zone], text)}))


def _totals(source: str, rows: tuple[int, int], findings: list[Finding]) -> SourceTotals:
    own = [found.severity for found in findings if found.source == source]
    return SourceTotals(source, *rows, *(own.count(severity) for severity in SEVERITIES))
