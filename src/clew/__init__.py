"""Clew joins every customer interaction from every channel into one continuous journey, and shows where it breaks.

The library in one line: ``clew.open("shop").journeys().to_polars()``.
"""

from clew.app.library import Data, Workspace, create, open  # noqa: A004 - reads as clew.open("shop")
from clew.model import ClewError

__all__ = ["ClewError", "Data", "Workspace", "create", "open"]
