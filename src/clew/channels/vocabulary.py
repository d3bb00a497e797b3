"""The words sources use for direction, party and outcome, brought to Clew's own words in SQL."""

from __future__ import annotations

from clew.channels.column_words import DIRECTIONS_ABROAD, OUTCOMES_ABROAD, PARTIES_ABROAD

_DIRECTIONS: dict[str, tuple[str, ...]] = {
    "inbound": ("inbound", "in", "incoming", "received", "from customer", "true"),
    "outbound": (
        "outbound",
        "out",
        "outgoing",
        "sent",
        "to customer",
        "reply",
        "false",
        "outbound-api",
        "outbound-dial",
    ),
    "internal": ("internal", "private", "note"),
}
_PARTIES: dict[str, tuple[str, ...]] = {
    "customer": (
        "customer",
        "client",
        "user",
        "end-user",
        "end_user",
        "contact",
        "visitor",
        "lead",
        "requester",
        "caller",
    ),
    "agent": (
        "agent",
        "staff",
        "rep",
        "representative",
        "admin",
        "employee",
        "human",
        "operator",
        "teammate",
        "support",
    ),
    "bot": ("bot", "chatbot", "assistant", "automation", "operator_bot", "virtual agent"),
    "system": ("system", "trigger", "app", "workflow"),
}
_OUTCOMES: dict[str, tuple[str, ...]] = {
    "resolved": ("resolved", "solved", "fixed", "done", "complete", "completed", "answered and solved"),
    "closed": ("closed", "archived"),
    "reopened": ("reopened", "re-opened"),
    "abandoned": (
        "abandoned",
        "missed",
        "no-answer",
        "no answer",
        "unanswered",
        "canceled",
        "cancelled",
        "hung up",
        "busy",
    ),
}
KIND_BY_CHANNEL: dict[str, tuple[str, ...]] = {
    "call": ("phone", "ivr"),
    "visit": ("web", "app", "self_service", "in_person"),
    "order": ("order",),
    "rating": ("survey",),
    "status": ("back_office",),
    "campaign": ("ad",),
}


def _also(words: dict[str, tuple[str, ...]], abroad: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {
        word: tuple(dict.fromkeys((*spellings, *(each for each, meant in abroad.items() if meant == word))))
        for word, spellings in words.items()
    }


#: Clew's word -> its spellings, in lower case and without accents; German, Spanish and French ones too.
DIRECTION_WORDS = _also(_DIRECTIONS, DIRECTIONS_ABROAD)
PARTY_WORDS = _also(_PARTIES, PARTIES_ABROAD)
OUTCOME_WORDS = _also(_OUTCOMES, OUTCOMES_ABROAD)


def word_sql(text_sql: str, words: dict[str, tuple[str, ...]]) -> str:
    """Return a CASE that gives the word for a source's spelling of it, NULL for spellings not known.

    >>> word_sql("party", {"bot": ("bot", "chatbot")})
    "CASE WHEN strip_accents(lower(trim(party))) IN ('bot', 'chatbot') THEN 'bot' END"
    """
    return plain_word_sql(f"strip_accents(lower(trim({text_sql})))", words)


def plain_word_sql(text_sql: str, words: dict[str, tuple[str, ...]]) -> str:
    """Return the same CASE for text that is in lower case, without accents and without blanks around it already."""
    cases = " ".join(f"WHEN {text_sql} IN ({_list(spellings)}) THEN '{word}'" for word, spellings in words.items())
    return f"CASE {cases} END"


def kind_by_channel_sql() -> str:
    """Return a CASE that gives the usual kind of interaction on the draft's channel."""
    cases = " ".join(f"WHEN channel_name IN ({_list(names)}) THEN '{kind}'" for kind, names in KIND_BY_CHANNEL.items())
    return f"CASE {cases} ELSE 'message' END"


def _list(words: tuple[str, ...]) -> str:
    return ", ".join("'" + word.replace("'", "''") + "'" for word in words)
