"""What was read in texts as rows that can be kept: places in texts, never the words themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa

from clew.journeys.acts.promised_days import promised_days
from clew.journeys.acts.read import ActReader
from clew.journeys.facts.doubts import doubts_in
from clew.journeys.facts.prose import Sentence
from clew.journeys.facts.read import Reader
from clew.journeys.facts.reading import Asked, Reading, Said
from clew.journeys.facts.speech import Speaker, Turn

SCHEMA = pa.schema(
    [
        ("interaction_id", pa.string()),
        ("what", pa.string()),
        ("fact", pa.string()),
        ("start_char", pa.int64()),
        ("end_char", pa.int64()),
        ("speaker", pa.string()),
        ("shape", pa.string()),
        ("flag", pa.bool_()),
        ("number", pa.string()),
        ("read_by", pa.string()),
    ]
)
Row = tuple[str, str, str, int, int, str, str, bool, str | None]


def read_texts(texts: Iterable[tuple[str, str, str]]) -> pa.Table:
    """Read texts given as id, party and text; return their marks in that order.

    ``what`` is ``turn``, ``said``, ``asked``, ``rest``, ``doubt`` (what may ask for something, but was read as no question)
    or ``act`` (what is done by words; ``shape`` then says more of it, and ``number`` how many days a promise leaves); ``shape``
    of a question is "invites" where it only offers help; ``flag`` says that a value's kind is sure, or that a question is
    only a check; ``number`` is how many digits a bare number has, how likely a sentence tells the problem, or within how many
    days something was promised. ``read_by`` is NULL: all of it was read by rules and phrasebooks.
    """
    reader, acts = Reader(), ActReader()
    rows: list[Row] = []
    for interaction_id, party, text in texts:
        reading = reader.read(text, party)
        rows += _rows(interaction_id, reading)
        rows += _acts(interaction_id, text, reading, acts)
        rows += [
            (interaction_id, "doubt", "", each.start, each.end, "company", "", False, None)
            for each in doubts_in(text, reading)
        ]
    columns = zip(*((*row, None) for row in rows), strict=True) if rows else [()] * len(SCHEMA)
    return pa.table([pa.array(column, field.type) for column, field in zip(columns, SCHEMA, strict=True)], SCHEMA)


def _rows(interaction_id: str, reading: Reading) -> list[Row]:
    rows: list[Row] = [
        (interaction_id, "turn", "", turn.start, turn.end, turn.speaker, "", False, None) for turn in reading.turns
    ]
    for said in reading.said:
        number = said.value if said.fact == "promise" else None
        if said.shape == "digits":
            number = str(sum(map(str.isdigit, said.value)))
        rows.append(
            (interaction_id, "said", said.fact, said.start, said.end, said.speaker, said.shape, said.sure, number)
        )
    rows += [
        (
            interaction_id,
            "asked",
            each.fact,
            each.start,
            each.end,
            "company",
            "invites" * each.invites,
            each.check,
            None,
        )
        for each in reading.asked
    ]
    rows += [
        (interaction_id, "rest", "", each.start, each.end, "customer", "", False, f"{each.share:.2f}")
        for each in reading.rest
    ]
    return rows


def _acts(interaction_id: str, text: str, reading: Reading, reader: ActReader) -> list[Row]:
    rows: list[Row] = [
        (interaction_id, "act", done.act, done.start, done.end, done.speaker, done.about, False, None)
        for done in reader.read(text, reading.deeds)
    ]
    for said in reading.said:
        days = promised_days(text[said.start : said.end]) if said.fact == "promise" else None
        if days is not None:
            rows.append((interaction_id, "act", "promises", said.start, said.end, said.speaker, "", False, f"{days:g}"))
    return rows


def reading_of(text: str, marks: Sequence[Mapping[str, object]]) -> Reading:
    """Return what was read in a text from its marks."""
    said: list[Said] = []
    asked: list[Asked] = []
    rest: list[Sentence] = []
    turns: list[Turn] = []
    for mark in marks:
        start, end, what = mark["start_char"], mark["end_char"], mark["what"]
        assert isinstance(start, int) and isinstance(end, int)
        if what == "said":
            value = mark["number"] if mark["fact"] == "promise" else text[start:end]
            said.append(
                Said(str(mark["fact"]), str(value), start, end, _speaker(mark), str(mark["shape"]), bool(mark["flag"]))
            )
        elif what == "asked":
            read_by, invites = str(mark.get("read_by") or ""), mark["shape"] == "invites"
            asked.append(Asked(str(mark["fact"]), start, end, bool(mark["flag"]), read_by, invites=invites))
        elif what == "rest":
            rest.append(Sentence(start, end, float(str(mark["number"]))))
        elif what == "turn":
            turns.append(Turn(_speaker(mark), start, end))
    return Reading(tuple(said), tuple(asked), tuple(rest), tuple(turns))


def _speaker(mark: Mapping[str, object]) -> Speaker:
    return "customer" if mark["speaker"] == "customer" else "company"
