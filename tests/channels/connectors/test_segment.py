"""Segment calls: forty lines of one small shop's tracking, and what each of them is."""

from __future__ import annotations

import pytest

from clew.channels.connectors.segment import CONNECTOR
from tests.channels.connectors.harness import Row, records, run

SITE = "https://shop.example"
WEB = {"library": {"name": "analytics.js", "version": "2.11.1"}}
IOS = {"library": {"name": "analytics-ios"}, "device": {"type": "ios"}}


def call(sort: str, number: int, **fields: object) -> Row:
    """One line as Segment writes it, by the anonymous visitor ``a1`` on the website unless said otherwise."""
    return {
        "type": sort,
        "messageId": f"m{number}",
        "anonymousId": "a1",
        "timestamp": f"2026-03-01T10:{number:02d}:00.000Z",
        "context": WEB,
    } | fields


def page(number: int, path: str, name: str | None = None, url: str | None = None) -> Row:
    return call("page", number, name=name, properties={"path": path, "url": url or SITE + path})


def track(number: int, event: str, context: object = WEB, **properties: object) -> Row:
    return call("track", number, event=event, properties=properties, context=context)


#: Each line with the channel, kind, direction and party it must become; None for lines that are no interaction.
LINES: list[tuple[Row, tuple[str, str, str, str] | None]] = [
    (page(0, "/", "Home"), ("web", "visit", "inbound", "customer")),
    (page(1, "/shoes"), ("web", "visit", "inbound", "customer")),
    (page(2, "/help"), ("self_service", "visit", "inbound", "customer")),
    (page(3, "/help/returns", "Returns"), ("self_service", "visit", "inbound", "customer")),
    (page(4, "/faq"), ("self_service", "visit", "inbound", "customer")),
    (page(5, "/pages/17", "Support"), ("self_service", "visit", "inbound", "customer")),
    (page(6, "/knowledge-base/42"), ("self_service", "visit", "inbound", "customer")),
    (page(7, "/helpcenter"), ("self_service", "visit", "inbound", "customer")),
    (page(8, "/helpful-gifts"), ("web", "visit", "inbound", "customer")),
    (page(9, "/supporters"), ("web", "visit", "inbound", "customer")),
    (page(10, "/help/search", url=SITE + "/help/search?q=refund"), ("self_service", "search", "inbound", "customer")),
    (page(11, "/search", url=SITE + "/search?query=shoe"), ("web", "search", "inbound", "customer")),
    (call("screen", 12, name="Basket", context=IOS), ("app", "visit", "inbound", "customer")),
    (call("screen", 13, name="Help", context=IOS), ("self_service", "visit", "inbound", "customer")),
    (call("screen", 14, name="Basket"), ("app", "visit", "inbound", "customer")),
    (track(15, "Product Viewed", sku="s1"), ("web", "visit", "inbound", "customer")),
    (track(16, "Product Viewed", IOS), ("app", "visit", "inbound", "customer")),
    (track(17, "Product Viewed", {"library": {"name": "analytics-kotlin"}}), ("app", "visit", "inbound", "customer")),
    (track(18, "Product Viewed", {"device": {"type": "Android"}}), ("app", "visit", "inbound", "customer")),
    (track(19, "Products Searched", query="red shoes"), ("web", "search", "inbound", "customer")),
    (track(20, "FAQ Searched", query="refund"), ("self_service", "search", "inbound", "customer")),
    (track(21, "Checkout Started"), ("web", "visit", "inbound", "customer")),
    (track(22, "Order Completed", order_id="o1", total=27.5), ("order", "order", "inbound", "customer")),
    (track(23, "Order Refunded", order_id="o1", revenue=5), ("order", "order", "inbound", "customer")),
    (track(24, "Live Chat Conversation Started", conversation_id="c1"), ("chat", "status", "inbound", "customer")),
    (
        track(25, "Live Chat Message Sent", conversation_id="c1", message_body="Where is it?"),
        ("chat", "message", "inbound", "customer"),
    ),
    (
        track(26, "Live Chat Message Received", conversation_id="c1", message_body="On its way.", agent_id="g7"),
        ("chat", "message", "outbound", "agent"),
    ),
    (track(27, "Live Chat Conversation Ended", conversation_id="c1"), ("chat", "status", "inbound", "customer")),
    (track(28, "Email Delivered"), ("email", "campaign", "outbound", "system")),
    (track(29, "Email Opened"), ("email", "campaign", "inbound", "customer")),
    (track(30, "Email Link Clicked"), ("email", "campaign", "inbound", "customer")),
    (track(31, "Unsubscribed"), ("email", "campaign", "inbound", "customer")),
    (track(32, "Push Notification Received", IOS), ("app", "campaign", "outbound", "system")),
    (call("TRACK", 33, event="Signed Up", properties="not JSON", context="{"), ("web", "visit", "inbound", "customer")),
    (call("page", 34), ("web", "visit", "inbound", "customer")),
    (call("identify", 35, userId="u1", traits={"email": "mia@example.com", "phone": "+491701"}), None),
    (call("identify", 36, userId="u1", context={"traits": {"email": "mia@example.org"}}), None),
    (call("group", 37, userId="u1", groupId="g1", traits={"email": "office@acme.example"}), None),
    (call("alias", 38, userId="u2", previousId="u1"), None),
    (call("alias", 39, userId="u2", previousId="a1"), None),
]


@pytest.fixture(scope="module")
def drafts() -> dict[object, dict[str, object]]:
    session = run(CONNECTOR, {"calls": [line for line, _ in LINES]})
    return {row["source_id"]: row for row in records(session, "SELECT * FROM drafts_calls")}


@pytest.mark.parametrize(("line", "expected"), LINES, ids=[str(line["messageId"]) for line, _ in LINES])
def test_each_line_is_what_its_spec_says(
    drafts: dict[object, dict[str, object]], line: Row, expected: tuple[str, str, str, str] | None
) -> None:
    draft = drafts.get(line["messageId"])
    found = draft and tuple(draft[column] for column in ("channel", "kind", "direction", "party"))
    assert found == expected


def test_a_draft_has_the_calls_time_and_ids(drafts: dict[object, dict[str, object]]) -> None:
    assert (drafts["m0"]["occurred_at"], drafts["m0"]["device"], drafts["m0"]["account"]) == (
        "2026-03-01T10:00:00.000Z",
        "a1",
        None,
    )


def test_touchpoints_are_names_before_paths_before_the_calls_kind(drafts: dict[object, dict[str, object]]) -> None:
    assert [drafts[number]["touchpoint"] for number in ("m3", "m1", "m34", "m15", "m12")] == [
        "Returns",
        "/shoes",
        "page",
        "product viewed",
        "Basket",
    ]


def test_what_was_searched_said_and_paid_is_kept(drafts: dict[object, dict[str, object]]) -> None:
    assert [drafts[number]["text"] for number in ("m19", "m25", "m26", "m15")] == [
        "red shoes",
        "Where is it?",
        "On its way.",
        None,
    ]
    assert [drafts[number]["value"] for number in ("m22", "m23", "m15")] == ["27.5", "5", None]
    assert (drafts["m26"]["conversation_id"], drafts["m26"]["party_id"]) == ("c1", "g7")


@pytest.mark.parametrize("field", ["originalTimestamp", "sentAt", "receivedAt"])
def test_another_of_the_calls_times_stands_in_when_timestamp_lacks(field: str) -> None:
    line = {"type": "track", "event": "Signed Up", "messageId": "m1", field: "2026-03-01T09:00:00Z"}
    (draft,) = records(run(CONNECTOR, {"calls": [line]}), "SELECT * FROM drafts_calls")
    assert draft["occurred_at"] == "2026-03-01T09:00:00Z"


def test_an_interaction_knows_the_address_its_context_tells() -> None:
    line = call("track", 1, event="Signed Up", context={"traits": {"email": "mia@example.com"}})
    (draft,) = records(run(CONNECTOR, {"calls": [line]}), "SELECT * FROM drafts_calls")
    assert draft["email"] == "mia@example.com"


def test_an_alias_of_what_other_calls_know_as_an_anonymous_id_makes_no_account_of_it() -> None:
    visit = call("page", 1, anonymousId="a9", userId=None)
    session = run(CONNECTOR, {"calls": [visit, call("alias", 2, anonymousId=None, userId="u3", previousId="a9")]})
    found = session.execute("SELECT account, device FROM profiles_calls WHERE device IS NOT NULL").fetchall()
    assert found == [("u3", "a9")]


def test_identify_alias_and_group_say_which_ids_are_one_person() -> None:
    session = run(CONNECTOR, {"calls": [line for line, _ in LINES]})
    found = session.execute("SELECT _row, account, device, email, phone FROM profiles_calls ORDER BY ALL").fetchall()
    assert found == [
        (37, "u1", "a1", "mia@example.com", "+491701"),
        (38, "u1", "a1", "mia@example.org", None),
        (39, "u1", "a1", None, None),
        (40, "u1", "u1", None, None),
        (40, "u2", "a1", None, None),
        (40, "u2", "u1", None, None),
        (41, "u2", "a1", None, None),
    ]
