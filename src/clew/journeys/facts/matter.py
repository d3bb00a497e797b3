"""Tells what a customer says of the matter from what is said about the talk itself: greetings, thanks, waiting, asking for news."""

from __future__ import annotations

import re

from clew.journeys.facts.prose import Sentence


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


#: Talk that words alone don't show: small talk, and answers that are nothing but yes or no.
_TALK = re.compile(
    r"[^.?!]{3,40} is (?:what|the one|the plan|the product|the model) (?:i|we)(?:'ve| have)? (?:have|had|bought|got|took|use|using|ordered|picked|chose|mean|meant|pay for|own|signed)\b|\W*(?:i'm|we're|it's|i am|we are) (?:on about|talking about|on) the (?-i:[A-Z])|"
    r"\W*(?:i|we)(?:'ve| have)? (?:got|have|took|went for|chose|picked|bought|use|own) (?:the|a|an|your|one of your) (?-i:[A-Z])[\w ]{2,40}\W*$|"
    r"\W*(?:(?:hi|hello|hey|dear|good (?:day|morning|afternoon|evening)|greetings|howdy|hiya)\b(?:\W+\w+){0,3}\W*$|"
    r"(?:thanks?|thank you|thx|cheers|ok(?:ay)?|oaky|yes|yep|yeah|sure|right|fine|great|perfect|wonderful|brilliant|excellent|good|lovely|super|bye|goodbye|see you|regards|finally|"
    r"many thanks|rgds|rgrds|br|yours|warm(?:est)? regards|warmly|best|all the best|respectfully|faithfully|kind regards|best regards|sincerely|yours|same to you|nice)\b[^.?!]{0,40}[.!?]*$|no(?:pe)?(?:[,.!]\s*(?:thanks|thank|that|it|i|not|sorry)\b[^.?!]*)?[,.!]*$|(?:agent|human|person|representative|operator)\b[\w ,]{0,20}[!.]*$|"
    r"(?:just )?forget it|never ?mi?n?d?n?\b|don'?t bother|i give up|leave it|i'?ll leave it|test (?:ticket|message|mail|only)?)|"
    r"[^.?!]*\b(?:ridiculous|unacceptable|outrageous|a joke|furious|fed up|terrible|worst|frustrat\w+|annoy\w+|disappoint\w+|not helpful|no help|no use|good enough|cancel everything|"
    r"how are you|hope (?:you|it'?s|your)|in the background|bear with|in a (?:hurry|rush)|have to be quick|may be slow|excuse my|typos|driving|on (?:the|a) (?:bus|train|road|phone in)|i guess it|weather|barking|crying|weekend|too busy|"
    r"(?:excuse|ignore|pardon|forgive|never ?mind|don'?t mind|sorry (?:for|about)|apolog\w+ for) (?:the|my|all|any|our) (?:noise|background|kids?|dogs?|baby|children|barking|spelling|typing|racket|mess|line|rush|mood|delay|interruption)|one hand|sound (?:tired|grumpy|cross|rude|harsh|short|stressed)|coffee|(?:bet|guess|suppose) you(?:'ve| have|'re| are)? (?:had|having|get|hear|busy)|long (?:shift|day) (?:today|there|for you)|(?:raining|snowing|sunny|weather|hot|cold) (?:where you are|over there|there|at yours|doing)|where you are\b|"
    r"(?:husband|wife|partner|son|daughter|mother|father|mom|mum|dad|spouse|boyfriend|girlfriend|roommate|flatmate) (?:usually|normally|always|generally|mostly) |happy (?:monday|tuesday|wednesday|thursday|friday|weekend|easter|holidays|new year)|let you go home|looking forward|(?:kids|children|builders|workmen|visitors|guests|decorators|painters|in-laws) (?:in|here|over|home)(?: today)?\W*$|on my (?:other )?(?:arm|lap|shoulder)|my first (?:time|go|try|call|attempt)|(?:first|second|third|umpteenth) (?:time|go|call|attempt|try) (?:with this|i|we|that)|should be (?:a |some )?(?:record|note|file|trace)|(?:find|have|got|see) me (?:in|on) (?:your|the) (?:records?|files?|system|books?)|(?:may|might|will|should|must|probably) (?:\w+ )?(?:remember|recall|recognis\w+|recogniz\w+) (?:me|this|my)|back and forth|"
    r"(?:spoke|spoken|talked|dealt|chatted|been in touch|in contact|(?:discussed|raised|reported|brought up|mentioned|flagged|logged|explained) (?:this|it|that)?(?: \w+)?)\b[^.?!]{0,40}\b(?:colleagues?|team|department|lady|gentleman|guy|man|woman|agents?|advis[eo]r|rep|person|people|somebody|someone|yours|your (?:side|end)|before|last time|the other day|already|previously)\b|(?:colleagues?|people|team|agents?|staff|guys) (?:has |have |already )*(?:dealt|helped|looked|took|handled|spoke|worked|was|were|took care)\b|(?:raised|reported|discussed|brought up|mentioned|flagged|logged) (?:\w+ )?(?:before|already|previously|earlier|last)\b|"
    r"(?:help|faq|support|knowledge) (?:topics?|articles?|pages?|sections?|cent(?:er|re)|base|texts?|guides?)|(?:topics?|articles?|guides?|faqs?)\b[^.?!]{0,30}\b(?:basics|nothing|none|wiser|match|fit|apply|cover|help|useless|blank|my case)|faqs? [^.?!]{0,20}\b(?:left|drew|blank|didn'?t|no)|drew a blank|none the wiser|(?:site|website|google|googled|online)\b[^.?!]{0,40}\b(?:nothing on|no luck|no avail|not a word|blank|nothing there|nothing about)|"
    r"nothing is different|any difference|radio silence|gone home|within a few (?:days|hours)|plan from here|fob me|farce|clowns|boiling|patience|impressed|dare you|(?:all|everything) from me|(?:like|as) (?:agreed|promised)|come and gone|(?:type|typed|say|said|give|gave|told|tell) (?:you )?all (?:that|this|of that)|spell out|more effort|playing up again|googled?|whatever (?:you|they|your \w+) [^.?!]{0,20}\b(?:did|tried|changed|fixed|stuck|stick|last)|you(?:'ve| have)? (?:closed|marked|shut) (?:this|it|the|my)|closed why|altogether|in question|is what (?:it|that|the \w+) (?:came|comes|says)|"
    r"bumping|any joy|not a (?:peep|word|sound|sausage)|(?:haven'?t|have not|not|never) heard (?:back|anything|a thing|from)|heard nothing|(?:very|gone|so|all) quiet|sit tight|hang tight|fall(?:en)? through the cracks|(?:my|the|this) (?:case|ticket|request|claim|report|query) (?:get |got |gone |been )?(?:lost|forgotten)|(?:up to date|up to speed|in the loop)|(?:com[ei]\w*|came) out of (?:the|this|it|your)|own (?:deadline|account|words?|promise)|(?:missed|past|over|blown|broke\w*) (?:the|your|a|that) (?:own )?(?:deadline|date|promise)|what (?:comes|is|happens|'s) next|(?:in|for) the meantime|"
    r"carry on|let you go|be bothered|wait any longer|be expecting|(?:was|were|been|am) (?:assured|promised|told)\b[^.?!]{0,30}\W*$|enjoy the|appreciate (?:your|the|it|that)|from your (?:side|end)|taken care of it|took care of it|thought i'?d (?:ask|check|write|call)|what (?:the (?:cause|reason) was|caused it|went wrong in|was (?:wrong|the cause))|need (?:anything )?from me|easy in the end|anything new|any news|(?:bit )?lost:|confused:|get back to me|getting back to me|wh(?:at'?s|at is) it about|"
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
    number no id code record records file files team department lady gentleman guy guys folks remember remembered recall recent recently picking further dealt raised reported customer client member patient reference zip postcode postal
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
#: The same of several words: sums that are wrong, a company's doing, what takes too long or doesn't hold.
_TROUBLES = re.compile(
    r"\btoo (?:much|high|little|low|many|late|slow|expensive|big|small|loud|hot|cold)\b|\b(?:you|they)(?:['’]ve| have|'d| had)? (?:just |now |again |already |even )?(?:took|taken|billed|bill|charged?|deducted|debited|withdr\w+|collected|overbilled)\b|\bwhat for\b|\b(?:takes?|taking|took) (?:forever|ages|hours|minutes|an eternity|so long|too long|very long) (?:to|for|until|before)\b|"
    r"\b(?:cut|cuts|cutting|drops?|dropping|knocked|kicked|thrown|locked) (?:off|out)\b|\boff the air\b|\bout of (?:order|service|action|stock|use)\b|\b(?:keeps?|kept|won'?t stop) (?!waiting|asking|calling|writing|telling|saying|checking)[a-z]+ing\b|\b(?:has|have|is|are|went|gone|goes|going) (?:completely |totally |all )?(?:dead|dark|silent|blank|missing|bust|haywire|unreachable|offline)\b|"
    r"\bno (?:signal|service|connection|internet|network|power|water|heating|picture|sound|dial tone|line|access|refund|delivery|reception|coverage)\b|\bzero (?:signal|bars|service|reception|coverage)\b|\b(?:left|gone out|on its way|arrived|shipped|dispatched|come|turned up) yet\b|(?:any idea|when|how long)\b[^.?!]{0,25}\b(?:get|have|see|receive)\b[^.?!]{0,4}\b(?:my|our)\b(?! (?:answer|reply|response|news|update|call|decision|result|message|case|ticket|request))|\byet to (?:arrive|turn up|come|show|be)\b|\bneed (?:it|them|this|that|these) (?:\w+ )?(?:by|before|for|on|until)\b|\bthan (?:usual|normal|before|last (?:month|time|year)|agreed|expected|ordered)\b",
    re.IGNORECASE,
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
_WHICH = re.compile(
    r"\W*the (?!\w+ (?:number|code|id)\b)\w+ is \S*\d[\w -]*[.!]?$|\W*(?:please )?(?:check|look at|look up|see|verify|compare)\b[^.!?]{0,40}\d[\w-]*[.!]?$|"
    r"\W*(?:i |it'?s |it was |i'?ve |we )?(?:\w+ )?(?:bought|ordered|booked|purchased|reserved|in the name of)\b[^.!?@]{0,30}\S+@\S+$",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\d{4}|@|\b(?:it'?s|it is|this is) (?:the|about)\b", re.IGNORECASE)
#: What only hands over a number: "The confirmation says …", "I placed it under …", "ref …".
_CARRIES = re.compile(
    r"\b(?:says?|reads?|printed|written|shown|stands|placed|under|number|no|nr|reference|ref|confirmation|confirmed|code|id|mean|here|hand|document|carries|shows|quoted?|hang on|hold on|one (?:sec|second|moment)|(?:that|it|this)['’]?d|would be|should be|let me|label\w*|receipt)\b|:\W*$",
    re.IGNORECASE,
)
#: A request to look at one belongs to what was told before it.
_LOOK = re.compile(
    r"\W*(?:please |just |do |go )?(?:check|look|see|verify|compare|have a look|take a look|pull up)\b", re.IGNORECASE
)
_SHORT = 60
#: A sentence that only refers to something has no more blanks than this.
_FEW = 9
#: What stands further back in a sentence doesn't make it one thing or the other.
_LONGEST = 400


def is_talk(text: str, sentence: Sentence) -> bool:
    """Say whether a customer's sentence is talk by its form, whatever words it has."""
    return _TALK.match(text, sentence.start, min(sentence.end, sentence.start + _LONGEST)) is not None


def tells_matter(words: str) -> bool:
    """Say whether a customer's words, without the values in them, tell something of the matter."""
    return _weight(words[:_LONGEST]) >= _ENOUGH or _TROUBLES.search(words, 0, _LONGEST) is not None


def tells_of_one(words: str) -> bool:
    """Say whether a sentence that names an order, an invoice or the like tells something of it: "Nobody delivered …"."""
    return _weight(words[:_LONGEST]) >= _ENOUGH - 1 and _CARRIES.search(words, 0, _LONGEST) is None


def names_which(text: str, sentence: Sentence) -> bool:
    """Say whether a sentence only tells which one the problem is about: "The invoice is INV-1."."""
    return _WHICH.match(text, sentence.start, sentence.end) is not None


def leads_over(words: str) -> bool:
    """Say whether a short exclamation belongs to the matter that is told right behind it: "We're cut off!", "$51.55?!"."""
    return (
        words.rstrip().endswith("!")
        and len(words) <= _SHORT
        and (_WORD.search(words) is None or _weight(words) > 0 or not _OWNERS.isdisjoint(words.lower().split()))
    )


def only_refers(words: str) -> bool:
    """Say whether a sentence with a number in it only says whose, or which one, it is: "The contract runs under …"."""
    return (
        words.count(" ") <= _FEW
        and _LOOK.match(words) is None
        and "?" not in words
        and _TROUBLES.search(words) is None
        and not any(_DENIAL.search(word) or _TROUBLE.match(word.lower()) for word in _WORD.findall(words))
    )


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
