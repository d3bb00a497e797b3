"""Handoffs one by one and their contracts over HTTP: what is listed is what the numbers count, page by page."""

from __future__ import annotations

import pytest

from tests.api.clients import TestClient

EVIDENCE = "/api/v1/handoffs/evidence"
CONTRACTS = "/api/v1/contracts"
SOON = {"name": "Soon", "to_channel": ["phone", "email"], "within_seconds": 3600}


def test_handoffs_are_listed_page_by_page_each_once(served: TestClient) -> None:
    whole = served.get("/api/v1/handoffs").json()["total"]
    seen: list[tuple[str, int]] = []
    query: dict[str, object] = {"through": whole["through"], "limit": 40}
    while True:
        page = served.get(EVIDENCE, params=query).json()
        seen += [(item["journey_id"], item["position"]) for item in page["items"]]
        if page["next"] is None:
            break
        query["cursor"] = page["next"]

    assert page["total"] == len(seen) == len(set(seen)) == whole["n"]


def test_the_handoffs_that_lost_something_are_listed_with_the_words_of_each_question(served: TestClient) -> None:
    matrix = served.get("/api/v1/handoffs").json()
    lost = matrix["total_context"]["lost"]
    assert sum(cell["context"]["lost"] for cell in matrix["cells"]) == lost > 0

    page = served.get(EVIDENCE, params={"through": f"{matrix['total']['through']}/context=lost", "limit": 500}).json()

    assert page["total"] == lost
    for item in page["items"]:
        assert item["asked_again"]
        for asked in item["asked_again"]:
            assert asked["title"] in item["facts_known"]
            assert asked["asked"]["words"]
            assert asked["asked"]["position"] >= item["position"] > asked["given"]["position"]


@pytest.mark.parametrize("selection", [{}, {"channel": "phone"}])
def test_the_cells_contracts_are_those_of_the_pair_and_open_their_handoffs(
    served: TestClient, selection: dict[str, str]
) -> None:
    tag = served.get(CONTRACTS).headers["etag"]
    empty = served.get("/api/v1/handoffs/contracts", params=selection)
    assert empty.json()["contracts"] == empty.json()["total"]["under"] == 0
    saved = served.put(CONTRACTS, json={"contracts": [SOON]}, headers={"If-Match": tag})
    try:
        again = {"If-None-Match": empty.headers["etag"]}
        found = served.get("/api/v1/handoffs/contracts", params=selection, headers=again)
        assert found.status_code == 200, "another contract, another answer"
        matrix = served.get("/api/v1/handoffs", params=selection).json()
        words = {(cell["row"], cell["column"]): cell["handed"]["through"] for cell in matrix["cells"]}
        assert sum(cell["verdicts"]["under"] for cell in found.json()["cells"]) == found.json()["total"]["under"] > 0
        broken = 0
        for cell in found.json()["cells"]:
            through = words[cell["row"], cell["column"]]
            pair = served.get("/api/v1/handoffs/pair/contracts", params={"through": through, **selection}).json()
            for each in pair["contracts"]:
                assert each["n"] == cell["verdicts"]["under"]
                page = served.get(
                    EVIDENCE, params={"through": each["broken_through"], "limit": 500, **selection}
                ).json()
                assert page["total"] == each["broken"] == cell["verdicts"]["broken"]
                assert all(item["broken"] == ["Time limit"] for item in page["items"])
                broken += each["broken"]
            assert bool(pair["contracts"]) == (cell["verdicts"]["under"] > 0)
        assert broken == found.json()["total"]["broken"] > 0
    finally:
        served.put(CONTRACTS, json={"contracts": []}, headers={"If-Match": saved.headers["etag"]})


@pytest.mark.parametrize(
    "through", ["nothing", "variant:x", "handoff:channel", "contract:x", "handoff:channel/*/*/told=perhaps"]
)
def test_words_of_something_else_are_refused(served: TestClient, through: str) -> None:
    answer = served.get(EVIDENCE, params={"through": through})

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/unknown-word")


def test_nobody_reads_the_words_who_is_not_signed_in(served: TestClient) -> None:
    stranger = TestClient(served.app, base_url=str(served.base_url))

    for path in (EVIDENCE, "/api/v1/handoffs/contracts", "/api/v1/handoffs/pair/contracts"):
        assert stranger.get(path, params={"through": "handoff:channel/*/*"}).status_code == 401
