"""The scoreboard's short form: a small company of one industry, made, imported, scored and written down as a page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.house.project_files import ROOT


def test_the_page_has_headlines_and_every_capability_and_says_what_is_not_built(tmp_path: Path) -> None:
    page = tmp_path / "scoreboard.md"
    words = ["--customers", "60", "--days", "60", "--industries", "banking", "--date", "2026-03-02", "--out", str(page)]
    subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "scoreboard.py"), *words], check=True, capture_output=True
    )
    text = page.read_text(encoding="utf-8")

    assert "2026-03-02" in text
    assert "| identity, pairs F1 | 0." in text
    assert "| emotions macro-F1 | not built yet (issue: emotions) |" in text
    for title in ("### Intake", "### Identity", "### Handoffs", "### Metrics", "### Friction detectors", "### Effects"):
        assert title in text
