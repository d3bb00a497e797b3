"""Who the customers are: what each has done across all journeys, and every step of one customer in time's order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.app.view.view import View
from clew.journeys import Words

#: The best name of a customer comes first; whatever isn't listed (a source's own numbers) stands before devices.
NAMED_BY = ("email", "phone", "account", "handle")
#: One person rarely has more identifiers than this: beyond it, several people may have been joined by a shared one.
USUAL_IDENTIFIERS = 20
#: Into so many equal parts the time of a customer is cut for the overview of the journeys.
LANE_PARTS = 120


@dataclass(frozen=True)
class CustomerIndex:
    """The journeys of each customer: those of customer c are ``order[first[c]:first[c + 1]]``, in the order they began."""

    order: NDArray[np.int64]
    first: NDArray[np.int64]
    last_us: NDArray[np.int64]


@dataclass(frozen=True)
class CustomerLine:
    """A customer in a list."""

    customer_id: str
    name: str
    identifiers: int
    journeys: int
    steps: int
    last_us: int | None


@dataclass(frozen=True)
class LaneMark:
    """Steps of one journey on one channel within one part of the customer's time."""

    channel: str
    from_us: int
    until_us: int
    steps: int


def customer_index(view: View) -> CustomerIndex:
    """Return where each customer's journeys are."""
    return view.remembered("customer index", lambda: _index(view))


def customer_code(view: View, customer_id: str) -> int:
    """Return the number of a customer among those with journeys, -1 where there is none."""
    return view.journeys.customer.code(customer_id)


def journeys_of(view: View, code: int) -> NDArray[np.int64]:
    """Return the rows of a customer's journeys, in the order they began; none for the code -1."""
    index = customer_index(view)
    return index.order[index.first[code] : index.first[code + 1]] if code >= 0 else np.zeros(0, dtype=np.int64)


def listed_customers(view: View, chosen: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the codes of customers with chosen journeys, the one seen last first."""
    journeys, index = view.journeys, customer_index(view)
    codes = np.unique(journeys.customer.codes[chosen])
    return codes[np.argsort(-index.last_us[codes], kind="stable")].astype(np.int64)


def customer_lines(view: View, ids: Sequence[str]) -> list[CustomerLine]:
    """Return these customers as lines of a list, each under its best name (empty where it has no identifier)."""
    index = customer_index(view)
    names = _names(view, ids)
    lines = []
    for customer_id in ids:
        code = customer_code(view, customer_id)
        rows = journeys_of(view, code)
        name, identifiers = names.get(customer_id, ("", 0))
        steps = int(view.journeys.steps[rows].sum())
        last = int(index.last_us[code]) if code >= 0 else None
        lines.append(CustomerLine(customer_id, name, identifiers, len(rows), steps, last))
    return lines


def timeline_rows(view: View, code: int) -> NDArray[np.int64]:
    """Return the rows of all steps of a customer in time's order, ties by journey and position."""
    rows = steps_of(view, journeys_of(view, code))
    return rows[np.argsort(view.steps.occurred_us[rows], kind="stable")]


def steps_of(view: View, journeys: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the rows of the steps of these journeys, journey by journey."""
    first = view.steps.first
    lengths = first[journeys + 1] - first[journeys]
    starts = np.repeat(first[journeys] - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
    return (starts + np.arange(lengths.sum())).astype(np.int64) if len(journeys) else np.zeros(0, dtype=np.int64)


def span_us(view: View, code: int) -> tuple[int, int] | None:
    """Return when a customer was first and last seen, None without a journey."""
    rows = journeys_of(view, code)
    if not len(rows):
        return None
    return int(view.journeys.started_us[rows].min()), int(view.journeys.ended_us[rows].max())


def lane_marks(view: View, journey: int, span: tuple[int, int]) -> list[LaneMark]:
    """Return a journey's steps by part of the customer's time and channel; their counts sum to the journey's steps."""
    steps = view.steps
    rows = slice(int(steps.first[journey]), int(steps.first[journey + 1]))
    moments, channels = steps.occurred_us[rows], steps.channel.codes[rows].astype(np.int64)
    length = max(span[1] - span[0], 1)
    part = np.clip((moments - span[0]) * LANE_PARTS // length, 0, LANE_PARTS - 1)
    keys, inverse, counts = np.unique(
        part * len(steps.channel.names) + channels, return_inverse=True, return_counts=True
    )
    low = np.full(len(keys), np.iinfo(np.int64).max)
    high = np.zeros(len(keys), dtype=np.int64)
    np.minimum.at(low, inverse, moments)
    np.maximum.at(high, inverse, moments)
    return [
        LaneMark(steps.channel.names[int(key) % len(steps.channel.names)], int(start), int(end), int(count))
        for key, start, end, count in zip(keys, low, high, counts, strict=True)
    ]


def counted(words: Words, rows: NDArray[np.int64]) -> list[tuple[str, int]]:
    """Return how often each word stands in these rows, the most frequent first."""
    counts = np.bincount(words.codes[rows], minlength=len(words.names))
    found = [(name, int(n)) for name, n in zip(words.names, counts, strict=True) if n]
    return sorted(found, key=lambda each: (-each[1], each[0]))


def _index(view: View) -> CustomerIndex:
    codes = view.journeys.customer.codes
    count = len(view.journeys.customer.names)
    order = np.argsort(codes, kind="stable").astype(np.int64)
    first = np.concatenate(([0], np.cumsum(np.bincount(codes, minlength=count)))).astype(np.int64)
    last = np.full(count, -1, dtype=np.int64)
    np.maximum.at(last, codes, view.journeys.ended_us)
    return CustomerIndex(order, first, last)


def _names(view: View, ids: Sequence[str]) -> dict[str, tuple[str, int]]:
    """Return the best name of each customer and how many identifiers it has."""
    if not ids:
        return {}
    ranks = " ".join(f"WHEN '{namespace}' THEN {rank}" for rank, namespace in enumerate(NAMED_BY))
    marks = ", ".join("?" for _ in ids)
    with view.session() as session:
        found = session.execute(
            f"""WITH own AS (
              SELECT customer_id, identifier, since_us, CASE split_part(identifier, ':', 1) {ranks}
                WHEN 'device' THEN 9 ELSE 8 END AS rank
              FROM customers WHERE customer_id IN ({marks})
            ) SELECT customer_id, identifier, count(*) OVER (PARTITION BY customer_id) FROM own
            QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY rank, since_us, identifier) = 1""",
            list(ids),
        ).fetchall()
    return {customer: (name, int(count)) for customer, name, count in found}
