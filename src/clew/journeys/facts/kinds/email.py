"""The e-mail address that the customer gives."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="email",
    title="e-mail address",
    locales={
        "en": Locale(
            words="email emails mail mails inbox mailbox address write send before",
            nouns=r"\b(?:e-?mail|mail)(?: address(?:es)?| id)\b|\be-?mail\b(?! (?:password|provider|program|confirmation|with|we (?:sent|wrote|mailed)|from|shortly|that|settings|team|notification|about|of|us|me|was|has|and (?:follow|click)))|(?<!on your )(?<!in your )(?<!to your )(?<!check your )(?<!watch your )(?<!at your )(?<!into your )\b(?:mail|in)box\b|\baddress (?:to (?:write|e-?mail|mail)|i can (?:mail|e-?mail|write|send)|(?:we|i) (?:can|may) (?:mail|e-?mail|write|send))",
            asks=r"\b(?:which|what) address (?:should|can|may|do|did|shall|could|would) (?:i|we|you) (?:write|use|send|register|e-?mail|mail|reply|log)\w*|\bwhere (?:can|may|should|shall|could|do|would) (?:i|we|you)\b[^?.]{0,20} (?:write|send|e-?mail|mail)\b(?! (?:the item|it back|back|the parcel))|"
            r"\bhow (?:can|do|may|could|should) (?:i|we) reach you by (?:e-?)?mail\b|\bto which e-?mail\b|\bwhere to send (?:the|an|my|our) e-?mail\b|\bbefore the @|\b(?:an?|the|which|what|your) (?:\w+ )?(?:e-?mail|inbox|mailbox)\b(?= (?:(?:i|we)\b|to (?:reach|use|write|get|send|attach)|that reaches))",
        ),
        "de": Locale(
            words="e mail email adresse",
            nouns=r"\be-?mail(?:-?adresse)?\b",
        ),
        "fr": Locale(
            words="e mail mail courriel",
            nouns=r"\b(?:adresse )?(?:e-?mail|mail|courriel)\b",
        ),
        "es": Locale(
            words="correo email e mail",
            nouns=r"\bcorreo(?: electrónico)?\b|\be-?mail\b",
        ),
    },
    source="own; what service desks ask for",
    shapes=("email",),
    default_for=("email",),
    identifies=True,
)
