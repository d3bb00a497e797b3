"""Intercom: conversations, every part of them, and their ratings, joined to the contact they are with.

History tables hold one row per version: an interaction is told by its first or last version, the others stay records.
Stems are in normal form: lower case, without ``intercom_`` in front and ``_data`` and the like behind.
"""

from __future__ import annotations

from clew.channels.connector import Connector, Table

# One row per contact, per conversation's contact, per word for a channel and per tag that names a single reason.
SHARED = """
people AS (
    SELECT id, email, phone, external_id FROM contact_history
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY updated_at DESC, _file, _row) = 1
),
members AS (
    SELECT conversation_id, min(contact_id) AS contact_id FROM conversation_contact_history
    WHERE coalesce(lower(_fivetran_active), 'true') = 'true' GROUP BY conversation_id
),
ways(source_type, channel) AS (
    VALUES ('conversation', 'chat'), ('chat', 'chat'), ('in_app', 'chat'), ('native_messenger', 'chat'), ('email',
        'email'),
        ('push', 'app'), ('twitter', 'social'), ('facebook', 'social'), ('instagram', 'social'), ('whatsapp',
            'whatsapp'),
        ('sms', 'sms'), ('phone_call', 'phone'), ('phone_switch', 'phone'), ('api', 'back_office')
),
conversations AS (
    SELECT c.id, coalesce(ways.channel, c.source_type, 'chat') AS channel,
        coalesce(
            members.contact_id,
            CASE WHEN c.source_author_type IN ('user', 'lead', 'contact') THEN c.source_author_id END
        ) AS contact_id
    FROM conversation_history c
    LEFT JOIN ways ON ways.source_type = lower(c.source_type)
    LEFT JOIN members ON members.conversation_id = c.id
    QUALIFY row_number() OVER (PARTITION BY c.id ORDER BY c.updated_at, c._file, c._row) = 1
)
"""

# One conversation row may tell several things: that it was opened (first version), rated or measured against its
# service
# level (first version that says so), and closed or reopened: a change of state, unless its parts are there to say so.
CONVERSATIONS = f"""
WITH {SHARED},
tag_names AS (
    SELECT conversation_id, max(tag.name) AS reason
    FROM conversation_tag_history JOIN tag ON tag.id = tag_id
    WHERE coalesce(lower(conversation_tag_history._fivetran_active), 'true') = 'true'
    GROUP BY conversation_id HAVING count(DISTINCT tag_id) = 1
),
known AS (
    SELECT h.*, c.channel, c.contact_id, p.email, p.phone, p.external_id, t.reason,
        CASE
            WHEN h.source_author_type IN ('admin', 'team') THEN 'agent'
            WHEN h.source_author_type IN ('bot', 'operator') THEN 'bot'
            ELSE 'customer'
        END AS author,
        row_number() OVER (PARTITION BY h.id ORDER BY h.updated_at, h._file, h._row) AS version,
        row_number() OVER (PARTITION BY h.id, lower(h.sla_status) ORDER BY h.updated_at, h._file,
            h._row) AS sla_version,
        coalesce(lag(lower(h.state)) OVER (PARTITION BY h.id ORDER BY h.updated_at, h._file, h._row),
            'open') AS state_before,
        row_number() OVER (
            PARTITION BY h.id, h.conversation_rating_created_at, h.conversation_rating_value
            ORDER BY h.updated_at, h._file, h._row
        ) AS rating_version
    FROM conversation_history h
    LEFT JOIN conversations c ON c.id = h.id
    LEFT JOIN people p ON p.id = c.contact_id
    LEFT JOIN tag_names t ON t.conversation_id = h.id
),
told_by_parts AS (SELECT DISTINCT conversation_id FROM conversation_part_history WHERE part_type IN ('close', 'open')),
opened AS (
    SELECT _file, _row, 'conversation/' || id AS source_id, created_at AS occurred_at,
        'conversation opened' AS touchpoint,
        CASE channel WHEN 'phone' THEN 'call' ELSE 'message' END AS kind, author AS party,
        CASE author WHEN 'customer' THEN 'inbound' ELSE 'outbound' END AS direction,
        CASE WHEN author <> 'customer' THEN source_author_id END AS party_id, source_body AS text
    FROM known WHERE version = 1
),
measured AS (
    SELECT _file, _row, 'sla/' || id || '/' || lower(sla_status) AS source_id, updated_at AS occurred_at,
        CASE lower(sla_status) WHEN 'hit' THEN 'service level met' ELSE 'service level missed' END AS touchpoint,
        'status' AS kind, 'system' AS party, 'internal' AS direction,
        CASE lower(sla_status) WHEN 'hit' THEN 'true' ELSE 'false' END AS sla_met
    FROM known WHERE lower(sla_status) IN ('hit', 'missed') AND sla_version = 1
),
rated AS (
    SELECT _file, _row, 'rating/' || id || '/' || conversation_rating_created_at AS source_id,
        conversation_rating_created_at AS occurred_at, 'conversation rated' AS touchpoint, 'rating' AS kind,
        'customer' AS party, 'inbound' AS direction, conversation_rating_remark AS text,
            conversation_rating_value AS rating
    FROM known WHERE conversation_rating_value IS NOT NULL AND rating_version = 1
),
turned AS (
    SELECT _file, _row, 'state/' || id || '/' || updated_at AS source_id, updated_at AS occurred_at,
        CASE lower(state) WHEN 'closed' THEN 'conversation closed' ELSE 'conversation reopened' END AS touchpoint,
        'status' AS kind, 'system' AS party, 'internal' AS direction,
        CASE lower(state) WHEN 'closed' THEN 'resolved' ELSE 'reopened' END AS outcome
    FROM known
    WHERE id NOT IN (SELECT conversation_id FROM told_by_parts)
        AND (lower(state) = 'closed') <> (state_before = 'closed')
),
told AS (
    SELECT * FROM opened
    UNION ALL BY NAME SELECT * FROM rated
    UNION ALL BY NAME SELECT * FROM turned
    UNION ALL BY NAME SELECT * FROM measured
)
SELECT told.*, k.channel, k.id AS conversation_id, k.id AS case_ref, k.reason AS issue,
    k.email, k.phone, k.external_id AS account, k.contact_id AS customer_ref
FROM told JOIN known k ON k._file = told._file AND k._row = told._row
"""

# A close with words in it is the last reply; one without is a change of status.
PARTS = f"""
WITH {SHARED},
latest AS (
    SELECT *,
        CASE
            WHEN author_type IN ('user', 'lead', 'contact') THEN 'customer'
            WHEN author_type = 'bot' THEN 'bot'
            ELSE 'agent'
        END AS party,
        CASE
            WHEN part_type LIKE 'note%' THEN 'note'
            WHEN part_type = 'comment' OR (part_type IN ('close', 'open', 'assignment') AND body IS NOT NULL)
                THEN 'message'
            ELSE 'status'
        END AS kind
    FROM conversation_part_history
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY updated_at DESC, _file, _row) = 1
),
teams AS (SELECT id, max(name) AS name FROM team GROUP BY id),
known AS (
    SELECT l.*, coalesce(c.channel, 'chat') AS channel, coalesce(teams.name, l.assigned_to_id) AS team_name,
        coalesce(c.contact_id, m.contact_id, CASE l.party WHEN 'customer' THEN l.author_id END) AS contact_id
    FROM latest l
    LEFT JOIN conversations c ON c.id = l.conversation_id
    LEFT JOIN members m ON m.conversation_id = l.conversation_id
    LEFT JOIN teams ON teams.id = l.assigned_to_id
)
SELECT k._file, k._row, 'part/' || k.id AS source_id, k.created_at AS occurred_at, k.channel, k.kind, k.party,
    CASE
        WHEN k.kind = 'note' THEN 'private note'
        WHEN k.kind = 'message' THEN 'conversation reply'
        WHEN k.part_type = 'close' THEN 'conversation closed'
        WHEN k.part_type = 'open' THEN 'conversation reopened'
        WHEN k.part_type LIKE '%assign%' THEN 'conversation assigned'
        ELSE replace(k.part_type, '_', ' ')
    END AS touchpoint,
    CASE WHEN k.kind <> 'message' THEN 'internal' WHEN k.party = 'customer' THEN 'inbound' ELSE 'outbound'
        END AS direction,
    CASE WHEN k.party <> 'customer' THEN k.author_id END AS party_id,
    CASE k.assigned_to_type WHEN 'team' THEN k.team_name END AS team,
    k.conversation_id, k.conversation_id AS case_ref, k.body AS text,
    CASE
        WHEN k.part_type = 'close' THEN 'resolved'
        WHEN k.part_type IN ('open', 'note_and_reopen', 'assign_and_reopen') THEN 'reopened'
    END AS outcome,
    p.email, p.phone, p.external_id AS account, k.contact_id AS customer_ref
FROM known k LEFT JOIN people p ON p.id = k.contact_id
"""

PROFILES = "SELECT _file, _row, email, phone, external_id AS account, id AS customer_ref FROM contact_history"

_VERSION = ("_fivetran_synced", "_fivetran_active", "_fivetran_start", "_fivetran_end")

_KEPT: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("admin", ("admin",), ("id", "job_title")),
    ("article_history", ("article_history", "article"), ("id", "statistics_views")),
    ("collection_history", ("collection_history", "collection"), ("id", "help_center_id")),
    ("company_history", ("company_history", "company"), ("id", "session_count", "user_count")),
    ("company_tag_history", ("company_tag_history",), ("company_id", "tag_id")),
    ("contact_company_history", ("contact_company_history",), ("company_id", "contact_id")),
    ("contact_tag_history", ("contact_tag_history",), ("contact_id", "tag_id")),
    ("help_center_history", ("help_center_history", "help_center"), ("id", "website_turned_on")),
    ("team_admin", ("team_admin",), ("admin_id", "team_id")),
)

CONNECTOR = Connector(
    name="intercom",
    title="Intercom",
    question="What was said in each conversation, who answered, when was it closed, and how did the customer rate it?",
    documentation="https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations",
    source="intercom",
    tables=(
        Table(
            "conversation_history",
            ("conversation_history", "conversation"),
            ("id", "source_type", "source_author_type", "state"),
            columns=(
                *("id", "created_at", "updated_at", "state", "source_type", "source_author_type", "source_author_id"),
                *("source_body", "conversation_rating_value", "conversation_rating_remark"),
                *("conversation_rating_created_at", "sla_status"),
            ),
            sql=CONVERSATIONS,
            carried=("id", "created_at", "source_body", "source_author_id", *_VERSION),
        ),
        Table(
            "conversation_part_history",
            ("conversation_part_history", "conversation_part"),
            ("id", "conversation_id", "part_type", "author_type"),
            columns=(
                *("id", "conversation_id", "part_type", "body", "author_type", "author_id", "assigned_to_type"),
                *("assigned_to_id", "created_at", "updated_at"),
            ),
            sql=PARTS,
            carried=("id", "conversation_id", "body", "created_at", "author_id", *_VERSION),
        ),
        Table(
            "contact_history",
            ("contact_history", "contact"),
            ("id", "has_hard_bounced", "workspace_id"),
            columns=("id", "email", "phone", "external_id", "updated_at"),
            profile_sql=PROFILES,
        ),
        Table(
            "conversation_contact_history",
            ("conversation_contact_history", "conversation_contact"),
            ("contact_id", "conversation_id"),
            columns=("contact_id", "conversation_id", "_fivetran_active"),
        ),
        Table(
            "conversation_tag_history",
            ("conversation_tag_history", "conversation_tag"),
            ("tag_id", "conversation_id"),
            columns=("tag_id", "conversation_id", "_fivetran_active"),
        ),
        Table("tag", ("tag",), ("id", "name"), columns=("id", "name")),
        Table("team", ("team",), ("id", "name"), columns=("id", "name")),
        *(Table(name, stems, needs) for name, stems, needs in _KEPT),
    ),
)
