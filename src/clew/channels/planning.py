"""Turns files into plans: which connector reads each, by which mapping, and what had to be guessed or assumed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from clew.channels.connector import Connector
from clew.channels.connectors.table import table_connector
from clew.channels.example_values import masked
from clew.channels.guess import guess_mapping
from clew.channels.mapping import Guess, GuessedMapping, Mapping
from clew.channels.mapping_file import mapping_text, parse_mapping, read_mapping
from clew.channels.plan import Plan, PlannedFile
from clew.channels.reading import InputFile, Limits, RawTable, Refused, open_table
from clew.channels.recognise import Recognised, connector_named, known_connectors, recognise
from clew.channels.saved_mappings import Saved, mapping_of_connector, saved_mapping
from clew.channels.source_names import former_name, name_in_use
from clew.model import ClewError, InputError, MappingError, Settings


@dataclass(frozen=True)
class Wishes:
    """What a person asked for: a connector, a mapping (and the file it came from), a source's name.

    ``saved`` is the folder of mappings that earlier imports left, ``sources`` the names that stand in the ledger.
    """

    connector: str | None = None
    mapping: Mapping | None = None
    mapping_name: str = ""
    source: str | None = None
    saved: Path | None = None
    sources: frozenset[str] = frozenset()

    def name_for(self, stem: str) -> str:
        """Return the source's name for a file's stem."""
        return name_in_use(stem, self.sources, self.saved)


@dataclass(frozen=True)
class Proposal:
    """A plan with what to show before it runs: why this connector, the guesses with examples, questions left open."""

    plan: Plan
    why: str
    guesses: tuple[Guess, ...]
    questions: tuple[str, ...]
    guessed: bool


@dataclass(frozen=True)
class Planned:
    """All proposals for the files found, and the files that nobody can read as interactions, with reasons."""

    proposals: tuple[Proposal, ...]
    refused: tuple[Refused, ...]


def wishes_from(
    connector: str | None,
    mapping_path: Path | None,
    source: str | None,
    saved: Path | None = None,
    sources: Iterable[str] = (),
) -> Wishes:
    """Read what the command line or a library call asked for; MappingError or UsageError where it can't be."""
    mapping = read_mapping(mapping_path) if mapping_path else None
    return Wishes(connector, mapping, mapping_path.name if mapping_path else "", source, saved, frozenset(sources))


def wishes_for(mapping: Mapping, name: str) -> Wishes:
    """Return the wish that files are read by this mapping; ``name`` is what errors call it."""
    return Wishes(None, mapping, name, mapping.source)


def plan_files(files: Sequence[InputFile], wishes: Wishes, settings: Settings, limits: Limits) -> Planned:
    """Return plans for the files, whole exports together, every other file on its own.

    A single file that can't be planned raises its error; among several it becomes refused with the reason.
    """
    opened: list[tuple[InputFile, RawTable]] = []
    refused: list[Refused] = []
    reading = wishes.mapping.reading if wishes.mapping else None
    for file in files:
        try:
            opened.append((file, open_table(file, reading, limits) if reading else open_table(file, limits=limits)))
        except InputError as error:
            _refuse(file, error, len(files), refused)
    name = wishes.connector or (wishes.mapping.connector if wishes.mapping else None)
    among = [connector_named(name)] if name else list(known_connectors().values())
    known = recognise(opened, [each for each in among if each.name != "table"])
    taken: dict[str, tuple[str, ...]] = {}
    proposals = _exports([found for found in known if found is not None], wishes, settings)
    for (file, raw), found in zip(opened, known, strict=True):
        if found is not None:
            continue
        try:
            proposals.append(_table(file, raw, wishes, settings, name, taken))
        except ClewError as error:
            _refuse(file, error, len(files), refused)
    return Planned(tuple(proposals), tuple(refused))


def plan_kept_rows(file: InputFile, raw: RawTable, connector_name: str, mapping: Mapping, source: str) -> Plan:
    """Return the plan that reads quarantined rows of one file again, by a mapping; MappingError where it doesn't fit."""
    mapping = replace(mapping, source=source)
    connector = connector_named(connector_name)
    if connector.name == "table":
        connector = table_connector(mapping, raw.columns)
    files = (PlannedFile(file, raw, connector.tables[0]),)
    return Plan(connector, source, mapping, files, mapping_text(mapping))


def _exports(found: list[Recognised], wishes: Wishes, settings: Settings) -> list[Proposal]:
    """Group recognised files by connector and folder, so that each export's tables are joined with their own."""
    groups: dict[tuple[str, str], list[Recognised]] = {}
    for each in found:
        alone = each.connector.rowwise or (len(each.connector.tables) == 1 and not each.connector.together)
        place = each.file.name if alone else str(each.file.path.parent)
        groups.setdefault((each.connector.name, place), []).append(each)
    proposals = []
    for members in groups.values():
        connector = members[0].connector
        usual = connector.source or wishes.name_for(members[0].file.stem)
        source = wishes.source or (wishes.mapping.source if wishes.mapping else None) or usual
        saved = None if wishes.mapping else mapping_of_connector(wishes.saved, source, connector.name)
        mapping = (
            wishes.mapping
            or saved
            or Mapping(connector=connector.name, zone=settings.time_zone, missing=connector.missing_marks)
        )
        mapping = parse_mapping(mapping_text(replace(mapping, source=source)), source)
        files = tuple(PlannedFile(each.file, each.raw, each.table) for each in members)
        named = bool(wishes.source or (wishes.mapping and wishes.mapping.source))
        plan = Plan(connector, source, mapping, files, mapping_text(mapping), named)
        why = members[0].why if len(members) == 1 else f"{connector.title}: {len(members)} {_of_what(connector)}"
        why += f"; read by mappings/{source}.toml, as before" if saved else ""
        questions = (f"times without an offset are taken as {mapping.zone}",)
        proposals.append(Proposal(plan, why, (), questions, guessed=not (wishes.mapping or saved)))
    return proposals


def _of_what(connector: Connector) -> str:
    return "files that are read together" if connector.together else "of its tables"


def _table(
    file: InputFile,
    raw: RawTable,
    wishes: Wishes,
    settings: Settings,
    name: str | None,
    taken: dict[str, tuple[str, ...]],
) -> Proposal:
    """Plan a table that no connector knows; ``taken`` is the columns of each source's name so far in this import."""
    if name is not None and name != "table" and connector_named(name).name != "table":
        connector = connector_named(name)
        needs = " or ".join(sorted({", ".join(table.needs[:4]) for table in connector.tables if table.sql})[:3])
        raise InputError(
            f"{file.name} does not look like {connector.title}: it has {', '.join(map(masked, raw.columns[:8]))}; "
            f"expected columns such as {needs}. Leave out --as to have Clew guess."
        )
    source = wishes.source or wishes.name_for(file.stem)
    saved = Saved(None) if wishes.mapping or wishes.source else _saved(wishes.saved, source, file.stem, raw.columns)
    if saved.clashes or taken.setdefault(source, raw.columns) != raw.columns:
        source = wishes.name_for(f"{file.path.parent.name}_{file.stem}")
    given = wishes.mapping or saved.mapping
    guess = GuessedMapping(given, (), ()) if given else _guess(file, raw, settings)
    source = wishes.source or guess.mapping.source if given else source
    mapping = replace(guess.mapping, source=source or wishes.name_for(file.stem))
    text = mapping_text(mapping, guess.guesses, guess.questions)
    # As it will be read the next time, so that the same file is known again.
    mapping = parse_mapping(text, file.name)
    connector = _with_names(mapping, raw, wishes, file)
    planned = (PlannedFile(file, raw, connector.tables[0]),)
    named = bool(wishes.source or (given and given.source))
    plan = Plan(connector, mapping.source or wishes.name_for(file.stem), mapping, planned, text, named)
    why = saved.why or "no connector knows this table"
    return Proposal(plan, why, guess.guesses, guess.questions, given is None)


def _saved(folder: Path | None, source: str, stem: str, columns: Sequence[str]) -> Saved:
    """Return the saved mapping of this source, else of an earlier export whose name Clew wrote in its former way."""
    saved = saved_mapping(folder, source, columns)
    former = former_name(stem)
    if saved.mapping or saved.clashes or former == source or not any(map(str.isalpha, former)):
        return saved
    return saved_mapping(folder, former, columns)


def _guess(file: InputFile, raw: RawTable, settings: Settings) -> GuessedMapping:
    sample = raw.sample()
    if not sample.num_rows:
        where = f"behind its header ({', '.join(map(masked, raw.columns[:8]))})" if raw.columns else "in it"
        raise InputError(f"{file.name}: there is no row that can be read {where}. Export it again with its rows.")
    return guess_mapping(sample, file.stem, settings.time_zone, file.name, settings.default_region)


def _with_names(mapping: Mapping, raw: RawTable, wishes: Wishes, file: InputFile) -> Connector:
    """Build the table's connector; where the mapping doesn't fit, say which mapping and which file."""
    from clew.channels.mapping import check_mapping

    check_mapping(mapping, raw.columns, wishes.mapping_name or "the guessed mapping", file.name)
    return table_connector(mapping, raw.columns)


def _refuse(file: InputFile, error: ClewError, files: int, refused: list[Refused]) -> None:
    if files == 1 or (isinstance(error, MappingError) and "names column" in str(error)):
        raise error
    reason, _, remedy = str(error).removeprefix(f"{file.name}: ").partition(". ")
    refused.append(Refused(file.name, reason, remedy or "import it on its own with a mapping"))
