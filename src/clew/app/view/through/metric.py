"""The journeys that count in a metric, that one of its other parts holds, or that one bar of its breakdowns measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from clew.app.view.behind_number import Behind, Found
from clew.app.view.values.breakdown import DIMENSIONS, dimension, marks, title
from clew.metrics import PARTS, known_metrics
from clew.model import UsageError

if TYPE_CHECKING:
    from clew.app.view.view import View

#: What may follow the part: ``issue=billing``, ``issue!=3f1a…,77c0…`` (all but those with these marks), ``value=60..300``.
_CONDITIONS = ", ".join((*DIMENSIONS, "value"))


def _find(view: View, rest: str) -> Found:
    name, _, more = rest.partition("/")
    part, _, condition = more.partition("/")
    measured = view.measured(name)
    if part and part not in PARTS:
        raise UsageError(f'No part "{part}" of a metric. Known: {", ".join(PARTS)}.')
    wanted = measured.part == PARTS.index(part) if part else measured.part <= PARTS.index("censored")
    words = known_metrics()[name].title + (f": {part.replace('_', ' ')}" if part else "")
    if condition:
        fits, said = _fitting(view, name, condition)
        wanted, words = wanted & fits, f"{words}, {said}"
    return Found(wanted.astype(np.int64), "journeys", words)


def _fitting(view: View, metric: str, condition: str) -> tuple[NDArray[np.bool_], str]:
    """Say of each journey whether it fits what the word asks beyond the part, and say in words what that is."""
    left, _, asked = condition.partition("=")
    name, others = left.removesuffix("!"), left.endswith("!")
    if name == "value" and not others:
        return _valued(view, metric, asked)
    by = next((each for each in DIMENSIONS if each == name), None)
    if by is None:
        raise UsageError(f'Nothing to split a metric by is called "{name}". Known: {_CONDITIONS}.')
    called, column = by.replace("_", " "), dimension(view, by)
    if others:
        named = set(asked.split(","))
        return ~column.among(tuple(each for each in column.names if marks([each]) in named)), f"other {called}"
    if column.code(asked) < 0:
        raise UsageError(f'No journey here has the {called} "{asked}". Choose from the list.')
    return column.among((asked,)), f"{called}: {title(by, asked)}"


def _valued(view: View, metric: str, asked: str) -> tuple[NDArray[np.bool_], str]:
    low_text, _, high_text = asked.partition("..")
    try:
        low, high = float(low_text), float(high_text) if high_text or ".." not in asked else np.inf
    except ValueError as error:
        raise UsageError("After value= expected two numbers, the second may be left out, such as 60..300.") from error
    value = view.measured(metric).value
    return (value >= low) & (value < high), f"value from {low:g}" + (f" to below {high:g}" if high_text else "")


BEHIND = Behind("metric", "metric:first_contact_resolution/counted", _find)
