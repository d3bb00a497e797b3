"""The vendors' real folders, loaded once for all tests of their connectors."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.channels.connectors.vendor_folders import FOLDERS, VENDORS, Loaded, load


@pytest.fixture(scope="session")
def folders(shared_data: Path) -> dict[str, list[Path]]:
    return {name: sorted((shared_data / "vendor_exports" / FOLDERS[name]).glob("*.csv")) for name in VENDORS}


@pytest.fixture(scope="session")
def loaded(folders: dict[str, list[Path]]) -> dict[str, Loaded]:
    return {name: load(VENDORS[name], folders[name]) for name in VENDORS}
