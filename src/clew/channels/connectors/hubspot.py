"""HubSpot: tickets, logged calls and e-mails, marketing e-mails, forms and deals, joined to the contact.

Stems are in normal form: lower case, without ``hubspot_`` in front and ``_data``, ``_postgres`` and the like behind.
"""

from __future__ import annotations

from clew.channels.connector import Connector, Table
from clew.channels.connectors import _hubspot_queries as queries

_SYNC = ("_fivetran_synced", "_fivetran_deleted", "property_hs_lastmodifieddate")
_ENGAGEMENT = (
    *("engagement_id", "_fivetran_deleted", "property_hs_timestamp", "property_hs_createdate"),
    *("property_hubspot_owner_id", "property_hubspot_team_id"),
)


def _engagement(name: str, sql: str, needs: tuple[str, ...], details: tuple[str, ...], texts: tuple[str, ...]) -> Table:
    """Return the table of one kind of engagement: all share their key, owner and times; ``texts`` are in the draft."""
    return Table(
        f"engagement_{name}",
        (f"engagement_{name}",),
        ("engagement_id", *needs),
        columns=(*_ENGAGEMENT, *details, *texts),
        sql=sql,
        carried=("engagement_id", *texts, *_SYNC),
    )


_KEPT: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("company", ("id", "property_industry", "property_annualrevenue")),
    ("company_property_history", ("company_id", "timestamp", "name", "value")),
    ("contact_list", ("id", "list_version", "processing_status")),
    ("contact_list_member", ("contact_id", "contact_list_id")),
    ("contact_property_history", ("contact_id", "timestamp", "name", "value")),
    ("deal_company", ("company_id", "deal_id")),
    ("deal_pipeline", ("pipeline_id", "display_order")),
    ("deal_property_history", ("deal_id", "timestamp", "name", "value")),
    # What an e-mail event adds by its kind (browser, answer of the mail server) belongs to the row of email_event.
    ("email_event_bounce", ("id", "category", "response")),
    ("email_event_click", ("id", "referer", "url")),
    ("email_event_deferred", ("id", "attempt")),
    ("email_event_delivered", ("id", "smtp_id")),
    ("email_event_dropped", ("id", "drop_reason")),
    ("email_event_forward", ("id", "browser", "user_agent")),
    ("email_event_open", ("id", "duration", "browser")),
    ("email_event_print", ("id", "browser", "user_agent")),
    ("email_event_spam_report", ("id", "ip_address", "user_agent")),
    ("email_event_status_change", ("id", "portal_subscription_status")),
    ("engagement_company", ("company_id", "engagement_id")),
    ("engagement_deal", ("deal_id", "engagement_id")),
    ("merged_deal", ("deal_id", "merged_deal_id")),
    ("owner", ("owner_id", "active_user_id")),
    ("owner_team", ("owner_id", "team_id", "is_team_primary")),
    ("property", ("field_type", "hubspot_defined")),
    ("property_option", ("property_id", "display_order")),
    ("role", ("id", "requires_billing_write")),
    ("team_user", ("user_id", "team_id", "is_secondary_user")),
    ("ticket_company", ("ticket_id", "company_id")),
    ("ticket_deal", ("ticket_id", "deal_id")),
    ("ticket_pipeline", ("pipeline_id", "object_type_id")),
)

CONNECTOR = Connector(
    name="hubspot",
    title="HubSpot",
    question="Which mailings, forms, calls and tickets did each contact go through, and what came of them?",
    documentation="https://developers.hubspot.com/docs/api-reference/overview",
    source="hubspot",
    tables=(
        Table(
            "ticket",
            ("ticket",),
            ("id", "property_hs_pipeline_stage", "property_createdate"),
            columns=(
                *("id", "is_deleted", "property_createdate", "property_closed_date", "property_first_agent_reply_date"),
                *("property_hubspot_owner_id", "property_hs_ticket_category", "property_subject_category"),
                *("property_source_type", "property_hs_object_source_label", "property_subject", "property_content"),
            ),
            sql=queries.TICKETS,
            carried=("id", "property_createdate", "property_closed_date", "property_content", *_SYNC),
        ),
        Table(
            "ticket_property_history",
            ("ticket_property_history",),
            ("ticket_id", "name", "timestamp_instant", "value"),
            columns=("ticket_id", "name", "timestamp_instant", "value"),
            sql=queries.TICKET_CHANGES,
            carried=("ticket_id", "timestamp_instant", "_fivetran_synced", "_fivetran_start", "_fivetran_end"),
        ),
        _engagement(
            "call",
            queries.CALLS,
            ("property_hs_timestamp", "type"),
            ("property_hs_call_direction", "property_hs_call_status", "status"),
            ("property_hs_call_body", "body"),
        ),
        _engagement(
            "communication",
            queries.COMMUNICATIONS,
            ("property_hs_timestamp", "type"),
            ("property_hs_communication_channel_type",),
            ("property_hs_communication_body",),
        ),
        _engagement(
            "email",
            queries.EMAILS,
            ("property_hs_email_subject",),
            ("property_hs_email_direction", "property_hs_email_thread_id"),
            ("property_hs_email_subject", "property_hs_email_text", "subject", "text"),
        ),
        _engagement(
            "meeting",
            queries.MEETINGS,
            (),
            ("property_hs_meeting_start_time", "property_hs_meeting_end_time", "start_time", "end_time"),
            ("property_hs_meeting_title", "property_hs_meeting_body", "title", "body"),
        ),
        _engagement("note", queries.NOTES, (), (), ("property_hs_note_body", "body")),
        _engagement("task", queries.TASKS, (), (), ("property_hs_task_subject", "property_hs_task_body", "body")),
        Table(
            "email_event",
            ("email_event",),
            ("id", "email_campaign_id", "sent_by_id", "recipient"),
            columns=("id", "type", "created", "recipient", "email_campaign_id", "sent_by_id", "filtered_event"),
            sql=queries.EMAIL_EVENTS,
            carried=("id", "created", "recipient", "sent_by_id", "_fivetran_synced"),
        ),
        Table(
            "contact_form_submission",
            ("contact_form_submission",),
            ("form_id", "contact_id", "conversion_id"),
            columns=("timestamp", "form_id", "contact_id", "conversion_id", "title"),
            sql=queries.FORMS,
            carried=("timestamp", "contact_id", "conversion_id", "_fivetran_synced"),
        ),
        Table(
            "deal",
            ("deal",),
            ("deal_id", "property_dealname", "property_createdate"),
            columns=("deal_id", "is_deleted", "property_createdate", "property_description", "property_amount"),
            sql=queries.DEALS,
            carried=("deal_id", "property_createdate", "property_description", *_SYNC),
        ),
        Table(
            "deal_stage",
            ("deal_stage",),
            ("deal_id", "date_entered", "value"),
            columns=("deal_id", "date_entered", "value"),
            sql=queries.DEAL_STAGES,
            carried=("deal_id", "date_entered", "_fivetran_start", "_fivetran_end", "_fivetran_active", *_SYNC),
        ),
        Table(
            "contact",
            ("contact",),
            ("id", "property_email", "property_createdate"),
            columns=("id", "property_email", "property_phone", "property_mobilephone", "property_lastmodifieddate"),
            profile_sql=queries.CONTACTS,
        ),
        Table("ticket_contact", ("ticket_contact",), ("ticket_id", "contact_id"), columns=("ticket_id", "contact_id")),
        Table(
            "ticket_engagement",
            ("ticket_engagement",),
            ("ticket_id", "engagement_id"),
            columns=("ticket_id", "engagement_id"),
        ),
        Table(
            "ticket_pipeline_stage",
            ("ticket_pipeline_stage",),
            ("stage_id", "ticket_state"),
            columns=("stage_id", "ticket_state", "is_closed"),
        ),
        Table("engagement", ("engagement",), ("id", "type", "portal_id"), columns=("id", "timestamp", "owner_id")),
        Table(
            "engagement_contact",
            ("engagement_contact",),
            ("contact_id", "engagement_id"),
            columns=("contact_id", "engagement_id"),
        ),
        Table("deal_contact", ("deal_contact",), ("contact_id", "deal_id"), columns=("contact_id", "deal_id")),
        Table(
            "deal_pipeline_stage",
            ("deal_pipeline_stage",),
            ("stage_id", "closed_won"),
            columns=("stage_id", "closed_won", "is_closed"),
        ),
        Table(
            "contact_merge_audit",
            ("contact_merge_audit",),
            ("canonical_vid", "vid_to_merge"),
            columns=("canonical_vid", "vid_to_merge"),
        ),
        Table("email_event_sent", ("email_event_sent",), ("id", "reply_to", "subject"), columns=("id", "subject")),
        Table("email_campaign", ("email_campaign",), ("id", "app_name", "subject"), columns=("id", "subject")),
        Table("form", ("form",), ("guid", "form_type"), columns=("guid", "name")),
        Table("team", ("team",), ("id", "name"), columns=("id", "name")),
        Table("users", ("users", "user"), ("id", "primary_team_id", "role_id")),
        *(Table(name, (name,), needs) for name, needs in _KEPT),
    ),
)
