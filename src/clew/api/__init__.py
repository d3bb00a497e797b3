"""The same capabilities over HTTP: the application that `clew serve` runs, its access rules and its endpoints."""

from clew.api.application import create_app, page_is_built

__all__ = ["create_app", "page_is_built"]
