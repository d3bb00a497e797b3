"""The rival: the tables that Clew makes of the benchmark's file, written by hand in DuckDB SQL for this one file.

It knows what Clew has to find out: the column types, that times are ISO in UTC, how phones are written, which channels
and words occur. Left out: quarantine and reasons, the ledger, resuming, committing in batches, conflicts between rows of
one id, spellings, records, retractions of links, cases shared by several customers, settings. The tables have the same
columns as Clew's and the same rows (links lack the columns that name rule and author).
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

import duckdb

DAY_US = 86_400_000_000

READ = """
CREATE TABLE raw AS
SELECT row_number() OVER () + 1 AS source_row, * FROM read_csv(?, header = true, auto_detect = false, delim = ',', quote = '"',
  timestampformat = '%Y-%m-%dT%H:%M:%SZ', columns = {
  'id': 'VARCHAR', 'time': 'TIMESTAMP', 'email': 'VARCHAR', 'phone': 'VARCHAR', 'channel': 'VARCHAR', 'direction': 'VARCHAR',
  'party': 'VARCHAR', 'agent': 'VARCHAR', 'team': 'VARCHAR', 'conversation': 'VARCHAR', 'case': 'VARCHAR', 'issue': 'VARCHAR',
  'outcome': 'VARCHAR', 'rating': 'DOUBLE', 'text': 'VARCHAR'})
"""

INTERACTIONS = """
CREATE VIEW typed AS
WITH repeated AS (SELECT id, min(source_row) AS first_row FROM raw GROUP BY id HAVING count(*) > 1), shaped AS (
  SELECT raw.*, epoch_us(time) AS occurred_us,
    CASE channel WHEN 'phone' THEN 'call' WHEN 'web' THEN 'visit' WHEN 'survey' THEN 'rating' ELSE 'message' END AS kind,
    list_filter([
      'email:' || lower(email), 'phone:+1' || regexp_replace(phone, '[^0-9]', '', 'g')
    ], lambda x: x IS NOT NULL) AS identifiers
  FROM raw LEFT JOIN repeated USING (id) WHERE first_row IS NULL OR source_row = first_row
)
SELECT substr(md5('bench' || chr(31) || id), 1, 16) AS interaction_id, 'bench' AS source, id AS source_id, source_row, channel,
  kind AS touchpoint, kind, direction, occurred_us, NULL::BIGINT AS ended_us, epoch_us(now()) AS received_us,
  CASE WHEN len(identifiers) > 0 THEN identifiers END AS identifiers, party, agent AS party_id, team,
  conversation AS conversation_id, "case" AS case_ref, issue, text, outcome,
  CASE WHEN outcome IS NOT NULL THEN occurred_us END AS outcome_us, rating, NULL::DOUBLE AS value, NULL::BOOLEAN AS sla_met,
  NULL::VARCHAR AS attributes
FROM shaped
"""

SLIM = "CREATE VIEW interactions AS SELECT * FROM read_parquet('{folder}/interactions.parquet')"

SEEN = """
CREATE TABLE seen AS
SELECT identifier, min(occurred_us) AS since_us, row_number() OVER (ORDER BY min(occurred_us), identifier) AS code
FROM (SELECT unnest(identifiers) AS identifier, occurred_us FROM interactions) GROUP BY identifier
"""
LINKS = """
CREATE TABLE identity_links AS
SELECT identifiers[1] AS identifier_a, identifiers[2] AS identifier_b, min(interaction_id) AS evidence, min(occurred_us) AS at_us
FROM interactions WHERE len(identifiers) > 1 GROUP BY ALL
"""
#: Every identifier takes the lowest code among its neighbours until nothing changes.
EDGES = """
CREATE TABLE edges AS
WITH coded AS (
  SELECT a.code AS a, b.code AS b FROM identity_links JOIN seen a ON a.identifier = identifier_a JOIN seen b ON b.identifier = identifier_b
) SELECT a, b FROM coded UNION ALL SELECT b, a FROM coded
"""
GROUPS = "CREATE TABLE groups AS SELECT DISTINCT a AS code, a AS label FROM edges"
SPREAD = """
CREATE OR REPLACE TABLE groups_next AS
SELECT g.code, least(any_value(g.label), min(n.label)) AS label, any_value(g.label) AS before
FROM groups g JOIN edges ON edges.a = g.code JOIN groups n ON n.code = edges.b GROUP BY g.code
"""
CUSTOMERS = """
CREATE TABLE customers AS
SELECT 'c' || substr(md5(elder.identifier), 1, 15) AS customer_id, seen.identifier, seen.since_us
FROM seen LEFT JOIN groups USING (code) JOIN seen elder ON elder.code = coalesce(groups.label, seen.code)
"""

PLACED = """
CREATE TABLE placed AS
WITH owned AS (
  SELECT interaction_id, source_row, channel, touchpoint, kind, direction, occurred_us, party, team, conversation_id, case_ref,
    issue, outcome, customer_id AS own_customer
  FROM interactions LEFT JOIN customers ON customers.identifier = identifiers[1]
), by_case AS (
  SELECT case_ref, min_by(own_customer, (occurred_us, source_row)) AS case_customer FROM owned
  WHERE case_ref IS NOT NULL AND own_customer IS NOT NULL GROUP BY case_ref
), by_thread AS (
  SELECT conversation_id, min_by(own_customer, (occurred_us, source_row)) AS thread_customer,
    CASE WHEN min(issue) = max(issue) THEN min(issue) END AS thread_issue
  FROM owned GROUP BY conversation_id
)
SELECT owned.* EXCLUDE (own_customer, issue), coalesce(issue, thread_issue) AS issue,
  coalesce(case_customer, own_customer, thread_customer) IS NOT NULL AS identified,
  coalesce(case_customer, own_customer, thread_customer,
    'unknown/bench/' || coalesce(case_ref, conversation_id, interaction_id)) AS customer_id
FROM owned LEFT JOIN by_case USING (case_ref) LEFT JOIN by_thread USING (conversation_id)
"""

BOUND = f"""
CREATE TABLE bound AS
WITH gaps AS (
  SELECT *, coalesce(occurred_us - lag(occurred_us) OVER chain > {14 * DAY_US}, false) AS begins
  FROM placed WINDOW chain AS (PARTITION BY customer_id, issue ORDER BY occurred_us, source_row)
), parted AS (
  SELECT * EXCLUDE (begins), sum(begins::INT) OVER (PARTITION BY customer_id, issue ORDER BY occurred_us, source_row) AS session
  FROM gaps
), near AS (
  SELECT *, last_value(case_ref IGNORE NULLS) OVER before AS case_before, first_value(case_ref IGNORE NULLS) OVER after AS case_after,
    first_value(interaction_id) OVER before AS first_id
  FROM parted
  WINDOW before AS (PARTITION BY customer_id, issue, session ORDER BY occurred_us, source_row),
    after AS (PARTITION BY customer_id, issue, session ORDER BY occurred_us, source_row
      ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)
)
SELECT * EXCLUDE (session, case_before, case_after, first_id),
  coalesce('bench/' || coalesce(case_ref, case_before, case_after), 'from/' || first_id) AS journey_id,
  CASE WHEN case_ref IS NOT NULL THEN 'case reference'
    WHEN coalesce(case_before, case_after) IS NOT NULL THEN 'same issue, near a case'
    ELSE 'same issue without a gap' END AS bounded_by
FROM near
"""

ORDERED = """
CREATE TABLE ordered AS
WITH flagged AS (
  SELECT *, party IN ('agent', 'bot') AND kind <> 'rating' AS serves, kind <> 'rating' AS is_service,
    direction = 'inbound' AND kind <> 'rating' AS is_contact
  FROM bound
)
SELECT *, row_number() OVER steps - 1 AS position, occurred_us - lag(occurred_us) OVER steps AS wait_before_us,
  coalesce(bool_or(serves) OVER earlier, false) AS answered,
  coalesce(bool_or(coalesce(outcome = 'resolved', false)) OVER earlier, false) AS was_resolved
FROM flagged
WINDOW steps AS (PARTITION BY journey_id ORDER BY occurred_us, source_row),
  earlier AS (PARTITION BY journey_id ORDER BY occurred_us, source_row ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
"""

CONTACT_STARTS = f"""
CREATE TABLE contact_starts AS
SELECT journey_id, position FROM ordered WHERE is_contact
WINDOW moves AS (PARTITION BY journey_id ORDER BY position)
QUALIFY lag(channel) OVER moves IS NULL OR channel <> lag(channel) OVER moves
  OR conversation_id <> lag(conversation_id) OVER moves OR occurred_us - lag(occurred_us) OVER moves > {DAY_US}
"""

SERVED = """
CREATE TABLE raw_handoffs AS
WITH around AS (
  SELECT journey_id, customer_id, position, channel, serves, occurred_us,
    last_value(CASE WHEN serves THEN {c: channel, p: party, t: coalesce(team, '')} END IGNORE NULLS) OVER before AS prior,
    first_value(CASE WHEN serves THEN {c: channel, p: party, t: coalesce(team, ''), us: occurred_us} END IGNORE NULLS) OVER after AS next
  FROM ordered WHERE is_service
  WINDOW before AS (PARTITION BY journey_id ORDER BY position),
    after AS (PARTITION BY journey_id ORDER BY position ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)
), served AS (
  SELECT journey_id, customer_id, position, channel, occurred_us,
    CASE WHEN prior.c = channel THEN prior.p WHEN next.c = channel THEN next.p ELSE '' END AS party,
    CASE WHEN prior.c = channel THEN prior.t WHEN next.c = channel THEN next.t ELSE '' END AS team,
    CASE WHEN serves THEN occurred_us WHEN next.c = channel THEN next.us END AS answer_us
  FROM around
), paired AS (
  SELECT *, lag(position) OVER w AS from_position, lag(channel) OVER w AS from_channel, lag(party) OVER w AS from_party,
    lag(team) OVER w AS from_team, lag(occurred_us) OVER w AS us_before
  FROM served WINDOW w AS (PARTITION BY journey_id ORDER BY position)
), compared AS (
  SELECT *, channel <> from_channel AS new_channel,
    from_party <> '' AND party <> '' AND (party <> from_party OR team <> from_team) AS new_party
  FROM paired WHERE from_position IS NOT NULL
)
SELECT journey_id, customer_id, position, from_position,
  CASE WHEN new_channel AND new_party THEN 'channel and party' WHEN new_channel THEN 'channel' ELSE 'party' END AS change,
  from_channel, channel AS to_channel, from_party, party AS to_party, from_team, team AS to_team,
  CASE WHEN answer_us IS NOT NULL THEN greatest(0, answer_us - us_before) END AS wait_us
FROM compared WHERE new_channel OR new_party
"""

STEPS = """
CREATE TABLE steps AS
WITH handed AS (SELECT journey_id, min(position) AS first_handoff FROM raw_handoffs WHERE change <> 'channel' GROUP BY journey_id)
SELECT journey_id, customer_id, position, interaction_id, occurred_us, channel, touchpoint, kind, direction, party, team,
  CASE WHEN outcome IN ('resolved', 'closed') THEN 'resolution' WHEN outcome = 'reopened' THEN 'escalation'
    WHEN kind = 'rating' THEN 'retention' WHEN was_resolved AND direction IN ('outbound', 'internal') THEN 'resolution'
    WHEN channel = 'web' AND NOT answered THEN 'awareness' WHEN position >= first_handoff THEN 'escalation'
    ELSE 'support' END AS stage,
  outcome, s.position IS NOT NULL AS starts_contact, wait_before_us
FROM ordered LEFT JOIN contact_starts s USING (journey_id, position) LEFT JOIN handed USING (journey_id)
"""

JOURNEYS = f"""
CREATE TABLE journeys AS
WITH switched AS (
  SELECT journey_id, channel <> lag(channel) OVER (PARTITION BY journey_id ORDER BY position) AS switch
  FROM ordered WHERE is_service
), switches AS (
  SELECT journey_id, count(*) FILTER (switch) AS switches FROM switched GROUP BY journey_id
), contacts AS (
  SELECT journey_id, count(*) AS contacts FROM contact_starts GROUP BY journey_id
), passed AS (
  SELECT journey_id, count(*) AS handoffs FROM raw_handoffs GROUP BY journey_id
), summed AS (
  SELECT journey_id, any_value(customer_id) AS customer_id, any_value(identified) AS identified,
    arg_min(issue, position) AS issue, any_value(case_ref) AS case_ref, 'bench' AS source, arg_min(bounded_by, position) AS bounded_by,
    CASE WHEN bool_and(bounded_by = 'case reference') THEN 'certain' ELSE 'likely' END AS confidence,
    min(occurred_us) AS started_us, max(occurred_us) AS ended_us, min(occurred_us) FILTER (is_contact) AS first_contact_us,
    min(occurred_us) FILTER (serves) AS first_answer_us,
    min(occurred_us) FILTER (serves AND party = 'agent') AS first_response_us,
    coalesce(arg_min(channel, position) FILTER (is_contact), arg_min(channel, position)) AS first_channel,
    coalesce(arg_max(channel, position) FILTER (is_service), arg_max(channel, position)) AS last_channel,
    count(*) AS steps, count(DISTINCT channel) FILTER (is_service) AS channels,
    arg_max(outcome, position) FILTER (outcome IS NOT NULL) AS outcome,
    min(occurred_us) FILTER (outcome = 'resolved') AS first_resolved_us,
    max(occurred_us) FILTER (outcome = 'resolved') AS last_resolved_us,
    count(*) FILTER (outcome = 'reopened') AS reopens
  FROM ordered GROUP BY journey_id
), ripe AS (
  SELECT * EXCLUDE (first_contact_us, outcome), coalesce(first_contact_us, started_us) AS first_contact_us, outcome AS told,
    (SELECT max(occurred_us) FROM ordered) - ended_us < {14 * DAY_US} AS recent
  FROM summed
)
SELECT journey_id, customer_id, identified, issue, case_ref, source, bounded_by, confidence, started_us, ended_us, first_contact_us,
  first_answer_us, first_response_us, first_channel, last_channel, steps, coalesce(contacts, 0) AS contacts, channels,
  coalesce(switches, 0) AS switches, coalesce(handoffs, 0) AS handoffs,
  coalesce(told, CASE WHEN recent THEN 'open' ELSE 'unknown' END) AS outcome, first_resolved_us,
  CASE WHEN told = 'resolved' THEN last_resolved_us END AS resolved_us, reopens, NULL::BOOLEAN AS sla_met,
  lead(first_contact_us) OVER (PARTITION BY customer_id ORDER BY first_contact_us, journey_id) AS next_contact_us,
  lead(first_contact_us) OVER (PARTITION BY customer_id, issue ORDER BY first_contact_us, journey_id) AS next_same_issue_us,
  recent AND coalesce(told <> 'resolved', true) AS censored
FROM ripe LEFT JOIN switches USING (journey_id) LEFT JOIN contacts USING (journey_id) LEFT JOIN passed USING (journey_id)
"""

HANDOFFS = """
CREATE TABLE handoffs AS
SELECT h.journey_id, h.customer_id, h.position, change, from_channel, to_channel, from_party, to_party, from_team, to_team,
  f.stage AS from_stage, t.stage AS to_stage, wait_us, j.outcome
FROM raw_handoffs h JOIN steps t ON t.journey_id = h.journey_id AND t.position = h.position
  JOIN steps f ON f.journey_id = h.journey_id AND f.position = h.from_position JOIN journeys j ON j.journey_id = h.journey_id
"""

ORDERS = {
    "identity_links": "identifier_a, identifier_b",
    "customers": "customer_id, since_us, identifier",
    "journeys": "customer_id, started_us, journey_id",
    "steps": "journey_id, position",
    "handoffs": "journey_id, position",
}


def spent() -> tuple[float, float]:
    """Return this process's CPU seconds so far and its peak memory in MiB."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main(source: Path, folder: Path) -> None:
    """Do it all and print one JSON object, as :mod:`benchmarks.clew_run` does."""
    started, _ = spent()
    connection = duckdb.connect(config={"temp_directory": str(folder)})
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute(READ, [str(source)])
    connection.execute(INTERACTIONS)
    _write(connection, "SELECT * FROM typed", folder / "interactions.parquet")
    connection.execute("DROP VIEW typed")
    connection.execute("DROP TABLE raw")
    imported, import_peak = spent()
    connection.execute(SLIM.format(folder=folder))
    for query in (SEEN, LINKS, EDGES, GROUPS):
        connection.execute(query)
    while _spread(connection):
        pass
    for query in (CUSTOMERS, PLACED, BOUND, ORDERED, CONTACT_STARTS, SERVED, STEPS, JOURNEYS, HANDOFFS):
        connection.execute(query)
    for table, order in ORDERS.items():
        _write(connection, f"SELECT * FROM {table} ORDER BY {order}", folder / f"{table}.parquet")
    built, _ = spent()
    counts = {
        name: connection.sql(f"SELECT count(*) FROM {name}").fetchall()[0][0] for name in ("interactions", *ORDERS)
    }
    phases = {"start": started, "import": imported - started, "build": built - imported}
    print(json.dumps({"phases": phases, "import_peak_mib": import_peak, "counts": counts}))


def _spread(connection: duckdb.DuckDBPyConnection) -> bool:
    """Take one round of spreading the lowest code; say whether anything changed."""
    connection.execute(SPREAD)
    ((changed,),) = connection.execute("SELECT count(*) FROM groups_next WHERE label <> before").fetchall()
    connection.execute("CREATE OR REPLACE TABLE groups AS SELECT code, label FROM groups_next")
    return bool(changed)


def _write(connection: duckdb.DuckDBPyConnection, query: str, path: Path) -> None:
    connection.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
