"""The explorer over HTTP: every number opens the journeys behind it under the same selection, and wholes are whole."""

from __future__ import annotations

import pytest

from tests.api.clients import TestClient

EXPLORER = "/api/v1/explorer"
SELECTIONS: list[dict[str, str]] = [{}, {"channel": "phone"}, {"from": "2026-03-10", "outcome": "resolved"}]


def behind(client: TestClient, through: str, **selection: object) -> tuple[int, int]:
    answer = client.get("/api/v1/journeys", params={"through": through, "limit": 1, **selection})
    assert answer.status_code == 200, answer.text
    return int(answer.json()["occurrences"]), int(answer.json()["journeys"])


@pytest.mark.parametrize("selection", SELECTIONS)
def test_the_variants_and_other_open_what_they_count(served: TestClient, selection: dict[str, str]) -> None:
    for search in ("", "phone > chat"):
        asked = {"shown": 5, "search": search, **selection}
        found = served.get(f"{EXPLORER}/variants", params=asked).json()
        assert sum(row["n"] for row in found["rows"]) == found["journeys"] > 0
        assert found["rows"][-1]["is_other"]
        for row in found["rows"]:
            assert behind(served, row["through"], **selection) == (row["n"], row["n"])
            assert sum(each["n"] for each in row["outcomes"]) == row["n"]


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("level", ["channel", "touchpoint"])
def test_nodes_and_edges_open_what_they_count_at_any_coverage(
    served: TestClient, selection: dict[str, str], level: str
) -> None:
    for coverage in (40, 100):
        asked = {"coverage": coverage, "level": level, **selection}
        found = served.get(f"{EXPLORER}/flow", params=asked).json()
        assert sum(edge["n"] for edge in found["edges"]) == found["moves"]
        assert [node["kind"] for node in found["nodes"]].count("other") == 1
        for node in found["nodes"]:
            n, journeys = behind(served, node["through"], **selection)
            assert n == node["n"]
            assert node["kind"] == "other" or journeys == node["journeys"]
        for edge in found["edges"]:
            assert behind(served, edge["through"], **selection)[0] == edge["n"]


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("visits", ["all", "first"])
def test_stages_and_their_links_open_what_they_count(
    served: TestClient, selection: dict[str, str], visits: str
) -> None:
    found = served.get(f"{EXPLORER}/stages", params={"visits": visits, **selection}).json()
    ids = {node["id"] for node in found["nodes"]}
    assert all(link["source"] in ids and link["target"] in ids for link in found["links"])
    for each in (*found["nodes"], *found["links"]):
        assert behind(served, each["through"], **selection) == (each["n"], each["n"])


@pytest.mark.parametrize("selection", SELECTIONS)
def test_the_bars_around_a_moment_open_what_they_count(served: TestClient, selection: dict[str, str]) -> None:
    offered = served.get(f"{EXPLORER}/alignment", params=selection).json()["anchors"]
    for anchor in offered[:6]:
        found = served.get(f"{EXPLORER}/alignment", params={"anchor": anchor["id"], **selection}).json()
        assert found["anchored"] == anchor["journeys"]
        for each in found["positions"]:
            assert sum(part["n"] for part in each["parts"]) == found["anchored"]
            for part in each["parts"]:
                assert behind(served, part["through"], **selection) == (part["n"], part["n"])


def test_two_groups_open_each_its_own_journeys(served: TestClient) -> None:
    first, second = {"outcome": "resolved"}, {"issue": "billing_error"}
    asked = {**first, **{f"vs_{name}": word for name, word in second.items()}}
    found = served.get(f"{EXPLORER}/groups", params=asked).json()
    for row in found["paths"]:
        assert behind(served, row["through"], **first)[0] == row["first"]["n"]
        assert behind(served, row["through"], **second)[0] == row["second"]["n"]
    figures = served.get(f"{EXPLORER}/groups/figures", params=asked).json()["figures"]
    assert all(figure["difference"]["value"] is not None or figure["difference"]["reason"] for figure in figures)


@pytest.mark.parametrize(
    "question",
    [
        "variants?level=smoke",
        "variants?shown=0",
        "flow?coverage=101",
        "stages?visits=x",
        "alignment?anchor=luck",
        "groups?vs_issue=none",
    ],
)
def test_a_question_that_means_nothing_is_refused_in_words(served: TestClient, question: str) -> None:
    answer = served.get(f"{EXPLORER}/{question}")
    assert answer.status_code == 422
    assert answer.json()["detail"]
