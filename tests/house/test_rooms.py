"""The rooms of src/clew are the ones the design names, in its order, and each says what it is for and what it gives."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

from grimp import ImportGraph

from tools.definitions_contract import forbidden_imports

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ROOT / "src" / "clew"
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
#: From the design's list, the last room first: a room imports only those that follow it here.
ORDER = [
    "cli",
    "api",
    "app",
    "simulator",
    "outreach",
    "inbox",
    "maps",
    "improvements",
    "opportunities",
    "pain_points",
    "metrics",
    "emotions",
    "journeys",
    "customers",
    "channels",
    "plugins",
    "store",
    "model",
]


def rooms() -> list[Path]:
    return sorted(folder for folder in ROOMS.iterdir() if folder.is_dir() and any(folder.rglob("*.py")))


def test_the_layers_contract_lists_every_room_in_the_designs_order() -> None:
    layers = next(contract for contract in CONTRACTS if contract["type"] == "layers")
    listed = [room.strip("() ") for line in layers["layers"] for room in line.split("|")]

    assert listed == ORDER
    assert layers["exhaustive"] is True
    assert {room.name for room in rooms()} <= set(listed)


def test_every_folder_of_one_file_definitions_is_held_independent() -> None:
    contract = next(contract for contract in CONTRACTS if contract["type"] == "definitions")

    assert contract["folders"] == [
        *("clew.api.endpoints", "clew.app.checking.checks", "clew.app.jobs.kinds", "clew.app.quality.checks"),
        "clew.app.view.through",
        *("clew.channels.connectors", "clew.customers.consents", "clew.customers.rules", "clew.customers.traits"),
        *("clew.journeys.acts.kinds", "clew.journeys.contracts.terms", "clew.journeys.facts.kinds"),
        "clew.journeys.facts.languages",
        *("clew.metrics.catalogue", "clew.pain_points.detectors", "clew.simulator.exports"),
        *("clew.simulator.interventions", "clew.simulator.score.capabilities"),
    ]


def test_a_definition_may_import_its_own_part_and_no_other_definition() -> None:
    graph = ImportGraph()
    for importer, imported in [("door", "_door_hinges"), ("door", "window"), ("window", "_door_hinges")]:
        graph.add_import(importer=f"rooms.{importer}", imported=f"rooms.{imported}")
    graph.add_module("rooms")

    assert forbidden_imports(graph, "rooms") == ["rooms.door -> rooms.window", "rooms.window -> rooms._door_hinges"]
    assert forbidden_imports(graph, "no_such_folder") == []


def test_every_module_opens_with_a_sentence() -> None:
    without = [
        file.relative_to(ROOT).as_posix()
        for file in sorted(ROOMS.rglob("*.py"))
        if not (ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or "").strip()
    ]

    assert without == []


def test_every_room_exports_by_name() -> None:
    without = [
        room.name
        for room in rooms()
        if not (room / "__init__.py").is_file() or "__all__" not in (room / "__init__.py").read_text(encoding="utf-8")
    ]

    assert without == [], "a room's __init__.py names in __all__ what other rooms may use"


def test_every_folder_of_modules_is_a_package_so_that_the_contracts_see_it() -> None:
    folders = {file.parent for file in ROOMS.rglob("*.py")}

    assert sorted(folder.name for folder in folders if not (folder / "__init__.py").is_file()) == []


def test_no_file_is_a_drawer_for_odds_and_ends() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}

    assert [file.name for file in sorted(ROOMS.rglob("*")) if file.stem in drawers] == []
