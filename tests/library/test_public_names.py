"""The library's public names are pinned: adding one is a decision, taking one away breaks somebody's program."""

from __future__ import annotations

import inspect

import pytest

import clew


def public(cls: type) -> list[str]:
    return sorted(name for name in vars(cls) if not name.startswith("_"))


def test_the_package_offers_these_names() -> None:
    assert sorted(clew.__all__) == ["ClewError", "Data", "Workspace", "create", "open"]
    assert all(hasattr(clew, name) for name in clew.__all__)


def test_a_workspace_offers_these_names() -> None:
    assert public(clew.Workspace) == [
        "build",
        "check_handoff",
        "close",
        "consents",
        "contracts",
        "customers",
        "facts",
        "handoffs",
        "identity_links",
        "import_files",
        "interactions",
        "journeys",
        "map",
        "metrics",
        "pain_points",
        "path",
        "sources",
        "steps",
        "traits",
        "transitions",
        "variants",
        "write_map",
    ]


def test_a_table_offers_these_names() -> None:
    assert public(clew.Data) == ["to_arrow", "to_dicts", "to_polars"]


@pytest.mark.parametrize(
    ("function", "parameters"),
    [
        (clew.open, ["folder"]),
        (clew.create, ["folder", "name"]),
        (clew.Workspace.import_files, ["self", "paths", "connector", "mapping", "source", "replace"]),
        (clew.Workspace.metrics, ["self", "names"]),
        (clew.Workspace.write_map, ["self", "folder"]),
    ],
)
def test_functions_take_these_parameters(function: object, parameters: list[str]) -> None:
    assert callable(function)
    assert list(inspect.signature(function).parameters) == parameters


def test_every_public_name_says_what_it_does() -> None:
    for owner in (clew.Workspace, clew.Data):
        assert [name for name in public(owner) if not inspect.getdoc(getattr(owner, name))] == []
