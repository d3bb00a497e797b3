"""The language; one told by a code is compared with codes only, whatever the country behind it."""

from __future__ import annotations

from clew.customers.trait import Trait

_IS_CODE = r"regexp_matches(value, '^[A-Za-z]{2,3}([-_].*)?$')"

TRAIT = Trait(
    name="language",
    title="Language",
    words=(
        "language",
        "locale",
        "lang",
        "preferredlanguage",
        "hslanguage",
        "sprache",
        "languageoverride",
    ),
    sure_words=(
        "preferredlanguage",
        "customerlanguage",
    ),
    alike=f"CASE WHEN {_IS_CODE} THEN left(lower(value), 2) ELSE lower(strip_accents(value)) END",
    alike_among=_IS_CODE,
    tells_apart=True,
)
