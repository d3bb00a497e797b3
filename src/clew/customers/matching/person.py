"""What is known of a person in one record, brought to one spelling so that two records can be compared."""

from __future__ import annotations

import duckdb
import pyarrow as pa

from clew.model import UsageError

#: What a person record may hold; only ``record_id`` must be there. ``source`` says which table a record is from.
COLUMNS = (
    "record_id",
    "source",
    "first_name",
    "last_name",
    "full_name",
    "birth_date",
    "gender",
    "email",
    "phone",
    "official_number",
    "street",
    "city",
    "region",
    "postcode",
    "country",
    "occupation",
)

#: Words that stand before or after a name and aren't part of it, in the languages of Europe that use Latin letters.
TITLES = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "rev",
    "reverend",
    "hon",
    "herr",
    "frau",
    "monsieur",
    "madame",
    "mme",
    "mlle",
    "senor",
    "senora",
    "sr",
    "sra",
    "jr",
    "junior",
    "senior",
    "dott",
    "signor",
    "signora",
    "mag",
    "ing",
    "phd",
    "esq",
]


def bring_to_one_spelling(connection: duckdb.DuckDBPyConnection, records: pa.Table) -> list[str]:
    """Write the session's table ``people`` from person records; returns its columns that hold anything, in a fixed order.

    Text loses case, accents, titles and punctuation; a birth date becomes ``YYYY-MM-DD`` whether it came as a date, as
    ``24/06/1971``, ``24.6.1971`` or ``19710624`` (day before month unless only the other order is a date); a phone number
    keeps its last nine digits. What can't be read so is left as missing, never guessed. Beside what was given stand
    ``other_names`` (those between first and last) and the parts that records are looked up by. Other columns, such as a
    truth to be tested against, don't get in. UsageError where ``record_id`` is missing, empty or not unique.
    """
    _check(connection, records)
    given = {name: f"CAST({name} AS VARCHAR)" for name in COLUMNS if name in records.column_names}
    raw = ", ".join(f"{given.get(name, 'NULL::VARCHAR')} AS {name}" for name in COLUMNS)
    connection.register("given_records", records)
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE people AS WITH raw AS (SELECT {raw} FROM given_records), {_CLEAN}, {_NAMED} {_PARTS}"
    )
    connection.unregister("given_records")
    return columns_with_values(connection)


def columns_with_values(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the columns of the session's ``people`` in which at least two records have a value."""
    names = [name for (name, *_) in connection.execute("DESCRIBE people").fetchall()]
    counted = connection.execute(f"SELECT {', '.join(f'count({name})' for name in names)} FROM people").fetchall()[0]
    return [name for name, count in zip(names, counted, strict=True) if count >= 2]


def _check(connection: duckdb.DuckDBPyConnection, records: pa.Table) -> None:
    """Refuse records that can't be told apart."""
    if "record_id" not in records.column_names:
        raise UsageError(f"Person records need a column record_id. Known columns: {', '.join(COLUMNS)}.")
    connection.register("given_records", records)
    rows, named, distinct = connection.execute(
        "SELECT count(*), count(record_id), count(DISTINCT CAST(record_id AS VARCHAR)) FROM given_records"
    ).fetchall()[0]
    connection.unregister("given_records")
    if named < rows:
        raise UsageError(f"{rows - named} of {rows} person records have no record_id. Give every record one.")
    if distinct < rows:
        raise UsageError(f"{rows - distinct} of {rows} person records repeat a record_id. Give every record its own.")


def _words(column: str) -> str:
    """Lower case without accents, everything but letters and digits of any script as one space; NULL where nothing is left."""
    plain = f"regexp_replace(lower(strip_accents({column})), '[''’`]', '', 'g')"
    return f"nullif(trim(regexp_replace({plain}, '[^\\p{{L}}\\p{{N}}]+', ' ', 'g')), '')"


def _name(column: str) -> str:
    """The words of a name without titles; only titles are no name."""
    titles = ", ".join(f"'{title}'" for title in TITLES)
    kept = f"list_filter(string_split({_words(column)}, ' '), lambda word: word NOT IN ({titles}))"
    return f"nullif(array_to_string({kept}, ' '), '')"


def _date(column: str) -> str:
    """A date as ``YYYY-MM-DD``; a day or month that no calendar has stays, as a slip of the pen is still evidence."""
    text = f"trim({column})"
    year_first = rf"regexp_extract({text}, '^(\d{{4}})[-/.]?(\d{{1,2}})[-/.]?(\d{{1,2}})(?:\D.*)?$', ['y', 'm', 'd'])"
    year_last = rf"regexp_extract({text}, '^(\d{{1,2}})[-/. ](\d{{1,2}})[-/. ](\d{{4}})$', ['d', 'm', 'y'])"
    return f"""CASE
      WHEN ({year_first}).y <> '' THEN concat_ws('-', ({year_first}).y, lpad(({year_first}).m, 2, '0'), lpad(({year_first}).d, 2, '0'))
      WHEN ({year_last}).y <> '' AND TRY_CAST(({year_last}).m AS INTEGER) > 12
        THEN concat_ws('-', ({year_last}).y, lpad(({year_last}).d, 2, '0'), lpad(({year_last}).m, 2, '0'))
      WHEN ({year_last}).y <> ''
        THEN concat_ws('-', ({year_last}).y, lpad(({year_last}).m, 2, '0'), lpad(({year_last}).d, 2, '0')) END"""


def _solid(column: str) -> str:
    """Letters and digits only, in lower case: how a postcode or a number on a document is compared."""
    return f"nullif(replace(coalesce({_words(column)}, ''), ' ', ''), '')"


_PHONE = r"regexp_replace(phone, '\D', '', 'g')"

_CLEAN = f"""clean AS (
  SELECT record_id, source, {_name("first_name")} AS given_first, {_name("last_name")} AS given_last,
    {_name("full_name")} AS given_full, {_date("birth_date")} AS birth_date, {_words("gender")} AS gender,
    CASE WHEN regexp_matches(email, '^[^@]+@[^@]+$') THEN lower(trim(email)) END AS email,
    CASE WHEN length({_PHONE}) >= 6 THEN right({_PHONE}, 9) END AS phone,
    {_solid("official_number")} AS official_number, {_words("street")} AS street, {_words("city")} AS city,
    {_words("region")} AS region, {_solid("postcode")} AS postcode, {_words("country")} AS country,
    {_words("occupation")} AS occupation
  FROM raw
)"""

#: Where only a full name is given its first word and its last are the names; a name of one word is a first name.
_NAMED = """named AS (
  SELECT *, string_split(given_full, ' ') AS full_words,
    coalesce(given_first, CASE WHEN given_last IS NULL THEN full_words[1] END) AS first_name,
    coalesce(given_last, CASE WHEN given_first IS NULL AND len(full_words) > 1 THEN full_words[-1] END) AS last_name
  FROM clean
)"""

_PARTS = """SELECT record_id, source, first_name, last_name,
  nullif(array_to_string(list_sort(list_distinct(list_filter(full_words,
    lambda word: word <> coalesce(first_name, '') AND word <> coalesce(last_name, '') AND len(word) > 0))), ' '), '') AS other_names,
  birth_date, gender, email, split_part(email, '@', 1) AS email_name, phone, official_number,
  street, city, region, postcode, country, occupation,
  CASE WHEN first_name < last_name THEN first_name || ' ' || last_name ELSE last_name || ' ' || first_name END AS both_names,
  left(birth_date, 4) AS birth_year, right(birth_date, 5) AS birth_day,
  left(first_name, 3) AS first_name_start, left(last_name, 3) AS last_name_start, left(postcode, 3) AS postcode_start
FROM named ORDER BY record_id"""
