"""contacts_per_journey: how many times a customer gets in touch about one issue."""

from __future__ import annotations

from tests.metrics.measuring import journey, many, measure


def test_seven_contacts_on_five_journeys() -> None:
    found = measure("contacts_per_journey", [*many(4), journey(10, contacts=3), journey(11, contacts=0)])

    assert (found.value, found.n, found.unit) == (7 / 5, 5, "count")
    assert found.reason.endswith("1 left out: journeys without a contact by the customer")
