"""The short forms of the identity benchmarks: likeness finds people far above exact rules, and resolving scales are told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETS = ROOT.parent / "shared" / "data" / "identity"


def run(program: str, *words: str) -> dict[str, Any]:
    found = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / program), *words, "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.stdout, found.stderr[-2000:]
    said: dict[str, Any] = json.loads(found.stdout)
    return said


def test_people_are_found_by_likeness_far_above_exact_rules_with_nobody_helping() -> None:
    if not SETS.is_dir():
        pytest.skip("the public sets of people aren't beside the project (shared/data/identity)")
    pytest.importorskip("splink", reason="Splink isn't installed: pip install 'clew[identity]'")
    (found,) = [each for each in run("identity.py", "--short")["sets"] if each["name"] == "fake_1000"]
    assert found["people"]["f1"] >= 0.85
    assert found["people"]["precision"] >= 0.95
    assert found["floor"]["f1"] < 0.7


def test_resolving_tells_its_time_beside_the_rivals() -> None:
    found = run("identity_resolve.py", "--identifiers", "4000")
    assert found["links"] == 8000
    assert found["customers"] > 900
    assert found["left_out"] > 0
    assert found["seconds"] > 0
    assert found["rival_seconds"] >= 0
