"""The page about simulated companies says by which rule each friction is planted, and what it costs."""

from __future__ import annotations

import re

from clew.simulator.living.walk import COSTS
from tests.house.project_files import ROOT


def test_every_friction_has_its_rule_and_its_cost_on_the_page() -> None:
    page = (ROOT / "docs" / "simulator.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `([a-z_]+)` \| ([0-9.]+) \|", page, re.MULTILINE))
    assert {name: float(cost) for name, cost in told.items()} == COSTS
