"""The words that interactions are told in: what they are, which way they went, who acted, how it ended."""

from __future__ import annotations

KINDS = (
    "message",
    "call",
    "visit",
    "search",
    "article",
    "rating",
    "order",
    "status",
    "note",
    "task",
    "lookup",
    "payment",
    "campaign",
    "form",
)
DIRECTIONS = ("inbound", "outbound", "internal")
PARTIES = ("customer", "bot", "agent", "system")
OUTCOMES = ("resolved", "reopened", "abandoned", "closed")
