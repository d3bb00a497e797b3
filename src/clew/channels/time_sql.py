"""Reads times of every common way of writing in DuckDB: one strict grammar for ISO text, and rewrites of the others to it."""

from __future__ import annotations

_DATE = r"\d{4}-\d{1,2}-\d{1,2}"
_PLAIN = rf"{_DATE}(?:[ T]\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:\.\d{{1,9}})?)?)?"
_FULL = rf"{_DATE}[ T]\d{{1,2}}:\d{{2}}:\d{{2}}(?:\.\d{{1,9}})?"
_UTC_MARK = r"(?:Z|\+00(?::?00)?| UTC)"
_OFFSET = r"[+-](?:0\d|1[0-5])(?::?[0-5]\d)?"
_LOOSE = (
    rf"^\s*({_DATE})(?:[T\s,]+(\d{{1,2}}):(\d{{2}})(:\d{{2}})?([.,]\d{{1,9}})?\s*([AaPp]\.?[Mm]\.?)?\s*(?:Uhr|h)?\s*"
    rf"(Z|z|UTC|GMT|UT|{_OFFSET})?)?\s*$"
)


def iso_sql(text: str, zone: str) -> str:
    """Give microseconds since 1970 UTC from ISO 8601 text and its looser relatives; ``zone`` is a quoted zone name."""
    # DuckDB's cast to TIMESTAMP drops offsets, AM/PM and zone names without a word: only texts proven to be plain reach it.
    here = (
        "epoch_us(TRY_CAST({} AS TIMESTAMP))"
        if zone == "'UTC'"
        else f"epoch_us(timezone({zone}, TRY_CAST({{}} AS TIMESTAMP)))"
    )
    plain, marked = (f"(?:{_PLAIN}|{_FULL}{_UTC_MARK})", None) if zone == "'UTC'" else (_PLAIN, f"{_FULL}{_UTC_MARK}")
    cases = [f"WHEN regexp_full_match({text}, '{plain}') THEN {here.format(text)}"]
    if marked:
        cases.append(f"WHEN regexp_full_match({text}, '{marked}') THEN epoch_us(TRY_CAST({text} AS TIMESTAMP))")
    cases.append(f"WHEN regexp_full_match({text}, '{_FULL}{_OFFSET}') THEN epoch_us(TRY_CAST({text} AS TIMESTAMPTZ))")
    parts = f"regexp_extract({text}, '{_LOOSE}', ['date', 'hour', 'minute', 'second', 'fraction', 'half', 'offset'])"
    hour = (
        "CASE WHEN p.half = '' THEN p.hour WHEN TRY_CAST(p.hour AS INTEGER) BETWEEN 1 AND 12 "
        "THEN CAST(CAST(p.hour AS INTEGER) % 12 + CASE WHEN lower(p.half[1]) = 'p' THEN 12 ELSE 0 END AS VARCHAR) END"
    )
    clock = (
        f"CASE WHEN p.hour = '' THEN p.date ELSE p.date || ' ' || ({hour}) || ':' || p.minute || CASE p.second WHEN '' THEN ':00' ELSE p.second END "
        "|| replace(p.fraction, ',', '.') END"
    )
    offset = "CASE WHEN regexp_matches(p.\"offset\", '^[+-]') THEN p.\"offset\" ELSE '+00' END"
    moment = (
        f"CASE WHEN p.date = '' THEN NULL WHEN p.\"offset\" = '' THEN {here.format(f'({clock})')} "
        f"ELSE epoch_us(TRY_CAST(({clock}) || {offset} AS TIMESTAMPTZ)) END"
    )
    return f"CASE {' '.join(cases)} WHEN {text} IS NOT NULL THEN {once(parts, 'p', moment)} END"


def as_iso_sql(family: str, text: str) -> str:
    """Give text in another family rewritten year first with dashes; what doesn't fit the family stays as it is."""
    if family in ("day_first", "month_first"):
        order = r"\2-\1" if family == "day_first" else r"\1-\2"
        rest = r"(?:[,T\s]+(.*))?$"
        iso = f"regexp_replace({text}, '^\\s*(\\d{{1,2}})[./-](\\d{{1,2}})[./-](\\d{{4}}){rest}', '\\3-{order} \\4')"
        short = r"^\s*(\d{1,2})[./-](\d{1,2})[./-]"
        recent = f"regexp_replace({text}, '{short}([0-6]\\d){rest}', '20\\3-{order} \\4')"
        older = f"regexp_replace({text}, '{short}([7-9]\\d){rest}', '19\\3-{order} \\4')"
        return (
            f"CASE WHEN regexp_matches({text}, '{short}\\d{{4}}') THEN {iso} "
            f"WHEN regexp_matches({text}, '{short}[0-6]\\d(?:\\D|$)') THEN {recent} "
            f"WHEN regexp_matches({text}, '{short}[7-9]\\d(?:\\D|$)') THEN {older} ELSE {text} END"
        )
    if family == "year_first":
        slashed = rf"regexp_replace({text}, '^\s*(\d{{4}})[/.](\d{{1,2}})[/.](\d{{1,2}})', '\1-\2-\3')"
        day = rf"regexp_replace({slashed}, '^\s*(\d{{4}})(\d{{2}})(\d{{2}})$', '\1-\2-\3')"
        minute = rf"regexp_replace({day}, '^\s*(\d{{4}})(\d{{2}})(\d{{2}})[T ]?(\d{{2}}):?(\d{{2}})(\D.*)?$', '\1-\2-\3 \4:\5\6')"
        second = r"^\s*(\d{4})(\d{2})(\d{2})[T ]?(\d{2})(\d{2})(\d{2})(\D.*)?$"
        return rf"regexp_replace({minute}, '{second}', '\1-\2-\3 \4:\5:\6\7')"
    return _named_month_as_iso(text)


#: The first three letters (four for French June and July) of month names in English, German, Spanish and French.
_MONTHS: tuple[tuple[str, ...], ...] = (
    ("jan", "ene"),
    ("feb", "fev"),
    ("mar", "mae", "mrz"),
    ("apr", "abr", "avr"),
    ("may", "mai"),
    ("jun", "juin"),
    ("jul", "juil"),
    ("aug", "ago", "aou"),
    ("sep", "set"),
    ("oct", "okt"),
    ("nov",),
    ("dec", "dez", "dic"),
)
#: RFC 2822, section 4.3: the only zone names mail may carry.
_MAIL_ZONES = (("EDT", "-0400"), ("EST|CDT", "-0500"), ("CST|MDT", "-0600"), ("MST|PDT", "-0700"), ("PST", "-0800"))


def _named_month_as_iso(text: str) -> str:
    weekday = "(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
    bare = rf"regexp_replace({text}, '^\s*{weekday}\.?,?\s+|\s*\([^)]*\)\s*$', '', 'gi')"
    day_first = rf"regexp_replace({bare}, '^\s*(\pL+)\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})', '\2 \1 \3')"
    for names, offset in _MAIL_ZONES:
        day_first = rf"regexp_replace({day_first}, '(:\d{{2}}) (?:{names})$', '\1 {offset}')"
    pattern = r"^\s*(\d{1,2})(?:st|nd|rd|th|\.)?[\s/-]+(\pL+)\.?,?[\s/-]+(\d{4}|\d{2})(?:[,T\s]+(.*))?$"
    parts = f"regexp_extract({day_first}, '{pattern}', ['day', 'month', 'year', 'rest'])"
    name = "lower(strip_accents(d.month))"
    months = " ".join(
        f"WHEN {' OR '.join(f'''starts_with({name}, '{start}')''' for start in starts)} THEN '{number:02d}'"
        for number, starts in enumerate(_MONTHS, 1)
    )
    year = "CASE WHEN length(d.year) = 4 THEN d.year WHEN d.year < '70' THEN '20' || d.year ELSE '19' || d.year END"
    iso = f"({year}) || '-' || (CASE {months} END) || '-' || d.day || ' ' || d.rest"
    return once(parts, "d", f"CASE WHEN d.day = '' THEN {text} ELSE {iso} END")


def once(expression: str, name: str, body: str) -> str:
    """Give SQL in which ``body`` uses ``expression`` by ``name`` and evaluates it once."""
    # DuckDB evaluates an expression anew in each CASE branch; a lambda over a list of one gives it a name.
    return f"list_transform([{expression}], lambda {name}: {body})[1]"
