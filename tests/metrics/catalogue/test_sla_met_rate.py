"""sla_met_rate: of journeys with a service level, those in which none was missed."""

from __future__ import annotations

from tests.metrics.measuring import many, measure


def test_six_of_eight_kept_their_service_level() -> None:
    found = measure("sla_met_rate", [*many(6, sla_met=True), *many(2, first=6, sla_met=False), *many(3, first=8)])

    assert (found.value, found.n) == (6 / 8, 8)
    assert found.reason.endswith("3 left out: journeys whose source names no service level")
