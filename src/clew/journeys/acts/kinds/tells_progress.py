"""The company says by itself that it is working on the matter, and when more is to be expected."""

from __future__ import annotations

from clew.journeys.acts.act import Locale, SpeechAct, Way

_WORKED = r"(?:in review|under review|being (?:reviewed|checked|processed|investigated|looked (?:at|into)|worked on|examined|handled)|in progress|in process|working on|checking|reviewing|looking into|processing|investigating|with our)"

ACT = SpeechAct(
    name="tells_progress",
    title="tells how far it is",
    by="company",
    locales={
        "en": Locale(
            unless=r"\b(?:can't|cannot|no status|can't (?:see|say))\b",
            ways=(
                Way(
                    "review reviewed checked processed investigated looked worked progress process working checking reviewing looking processing investigating",
                    rf"\b(?:we're|we are|it's|is|are|our team is|your (?:case|request|claim|order|complaint))\b[^.?!]{{0,15}}\b{_WORKED}\b",
                    unless=r"\b(?:one moment|just a moment|let me|i'm|bear with|while i|please hold)\b",
                ),
                Way(
                    "update news",
                    r"\b(?:an update|good news|quick update|status update|news)\b[^.?!]{0,30}\b(?:on|about|:|for|regarding)\b",
                    unless=r"\b(?:no|any|don't|can't|cannot)\b|\?",
                ),
                Way(
                    "next days expect soon",
                    r"\b(?:you'll|you will|expect|you can expect)\b[^.?!]{0,25}\b(?:hear|news|result|answer|update|know)\b[^.?!]{0,25}\b(?:next (?:few )?days|this week|next week|soon|shortly|days)\b",
                ),
            ),
        )
    },
    source="own; status messages during a review",
)
