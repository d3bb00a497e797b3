"""Explains two identifiers of a workspace, building first what is stale."""

from __future__ import annotations

from clew.app.building import build
from clew.app.identity.naming import identifier_named
from clew.app.reporting import silent
from clew.app.workspace import Tell, Workspace
from clew.customers import Explained, explain


def explain_identifiers(workspace: Workspace, a: str, b: str, tell: Tell = silent) -> Explained:
    """Tell why two identifiers are one person, or what keeps them from being one; UsageError for one never seen."""
    build(workspace, tell)
    with workspace.session() as connection:
        region = workspace.settings.default_region
        return explain(connection, identifier_named(connection, a, region), identifier_named(connection, b, region))
