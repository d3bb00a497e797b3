"""The company leaves open what happens and when: no date, no status, no one who could say."""

from __future__ import annotations

from clew.journeys.acts.act import Locale, SpeechAct, Way

ACT = SpeechAct(
    name="leaves_open",
    title="leaves open what happens next",
    by="company",
    locales={
        "en": Locale(
            ways=(
                Way(
                    "soon possible shortly eventually course point once when whenever",
                    r"\bin due course\b|\b(?:we|i|they|somebody|someone|a colleague|our team|you|team|specialists?|it|colleagues)\b[^.?!]{0,30}\b(?:get back|contact|reply|respond|write|call|be in touch|reach out|hear|update|let you know|come back|answer|inform|notify|follow up|look)\b[^.?!]{0,30}\b(?:as soon as (?:possible|we can|i can|they can|there(?:'s| is)|we (?:know|have|hear))|soon|shortly|eventually|at some point|when(?:ever)? (?:we|i|they|there|it)|once (?:we|there|it|they))\b",
                    unless=r"\b(?:will be with you shortly|join)\b",
                ),
                Way(
                    "long how when",
                    r"\b(?:can't|cannot|can not|couldn't|don't|do not|unable to|not able to|hard to|difficult to|impossible to|no one can|nobody can|not possible to|no idea|not sure|unsure)\b[^.?!]{0,20}\b(?:say|know|tell|predict|promise|give|estimate|sure|idea|commit|name|guarantee)?\b[^.?!]{0,15}\b(?:how long|when|how much longer|how soon|by when|exactly when)\b",
                    unless=r"\b(?:don't know when you|see when you|tell (?:me|us) when)\b",
                ),
                Way(
                    "time date timeframe timeline timescale estimate eta day deadline",
                    r"\b(?:no|can't|cannot|don't have|not|without|unable to)\b[^.?!]{0,25}\b(?:(?:exact |fixed |specific |definite |firm |concrete |precise |clear )?(?:time ?frame|timeline|timescale|estimate|eta|deadline|(?:exact|fixed|specific|definite|firm|concrete|precise) (?:date|time|day)|date (?:yet|for (?:this|that|it)|at (?:the moment|this (?:time|point))|now)|time yet))\b|\b(?:give|name|tell|promise|offer|have) (?:you )?(?:a|any|the) (?:date|day|time)\b(?<=date|.day|time)[^.?!]{0,12}\b(?:at the moment|yet|now|right now|so far)\b",
                ),
                Way(
                    "patient patience wait waiting",
                    r"\b(?:please|just|kindly|ask you to|asking you to|you'll have to|you have to|you'd have to|need to|only|have to)\b[^.?!]{0,15}\b(?:be patient|wait(?! for (?:the|your) (?:tone|code))|bear with us|have (?:some |a little )?patience|hang on|sit tight)\b",
                    unless=r"\bno need to\b|\b(?:minute|moment|second|hold|while i|on the line|\d+ (?:days?|hours?|minutes?|weeks?)|an agent|joining|connect)\b",
                ),
                Way(
                    "touch",
                    r"\b(?:somebody|someone|we|they|a colleague|our team|the team|one of)\b[^.?!]{0,15}\b(?:will|'ll|is going to|should)\b[^.?!]{0,8}\bbe in touch\b",
                    unless=r"\b(?:\d+|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the end of)\b",
                ),
                Way(
                    "status information news update details updates info progress insight anything",
                    r"\b(?:can't|cannot|can not|don't|do not|no|not|nothing|couldn't|isn't|haven't|without|unable to|there's no|any)\b[^.?!]{0,20}\b(?:see|have|find|get|give|access|view|any|a|show|got|more|further|new|is|tell)?\b[^.?!]{0,12}\b(?:status|information|news|updates?|info|progress|insight|further details|more details|anything (?:new|more|further)|(?:new|more|further) (?:to (?:report|tell|say)))\b",
                    unless=r"\b(?:status of your flight|no need|your information|don't have (?:to|your)|any (?:information|news|update),? (?:please|let)|contact information|as soon as|will (?:update|inform)|need (?:any|more|some|further) information|account information)\b|\?\W*$",
                ),
                Way(
                    "still review reviewed progress process pending investigated checked looked open processed worked",
                    r"\b(?:it|case|request|this|claim|matter|ticket|order|refund|that|complaint|application|everything|investigation|review|check|is)\b[^.?!]{0,8}\b(?:'s|is|are|remains?|has been|still)\b[^.?!]{0,8}\b(?:still |just |only |currently )+(?:with (?:the|our|an)(?:other)?\b|in review|under review|being (?:reviewed|checked|processed|investigated|looked (?:at|into)|worked on|examined|handled)|in progress|in process|pending|open|with (?:the|our|another)|waiting|on hold|in the queue|outstanding|unresolved|not (?:done|decided|settled))\b",
                    unless=r"\b(?:\d+ (?:days?|hours?|weeks?)|within (?:the next )?days|next (?:few )?days|by (?:tomorrow|monday|tuesday|wednesday|thursday|friday)|you'll hear|expect)\b",
                ),
                Way(
                    "more nothing else",
                    r"\b(?:can't|cannot|can not|nothing|don't|couldn't)\b[^.?!]{0,15}\b(?:see|say|tell|do|know|find|help)\b[^.?!]{0,15}\b(?:more|else|further|any more|anything else|for you|beyond)\b[^.?!]{0,15}(?:$|\b(?:than|at|for|right|until|now|from|here|about)\b|[.!])",
                    unless=r"\?|\b(?:from here i can't see more than you)\b",
                ),
                Way(
                    "nothing no know",
                    r"\bnothing new\b|\b(?:there(?:'s| is)|i see|i have|we have|i've got) (?:still |currently )?(?:nothing|no (?:entry|note|reply|answer|result|decision|feedback|word))\b[^.?!]{0,25}\b(?:yet|here|system|so far|new|file|at the moment|right now|from)\b",
                ),
            ),
        )
    },
    source="own; the unclear next step",
)
