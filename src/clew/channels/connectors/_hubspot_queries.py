"""What HubSpot's tables say happened, one query a table, joined to the contact through the association tables."""

from __future__ import annotations

# One row per contact, merged contacts under the one they were merged into; per ticket, deal and engagement its contact.
PEOPLE = """
merges AS (SELECT vid_to_merge, min(canonical_vid) AS canonical FROM contact_merge_audit GROUP BY vid_to_merge),
people AS (
    SELECT contact.id, coalesce(merges.canonical, contact.id) AS ref, property_email AS email,
        coalesce(property_phone, property_mobilephone) AS phone
    FROM contact LEFT JOIN merges ON merges.vid_to_merge = contact.id
    QUALIFY row_number() OVER (PARTITION BY contact.id ORDER BY property_lastmodifieddate DESC, _file, _row) = 1
)
"""

TICKET_CONTACTS = f"""
{PEOPLE},
ticket_people AS (
    SELECT l.ticket_id, coalesce(p.ref, l.contact_id) AS ref, p.email, p.phone
    FROM (SELECT ticket_id, min(contact_id) AS contact_id FROM ticket_contact GROUP BY ticket_id) l
    LEFT JOIN people p ON p.id = l.contact_id
)
"""

# A ticket that doesn't say where it came from was made by hand: "direct opening" in the back office. One row tells
# that it
# was opened, first answered (where no e-mail or call of it is in the export) and closed.
TICKETS = f"""
WITH {TICKET_CONTACTS},
engaged AS (SELECT DISTINCT ticket_id FROM ticket_engagement),
known AS (
    SELECT t.*, p.email, p.phone, p.ref, coalesce(t.property_hs_ticket_category, t.property_subject_category) AS reason,
        CASE upper(coalesce(t.property_source_type, t.property_hs_object_source_label))
            WHEN 'EMAIL' THEN 'email' WHEN 'PHONE' THEN 'phone' WHEN 'FORM' THEN 'web' WHEN 'CHAT' THEN 'chat'
            WHEN 'CONVERSATIONS' THEN 'chat' ELSE 'back_office' END AS channel
    FROM ticket t LEFT JOIN ticket_people p ON p.ticket_id = t.id
    WHERE coalesce(lower(t.is_deleted), 'false') <> 'true'
),
opened AS (
    SELECT _file, _row, 'ticket/' || id AS source_id, property_createdate AS occurred_at, 'ticket opened' AS touchpoint,
        CASE channel WHEN 'phone' THEN 'call' ELSE 'message' END AS kind, 'inbound' AS direction, 'customer' AS party,
        NULL AS party_id, coalesce(property_content, property_subject) AS text, NULL AS outcome
    FROM known
),
answered AS (
    SELECT _file, _row, 'ticket/' || id || '/first reply', property_first_agent_reply_date, 'first reply', 'message',
        'outbound', 'agent', NULL, NULL, NULL
    FROM known WHERE property_first_agent_reply_date IS NOT NULL AND id NOT IN (SELECT ticket_id FROM engaged)
),
closed AS (
    SELECT _file, _row, 'ticket/' || id || '/closed/' || property_closed_date, property_closed_date, 'ticket closed',
        'status',
        'internal', 'agent', property_hubspot_owner_id, NULL, 'resolved'
    FROM known WHERE property_closed_date IS NOT NULL
),
told AS (SELECT * FROM opened UNION ALL SELECT * FROM answered UNION ALL SELECT * FROM closed)
SELECT told.*, known.channel, known.id AS case_ref, known.reason AS issue, known.email, known.phone,
    known.ref AS customer_ref
FROM told JOIN known USING (_file, _row)
"""

# The ticket's own closed date tells the closing; stages tell the way there, and that a closed ticket was taken up
# again.
TICKET_CHANGES = f"""
WITH {TICKET_CONTACTS},
stages AS (
    SELECT stage_id, bool_or(upper(ticket_state) = 'CLOSED' OR lower(is_closed) = 'true') AS is_closed
    FROM ticket_pipeline_stage GROUP BY stage_id
),
dated AS (SELECT DISTINCT id FROM ticket WHERE property_closed_date IS NOT NULL),
moves AS (
    SELECT h.*, coalesce(stages.is_closed, false) AS is_closed,
        lag(coalesce(stages.is_closed, false)) OVER (PARTITION BY h.ticket_id ORDER BY timestamp_instant, _file,
            _row) AS was_closed
    FROM ticket_property_history h LEFT JOIN stages ON stages.stage_id = h.value
    WHERE h.name = 'hs_pipeline_stage'
)
SELECT m._file, m._row, 'ticket/' || m.ticket_id || '/stage/' || m.timestamp_instant AS source_id,
    m.timestamp_instant AS occurred_at, 'back_office' AS channel, 'status' AS kind, 'internal' AS direction,
        'agent' AS party,
    CASE WHEN m.was_closed AND NOT m.is_closed THEN 'ticket reopened' ELSE 'ticket stage changed' END AS touchpoint,
    CASE
        WHEN m.was_closed AND NOT m.is_closed THEN 'reopened'
        WHEN m.is_closed AND m.ticket_id NOT IN (SELECT id FROM dated) THEN 'resolved'
    END AS outcome,
    m.ticket_id AS case_ref, p.email, p.phone, p.ref AS customer_ref
FROM moves m LEFT JOIN ticket_people p ON p.ticket_id = m.ticket_id
"""

# An engagement's contact, ticket and (in older exports) time and owner come from the tables around it.
ENGAGED = f"""
{PEOPLE},
heads AS (SELECT id, max(timestamp) AS timestamp, max(owner_id) AS owner_id FROM engagement GROUP BY id),
engaged_people AS (
    SELECT l.engagement_id, coalesce(p.ref, l.contact_id) AS ref, p.email, p.phone
    FROM (SELECT engagement_id, min(contact_id) AS contact_id FROM engagement_contact GROUP BY engagement_id) l
    LEFT JOIN people p ON p.id = l.contact_id
),
engaged_tickets AS (SELECT engagement_id, min(ticket_id) AS ticket_id FROM ticket_engagement GROUP BY engagement_id),
teams AS (SELECT id, max(name) AS name FROM team GROUP BY id)
"""

_JOINS = """
LEFT JOIN heads ON heads.id = e.engagement_id
LEFT JOIN engaged_people p ON p.engagement_id = e.engagement_id
LEFT JOIN engaged_tickets t ON t.engagement_id = e.engagement_id
"""
_WHO = "t.ticket_id AS case_ref, p.email, p.phone, p.ref AS customer_ref"
_OWNER = "coalesce(e.property_hubspot_owner_id, heads.owner_id)"
_TEAM = "coalesce(teams.name, e.property_hubspot_team_id)"
_WHEN = "coalesce(e.property_hs_timestamp, heads.timestamp, e.property_hs_createdate)"
_LIVE = "coalesce(lower(e._fivetran_deleted), 'false') <> 'true'"

CALLS = f"""
WITH {ENGAGED}
SELECT e._file, e._row, 'call/' || e.engagement_id AS source_id, {_WHEN} AS occurred_at, 'phone' AS channel,
    'call' AS kind, 'call' AS touchpoint,
    CASE WHEN e.property_hs_call_direction = 'INBOUND' THEN 'inbound' ELSE 'outbound' END AS direction,
    CASE WHEN e.property_hs_call_direction = 'INBOUND' THEN 'customer' ELSE 'agent' END AS party,
    CASE WHEN e.property_hs_call_direction = 'INBOUND' THEN NULL ELSE {_OWNER} END AS party_id, {_TEAM} AS team,
    coalesce(e.property_hs_call_body, e.body) AS text,
    CASE WHEN e.property_hs_call_direction = 'INBOUND' AND coalesce(e.property_hs_call_status, e.status)
        IN ('BUSY', 'CANCELED', 'FAILED', 'MISSED', 'NO_ANSWER') THEN 'abandoned' END AS outcome, {_WHO}
FROM engagement_call e {_JOINS} LEFT JOIN teams ON teams.id = e.property_hubspot_team_id
WHERE {_LIVE}
"""

COMMUNICATIONS = f"""
WITH {ENGAGED}
SELECT e._file, e._row, 'communication/' || e.engagement_id AS source_id, {_WHEN} AS occurred_at,
    CASE e.property_hs_communication_channel_type WHEN 'SMS' THEN 'sms' WHEN 'WHATS_APP' THEN 'whatsapp'
        WHEN 'LINKEDIN_MESSAGE' THEN 'social' WHEN 'PHYSICAL_MAIL' THEN 'post' ELSE 'chat' END AS channel,
    'message' AS kind, 'message logged' AS touchpoint, 'outbound' AS direction, 'agent' AS party, {_OWNER} AS party_id,
    {_TEAM} AS team, e.property_hs_communication_body AS text, {_WHO}
FROM engagement_communication e {_JOINS} LEFT JOIN teams ON teams.id = e.property_hubspot_team_id
WHERE {_LIVE}
"""

EMAILS = f"""
WITH {ENGAGED}
SELECT e._file, e._row, 'email/' || e.engagement_id AS source_id, {_WHEN} AS occurred_at, 'email' AS channel,
    'message' AS kind, 'email' AS touchpoint,
    CASE WHEN e.property_hs_email_direction = 'INCOMING_EMAIL' THEN 'inbound' ELSE 'outbound' END AS direction,
    CASE WHEN e.property_hs_email_direction = 'INCOMING_EMAIL' THEN 'customer' ELSE 'agent' END AS party,
    CASE WHEN e.property_hs_email_direction = 'INCOMING_EMAIL' THEN NULL ELSE {_OWNER} END AS party_id, {_TEAM} AS team,
    coalesce(e.property_hs_email_text, e.property_hs_email_subject, e.text, e.subject) AS text,
    e.property_hs_email_thread_id AS conversation_id, {_WHO}
FROM engagement_email e {_JOINS} LEFT JOIN teams ON teams.id = e.property_hubspot_team_id
WHERE {_LIVE}
"""

MEETINGS = f"""
WITH {ENGAGED}
SELECT e._file, e._row, 'meeting/' || e.engagement_id AS source_id,
    coalesce(e.property_hs_meeting_start_time, e.start_time, {_WHEN}) AS occurred_at,
    coalesce(e.property_hs_meeting_end_time, e.end_time) AS ended_at, 'in_person' AS channel, 'visit' AS kind,
    'meeting' AS touchpoint, 'outbound' AS direction, 'agent' AS party, {_OWNER} AS party_id, {_TEAM} AS team,
    coalesce(e.property_hs_meeting_body, e.property_hs_meeting_title, e.body, e.title) AS text, {_WHO}
FROM engagement_meeting e {_JOINS} LEFT JOIN teams ON teams.id = e.property_hubspot_team_id
WHERE {_LIVE}
"""

NOTES = f"""
WITH {ENGAGED}
SELECT e._file, e._row, 'note/' || e.engagement_id AS source_id, {_WHEN} AS occurred_at, 'back_office' AS channel,
    'note' AS kind, 'note' AS touchpoint, 'internal' AS direction, 'agent' AS party, {_OWNER} AS party_id,
        {_TEAM} AS team,
    coalesce(e.property_hs_note_body, e.body) AS text, {_WHO}
FROM engagement_note e {_JOINS} LEFT JOIN teams ON teams.id = e.property_hubspot_team_id
WHERE {_LIVE}
"""

# A task's timestamp is when it falls due, so its creation is when it happened.
TASKS = f"""
WITH {ENGAGED}
SELECT e._file, e._row, 'task/' || e.engagement_id AS source_id, coalesce(e.property_hs_createdate,
    {_WHEN}) AS occurred_at,
    'back_office' AS channel, 'task' AS kind, 'task' AS touchpoint, 'internal' AS direction, 'agent' AS party,
    {_OWNER} AS party_id, {_TEAM} AS team, coalesce(e.property_hs_task_body, e.property_hs_task_subject,
        e.body) AS text, {_WHO}
FROM engagement_task e {_JOINS} LEFT JOIN teams ON teams.id = e.property_hubspot_team_id
WHERE {_LIVE}
"""

# Events that the portal filters out of its own reports (mail robots, colleagues) stay records.
EMAIL_EVENTS = f"""
WITH {PEOPLE},
by_email AS (SELECT lower(email) AS email, min(ref) AS ref FROM people WHERE email IS NOT NULL GROUP BY lower(email)),
subjects AS (SELECT id, max(subject) AS subject FROM email_event_sent GROUP BY id),
campaigns AS (SELECT id, max(subject) AS subject FROM email_campaign GROUP BY id),
meant AS (
    SELECT *, upper(type) IN ('OPEN', 'CLICK', 'FORWARD', 'PRINT', 'SPAMREPORT', 'STATUSCHANGE') AS is_theirs
    FROM email_event WHERE coalesce(lower(filtered_event), 'false') <> 'true'
)
SELECT e._file, e._row, 'email event/' || e.id AS source_id, e.created AS occurred_at, 'email' AS channel,
    CASE upper(e.type) WHEN 'STATUSCHANGE' THEN 'subscription changed' WHEN 'SPAMREPORT'
        THEN 'marketing email marked as spam'
        ELSE 'marketing email ' || lower(e.type) END AS touchpoint,
    CASE WHEN upper(e.type) = 'SENT' THEN 'campaign' WHEN upper(e.type) IN ('OPEN', 'CLICK', 'FORWARD', 'PRINT')
        THEN 'visit'
        ELSE 'status' END AS kind,
    CASE WHEN e.is_theirs THEN 'inbound' ELSE 'outbound' END AS direction,
    CASE WHEN e.is_theirs THEN 'customer' ELSE 'system' END AS party,
    CASE upper(e.type) WHEN 'SENT' THEN coalesce(subjects.subject, campaigns.subject) END AS text,
    CASE upper(e.type) WHEN 'SENT' THEN e.id ELSE e.sent_by_id END AS conversation_id,
    e.recipient AS email, by_email.ref AS customer_ref
FROM meant e
LEFT JOIN subjects ON subjects.id = e.id
LEFT JOIN campaigns ON campaigns.id = e.email_campaign_id
LEFT JOIN by_email ON by_email.email = lower(e.recipient)
"""

FORMS = f"""
WITH {PEOPLE},
forms AS (SELECT guid, max(name) AS name FROM form GROUP BY guid)
SELECT s._file, s._row, 'form/' || s.conversion_id AS source_id, s.timestamp AS occurred_at, 'web' AS channel,
    'form' AS kind,
    'form submitted' AS touchpoint, 'inbound' AS direction, 'customer' AS party, coalesce(forms.name, s.title) AS issue,
    p.email, p.phone, coalesce(p.ref, s.contact_id) AS customer_ref
FROM contact_form_submission s LEFT JOIN people p ON p.id = s.contact_id LEFT JOIN forms ON forms.guid = s.form_id
"""

DEAL_CONTACTS = f"""
{PEOPLE},
deal_people AS (
    SELECT l.deal_id, coalesce(p.ref, l.contact_id) AS ref, p.email, p.phone
    FROM (SELECT deal_id, min(contact_id) AS contact_id FROM deal_contact GROUP BY deal_id) l
    LEFT JOIN people p ON p.id = l.contact_id
)
"""

DEALS = f"""
WITH {DEAL_CONTACTS}
SELECT d._file, d._row, 'deal/' || d.deal_id AS source_id, d.property_createdate AS occurred_at,
    'back_office' AS channel,
    'status' AS kind, 'deal created' AS touchpoint, 'internal' AS direction, 'agent' AS party,
        'deal/' || d.deal_id AS case_ref,
    d.property_description AS text, p.email, p.phone, p.ref AS customer_ref
FROM deal d LEFT JOIN deal_people p ON p.deal_id = d.deal_id
WHERE coalesce(lower(d.is_deleted), 'false') <> 'true'
"""

# A stage that means "won" is the purchase; one that means "lost" is the deal's end.
DEAL_STAGES = f"""
WITH {DEAL_CONTACTS},
stages AS (
    SELECT stage_id, bool_or(lower(closed_won) = 'true') AS is_won, bool_or(lower(is_closed) = 'true') AS is_closed
    FROM deal_pipeline_stage GROUP BY stage_id
),
amounts AS (SELECT deal_id, max(property_amount) AS amount FROM deal GROUP BY deal_id)
SELECT s._file, s._row, 'deal/' || s.deal_id || '/stage/' || s.date_entered AS source_id, s.date_entered AS occurred_at,
    CASE WHEN g.is_won THEN 'order' ELSE 'back_office' END AS channel, CASE WHEN g.is_won THEN 'order'
        ELSE 'status' END AS kind,
    CASE WHEN g.is_won THEN 'deal won' WHEN g.is_closed THEN 'deal lost' ELSE 'deal stage changed' END AS touchpoint,
    CASE WHEN g.is_won THEN 'inbound' ELSE 'internal' END AS direction, CASE WHEN g.is_won THEN 'customer'
        ELSE 'agent' END AS party,
    'deal/' || s.deal_id AS case_ref, CASE WHEN g.is_closed AND NOT g.is_won THEN 'closed' END AS outcome,
    CASE WHEN g.is_won THEN amounts.amount END AS value, p.email, p.phone, p.ref AS customer_ref
FROM deal_stage s
LEFT JOIN stages g ON g.stage_id = s.value
LEFT JOIN amounts ON amounts.deal_id = s.deal_id
LEFT JOIN deal_people p ON p.deal_id = s.deal_id
"""

CONTACTS = f"""
WITH {PEOPLE}
SELECT contact._file, contact._row, property_email AS email, coalesce(property_phone, property_mobilephone) AS phone,
    coalesce(people.ref, contact.id) AS customer_ref
FROM contact LEFT JOIN people ON people.id = contact.id
"""
