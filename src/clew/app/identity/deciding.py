"""Writes down what a person says about who is who, and shows first what it would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from clew.app.building import build
from clew.app.identity.naming import identifier_named
from clew.app.reporting import silent
from clew.app.workspace import Tell, Workspace
from clew.customers import Decision, Verdict, WhatIf, decide, decisions, known_rules, proposals, what_if
from clew.model import IdentityPolicy, UsageError, limit_of
from clew.store import now_us, part_files, part_rows


@dataclass(frozen=True)
class Change:
    """What somebody wants to try: words about pairs, and another policy (None leaves the workspace's own)."""

    words: tuple[tuple[str, str, Verdict], ...] = ()
    policy: IdentityPolicy | None = None


def say(
    workspace: Workspace, a: str, b: str, verdict: Verdict, *, reason: str, author: str, tell: Tell = silent
) -> Decision:
    """Write down a word about two identifiers; every table follows at the next build. UsageError for one never seen."""
    first, second, _ = _named(workspace, [(a, b, verdict)], tell)[0]
    return decide(workspace.journal, first, second, verdict, reason=reason, author=author)


def try_change(workspace: Workspace, change: Change, tell: Tell = silent) -> WhatIf:
    """Tell whom a change would merge and split; nothing is written. UsageError for unknown rules and identifiers."""
    policy = change.policy or workspace.settings.identity
    unknown = set(policy.rules_off) - set(known_rules())
    if unknown:
        raise UsageError(f"No rule {min(unknown)!r}. Known: {', '.join(known_rules())}.")
    said = decisions(workspace.journal)
    wanted = [_tried(a, b, verdict) for a, b, verdict in _named(workspace, change.words, tell)]
    rows = part_rows(workspace.journal, "interactions")
    with workspace.warehouse.session(part_files(workspace.journal), rows) as connection:
        tell("customers")
        return what_if(
            connection, (said, workspace.settings.identity), ([*said, *wanted], policy), proposals(workspace.journal)
        )


def changed_policy(
    policy: IdentityPolicy, *, off: Sequence[str], limits: Sequence[str], blocked: Sequence[str]
) -> IdentityPolicy:
    """Return the policy without some rules, with limits in place of those of the same kinds, and more values blocked."""
    wanted = [limit_of(text) for text in limits]
    kinds = {limit.kind for limit in wanted}
    return replace(
        policy,
        rules_off=tuple(dict.fromkeys((*policy.rules_off, *off))),
        limits=(*(limit for limit in policy.limits if limit.kind not in kinds), *wanted),
        blocked=tuple(dict.fromkeys((*policy.blocked, *blocked))),
    )


def pairs_of(texts: Sequence[str], verdict: Verdict) -> list[tuple[str, str, Verdict]]:
    """Read pairs written as ``A=B``; UsageError for another form."""
    found: list[tuple[str, str, Verdict]] = []
    for text in texts:
        a, sign, b = text.partition("=")
        if not (a and sign and b):
            raise UsageError("A pair is written A=B, as in email:mia@example.com=account:7.")
        found.append((a, b, verdict))
    return found


def _named(
    workspace: Workspace, words: Sequence[tuple[str, str, Verdict]], tell: Tell
) -> list[tuple[str, str, Verdict]]:
    if not words:
        return []
    build(workspace, tell)
    region = workspace.settings.default_region
    with workspace.session() as connection:
        return [
            (identifier_named(connection, a, region), identifier_named(connection, b, region), verdict)
            for a, b, verdict in words
        ]


def _tried(a: str, b: str, verdict: Verdict) -> Decision:
    first, second = sorted((a, b))
    return Decision(first, second, verdict, "tried", "trial", now_us())
