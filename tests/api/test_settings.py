"""Settings over HTTP: read with a version, refused with the place at fault, changed without overwriting anybody."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from tests.api.clients import TestClient
from tests.api.conftest import Fresh

ADDRESS = "/api/v1/settings"


def _read(client: TestClient) -> tuple[dict[str, Any], str]:
    answer = client.get(ADDRESS)
    assert answer.status_code == 200, answer.text
    return answer.json()["settings"], answer.headers["etag"]


def test_a_change_is_written_and_counts_at_once(fresh: Fresh) -> None:
    client = fresh()
    settings, tag = _read(client)
    settings["workspace"]["name"] = "Hansen & Töchter"
    settings["costs"] = [{"channel": "phone", "cost": 6.5}]
    settings["channels"] = [{"spelling": "Hotline Nord", "channel": "phone"}]

    answer = client.put(ADDRESS, json=settings, headers={"If-Match": tag})

    assert answer.status_code == 200, answer.text
    assert _read(client) == (settings, answer.headers["etag"])
    assert answer.headers["etag"] != tag
    assert client.get("/api/v1/workspace").json()["name"] == "Hansen & Töchter"
    file = client.app.state.server.workspace.folder / "clew.toml"  # type: ignore[attr-defined]
    assert 'name = "Hansen & Töchter"' in file.read_text()
    assert '"Hotline Nord" = "phone"' in file.read_text()
    assert "phone = 6.5" in file.read_text()


def test_saving_what_was_read_changes_nothing(fresh: Fresh) -> None:
    client = fresh()
    settings, tag = _read(client)

    assert client.put(ADDRESS, json=settings, headers={"If-Match": tag}).headers["etag"] == tag


def test_nobody_overwrites_what_another_has_just_changed(fresh: Fresh) -> None:
    client = fresh()
    settings, tag = _read(client)
    first, second = copy.deepcopy(settings), copy.deepcopy(settings)
    first["windows"]["repeat_days"] = 3.0
    second["windows"]["repeat_days"] = 30.0

    assert client.put(ADDRESS, json=first).status_code == 428
    assert client.put(ADDRESS, json=first, headers={"If-Match": tag}).status_code == 200
    late = client.put(ADDRESS, json=second, headers={"If-Match": tag})

    assert (late.status_code, late.json()["type"]) == (412, "/problems/changed-meanwhile")
    assert _read(client)[0]["windows"]["repeat_days"] == 3.0
    assert client.put(ADDRESS, json=second, headers={"If-Match": late.json()["etag"]}).status_code == 200


WRONG: tuple[tuple[str, tuple[str | int, ...], object, str], ...] = (
    ("workspace.time_zone", ("workspace", "time_zone"), "Europe/Berlino", "Europe/Berlin"),
    ("workspace.region", ("workspace", "region"), "Germany", "ISO 3166"),
    ("workspace.currency", ("workspace", "currency"), "euro", "ISO 4217"),
    ("workspace.name", ("workspace", "name"), "  ", "empty"),
    ("windows.repeat_days", ("windows", "repeat_days"), -1, "more than 0"),
    ("windows.open_days", ("windows", "open_days"), 1e9, "at most"),
    ("stages.rules.2.kind", ("stages", "rules", 2, "kind"), ["mesage"], "message"),
    ("stages.rules.0.stage", ("stages", "rules", 0, "stage"), "nowhere", "awareness"),
    ("stages.rules", ("stages", "rules"), [], "one rule"),
    ("stages.names", ("stages", "names"), [], "one stage"),
    ("contacts.not_contact_channels", ("contacts", "not_contact_channels"), ["fax"], "chat"),
    ("channels.Hotline", ("channels",), [{"spelling": "Hotline", "channel": "telefone"}], "phone"),
    ("channels", ("channels",), [{"spelling": " ", "channel": "phone"}], "empty"),
    ("costs.phone", ("costs",), [{"channel": "phone", "cost": -2}], "0 or more"),
    ("costs.chat", ("costs",), [{"channel": "chat", "cost": 1}, {"channel": "chat", "cost": 2}], "twice"),
)


@pytest.mark.parametrize(("place", "path", "value", "hint"), WRONG, ids=[case[0] for case in WRONG])
def test_a_setting_that_cant_be_used_is_refused_by_its_place_and_leaves_the_file_alone(
    fresh: Fresh, place: str, path: tuple[str | int, ...], value: object, hint: str
) -> None:
    client = fresh()
    settings, tag = _read(client)
    wanted = copy.deepcopy(settings)
    part: Any = wanted
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value

    answer = client.put(ADDRESS, json=wanted, headers={"If-Match": tag})

    assert answer.status_code == 422, answer.text
    assert answer.json()["fields"][0]["place"] == place
    assert hint in answer.json()["detail"]
    assert _read(client) == (settings, tag)


def test_what_was_built_by_other_settings_is_said_to_be_so(fresh: Fresh) -> None:
    client = fresh()

    assert client.get(ADDRESS).json()["needs_build"] is False  # nothing was ever imported


def test_the_present_rules_change_no_step(served: TestClient) -> None:
    rules = _read(served)[0]["stages"]["rules"]

    tried = served.post(f"{ADDRESS}/preview", json={"rules": rules}).json()

    assert tried["changed"] == 0
    assert tried["steps"] > 500
    assert all(stage["before"] == stage["after"] for stage in tried["stages"])
    assert sum(tried["taken"]) == tried["steps"]  # the last rule takes whatever is left


def test_a_trial_counts_every_step_before_and_after(served: TestClient) -> None:
    rules = _read(served)[0]["stages"]["rules"]
    without_last = rules[:-1]

    tried = served.post(f"{ADDRESS}/preview", json={"rules": without_last}).json()

    stages = {stage["stage"]: stage for stage in tried["stages"]}
    assert sum(stage["before"] for stage in tried["stages"]) == tried["steps"]
    assert sum(stage["after"] for stage in tried["stages"]) == tried["steps"]
    assert stages["support"]["after"] == 0
    assert stages["other"]["after"] == stages["support"]["before"] == tried["changed"]
    assert tried["steps"] - sum(tried["taken"]) == stages["other"]["after"]


def test_every_channel_is_listed_with_what_customers_expect_there(served: TestClient) -> None:
    channels = {each["name"]: each for each in served.get(f"{ADDRESS}/words").json()["channels"]}

    assert channels["email"]["tempo"] == "asynchronous"
    assert channels["email"]["expected_response_seconds"] == 86_400
    assert "web chat" in channels["chat"]["also_called"]
