"""A customer's interaction without any identifier belongs to nobody."""

from __future__ import annotations

from clew.app.quality.check import Bounds, Effect, QualityCheck

CHECK = QualityCheck(
    name="missing_identifiers",
    title="no identifier",
    question="How many of the customers' own interactions say nothing of who it was?",
    why="Without an e-mail, phone, account or device an interaction can't be joined with anything the customer did elsewhere.",
    unit="interactions",
    bounds=Bounds(note=0.0, warn=0.02, bad=0.15),
    says="{n} of {of} {part} interactions by customers ({share}) name nobody.",
    affects=(
        Effect("customers", "too many: what one person does without a name is a stranger's each time"),
        Effect("journeys", "marked as not identified"),
        Effect("contacts_per_journey", "too low"),
        Effect("no_repeat_within_7d", "too high, as repeats aren't recognised"),
        Effect("channel_switching_rate", "too low, as the other channel's part isn't joined"),
    ),
    remedy="Have {source} export an e-mail, phone or account column, or map it if it is there ('clew sources --files').",
    query="""
SELECT source, channel AS part, occurred_us AS at_us, (coalesce(len(identifiers), 0) = 0)::INT AS n, 1 AS "of",
  interaction_id AS example, NULL AS detail
FROM interactions WHERE party = 'customer'
""",
)
