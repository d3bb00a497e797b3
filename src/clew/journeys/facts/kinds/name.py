"""The customer's full name, as they give it or sign with it."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

#: What says of the words before that they are somebody's name.
NAME_BEHIND = r"(?:,? (?:here|speaking|calling|writing)\b|,? (?:is|was) (?:the|my) (?:full |account |registered )?name\b|,? (?:is|'s) (?:what|how) (?:i'm|I'm|it's|they|you)\b|,? (?:it is|that's me|that is me|by name|at your service|if you must know)\b|,? (?:same )?as (?:on|in|per|it says|it's|stated|printed|written|shown|before|registered|always|above)\b|, (?:hi|hello|hey|good (?:morning|day|afternoon|evening))\b)"
_NAME = r"(?P<value>(?!(?:It|That|The|We|You|They|He|She|What|Who|Why|How|Is|Are|My|Your|Our|Hello|Thanks|Thank|Please|Sorry|Yes|No|Hi|This)\b)[A-Z][\w'’-]+(?: (?:[A-Z]\.|de|van|von|der|del|da|di|la|le|bin|al))*(?: [A-Z][\w'’-]+){1,2})"

KIND = FactKind(
    name="name",
    title="name",
    locales={
        "en": Locale(
            words="name names surname who whom whose called call introduce first spell address are",
            others=r"\b(?:(?!(?:account|holder|customer|patient|caller|passenger|contract|policy|what|who|cardholder)['’])\w+['’]s|his|her|their|its|hosts?|guests?|childs?|bank|apartment|hotel|restaurant|street|company|pets?|product|brand|doctors?|venue|user|file|plan|item|maiden|"
            r"manufacturer|city|town|school|wifes?|husbands?|friends?|domain|network|device|team|event|file ?|business|building)\s$",
            nouns=r"\b(?:full |first and (?:last|family|second) |whole |complete |sur|last |family |first |middle |given |second )?name(?:s)?\b(?! (?:of (?:the|your|a|an|this|that) (?:pet|child|host|lock|guest|restaurant|hotel|street|\w+ (?:pet|guest))\b|of (?:the|your) (?!account|policy|patient|booking|contract|cardholder|caller|customer|passenger|person)|is (?!it\b|under\b|on\b)(?:[A-Z]|\w)))(?<!product name)(?<!user name)(?<!plan name)(?<!item name)(?<!company name)|\bfirst and last\b|\bsurname\b|\bwho (?:you are|i'?m (?:dealing|speaking|talking|chatting) (?:with|to)|i am (?:dealing|speaking|talking|chatting) (?:with|to))\b",
            asks=r"\b(?:(?:with|to) )?who(?:m)? (?:am i|do i have|have i|are you(?! (?:meeting|seeing|going|travelling|traveling|flying|with|visiting|staying))|is (?:this|calling|speaking|it|that|there)|i'?m|might you|have we|do we have|are we|would this be)\b[^.?]*|\bwho(?:'s|’s| is| am i)?\b[^.?]{0,20}\b(?:on the (?:line|phone|other end)|calling|writing|there|this|pleasure|account holder|the contract with|the patient|the customer|placed by)\b|"
            r"\bwho was the (?:order|booking|reservation) (?:placed|made) by\b|\bwhose (?:account|name|booking|contract|order) is (?:it|this)\b|\bwhat (?:should|may|can|do|shall|could) (?:i|we|they|people) call you\b|\b(?:under|in) (?:whose|what|which) name\b|\b(?:and )?(?:you are|who might you be)\?|\bhow (?:are you called|do (?:you|i) spell (?:that|it|your name)|should i address|(?:may|can|shall|do) i address)\b|\bwhat(?:'s| is| are) (?:you|the patient|the customer|the account holder) called\b|\bintroduce yourself\b|\bwho you are\b|\bwho (?:i'?m|i am) (?:speaking|talking|dealing|chatting)\b|\b(?:what|which|whose) name\b",
            said=(
                rf"(?:[Mm]y (?:full )?name(?:'s| is)|(?:(?<![\w'’)] )(?<!\S)|(?<=[Hh]i )|(?<=ello ))(?:[Tt]his is|I'm|I am)|[Nn]ame:|[Tt]he name is) {_NAME}(?=$|[.,;!\s])",
                rf"(?<![\w'’)] )(?<!\S){_NAME}(?={NAME_BEHIND})",
                rf"(?:[Rr]egistered (?:to|under|as|in the name of)|[Ii]n the name of|[Uu]nder the name(?: of)?|[Ff]iled under|[Ll]isted (?:as|under)) {_NAME}(?=$|[.,;!\s])",
                rf"(?:^|\n)(?:[A-Z][\w ]{{1,40}}|[Yy]ours|[Cc]heers),?\n(?:- )?{_NAME}\s*$",
                rf"\n[ \t]*(?:- )?{_NAME}\s*$",
            ),
            said_by_company=(
                rf"(?<!'re )(?<!’re )(?<!are )(?:[Ss]peaking|[Dd]ealing|[Tt]alking) (?:with|to) {_NAME}(?=$|[.,;!\s])",
                rf"(?:[Tt]hank you|[Tt]hanks|[Ff]ile here|[Gg]ot you|[Ff]ound you), {_NAME}(?=$|[.,;!])",
            ),
        ),
        "de": Locale(
            words="name namen nachname nachnamen vorname wer wem heißen",
            nouns=r"\b(?:vor-? und )?(?:nach|vor|familien)?namen?\b",
            asks=r"\bmit wem (?:spreche|habe|rede|schreibe)\b[^?.]*|\bwie heißen sie\b|\bwer sind sie\b|\bwie ist ihr name\b",
        ),
        "fr": Locale(
            words="nom noms prénom qui appelez",
            nouns=r"\b(?:pré)?noms?\b(?! (?:de la|du|d'))",
            asks=r"\bà qui (?:ai-je|est-ce que)\b[^?.]*|\bcomment vous appelez-vous\b|\bqui êtes-vous\b",
        ),
        "es": Locale(
            words="nombre apellido apellidos quién quien llama",
            nouns=r"\b(?:nombre|apellidos?)\b(?! de (?:la|el|su))",
            asks=r"\b(?:con )?quién (?:hablo|tengo|es usted|llama)\b[^?.]*|\bcómo se llama(?: usted)?\b",
        ),
    },
    source="own; what service desks ask for",
    identifies=True,
)
