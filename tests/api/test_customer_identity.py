"""Why a customer is one person, what people say against it, and what that would change before it is written down."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clew.api import create_app
from clew.app.building import build
from clew.app.workspace import Workspace
from clew.customers import customer_id, decisions
from tests.api.clients import ADDRESS, SECRET, TestClient, place_of, rebuilt, signed_in, stub_page

NOBODYS = ["' OR 1=1 --", "email:nobody@nowhere.example", "<script>", "a:b\u202e", "%%%"]


@pytest.fixture
def own(company: Workspace, tmp_path: Path) -> Iterator[TestClient]:
    """A client of a copy of the small company, which it may change."""
    workspace = Workspace(Path(shutil.copytree(company.folder, tmp_path / "own")))
    build(workspace)
    app = create_app(workspace, secret=SECRET, run_jobs=False, assets=stub_page(tmp_path / "page"))
    with TestClient(app, base_url=ADDRESS):
        app.state.server.views.wait()
        yield signed_in(app)
    workspace.close()


def largest(workspace: Workspace) -> tuple[str, list[str]]:
    """The customer with most identifiers, the oldest first."""
    with workspace.session() as session:
        ((customer, identifiers),) = session.execute(
            "SELECT customer_id, list(identifier ORDER BY since_us, identifier) FROM customers GROUP BY ALL "
            "ORDER BY count(*) DESC, customer_id LIMIT 1"
        ).fetchall()
    return customer, identifiers


def with_a_leaf(workspace: Workspace) -> tuple[str, list[str], str]:
    """A customer, its identifiers, and one of them that a single link joins to the others (not the one it is named after)."""
    with workspace.session() as session:
        ((customer, leaf),) = session.execute(
            """WITH ends AS (SELECT unnest([identifier_a, identifier_b]) AS identifier FROM link_fates),
            leaves AS (SELECT identifier FROM ends GROUP BY identifier HAVING count(*) = 1)
            SELECT customer_id, max_by(identifier, since_us) FROM customers SEMI JOIN leaves USING (identifier)
            WHERE customer_id IN (SELECT customer_id FROM customers GROUP BY ALL HAVING count(*) >= 5)
            GROUP BY ALL ORDER BY ALL LIMIT 1"""
        ).fetchall()
        own = session.execute("SELECT identifier FROM customers WHERE customer_id = ?", [customer]).fetchall()
    return customer, [identifier for (identifier,) in own], leaf


def ask(client: TestClient, path: str, body: object = None, **more: Any) -> Any:
    path = f"/api/v1{path}"
    answer = client.get(path, **more) if body is None else client.post(path, json=body, **more)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_graph_holds_every_identifier_and_each_link_with_what_says_so(
    served: TestClient, company: Workspace
) -> None:
    customer, identifiers = largest(company)
    graph = ask(served, f"/customers/{customer}/graph")

    mine = [node for node in graph["nodes"] if node["customer_id"] == customer]
    assert sorted(node["identifier"] for node in mine) == sorted(identifiers)
    assert all(node["met"] > 0 for node in mine)
    own = set(identifiers)
    assert all(own & {edge["identifier_a"], edge["identifier_b"]} for edge in graph["edges"])
    assert all(edge["said"] and edge["told"] for edge in graph["edges"])
    assert len([edge for edge in graph["edges"] if edge["fate"] == "joins"]) >= len(identifiers) - 1
    assert (graph["nodes_left_out"], graph["edges_left_out"]) == (0, 0)


def test_links_that_were_left_out_are_in_the_graph_with_why(served: TestClient, company: Workspace) -> None:
    with company.session() as session:
        found = session.execute(
            "SELECT customer_id, identifier_a, identifier_b, fate FROM link_fates JOIN customers ON identifier = identifier_a "
            "WHERE fate <> 'joins' ORDER BY ALL LIMIT 1"
        ).fetchall()
    ((customer, a, b, fate),) = found
    graph = ask(served, f"/customers/{customer}/graph")

    (edge,) = [each for each in graph["edges"] if (each["identifier_a"], each["identifier_b"]) == (a, b)]
    assert edge["fate"] == fate
    assert "left out" in edge["told"] or "doesn't count" in edge["told"]


def test_a_graph_too_large_to_draw_says_how_much_is_left_out(
    served: TestClient, company: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clew.app.view.identity import graph as drawn

    customer, _ = largest(company)
    view = served.app.state.server.views.wait()  # type: ignore[attr-defined]
    whole = drawn._graph(view, customer)
    monkeypatch.setattr(drawn, "MOST_NODES", 3)
    monkeypatch.setattr(drawn, "MOST_EDGES", 1)
    small = drawn._graph(view, customer)

    assert len(small.nodes) + small.nodes_left_out == len(whole.nodes) > len(small.nodes) == 3
    assert len(small.edges) + small.edges_left_out == len(whole.edges) > len(small.edges) == 1
    assert {node.customer_id for node in small.nodes} == {customer}


def test_the_way_from_one_identifier_to_another_is_told_link_by_link(served: TestClient, company: Workspace) -> None:
    _, identifiers = largest(company)
    why = ask(served, "/customers/why", {"a": identifiers[0], "b": identifiers[-1]})

    assert why["one_person"] is True
    at = identifiers[0]
    for edge in why["way"]:
        ends = {edge["identifier_a"], edge["identifier_b"]}
        assert at in ends
        (at,) = ends - {at}
        assert edge["said"][0]["question"]
    assert at == identifiers[-1]


@pytest.mark.parametrize("named", NOBODYS)
def test_identifiers_that_nobody_has_are_refused_without_repeating_them(served: TestClient, named: str) -> None:
    bodies: list[tuple[str, object]] = [
        ("why", {"a": named, "b": named + "x"}),
        ("split/preview", {"identifiers": [named]}),
        ("decisions/preview", {"words": [{"a": named, "b": named + "x", "verdict": "same"}]}),
    ]
    for path, body in bodies:
        answer = served.post(f"/api/v1/customers/{path}", json=body)
        assert answer.status_code == 422, answer.text
        assert named not in answer.text


def test_splitting_shows_first_what_it_does_then_does_just_that_and_withdrawing_undoes_it(own: TestClient) -> None:
    customer, identifiers, apart = with_a_leaf(place_of(own))
    before = ask(own, f"/customers/{customer}")
    tried = own.post("/api/v1/customers/split/preview", json={"identifiers": [apart]})
    shown = tried.json()

    assert shown["customers"] == 1
    (exchange,) = shown["exchanges"]
    assert exchange["kind"] == "split"
    assert sorted(group["all_identifiers"] for group in exchange["after"]) == [1, len(identifiers) - 1]
    assert sum(group["interactions"] for group in exchange["after"]) == shown["interactions"]
    assert not decisions(place_of(own).journal), "a preview writes nothing"

    body = {"identifiers": [apart], "reason": "the neighbour's"}
    assert own.post("/api/v1/customers/split", json=body).status_code == 428
    assert own.post("/api/v1/customers/split", json=body, headers={"If-Match": '"old"'}).status_code == 412
    assert not decisions(place_of(own).journal)
    said = own.post("/api/v1/customers/split", json=body, headers={"If-Match": tried.headers["etag"]})
    assert said.json()["words"] == shown["words"] > 0
    rebuilt(own)

    assert ask(own, f"/customers/{customer}")["identifiers"] == before["identifiers"] - 1
    assert ask(own, f"/customers/{customer_id(apart)}")["customer_id"] == customer_id(apart) != customer
    (act,) = ask(own, f"/customers/{customer}/decisions")["items"]
    assert (act["verdict"], act["reason"], act["shown"]) == ("retracted", "the neighbour's", True)
    assert act["author"]
    assert len(act["words"]) == shown["words"]

    words = [{"a": each["identifier_a"], "b": each["identifier_b"], "verdict": "withdrawn"} for each in act["words"]]
    back = own.post("/api/v1/customers/decisions/preview", json={"words": words})
    assert back.json()["customers"] == -1
    headers = {"If-Match": back.headers["etag"]}
    answer = own.post("/api/v1/customers/decisions", json={"words": words, "reason": "a mistake"}, headers=headers)
    assert answer.status_code == 200, answer.text
    rebuilt(own)
    assert ask(own, f"/customers/{customer}") == before
    assert [
        word["stands"] for item in ask(own, f"/customers/{customer}/decisions")["items"] for word in item["words"]
    ] == [False] * (2 * len(words))


def test_a_reason_that_names_the_customer_is_refused(own: TestClient) -> None:
    with place_of(own).session() as session:
        ((a, b),) = session.execute(
            "SELECT identifier_a, identifier_b FROM link_fates WHERE fate = 'joins' AND starts_with(identifier_a, 'email:') "
            "ORDER BY ALL LIMIT 1"
        ).fetchall()
    words = [{"a": a, "b": b, "verdict": "different"}]
    tag = own.post("/api/v1/customers/decisions/preview", json={"words": words}).headers["etag"]
    value = a.partition(":")[2]
    answer = own.post(
        "/api/v1/customers/decisions",
        json={"words": words, "reason": f"{value.upper()} rang up"},
        headers={"If-Match": tag},
    )

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/reason-names-them")
    assert value not in answer.text
    assert not decisions(place_of(own).journal)


def test_the_id_of_a_merged_customer_leads_to_the_one_that_it_is_part_of(
    served: TestClient, company: Workspace
) -> None:
    customer, identifiers = largest(company)

    for identifier in identifiers:
        assert ask(served, f"/customers/{customer_id(identifier)}")["customer_id"] == customer
        assert ask(served, f"/customers/{customer_id(identifier)}/graph")["customer_id"] == customer
    assert served.get("/api/v1/customers/c000000000000000/graph").status_code == 404
    assert served.get("/api/v1/customers/c000000000000000/decisions").status_code == 404


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("split", {"identifiers": ["email:a@b.c"], "reason": "x"}),
        ("decisions", {"words": [{"a": "email:a@b.c", "b": "phone:+1", "verdict": "same"}], "reason": "x"}),
        ("c000000000000000/export", {}),
        ("c000000000000000/erase", {"confirm": "c000000000000000", "reason": "x"}),
    ],
)
def test_nothing_changes_without_the_sessions_token_or_signed_out(
    served: TestClient, path: str, body: dict[str, object]
) -> None:
    app = served.app
    stranger = TestClient(app, base_url=ADDRESS)
    forged = TestClient(app, base_url=ADDRESS, cookies=dict(served.cookies))

    assert stranger.post(f"/api/v1/customers/{path}", json=body).status_code == 401
    assert forged.post(f"/api/v1/customers/{path}", json=body).status_code == 403


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"words": [], "reason": "x"},
        {"words": [{"a": "email:a@b.c", "b": "phone:+1", "verdict": "maybe"}], "reason": "x"},
        {"words": [{"a": "email:a@b.c", "b": "phone:+1", "verdict": "same"}], "reason": "  "},
        {"words": [{"a": "x" * 501, "b": "phone:+1", "verdict": "same"}], "reason": "x"},
        {"words": [{"a": "email:\x00", "b": "phone:+1", "verdict": "same"}], "reason": "x"},
    ],
)
def test_words_of_a_wrong_shape_are_refused(served: TestClient, body: dict[str, object]) -> None:
    answer = served.post("/api/v1/customers/decisions", json=body, headers={"If-Match": "*"})

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid")
