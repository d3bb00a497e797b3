"""Qualtrics: invitations sent, surveys answered and each answer given, joined to the person in the directory.

Stems are in normal form: lower case, without ``qualtrics_`` in front and ``_data`` and the like behind.
"""

from __future__ import annotations

from clew.channels.connector import Connector, Table

# One row per directory contact, and per response the contact that its invitation went to.
SHARED = """
people AS (
    SELECT id, email, phone, ext_ref FROM directory_contact
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY last_modified DESC, _file, _row) = 1
),
invited AS (
    SELECT response_id, min(contact_id) AS contact_id FROM distribution_contact
        WHERE response_id IS NOT NULL GROUP BY response_id
),
responses AS (
    SELECT r.id, r.survey_id, r.status, r.start_date, r.end_date, r.recorded_date, invited.contact_id,
        coalesce(r.recipient_email, people.email) AS email, people.phone, people.ext_ref
    FROM survey_response r
    LEFT JOIN invited ON invited.response_id = r.id
    LEFT JOIN people ON people.id = invited.contact_id
    QUALIFY row_number() OVER (PARTITION BY r.id ORDER BY r.last_modified_date DESC, r._file, r._row) = 1
)
"""

# Response types that no customer gave stay records: 1 preview, 2 test, 8 spam, and their imported or offline kin.
RESPONSES = f"""
WITH {SHARED}
SELECT s._file, s._row, 'response/' || s.id AS source_id, coalesce(s.start_date, s.recorded_date) AS occurred_at,
    s.end_date AS ended_at, 'survey' AS channel, 'survey answered' AS touchpoint, 'form' AS kind,
        'inbound' AS direction,
    'customer' AS party, s.id AS conversation_id, r.email, r.phone, r.ext_ref AS account, r.contact_id AS customer_ref
FROM survey_response s LEFT JOIN responses r ON r.id = s.id
WHERE coalesce(s.status, '0') NOT IN ('1', '2', '8', '9', '12', '17', '40')
"""

# A number is a rating only where the question asks for one (NPS, stars, sliders, a name that says so): elsewhere it is
# the
# number of a choice. An answer whose response is not in the export has no time; intake says so and keeps it for a
# retry.
ANSWERS = f"""
WITH {SHARED},
questions AS (
    SELECT survey_id, id, max(upper(selector)) AS selector, max(question_type) AS question_type FROM question
    GROUP BY survey_id, id
),
asked AS (
    SELECT a.*, r.start_date, r.recorded_date, r.end_date, r.status, r.email, r.phone, r.ext_ref, r.contact_id,
        coalesce(
            q.selector IN ('NPS', 'STAR', 'HSLIDER', 'HBAR') OR q.question_type = 'Slider' OR regexp_matches(
                a.question, '(?i)\\b(nps|csat|ces|satisf\\w*|recommend\\w*|effort|rate|rating)\\b'
            ),
            false
        ) AND try_cast(coalesce(a.value, a.text) AS DOUBLE) IS NOT NULL AS is_rating
    FROM question_response a
    LEFT JOIN responses r ON r.id = a.response_id
    LEFT JOIN questions q ON q.survey_id = r.survey_id AND q.id = a.question_id
)
SELECT _file, _row,
    'answer/' || coalesce(_fivetran_id, concat_ws('/', response_id, question_id, sub_question_key,
        question_option_key, loop_id))
        AS source_id,
    coalesce(end_date, recorded_date, start_date) AS occurred_at, 'survey' AS channel, 'inbound' AS direction,
    CASE WHEN is_rating THEN 'survey rating' ELSE 'survey answer' END AS touchpoint,
    CASE WHEN is_rating THEN 'rating' ELSE 'form' END AS kind, 'customer' AS party, response_id AS conversation_id,
        text,
    CASE WHEN is_rating THEN coalesce(value, text) END AS rating,
    email, phone, ext_ref AS account, contact_id AS customer_ref
FROM asked
WHERE coalesce(status, '0') NOT IN ('1', '2', '8', '9', '12', '17', '40')
"""

# Being sent and being opened are two interactions of one row. Test e-mails go to the survey's makers.
INVITATIONS = f"""
WITH {SHARED},
mailings AS (SELECT id, max(lower(request_type)) AS request_type FROM distribution GROUP BY id),
known AS (
    SELECT c.*, people.email, people.phone, people.ext_ref,
        CASE WHEN m.request_type LIKE '%sms%' THEN 'sms' WHEN m.request_type = 'generatedinvite' THEN 'survey'
            ELSE 'email' END
            AS channel
    FROM distribution_contact c
    LEFT JOIN mailings m ON m.id = c.distribution_id
    LEFT JOIN people ON people.id = c.contact_id
    WHERE coalesce(m.request_type, '') <> 'testemail'
),
told AS (
    SELECT *, 'sent' AS act, sent_at AS occurred_at FROM known WHERE sent_at IS NOT NULL
    UNION ALL
    SELECT *, 'opened' AS act, opened_at AS occurred_at FROM known WHERE opened_at IS NOT NULL
)
SELECT _file, _row, 'invitation/' || distribution_id || '/' || coalesce(contact_lookup_id,
    contact_id) || '/' || act AS source_id,
    occurred_at, channel, CASE act WHEN 'sent' THEN 'survey invitation' ELSE 'survey opened' END AS touchpoint,
    CASE act WHEN 'sent' THEN 'campaign' ELSE 'visit' END AS kind,
    CASE act WHEN 'sent' THEN 'outbound' ELSE 'inbound' END AS direction,
    CASE act WHEN 'sent' THEN 'system' ELSE 'customer' END AS party, response_id AS conversation_id,
    email, phone, ext_ref AS account, contact_id AS customer_ref
FROM told
"""

PROFILES = "SELECT _file, _row, email, phone, ext_ref AS account, id AS customer_ref FROM directory_contact"
CORE_PROFILES = "SELECT _file, _row, email, external_data_reference AS account, id AS customer_ref FROM core_contact"

_KEPT: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("block", ("block_locking", "block_visibility", "survey_id")),
    ("block_question", ("block_id", "question_id")),
    ("contact_mailing_list_membership", ("contact_lookup_id", "mailing_list_id")),
    ("core_mailing_list", ("library_id", "folder")),
    ("directory", ("deduplication_criteria_email",)),
    ("directory_mailing_list", ("directory_id", "owner_id", "last_modified_date")),
    ("question_option", ("key", "question_id", "recode_value")),
    ("sub_question", ("key", "question_id", "choice_data_export_tag")),
    ("survey", ("survey_name", "survey_status")),
    ("survey_version", ("survey_id", "version_number")),
    ("user", ("division_id", "user_type", "account_status")),
)

CONNECTOR = Connector(
    name="qualtrics",
    title="Qualtrics",
    question="Who was asked, who opened and answered, and what did they say or score?",
    documentation="https://api.qualtrics.com/",
    source="qualtrics",
    tables=(
        Table(
            "survey_response",
            ("survey_response",),
            ("id", "survey_id", "distribution_channel", "recorded_date"),
            columns=(
                *("id", "survey_id", "status", "start_date", "end_date", "recorded_date", "last_modified_date"),
                "recipient_email",
            ),
            sql=RESPONSES,
            # Names and network addresses of people are no part of an interaction.
            carried=(
                *("id", "start_date", "end_date", "recipient_email", "recipient_first_name", "recipient_last_name"),
                *("ip_address", "location_latitude", "location_longitude", "_fivetran_synced"),
            ),
        ),
        Table(
            "question_response",
            ("question_response",),
            ("question_id", "response_id", "value"),
            columns=(
                *("_fivetran_id", "response_id", "question_id", "question", "sub_question_key", "question_option_key"),
                *("loop_id", "value", "text"),
            ),
            sql=ANSWERS,
            carried=("_fivetran_id", "response_id", "text", "_fivetran_synced"),
        ),
        Table(
            "distribution_contact",
            ("distribution_contact",),
            ("contact_id", "distribution_id", "sent_at", "survey_link"),
            columns=("contact_id", "contact_lookup_id", "distribution_id", "sent_at", "opened_at", "response_id"),
            sql=INVITATIONS,
            # The link is personal: whoever holds it can answer in the customer's name.
            carried=("contact_id", "contact_lookup_id", "sent_at", "opened_at", "survey_link", "_fivetran_synced"),
        ),
        Table(
            "directory_contact",
            ("directory_contact",),
            ("id", "directory_id", "email_domain"),
            columns=("id", "email", "phone", "ext_ref", "last_modified"),
            profile_sql=PROFILES,
        ),
        Table(
            "core_contact",
            ("core_contact",),
            ("id", "mailing_list_id", "external_data_reference"),
            columns=("id", "email", "external_data_reference"),
            profile_sql=CORE_PROFILES,
        ),
        Table(
            "distribution", ("distribution",), ("id", "request_type", "header_subject"), columns=("id", "request_type")
        ),
        Table(
            "question",
            ("question",),
            ("id", "survey_id", "question_text", "selector"),
            columns=("id", "survey_id", "selector", "question_type"),
        ),
        Table("survey_embedded_data", ("survey_embedded_data", "survey_embedded"), ("import_id", "response_id", "key")),
        *(Table(name, (name,), needs) for name, needs in _KEPT),
    ),
)
