"""Sources balance: every row that came in is stored, a duplicate, in quarantine or refused, by file and in all."""

from __future__ import annotations

from tests.api.clients import TestClient
from tests.api.conftest import Fresh
from tests.api.waiting import calls, done, uploaded

PARTS = ("stored", "duplicate", "quarantined", "refused")


def test_every_source_balances_and_together_they_are_the_whole(served: TestClient) -> None:
    sources = served.get("/api/v1/sources").json()
    accounts = [source["counts"] for source in sources["items"]]

    assert len(accounts) > 5
    for account in (*accounts, sources["total"]):
        assert account["balanced"]
        assert account["received"] == sum(account[part] for part in PARTS)
    for part in ("received", "interactions", "records", *PARTS):
        assert sources["total"][part] == sum(account[part] for account in accounts)


def test_a_sources_files_sum_to_the_source(served: TestClient) -> None:
    for source in served.get("/api/v1/sources").json()["items"]:
        files = served.get(f"/api/v1/sources/{source['source']}/files", params={"limit": 500}).json()
        assert files["total"] == source["files"]
        for part in ("received", *PARTS):
            assert sum(file["counts"][part] for file in files["items"]) == source["counts"][part]


def test_sources_say_how_fresh_they_are_and_which_system_they_come_from(served: TestClient) -> None:
    sources = {source["source"]: source for source in served.get("/api/v1/sources").json()["items"]}

    assert sources["zendesk"]["connector_title"] == "Zendesk Support"
    assert all(source["newest_at"] for source in sources.values() if source["counts"]["interactions"])
    assert all(source["state"] == "complete" and source["imported_at"] for source in sources.values())


def test_files_come_in_pages(served: TestClient) -> None:
    first = served.get("/api/v1/sources/zendesk/files", params={"limit": 2}).json()
    second = served.get("/api/v1/sources/zendesk/files", params={"limit": 2, "cursor": first["next"]}).json()

    assert first["previous"] is None
    assert {file["id"] for file in first["items"]}.isdisjoint(file["id"] for file in second["items"])
    assert served.get("/api/v1/sources/nobody/files").status_code == 404


def test_refused_files_are_told_apart_with_their_reasons(fresh: Fresh) -> None:
    client = fresh(run_jobs=True)
    look = done(client, "look", upload=uploaded(client, ("calls.csv", calls()), ("noise.bin", b"\0\1\2")))
    done(client, "import", look=look["id"])
    sources = client.get("/api/v1/sources").json()
    assert ([source["source"] for source in sources["items"]], sources["refused_files"]) == (["calls"], 1)
    (refused,) = client.get("/api/v1/sources/(refused files)/files").json()["items"]

    assert (refused["state"], refused["file"]) == ("refused", "noise.bin")
    assert "it is no table" in refused["reason"]


def test_an_empty_workspace_has_no_sources_and_says_so(fresh: Fresh) -> None:
    sources = fresh().get("/api/v1/sources").json()

    assert (sources["items"], sources["total"]["received"], sources["refused_files"]) == ([], 0, 0)
