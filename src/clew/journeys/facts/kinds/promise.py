"""What the company promised: an answer or a result by a day."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="promise",
    title="promise",
    locales={"en": Locale()},
    source="own; a promise with a day can be kept or broken",
    by="company",
)
