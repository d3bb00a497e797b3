"""Finds one-file definitions: every module of a ★ folder, then what other packages register under the same name."""

from clew.plugins.scan import definitions_in

__all__ = ["definitions_in"]
