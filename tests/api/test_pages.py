"""Lists come in pages that leave nothing out and show nothing twice, forwards, backwards and from any row."""

from __future__ import annotations

import base64
import json

import pytest
from fastapi import FastAPI
from hypothesis import given
from hypothesis import strategies as st

from clew.api.answers import answer_errors
from clew.api.paging import Page, PageRequest, Paging, window
from clew.api.problems import Problem
from tests.api.clients import ADDRESS, TestClient

BUILD = "build 1"


def rows(total: int, request: PageRequest) -> tuple[list[int], str | None, str | None]:
    start, stop, following, before = window(total, request, BUILD)
    return list(range(total))[start:stop], following, before


@given(total=st.integers(0, 400), limit=st.integers(1, 60))
def test_reading_on_shows_every_row_once(total: int, limit: int) -> None:
    seen, cursor = [], None
    while True:
        page, cursor, _ = rows(total, PageRequest(limit, cursor))
        seen += page
        if cursor is None:
            break

    assert seen == list(range(total))


@given(total=st.integers(0, 400), limit=st.integers(1, 60), at=st.integers(0, 500))
def test_reading_back_from_any_row_shows_every_row_before_it_once(total: int, limit: int, at: int) -> None:
    page, _, cursor = rows(total, PageRequest(limit, at=at))
    assert page == list(range(total))[at : at + limit]
    seen: list[int] = []
    while cursor is not None:
        page, _, cursor = rows(total, PageRequest(limit, cursor))
        seen = page + seen

    assert seen == list(range(min(at, total)))


def test_a_page_in_the_middle_leads_both_ways() -> None:
    page, following, before = rows(10, PageRequest(3, at=2))

    assert page == [2, 3, 4]
    assert rows(10, PageRequest(3, following))[0] == [5, 6, 7]
    assert rows(10, PageRequest(3, before))[0] == [0, 1], "no row is shown twice"


def test_a_list_without_rows_is_one_empty_page() -> None:
    assert window(0, PageRequest(), BUILD) == (0, 0, None, None)


def test_a_cursor_of_another_build_is_told_so() -> None:
    cursor = window(10, PageRequest(3), BUILD)[2]

    with pytest.raises(Problem) as stale:
        window(10, PageRequest(3, cursor), "build 2")
    assert (stale.value.name, stale.value.status) == ("stale-cursor", 409)


@pytest.mark.parametrize(
    "cursor",
    ["", "nonsense", "ä", "e30", base64.urlsafe_b64encode(b"[1,2,3]").decode(), "[" * 300]
    + [
        base64.urlsafe_b64encode(json.dumps([BUILD, *places]).encode()).decode()
        for places in ((-1, 3), (5, 2), (0, True), (0, 1e9), (1.5, 3), (0, 2**70), (0,))
    ],
)
def test_a_cursor_that_was_never_given_out_is_refused(cursor: str) -> None:
    with pytest.raises(Problem) as refused:
        window(10, PageRequest(3, cursor), BUILD)
    assert (refused.value.status, refused.value.extra["fields"]) == (
        422,
        [{"place": "query.cursor", "detail": "expected next or previous of another page of this list"}],
    )


@pytest.mark.parametrize("query", ["limit=0", "limit=501", "limit=many", "at=-1", f"at={2**60}", "cursor=" + "x" * 401])
def test_a_page_that_cant_be_asked_for_is_refused(query: str) -> None:
    app = FastAPI()

    @app.get("/rows")
    def list_rows(page: Paging) -> Page[int]:
        start, stop, following, before = window(1_000, page, BUILD)
        return Page(items=list(range(start, stop)), total=1_000, next=following, previous=before)

    answer_errors(app)
    client = TestClient(app, base_url=ADDRESS)

    answer = client.get(f"/rows?{query}")
    assert answer.status_code == 422
    assert answer.json()["fields"][0]["place"] == f"query.{query.split('=')[0]}"
    assert len(client.get("/rows").json()["items"]) == 100
    assert len(client.get("/rows?limit=500&at=900").json()["items"]) == 100
