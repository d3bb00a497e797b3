"""The journeys about one issue, or about any other than those that a list names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from clew.app.view.behind_number import Behind, Found
from clew.app.view.values.breakdown import marks, title
from clew.model import UsageError

if TYPE_CHECKING:
    from clew.app.view.view import View


def _find(view: View, rest: str) -> Found:
    """Find ``=billing``, or ``!=3f1a…,77c0…``: all but those with these marks."""
    issues = view.journeys.issue
    if rest.startswith("!="):
        named = set(rest[2:].split(","))
        kept = ~issues.among(tuple(each for each in issues.names if marks([each]) in named))
        return Found(kept.astype(np.int64), "journeys", "Other issues")
    if not rest.startswith("=") or issues.code(rest[1:]) < 0:
        raise UsageError("No journey is about this issue. Choose one from the list of issues, as in issue:=billing.")
    return Found(issues.among((rest[1:],)).astype(np.int64), "journeys", f"Issue: {title('issue', rest[1:])}")


BEHIND = Behind("issue", "issue:=billing", _find)
