"""Salesforce: cases with their e-mails and chats, calls, meetings, orders and opportunities, joined to contact or lead.

Stems are in normal form: lower case, without ``salesforce_``, ``sfdc_`` or ``sf_`` in front and ``_data`` and the like
behind.
"""

from __future__ import annotations

from clew.channels.connector import Connector, Table
from clew.channels.connectors import _salesforce_queries as queries

_ACTIVITY = ("id", "description", "last_modified_date", "system_modstamp", "_fivetran_synced")

_KEPT: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("account", ("account",), ("id", "billing_city", "industry", "photo_url")),
    ("account_history", ("account_history",), ("_fivetran_start", "id", "billing_city", "industry")),
    ("contact_history", ("contact_history",), ("_fivetran_start", "id", "last_activity_date", "mailing_city")),
    ("opportunity_line_item", ("opportunity_line_item",), ("opportunity_id", "pricebook_entry_id")),
    ("product_2", ("product_2", "product2"), ("id", "product_code", "family")),
    ("user", ("user",), ("id", "user_role_id", "profile_id")),
    ("user_role", ("user_role",), ("id", "developer_name", "parent_role_id")),
)

_PERSON = ("id", "email", "phone", "mobile_phone", "is_deleted", "last_modified_date")

CONNECTOR = Connector(
    name="salesforce",
    title="Salesforce",
    question="Which cases, calls, e-mails, meetings and purchases did each contact have, and how did they end?",
    documentation="https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/",
    source="salesforce",
    aliases=("sf", "sfdc"),
    tables=(
        Table(
            "case",
            ("case", "cases"),
            ("id", "case_number", "origin"),
            columns=(
                *(
                    "id",
                    "contact_id",
                    "account_id",
                    "created_date",
                    "closed_date",
                    "last_modified_date",
                    "origin",
                    "reason",
                ),
                *("type", "subject", "description", "owner_id", "supplied_email", "supplied_phone", "is_deleted"),
            ),
            sql=queries.CASES,
            carried=(
                "subject",
                "created_date",
                "closed_date",
                "supplied_email",
                "supplied_phone",
                "supplied_name",
                *_ACTIVITY,
            ),
        ),
        Table(
            "case_comment",
            ("case_comment",),
            ("id", "parent_id", "comment_body"),
            columns=("id", "parent_id", "comment_body", "is_published", "created_by_id", "created_date", "is_deleted"),
            sql=queries.CASE_COMMENTS,
            carried=("comment_body", "created_date", *_ACTIVITY),
        ),
        Table(
            "case_history",
            ("case_history",),
            ("id", "case_id", "field", "new_value"),
            columns=("id", "case_id", "field", "old_value", "new_value", "created_by_id", "created_date", "is_deleted"),
            sql=queries.CASE_CHANGES,
            carried=("created_date", *_ACTIVITY),
        ),
        Table(
            "email_message",
            ("email_message",),
            ("id", "parent_id", "incoming", "text_body"),
            columns=(
                *("id", "parent_id", "incoming", "from_address", "to_address", "subject", "text_body", "message_date"),
                *("created_date", "created_by_id", "is_deleted"),
            ),
            sql=queries.EMAILS,
            carried=(
                *("subject", "text_body", "html_body", "message_date", "from_address", "from_name", "to_address"),
                *("cc_address", "bcc_address", "headers", *_ACTIVITY),
            ),
        ),
        Table(
            "live_chat_transcript",
            ("live_chat_transcript",),
            ("id", "chat_key", "start_time", "end_time"),
            columns=(
                *("id", "chat_key", "case_id", "contact_id", "lead_id", "owner_id", "start_time", "request_time"),
                *("created_date", "end_time", "status", "body", "is_deleted"),
            ),
            sql=queries.CHATS,
            carried=("body", "start_time", "end_time", "ip_address", *_ACTIVITY),
        ),
        Table(
            "task",
            ("task",),
            ("id", "who_id", "task_subtype", "is_high_priority"),
            columns=(
                *(
                    "id",
                    "who_id",
                    "what_id",
                    "account_id",
                    "owner_id",
                    "subject",
                    "description",
                    "type",
                    "task_subtype",
                ),
                *("call_type", "completed_date_time", "created_date", "activity_date", "is_deleted"),
            ),
            sql=queries.TASKS,
            carried=("completed_date_time", "subject", *_ACTIVITY),
        ),
        Table(
            "event",
            ("event",),
            ("id", "who_id", "start_date_time", "duration_in_minutes"),
            columns=(
                *("id", "who_id", "what_id", "account_id", "owner_id", "subject", "description", "type"),
                *("start_date_time", "activity_date_time", "end_date_time", "is_deleted"),
            ),
            sql=queries.EVENTS,
            carried=("start_date_time", "end_date_time", "subject", *_ACTIVITY),
        ),
        Table(
            "order",
            ("order", "orders"),
            ("id", "order_number", "effective_date", "account_id"),
            columns=(
                *(
                    "id",
                    "account_id",
                    "bill_to_contact_id",
                    "owner_id",
                    "effective_date",
                    "activated_date",
                    "created_date",
                ),
                *("total_amount", "is_deleted"),
            ),
            sql=queries.ORDERS,
            carried=("created_date", "total_amount", *_ACTIVITY),
        ),
        Table(
            "opportunity",
            ("opportunity",),
            ("id", "stage_name", "close_date", "has_open_activity"),
            columns=(
                *("id", "account_id", "contact_id", "owner_id", "created_date", "close_date", "amount", "is_closed"),
                *("is_won", "is_deleted"),
            ),
            sql=queries.OPPORTUNITIES,
            carried=("created_date", *_ACTIVITY),
        ),
        Table(
            "opportunity_history",
            ("opportunity_history",),
            ("_fivetran_start", "id", "stage_name"),
            columns=("id", "account_id", "contact_id", "owner_id", "stage_name", "is_deleted", "_fivetran_start"),
            sql=queries.STAGES,
            carried=("_fivetran_end", "_fivetran_active", *_ACTIVITY),
        ),
        Table(
            "contact",
            ("contact",),
            ("id", "mailing_city", "lead_source"),
            columns=_PERSON,
            profile_sql=queries.CONTACTS,
        ),
        Table(
            "lead",
            ("lead",),
            ("id", "is_converted", "converted_contact_id"),
            columns=(*_PERSON, "converted_contact_id"),
            profile_sql=queries.LEADS,
        ),
        *(Table(name, stems, needs) for name, stems, needs in _KEPT),
    ),
)
