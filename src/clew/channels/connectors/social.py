"""Customer support on social media, in the layout of ``twcs.csv``: one post a row, threads by what a post answers.

A thread starts at the first post that the file holds; its id is the conversation. An inbound post is by the customer it
names as author. A company's post is to the author of the inbound post it answers, else to the numbered account it
mentions first, else to the first customer in the thread; a company's post to nobody has no customer.
"""

from __future__ import annotations

from clew.channels.connector import Connector, Table

#: Posts' ids passed through spreadsheets and data frames come back as ``3.0``.
_ID = r"nullif(regexp_replace(trim({column}), '\.0+$', ''), '')"

DRAFTS = f"""
WITH RECURSIVE read AS (
  SELECT *, {_ID.format(column="tweet_id")} AS post, {_ID.format(column="in_response_to_tweet_id")} AS answers,
    {_ID.format(column="author_id")} AS author, lower(trim(inbound)) IN ('true', 't', '1', 'yes') AS from_customer
  FROM posts
), known AS (
  SELECT post, min_by(answers, (_file, _row)) AS answers, min_by(author, (_file, _row)) AS author,
    min_by(from_customer, (_file, _row)) AS from_customer
  FROM read WHERE post IS NOT NULL GROUP BY post
), threads AS (
  SELECT post, post AS root, 0 AS depth FROM known
  WHERE answers IS NULL OR answers NOT IN (SELECT post FROM known)
  UNION ALL
  SELECT known.post, threads.root, threads.depth + 1 FROM threads JOIN known ON known.answers = threads.post
), first_customers AS (
  SELECT root, min_by(author, (depth, post)) AS author FROM threads JOIN known USING (post) WHERE from_customer GROUP BY root
)
SELECT p._file, p._row, p.post AS source_id, p.created_at AS occurred_at, 'social' AS channel,
  CASE WHEN p.from_customer THEN 'customer posts' ELSE 'company posts' END AS touchpoint, 'message' AS kind,
  CASE WHEN p.from_customer THEN 'inbound' ELSE 'outbound' END AS direction,
  CASE WHEN p.from_customer THEN 'customer' ELSE 'agent' END AS party,
  CASE WHEN NOT p.from_customer THEN p.author END AS party_id,
  CASE WHEN NOT p.from_customer THEN p.author END AS team,
  coalesce(threads.root, p.post) AS conversation_id, p.text,
  'twitter/' || CASE
    WHEN p.from_customer THEN p.author
    WHEN parent.from_customer THEN parent.author
    ELSE coalesce(nullif(regexp_extract(p.text, '^[\\s.]*@(\\d+)\\b', 1), ''), first_customers.author) END AS handle
FROM read p
LEFT JOIN threads ON threads.post = p.post
LEFT JOIN known parent ON parent.post = p.answers
LEFT JOIN first_customers ON first_customers.root = threads.root"""

POSTS = Table(
    name="posts",
    stems=("twcs", "tweets"),
    needs=("tweet_id", "author_id", "inbound", "created_at", "text", "in_response_to_tweet_id"),
    columns=("tweet_id", "author_id", "inbound", "created_at", "text", "in_response_to_tweet_id"),
    sql=DRAFTS,
    carried=("tweet_id", "author_id", "inbound", "created_at", "text"),
)

CONNECTOR = Connector(
    name="social",
    title="Social media threads",
    question="What do customers ask in public, and who answers them?",
    tables=(POSTS,),
    documentation="One post per row (`tweet_id`, `author_id`, `inbound`, `created_at`, `text`, `in_response_to_tweet_id`), as in "
    "Customer Support on Twitter.",
    source="social",
    aliases=("twcs", "social_threads"),
    formats=("csv", "tsv", "parquet", "excel"),
    examples=("clew import twcs.csv --as social",),
)
