"""What can be wrong with a draft, in the order in which it is said: the test, the column at fault, and why in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clew.model import CHANNELS


@dataclass(frozen=True)
class Fault:
    """One fault: ``test`` and ``reason`` are SQL over a shaped draft; the reason quotes no customer."""

    test: str
    column: str
    reason: str


def faults_of(styles: Mapping[str, str], undated: str, sane_us: tuple[int, int]) -> tuple[Fault, ...]:
    """Return the faults to look for; ``styles`` is how each time column is read, ``sane_us`` the first and last sane moment."""
    known = ", ".join(channel.name for channel in CHANNELS)
    earliest_us, latest_us = sane_us
    return (
        Fault("occurred_at IS NULL", "occurred_at", _text("it has no time: fill it, or map another column")),
        Fault("occurred_us IS NULL", "occurred_at", _impossible("occurred_at", styles)),
        Fault(
            f"occurred_us < {earliest_us} OR occurred_us > {latest_us}",
            "occurred_at",
            _text("its time lies before 1970 or over a year ahead"),
        ),
        Fault("ended_at IS NOT NULL AND ended_us IS NULL", "ended_at", _impossible("ended_at", styles)),
        Fault("answered_at IS NOT NULL AND answered_us IS NULL", "answered_at", _impossible("answered_at", styles)),
        Fault(
            f"outcome_at IS NOT NULL AND outcome_at <> '{undated}' AND outcome IS NOT NULL AND outcome_us IS NULL",
            "outcome_at",
            _impossible("outcome_at", styles),
        ),
        Fault(
            "channel_text IS NULL OR channel_text = ''",
            "channel",
            _text("it has no channel: map a column or give a constant channel in the mapping"),
        ),
        Fault(
            "channel IS NULL",
            "channel",
            f"""'No channel ' || {_shown("channel_text")} || '. Known: {known}. Add it under [channels] in the mapping'""",
        ),
        _unknown_word("party", "customer, agent, bot, system"),
        _unknown_word("direction", "inbound, outbound, internal"),
        Fault(
            "length(source_id) < 5 AND lower(source_id) IN ('nan', 'null', 'none')",
            "source_id",
            "'its id is written as ' || source_id || "
            "', which is no id: fill it, or list that mark under missing in the mapping'",
        ),
        Fault("rating_text IS NOT NULL AND rating IS NULL", "rating", _text("its rating is not a number")),
        Fault("value_text IS NOT NULL AND value IS NULL", "value", _text("its value is not a plain number")),
    )


def fault_sql(faults: Sequence[Fault]) -> str:
    """Return a CASE that gives the number of the first fault (from 1), or NULL."""
    cases = " ".join(f"WHEN {fault.test} THEN {number}" for number, fault in enumerate(faults, 1))
    return f"CAST(CASE {cases} END AS TINYINT)"


def column_and_reason_sql(faults: Sequence[Fault]) -> str:
    """Return the expressions of ``_column`` and ``_reason`` for the fault's number in ``_fault``; NULL where there is none."""
    columns = " ".join(f"WHEN {number} THEN '{fault.column}'" for number, fault in enumerate(faults, 1))
    reasons = " ".join(f"WHEN {number} THEN {fault.reason}" for number, fault in enumerate(faults, 1))
    return (
        f"CASE WHEN _fault IS NOT NULL THEN CASE _fault {columns} END END AS _column, "
        f"CASE WHEN _fault IS NOT NULL THEN CASE _fault {reasons} END END AS _reason"
    )


def _unknown_word(column: str, known: str) -> Fault:
    return Fault(
        f"{column}_word IS NULL AND nullif({column}_text, '') IS NOT NULL",
        column,
        f"""'No {column} ' || {_shown(f"{column}_text")} || '. Known: {known}'""",
    )


def _shown(text: str) -> str:
    """Quote what looks like a word; a mapping can point at a column that holds addresses or whole messages."""
    word = rf"regexp_full_match({text}, '\pL[\pL\d ._/&-]{{0,29}}') AND NOT regexp_matches({text}, '\d{{4}}')"
    return f"""CASE WHEN {word} THEN '"' || {text} || '"' ELSE '(a text of ' || length({text}) || ' characters)' END"""


def _impossible(column: str, styles: Mapping[str, str]) -> str:
    style = f"read as {styles[column].replace('_', ' ')}" if column in styles else "in no format that Clew knows"
    return _text(
        f"it is not a possible date and time ({style}): mend the value, or set the format under [times] in the mapping"
    )


def _text(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
