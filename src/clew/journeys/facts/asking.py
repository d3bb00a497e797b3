"""Tells a question for a fact from a sentence that only names it, and a check of who somebody is from a question."""

from __future__ import annotations

#: By language: how one asks for something, and how one says that it is only to check who somebody is (or that it is right).
REQUESTS = {
    "en": r"\?|\b(?:please|kindly)\s+(?:tell|give|send|confirm|provide|enter|share|type|state|spell|let|reply|verify|read|add|"
    r"include|supply|write|note)\b|\b(?:could|can|would|may|might|will)\s+(?:you|i|we)\b|\bi(?:'ll|'d| will| would| do)?\s+(?:also\s+|just\s+)?"
    r"(?:need|require|want)\b|\bwe(?:'ll|'d)?\s+(?:also\s+|just\s+)?(?:need|require)\b|\blet\s+(?:me|us)\s+have\b|\btell\s+me\b|\bgive\s+me\b|"
    r"\bsend\s+(?:me|us)\b|\bwhat(?:'s| is| was)\s+(?:your|the)\b|\bwhich\b.{0,40}\bis it\b|\bmissing\b|\bask(?:ing)?\s+(?:you\s+)?for\b|\bi'?d\s+(?:like|love)\s+to\s+(?:know|have|hear|see)\b|^\W*(?:enter|type|share|state|spell|provide|name|add|fill in|read|supply|just|next|now|and)\b[^.]*\byour\b|\b(?:let'?s|we)\s+(?:start|begin)\s+with\b|\bstart(?:ing)?\s+with\s+(?:your|the)\b|\b(?:have|has|going|want)\s+to\s+(?:ask|know|have|get|note|take down)\b|\b(?:still|only|just)\s+(?:need|missing|lack)\b|\bmind\b[^.]{0,25}\b(?:me|us|your)\b|\bmake\s+a\s+note\s+of\b|\bgot\s+(?:your|the)\b|\bremind\s+me\b|\bif\s+you\s+(?:could|would|can)\b|\byour\b[^.]{1,40},?\s*please\b|\bplease\s*:|\bwithout\s+(?:your|the)\b|"
    r"\bbefore i (?:go on|can|continue)\b|\bread\s+(?:me|out)\b|\bdo you (?:have|remember|know)\b|\bfirst,?\s+(?:your|the)\b|\bgo ahead with\b|^\s*(?:and\s+)?your\b[^.]{0,30}[,:]?\s*please"
}
CHECKS = {
    "en": r"\bconfirm\b|\bverif(?:y|ication)\b|\bsecurity\b|\bto be sure\b|\bto make sure\b|\bidentity\b|\b(?:who|that it'?s|if it'?s|it is) (?:really\s+)?(?:you|"
    r"you are)\b|\bdouble.?check\b|\bvalidate\b|\bdata protection\b|\bauthenticat\w*|\bprivacy\b|\bprotect(?:ion|ing)?\b.{0,20}\baccount\b|\bfor safety\b|\bsafe side\b|\bproof\b|\bcheck\b.{0,25}\b(?:right person|who)\b"
}
