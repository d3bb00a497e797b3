"""What the customer tried or checked already before turning to somebody."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="step_tried",
    title="step already tried",
    locales={"en": Locale()},
    source="own; knowledge-centred service asks it",
    by="customer",
)
