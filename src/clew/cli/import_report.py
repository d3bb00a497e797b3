"""Prints what an import did: the ledger by file (by source when there are many), remarks, mappings, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from clew.app.importing import ImportReport
from clew.channels import Tally
from clew.cli.options import plain_table

#: Files listed one by one; beyond this the sources are.
LISTED = 12
#: How much of a file's name is shown: its end.
WIDEST = 40


def print_report(out: Console, report: ImportReport) -> None:
    """Print the ledger of an import and what it left open."""
    if report.outcomes:
        _print_ledger(out, report)
    _print_remarks(out, report)
    _print_mappings(out, report)
    quarantined = sum(outcome.tally.quarantined for outcome in report.outcomes)
    if quarantined:
        waiting = "1 row waits" if quarantined == 1 else f"{quarantined:,} rows wait"
        out.print(f"{waiting} in quarantine, whole: 'clew quarantine' lists what is there with reasons.")
    if not report.outcomes:
        out.print("Nothing was imported.")
    else:
        out.print("Next: clew map")


def _print_ledger(out: Console, report: ImportReport) -> None:
    table = plain_table()
    by_source = len(report.outcomes) > LISTED
    for heading in ("source", "files") if by_source else ("file", "source", "table"):
        table.add_column(heading, no_wrap=True)
    for heading in ("received", "stored", "duplicate", "quarantined", "refused", "interactions"):
        table.add_column(heading, justify="right")
    table.add_column("")
    for words, tally, states in _by_source(report) if by_source else _by_file(report):
        counts = (tally.received, tally.stored, tally.duplicate, tally.quarantined, tally.refused, tally.interactions)
        table.add_row(*map(Text, words), *(f"{count:,}" for count in counts), ", ".join(sorted(states - {"imported"})))
    out.print(table)


def _print_remarks(out: Console, report: ImportReport) -> None:
    times = {outcome.source: outcome.times[0] for outcome in reversed(report.outcomes) if outcome.times}
    notes = dict.fromkeys(note for outcome in report.outcomes for note in outcome.notes)
    for note in [*(f"{source}: {text}" for source, text in sorted(times.items())), *list(notes)[:LISTED]]:
        out.print(Text(f"note: {note}"))
    for refused in report.refused[:LISTED]:
        out.print(Text(f"left out: {refused.name}: {refused.reason}; {refused.remedy}"))
    if len(report.refused) > LISTED:
        out.print(f"left out: {len(report.refused) - LISTED} more files; 'clew sources' lists them")


def _print_mappings(out: Console, report: ImportReport) -> None:
    saved = sorted(set(report.mappings))
    if len(saved) == 1:
        out.print(Text(f"mapping saved: {saved[0]}"))
    elif saved:
        out.print(Text(f"{len(saved)} mappings saved in {saved[0].parent}: {', '.join(path.stem for path in saved)}"))
    if saved:
        out.print("  (to correct one, edit it and import its file again with --mapping and its path, and --replace)")
    for path in report.left_as_they_are:
        out.print(
            Text(f"mapping left as it is: {path} (it is not the one guessed now; --mapping with its path reads by it)")
        )


def _by_file(report: ImportReport) -> Iterator[tuple[tuple[str, ...], Tally, set[str]]]:
    for outcome in report.outcomes:
        file = outcome.file if len(outcome.file) <= WIDEST else f"…{outcome.file[1 - WIDEST :]}"
        yield (file, outcome.source, outcome.table), outcome.tally, {outcome.state}


def _by_source(report: ImportReport) -> Iterator[tuple[tuple[str, ...], Tally, set[str]]]:
    for source in sorted({outcome.source for outcome in report.outcomes}):
        own = [outcome for outcome in report.outcomes if outcome.source == source]
        tally = sum((outcome.tally for outcome in own), Tally())
        yield (source, f"{len(own)}"), tally, {outcome.state for outcome in own}
