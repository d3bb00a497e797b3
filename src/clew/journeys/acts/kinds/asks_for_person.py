"""The customer asks for a person instead of a machine."""

from __future__ import annotations

from clew.journeys.acts.act import Locale, SpeechAct, Way

_PERSON = r"(?:persons?|humans?|human being|people|agents?|representatives?|rep|reps|operators?|advis[oe]rs?|somebody|someone|anybody|anyone|real|live|actual|manager|supervisor|employee|staff|colleague|consultant|team ?member|member of (?:your )?(?:staff|team)|customer (?:service|support|care)|technician|specialist)"

ACT = SpeechAct(
    name="asks_for_person",
    title="asks for a person",
    by="customer",
    locales={
        "en": Locale(
            ways=(
                Way(
                    "speak talk chat connect connected connecting transfer transferred through put speaking talking pass switch forward reach get deal",
                    rf"\b(?:speak|talk|chat|connect(?:ed|ing)?|transfer(?:red)?|put|through|speaking|talking|pass|switch|forward|reach|get|deal)\b[^.?!]{{0,12}}\b(?:to|with|through|me|hold of|over|a|an|the|some)\b[^.?!]{{0,18}}\b{_PERSON}\b",
                    unless=r"\b(?:i|we)(?:'ve| have| had)? (?:already |just )?(?:spoke|spoken|talked|was|spent|told|been)\b|\b(?:told|said|promised|was) (?:to|that|me|i)\b|\b(?:someone|somebody|anyone|anybody) (?:else'?s|(?:to|who) (?:call|come|look|fix|send|pay|use|open|deliver))\b|\bget (?:someone|somebody) to\b",
                ),
                Way(
                    "want need give get like prefer agent human person representative operator",
                    r"\b(?:i want|i need|i'd like|i would like|i'd rather|i prefer|give me|get me|find me|bring me|fetch me|is there|are there|can i have|may i have|could i have|just|not) (?:an? |some |the |your )?(?:real |live |actual |human |proper )*(?:person|human|human being|agent|representative|rep|operator|advis[oe]r|somebody real|someone real|supervisor|manager)\b",
                    unless=r"\b(?:said|told|spoke|promised)\b",
                ),
                Way(
                    "human person agent representative operator people somebody someone advisor adviser service support supervisor manager",
                    r"^\W*(?:(?:no|please|now|just|ok|okay|hello|hi|a|an|real|live|customer service|then|well|still)\W+){0,3}(?:human|person|agent|representative|operator|people|advis[oe]r|supervisor|manager|customer (?:service|care|support)|live (?:chat|support))s?\b(?:\W+(?:please|now|thanks|thank you|asap|help|support|chat|being)){0,3}\W*$",
                ),
                Way(
                    "anybody anyone somebody someone",
                    r"\b(?:is there|isn't there|is) (?:anybody|anyone|somebody|someone)\b[^.?!]{0,20}\b(?:speak|talk|there|help|real|alive|call|ask|human)\b",
                ),
                Way(
                    "bot robot machine computer chatbot assistant",
                    r"\b(?:not|don't|stop|no|without|instead of|sick of|tired of|hate|rather than|won't|than|enough of)\b[^.?!]{0,25}\b(?:bots?|robots?|machines?|computers?|chatbots?|automated|virtual assistants?)\b",
                    unless=r"\b(?:washing|coffee|my computer|my machine|the machine (?:is|does|was))\b",
                ),
                Way("human person real", r"\b(?:are you|is this) (?:an? )?(?:real|human|bot|robot|person|machine)\b"),
                Way(
                    "call ring phone contact",
                    r"\b(?:have|ask|can|could|let|get|want|need)\b[^.?!]{0,12}\b(?:somebody|someone|an agent|a person|a human|a colleague|your team)\b[^.?!]{0,10}\b(?:call|ring|phone|contact) me\b",
                ),
            ),
        )
    },
    source="own; the most frequent request to chatbots that can't help",
)
