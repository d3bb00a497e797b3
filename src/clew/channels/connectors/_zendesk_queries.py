"""What Zendesk's tables say happened, one query a table, joined to the ticket and its requester."""

from __future__ import annotations

# What every query joins: one row per person, per ticket and per channel word, however many files repeat them.
SHARED = """
people AS (
    SELECT id, max(email) AS email, max(phone) AS phone, max(external_id) AS external_id, max(lower(role)) AS role
    FROM "user" GROUP BY id
),
vias(via, channel) AS (
    VALUES ('web', 'web'), ('web_form', 'web'), ('web_widget', 'web'), ('help_center', 'self_service'),
        ('forum', 'self_service'), ('email', 'email'), ('mail', 'email'), ('side_conversation', 'email'),
        ('mobile', 'app'), ('mobile_sdk', 'app'), ('chat', 'chat'), ('native_messaging', 'chat'), ('messaging', 'chat'),
        ('chat_transcript', 'chat'), ('apple_business_chat', 'chat'), ('voice', 'phone'), ('phone', 'phone'),
        ('phone_call_inbound', 'phone'), ('phone_call_outbound', 'phone'), ('voicemail', 'phone'),
        ('sms', 'sms'), ('whatsapp', 'whatsapp'), ('twitter', 'social'), ('twitter_dm', 'social'),
        ('x_corp_direct_message', 'social'), ('facebook', 'social'), ('facebook_post', 'social'),
        ('facebook_message', 'social'), ('instagram_dm', 'social'), ('any_channel', 'social'), ('line', 'social'),
        ('wechat', 'social'), ('telegram', 'social'), ('viber', 'social'), ('api', 'back_office'),
        ('web_service', 'back_office'), ('rule', 'back_office'), ('system', 'back_office'),
        ('closed_ticket', 'back_office'), ('sample_ticket', 'back_office')
),
teams AS (SELECT id, max(name) AS name FROM "group" GROUP BY id),
tickets AS (
    SELECT ticket.*, coalesce(vias.channel, ticket.via_channel) AS channel
    FROM ticket LEFT JOIN vias ON vias.via = lower(ticket.via_channel)
    QUALIFY row_number() OVER (PARTITION BY ticket.id ORDER BY ticket.updated_at DESC, ticket._file, ticket._row) = 1
)
"""

# A ticket's own row tells how it began; it tells how it ended only where the export has no status history of it.
# Deleted tickets (spam, privacy requests) are kept as records: the company itself took them out of its reports.
TICKETS = f"""
WITH {SHARED},
forms AS (
    SELECT id, name FROM ticket_form_history
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY updated_at DESC, _file, _row) = 1
),
only_tags AS (
    SELECT ticket_id, max(tag) AS tag FROM ticket_tag GROUP BY ticket_id HAVING count(DISTINCT tag) = 1
),
known AS (
    SELECT t.*, coalesce(v.channel, t.via_channel, 'email') AS channel, teams.name AS team_name,
        coalesce(forms.name, only_tags.tag, t.type) AS reason, requester.email, requester.phone, requester.external_id,
        coalesce(submitter.role IN ('agent', 'admin') AND t.submitter_id <> t.requester_id, false) AS by_agent
    FROM ticket t
    LEFT JOIN vias v ON v.via = lower(t.via_channel)
    LEFT JOIN people requester ON requester.id = t.requester_id
    LEFT JOIN people submitter ON submitter.id = t.submitter_id
    LEFT JOIN teams ON teams.id = t.group_id
    LEFT JOIN forms ON forms.id = t.ticket_form_id
    LEFT JOIN only_tags ON only_tags.ticket_id = t.id
    WHERE coalesce(lower(t.status), '') <> 'deleted'
),
with_history AS (SELECT DISTINCT ticket_id FROM ticket_field_history WHERE field_name = 'status'),
opened AS (
    SELECT _file, _row, 'ticket/' || id AS source_id, created_at AS occurred_at, 'ticket opened' AS touchpoint, channel,
        CASE channel WHEN 'phone' THEN 'call' ELSE 'message' END AS kind,
        CASE WHEN by_agent AND channel <> 'phone' THEN 'outbound' ELSE 'inbound' END AS direction,
        CASE WHEN by_agent THEN 'agent' ELSE 'customer' END AS party,
        CASE WHEN by_agent THEN submitter_id END AS party_id,
        id AS case_ref, reason AS issue, coalesce(description, subject) AS text,
        email, phone, external_id AS account, requester_id AS customer_ref
    FROM known
),
ended AS (
    SELECT _file, _row, 'ticket/' || id || '/' || lower(status) AS source_id, updated_at AS occurred_at,
        'ticket ' || lower(status) AS touchpoint, channel, 'status' AS kind, 'internal' AS direction, 'system' AS party,
        team_name AS team, id AS case_ref, reason AS issue,
        CASE lower(status) WHEN 'solved' THEN 'resolved' ELSE 'closed' END AS outcome,
        email, phone, external_id AS account, requester_id AS customer_ref, '{{}}' AS attributes
    FROM known
    WHERE lower(status) IN ('solved', 'closed') AND id NOT IN (SELECT ticket_id FROM with_history)
)
SELECT * FROM opened UNION ALL BY NAME SELECT * FROM ended
"""

# Authors: the user table says who is an agent. An author that it lacks is a customer where public, since agents are few
# and exported whole. The comment that repeats its ticket's description at the ticket's own second is kept as a record.
# A private note stays on its ticket's channel: "back office" would read as a switch that the customer never made.
COMMENTS = f"""
WITH {SHARED},
authored AS (
    SELECT c.*, t.requester_id, t.group_id,
        CASE
            WHEN lower(c.voice_comment) = 'true' THEN 'phone'
            WHEN lower(c.tweet) = 'true' OR lower(c.facebook_comment) = 'true' THEN 'social'
            ELSE coalesce(v.channel, c.via_channel, t.channel, 'email')
        END AS channel,
        CASE
            WHEN author.role IN ('agent', 'admin') THEN 'agent'
            WHEN author.role IS NOT NULL OR c.user_id = t.requester_id THEN 'customer'
            WHEN c.user_id = t.assignee_id OR lower(c.public) = 'false' THEN 'agent'
            ELSE 'customer'
        END AS party
    FROM ticket_comment c
    LEFT JOIN tickets t ON t.id = c.ticket_id
    LEFT JOIN people author ON author.id = c.user_id
    LEFT JOIN vias v ON v.via = lower(c.via_channel)
    WHERE NOT coalesce(c.created = t.created_at AND c.user_id = t.submitter_id AND lower(t.status) <> 'deleted', false)
),
group_changes AS (SELECT DISTINCT ticket_id, updated, value FROM ticket_field_history WHERE field_name = 'group_id'),
grouped AS (
    SELECT a.*, CASE WHEN a.ticket_id IN (SELECT ticket_id FROM group_changes) THEN g.value ELSE a.group_id
        END AS team_id
    FROM authored a ASOF LEFT JOIN group_changes g ON g.ticket_id = a.ticket_id AND a.created >= g.updated
)
SELECT c._file, c._row, 'comment/' || c.id AS source_id, c.created AS occurred_at, c.channel, c.party,
    CASE WHEN lower(c.public) = 'false' THEN 'private note' ELSE 'ticket comment' END AS touchpoint,
    CASE WHEN lower(c.public) = 'false' THEN 'note' WHEN c.channel = 'phone' THEN 'call' ELSE 'message' END AS kind,
    CASE WHEN lower(c.public) = 'false' THEN 'internal' WHEN c.party = 'agent' THEN 'outbound' ELSE 'inbound'
        END AS direction,
    CASE WHEN c.party = 'agent' THEN c.user_id END AS party_id,
    CASE WHEN c.party = 'agent' THEN coalesce(teams.name, c.team_id) END AS team,
    c.ticket_id AS case_ref, c.body AS text, person.email, person.phone, person.external_id AS account,
    coalesce(c.requester_id, CASE WHEN c.party = 'customer' THEN c.user_id END) AS customer_ref
FROM grouped c
LEFT JOIN teams ON teams.id = c.team_id
LEFT JOIN people person ON person.id = coalesce(c.requester_id, CASE WHEN c.party = 'customer' THEN c.user_id END)
"""

# "new" as the first status says only that the ticket exists, which its own row says already.
CHANGES = f"""
WITH {SHARED},
statuses AS (
    SELECT *, lag(lower(value)) OVER (PARTITION BY ticket_id, field_name ORDER BY updated, _file, _row) AS before
    FROM ticket_field_history
    WHERE field_name IN ('status', 'assignee_id', 'group_id')
)
SELECT h._file, h._row, 'ticket/' || h.ticket_id || '/' || h.field_name || '/' || h.updated AS source_id,
    h.updated AS occurred_at, coalesce(t.channel, 'back_office') AS channel, 'status' AS kind, 'internal' AS direction,
    CASE h.field_name WHEN 'status' THEN 'ticket ' || lower(h.value) ELSE 'ticket assigned' END AS touchpoint,
    CASE WHEN actor.role IN ('agent', 'admin') THEN 'agent' WHEN actor.role IS NOT NULL THEN 'customer' ELSE 'system'
    END AS party,
    CASE WHEN actor.role IN ('agent', 'admin') THEN h.user_id END AS party_id,
    CASE h.field_name WHEN 'group_id' THEN coalesce(teams.name, h.value) END AS team, h.ticket_id AS case_ref,
    CASE
        WHEN h.field_name <> 'status' THEN NULL
        WHEN lower(h.value) = 'solved' THEN 'resolved'
        WHEN lower(h.value) = 'closed' THEN 'closed'
        WHEN h.before = 'solved' THEN 'reopened'
    END AS outcome,
    requester.email, requester.phone, requester.external_id AS account, t.requester_id AS customer_ref
FROM statuses h
LEFT JOIN tickets t ON t.id = h.ticket_id
LEFT JOIN people requester ON requester.id = t.requester_id
LEFT JOIN people actor ON actor.id = h.user_id
LEFT JOIN teams ON teams.id = h.value AND h.field_name = 'group_id'
WHERE h.value IS NOT NULL AND NOT (h.field_name = 'status' AND h.before IS NULL AND lower(h.value) = 'new')
"""

# A chat that belongs to several tickets is told once, under the lowest ticket number.
CHAT_EVENTS = f"""
WITH {SHARED},
chats AS (
    SELECT * FROM ticket_chat
    QUALIFY row_number() OVER (PARTITION BY chat_id ORDER BY try_cast(ticket_id AS BIGINT), ticket_id, _file, _row) = 1
),
acted AS (
    SELECT e.*, chats.ticket_id, chats.user_id, chats.visitor_id,
        CASE
            WHEN e.actor_id LIKE 'agent:%' THEN 'agent'
            WHEN e.actor_id LIKE 'visitor:%' THEN 'customer'
            WHEN e.actor_id = '__trigger' THEN 'bot'
            WHEN e.actor_id = '__system' OR e.actor_id IS NULL THEN 'system'
            WHEN actor.role IN ('agent', 'admin') THEN 'agent'
            ELSE 'customer'
        END AS party
    FROM ticket_chat_event e
    LEFT JOIN chats ON chats.chat_id = e.chat_id
    LEFT JOIN people actor ON actor.id = e.actor_id
)
SELECT e._file, e._row,
    'chat/' || e.chat_id || '/' || e.type || '/' || coalesce(e.chat_index, '') || '/' || e.created_at AS source_id,
    e.created_at AS occurred_at, 'chat' AS channel, e.party, e.message AS text,
    CASE e.type WHEN 'ChatMessage' THEN 'chat message' ELSE lower(regexp_replace(e.type, '([a-z])([A-Z])', '\\1 \\2',
        'g')) END
        AS touchpoint,
    CASE e.type WHEN 'ChatMessage' THEN 'message' ELSE 'status' END AS kind,
    CASE WHEN e.type <> 'ChatMessage' THEN 'internal' WHEN e.party = 'customer' THEN 'inbound' ELSE 'outbound'
        END AS direction,
    CASE WHEN e.party IN ('agent', 'bot') THEN nullif(replace(e.actor_id, 'agent:', ''), '') END AS party_id,
    e.chat_id AS conversation_id, e.ticket_id AS case_ref,
    person.email, person.phone, person.external_id AS account, e.visitor_id AS device, e.user_id AS customer_ref
FROM acted e LEFT JOIN people person ON person.id = e.user_id
"""

# "offered" and "unoffered" are no answer: they stay records. Good is 1, bad is 0, as Zendesk's own score counts them.
RATINGS = f"""
WITH {SHARED}
SELECT r._file, r._row, 'satisfaction/' || r.id AS source_id, coalesce(r.updated_at, r.created_at) AS occurred_at,
    'survey' AS channel, 'satisfaction rating' AS touchpoint, 'rating' AS kind, 'inbound' AS direction,
    'customer' AS party, r.ticket_id AS case_ref, r.comment AS text, CASE WHEN r.score ILIKE 'good%' THEN '1'
        ELSE '0' END AS rating,
    person.email, person.phone, person.external_id AS account, r.requester_id AS customer_ref
FROM satisfaction_rating r LEFT JOIN people person ON person.id = r.requester_id
WHERE r.score ILIKE 'good%' OR r.score ILIKE 'bad%'
"""

# Zendesk states a broken or kept service level only in its ticket metric events.
METRIC_EVENTS = f"""
WITH {SHARED}
SELECT m._file, m._row, 'metric/' || m.id AS source_id, m.time AS occurred_at, coalesce(t.channel,
    'back_office') AS channel,
    CASE m.type WHEN 'breach' THEN 'service level missed' ELSE 'service level met' END AS touchpoint, 'status' AS kind,
    'internal' AS direction, 'system' AS party, m.ticket_id AS case_ref,
    CASE m.type WHEN 'breach' THEN 'false' ELSE 'true' END AS sla_met, t.requester_id AS customer_ref
FROM ticket_metric_event m LEFT JOIN tickets t ON t.id = m.ticket_id
WHERE m.type IN ('breach', 'fulfill')
"""

PROFILES = """
SELECT _file, _row, email, phone, external_id AS account, id AS customer_ref FROM "user" WHERE lower(role) = 'end-user'
"""
