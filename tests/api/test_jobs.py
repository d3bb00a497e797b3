"""Long work over HTTP: ordered, followed and cancelled, from first files to finished journeys; reading never waits for it."""

from __future__ import annotations

import time
from typing import Any

import pytest

from clew.app.simulated import note_simulated
from tests.api.clients import TestClient
from tests.api.conftest import Fresh
from tests.api.waiting import calls, done, ordered, over, uploaded


def test_files_become_journeys_look_then_import(fresh: Fresh) -> None:
    client = fresh(run_jobs=True)
    upload = uploaded(client, ("logs/calls.csv", calls(30, broken=2)))
    look = done(client, "look", upload=upload)
    (table,) = client.get(f"/api/v1/imports/{look['id']}/proposals").json()["tables"]
    assert (table["source"], table["connector"], [file["name"] for file in table["files"]]) == (
        "calls",
        "table",
        ["logs/calls.csv"],
    )
    job = done(client, "import", look=look["id"])
    report = client.get(f"/api/v1/imports/{job['id']}/report").json()

    (file,) = report["files"]
    assert (file["received"], file["stored"], file["quarantined"], file["state"]) == (30, 28, 2, "imported")
    assert file["received"] == file["stored"] + file["duplicate"] + file["quarantined"] + file["refused"]
    workspace = _opened(client)
    assert workspace["view"]["interactions"] == 28
    _gone(client, upload)


def test_a_corrected_mapping_is_what_is_imported_and_what_is_kept(fresh: Fresh) -> None:
    client = fresh(run_jobs=True)
    look = done(client, "look", upload=uploaded(client, ("calls.csv", calls())))
    (table,) = client.get(f"/api/v1/imports/{look['id']}/proposals").json()["tables"]
    draft = table["draft"]
    draft["source"] = "hotline"
    draft["constants"]["channel"] = "whatsapp"
    checked = client.post("/api/v1/mappings/check", json={"look": look["id"], "table": 0, "draft": draft}).json()
    assert checked["problems"] == []
    assert {each["channel"] for each in checked["preview"]["read"]} == {"whatsapp"}
    done(client, "import", look=look["id"], tables=[{"table": 0, "text": checked["text"]}])

    (source,) = client.get("/api/v1/sources").json()["items"]
    assert (source["source"], source["counts"]["stored"]) == ("hotline", 30)
    assert client.get("/api/v1/mappings/hotline").json()["text"] == checked["text"]
    assert [each["id"] for each in _opened(client)["options"]["channels"]] == ["whatsapp"]


def test_files_that_are_left_out_are_not_imported(fresh: Fresh) -> None:
    client = fresh(run_jobs=True)
    upload = uploaded(client, ("calls.csv", calls()), ("visits.csv", calls(20)), ("noise.bin", b"\0\1\2"))
    look = done(client, "look", upload=upload)
    proposals = client.get(f"/api/v1/imports/{look['id']}/proposals").json()
    assert [each["name"] for each in proposals["refused"]] == ["noise.bin"]
    (visits,) = [table["table"] for table in proposals["tables"] if table["source"] == "visits"]
    done(client, "import", look=look["id"], tables=[{"table": visits}])

    assert [source["source"] for source in client.get("/api/v1/sources").json()["items"]] == ["visits"]


def test_a_path_on_the_servers_machine_is_read_where_it_lies(
    fresh: Fresh, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("exports")
    (folder / "calls.csv").write_bytes(calls())
    client = fresh(run_jobs=True)
    look = done(client, "look", paths=[str(folder)])
    done(client, "import", look=look["id"])

    assert client.get("/api/v1/sources").json()["total"]["stored"] == 30
    assert (folder / "calls.csv").read_bytes() == calls()


@pytest.mark.parametrize(
    "paths", [["calls.csv"], ["/no/such/place"], ["~nobody/x"], ["/x\0y"], [""], ["/" + "x" * 5000]]
)
def test_a_path_that_leads_nowhere_is_refused(fresh: Fresh, paths: list[str]) -> None:
    answer = fresh().post("/api/v1/jobs", json={"kind": "look", "order": {"paths": paths}})

    assert answer.status_code == 422, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


def test_quarantined_rows_become_interactions_once_the_mapping_is_mended(fresh: Fresh) -> None:
    client = fresh(run_jobs=True)
    content = calls().replace(b"Direction", b"Channel").replace(b",in,", b",kiosk_beta,").replace(b",out,", b",phone,")
    look = done(client, "look", upload=uploaded(client, ("calls.csv", content)))
    done(client, "import", look=look["id"])
    (reason,) = client.get("/api/v1/quarantine/reasons").json()["items"]
    assert (reason["rows"], reason["source"]) == (15, "calls")
    saved = client.get("/api/v1/mappings/calls")
    draft = saved.json()["draft"]
    draft["channels"] = {"kiosk_beta": "in_person"}
    tried = client.post("/api/v1/mappings/check", json={"source": "calls", "draft": draft}).json()
    becomes = (tried["tried_on"], tried["preview"]["interactions"], tried["preview"]["quarantined"])
    assert becomes == ("quarantined", 15, 0)
    changed = client.put("/api/v1/mappings/calls", json={"draft": draft}, headers={"If-Match": saved.headers["etag"]})
    assert changed.status_code == 200, changed.text
    job = done(client, "retry", source="calls")

    assert [(each["tried"], each["stored"], each["still"]) for each in job["result"]["retried"]] == [(15, 15, 0)]
    assert client.get("/api/v1/quarantine").json()["total"] == 0
    assert client.get("/api/v1/sources").json()["total"]["stored"] == 30


def test_a_simulated_company_comes_and_goes_without_a_trace(fresh: Fresh) -> None:
    client = fresh(run_jobs=True)
    job = done(client, "simulate", customers=20, days=30)
    assert job["result"]["customers"] >= 20
    workspace = _opened(client)
    assert (workspace["simulated"], workspace["empty"]) == (True, False)
    again = client.post("/api/v1/jobs", json={"kind": "simulate"})
    assert (again.status_code, again.json()["type"]) == (409, "/problems/workspace")
    own = client.post("/api/v1/jobs", json={"kind": "start_over", "order": {}})
    assert over(client, own.json()["id"])["state"] == "done"

    workspace = client.get("/api/v1/workspace").json()
    assert (workspace["simulated"], workspace["empty"]) == (False, True)
    assert client.get("/api/v1/sources").json()["items"] == []
    assert client.get("/api/v1/mappings").json()["items"] == []


def test_starting_over_with_ones_own_data_wants_the_workspaces_name(fresh: Fresh) -> None:
    client = fresh(run_jobs=True)
    look = done(client, "look", upload=uploaded(client, ("calls.csv", calls())))
    done(client, "import", look=look["id"])
    refused = client.post("/api/v1/jobs", json={"kind": "start_over", "order": {"confirm": "yes"}})
    assert refused.status_code == 422
    assert client.get("/api/v1/sources").json()["total"]["stored"] == 30
    done(client, "start_over", confirm=client.get("/api/v1/workspace").json()["name"])

    assert client.get("/api/v1/workspace").json()["empty"] is True
    assert [item["source"] for item in client.get("/api/v1/mappings").json()["items"]] == ["calls"], (
        "a person's work stays"
    )


def test_one_source_can_be_taken_back(fresh: Fresh) -> None:
    client = fresh(run_jobs=True)
    look = done(client, "look", upload=uploaded(client, ("calls.csv", calls()), ("visits.csv", calls(20))))
    done(client, "import", look=look["id"])
    assert client.post("/api/v1/jobs", json={"kind": "take_back", "order": {"source": "visits"}}).status_code == 422
    done(client, "take_back", source="visits", confirm="visits")

    assert [item["source"] for item in client.get("/api/v1/sources").json()["items"]] == ["calls"]


def test_files_of_ones_own_never_mix_with_a_simulated_company(fresh: Fresh) -> None:
    client = fresh(run_jobs=True)
    look = done(client, "look", upload=uploaded(client, ("calls.csv", calls())))
    note_simulated(client.app.state.server.workspace, simulated=True)  # type: ignore[attr-defined]
    answer = client.post("/api/v1/jobs", json={"kind": "import", "order": {"look": look["id"]}})

    assert (answer.status_code, "simulated company" in answer.json()["detail"]) == (409, True)


def test_reading_goes_on_while_a_job_runs(fresh: Fresh) -> None:
    client = fresh(run_jobs=True)
    look = done(client, "look", upload=uploaded(client, ("calls.csv", calls(60_000))))
    job = ordered(client, "import", look=look["id"])
    answers = 0
    while client.get(f"/api/v1/jobs/{job}").json()["state"] in ("waiting", "running"):
        for address in ("workspace", "sources", "quarantine", "mappings", "jobs"):
            answer = client.get(f"/api/v1/{address}")
            assert answer.status_code == 200, (address, answer.text)
            answers += 1
        time.sleep(0.02)

    assert answers >= 10
    assert client.get(f"/api/v1/jobs/{job}").json()["state"] == "done"


def test_a_job_is_listed_with_how_far_it_is_and_can_be_cancelled(fresh: Fresh) -> None:
    client = fresh()  # nobody takes it up
    job = ordered(client, "build")
    listed = client.get("/api/v1/jobs").json()["items"]
    assert [(each["id"], each["state"], each["author"]) for each in listed] == [(job, "waiting", "owner")]
    cancelled = client.post(f"/api/v1/jobs/{job}/cancel")
    assert (cancelled.status_code, cancelled.json()["state"]) == (200, "cancelled")
    again = client.post(f"/api/v1/jobs/{job}/cancel")

    assert (again.status_code, again.json()["type"]) == (409, "/problems/job-over")
    assert client.get("/api/v1/jobs/nothing").status_code == 404
    assert client.post("/api/v1/jobs/nothing/cancel").status_code == 404
    assert client.get(f"/api/v1/imports/{job}/report").status_code == 404


@pytest.mark.parametrize(
    ("kind", "order"),
    [
        ("dance", {}),
        ("build", {"anew": True}),
        ("look", {}),
        ("look", {"upload": "x", "paths": ["/tmp"]}),
        ("import", {"look": "0" * 32}),
        ("import", {"look": ["x"]}),
        ("retry", {"source": "nothing"}),
        ("simulate", {"customers": 10**9}),
        ("simulate", {"customers": True}),
        ("take_back", {"source": "nothing", "confirm": "nothing"}),
    ],
)
def test_an_order_that_cant_be_done_is_refused_before_anything_begins(
    fresh: Fresh, kind: str, order: dict[str, object]
) -> None:
    client = fresh()
    answer = client.post("/api/v1/jobs", json={"kind": kind, "order": order})

    assert answer.status_code == 422, answer.text
    assert client.get("/api/v1/jobs").json()["items"] == []


def _opened(client: TestClient) -> dict[str, Any]:
    """Return the workspace once its newest build is open."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        workspace: dict[str, Any] = client.get("/api/v1/workspace").json()
        if workspace["view"] is not None and workspace["opening"] is None:
            return workspace
        time.sleep(0.05)
    raise AssertionError("the build was never opened")


def _gone(client: TestClient, upload: str) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if client.get(f"/api/v1/uploads/{upload}").status_code == 404:
            return
        time.sleep(0.05)
    raise AssertionError("the uploaded files were never removed")
