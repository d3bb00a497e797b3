"""A journey's thread: every step in its order with its words, its waits and its handoffs, page by page the same."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from clew.app.workspace import Workspace
from tests.api.clients import TestClient

Row = tuple[Any, ...]


def _rows(workspace: Workspace, query: str) -> list[Row]:
    with workspace.session() as session:
        return session.execute(query).fetchall()


@pytest.fixture(scope="module")
def longest(company: Workspace) -> str:
    """The id of the journey with the most handoffs, and then the most steps."""
    rows = _rows(company, "SELECT journey_id FROM journeys ORDER BY handoffs DESC, steps DESC, journey_id LIMIT 1")
    return str(rows[0][0])


def _thread(client: TestClient, journey: str, **params: object) -> dict[str, Any]:
    answer = client.get(f"/api/v1/journeys/{quote(journey, safe='')}", params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_thread_holds_every_step_of_the_journey_with_its_words(
    served: TestClient, company: Workspace, longest: str
) -> None:
    expected = _rows(
        company,
        f"""SELECT s.position, s.interaction_id, s.channel, s.party, coalesce(i.text, ''), i.rating
        FROM steps s JOIN interactions i USING (interaction_id) WHERE s.journey_id = '{longest}' ORDER BY s.position""",
    )

    steps = _thread(served, longest, limit=500)["steps"]["items"]

    names = ("position", "interaction_id", "channel", "party", "text", "rating")
    assert [tuple(step[name] for name in names) for step in steps] == expected


def test_pages_of_a_thread_fit_together(served: TestClient, longest: str) -> None:
    whole = _thread(served, longest, limit=500)["steps"]["items"]
    read: list[dict[str, Any]] = []
    params: dict[str, object] = {"limit": 3}
    while True:
        page = _thread(served, longest, **params)["steps"]
        read += page["items"]
        if page["next"] is None:
            break
        params = {"limit": 3, "cursor": page["next"]}

    assert read == whole  # also the quiet time before the first step of each page


def test_each_handoff_stands_at_the_step_that_takes_over_with_its_wait(
    served: TestClient, company: Workspace, longest: str
) -> None:
    expected = _rows(
        company,
        f"""SELECT position, from_channel, to_channel, wait_us / 1e6 FROM handoffs WHERE journey_id = '{longest}'
        ORDER BY position""",
    )

    thread = _thread(served, longest, limit=500)

    handed = [(step["position"], step["handoff"]) for step in thread["steps"]["items"] if step["handoff"]]
    assert [
        (position, each["from_channel"], each["to_channel"], each["wait_seconds"]) for position, each in handed
    ] == expected
    assert len(handed) == thread["handoffs"] > 0


def test_the_quiet_time_before_a_step_is_since_the_step_before(
    served: TestClient, company: Workspace, longest: str
) -> None:
    moments = [
        row[0]
        for row in _rows(company, f"SELECT occurred_us FROM steps WHERE journey_id = '{longest}' ORDER BY position")
    ]
    steps = _thread(served, longest, limit=500)["steps"]["items"]

    assert steps[0]["quiet_before_seconds"] is None
    for before, now, step in zip(moments, moments[1:], steps[1:], strict=False):
        assert step["quiet_before_seconds"] == pytest.approx((now - before) / 1e6)


def test_the_head_of_a_thread_says_what_the_journey_is(served: TestClient, company: Workspace, longest: str) -> None:
    ((customer, issue, outcome, steps, contacts, reopens),) = _rows(
        company,
        f"""SELECT customer_id, coalesce(issue, ''), outcome, steps, contacts, reopens FROM journeys
        WHERE journey_id = '{longest}'""",
    )

    thread = _thread(served, longest)

    assert (thread["customer_id"], thread["issue"], thread["outcome"]) == (customer, issue, outcome)
    assert (thread["steps"]["total"], thread["contacts"], thread["reopens"]) == (steps, contacts, reopens)


def test_a_thread_that_the_reader_has_isnt_sent_again(served: TestClient, longest: str) -> None:
    address = f"/api/v1/journeys/{quote(longest, safe='')}"
    tag = served.get(address).headers["etag"]

    assert served.get(address, headers={"If-None-Match": tag}).status_code == 304
    assert served.get(f"{address}?at=1", headers={"If-None-Match": tag}).status_code == 200


def test_an_unknown_journey_is_not_found(served: TestClient) -> None:
    answer = served.get("/api/v1/journeys/from%2Fnowhere")

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/not-found")
    assert "nowhere" not in answer.text
