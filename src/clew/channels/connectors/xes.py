"""Event logs in XES: each event becomes an interaction at the touchpoint that its name tells.

A log says what happened in a case, seldom on which channel. Where events have an attribute ``channel`` it holds, and an
event without a resource is then the customer's; else all is back-office work. Attributes named as draft columns are
(``direction``, ``party``, ``kind``, ``outcome``, ``issue``, ``text``, ``rating``) are taken at their word, so that a log
which Clew exported comes back as it was.
"""

from __future__ import annotations

from clew.channels.connector import Connector, Table
from clew.model import DIRECTIONS, KINDS, OUTCOMES, PARTIES

#: Words in an event's name that tell its kind where no attribute does; the first that fits counts.
KIND_WORDS = {
    "call": r"\b(call|phone|voicemail)",
    "message": r"\b(e-?mail|mail|message|chat|sms|reply|tweet|comment)",
    "rating": r"\b(survey|rating|feedback)",
    "payment": r"\b(pay|payment|refund|invoice)",
    "order": r"\b(order|purchase|ship|deliver)",
    "search": r"\bsearch",
    "visit": r"\b(visit|page|login|log in)",
    "form": r"\b(form|application|request|claim)\b",
}
_GUESSED_KIND = " ".join(f"WHEN regexp_matches(name, '{words}') THEN '{kind}'" for kind, words in KIND_WORDS.items())


def _known(column: str, words: tuple[str, ...]) -> str:
    """Return SQL for a column's value where it is one of our words: a log may use the column's name for something else."""
    return f"CASE WHEN lower({column}) IN ({', '.join(repr(word) for word in words)}) THEN lower({column}) END"


# An event's place in its case is part of its id: a log with coarse times holds events that are alike in all else.
DRAFTS = f"""
WITH read AS (
  SELECT * EXCLUDE (kind, direction, party, outcome), lower("concept:name") AS name,
    {_known("kind", KINDS)} AS kind, {_known("direction", DIRECTIONS)} AS direction,
    {_known("party", PARTIES)} AS party, {_known("outcome", OUTCOMES)} AS outcome,
    channel IS NOT NULL AND "org:resource" IS NULL AS by_customer
  FROM events
)
SELECT _file, _row,
  coalesce("identity:id", concat_ws('/', "case:concept:name", "case:position", "time:timestamp", "concept:name",
    "lifecycle:transition")) AS source_id,
  "time:timestamp" AS occurred_at, coalesce(channel, 'back_office') AS channel, "concept:name" AS touchpoint,
  coalesce(kind, CASE {_GUESSED_KIND} ELSE 'task' END) AS kind,
  CASE WHEN direction IS NOT NULL OR party IS NOT NULL THEN direction
       WHEN channel IS NULL THEN 'internal' WHEN by_customer THEN 'inbound' ELSE 'outbound' END AS direction,
  CASE WHEN direction IS NOT NULL OR party IS NOT NULL THEN party
       WHEN by_customer THEN 'customer' ELSE 'agent' END AS party,
  "org:resource" AS party_id, coalesce("org:group", "org:role") AS team, "case:concept:name" AS case_ref,
  coalesce(issue, "case:issue") AS issue, "text", outcome,
  CASE WHEN isfinite(try_cast(rating AS DOUBLE)) THEN rating END AS rating,
  coalesce(customer, customer_id, "case:customer", "case:customer_id", "case:customer:id") AS customer_ref
FROM read"""

EVENTS = Table(
    name="events",
    stems=("events", "log"),
    needs=("concept:name", "time:timestamp"),
    columns=(
        "concept:name",
        "time:timestamp",
        "lifecycle:transition",
        "org:resource",
        "org:group",
        "org:role",
        "identity:id",
        "case:concept:name",
        "case:position",
        "customer",
        "customer_id",
        "case:customer",
        "case:customer_id",
        "case:customer:id",
        "channel",
        "kind",
        "direction",
        "party",
        "issue",
        "case:issue",
        "text",
        "outcome",
        "rating",
    ),
    sql=DRAFTS,
    carried=(
        "concept:name",
        "time:timestamp",
        "org:resource",
        "org:group",
        "case:concept:name",
        "case:position",
        "channel",
        "text",
    ),
)

CONNECTOR = Connector(
    name="xes",
    title="XES event log",
    question="Which steps does each case in an event log go through?",
    tables=(EVENTS,),
    documentation="The XML standard for event logs (IEEE 1849): `concept:name`, `time:timestamp`, `org:resource`, `org:group` and "
    "`lifecycle:transition` as in its extensions; every other attribute is kept.",
    formats=("xes",),
    rowwise=True,
    examples=("clew import log.xes.gz",),
)
