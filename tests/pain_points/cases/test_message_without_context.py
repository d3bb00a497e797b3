"""Message without context: a bare result counts; a reason, a sum, a day or a next step is context."""

from __future__ import annotations

import pytest

from tests.journeys.threads import DAY, MINUTE
from tests.pain_points.heard import hears, places, says

ASKS = says("asks", 0, "My bill is too high.")


def notice(text: str) -> list[str]:
    return places("message_without_context", [ASKS, hears("notice", DAY, text, "system", channel="sms", talk="2")])


@pytest.mark.parametrize(
    "text",
    [
        "Brightline: your case is closed.",
        "Your request has been completed. Thank you.",
        "Your request has been processed.",
    ],
)
def test_a_bare_result_leaves_the_customer_guessing(text: str) -> None:
    assert notice(text) == ["notice"]


@pytest.mark.parametrize(
    "text",
    [
        "Your bill was corrected to $96.02.",
        "Your case is closed: we found a wrong meter reading and sent you a corrected bill.",
        "Your case is closed. Your next bill comes on May 6.",
        "Your case is closed. We found a wrong meter reading and corrected it.",
        "Your case is in review.",
        "How satisfied were you with us?",
        "This is an automatic reply. Your message was processed.",
    ],
)
def test_a_reason_a_sum_a_day_a_next_step_or_no_result_at_all_is_none(text: str) -> None:
    assert notice(text) == []


def test_an_agents_short_word_in_a_talk_is_no_notice() -> None:
    assert places("message_without_context", [ASKS, hears("agent", MINUTE, "Your case is closed.")]) == []
