"""A contract for import-linter: in a folder of one-file definitions, no definition imports another.

Import-linter's own independence contract can't tell a definition from a part of one. A module whose name begins with an
underscore and its definition's name (``_zendesk_queries`` beside ``zendesk``) is a part, and only that definition may
import it.
"""

from __future__ import annotations

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class DefinitionsContract(Contract):
    """``folders`` are packages of definitions; one that isn't there yet holds nothing that could be wrong."""

    type_name = "definitions"
    folders = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002 -- the signature is import-linter's
        """Return whether every import between modules of one folder is of a definition's own part."""
        broken = [line for folder in self.folders for line in forbidden_imports(graph, str(folder))]  # pyrefly: ignore
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print what imports what, and what to do."""
        for line in check.metadata["broken"]:
            output.print_error(line)
        output.print("Move what both need into the room; call a part of one definition _<its name>_….")


def forbidden_imports(graph: ImportGraph, folder: str) -> list[str]:
    """Return ``importer -> imported`` for each pair in the folder that isn't a definition and its part, sorted."""
    if folder not in graph.modules:
        return []
    return sorted(
        f"{importer} -> {imported}"
        for importer in graph.find_descendants(folder)
        for imported in graph.find_modules_directly_imported_by(importer)
        if imported.startswith(f"{folder}.") and not is_part(imported, importer, folder)
    )


def is_part(module: str, definition: str, folder: str) -> bool:
    """Tell whether a module is a part of the definition, by their names in the folder.

    >>> is_part("rooms._door_hinges", "rooms.door", "rooms"), is_part("rooms._door_hinges", "rooms.window", "rooms")
    (True, False)
    """
    part, owner = module.removeprefix(f"{folder}."), definition.removeprefix(f"{folder}.").lstrip("_")
    return part == f"_{owner}" or part.startswith(f"_{owner}_")
