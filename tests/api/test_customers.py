"""Customers: found by whatever a person has at hand, in numbers that sum, and with the reasons why they are one person."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from clew.app.workspace import Workspace
from tests.api.clients import TestClient


def _first(workspace: Workspace, query: str) -> tuple[Any, ...]:
    with workspace.session() as session:
        rows = session.execute(query).fetchall()
    assert rows, query
    return rows[0]


def _search(client: TestClient, words: str) -> dict[str, Any]:
    answer = client.post("/api/v1/customers/search", json={"query": words})
    assert answer.status_code == 200, answer.text
    return answer.json()


def _get(client: TestClient, customer: str, part: str = "", **params: object) -> dict[str, Any]:
    answer = client.get(f"/api/v1/customers/{quote(customer, safe='')}{part}", params={"limit": 500, **params})
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.fixture(scope="module")
def known(company: Workspace) -> str:
    """The id of the customer with the most links between identifiers."""
    return str(
        _first(
            company,
            """SELECT customer_id FROM customers JOIN identity_links ON identifier = identifier_a
            GROUP BY customer_id ORDER BY count(*) DESC, customer_id LIMIT 1""",
        )[0]
    )


@pytest.mark.parametrize("namespace", ["email", "phone", "account", "handle", "device"])
def test_a_customer_is_found_by_every_kind_of_identifier_and_by_how_it_begins(
    served: TestClient, company: Workspace, namespace: str
) -> None:
    customer, identifier = _first(
        company,
        f"SELECT customer_id, identifier FROM customers WHERE starts_with(identifier, '{namespace}:') "
        "ORDER BY length(identifier) DESC, identifier LIMIT 1",
    )
    value = identifier.partition(":")[2]

    for words in (value, identifier, value.upper()):
        found = _search(served, words)["items"]
        assert (found[0]["customer_id"], found[0]["exact"]) == (customer, True)
        assert found[0]["matched"].partition(":")[2] == value
    assert customer in [each["customer_id"] for each in _search(served, value[:-1])["items"]]


@pytest.mark.parametrize(
    "spelling", ["+1 {0} {1} {2}", "({0}) {1}-{2}", "{0}.{1}.{2}", "001{0}{1}{2}", "{0}{1}", "{0} {1}-"]
)
def test_a_phone_is_found_in_any_spelling(served: TestClient, company: Workspace, spelling: str) -> None:
    customer, identifier = _first(
        company,
        r"SELECT customer_id, identifier FROM customers WHERE regexp_full_match(identifier, 'phone:\+1[2-9]\d{9}') "
        "ORDER BY identifier LIMIT 1",
    )
    digits = identifier.removeprefix("phone:+1")

    found = _search(served, spelling.format(digits[:3], digits[3:6], digits[6:]))["items"]

    assert (customer, identifier) in [(each["customer_id"], each["matched"]) for each in found]


def test_a_customer_is_found_by_an_order_a_case_and_its_own_id(served: TestClient, company: Workspace) -> None:
    customer, order = _first(
        company,
        "SELECT customer_id, source_id FROM steps JOIN interactions USING (interaction_id) "
        "WHERE source = 'orders' ORDER BY source_id LIMIT 1",
    )
    other, case = _first(
        company, "SELECT customer_id, case_ref FROM journeys WHERE case_ref IS NOT NULL ORDER BY journey_id LIMIT 1"
    )

    assert [(each["customer_id"], each["by"]) for each in _search(served, order)["items"]] == [(customer, "number")]
    assert (other, "case") in [(each["customer_id"], each["by"]) for each in _search(served, case)["items"]]
    assert [(each["customer_id"], each["by"]) for each in _search(served, customer)["items"]] == [
        (customer, "customer")
    ]


def test_no_more_than_fifty_are_found_and_it_says_that_there_are_more(served: TestClient, company: Workspace) -> None:
    (beginning, n) = _first(
        company,
        "SELECT substr(identifier, 7, 3), count(DISTINCT customer_id) AS n FROM customers "
        "WHERE starts_with(identifier, 'phone:') GROUP BY 1 ORDER BY n DESC LIMIT 1",
    )
    found = _search(served, "80000")  # every number that HubSpot gives begins so

    assert len(found["items"]) == 50
    assert found["more"] is True
    assert _search(served, beginning)["more"] is (n > 50)


@pytest.mark.parametrize("words", ["", "ab", "  a  ", "x" * 201, "a\x00bc"])
def test_too_little_to_search_for_is_refused_without_repeating_it(served: TestClient, words: str) -> None:
    answer = served.post("/api/v1/customers/search", json={"query": words})

    assert answer.status_code == 422
    assert answer.json()["fields"][0]["place"] == "body.query"
    assert not words.strip() or words not in answer.json()["detail"]


@pytest.mark.parametrize(
    "words", ["' OR 1=1 --", "%%%", "___", "\\\\\\", "nobody@nowhere.example", "<script>alert(1)</script>"]
)
def test_words_that_mean_something_elsewhere_are_only_words_here(served: TestClient, words: str) -> None:
    assert _search(served, words) == {"items": [], "more": False}


def test_a_customers_counts_sum_to_their_whole(served: TestClient, known: str) -> None:
    customer = _get(served, known)

    assert sum(each["n"] for each in customer["namespaces"]) == customer["identifiers"]
    assert sum(each["n"] for each in customer["channels"]) == customer["steps"]
    assert sum(each["n"] for each in customer["endings"]) == customer["journeys"]
    assert _get(served, known, "/identifiers")["total"] == customer["identifiers"]
    assert _get(served, known, "/links")["total"] == customer["links"]
    assert _get(served, known, "/steps")["total"] == customer["steps"]
    lanes = _get(served, known, "/journeys")
    assert lanes["total"] == customer["journeys"]
    assert sum(lane["steps"] for lane in lanes["items"]) == customer["steps"]
    for lane in lanes["items"]:
        assert sum(mark["steps"] for mark in lane["marks"]) == lane["steps"]


def test_the_timeline_goes_through_all_journeys_in_times_order_both_ways(served: TestClient, known: str) -> None:
    steps = _get(served, known, "/steps")["items"]
    back = _get(served, known, "/steps", newest_first=True)["items"]
    lanes = {lane["journey_id"]: lane["number"] for lane in _get(served, known, "/journeys")["items"]}

    assert [step["at"] for step in steps] == sorted(step["at"] for step in steps)
    assert [step["interaction_id"] for step in back] == [step["interaction_id"] for step in reversed(steps)]
    assert {step["journey_id"]: step["journey_number"] for step in steps} == lanes


def test_each_link_is_between_own_identifiers_and_its_evidence_names_both(served: TestClient, known: str) -> None:
    own = {f"{each['namespace']}:{each['value']}" for each in _get(served, known, "/identifiers")["items"]}
    links = _get(served, known, "/links")["items"]

    assert links
    assert {link["rule"] for link in links} == {"same_interaction", "same_record"}
    for link in links:
        assert {link["identifier_a"], link["identifier_b"]} <= own
        if link["rule"] == "same_record":
            assert link["record"], link
            continue
        journey = quote(link["journey_id"], safe="")
        (step,) = served.get(f"/api/v1/journeys/{journey}?at={link['position']}&limit=1").json()["steps"]["items"]
        assert {link["identifier_a"], link["identifier_b"]} <= set(step["identifiers"])


def test_unusually_many_identifiers_are_said_to_be_so(served: TestClient, company: Workspace) -> None:
    with company.session() as session:
        counts = session.execute("SELECT customer_id, count(*) FROM customers GROUP BY ALL").fetchall()
    usual = _get(served, counts[0][0])["usual_identifiers"]
    largest = max(counts, key=lambda each: each[1])

    for customer, identifiers in (largest, min(counts, key=lambda each: each[1])):
        assert _get(served, customer)["unusual"] is (identifiers > usual)


def test_the_list_holds_each_customer_of_the_selection_once_the_last_seen_first(
    served: TestClient, company: Workspace
) -> None:
    (everyone, calls) = _first(
        company,
        """SELECT count(DISTINCT customer_id), count(DISTINCT customer_id) FILTER (WHERE first_channel = 'phone')
        FROM journeys""",
    )
    page = served.get("/api/v1/customers", params={"limit": 500}).json()

    assert page["total"] == everyone
    seen = [each["last_seen"] for each in page["items"]]
    assert seen == sorted(seen, reverse=True)
    assert len({each["customer_id"] for each in page["items"]}) == len(page["items"])
    assert served.get("/api/v1/customers", params={"first_channel": "phone"}).json()["total"] == calls


def test_somebody_without_any_identifier_has_a_page_too(served: TestClient, company: Workspace) -> None:
    (customer,) = _first(company, "SELECT customer_id FROM journeys WHERE NOT identified ORDER BY 1 LIMIT 1")

    found = _get(served, customer)

    assert (found["identified"], found["name"], found["identifiers"]) == (False, "", 0)
    assert _get(served, customer, "/identifiers")["items"] == []
    assert _get(served, customer, "/steps")["total"] == found["steps"] > 0


@pytest.mark.parametrize("part", ["", "/identifiers", "/links", "/journeys", "/steps"])
def test_nobody_is_not_found(served: TestClient, part: str) -> None:
    answer = served.get(f"/api/v1/customers/c000000000000000{part}")

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/not-found")
