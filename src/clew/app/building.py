"""Builds every derived table into a new version and makes it current; readers keep the old one until then."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from clew.app.identity.leftovers import purge
from clew.app.language_model.answered import add_answers, answers_digest
from clew.app.lock import only_writer
from clew.app.reading_texts import forget_readings, read_texts
from clew.app.settings.text import settings_text
from clew.app.workspace import Workspace
from clew.customers import (
    decisions,
    known_purposes,
    known_rules,
    known_traits,
    proposals,
    write_customers,
    write_links,
    write_profiles,
    written_statements,
)
from clew.journeys import VERSION, SettledBefore, reading_version, write_journeys
from clew.model import DERIVED, LanguageModel, TableContract
from clew.pain_points import known_detectors, write_pain_points
from clew.store import (
    LAYOUT,
    Build,
    column_types,
    commit_build,
    erasures_pending,
    input_digest,
    latest_build,
    now_us,
    part_files,
    part_rows,
)

#: How the rows of each table lie in its file; journeys, and what belongs to them, in the order in which they began.
ORDER = {
    "identity_links": "identifier_a, identifier_b, rule, at_us",
    "shared_identifiers": "identifier",
    "link_fates": "identifier_a, identifier_b",
    "customers": "customer_id, since_us, identifier",
    "traits": "customer_id, trait, at_us, source, evidence, value",
    "consents": "customer_id, purpose, at_us, source, evidence, identifier",
    "journeys": "journey",
    "steps": "journey, position",
    "handoffs": "journey, position",
    "facts": "journey, position, start_char, fact, act",
    "pain_points": "journey, position, detector, since_position",
}
#: What the next build needs to tell whose facts may stay; nobody else reads them.
SETTLED_FILES = ("talks", "learnt")
#: What was learnt of issues: kept from build to build, so that boundaries of journeys stay where they are.
ISSUE_MODEL = "issue_model"


def current_digest(workspace: Workspace) -> str:
    """Return a digest of all that a build of this workspace would be made from."""
    versions = sorted((rule.name, rule.version) for rule in known_rules().values())
    told = (known_traits(), known_purposes())
    looked_for = sorted((each.name, each.version, each.severity) for each in known_detectors().values())
    # Contracts judge what is built and change nothing of it; of the language model, only its kept answers count.
    settings = replace(workspace.settings, contracts=(), language_model=LanguageModel())
    told_by_model = answers_digest(workspace)
    definitions = hashlib.sha256(
        repr(
            (LAYOUT, VERSION, reading_version(), DERIVED, versions, told, looked_for, settings, told_by_model)
        ).encode()
    ).hexdigest()
    return input_digest(workspace.journal, definitions)


def is_current(workspace: Workspace) -> bool:
    """Say whether the newest build was made from all that is here now, and nothing that was erased is left elsewhere."""
    build = latest_build(workspace.journal)
    if build is None or build.input_digest != current_digest(workspace):
        return False
    if erasures_pending(workspace.journal):
        return False
    return all((workspace.warehouse.root / file).is_file() for file in build.files.values())


def build(workspace: Workspace, tell: Callable[[str], None] = lambda _name: None, *, anew: bool = False) -> bool:
    """Bring the derived tables up to date; return whether there was anything to do. ``anew`` makes all of them in any case."""
    if not anew and is_current(workspace):
        return False
    with only_writer(workspace.store):
        parts, digest = part_files(workspace.journal), current_digest(workspace)
        workspace.check_files(parts)
        folder = f"derived/{uuid.uuid4().hex}"
        rows = part_rows(workspace.journal, "interactions")
        tell("readings")
        readings = read_texts(workspace, parts.get("interactions", [])) if workspace.settings.texts.facts else []
        with workspace.warehouse.session({**parts, "readings": readings}, rows) as connection:
            add_answers(workspace, connection)
            tell("identity_links")
            said, proposed = decisions(workspace.journal), proposals(workspace.journal)
            write_links(connection, said, workspace.settings.identity, proposed)
            tell("customers")
            write_customers(connection, workspace.settings.identity)
            tell("traits")
            write_profiles(connection, written_statements(workspace.journal))
            write_journeys(
                connection,
                workspace.settings,
                tell,
                None if anew else _settled_before(workspace),
                learnt=learnt_before(workspace),
            )
            write_pain_points(connection, workspace.settings, tell)
            files = {}
            for table in DERIVED:
                tell(f"{table.name} file")
                files[table.name] = workspace.warehouse.write(connection, rows_to_keep(table), folder, table.name)
            for name in (*SETTLED_FILES, ISSUE_MODEL):
                files[name] = workspace.warehouse.write(connection, f"SELECT * FROM {name} ORDER BY ALL", folder, name)
        before = latest_build(workspace.journal)
        made = Build(folder, files, digest, now_us(), parts, settings_text(workspace.settings))
        commit_build(workspace.journal, made)
        # The build before stays for whoever is reading it.
        workspace.warehouse.forget_builds({folder, before.folder if before else folder})
        forget_readings(workspace, readings)
        if erasures_pending(workspace.journal):
            purge(workspace, folder)
    return True


def rows_to_keep(table: TableContract) -> str:
    """Return the query of a derived table's rows as its file has them: in its contract's types, and in its order."""
    columns = ", ".join(f"CAST({name} AS {kind}) AS {name}" for name, kind in column_types(table).items())
    return f"SELECT {columns} FROM {table.name} ORDER BY {ORDER[table.name]}"


def _settled_before(workspace: Workspace) -> SettledBefore | None:
    """Return the files of the newest build that tell which facts may stay, where all of them are there."""
    newest = latest_build(workspace.journal)
    names = ("facts", *SETTLED_FILES)
    if newest is None or not all(name in newest.files for name in names):
        return None
    facts, talks, learnt = (workspace.warehouse.root / newest.files[name] for name in names)
    return SettledBefore(facts, talks, learnt) if facts.is_file() and talks.is_file() and learnt.is_file() else None


def learnt_before(workspace: Workspace) -> Path | None:
    """Return what the newest build learnt of issues; None where it learnt nothing, or somebody has been erased since."""
    newest = latest_build(workspace.journal)
    if newest is None or ISSUE_MODEL not in newest.files or erasures_pending(workspace.journal):
        return None
    file = workspace.warehouse.root / newest.files[ISSUE_MODEL]
    return file if file.is_file() else None
