"""Says what of a submission couldn't be scored: records that no export has, and words that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from clew.model import CHANNELS, KINDS, PARTIES
from clew.simulator.score.capabilities.drivers import NO_CAUSE
from clew.simulator.score.capabilities.outcomes import OUTCOMES
from clew.simulator.score.matched import Matched
from clew.simulator.score.true_metrics import TRUE_METRICS, UNTOLD
from clew.simulator.truth_tables import EMOTIONS

CHANNEL_WORDS = tuple(channel.name for channel in CHANNELS)
LINKED = ("email", "phone", "account", "device", "handle", "customer_ref")
#: So many unknown words are named, and so many known ones.
MOST_NAMED = 3
#: Words a column may hold whatever the truth is.
WORDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("interactions", "channel"): CHANNEL_WORDS,
    ("interactions", "kind"): KINDS,
    ("interactions", "party"): PARTIES,
    ("links", "kind_a"): LINKED,
    ("links", "kind_b"): LINKED,
    ("outcomes", "outcome"): OUTCOMES,
    ("handoffs", "from_channel"): CHANNEL_WORDS,
    ("handoffs", "to_channel"): CHANNEL_WORDS,
    ("emotions", "emotion"): tuple(name for _, name in EMOTIONS),
    ("drivers", "outcome"): ("satisfaction", "left"),
    ("metrics", "metric"): (*TRUE_METRICS, *UNTOLD),
}
#: Words that only this truth knows: the columns of the submission, and those of the truth that hold them.
PLANTED: dict[tuple[str, str], tuple[str, str]] = {
    ("facts", "fact"): ("facts", "fact"),
    ("asked_again", "fact"): ("facts", "fact"),
    ("frictions", "friction"): ("frictions", "friction"),
    ("drivers", "driver"): ("drivers", "driver"),
    ("effects", "intervention"): ("effects", "intervention"),
    ("effects", "outcome"): ("effects", "outcome"),
}


def remarks(matched: Matched) -> list[str]:
    """Return one sentence for each table and column that holds what nothing can be scored with."""
    return [*_strangers(matched), *_unknown_words(matched)]


def _strangers(matched: Matched) -> Iterator[str]:
    """Say how many records, each counted once a table, stand in no exported row."""
    own = matched.truth["interactions"].select("record")
    known = pl.concat([own, matched.truth["rows"].select("record")]).unique()
    for table in matched.submission:
        frame = matched.submission[table]
        columns = [name for name in ("record", "from_record", "to_record") if name in frame.columns]
        if not columns:
            continue
        told = pl.concat([frame.select(record=pl.col(name)) for name in columns]).drop_nulls().unique()
        strange = told.join(known, on="record", how="anti").height
        if strange:
            yield (
                f"{strange:,} of {told.height:,} records in {table} are in no export, and can't be right. "
                "docs/scoring.md says how each system's records are named."
            )


def _unknown_words(matched: Matched) -> Iterator[str]:
    for table in matched.submission:
        frame = matched.submission[table]
        for column in frame.columns:
            known = _known(matched, table, column)
            if known is None:
                continue
            said = frame.filter(pl.col(column).is_not_null() & ~pl.col(column).is_in(known))
            if said.height:
                strange = sorted(said[column].unique())
                yield (
                    f"{said.height:,} of {frame.height:,} rows in {table} have no known word in column {column} "
                    f"({_some(strange)}). Known: {', '.join(known) or 'none, for none is planted'}."
                )


def _known(matched: Matched, table: str, column: str) -> list[str] | None:
    """Return the words that a column may hold; None where any will do."""
    if (table, column) in WORDS:
        return list(WORDS[table, column])
    if (table, column) not in PLANTED:
        return None
    source, name = PLANTED[table, column]
    planted = matched.truth[source][name].drop_nulls().unique().sort().to_list()
    return [word for word in planted if word not in NO_CAUSE]


def _some(words: list[str]) -> str:
    """Name the first few words, none of them at length."""
    named = ", ".join(f'"{word[:40]}"' for word in words[:MOST_NAMED])
    return named if len(words) <= MOST_NAMED else f"{named} and {len(words) - MOST_NAMED:,} more"
