"""Interactions in: reads files, recognises systems, keeps the ledger, and quarantines what can't be an interaction yet."""

from clew.channels.connector import IDENTIFIER_COLUMNS
from clew.channels.example_values import masked
from clew.channels.identifiers import identifiers_given, normal_phone
from clew.channels.intake import FileOutcome, Intake, Progress
from clew.channels.ledger import (
    LedgerLine,
    SourceLedger,
    Tally,
    forget_import,
    ledger_lines,
    note_refusal,
    source_ledgers,
)
from clew.channels.mailbox import mailbox_of, mailbox_sql
from clew.channels.mapping import MAPPED_FIELDS, TRANSLATED_FIELDS, Guess, Mapping, check_mapping, close_to
from clew.channels.mapping_file import mapping_from, mapping_text, parse_mapping, read_mapping
from clew.channels.naming import identifiers_in
from clew.channels.plan import Plan, PlannedFile
from clew.channels.planning import (
    Planned,
    Proposal,
    plan_files,
    plan_kept_rows,
    wishes_for,
    wishes_from,
)
from clew.channels.preview import HeldBack, Preview, ReadInteraction, SampledTable, preview
from clew.channels.quarantine import QuarantinedRow, quarantined_rows
from clew.channels.quarantine_lists import (
    QuarantineGroup,
    QuarantineWish,
    all_quarantine,
    count_quarantine,
    quarantine_groups,
    quarantine_page,
)
from clew.channels.reading import BadRow, InputFile, Limits, Reading, Refused, discover, open_table
from clew.channels.recognise import connector_named, known_connectors
from clew.channels.retry import KeptRows, Retried, retry_rows
from clew.channels.source_names import source_name
from clew.channels.time_format import FAMILIES as TIME_FAMILIES
from clew.channels.unread import UnreadWords

__all__ = [
    "IDENTIFIER_COLUMNS",
    "MAPPED_FIELDS",
    "TIME_FAMILIES",
    "TRANSLATED_FIELDS",
    "BadRow",
    "FileOutcome",
    "Guess",
    "HeldBack",
    "InputFile",
    "Intake",
    "KeptRows",
    "LedgerLine",
    "Limits",
    "Mapping",
    "Plan",
    "Planned",
    "PlannedFile",
    "Preview",
    "Progress",
    "Proposal",
    "QuarantineGroup",
    "QuarantineWish",
    "QuarantinedRow",
    "ReadInteraction",
    "Reading",
    "Refused",
    "Retried",
    "SampledTable",
    "SourceLedger",
    "Tally",
    "UnreadWords",
    "all_quarantine",
    "check_mapping",
    "close_to",
    "connector_named",
    "count_quarantine",
    "discover",
    "forget_import",
    "identifiers_given",
    "identifiers_in",
    "known_connectors",
    "ledger_lines",
    "mailbox_of",
    "mailbox_sql",
    "mapping_from",
    "mapping_text",
    "masked",
    "normal_phone",
    "note_refusal",
    "open_table",
    "parse_mapping",
    "plan_files",
    "plan_kept_rows",
    "preview",
    "quarantine_groups",
    "quarantine_page",
    "quarantined_rows",
    "read_mapping",
    "retry_rows",
    "source_ledgers",
    "source_name",
    "wishes_for",
    "wishes_from",
]
