"""Finds what in a scenario's words can't be spoken: broken wordings, empty lists, held-out words that aren't held out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs

from clew.simulator.scenario import Wordings
from clew.simulator.scenarios.scenario_shape import shown
from clew.simulator.wording.grammar import check_wording

#: Acts that are typed or printed as they stand.
PLAIN = ("searches", "articles")
_ALTERNATION = re.compile(r"\[([^\[\]]*)\]")


def word_faults(words: Wordings, path: str) -> Iterator[str]:
    """Yield one sentence for each list or wording that can't be used; each names its dotted path, places from 1."""
    for part, lists in (("seen", structs.asdict(words.seen)), ("heldout", structs.asdict(words.heldout))):
        for act, wordings in lists.items():
            where = f"{path}.{part}.{act}"
            if not wordings:
                yield f"{where} is []; allowed is a list with at least one wording."
            for place, wording in enumerate(wordings, 1):
                if problem := _plain_problem(wording) if act in PLAIN else _problem(wording):
                    yield f"{where}[{place}] is {shown(wording)}: {problem}."
    seen = structs.asdict(words.seen)
    for act, wordings in structs.asdict(words.heldout).items():
        known = {_bare(wording) for wording in seen[act]}
        for place, wording in enumerate(wordings, 1):
            if _bare(wording) in known:
                yield f"{path}.heldout.{act}[{place}] is {shown(wording)}, which seen.{act} has too; allowed is another."


def _plain_problem(wording: str) -> str | None:
    if not wording.strip():
        return "it is empty"
    return "allowed is a plain text without [ ] and { }" if set(wording) & set("[]{}") else None


def _problem(wording: str) -> str | None:
    problem = check_wording(wording)
    if problem is None and not _ALTERNATION.sub("", wording).strip():
        options = [inside.split("|") for inside in _ALTERNATION.findall(wording)]
        if all(any(not option.strip() for option in each) for each in options):
            return "it may come out empty, so take out an empty alternative"
    return problem


def _bare(wording: str) -> str:
    """Return a wording without what doesn't make it another one: case, spaces and marks."""
    return re.sub(r"[^\w{}\[\]|]+", " ", wording.casefold()).strip()
