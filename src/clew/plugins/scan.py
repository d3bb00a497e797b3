"""Loads the definition objects of a ★ folder, and of entry points in the group of the same name."""

from __future__ import annotations

import importlib
import pkgutil
from importlib.metadata import entry_points
from typing import TypeVar

from clew.model import DefinitionError

Definition = TypeVar("Definition")


def definitions_in(package: str, constant: str, kind: type[Definition]) -> dict[str, Definition]:
    """Return the definitions named ``constant`` in each module of ``package`` and each entry point of that group, by name.

    Modules whose names begin with ``_`` are parts of a definition, not definitions. Raises DefinitionError for a module
    without the constant, a constant of another type, and a name that two files claim.
    """
    folder = importlib.import_module(package)
    found: dict[str, Definition] = {}
    for module_info in pkgutil.iter_modules(folder.__path__):
        if not module_info.name.startswith("_"):
            module = importlib.import_module(f"{package}.{module_info.name}")
            _add(found, getattr(module, constant, None), kind, f"{package}.{module_info.name}", constant)
    for entry in entry_points(group=package):
        _add(found, entry.load(), kind, f"entry point {entry.name} of {package}", constant)
    return dict(sorted(found.items()))


def _add(found: dict[str, Definition], value: object, kind: type[Definition], place: str, constant: str) -> None:
    if not isinstance(value, kind):
        raise DefinitionError(
            f"{place} has no {constant} of type {kind.__name__}: define one, or start its name with '_'."
        )
    name = str(getattr(value, "name", ""))
    if not name or name in found:
        raise DefinitionError(
            f"{place} calls its {constant} {name!r}, which is empty or taken: choose a name of its own."
        )
    found[name] = value
