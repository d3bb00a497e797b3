"""Interactions in: reads files, recognises systems, keeps the ledger, and quarantines what can't be an interaction yet."""

from clew.channels.intake import FileOutcome, Intake, Progress
from clew.channels.ledger import LedgerLine, SourceLedger, Tally, ledger_lines, note_refusal, source_ledgers
from clew.channels.mapping import Guess
from clew.channels.planning import Proposal, plan_files, wishes_from
from clew.channels.quarantine import QuarantinedRow, quarantined_rows
from clew.channels.reading import Limits, Reading, Refused, discover
from clew.channels.recognise import connector_named, connectors

__all__ = [
    "FileOutcome",
    "Guess",
    "Intake",
    "LedgerLine",
    "Limits",
    "Progress",
    "Proposal",
    "QuarantinedRow",
    "Reading",
    "Refused",
    "SourceLedger",
    "Tally",
    "connector_named",
    "connectors",
    "discover",
    "ledger_lines",
    "note_refusal",
    "plan_files",
    "quarantined_rows",
    "source_ledgers",
    "wishes_from",
]
