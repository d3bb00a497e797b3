"""Zendesk: tickets, replies, chats, status changes and satisfaction ratings, joined into each requester's thread.

Stems are in normal form: lower case, without the connector's name or an alias of it in front (``zendesk_``) and without
``_data``, ``_postgres``, ``_databricks`` and the like behind.
"""

from __future__ import annotations

from clew.channels.connector import Connector, Table
from clew.channels.connectors import _zendesk_queries as queries

_KEPT: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("audit_log", ("actor_id", "change_description", "source_type")),
    ("brand", ("brand_url", "has_help_center")),
    ("daylight_time", ("daylight_offset", "daylight_start_utc")),
    ("domain_name", ("domain_name", "organization_id")),
    ("organization", ("id", "shared_comments", "shared_tickets")),
    ("organization_tag", ("organization_id", "tag")),
    ("schedule", ("start_time_utc", "end_time_utc", "time_zone")),
    ("schedule_holiday", ("schedule_id", "start_date", "end_date")),
    ("sla_policy_metric_history", ("sla_policy_id", "metric", "target")),
    ("ticket_schedule", ("ticket_id", "schedule_id")),
    ("ticket_sla_policy", ("ticket_id", "sla_policy_id", "policy_applied_at")),
    ("time_zone", ("time_zone", "standard_offset")),
    ("user_tag", ("user_id", "tag")),
)

CONNECTOR = Connector(
    name="zendesk",
    title="Zendesk Support",
    question="What did each requester write, who answered where, and was the ticket solved, reopened or rated?",
    documentation="https://developer.zendesk.com/api-reference/ticketing/introduction/",
    source="zendesk",
    tables=(
        Table(
            "ticket",
            ("ticket",),
            ("id", "requester_id", "submitter_id", "via_channel"),
            columns=(
                *(
                    "id",
                    "created_at",
                    "updated_at",
                    "requester_id",
                    "submitter_id",
                    "assignee_id",
                    "group_id",
                    "status",
                ),
                *("via_channel", "subject", "description", "type", "ticket_form_id"),
            ),
            sql=queries.TICKETS,
            carried=("id", "created_at", "description", "requester_id", "via_channel", "_fivetran_synced"),
        ),
        Table(
            "ticket_comment",
            ("ticket_comment",),
            ("id", "ticket_id", "body", "public"),
            columns=(
                *("id", "ticket_id", "user_id", "created", "body", "public", "via_channel", "voice_comment", "tweet"),
                "facebook_comment",
            ),
            sql=queries.COMMENTS,
            carried=("id", "ticket_id", "created", "body", "public", "user_id", "_fivetran_synced"),
        ),
        Table(
            "ticket_field_history",
            ("ticket_field_history",),
            ("field_name", "ticket_id", "updated", "value"),
            columns=("field_name", "ticket_id", "updated", "user_id", "value"),
            sql=queries.CHANGES,
            carried=("ticket_id", "updated", "_fivetran_synced"),
        ),
        Table(
            "ticket_chat_event",
            ("ticket_chat_event",),
            ("chat_id", "actor_id", "type", "created_at"),
            columns=("chat_id", "actor_id", "type", "created_at", "message", "chat_index"),
            sql=queries.CHAT_EVENTS,
            # What the original holds beyond the message is form layout and picture addresses.
            carried=("chat_id", "created_at", "message", "original_message", "_fivetran_synced", "_company_synced"),
        ),
        Table(
            "satisfaction_rating",
            ("satisfaction_rating",),
            ("id", "ticket_id", "score", "requester_id"),
            columns=("id", "ticket_id", "requester_id", "score", "comment", "created_at", "updated_at"),
            sql=queries.RATINGS,
            carried=("id", "ticket_id", "comment", "requester_id", "_fivetran_synced"),
        ),
        Table(
            "ticket_metric_event",
            ("ticket_metric_event", "ticket_metric_events"),
            ("id", "ticket_id", "metric", "instance_id", "type"),
            columns=("id", "ticket_id", "type", "time"),
            sql=queries.METRIC_EVENTS,
            carried=("id", "ticket_id", "time"),
        ),
        Table(
            "user",
            ("user", "users"),
            ("id", "role", "ticket_restriction"),
            columns=("id", "role", "email", "phone", "external_id"),
            profile_sql=queries.PROFILES,
        ),
        Table("group", ("group", "groups"), ("id", "name", "url"), columns=("id", "name")),
        Table("ticket_tag", ("ticket_tag",), ("tag", "ticket_id"), columns=("tag", "ticket_id")),
        Table(
            "ticket_chat",
            ("ticket_chat",),
            ("chat_id", "visitor_id"),
            columns=("chat_id", "ticket_id", "user_id", "visitor_id"),
        ),
        Table(
            "ticket_form_history",
            ("ticket_form_history", "ticket_form"),
            ("id", "display_name", "end_user_visible"),
            columns=("id", "name", "updated_at"),
        ),
        *(Table(name, (name,), needs) for name, needs in _KEPT),
    ),
)
