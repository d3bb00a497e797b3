"""Interactions in: reads files, recognises systems, keeps the ledger, and quarantines what can't be an interaction yet."""

from clew.channels.identifiers import normal_phone
from clew.channels.intake import FileOutcome, Intake, Progress
from clew.channels.ledger import LedgerLine, SourceLedger, Tally, ledger_lines, note_refusal, source_ledgers
from clew.channels.mapping import Guess
from clew.channels.mapping_file import parse_mapping, read_mapping
from clew.channels.plan import Plan, PlannedFile
from clew.channels.planning import Proposal, plan_files, plan_kept_rows, wishes_from
from clew.channels.quarantine import QuarantinedRow, quarantined_rows
from clew.channels.reading import InputFile, Limits, Reading, Refused, discover
from clew.channels.recognise import connector_named, known_connectors
from clew.channels.retry import KeptRows, Retried, retry_rows

__all__ = [
    "FileOutcome",
    "Guess",
    "InputFile",
    "Intake",
    "KeptRows",
    "LedgerLine",
    "Limits",
    "Plan",
    "PlannedFile",
    "Progress",
    "Proposal",
    "QuarantinedRow",
    "Reading",
    "Refused",
    "Retried",
    "SourceLedger",
    "Tally",
    "connector_named",
    "discover",
    "known_connectors",
    "ledger_lines",
    "normal_phone",
    "note_refusal",
    "parse_mapping",
    "plan_files",
    "plan_kept_rows",
    "quarantined_rows",
    "read_mapping",
    "retry_rows",
    "source_ledgers",
    "wishes_from",
]
