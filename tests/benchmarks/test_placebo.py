"""The placebo: with the steps of each journey shuffled, what goes by order is found where it was no more than by chance."""

from __future__ import annotations

import pytest

from benchmarks.placebo import Line, placebo
from clew.app.importing import ImportOrder, run_import
from clew.app.workspace import create_workspace
from clew.model import TextRules
from clew.simulator import Order, load_scenario, write_company


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[Line]:
    folder = tmp_path_factory.mktemp("placebo")
    company = folder / "company"
    write_company(Order(load_scenario("telecom"), customers=80, days=60), company, workers=1)
    workspace = create_workspace(folder / "workspace", texts=TextRules(facts=True))
    run_import(workspace, ImportOrder((company / "exports",)))
    try:
        return placebo(company, workspace, shuffles=3)
    finally:
        workspace.close()


def test_what_goes_by_order_is_not_found_at_its_place_when_the_order_is_gone(lines: list[Line]) -> None:
    tried = [line for line in lines if line.order_dependent and line.right >= 5]

    assert len(tried) >= 5
    assert [line.name for line in tried if line.right_shuffled > 0.9 * line.right] == []


def test_a_further_shuffle_finds_no_more_than_the_base_rate(lines: list[Line]) -> None:
    assert [line.name for line in lines if not line.at_base_rate] == []


def test_what_does_not_go_by_order_stays(lines: list[Line]) -> None:
    others = [line for line in lines if not line.order_dependent]

    assert len(others) >= 3
    assert [line.name for line in others if abs(line.found - line.base) > max(3.0, 0.2 * line.found)] == []
