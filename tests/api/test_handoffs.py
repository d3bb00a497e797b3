"""The handoffs over HTTP promise: what the matrix says is what the list behind it holds, and nothing else is taken."""

from __future__ import annotations

import pytest

from tests.api.clients import TestClient

MATRIX = "/api/v1/handoffs"
PAIR = "/api/v1/handoffs/pair"
LIST = "/api/v1/journeys"


def behind(client: TestClient, through: str, **selection: str) -> tuple[int, int]:
    """Return how many handoffs in how many journeys the list behind a number counts."""
    page = client.get(LIST, params={"through": through, "limit": 1, **selection}).json()
    return page["occurrences"], page["journeys"]


@pytest.mark.parametrize("by", ["channel", "party", "team"])
@pytest.mark.parametrize("selection", [{}, {"channel": "phone"}])
def test_every_number_of_the_matrix_is_that_of_the_list_behind_it(
    served: TestClient, by: str, selection: dict[str, str]
) -> None:
    matrix = served.get(MATRIX, params={"by": by, **selection}).json()
    numbers = [matrix["total"], *(part["handed"] for name in ("rows", "columns", "cells") for part in matrix[name])]
    assert matrix["total"]["n"] > 0
    for handed in numbers:
        assert behind(served, handed["through"], **selection) == (handed["n"], handed["journeys"])


def test_cells_name_their_row_and_column_and_share_all_handoffs_between_them(served: TestClient) -> None:
    matrix = served.get(MATRIX).json()
    for cell in matrix["cells"]:
        row, column = matrix["rows"][cell["row"]], matrix["columns"][cell["column"]]
        assert cell["handed"]["through"] == f"handoff:channel/{row['names'][0]}/{column['names'][0]}"
    assert sum(cell["share"] for cell in matrix["cells"]) == pytest.approx(1)


def test_a_pair_looked_at_closely_has_the_numbers_of_its_cell(served: TestClient) -> None:
    matrix = served.get(MATRIX).json()
    cell = max(matrix["cells"], key=lambda each: each["handed"]["n"])["handed"]
    pair = served.get(PAIR, params={"through": cell["through"]}).json()
    assert pair["total"] == cell
    assert sum(each["n"] for each in pair["waits"]) == cell["n"]
    assert sum(each["n"] for each in pair["stages"]) == cell["n"]
    assert sum(each["handed"]["n"] for each in pair["periods"]) == cell["n"]
    for each in (*pair["waits"], *pair["stages"]):
        assert behind(served, each["through"])[0] == each["n"]
    for each in pair["periods"]:
        assert behind(served, each["handed"]["through"])[0] == each["handed"]["n"]


def test_changes_tell_which_periods_they_hold_against_each_other(served: TestClient) -> None:
    matrix = served.get(MATRIX).json()
    assert matrix["before"]["last"] < matrix["now"]["first"] <= matrix["now"]["last"]
    assert all(cell["change"] is not None for cell in matrix["cells"])
    first = served.get("/api/v1/workspace").json()["view"]["first_day"]
    whole = served.get(MATRIX, params={"from": first}).json()
    assert whole["now"] is whole["before"] is whole["total_change"] is None
    assert all(cell["change"] is None for cell in whole["cells"])


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        (MATRIX, {"by": "stage"}),
        (PAIR, {}),
        (PAIR, {"through": "metric:first_contact_resolution"}),
        (PAIR, {"through": "handoff:channel/nowhere/*"}),
        (PAIR, {"through": "handoff:channel/*/*/wait=\x00"}),
    ],
)
def test_what_names_no_handoff_is_refused_with_a_sentence(served: TestClient, path: str, asked: dict[str, str]) -> None:
    answer = served.get(path, params=asked)
    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_nobody_reads_handoffs_who_is_not_signed_in(served: TestClient) -> None:
    stranger = TestClient(served.app, base_url=str(served.base_url))
    assert stranger.get(MATRIX).status_code == 401
    assert stranger.get(PAIR, params={"through": "handoff:channel/*/*"}).status_code == 401
