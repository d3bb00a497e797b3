"""HubSpot, Klaviyo, Shopify and Salesforce: mailings, orders and deals, joined to the customer."""

from __future__ import annotations

from collections import Counter

from tests.channels.connectors.vendor_folders import VENDORS, Loaded, Row, by_id, made

# --- HubSpot ---------------------------------------------------------------------------------------------------------


def test_hubspot_email_events_know_who_acted(loaded: dict[str, Loaded]) -> None:
    events = loaded["hubspot"].drafts("email_event")
    assert Counter((e["touchpoint"], e["direction"], e["party"], e["kind"]) for e in events) == {
        ("marketing email open", "inbound", "customer", "visit"): 90,
        ("marketing email sent", "outbound", "system", "campaign"): 4,
        ("marketing email delivered", "outbound", "system", "status"): 3,
    }


def test_hubspot_tickets_close_as_resolved(loaded: dict[str, Loaded]) -> None:
    tickets = loaded["hubspot"].drafts("ticket")
    assert Counter(t["touchpoint"] for t in tickets) == {"ticket opened": 25, "ticket closed": 23, "first reply": 4}
    assert {t["outcome"] for t in tickets if t["touchpoint"] == "ticket closed"} == {"resolved"}


def test_a_hubspot_engagement_is_joined_to_its_ticket_and_merged_contact() -> None:
    rows: dict[str, list[Row]] = {
        "engagement_call": [
            {"engagement_id": "e", "property_hs_timestamp": "2024-01-01", "property_hs_call_direction": "INBOUND"}
        ],
        "engagement_contact": [{"engagement_id": "e", "contact_id": "2"}],
        "ticket_engagement": [{"ticket_id": "t", "engagement_id": "e"}],
        "contact": [{"id": "2", "property_email": "mia@example.com"}],
        "contact_merge_audit": [{"canonical_vid": "1", "vid_to_merge": "2"}],
    }
    [call] = made(VENDORS["hubspot"], rows).drafts("engagement_call")
    assert (call["case_ref"], call["email"], call["customer_ref"], call["party"]) == (
        "t",
        "mia@example.com",
        "1",
        "customer",
    )


def test_a_won_hubspot_deal_is_an_order_of_its_amount() -> None:
    rows: dict[str, list[Row]] = {
        "deal": [{"deal_id": "d", "property_createdate": "2024-01-01", "property_amount": "90"}],
        "deal_stage": [{"deal_id": "d", "date_entered": "2024-01-02", "value": "won"}],
        "deal_pipeline_stage": [{"stage_id": "won", "closed_won": "true", "is_closed": "true"}],
    }
    [stage] = made(VENDORS["hubspot"], rows).drafts("deal_stage")
    assert (stage["kind"], stage["channel"], stage["value"], stage["outcome"]) == ("order", "order", "90", None)


# --- Klaviyo ---------------------------------------------------------------------------------------------------------


def test_klaviyo_events_read_the_same_in_both_spellings(loaded: dict[str, Loaded]) -> None:
    events = loaded["klaviyo"].drafts("event")
    mailed = [event for event in events if event["source_id"] == "event/3gBNHPGp"]
    assert [(e["channel"], e["kind"], e["value"], e["text"]) for e in mailed] == [
        ("email", "campaign", "15", "brand new chopstcks")
    ] * 2
    ordered = by_id(events)["event/4gBNHPJn"]
    assert (ordered["channel"], ordered["kind"], ordered["party"], ordered["customer_ref"]) == (
        "order",
        "order",
        "customer",
        "LRqEsZ",
    )


def test_a_klaviyo_event_names_its_campaign_and_person() -> None:
    rows: dict[str, list[Row]] = {
        "event": [{"id": "e", "person_id": "p", "campaign_id": "c", "type": "Opened Email", "datetime": "2024-01-01"}],
        "campaign": [{"id": "c", "name": "Spring sale"}],
        "person": [{"id": "p", "email": "mia@example.com", "phone_number": "+4930111"}],
    }
    [event] = made(VENDORS["klaviyo"], rows).drafts("event")
    assert (event["touchpoint"], event["kind"], event["direction"]) == ("opened email: Spring sale", "visit", "inbound")
    assert (event["email"], event["phone"]) == ("mia@example.com", "+4930111")


# --- Shopify ---------------------------------------------------------------------------------------------------------


def test_a_shopify_order_is_its_customers(loaded: dict[str, Loaded]) -> None:
    orders = by_id(loaded["shopify"].drafts("order"))
    rest, graphql = orders["order/2674098602081"], orders["order/4003"]
    assert (rest["email"], rest["value"], rest["occurred_at"]) == (
        "021cb20b5c78751fc7ddc091b6b69b3e",
        "2.8",
        "2020-09-11 19:35:42.000",
    )
    assert (graphql["customer_ref"], graphql["value"], graphql["phone"]) == ("1003", "2000", "3333333333")
    assert orders["order/4003/cancelled"]["occurred_at"] == "2025-07-18 14:00:00"
    assert "order/4001/cancelled" not in orders


def test_a_delivered_shopify_parcel_resolves_the_order(loaded: dict[str, Loaded]) -> None:
    parcels = loaded["shopify"].drafts("fulfillment_event")
    assert Counter((p["touchpoint"], p["outcome"]) for p in parcels) == {
        ("parcel delivered", "resolved"): 3,
        ("parcel in transit", None): 4,
        ("parcel out for delivery", None): 2,
        ("parcel delayed", None): 1,
    }


def test_a_shopify_refund_is_told_once_with_what_was_paid_back() -> None:
    rows: dict[str, list[Row]] = {
        "order": [{"id": "o", "customer_id": "c", "created_at": "2024-01-01"}],
        "customer": [{"id": "c", "email": "mia@example.com"}],
        "refund": [{"id": "r", "order_id": "o", "created_at": "2024-01-02", "note": "torn"}],
        "transaction": [
            {
                "id": "1",
                "order_id": "o",
                "kind": "sale",
                "status": "success",
                "amount": "20.00",
                "created_at": "2024-01-01",
            },
            {"id": "2", "order_id": "o", "kind": "refund", "status": "success", "amount": "5.00", "refund_id": "r"},
        ],
    }
    vendor = made(VENDORS["shopify"], rows)
    assert [(d["source_id"], d["value"]) for d in vendor.drafts("transaction")] == [("payment/1", "20.00")]
    [refund] = vendor.drafts("refund")
    assert (refund["value"], refund["email"], refund["text"], refund["direction"]) == (
        "5.00",
        "mia@example.com",
        "torn",
        "outbound",
    )


def test_a_shopify_checkout_that_was_never_completed_is_abandoned(loaded: dict[str, Loaded]) -> None:
    checkouts = by_id(loaded["shopify"].drafts("abandoned_checkout"))
    assert checkouts["checkout/12111"]["outcome"] == "abandoned"
    assert checkouts["checkout/12111"]["email"] == "tnyrnbs@hh.com"
    assert checkouts["checkout/5001"]["outcome"] is None


# --- Salesforce ------------------------------------------------------------------------------------------------------


def test_salesforce_activities_are_calls_and_meetings(loaded: dict[str, Loaded]) -> None:
    events = loaded["salesforce"].drafts("event")
    assert Counter((e["channel"], e["kind"]) for e in events) == {("phone", "call"): 6, ("in_person", "visit"): 4}
    task = by_id(loaded["salesforce"].drafts("task"))["task/00T1G00003Ufap9UAB"]
    assert (task["case_ref"], task["customer_ref"], task["channel"]) == (
        "0061G00000N38JZQAZ",
        "0031G00001S3ckZQAR",
        "back_office",
    )


def test_a_salesforce_case_is_one_thread_of_the_contact() -> None:
    rows: dict[str, list[Row]] = {
        "case": [
            {
                "id": "500A",
                "case_number": "17",
                "contact_id": "003A",
                "origin": "Email",
                "reason": "Billing",
                "created_date": "2024-01-01",
                "closed_date": "2024-01-05",
                "subject": "charged twice",
            }
        ],
        "contact": [{"id": "003A", "email": "mia@example.com"}],
        "email_message": [
            {"id": "e", "parent_id": "500A", "incoming": "false", "text_body": "sorry", "message_date": "2024-01-02"}
        ],
        "case_history": [
            {
                "id": "h",
                "case_id": "500A",
                "field": "Status",
                "old_value": "Closed",
                "new_value": "Open",
                "created_date": "2024-01-06",
            }
        ],
        "opportunity": [
            {
                "id": "006A",
                "account_id": "001A",
                "created_date": "2024-01-01",
                "close_date": "2024-02-01",
                "is_won": "true",
                "is_closed": "true",
                "amount": "9",
            }
        ],
    }
    vendor = made(VENDORS["salesforce"], rows)
    case = by_id(vendor.drafts("case"))
    assert (case["case/500A"]["channel"], case["case/500A"]["issue"], case["case/500A"]["kind"]) == (
        "email",
        "Billing",
        "message",
    )
    assert case["case/500A/closed/2024-01-05"]["outcome"] == "resolved"
    [reply], [change] = vendor.drafts("email_message"), vendor.drafts("case_history")
    assert (reply["direction"], reply["party"], reply["case_ref"]) == ("outbound", "agent", "500A")
    assert change["outcome"] == "reopened"
    assert {d["email"] for d in (*case.values(), reply, change)} == {"mia@example.com"}
    won = by_id(vendor.drafts("opportunity"))["opportunity/006A/won"]
    assert (won["kind"], won["value"], won["customer_ref"]) == ("order", "9", "001A")


def test_a_converted_salesforce_lead_goes_by_its_contacts_id(loaded: dict[str, Loaded]) -> None:
    lead = next(table for table in VENDORS["salesforce"].tables if table.name == "lead")
    assert lead.profile_sql is not None
    [profile] = loaded["salesforce"].rows(lead.profile_sql)
    assert (profile["email"], profile["customer_ref"]) == ("h@gmail.com", "0031G00001QtDPlQAN")
