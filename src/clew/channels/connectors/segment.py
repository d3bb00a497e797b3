"""Segment's tracking calls, one JSON object a line: pages, screens and events become visits, searches, orders and chats.

Follows the public Segment spec: the common fields, and the event names of its ecommerce, live-chat and email specs. A
call's own time is ``timestamp``; where it lacks, ``originalTimestamp``, ``sentAt`` or ``receivedAt`` stand in.
``identify``, ``alias`` and ``group`` say who somebody is and are no interactions. An email's or message's body is not
part of these calls, so only live chat carries text.
"""

from __future__ import annotations

from clew.channels.connector import Connector, Table

#: What makes a page, path, screen or event part of the help centre.
HELP = r"(^|[^a-z])(help ?(center|centre|desk)?|support|faqs?|knowledge ?(base)?)([^a-z]|$)"
SEARCHES = r"[?&](q|query|search|term)="
APP_DEVICES = "'ios', 'android', 'mobile', 'tablet'"
APP_LIBRARIES = "ios|android|swift|kotlin|react-native|flutter|xamarin|unity"


def _json(column: str, *paths: str) -> str:
    """Return SQL for the first of the paths that stands in a JSON text column; NULL where the column is no JSON."""
    found = ", ".join(f"nullif(json_extract_string({column}, '$.{path}'), '')" for path in paths)
    return f"CASE WHEN json_valid({column}) THEN coalesce({found}) END"


# A group call's own traits describe the group: its address is a company's, not the person's.
PERSON = f"""userid AS account, anonymousid AS device,
  coalesce(CASE WHEN lower(trim(type)) <> 'group' THEN {_json("traits", "email")} END, {_json("context", "traits.email")})
    AS email,
  coalesce(CASE WHEN lower(trim(type)) <> 'group' THEN {_json("traits", "phone")} END, {_json("context", "traits.phone")})
    AS phone"""

DRAFTS = f"""
WITH read AS (
  SELECT *, lower(trim(type)) AS call, lower(coalesce(trim(event), '')) AS happened,
    coalesce({_json("properties", "path")}, {_json("context", "page.path")}) AS path,
    coalesce({_json("properties", "url", "search")}, {_json("context", "page.url", "page.search")}) AS url,
    coalesce(nullif(name, ''), {_json("properties", "name", "title")}) AS page_name,
    lower({_json("context", "device.type")}) AS device_type, lower({_json("context", "library.name")}) AS library
  FROM calls
), placed AS (
  SELECT *,
    CASE WHEN starts_with(happened, 'order ') THEN 'order'
         WHEN starts_with(happened, 'live chat ') THEN 'chat'
         WHEN starts_with(happened, 'email ') OR happened = 'unsubscribed' THEN 'email'
         WHEN regexp_matches(lower(concat_ws(' ', path, url, page_name, happened)), '{HELP}') THEN 'self_service'
         WHEN call = 'screen' OR device_type IN ({APP_DEVICES}) OR regexp_matches(library, '{APP_LIBRARIES}') THEN 'app'
         ELSE 'web' END AS met_on
  FROM read WHERE call IN ('track', 'page', 'screen')
), sorted AS (
  SELECT *,
    CASE WHEN met_on = 'order' THEN 'order'
         WHEN happened IN ('live chat message sent', 'live chat message received') THEN 'message'
         WHEN met_on = 'chat' THEN 'status'
         WHEN met_on = 'email' OR starts_with(happened, 'push notification ') THEN 'campaign'
         WHEN contains(happened, 'search') OR (call = 'page' AND regexp_matches(lower(url), '{SEARCHES}')) THEN 'search'
         ELSE 'visit' END AS sort,
    happened IN ('live chat message received', 'email delivered', 'push notification received') AS to_customer
  FROM placed
)
SELECT _file, _row, messageid AS source_id,
  coalesce("timestamp", originaltimestamp, sentat, receivedat) AS occurred_at, met_on AS channel,
  CASE WHEN call = 'track' THEN happened
       ELSE coalesce(page_name, path, regexp_replace(url, '[?#].*$', ''), call) END AS touchpoint,
  sort AS kind,
  CASE WHEN to_customer THEN 'outbound' ELSE 'inbound' END AS direction,
  CASE WHEN NOT to_customer THEN 'customer' WHEN met_on = 'chat' THEN 'agent' ELSE 'system' END AS party,
  CASE WHEN to_customer THEN {_json("properties", "agent_id")} END AS party_id,
  {_json("properties", "conversation_id")} AS conversation_id,
  CASE WHEN met_on = 'chat' THEN {_json("properties", "message_body")}
       WHEN sort = 'search' THEN {_json("properties", "query")} END AS text,
  CASE WHEN sort = 'order' THEN {_json("properties", "total", "revenue", "value")} END AS value,
  {PERSON}
FROM sorted"""

# An alias says that ``previousId`` is ``userId`` now. It may have been an anonymous id or an earlier user id, which the
# call doesn't tell: both are linked, unless other calls know it as an anonymous id.
PROFILES = f"""
SELECT _file, _row, {PERSON} FROM calls WHERE lower(trim(type)) IN ('identify', 'alias', 'group')
UNION ALL
SELECT _file, _row, userid, previousid, NULL, NULL FROM calls
WHERE lower(trim(type)) = 'alias' AND previousid IS DISTINCT FROM anonymousid AND previousid IS NOT NULL
UNION ALL
SELECT _file, _row, previousid, previousid, NULL, NULL FROM calls
WHERE lower(trim(type)) = 'alias' AND previousid IS NOT NULL
AND previousid NOT IN (SELECT anonymousid FROM calls WHERE anonymousid IS NOT NULL)"""

CALLS = Table(
    name="calls",
    stems=("segment", "calls", "events"),
    needs=("type", "messageid"),
    columns=(
        "type",
        "event",
        "name",
        "messageid",
        "userid",
        "anonymousid",
        "previousid",
        "timestamp",
        "originaltimestamp",
        "sentat",
        "receivedat",
        "properties",
        "traits",
        "context",
    ),
    sql=DRAFTS,
    profile_sql=PROFILES,
    carried=("messageid", "userid", "anonymousid", "timestamp"),
)

CONNECTOR = Connector(
    name="segment",
    title="Segment-style tracking calls",
    question="What do customers do on the website and in the app before, between and after they contact us?",
    tables=(CALLS,),
    documentation="JSON lines in Segment's spec: `track`, `page` and `screen` are interactions; `identify`, `alias` and `group` "
    "tell which ids and addresses are one person.",
    source="segment",
    aliases=("segment_jsonl",),
    formats=("jsonl", "json"),
    rowwise=True,
    examples=("clew import events.jsonl.gz --as segment",),
)
