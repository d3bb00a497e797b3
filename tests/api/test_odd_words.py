"""Words that no machine can use are refused with what to do, never answered with a fault."""

from __future__ import annotations

import json

import pytest

from clew.app.settings.changing import settings_now
from tests.api.conftest import Fresh

HALF = "\ud800"


@pytest.mark.parametrize(
    ("kind", "order"),
    [
        ("look", {"paths": ["~nosuchuser/x"]}),
        ("look", {"paths": ["/" + HALF]}),
        ("look", {"upload": HALF}),
        ("retry", {"source": HALF}),
        ("take_back", {"source": HALF, "confirm": HALF}),
        ("import", {"look": HALF}),
    ],
)
def test_an_order_of_words_that_nobody_can_write_down_is_refused(
    fresh: Fresh, kind: str, order: dict[str, object]
) -> None:
    content = json.dumps({"kind": kind, "order": order})
    answer = fresh().post("/api/v1/jobs", content=content, headers={"Content-Type": "application/json"})

    assert answer.status_code == 422, answer.text
    assert len(answer.json()["detail"]) > 30


def test_settings_that_are_gone_are_said_to_be_with_what_to_do(fresh: Fresh) -> None:
    client = fresh()
    file = client.app.state.server.workspace.folder / "clew.toml"  # type: ignore[attr-defined]
    tag, settings = client.get("/api/v1/settings").headers["etag"], client.get("/api/v1/settings").json()["settings"]
    file.unlink()
    read = client.get("/api/v1/settings")
    changed = client.put("/api/v1/settings", json=settings, headers={"If-Match": tag})

    for answer in (read, changed):
        assert (answer.status_code, answer.json()["type"]) == (409, "/problems/workspace")
        assert "Put it back" in answer.json()["detail"]


@pytest.mark.parametrize("name", ["a\0b\a", "two\nlines", "a\u2028b", "\x7f"])
def test_a_workspaces_name_and_titles_are_one_line_that_can_be_drawn(fresh: Fresh, name: str) -> None:
    client = fresh()
    read = client.get("/api/v1/settings")
    for change in ("workspace", "stages"):
        settings = read.json()["settings"]
        if change == "workspace":
            settings["workspace"]["name"] = name
        else:
            settings["stages"]["names"][0]["title"] = name
        answer = client.put("/api/v1/settings", json=settings, headers={"If-Match": read.headers["etag"]})
        assert (answer.status_code, answer.json()["type"]) == (422, "/problems/setting")
        assert name not in answer.json()["detail"]


def test_an_answer_never_mixes_two_versions_of_the_settings(fresh: Fresh, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = fresh().app.state.server.workspace  # type: ignore[attr-defined]
    readings: list[bytes] = []

    def changing(path: object) -> bytes:
        readings.append(b'[workspace]\nname = "%d"\n' % len(readings))
        return readings[-1]

    monkeypatch.setattr("clew.app.settings.changing.written_settings", changing)
    now = settings_now(workspace)

    assert (now.settings.name, now.by_hand, len(readings)) == ("0", True, 1)
