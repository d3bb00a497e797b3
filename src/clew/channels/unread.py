"""Keeps what a source wrote where Clew can't read it: it stays with the interaction, and is counted to be told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import duckdb

from clew.model import KINDS

#: Draft field -> what its text is when it could not be read, else NULL; over a shaped draft (see staging).
_UNREAD = {
    "outcome": "CASE WHEN outcome IS NULL AND outcome_given <> '' THEN outcome_given END",
    "kind": f"CASE WHEN kind_text NOT IN ({', '.join(repr(kind) for kind in KINDS)}, '') THEN kind_given END",
    "sla_met": "CASE WHEN sla_met IS NULL AND sla_given <> '' THEN sla_given END",
    "phone": "CASE WHEN phone_normal IS NULL AND phone IS NOT NULL AND real_value(phone) IS NOT NULL THEN phone END",
    "email": "CASE WHEN position('@' IN email) <= 1 AND real_value(email) IS NOT NULL THEN email END",
}
#: Fields that hold words of a fixed list; the others hold somebody's own, which is never repeated.
_WORDED = ("outcome", "kind", "sla_met")
_COLUMNS = {field: f"_{field}_unread" for field in _UNREAD}
_A_WORD = re.compile(r"[^\W\d_][\w ./&-]{0,29}")
_FOUR_DIGITS = re.compile(r"\d{4}")
#: More words than these are no vocabulary but names, addresses or texts.
_MOST_WORDS = 20
_SHOWN = 5


@dataclass(frozen=True)
class UnreadWords:
    """A field whose texts could not be read in ``rows`` rows.

    ``distinct`` is how many texts there are, ``words`` (text, rows) each of them, the most frequent first; empty where they
    are a person's own (phone, e-mail), too many or too long to be words of a list.
    """

    field: str
    rows: int
    distinct: int
    words: tuple[tuple[str, int], ...]


def unread_columns_sql() -> str:
    """Return the columns of a shaped draft's unread texts, one a field."""
    return ", ".join(f"{sql} AS {_COLUMNS[field]}" for field, sql in _UNREAD.items())


def unread_names() -> tuple[str, ...]:
    """Return the names of those columns."""
    return tuple(_COLUMNS.values())


def kept_sql() -> str:
    """Return a draft's attributes with its unread texts in them, each as ``<field>_as_given``."""
    pairs = ", ".join(f"'{field}_as_given', {column}" for field, column in _COLUMNS.items())
    # The merge drops the NULLs; the attributes' own text is not parsed, so that it stays as it was to the last digit.
    added = f"CAST(json_merge_patch('{{}}', json_object({pairs})) AS VARCHAR)"
    return (
        f"CASE WHEN coalesce({', '.join(_COLUMNS.values())}) IS NULL THEN attributes "
        f"WHEN attributes IS NULL OR attributes = '{{}}' THEN {added} "
        f"WHEN attributes LIKE '{{%}}' THEN left(attributes, length(attributes) - 1) || ',' || substr({added}, 2) "
        "ELSE attributes END"
    )


def unread_in(connection: duckdb.DuckDBPyConnection, among: str) -> list[UnreadWords]:
    """Count the unread texts of a batch: of all it ``staged``, or of the ``fresh`` ones among them, as ``among`` says."""
    counts = ", ".join(f"count({column})" for column in _COLUMNS.values())
    # Most batches have none, which their own table says faster than the view of the fresh ones.
    ((*totals,),) = connection.execute(f"SELECT {counts} FROM staged").fetchall()
    counted = [_counted(connection, among, field) for field, total in zip(_COLUMNS, totals, strict=True) if total]
    return [each for each in counted if each.rows]


def all_unread(batches: Iterable[UnreadWords]) -> tuple[UnreadWords, ...]:
    """Return the counts of several batches together, by field."""
    grouped: dict[str, list[UnreadWords]] = {}
    for each in batches:
        grouped.setdefault(each.field, []).append(each)
    return tuple(_together(grouped[field]) for field in _UNREAD if field in grouped)


def unread_notes(found: Sequence[UnreadWords], region: str) -> tuple[str, ...]:
    """Return a sentence on each field with unread texts: how many rows, which words, where they are kept, what to do."""
    return tuple(_note(each, region) for each in found)


def _counted(connection: duckdb.DuckDBPyConnection, among: str, field: str) -> UnreadWords:
    column = _COLUMNS[field]
    ((rows, distinct),) = connection.execute(
        f"SELECT count(DISTINCT (_file, _row)), count(DISTINCT lower({column})) FROM {among} WHERE {column} IS NOT NULL"
    ).fetchall()
    if field not in _WORDED or distinct > _MOST_WORDS:
        return UnreadWords(field, rows, distinct, ())
    words = connection.execute(
        f"""SELECT min({column}), count(DISTINCT (_file, _row)) AS times FROM {among} WHERE {column} IS NOT NULL
        GROUP BY lower({column}) ORDER BY times DESC, 1"""
    ).fetchall()
    return UnreadWords(field, rows, distinct, tuple(words) if _are_words([word for word, _ in words]) else ())


def _together(parts: Sequence[UnreadWords]) -> UnreadWords:
    rows = sum(part.rows for part in parts)
    spelled: dict[str, str] = {}
    times: dict[str, int] = {}
    for word, count in (pair for part in parts for pair in part.words):
        times[word.lower()] = times.get(word.lower(), 0) + count
        spelled.setdefault(word.lower(), word)
    if len(times) > _MOST_WORDS or any(not part.words for part in parts):
        return UnreadWords(parts[0].field, rows, max(len(times), *(part.distinct for part in parts)), ())
    ranked = sorted(times, key=lambda word: (-times[word], word))
    return UnreadWords(parts[0].field, rows, len(times), tuple((spelled[word], times[word]) for word in ranked))


def _are_words(texts: Sequence[str]) -> bool:
    return all(_A_WORD.fullmatch(text) is not None and _FOUR_DIGITS.search(text) is None for text in texts)


def _note(found: UnreadWords, region: str) -> str:
    rows = f"{found.rows:,} {'row has' if found.rows == 1 else 'rows have'}"
    kept = f"kept in attributes ({found.field}_as_given)"
    if found.field == "phone":
        return (
            f"{rows} a phone number that isn't possible in {region}: it is {kept}, and no identifier. Were they written in "
            "another country, set it under Settings, Country of phone numbers, and read the file anew"
        )
    if found.field == "email":
        return f"{rows} an e-mail address that can't be one: it is {kept}, and no identifier"
    words = ", ".join(word for word, _ in found.words[:_SHOWN]) + (", …" if len(found.words) > _SHOWN else "")
    counted = f"{found.distinct:,} {'word' if found.distinct == 1 else 'words'} of {found.field}"
    told = f"{counted} {'was' if found.distinct == 1 else 'were'} not understood ({rows.rpartition(' ')[0]})"
    return (
        f"{told}{': ' + words if words else ''}. They are {kept}; say what they mean under [values] in the mapping, "
        "then read the file anew"
    )
