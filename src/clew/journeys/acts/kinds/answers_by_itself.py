"""An automatic reply: nobody reads what is sent here."""

from __future__ import annotations

from clew.journeys.acts.act import Locale, SpeechAct, Way

ACT = SpeechAct(
    name="answers_by_itself",
    title="answers automatically",
    by="company",
    locales={
        "en": Locale(
            ways=(
                Way(
                    "automatic automated auto autoreply automatically auto-reply",
                    r"\b(?:automatic|automated|auto-?generated|automatically (?:generated|sent)|auto)\b[^.?!]{0,12}\b(?:reply|response|message|answer|e-?mail|generated|sent|notification)\b|\b(?:generated|sent|created) automatically\b|\bautoreply\b",
                ),
                Way(
                    "monitored unmonitored read reply replies answered unattended",
                    r"(?:\b(?:not|never|un)\b|n't\b) ?[^.?!]{0,25}\b(?:monitored|be monitored|read (?:replies|messages|here)|be (?:read|answered)|reply to this|answered here|attended|accept replies|receive replies)\b|\bunmonitored\b|\bno-?reply\b|\bdo not (?:reply|respond|answer)\b|\bcan't read replies\b",
                ),
                Way(
                    "replies messages emails mails",
                    r"\b(?:replies|messages|e-?mails|mails|texts) (?:to|sent to|on|at|sent|received)\b[^.?!]{0,25}\b(?:not|never|can't|cannot|aren't|won't)\b[^.?!]{0,12}\b(?:read|monitored|answered|processed)\b|\bno-?reply\b",
                ),
            ),
        )
    },
    source="own; out-of-office and no-reply senders",
)
