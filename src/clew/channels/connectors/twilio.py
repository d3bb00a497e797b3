"""Twilio: phone calls, text messages and WhatsApp, told from the side of the customer's number.

Stems are in normal form: lower case, without ``twilio_`` in front and ``_data`` and the like behind.
"""

from __future__ import annotations

from clew.channels.connector import Connector, Table

# The customer is the far side: the caller of an inbound call, the called of an outbound one. A leg that <Dial> adds to
# an
# inbound call rings one of our own people, so it keeps its parent's customer and is internal. Addresses of apps and SIP
# devices ("client:", "sip:") are no phone numbers. Only an inbound call can be abandoned by the customer: one of ours
# that
# nobody takes is an attempt. The price is what the company pays Twilio, so it is no value of the customer's.
CALLS = """
WITH parents AS (
    SELECT id, max(direction) AS direction, max("from") AS caller FROM call GROUP BY id
),
sided AS (
    SELECT c.*,
        CASE
            WHEN parents.direction = 'inbound' THEN 'internal'
            WHEN c.direction IN ('inbound', 'trunking-originating') THEN 'inbound'
            ELSE 'outbound'
        END AS side,
        parents.caller
    FROM call c LEFT JOIN parents ON parents.id = c.parent_call_id
)
SELECT _file, _row, 'call/' || id AS source_id, coalesce(start_time, created_at) AS occurred_at, end_time AS ended_at,
    'phone' AS channel, 'call' AS kind, side AS direction,
    CASE side WHEN 'internal' THEN 'call passed on' WHEN 'inbound' THEN 'inbound call' ELSE 'outbound call'
        END AS touchpoint,
    CASE WHEN side = 'inbound' THEN 'customer' WHEN direction = 'outbound-api' THEN 'system' ELSE 'agent' END AS party,
    coalesce(parent_call_id, id) AS conversation_id,
    CASE WHEN side = 'inbound' AND status IN ('busy', 'no-answer', 'canceled', 'failed') THEN 'abandoned'
        END AS outcome,
    CASE WHEN far NOT LIKE 'client:%' AND far NOT LIKE 'sip:%' THEN far END AS phone
FROM (
    SELECT *, CASE side WHEN 'internal' THEN caller WHEN 'inbound' THEN "from" ELSE "to" END AS far FROM sided
)
"""

# Messages that a program sends are the system's, automatic replies (outbound-reply) a bot's.
MESSAGES = """
WITH sided AS (
    SELECT *, CASE direction WHEN 'inbound' THEN 'inbound' ELSE 'outbound' END AS side,
        CASE direction WHEN 'inbound' THEN "from" ELSE "to" END AS far
    FROM message
)
SELECT _file, _row, 'message/' || id AS source_id, coalesce(date_sent, created_at) AS occurred_at,
    CASE WHEN far LIKE 'whatsapp:%' THEN 'whatsapp' WHEN far LIKE 'messenger:%' THEN 'social' ELSE 'sms' END AS channel,
    CASE WHEN status IN ('failed', 'undelivered') THEN 'message not delivered' ELSE 'message' END AS touchpoint,
    'message' AS kind, side AS direction,
    CASE WHEN side = 'inbound' THEN 'customer' WHEN direction = 'outbound-reply' THEN 'bot' ELSE 'system' END AS party,
    body AS text,
    CASE WHEN far NOT LIKE 'messenger:%' THEN regexp_replace(far, '^(whatsapp|rcs):', '') END AS phone,
    CASE WHEN far LIKE 'messenger:%' THEN 'facebook/' || substr(far, 11) END AS handle
FROM sided
"""

_NUMBERS = ("from", "from_formatted", "to", "to_formatted", "forwarded_from", "caller_name", "_fivetran_synced")

_KEPT: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("account_history", ("account_history", "account"), ("id", "owner_account_id")),
    ("address", ("address",), ("id", "emergency_enabled", "iso_country")),
    ("incoming_phone_number", ("incoming_phone_number",), ("id", "capabilities_voice")),
    ("messaging_service", ("messaging_service",), ("id", "inbound_method", "usecase")),
    ("outgoing_caller_id", ("outgoing_caller_id",), ("id", "phone_number", "friendly_name")),
    ("usage_record", ("usage_record",), ("category", "usage", "count_unit")),
)

CONNECTOR = Connector(
    name="twilio",
    title="Twilio",
    question="Who called or texted, when, for how long, and which calls were given up before anyone answered?",
    documentation="https://www.twilio.com/docs/voice/api/call-resource",
    source="twilio",
    tables=(
        Table(
            "call",
            ("call", "calls"),
            ("id", "queue_time", "direction", "from", "to"),
            columns=(
                *("id", "parent_call_id", "direction", "status", "from", "to", "start_time", "end_time", "created_at"),
            ),
            sql=CALLS,
            carried=("id", "start_time", "end_time", *_NUMBERS),
        ),
        Table(
            "message",
            ("message", "messages"),
            ("id", "num_segments", "direction", "from", "to"),
            columns=("id", "direction", "status", "from", "to", "body", "date_sent", "created_at"),
            sql=MESSAGES,
            carried=("id", "body", "date_sent", *_NUMBERS),
        ),
        *(Table(name, stems, needs) for name, stems, needs in _KEPT),
    ),
)
