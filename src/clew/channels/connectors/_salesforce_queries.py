"""What Salesforce's tables say happened, one query a table; ids are case references, since every object links by id."""

from __future__ import annotations

# One row per contact and lead; a converted lead goes by its contact's id. Deleted rows stay records everywhere.
PEOPLE = """
people AS (
    SELECT id, max(coalesce(email, '')) AS email, max(coalesce(phone, mobile_phone, '')) AS phone, max(ref) AS ref
    FROM (
        SELECT id, email, phone, mobile_phone, id AS ref FROM contact
        UNION ALL
        SELECT id, email, phone, mobile_phone, coalesce(converted_contact_id, id) AS ref FROM lead
    )
    GROUP BY id
),
cases AS (
    SELECT id, contact_id, account_id, supplied_email, supplied_phone, coalesce(reason, type) AS reason,
        CASE
            WHEN origin ILIKE '%phone%' OR origin ILIKE '%call%' THEN 'phone'
            WHEN origin ILIKE '%mail%' THEN 'email'
            WHEN origin ILIKE '%chat%' OR origin ILIKE '%messag%' THEN 'chat'
            WHEN origin ILIKE '%community%' OR origin ILIKE '%portal%' THEN 'self_service'
            WHEN origin ILIKE '%web%' THEN 'web'
            ELSE coalesce(origin, 'back_office')
        END AS channel
    FROM "case"
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY last_modified_date DESC, _file, _row) = 1
),
concerned AS (
    SELECT cases.*, coalesce(nullif(people.email, ''), supplied_email) AS email,
        coalesce(nullif(people.phone, ''), supplied_phone) AS phone, coalesce(people.ref, contact_id, account_id) AS ref
    FROM cases LEFT JOIN people ON people.id = cases.contact_id
)
"""

CASES = f"""
WITH {PEOPLE},
opened AS (
    SELECT _file, _row, 'case/' || id AS source_id, created_date AS occurred_at, 'case opened' AS touchpoint,
        'inbound' AS direction, 'customer' AS party, coalesce(description, subject) AS text
    FROM "case" WHERE coalesce(lower(is_deleted), 'false') <> 'true'
),
closed AS (
    SELECT _file, _row, 'case/' || id || '/closed/' || closed_date AS source_id, closed_date AS occurred_at,
        'case closed' AS touchpoint, 'internal' AS direction, 'agent' AS party, owner_id AS party_id,
            'resolved' AS outcome,
        'status' AS kind
    FROM "case" WHERE closed_date IS NOT NULL AND coalesce(lower(is_deleted), 'false') <> 'true'
),
told AS (SELECT * FROM opened UNION ALL BY NAME SELECT * FROM closed)
SELECT told.* EXCLUDE (kind), c.channel, coalesce(told.kind, CASE c.channel WHEN 'phone' THEN 'call'
    ELSE 'message' END) AS kind,
    c.id AS case_ref, c.reason AS issue, c.email, c.phone, c.ref AS customer_ref
FROM told JOIN "case" USING (_file, _row) JOIN concerned c ON c.id = "case".id
"""

CASE_COMMENTS = f"""
WITH {PEOPLE}
SELECT m._file, m._row, 'case comment/' || m.id AS source_id, m.created_date AS occurred_at,
    coalesce(c.channel, 'back_office') AS channel,
    CASE lower(m.is_published) WHEN 'true' THEN 'case comment' ELSE 'private note' END AS touchpoint,
    CASE lower(m.is_published) WHEN 'true' THEN 'message' ELSE 'note' END AS kind,
    CASE lower(m.is_published) WHEN 'true' THEN 'outbound' ELSE 'internal' END AS direction, 'agent' AS party,
    m.created_by_id AS party_id, m.parent_id AS case_ref, m.comment_body AS text, c.email, c.phone,
        c.ref AS customer_ref
FROM case_comment m LEFT JOIN concerned c ON c.id = m.parent_id
WHERE coalesce(lower(m.is_deleted), 'false') <> 'true'
"""

# The case's own closed_date says when it was last closed; its history alone says that it was opened again, or passed
# on.
CASE_CHANGES = f"""
WITH {PEOPLE}
SELECT h._file, h._row, 'case history/' || h.id AS source_id, h.created_date AS occurred_at,
    coalesce(c.channel, 'back_office') AS channel, 'status' AS kind, 'internal' AS direction, 'agent' AS party,
    h.created_by_id AS party_id, h.case_id AS case_ref,
    CASE lower(h.field) WHEN 'status' THEN 'case ' || lower(h.new_value) ELSE 'case assigned' END AS touchpoint,
    CASE WHEN lower(h.field) = 'status' AND h.old_value ILIKE '%closed%' AND h.new_value NOT ILIKE '%closed%'
        THEN 'reopened' END
        AS outcome,
    c.email, c.phone, c.ref AS customer_ref
FROM case_history h LEFT JOIN concerned c ON c.id = h.case_id
WHERE lower(h.field) IN ('status', 'owner') AND h.new_value IS NOT NULL AND coalesce(lower(h.is_deleted),
    'false') <> 'true'
"""

EMAILS = f"""
WITH {PEOPLE},
sided AS (
    SELECT *, lower(incoming) = 'true' AS is_incoming FROM email_message WHERE coalesce(lower(is_deleted),
        'false') <> 'true'
)
SELECT e._file, e._row, 'email/' || e.id AS source_id, coalesce(e.message_date, e.created_date) AS occurred_at,
    'email' AS channel, 'email' AS touchpoint, 'message' AS kind,
    CASE WHEN is_incoming THEN 'inbound' ELSE 'outbound' END AS direction,
    CASE WHEN is_incoming THEN 'customer' ELSE 'agent' END AS party,
    CASE WHEN NOT is_incoming THEN e.created_by_id END AS party_id, e.parent_id AS case_ref,
    coalesce(e.text_body, e.subject) AS text,
    coalesce(c.email, CASE WHEN is_incoming THEN e.from_address ELSE e.to_address END) AS email, c.phone,
    c.ref AS customer_ref
FROM sided e LEFT JOIN concerned c ON c.id = e.parent_id
"""

CHATS = f"""
WITH {PEOPLE}
SELECT t._file, t._row, 'chat/' || t.id AS source_id, coalesce(t.start_time, t.request_time,
    t.created_date) AS occurred_at,
    t.end_time AS ended_at, 'chat' AS channel, 'chat' AS touchpoint, 'message' AS kind, 'inbound' AS direction,
    'customer' AS party, t.chat_key AS conversation_id, t.case_id AS case_ref, t.body AS text,
    CASE WHEN t.status IN ('Missed', 'Dropped', 'Blocked') THEN 'abandoned' END AS outcome,
    nullif(p.email, '') AS email, nullif(p.phone, '') AS phone, coalesce(p.ref, t.contact_id, t.lead_id) AS customer_ref
FROM live_chat_transcript t LEFT JOIN people p ON p.id = coalesce(t.contact_id, t.lead_id)
WHERE coalesce(lower(t.is_deleted), 'false') <> 'true'
"""

# Ids that begin with 500, 006 and 801 are cases, opportunities and orders; other things that a task is about are no
# case.
# An activity with nobody's name on it is its company's: an account is a customer of its own, never its contacts'
# identity.
TASKS = f"""
WITH {PEOPLE},
sorted AS (
    SELECT *,
        CASE
            WHEN task_subtype = 'Call' OR type ILIKE '%call%' THEN 'phone'
            WHEN task_subtype IN ('Email', 'ListEmail') OR type ILIKE '%mail%' THEN 'email'
            ELSE 'back_office'
        END AS channel
    FROM task WHERE coalesce(lower(is_deleted), 'false') <> 'true'
)
SELECT t._file, t._row, 'task/' || t.id AS source_id,
    coalesce(t.completed_date_time, t.created_date, t.activity_date) AS occurred_at, t.channel,
    CASE t.channel WHEN 'phone' THEN 'call logged' WHEN 'email' THEN 'email logged' ELSE 'task' END AS touchpoint,
    CASE t.channel WHEN 'phone' THEN 'call' WHEN 'email' THEN 'message' ELSE 'task' END AS kind,
    CASE WHEN t.channel = 'back_office' THEN 'internal' WHEN t.call_type = 'Inbound' THEN 'inbound' ELSE 'outbound' END
        AS direction,
    CASE WHEN t.call_type = 'Inbound' AND t.channel = 'phone' THEN 'customer' ELSE 'agent' END AS party,
    CASE WHEN t.call_type = 'Inbound' AND t.channel = 'phone' THEN NULL ELSE t.owner_id END AS party_id,
    CASE WHEN left(t.what_id, 3) IN ('500', '006', '801') THEN t.what_id END AS case_ref,
    coalesce(t.description, t.subject) AS text, nullif(p.email, '') AS email, nullif(p.phone, '') AS phone,
    coalesce(p.ref, t.who_id, t.account_id) AS customer_ref
FROM sorted t LEFT JOIN people p ON p.id = t.who_id
"""

EVENTS = f"""
WITH {PEOPLE}
SELECT e._file, e._row, 'event/' || e.id AS source_id, coalesce(e.start_date_time, e.activity_date_time) AS occurred_at,
    e.end_date_time AS ended_at,
    CASE WHEN e.type ILIKE '%call%' THEN 'phone' WHEN e.type ILIKE '%mail%' THEN 'email' ELSE 'in_person'
        END AS channel,
    CASE WHEN e.type ILIKE '%call%' THEN 'planned call' WHEN e.type ILIKE '%mail%' THEN 'planned email'
        ELSE 'meeting' END
        AS touchpoint,
    CASE WHEN e.type ILIKE '%call%' THEN 'call' WHEN e.type ILIKE '%mail%' THEN 'message' ELSE 'visit' END AS kind,
    'outbound' AS direction, 'agent' AS party, e.owner_id AS party_id,
    CASE WHEN left(e.what_id, 3) IN ('500', '006', '801') THEN e.what_id END AS case_ref,
    coalesce(e.description, e.subject) AS text, nullif(p.email, '') AS email, nullif(p.phone, '') AS phone,
    coalesce(p.ref, e.who_id, e.account_id) AS customer_ref
FROM event e LEFT JOIN people p ON p.id = e.who_id
WHERE coalesce(lower(e.is_deleted), 'false') <> 'true'
"""

ORDERS = f"""
WITH {PEOPLE}
SELECT o._file, o._row, 'order/' || o.id AS source_id, coalesce(o.created_date, o.effective_date) AS occurred_at,
    'order' AS channel, 'order placed' AS touchpoint, 'order' AS kind, 'inbound' AS direction, 'customer' AS party,
    o.id AS case_ref, o.total_amount AS value, nullif(p.email, '') AS email, nullif(p.phone, '') AS phone,
    coalesce(p.ref, o.bill_to_contact_id, o.account_id) AS customer_ref
FROM "order" o LEFT JOIN people p ON p.id = o.bill_to_contact_id
WHERE coalesce(lower(o.is_deleted), 'false') <> 'true'
"""

# A won opportunity is a purchase; a lost one has come to its end. close_date is a forecast until the deal is closed.
OPPORTUNITIES = f"""
WITH {PEOPLE},
kept AS (SELECT * FROM opportunity WHERE coalesce(lower(is_deleted), 'false') <> 'true'),
told AS (
    SELECT _file, _row, 'opportunity/' || id AS source_id, created_date AS occurred_at, 'back_office' AS channel,
        'opportunity created' AS touchpoint, 'status' AS kind, 'internal' AS direction, 'agent' AS party,
        owner_id AS party_id, NULL AS outcome, NULL AS value FROM kept
    UNION ALL
    SELECT _file, _row, 'opportunity/' || id || '/won', close_date, 'order', 'opportunity won', 'order', 'inbound',
        'customer',
        NULL, NULL, amount FROM kept WHERE lower(is_won) = 'true'
    UNION ALL
    SELECT _file, _row, 'opportunity/' || id || '/lost', close_date, 'back_office', 'opportunity lost', 'status',
        'internal',
        'agent', owner_id, 'closed', NULL FROM kept WHERE lower(is_closed) = 'true' AND coalesce(lower(is_won),
            '') <> 'true'
)
SELECT told.*, kept.id AS case_ref, nullif(p.email, '') AS email, nullif(p.phone, '') AS phone,
    coalesce(p.ref, kept.contact_id, kept.account_id) AS customer_ref
FROM told JOIN kept USING (_file, _row) LEFT JOIN people p ON p.id = kept.contact_id
"""

# The first version only repeats that the opportunity was created.
STAGES = f"""
WITH {PEOPLE},
versions AS (
    SELECT *, lag(stage_name) OVER (PARTITION BY id ORDER BY _fivetran_start, _file, _row) AS stage_before
    FROM opportunity_history WHERE coalesce(lower(is_deleted), 'false') <> 'true'
)
SELECT v._file, v._row, 'opportunity/' || v.id || '/stage/' || v._fivetran_start AS source_id,
    v._fivetran_start AS occurred_at,
    'back_office' AS channel, 'opportunity stage changed' AS touchpoint, 'status' AS kind, 'internal' AS direction,
    'agent' AS party, v.owner_id AS party_id, v.id AS case_ref,
    nullif(p.email, '') AS email, nullif(p.phone, '') AS phone, coalesce(p.ref, v.contact_id,
        v.account_id) AS customer_ref
FROM versions v LEFT JOIN people p ON p.id = v.contact_id
WHERE v.stage_before <> v.stage_name
"""

CONTACTS = "SELECT _file, _row, email, coalesce(phone, mobile_phone) AS phone, id AS customer_ref FROM contact"
LEADS = """
SELECT _file, _row, email, coalesce(phone, mobile_phone) AS phone, coalesce(converted_contact_id, id) AS customer_ref
FROM lead
"""
