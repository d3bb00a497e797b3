"""The day of birth; a date whose day and month could be each other's is compared with nothing."""

from __future__ import annotations

from clew.customers.trait import Trait

#: Year first; day first with dots; with other signs only where one of the two can't be a month.
_DAY = r"""CASE
  WHEN regexp_matches(value, '^\d{4}-\d\d-\d\d') THEN left(value, 10)
  WHEN regexp_matches(value, '^(19|20)\d{6}$') THEN left(value, 4) || '-' || value[5:6] || '-' || value[7:8]
  WHEN regexp_matches(value, '^\d{1,2}\.\d{1,2}\.\d{4}$') THEN concat_ws('-', split_part(value, '.', 3),
    lpad(split_part(value, '.', 2), 2, '0'), lpad(split_part(value, '.', 1), 2, '0'))
  WHEN regexp_matches(value, '^(1[3-9]|[23]\d)[/-]\d{1,2}[/-]\d{4}$') THEN concat_ws('-', right(value, 4),
    lpad(regexp_extract(value, '[/-](\d{1,2})[/-]', 1), 2, '0'), left(value, 2))
  WHEN regexp_matches(value, '^\d{1,2}[/-](1[3-9]|[23]\d)[/-]\d{4}$') THEN concat_ws('-', right(value, 4),
    lpad(regexp_extract(value, '^\d+'), 2, '0'), regexp_extract(value, '[/-](\d{1,2})[/-]', 1)) END"""

TRAIT = Trait(
    name="birth_date",
    title="Birth date",
    words=(
        "birthdate",
        "dateofbirth",
        "birthday",
        "dob",
        "geburtsdatum",
        "geburtstag",
    ),
    sure_words=(
        "birthdate",
        "dateofbirth",
        "dob",
        "geburtsdatum",
    ),
    alike=_DAY,
    policy="most often",
    sensitive=True,
    tells_apart=True,
)
