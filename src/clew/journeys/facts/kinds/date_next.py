"""The day on which the next thing happens: the next bill, the new appointment."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="date_next",
    title="next date",
    locales={
        "en": Locale(
            before=r"(?:next|what'?s next|following|upcoming|new (?:date|appointment|day|time)|(?:moved|rescheduled|changed)[^.]{0,30}\bto|bill you|billed|regular bill|arrives?|expect(?: it)?|due)"
            r"\b[^.!?\d]{0,45}?(?:\bon|\bis|\bto|\bby|:|\bdue|\bcomes on|\bfor)?\W*",
        )
    },
    source="own; what a closing message should name",
    shapes=("date",),
    by="company",
)
