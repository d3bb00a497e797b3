"""How many days a promise leaves: hours, working days and weeks are told apart, and the longest span named counts."""

from __future__ import annotations

import pytest

from clew.journeys.acts.promised_days import promised_days


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("You'll hear from us within 5 days.", 5.0),
        ("We reply within 24 hours.", 1.0),
        ("Please allow 5 working days.", 7.0),
        ("It takes three to ten days.", 10.0),
        ("You'll have it in a week.", 7.0),
        ("Give us 2-3 weeks.", 21.0),
        ("Give us a couple of days.", 2.0),
        ("We'll be in touch soon.", None),
        ("Call us on 5 May.", None),
    ],
)
def test_a_promise_leaves_so_many_days(sentence: str, days: float | None) -> None:
    assert promised_days(sentence) == days
