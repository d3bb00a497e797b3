"""Names what upsets customers most on a journey, and the five signals in the data with the decision that each supports."""

from __future__ import annotations

from dataclasses import dataclass

from clew.pain_points.detector import Signal, Trigger


@dataclass(frozen=True)
class SignalMeaning:
    """What a signal is called, and what to decide where it is strong."""

    title: str
    decision: str


SIGNALS: dict[Signal, SignalMeaning] = {
    "repeat_contacts": SignalMeaning("Repeat contacts on one issue", "Rework the workflow or the escalation path."),
    "channel_switching": SignalMeaning("Frequent channel switching", "Mend the handoffs, or the quality of answers."),
    "waits_before_an_agent": SignalMeaning("Long waits before an agent", "Staffing or routing."),
    "self_service_completion": SignalMeaning("Low self-service completion", "Mend articles or bot flows."),
    "repeated_requests": SignalMeaning(
        "Repeated requests for order or account details", "Connect the systems, and carry the history along."
    ),
}
TRIGGERS: dict[Trigger, str] = {
    "waiting": "Waiting",
    "repeating": "Repeating oneself",
    "no_resolution": "No resolution",
    "unclear_next_steps": "Unclear next steps",
    "sudden_switch": "A sudden change of channel",
}
