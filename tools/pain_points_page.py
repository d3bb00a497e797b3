"""What the page of pain points says: each detector's question, rule, thresholds and decision, from the definition itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clew.pain_points import SIGNALS, TRIGGERS, Detector, known_detectors


def signals() -> Iterator[tuple[str, str, str]]:
    """Give each signal with who finds it and the decision it supports."""
    for signal, meaning in SIGNALS.items():
        yield (
            meaning.title,
            _named(each for each in known_detectors().values() if each.signal == signal),
            meaning.decision,
        )


def triggers() -> Iterator[tuple[str, str]]:
    """Give each emotional trigger with who finds it."""
    for trigger, title in TRIGGERS.items():
        yield title, _named(each for each in known_detectors().values() if each.trigger == trigger)


def detectors() -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Give each detector's name, its question, and the lines of its table."""
    for each in known_detectors().values():
        lines = [
            ("rule", each.rule),
            (
                "thresholds",
                "; ".join(f"{one.name.replace('_', ' ')}: {one.value:g} {one.unit}" for one in each.thresholds),
            ),
            ("severity", f"{each.severity:g}"),
            ("measures", each.amount_unit or ""),
            ("needs", "texts that are read" if each.needs == "texts" else "steps and their times"),
            ("goes by the order of steps", "yes" if each.order_dependent else "no"),
            ("decision", each.decision),
            ("source", each.source),
        ]
        yield each.name, each.question, [line for line in lines if line[1]]


def _named(found: Iterable[Detector]) -> str:
    return ", ".join(f"`{each.name}`" for each in found)
