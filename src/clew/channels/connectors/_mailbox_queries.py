"""Which mail was the customers', which was ours, and which belong to one thread: the query of the mailbox connector."""

from __future__ import annotations

#: Providers whose domain says nothing of a company: with them an address stands for itself.
FREE_MAIL = (
    *("gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com", "ymail.com"),
    *("aol.com", "icloud.com", "me.com", "mac.com", "proton.me", "protonmail.com", "zoho.com", "gmx.com", "gmx.de"),
    *("gmx.net", "web.de", "t-online.de", "mail.com", "mail.ru", "yandex.ru", "qq.com", "163.com", "126.com"),
    *("orange.fr", "free.fr", "laposte.net", "libero.it", "comcast.net", "verizon.net", "att.net", "btinternet.com"),
)
#: How companies name the mailboxes that customers write to.
_ROLE = "^(support|help|helpdesk|service|customer[._-]?(service|care|support)|care|contact|info|hello|office|team|sales|billing|orders?|returns)([+._-].*)?$"
#: Senders that nobody can answer.
_MACHINE = "^(no[._-]?reply|do[._-]?not[._-]?reply|mailer-daemon|postmaster|bounces?)([+._-].*)?$"
_CASE_NUMBER = r"(?i)(?:\[#|\b(?:ticket|case)\s*(?:no\.?|number|id)?\s*[:#]*\s*)((?:[a-z]{1,6}-)?\d{3,})\b"

_RECEIVERS = """list_filter(string_split(lower(concat_ws(', ', "to", cc)), ', '), lambda a: contains(a, '@'))"""
_LOCAL = "string_split({}, '@')[1]"
_DOMAIN = "string_split({}, '@')[-1]"


def _is_ours(address: str) -> str:
    """Return SQL that says whether an address in lower case is the company's, its subdomains included."""
    end = f"ends_with({address}, '@' || ours.name) OR ends_with({address}, '.' || ours.name)"
    return f"coalesce({address} = ours.name OR (NOT contains(ours.name, '@') AND ({end})), false)"


_KNOWN_FREE = ", ".join(f"'{domain}'" for domain in FREE_MAIL)

DRAFTS = f"""
WITH RECURSIVE read AS (
  SELECT * EXCLUDE (body), lower("from") AS sender, {_RECEIVERS} AS receivers,
    lower(reply_to) AS answer_to, lower(delivered_to) AS owner,
    coalesce(lower(auto_submitted) NOT IN ('no', ''), false) OR coalesce(lower(precedence) = 'auto_reply', false)
      AS automatic,
    list_unsubscribe IS NOT NULL OR coalesce(lower(precedence) IN ('bulk', 'list', 'junk'), false) AS bulk,
    regexp_matches({_LOCAL.format('lower("from")')}, '{_MACHINE}') AS by_machine
  FROM mails
), ends AS (
  SELECT _file, _row, unnest(list_distinct(list_append(receivers, sender))) AS address, owner FROM read
), named AS (
  SELECT *, CASE WHEN {_DOMAIN.format("address")} IN ({_KNOWN_FREE}) THEN address ELSE {_DOMAIN.format("address")} END AS name
  FROM ends
), used AS (
  SELECT name, address, count(*) AS mails, count(*) FILTER (contains(owner, address)) AS delivered FROM named GROUP BY ALL
), totals AS (
  SELECT name, count(DISTINCT (_file, _row)) AS mails FROM named GROUP BY name
), ours AS (
  SELECT name FROM totals JOIN (
    SELECT name, max(mails) + sum(delivered)
        + coalesce(sum(mails) FILTER (regexp_matches({_LOCAL.format("address")}, '{_ROLE}')), 0) AS pointed
    FROM used GROUP BY name
  ) USING (name)
  ORDER BY (mails + pointed) * CASE WHEN contains(name, '@') THEN 1 ELSE 2 END DESC, name LIMIT 1
), known AS (
  SELECT message_id AS id, min_by(coalesce(string_split("references", ' ')[1], in_reply_to), (_file, _row)) AS answers
  FROM read WHERE message_id IS NOT NULL GROUP BY message_id
), threads AS (
  SELECT id, coalesce(answers, id) AS root FROM known
  WHERE answers IS NULL OR answers NOT IN (SELECT id FROM known)
  UNION ALL
  SELECT known.id, threads.root FROM threads JOIN known ON known.answers = threads.id
), sided AS (
  SELECT read.*, {_is_ours("sender")} AS from_us,
    list_filter(receivers, lambda a: NOT {_is_ours("a")})[1] AS receiver,
    CASE WHEN NOT {_is_ours("answer_to")} THEN answer_to END AS form_writer,
    coalesce(threads.root, string_split("references", ' ')[1], in_reply_to, message_id) AS thread
  FROM read LEFT JOIN threads ON threads.id = read.message_id CROSS JOIN ours
), judged AS (
  SELECT *, from_us AND receiver IS NULL AND form_writer IS NOT NULL AS by_form,
    CASE WHEN NOT from_us THEN sender WHEN receiver IS NOT NULL THEN receiver ELSE form_writer END AS customer
  FROM sided
), owned AS (
  SELECT *, coalesce(customer, CASE WHEN thread IS NOT NULL THEN first_value(customer IGNORE NULLS) OVER (
    PARTITION BY thread ORDER BY _file, _row ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) END) AS whose
  FROM judged
), worded AS (
  SELECT *,
    CASE WHEN by_form OR NOT from_us THEN 'inbound' WHEN customer IS NULL THEN 'internal' ELSE 'outbound' END AS direction,
    CASE WHEN by_form THEN 'customer' WHEN automatic OR (from_us AND (by_machine OR bulk)) THEN 'system'
         WHEN from_us THEN 'agent' ELSE 'customer' END AS party
  FROM owned
  WHERE whose IS NOT NULL AND (from_us OR NOT ((bulk AND NOT automatic) OR by_machine))
)
SELECT w._file, w._row, w.message_id AS source_id, w."date" AS occurred_at, 'email' AS channel, 'e-mail' AS touchpoint,
  CASE WHEN bulk AND direction = 'outbound' AND NOT automatic THEN 'campaign' ELSE 'message' END AS kind, direction, party,
  CASE WHEN party = 'agent' THEN {_LOCAL.format("sender")} END AS party_id, thread AS conversation_id,
  nullif(regexp_extract(w.subject, '{_CASE_NUMBER}', 1), '') AS case_ref, mails.body AS text, whose AS email,
  CAST(json_merge_patch('{{}}', json_object('subject', w.subject, 'from_name', w.from_name, 'to', w."to", 'cc', w.cc,
    'attachments', CAST(w.attachments AS JSON), 'auto_submitted', w.auto_submitted, 'precedence', w.precedence,
    'list_unsubscribe', w.list_unsubscribe, 'note', w.note)) AS VARCHAR) AS attributes
FROM worded w JOIN mails ON mails._file = w._file AND mails._row = w._row"""
