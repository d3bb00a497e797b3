"""The catalogue over HTTP: every definition with its value, and each metric's parts, trend, breakdowns and comparisons."""

from __future__ import annotations

import pytest

from clew.metrics import known_metrics
from tests.api.clients import TestClient

METRICS = "/api/v1/metrics"
NAMES = sorted(known_metrics())


def behind(client: TestClient, through: str, **selection: object) -> int:
    answer = client.get("/api/v1/journeys", params={"through": through, "limit": 1, **selection})
    assert answer.status_code == 200, answer.text
    return int(answer.json()["occurrences"])


def test_the_catalogue_has_every_metric_those_of_the_headline_first(served: TestClient) -> None:
    listed = served.get(METRICS).json()["metrics"]
    assert sorted(line["metric"]["name"] for line in listed) == NAMES
    places = [line["headline_place"] for line in listed]
    for line in listed:
        assert behind(served, line["through"]) == line["metric"]["n"]
    headed = [place for place in places if place is not None]
    assert places == [*sorted(headed), *[None] * (len(places) - len(headed))]


@pytest.mark.parametrize("name", NAMES)
def test_a_metric_says_what_it_is_and_what_became_of_every_journey(served: TestClient, name: str) -> None:
    detail = served.get(f"{METRICS}/{name}", params={"channel": "email"}).json()
    metric = known_metrics()[name]
    assert detail["definition"]["formula"] == metric.formula
    assert detail["definition"]["sql"].startswith("SELECT\n")
    assert sum(detail["parts"].values()) == detail["journeys"] > 0
    for part, journeys in detail["parts"].items():
        assert behind(served, f"{detail['parts_through']}/{part}", channel="email") == journeys
    assert behind(served, detail["through"], channel="email") == detail["metric"]["n"]
    assert detail["metric"]["value"] is not None or detail["metric"]["reason"]


def test_a_trend_adds_up_and_its_points_are_reached_by_their_days(served: TestClient) -> None:
    trend = served.get(f"{METRICS}/contacts_per_journey/trend", params={"period": "week"}).json()
    whole = served.get(f"{METRICS}/contacts_per_journey").json()
    assert sum(sum(bucket["parts"].values()) for bucket in trend["buckets"]) == whole["journeys"]
    for bucket in trend["buckets"][:3]:
        days = {"from": bucket["first_day"], "to": bucket["last_day"]}
        assert behind(served, bucket["through"], **days) == bucket["n"]
        assert served.get(f"{METRICS}/contacts_per_journey", params=days).json()["metric"]["value"] == bucket["value"]


@pytest.mark.parametrize("by", ["first_channel", "last_channel", "issue", "outcome", "source", "bounded_by"])
def test_a_breakdown_adds_up_and_each_line_opens_its_journeys(served: TestClient, by: str) -> None:
    found = served.get(f"{METRICS}/time_to_first_response/breakdown", params={"by": by, "from": "2026-03-10"}).json()
    assert sum(line["journeys"] for line in found["lines"]) == found["journeys"] > 0
    for line in found["lines"]:
        assert behind(served, line["through"], **{"from": "2026-03-10"}) == line["metric"]["n"]


@pytest.mark.parametrize("name", ["reopen_rate", "contacts_per_journey", "time_to_resolution"])
def test_a_spread_adds_up_and_each_bar_opens_its_journeys(served: TestClient, name: str) -> None:
    found = served.get(f"{METRICS}/{name}/distribution").json()
    assert sum(each["counted"] + each["censored"] for each in found["bins"]) == found["measured"] > 0
    for each in found["bins"]:
        assert behind(served, each["through"]) == each["counted"] + each["censored"]


def test_two_selections_stand_side_by_side(served: TestClient) -> None:
    asked = {"channel": "email", "vs_channel": ["chat", "phone"], "vs_from": "2026-03-10", "vs_to": "2026-04-10"}
    found = served.get(f"{METRICS}/contacts_per_journey/compare", params=asked).json()
    alone = {"channel": ["chat", "phone"], "from": "2026-03-10", "to": "2026-04-10"}
    metric = f"{METRICS}/contacts_per_journey"
    assert found["now"] == served.get(metric, params={"channel": "email"}).json()["metric"]
    assert found["before"] == served.get(metric, params=alone).json()["metric"]
    assert found["difference"]["value"] == pytest.approx(found["now"]["value"] - found["before"]["value"])
    assert found["difference"]["low"] < found["difference"]["value"] < found["difference"]["high"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/no_such", 404),
        ("/no_such/trend", 404),
        ("/reopen_rate/trend?period=hour", 422),
        ("/reopen_rate/breakdown?by=colour", 422),
        ("/reopen_rate/compare?vs_from=2026-05-02&vs_to=2026-05-01", 422),
        ("/reopen_rate/compare?vs_to=9999-12-31", 422),
        ("/reopen_rate/compare?vs_channel=pigeon", 422),
    ],
)
def test_what_is_not_there_says_what_would_be(served: TestClient, address: str, status: int) -> None:
    answer = served.get(METRICS + address)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"]


def test_the_same_question_about_the_same_build_is_not_answered_twice(served: TestClient) -> None:
    first = served.get(f"{METRICS}/reopen_rate/trend")
    again = served.get(f"{METRICS}/reopen_rate/trend", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = served.get(f"{METRICS}/reopen_rate/compare?vs_channel=email")
    assert other.headers["etag"] != served.get(f"{METRICS}/reopen_rate/compare?vs_channel=chat").headers["etag"]
