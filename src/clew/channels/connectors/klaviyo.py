"""Klaviyo: e-mails, texts and pushes sent and opened, and what people did in the shop, joined to each profile.

Exports name event properties with or without underscores (``property_value``, ``propertyvalue``): both are read. Stems
are in normal form: lower case, without ``klaviyo_`` in front and without ``_norename``, ``_data`` and the like behind.
"""

from __future__ import annotations

from clew.channels.connector import Connector, Table

# A metric's name says what happened ("Opened Email"); the campaign or flow says to what it belongs. "Sent SMS" is
# Klaviyo's
# name for a text that the person sends. Attributes are given whole, so that both spellings of an export read the same.
EVENTS = """
WITH people AS (
    SELECT id, email, phone_number FROM person
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY updated DESC, _file, _row) = 1
),
metrics AS (SELECT id, max(name) AS name FROM metric GROUP BY id),
mailings AS (
    SELECT id, max(name) AS name FROM (SELECT id, name FROM campaign UNION ALL SELECT id, name FROM flow) GROUP BY id
),
named AS (
    SELECT e.*, lower(coalesce(e.type, metrics.name)) AS metric, coalesce(c.name, f.name) AS mailing,
        coalesce(e.property_value, e.propertyvalue) AS amount, coalesce(e.property_rating, e.propertyrating) AS stars,
        coalesce(e.property_subject, e.propertysubject) AS subject,
        coalesce(e.property_message_body, e.propertymessagebody) AS body,
        coalesce(e.property_conversation_id, e.propertyconversationid) AS thread,
        people.email, people.phone_number
    FROM event e
    LEFT JOIN metrics ON metrics.id = e.metric_id
    LEFT JOIN mailings c ON c.id = e.campaign_id
    LEFT JOIN mailings f ON f.id = e.flow_id
    LEFT JOIN people ON people.id = e.person_id
    WHERE coalesce(lower(e._fivetran_deleted), 'false') <> 'true'
),
meant AS (
    SELECT *,
        CASE
            WHEN metric LIKE '%sms%' OR metric LIKE '%text message%' THEN 'sms'
            WHEN metric LIKE '%email%' THEN 'email'
            WHEN metric LIKE '%push%' THEN 'app'
            WHEN metric LIKE '%order%' OR metric LIKE '%checkout%' OR metric LIKE '%refund%' OR metric LIKE '%shipment%'
                OR metric LIKE '%deliver%' THEN 'order'
            WHEN metric LIKE '%survey%' OR metric LIKE '%review%' OR stars IS NOT NULL THEN 'survey'
            ELSE 'web'
        END AS channel,
        CASE
            WHEN stars IS NOT NULL THEN 'rated'
            WHEN metric LIKE 'received%' THEN 'mailed'
            WHEN metric = 'sent sms' THEN 'wrote'
            WHEN metric LIKE 'bounced%' OR metric LIKE 'dropped%' OR metric LIKE 'failed%' OR metric LIKE 'skipped%'
                OR metric LIKE 'fulfilled%' OR metric LIKE 'refunded%' OR metric LIKE '%shipment%'
                    OR metric LIKE '%delivered%'
                THEN 'informed'
            WHEN metric LIKE 'placed order%' OR metric LIKE 'ordered product%' THEN 'ordered'
            WHEN metric LIKE 'cancel%' OR metric LIKE 'unsubscribed%' OR metric LIKE 'marked%' THEN 'changed'
            WHEN metric LIKE '%subscribed%' OR metric LIKE '%consent%' OR metric LIKE '%form%' THEN 'signed'
            ELSE 'looked'
        END AS act
    FROM named
)
SELECT _file, _row, 'event/' || id AS source_id, coalesce(datetime, timestamp) AS occurred_at, channel,
    metric || coalesce(': ' || mailing, '') AS touchpoint,
    CASE act WHEN 'rated' THEN 'rating' WHEN 'mailed' THEN 'campaign' WHEN 'wrote' THEN 'message'
        WHEN 'informed' THEN 'status'
        WHEN 'ordered' THEN 'order' WHEN 'changed' THEN 'status' WHEN 'signed' THEN 'form' ELSE 'visit' END AS kind,
    CASE WHEN act IN ('mailed', 'informed') THEN 'outbound' ELSE 'inbound' END AS direction,
    CASE WHEN act IN ('mailed', 'informed') THEN 'system' ELSE 'customer' END AS party,
    CASE WHEN channel IN ('email', 'sms') THEN coalesce(body, subject) END AS text, thread AS conversation_id,
    amount AS value, stars AS rating, email, phone_number AS phone, person_id AS customer_ref,
    to_json({'uuid': uuid, 'metric_id': metric_id, 'campaign_id': campaign_id, 'flow_id': flow_id,
        'variation': _variation})
        AS attributes
FROM meant
"""

PROFILES = "SELECT _file, _row, email, phone_number AS phone, id AS customer_ref FROM person"

CONNECTOR = Connector(
    name="klaviyo",
    title="Klaviyo",
    question="Which mailings reached each person, which were opened, and what did people buy or do after?",
    documentation="https://developers.klaviyo.com/en/reference/events_api_overview",
    source="klaviyo",
    tables=(
        Table(
            "event",
            ("event", "events"),
            ("id", "person_id", "metric_id"),
            columns=(
                *("id", "person_id", "campaign_id", "flow_id", "metric_id", "uuid", "datetime", "timestamp", "type"),
                *(
                    "_variation",
                    "_fivetran_deleted",
                    "property_value",
                    "propertyvalue",
                    "property_rating",
                    "propertyrating",
                ),
                *("property_subject", "propertysubject", "property_message_body", "propertymessagebody"),
                *("property_conversation_id", "propertyconversationid"),
            ),
            sql=EVENTS,
        ),
        Table(
            "person",
            ("person", "profile"),
            ("id", "email", "phone_number", "updated"),
            columns=("id", "email", "phone_number", "updated"),
            profile_sql=PROFILES,
        ),
        Table("campaign", ("campaign",), ("id", "campaign_type", "from_email"), columns=("id", "name")),
        Table("flow", ("flow",), ("id", "trigger_type"), columns=("id", "name")),
        Table("metric", ("metric",), ("id", "integration_id"), columns=("id", "name")),
    ),
)
