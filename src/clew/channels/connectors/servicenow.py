"""ServiceNow's incident event log: every saved state of every incident, one row each, becomes one interaction each.

The first row of an incident (lowest ``sys_mod_count``, then file order) is the customer's contact: it happened at
``opened_at`` on the incident's contact type, about its category. The log repeats both on every row and corrects them as it
goes, so the last row's word holds; where there is none at all the desk opened the incident itself (back office). Every other row
is work behind the scenes at ``sys_updated_at``.

Outcomes come with the row that brings them: entering Resolved is ``resolved``, a risen ``reopen_count`` is ``reopened``,
entering Closed is ``closed``. ``resolved_at`` is one date per incident, that of its last resolution: an earlier one counts
at its own row's time, and an incident without the date has ``undated`` resolutions.
"""

from __future__ import annotations

from clew.channels.connector import Connector, Table

#: Windows see an incident's rows in the order they were saved; ``_file`` and ``_row`` break ties.
IN_ORDER = "ORDER BY try_cast(sys_mod_count AS INTEGER) NULLS LAST, _file, _row"

# ``ended_at`` may not lie before ``opened_at``. Which of the two day/month orders is meant is decided later, from whole
# columns, so an end is only left out when no way of reading the two makes it the later one.
LATER = " OR ".join(
    f"try_strptime(sys_updated_at, '{style}') > try_strptime(opened_at, '{style}')"
    for style in ("%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M", "%Y-%m-%d %H:%M:%S")
)

DRAFTS = f"""
WITH ordered AS (
  SELECT *,
    row_number() OVER saved = 1 AS opens,
    lag(incident_state) OVER saved AS state_before,
    coalesce(try_cast(reopen_count AS INTEGER) > lag(try_cast(reopen_count AS INTEGER)) OVER saved, false) AS reopens,
    max(try_cast(reopen_count AS INTEGER)) OVER incident AS last_reopen_count,
    last_value(contact_type IGNORE NULLS) OVER whole AS last_contact_type,
    last_value(category IGNORE NULLS) OVER whole AS last_category
  FROM incidents
  WINDOW saved AS (PARTITION BY number {IN_ORDER}),
    incident AS (PARTITION BY number),
    whole AS (PARTITION BY number {IN_ORDER} ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
), judged AS (
  SELECT *,
    lower(coalesce(last_contact_type, 'back office')) AS contact,
    CASE WHEN incident_state = 'Resolved' AND state_before IS DISTINCT FROM 'Resolved' THEN 'resolved'
         WHEN incident_state = 'Closed' AND state_before IS DISTINCT FROM 'Closed' THEN 'closed'
         WHEN reopens THEN 'reopened' END AS reached,
    coalesce(try_cast(reopen_count AS INTEGER) < last_reopen_count, false) AS reopened_later
  FROM ordered
)
SELECT _file, _row,
  concat_ws('/', number, sys_mod_count, sys_updated_at, incident_state) AS source_id,
  CASE WHEN opens THEN coalesce(opened_at, sys_updated_at) ELSE sys_updated_at END AS occurred_at,
  CASE WHEN opens AND ({LATER}) THEN sys_updated_at END AS ended_at,
  CASE WHEN opens THEN coalesce(last_contact_type, 'back_office') ELSE 'back_office' END AS channel,
  CASE WHEN opens THEN 'opens an incident' ELSE 'incident: ' || lower(incident_state) END AS touchpoint,
  CASE WHEN NOT opens THEN 'status'
       WHEN contact IN ('phone', 'ivr', 'call', 'voice') THEN 'call'
       WHEN contact IN ('self service', 'self-service', 'portal', 'web') THEN 'form'
       WHEN contact IN ('direct opening', 'back office') THEN 'task'
       ELSE 'message' END AS kind,
  CASE WHEN opens THEN 'inbound' ELSE 'internal' END AS direction,
  CASE WHEN opens THEN 'customer' ELSE 'agent' END AS party,
  CASE WHEN NOT opens THEN coalesce(assigned_to, sys_updated_by, opened_by) END AS party_id,
  assignment_group AS team,
  number AS case_ref,
  CASE WHEN opens THEN coalesce(last_category, category) ELSE category END AS issue,
  reached AS outcome,
  CASE WHEN reached IS DISTINCT FROM 'resolved' THEN NULL
       WHEN resolved_at IS NULL THEN 'undated'
       WHEN NOT reopened_later THEN resolved_at END AS outcome_at,
  made_sla AS sla_met,
  caller_id AS customer_ref
FROM judged"""

INCIDENTS = Table(
    name="incidents",
    stems=("incident_event_log", "incident", "incidents"),
    needs=("number", "incident_state", "sys_mod_count", "sys_updated_at", "caller_id"),
    columns=(
        "number",
        "incident_state",
        "sys_mod_count",
        "reopen_count",
        "made_sla",
        "caller_id",
        "opened_by",
        "opened_at",
        "sys_updated_by",
        "sys_updated_at",
        "contact_type",
        "category",
        "assignment_group",
        "assigned_to",
        "resolved_at",
    ),
    sql=DRAFTS,
    carried=("number", "caller_id", "category", "assignment_group", "made_sla", "sys_updated_at"),
)

CONNECTOR = Connector(
    name="servicenow",
    title="ServiceNow incident log",
    question="How does each incident move from the customer's contact to its closure?",
    tables=(INCIDENTS,),
    documentation="One CSV row per saved state of an incident; the first is the customer's contact, the others are back-office "
    "work. `?` and empty cells mean that a value is missing.",
    source="servicenow",
    aliases=("service_desk_incidents", "incidents"),
    formats=("csv", "tsv", "parquet", "excel"),
    missing_marks=("", "?"),
    examples=("clew import incident_event_log.csv.zip --as servicenow",),
)
