"""Tells what a customer says of the matter from what is said about the talk itself: greetings, thanks, waiting, asking for news."""

from __future__ import annotations

import re

from clew.journeys.facts.prose import Sentence


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


#: Talk that words alone don't show: small talk, and answers that are nothing but yes or no.
_TALK = re.compile(
    r"\W*(?:(?:hi|hello|hey|dear|good (?:day|morning|afternoon|evening)|greetings|howdy|hiya)\b(?:\W+\w+){0,3}\W*$|"
    r"(?:thanks?|thank you|thx|cheers|ok(?:ay)?|oaky|yes|yep|yeah|sure|right|fine|great|perfect|wonderful|brilliant|excellent|good|lovely|super|bye|goodbye|see you|regards|finally|"
    r"kind regards|best regards|sincerely|yours|same to you|nice)\b[^.?!]{0,40}[.!?]*$|no(?:pe)?(?:[,.!]\s*(?:thanks|thank|that|it|i|not|sorry)\b[^.?!]*)?[,.!]*$|(?:agent|human|person|representative|operator)\b[\w ,]{0,20}[!.]*$|"
    r"(?:just )?forget it|never ?mi?n?d?n?\b|don'?t bother|i give up|leave it|i'?ll leave it|test (?:ticket|message|mail|only)?)|"
    r"[^.?!]*\b(?:ridiculous|unacceptable|outrageous|a joke|furious|fed up|terrible|worst|frustrat\w+|annoy\w+|disappoint\w+|not helpful|no help|no use|good enough|cancel everything|"
    r"how are you|hope (?:you|it'?s|your)|in the background|bear with|in a (?:hurry|rush)|have to be quick|may be slow|excuse my|typos|driving|on (?:the|a) (?:bus|train|road|phone in)|i guess it|weather|barking|crying|weekend|too busy|"
    r"regulator|lawyer|ombudsman|bad review|post this|tell everyone|never again|losing my patience|lose my patience|happening again|there again|is back\b|was (?:solved|settled|done|over)|relief|glad|relieved|happy|lifesaver)\b|"
    r"[^.?!]*\byour (?:\w+ )?(?:help|faq|article|support page)s?\b|[^.?!]*\byour (?:web)?(?:site|page)s?\b.*\b(?:nothing|no answer|didn'?t|couldn'?t find|can'?t find|find|found|stuck)\b|\W*(?:i |we )?(?:\w+ )?(?:looked|searched|browsed|went|been|gone)\b[^.?!]{0,25}\b(?:your|the) (?:web)?(?:site|pages?|help)\b|[^.?!]*\ban article (?:is|was) no\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?", re.IGNORECASE)
#: Words of grammar, and words that only carry a value ("that's my customer number"): they tell nothing of the matter.
_GRAMMAR = _words("""a an and any anyone anybody are aren't as at am be been being both but by can could did do does each either else for from had has have he
    her here here's him his how i i'd i'll i'm i've if in into is it it's it'll its just let let's like may me might more most must my no of
    off oh ok okay on one only or other our out over really right said same says say see seen she should so some than that that's the their them then
    there there's these they they're this those through to too under until up us very was we we'd we'll we're we've were what what's when
    which while who who's will with would yes you you'd you'll you're you've your yours also all even much many yet ever well about again
    already now today yesterday tomorrow still soon later ago always never once twice please sorry hello hi hey dear team everyone
    everybody sir madam guys nobody somebody someone people myself because though between during before after back going go goes went
    came get gets got getting give gave given giving make made take takes taking took taken put want wanted need needed needs
    tell told telling think thought know knows knew mean means meant hope sure maybe perhaps actually literally honestly
    number no id code customer client member patient reference zip postcode postal
    live reach registered talking it’s i’m that’s sorry it'd""")
#: Words of talking with a company: asking, waiting, being promised, complaining about it.
_TALKING = _words("""answer answers answered answering reply replies replied respond response message messages conversation chat chats call calls called calling
    contact contacted contacting touch write writes wrote written writing speak spoke spoken speaking talk talked talking discuss discussed explain explained
    ask asked asking question questions request requests mention mentioned promise promised agent agents colleague colleagues person human manager supervisor boss robot bot representative
    support service help helps helped helping helpful assist listen listening understand understands understood read notes note history system
    issue issues problem problems matter matters case ticket thing things stuff situation topic concern something anything everything earlier previous
    previously last latest news update updates status progress follow following waiting wait waited wait happen happens happened happening next step steps
    long longer time times minute minutes hour hours day days week weeks month months forever ages expect expected hear heard hearing find finds found figure
    look looks looked looking search searched check checked stuck information info details idea point clue sense supposed deadline passed
    people anybody anyone hold holding moment second end start beginning complain complaint tired tiring tired patience sad angry upset
    done solve solved sort sorted settle settled resolve resolved finish finished thank thanks great good fine bad worse nice perfect first second third
    try trying tried way talk later alright through clear unclear sent send sends sending given meanwhile regarding concerning works real show shows care stand stands tells decision decisions solution solutions test tests testing widget ignore load reward click
    say's move-on got ready wondering keep kept stay feel feeling feels leave left leaving quick quickly short pass passed transfer-me connect connected
    three four five two six seven eight ten half many several few friend website site page pages link faq""")
#: What a value belongs to: it tells something of the matter only with another word that does, and not as "account number".
_OWNERS = _words(
    "account name email e-mail mail address phone mobile date amount card order invoice bill statement booking"
)
_VALUES = _words("number no id code address reference")
#: Words that tell of trouble, or of what somebody wants changed, by themselves.
_TROUBLE = re.compile(
    r"(?:cancel|refund|reschedul|charg(?:e|ed|es|ing)$|overcharg|broke|damag|stolen|fraud|crash|fail(?:s|ed|ing)?$|leak|stuck in|delay|faulty|defect|outage|moving$|moved?$|missing$|wrong$|slow$|down$|double$|twice$|empty$|incorrect|mistake|error|blocked|declined|rejected|disconnect|refus|cannot log|upgrade|downgrade|exchange$|replac)"
)
#: From so many words that are neither, a sentence tells something of the matter; a denial counts as one.
_ENOUGH = 2
_DENIAL = re.compile(r"n['’]t$|^(?:not|no|nothing|never|none|cannot|without)$", re.IGNORECASE)
#: What is asked where, why or when, or wanted, is a matter together with another word of it.
_WANTING = _words("where where's why when need want like waiting reschedule")
_SUM_ONLY = re.compile(
    r"\W*(?:it'?s|it is|it was|that'?s)? ?[$€£]?\d+(?:[.,]\d+)*\b[^.!?\d]{0,30}[.!?]*$", re.IGNORECASE
)
#: "The invoice is INV-1." behind the problem says which one it is; a number that says what it is was asked for.
_WHICH = re.compile(r"\W*the (?!\w+ (?:number|code|id)\b)\w+ is \S*\d[\w -]*[.!]?$", re.IGNORECASE)
_OTHER = re.compile(r"\d{4}|@|\b(?:it'?s|it is|this is) (?:the|about)\b", re.IGNORECASE)
_SHORT = 60
#: What stands further back in a sentence doesn't make it one thing or the other.
_LONGEST = 400


def is_talk(text: str, sentence: Sentence) -> bool:
    """Say whether a customer's sentence is talk by its form, whatever words it has."""
    return _TALK.match(text, sentence.start, min(sentence.end, sentence.start + _LONGEST)) is not None


def tells_matter(words: str) -> bool:
    """Say whether a customer's words, without the values in them, tell something of the matter."""
    return _weight(words[:_LONGEST]) >= _ENOUGH


def is_tail(text: str, sentence: Sentence, words: str) -> bool:
    """Say whether a sentence goes on with the one before: a short question, a bare sum, or hardly a word of its own."""
    return sentence.end - sentence.start <= _SHORT and (
        text[sentence.end - 1] == "?"
        or _SUM_ONLY.match(text, sentence.start, sentence.end) is not None
        or _WHICH.match(text, sentence.start, sentence.end) is not None
        or (
            words.count(" ") <= 7
            and _weight(words) == _ENOUGH - 1
            and _OTHER.search(text, sentence.start, sentence.end) is None
        )
    )


def _weight(words: str) -> int:
    told, owner, denied, wanted = 0, False, False, False
    found = _WORD.findall(words)
    for at, word in enumerate(found):
        small = word.lower()
        if _TROUBLE.match(small) is not None:
            return _ENOUGH
        if small in _OWNERS:
            owner = owner or at + 1 == len(found) or found[at + 1].lower() not in _VALUES
        elif _DENIAL.search(small) is not None:
            denied = True
        elif small in _WANTING:
            wanted = True
        elif small not in _GRAMMAR and small not in _TALKING and not (at and word[0].isupper()):
            told += 1
    if not told and not owner:
        return int(denied)
    return told + owner + (denied or wanted) if told or denied or wanted else 0
