"""A fresh workspace for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Shop, run


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    said = run("init", tmp_path / "shop")
    assert said.code == 0, said.err
    return Shop(tmp_path / "shop")
