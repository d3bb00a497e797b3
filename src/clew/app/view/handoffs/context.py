"""What was known and said around each handoff, as columns: facts given before it, asked again after it, what was announced."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

import numpy as np
from numpy.typing import NDArray

from clew.app.view.view import View
from clew.journeys import asked_facts

#: What a part of handoffs by what was said is called: "handoff:channel/chat/phone/context=lost".
SAID_PARTS = {
    "context=known": "with something known before",
    "context=lost": "after which something known was asked for again",
    "told=yes": "of which the customer was told",
    "told=no": "of which the customer wasn't told",
    "promised=yes": "before which a promise was given",
    "promised=no": "before which no promise was given",
    "back=yes": "after which the customer turned to us again",
}


@dataclass(frozen=True)
class HandoffContext:
    """One row a handoff, in the view's order; a fact is the bit of its place in ``facts``.

    ``asked_by_model`` are those of ``asked_again`` that only a language model read as asked for.
    Where a build's texts weren't read, ``is_read`` is false and nothing else of that row means anything but ``came_back``.
    """

    facts: tuple[str, ...]
    is_read: NDArray[np.bool_]
    known: NDArray[np.int64]
    carried: NDArray[np.int64]
    asked_again: NDArray[np.int64]
    verified: NDArray[np.int64]
    asked_by_model: NDArray[np.int64]
    told: NDArray[np.bool_]
    promised: NDArray[np.bool_]
    came_back: NDArray[np.bool_]

    def of(self, facts: NDArray[np.int64], name: str) -> NDArray[np.bool_]:
        """Say of each row of a column of facts whether it holds the one of that name; ValueError for a name that is none."""
        return (facts >> self.facts.index(name)) & 1 == 1


def context_of(view: View) -> HandoffContext:
    """Return the context of the view's handoffs, read when it is first asked for."""
    return view.remembered("handoff context", lambda: _read(view))


def said_part(view: View, kind: str, value: str) -> NDArray[np.bool_] | None:
    """Say of each handoff whether it is of this part; None for a part of another kind, ValueError for no such value."""
    if kind == "asked":
        found = context_of(view)
        return found.of(found.asked_again, unquote(value))
    if f"{kind}={value}" not in SAID_PARTS:
        return None
    found = context_of(view)
    if kind == "context":
        return (found.known if value == "known" else found.asked_again) != 0
    if kind == "back":
        return found.came_back
    said = found.told if kind == "told" else found.promised
    return found.is_read & (said if value == "yes" else ~said)


def said_part_words(kind: str, value: str) -> str | None:
    """Return what such a part is called, None for a part of another kind."""
    if kind == "asked":
        from clew.journeys import known_kinds

        return f"after which the {known_kinds()[unquote(value)].title} was asked for again"
    return SAID_PARTS.get(f"{kind}={value}")


_LISTS = ("facts_known", "facts_carried", "facts_asked_again", "facts_verified", "facts_asked_by_model")


def _read(view: View) -> HandoffContext:
    names = asked_facts()
    # The bit of each fact in a list, summed: 0 where the list is NULL, as texts weren't read.
    bits = ", ".join(
        " + ".join(f"coalesce(list_contains({facts}, ${at + 1})::BIGINT << {at}, 0)" for at in range(len(names)))
        for facts in _LISTS
    )
    flags = "facts_known IS NOT NULL, coalesce(told, false), coalesce(promised, false), came_back_us IS NOT NULL"
    with view.session() as session:
        # Handoffs lie in their file in the order of the view's rows.
        table = session.sql(f"SELECT {bits}, {flags} FROM handoffs", params=list(names)).to_arrow_table()
    *lists, is_read, told, promised, came_back = (column.to_numpy(zero_copy_only=False) for column in table.columns)
    known, carried, asked_again, verified, by_model = lists
    return HandoffContext(names, is_read, known, carried, asked_again, verified, by_model, told, promised, came_back)
