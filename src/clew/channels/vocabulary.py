"""The words sources use for direction, party and outcome, brought to Clew's own words in SQL."""

from __future__ import annotations

DIRECTION_WORDS: dict[str, tuple[str, ...]] = {
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
PARTY_WORDS: dict[str, tuple[str, ...]] = {
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
OUTCOME_WORDS: dict[str, tuple[str, ...]] = {
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


def word_sql(text_sql: str, words: dict[str, tuple[str, ...]]) -> str:
    """Return a CASE that gives the word for a source's spelling of it, NULL for spellings not known.

    >>> word_sql("party", {"bot": ("bot", "chatbot")})
    "CASE WHEN lower(trim(party)) IN ('bot', 'chatbot') THEN 'bot' END"
    """
    return plain_word_sql(f"lower(trim({text_sql}))", words)


def plain_word_sql(text_sql: str, words: dict[str, tuple[str, ...]]) -> str:
    """Return the same CASE for text that is in lower case and without blanks around it already."""
    cases = " ".join(f"WHEN {text_sql} IN ({_list(spellings)}) THEN '{word}'" for word, spellings in words.items())
    return f"CASE {cases} END"


def kind_by_channel_sql() -> str:
    """Return a CASE that gives the usual kind of interaction on the draft's channel."""
    cases = " ".join(f"WHEN channel_name IN ({_list(names)}) THEN '{kind}'" for kind, names in KIND_BY_CHANNEL.items())
    return f"CASE {cases} ELSE 'message' END"


def _list(words: tuple[str, ...]) -> str:
    return ", ".join("'" + word.replace("'", "''") + "'" for word in words)
