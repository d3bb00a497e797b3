"""The customer says that a matter which was settled is there again."""

from __future__ import annotations

from clew.journeys.acts.act import SpeechAct

ACT = SpeechAct(
    name="came_back",
    title="says that it is back",
    by="customer",
    phrases=("customer.came_back",),
    source="own; how reopened cases begin",
)
