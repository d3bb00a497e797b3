"""Whose an interaction would be is answered from identifiers in the body, and nothing is written."""

from __future__ import annotations

from clew.app.workspace import Workspace
from tests.api.clients import TestClient


def test_identifiers_of_one_customer_are_that_customers(served: TestClient, company: Workspace) -> None:
    with company.session() as connection:
        ((customer, identifiers),) = connection.execute(
            """SELECT customer_id, list(identifier ORDER BY identifier) FROM customers
            GROUP BY customer_id ORDER BY count(*) DESC, customer_id LIMIT 1"""
        ).fetchall()

    answer = served.post("/api/v1/customers/resolve", json={"identifiers": identifiers[:2]})

    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert (told["customer_id"], told["is_new"], told["merged"], told["apart"]) == (customer, False, [], [])


def test_a_stranger_is_new_each_time_anew(served: TestClient) -> None:
    words = {"identifiers": ["stranger@nowhere.example", "device:never-seen"]}

    for _ in range(2):
        told = served.post("/api/v1/customers/resolve", json=words).json()
        assert told["is_new"]
        assert told["customer_id"]


def test_a_word_without_a_kind_is_a_problem_that_does_not_repeat_it(served: TestClient) -> None:
    answer = served.post("/api/v1/customers/resolve", json={"identifiers": ["some-secret"]})

    assert answer.status_code == 422
    assert "some-secret" not in answer.text
