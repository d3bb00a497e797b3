"""What is wrong with the data is told with numbers that sum, what each finding does, and examples that open."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from clew.app.quality import quality_report
from clew.app.workspace import Workspace
from tests.api.clients import TestClient


@pytest.fixture(scope="module")
def quality(served: TestClient) -> dict[str, Any]:
    """The whole report, asked for until it is ready."""
    for _ in range(60):
        answer = served.get("/api/v1/quality")
        if answer.status_code != 503:
            break
        assert answer.headers["retry-after"] == "1"
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_page_is_told_what_the_command_tells(quality: dict[str, Any], company: Workspace) -> None:
    report = quality_report(company)

    assert [(each["check"], each["source"], each["part"], each["n"], each["of"]) for each in quality["findings"]] == [
        (each.check, each.source, each.part, each.n, each.of) for each in report.findings
    ]
    assert quality["checks"] == report.checks
    assert len({each["id"] for each in quality["findings"]}) == len(quality["findings"])


def test_the_findings_of_each_source_sum_to_what_it_is_said_to_have(quality: dict[str, Any]) -> None:
    for source in quality["sources"]:
        own = [each["severity"] for each in quality["findings"] if each["source"] == source["source"]]
        assert [own.count(severity) for severity in ("bad", "warn", "note")] == [
            source[severity] for severity in ("bad", "warn", "note")
        ]


def test_each_finding_says_what_it_bends_and_its_examples_open(served: TestClient, quality: dict[str, Any]) -> None:
    known = {each["metric"]["name"] for each in served.get("/api/v1/metrics").json()["metrics"]}
    for finding in quality["findings"]:
        assert finding["effects"]
        assert finding["remedy"]
        assert {each["on"] for each in finding["effects"] if each["is_metric"]} <= known
        for example in finding["examples"]:
            if example["journey_id"]:
                journey = quote(example["journey_id"], safe="")
                steps = served.get(f"/api/v1/journeys/{journey}?at={example['position']}&limit=1").json()["steps"]
                assert steps["items"][0]["interaction_id"] == example["id"]


def test_one_source_alone_is_the_same_as_in_the_whole(served: TestClient, quality: dict[str, Any]) -> None:
    name = quality["findings"][0]["source"]
    one = served.get("/api/v1/quality", params={"source": name}).json()

    assert one["findings"] == [each for each in quality["findings"] if each["source"] == name]
    assert [each["source"] for each in one["sources"]] == [name]
    assert served.get("/api/v1/quality", params={"source": "' OR 1=1"}).json()["findings"] == []
