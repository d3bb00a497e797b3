"""Any table: one interaction per row, or one case per row with several times, as a mapping says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clew.channels.column_words import MISSING_MARKS
from clew.channels.connector import DRAFT_COLUMNS, IDENTIFIER_COLUMNS, Connector, Table
from clew.channels.mapping import Mapping, Milestone, check_mapping
from clew.channels.vocabulary import DIRECTION_WORDS, PARTY_WORDS, word_sql

CONNECTOR = Connector(
    name="table",
    title="Table",
    question="What happened, to whom, when and on which channel, in a table that no other connector knows?",
    tables=(Table("rows", stems=(), needs=()),),
    documentation="Reads any table by a mapping; without one Clew guesses it from names and values, and shows the guess.",
    aliases=("csv", "generic"),
    rowwise=True,
)

#: What belongs to the case once, not to each of its milestones: it goes to the first that is filled.
_ONCE = ("text", "value", "rating")
#: Who of ours acts: only where a milestone is ours.
_OURS = ("party_id", "team")
#: Columns that intake may not understand word for word stay among the attributes too.
_KEPT_RAW = (
    "direction",
    "party",
    "kind",
    "outcome",
    "party_id",
    "team",
    "sla_met",
    "ended_at",
    "answered_at",
    "outcome_at",
)
#: What ties rows together: a mark such as NaN in one of these would make strangers one customer or one case.
_TIES = (*IDENTIFIER_COLUMNS, "case_ref", "conversation_id")
_MIDNIGHT = r"[ T]0?0:00(:00(\.0+)?)?$"
_DAY_ZERO = r"^(1899-12-3[01]|1900-01-0[01]|1904-01-01)[ T]"
_MONEY = r"^\s*[^\d\s.,-]{0,3}\s*-?\s*\d[\d.,\s]*\s*[^\d\s.,-]{0,3}\s*$"


def table_connector(mapping: Mapping, columns: Sequence[str]) -> Connector:
    """Build the connector that reads a table with these columns as the mapping says; MappingError where it can't."""
    check_mapping(mapping, columns)
    named = [column for column in columns if column and not column.startswith("_")]
    if mapping.shape == "people":
        return _people(mapping, columns)
    sql = _cases_sql(mapping, named) if mapping.shape == "cases" else _events_sql(mapping)
    left_raw = {mapping.columns[name] for name in _KEPT_RAW if mapping.shape == "cases" and name in mapping.columns}
    carried = tuple(column for column in mapping.named_columns if column not in left_raw)
    whole_row = mapping.shape == "cases" and _case_column(mapping) is None
    table = Table("rows", (), (), tuple(named) if whole_row else mapping.named_columns, sql, carried=carried)
    return Connector(
        name=CONNECTOR.name,
        title=CONNECTOR.title,
        question=CONNECTOR.question,
        tables=(table,),
        documentation=CONNECTOR.documentation,
        source=mapping.source,
        aliases=CONNECTOR.aliases,
        rowwise=True,
        missing_marks=mapping.missing,
    )


def _people(mapping: Mapping, columns: Sequence[str]) -> Connector:
    """Every row is kept whole as a record about whomever its identifiers name."""
    own = {name: _field_sql(mapping, name) for name in IDENTIFIER_COLUMNS}
    named = tuple(column for column in columns if column and not column.startswith("_"))
    table = Table("rows", (), (), named, profile_sql=_select(own))
    return replace(CONNECTOR, tables=(table,), source=mapping.source, missing_marks=mapping.missing)


def _events_sql(mapping: Mapping) -> str:
    return _select({name: _field_sql(mapping, name) for name in DRAFT_COLUMNS if name != "attributes"})


def _cases_sql(mapping: Mapping, named: Sequence[str]) -> str:
    column = _case_column(mapping)
    whole_row = ", ".join(f"coalesce({_name(each)}, chr(30))" for each in named)
    case = _name(column) if column else f"'row-' || md5(concat_ws(chr(31), {whole_row}))"
    # A case without a number keeps the mark as its id, at which intake quarantines it with the remedy.
    known = _without_marks(_name(column)) if column else case
    queries: list[str] = []
    for milestone in mapping.milestones:
        time = _name(milestone.column)
        fields = {
            "source_id": f"coalesce({known} || '/' || {_text(milestone.column)}, {case})",
            "occurred_at": time,
            "channel": _field_sql(mapping, "channel"),
            "touchpoint": _text(milestone.touchpoint),
            "kind": _text(milestone.kind),
            "direction": _text(milestone.direction),
            "party": _text(milestone.party),
            "conversation_id": _field_sql(mapping, "conversation_id"),
            "case_ref": case,
            "issue": _field_sql(mapping, "issue"),
            "outcome": _text(milestone.outcome) if milestone.outcome else None,
            "sla_met": _field_sql(mapping, "sla_met"),
        }
        fields |= {name: _field_sql(mapping, name) for name in IDENTIFIER_COLUMNS}
        fields |= {name: _field_sql(mapping, name) if milestone.party != "customer" else None for name in _OURS}
        fields |= {name: _once_sql(mapping, name, milestone) for name in _ONCE}
        given: dict[str, str | None] = {
            name: expression or "CAST(NULL AS VARCHAR)" for name, expression in fields.items()
        }
        queries.append(f"{_select(given)} WHERE {time} IS NOT NULL")
    return "\nUNION ALL\n".join(queries)


def _once_sql(mapping: Mapping, name: str, milestone: Milestone) -> str | None:
    value = _field_sql(mapping, name)
    if value is None:
        return None
    ratings = [each for each in mapping.milestones if each.kind == "rating"] if name == "rating" else []
    order = [*ratings, *(each for each in mapping.milestones if each not in ratings)]
    earlier = [f"{_name(each.column)} IS NULL" for each in order[: order.index(milestone)]]
    return f"CASE WHEN {' AND '.join(earlier)} THEN {value} END" if earlier else value


def _case_column(mapping: Mapping) -> str | None:
    return mapping.columns.get("case_ref") or mapping.columns.get("source_id")


def _field_sql(mapping: Mapping, name: str) -> str | None:
    """Return the field's expression over the raw row, its constant behind it, or None when the mapping has neither."""
    column = mapping.columns.get(name)
    constant = mapping.constants.get(name)
    found: list[str] = []
    if name == "occurred_at" and column is not None and "occurred_time" in mapping.columns:
        found.append(_day_and_clock_sql(_name(column), _name(mapping.columns["occurred_time"])))
    elif column is not None:
        found.append(_without_marks(_name(column)) if name in _TIES else _translated(mapping, name, _name(column)))
    if name == mapping.address:
        found += _customers_end(mapping)
    if name == "party_id" and "sender" in mapping.columns:
        found.append(f"CASE WHEN {_direction_sql(mapping)} = 'outbound' THEN {_name(mapping.columns['sender'])} END")
    if name == "handle" and mapping.network:
        found = [f"{_text(mapping.network + '/')} || ({each})" for each in found]
    if constant is not None:
        found.append(_text(constant))
    return f"coalesce({', '.join(found)})" if len(found) > 1 else next(iter(found), None)


def _day_and_clock_sql(day: str, clock: str) -> str:
    """Join a day with its time of day, without what spreadsheets add: midnight to a day, the day they count from to a time."""
    bare = f"CASE WHEN {clock} IS NULL THEN {day} ELSE regexp_replace({day}, '{_MIDNIGHT}', '') END"
    return f"concat_ws(' ', {bare}, regexp_replace({clock}, '{_DAY_ZERO}', ''))"


def _without_marks(text: str) -> str:
    return f"CASE WHEN {text} NOT IN ({', '.join(map(_text, MISSING_MARKS))}) THEN {text} END"


def _translated(mapping: Mapping, name: str, text: str) -> str:
    words = mapping.channels if name == "channel" else mapping.values.get(name, {})
    if words:
        cases = " ".join(f"WHEN {_text(_plain(spelling))} THEN {_text(word)}" for spelling, word in words.items())
        text = f"CASE lower(trim({text})) {cases} ELSE {text} END"
    if name in ("value", "rating"):
        groups = "." if mapping.decimal == "," else ","
        digits = f"regexp_replace({text}, '[^0-9.,-]', '', 'g')"
        number = f"replace(replace({digits}, '{groups}', ''), '{mapping.decimal}', '.')"
        return f"CASE WHEN regexp_full_match({text}, '{_MONEY}') THEN {number} ELSE {text} END"
    return text


def _customers_end(mapping: Mapping) -> list[str]:
    ends = (("sender", "inbound"), ("recipient", "outbound"))
    return [
        f"CASE WHEN {_direction_sql(mapping)} = '{direction}' THEN {_without_marks(_name(mapping.columns[end]))} END"
        for end, direction in ends
        if end in mapping.columns
    ]


def _direction_sql(mapping: Mapping) -> str:
    """Return Clew's word for the row's direction, from the direction, else from who acts, else inbound as intake assumes."""
    direction, party = _field_sql(mapping, "direction"), _field_sql(mapping, "party")
    found = [f"({word_sql(direction, DIRECTION_WORDS)})"] if direction else []
    if party:
        found.append(
            f"CASE ({word_sql(party, PARTY_WORDS)}) WHEN 'customer' THEN 'inbound' WHEN 'system' THEN 'internal' "
            "WHEN 'agent' THEN 'outbound' WHEN 'bot' THEN 'outbound' END"
        )
    return f"coalesce({', '.join([*found, _text('inbound')])})"


def _select(fields: dict[str, str | None]) -> str:
    listed = ",\n  ".join(f"{expression} AS {name}" for name, expression in fields.items() if expression is not None)
    return f"SELECT _file, _row,\n  {listed}\nFROM rows"


def _plain(spelling: str) -> str:
    return spelling.strip().lower()


def _name(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
