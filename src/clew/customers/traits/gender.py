"""The gender as a source has it."""

from __future__ import annotations

from clew.customers.trait import WORDS, Trait

_GENDER = f"""CASE WHEN {WORDS} IN ('m', 'male', 'man', 'mann', 'mannlich', 'herr', 'homme') THEN 'm'
  WHEN {WORDS} IN ('f', 'w', 'female', 'woman', 'frau', 'weiblich', 'femme') THEN 'f' ELSE {WORDS} END"""

TRAIT = Trait(
    name="gender",
    title="Gender",
    words=(
        "gender",
        "sex",
        "geschlecht",
    ),
    alike=_GENDER,
    sensitive=True,
)
