"""Support dialogues in STAR's layout: one JSON object per dialogue, its events in order, become one chat step by step.

What the two sides see of each other are messages: the user's utterances and what the wizard (a person who plays the
assistant) utters or picks from the suggestions. Asking for suggestions and selecting tasks or items show on the wizard's
screen only. A query and the knowledge base's answer to it are one internal lookup. The user guide's instructions are no
customer's speech. All that never reached the chat is kept with the dialogue's first step, under these attributes:
``instructions``, ``not_sent`` (what the wizard typed when asking for suggestions), ``tasks`` (selected), and the
dialogue's own columns. A wizard's step has ``ActionLabel`` and ``ActionLabelOptions``, a lookup ``APIName``,
``Constraints``, ``Item`` and ``TotalItems``; the last step ``user_annoyed`` where the wizard was asked. Copies of the item
that was on the wizard's screen at each click (``PrimaryItem``) are left out: the lookup before has it.

A dialogue in which nobody said or did anything gives no interactions and is kept as a record.

The rating is the user's answer to "Did the … <do the task>?", 1 when every such answer is yes, else 0. The question
whether the assistant stayed calm isn't about the task; nor can one be judged whose words are cut short to "...".
"""

from __future__ import annotations

from clew.channels.connector import Connector, Table

EVENTS = (
    '[{"Agent":"VARCHAR","Action":"VARCHAR","Text":"VARCHAR","UnixTime":"VARCHAR","ActionLabel":"VARCHAR",'
    '"ActionLabelOptions":"JSON","APIName":"VARCHAR","Constraints":"JSON","Item":"JSON","TotalItems":"JSON",'
    '"Task":"VARCHAR"}]'
)
ANSWERS = '[{"Question":"VARCHAR","Answer":"BOOLEAN"}]'
SCENARIO = '{"WizardCapabilities":[{"Task":"VARCHAR"}]}'


def _read(column: str, shape: str) -> str:
    """Return SQL that reads a JSON text column, NULL where it is no JSON."""
    return f"CASE WHEN json_valid({column}) THEN json_transform(CAST({column} AS JSON), '{shape}') END"


DRAFTS = f"""
WITH read AS (
  SELECT *, {_read("events", EVENTS)} AS happened, {_read("scenario", SCENARIO)} AS planned,
    {_read("userquestionnaire", ANSWERS)} AS user_answers, {_read("wizardquestionnaire", ANSWERS)} AS wizard_answers
  FROM dialogues
), known AS (
  SELECT _file, _row, dialogueid, anonymizeduserworkerid AS user_id, anonymizedwizardworkerid AS wizard_id, happened,
    array_to_string([c.Task for c in planned.WizardCapabilities if c.Task IS NOT NULL], ' + ') AS tasks,
    CASE WHEN completionlevel = 'Complete' THEN 'resolved'
         WHEN completionlevel IN ('EarlyDisconnectDuringDialogue', 'DisconnectDuringDialogue') THEN 'abandoned'
    END AS outcome,
    [a.Answer for a in user_answers if starts_with(a.Question, 'Did the ') AND NOT contains(a.Question, ' calm ')]
      AS successes,
    [a.Answer for a in wizard_answers if contains(a.Question, 'annoyed')] AS annoyances,
    json_object(
      'anonymizedwizardworkerid', anonymizedwizardworkerid, 'batchid', batchid, 'format-version', "format-version", 'completionlevel', completionlevel, 'introducesconflicts', introducesconflicts,
      'scenario', CASE WHEN json_valid(scenario) THEN CAST(scenario AS JSON) END,
      'userquestionnaire', CASE WHEN json_valid(userquestionnaire) THEN CAST(userquestionnaire AS JSON) END,
      'wizardquestionnaire', CASE WHEN json_valid(wizardquestionnaire) THEN CAST(wizardquestionnaire AS JSON) END,
      'instructions', [e.Text for e in happened if e.Agent = 'UserGuide'],
      'not_sent', [e.Text for e in happened if e.Action = 'request_suggestions'],
      'tasks', [e.Task for e in happened if e.Action = 'select_task']
    ) AS dialogue
  FROM read
), unfolded AS (
  SELECT *, unnest(happened) AS e, unnest(range(1, len(happened) + 1)) AS position FROM known
), answered AS (
  SELECT * EXCLUDE (happened), happened[position + 1] AS reply FROM unfolded
  WHERE (e.Agent = 'User' AND e.Action IN ('utter', 'complete'))
     OR (e.Agent = 'Wizard' AND e.Action IN ('utter', 'pick_suggestion', 'query'))
), placed AS (
  SELECT *, position = min(position) OVER chat AS is_first, position = max(position) OVER chat AS is_last
  FROM answered WINDOW chat AS (PARTITION BY _file, _row)
), steps AS (
  SELECT _file, _row, dialogueid || '/' || position AS source_id, e.UnixTime AS occurred_at,
    CASE WHEN e.Action = 'query' THEN 'looks up ' || coalesce(e.APIName, 'something')
         WHEN e.Action = 'complete' THEN 'ends the chat'
         WHEN e.Agent = 'User' THEN 'customer writes' ELSE 'assistant writes' END AS touchpoint,
    CASE e.Action WHEN 'query' THEN 'lookup' WHEN 'complete' THEN 'status' ELSE 'message' END AS kind,
    CASE WHEN e.Agent = 'User' THEN 'inbound' WHEN e.Action = 'query' THEN 'internal' ELSE 'outbound' END AS direction,
    CASE e.Agent WHEN 'User' THEN 'customer' ELSE 'agent' END AS party,
    CASE WHEN e.Agent = 'Wizard' THEN wizard_id END AS party_id,
    e.Text AS text, CASE WHEN is_last THEN outcome END AS outcome, NULL AS rating,
    CAST(CASE
      WHEN e.Action = 'query' AND reply.Agent = 'KnowledgeBase' THEN json_object(
        'APIName', e.APIName, 'Constraints', e.Constraints, 'Item', reply.Item, 'TotalItems', reply.TotalItems)
      WHEN e.Action = 'query' THEN json_object('APIName', e.APIName, 'Constraints', e.Constraints)
      WHEN e.ActionLabel IS NOT NULL
      THEN json_object('ActionLabel', e.ActionLabel, 'ActionLabelOptions', e.ActionLabelOptions)
      ELSE '{{}}' END AS JSON) AS own,
    CASE WHEN is_first THEN dialogue END AS dialogue,
    CASE WHEN is_last AND len(annoyances) > 0 THEN json_object('user_annoyed', list_bool_or(annoyances)) END AS mood,
    dialogueid, user_id, tasks
  FROM placed
), ratings AS (
  SELECT _file, _row, dialogueid || '/questionnaire' AS source_id, e.UnixTime AS occurred_at, 'questionnaire' AS touchpoint,
    'rating' AS kind, 'inbound' AS direction, 'customer' AS party, NULL AS party_id, NULL AS text, NULL AS outcome,
    CASE WHEN list_bool_and(successes) THEN '1' ELSE '0' END AS rating, CAST('{{}}' AS JSON) AS own, NULL AS dialogue,
    NULL AS mood, dialogueid, user_id, tasks
  FROM placed WHERE is_last AND len(successes) > 0
)
SELECT _file, _row, source_id, occurred_at, 'chat' AS channel, touchpoint, kind, direction, party, party_id,
  dialogueid AS conversation_id, dialogueid AS case_ref, nullif(tasks, '') AS issue, text, outcome, rating,
  user_id AS customer_ref,
  CAST(CASE WHEN dialogue IS NULL AND mood IS NULL THEN own
            ELSE json_merge_patch(own, coalesce(dialogue, '{{}}'), coalesce(mood, '{{}}')) END AS VARCHAR) AS attributes
FROM (FROM steps UNION ALL BY NAME FROM ratings)"""

DIALOGUES = Table(
    name="dialogues",
    stems=("star_dialogues", "dialogues"),
    needs=("dialogueid", "events", "anonymizeduserworkerid"),
    columns=(
        "dialogueid",
        "events",
        "anonymizeduserworkerid",
        "anonymizedwizardworkerid",
        "batchid",
        "format-version",
        "completionlevel",
        "introducesconflicts",
        "scenario",
        "userquestionnaire",
        "wizardquestionnaire",
    ),
    sql=DRAFTS,
    profile_sql="SELECT _file, _row, anonymizeduserworkerid AS customer_ref FROM dialogues",
)

CONNECTOR = Connector(
    name="dialogues",
    title="Support dialogues (STAR)",
    question="What do customers and assistants say to each other until the task is done?",
    tables=(DIALOGUES,),
    documentation="One JSON object per dialogue with its `Events`. Messages become chat steps, queries internal lookups, the "
    "task questions of the questionnaire a rating of 1 or 0.",
    source="dialogues",
    aliases=("support_dialogues", "star"),
    formats=("jsonl", "json"),
    rowwise=True,
    examples=("clew import star_dialogues.jsonl.gz --as dialogues",),
)
