"""Tells answers that are nothing but a name, or the name of a thing: "It's under Mia Tran.", "Home Internet 200."."""

from __future__ import annotations

import re

from clew.journeys.facts.kinds.name import NAME_BEHIND
from clew.journeys.facts.prose import Sentence

#: An answer that is nothing but one thing is no longer than this.
_BARE = 120
#: What an answer begins with.
_AHEAD = (
    r"(?:[Ii]t'?s|[Ii]t is|[Ii]t(?:'d| would| should|'ll| will) be|[Ss]hould be|[Ss]ure|[Yy]es|[Oo]f course|[Cc]ertainly|[Oo]h|[Oo]k(?:ay)?|[Tt]hat(?:'?s|'d| is| would| should|'ll| will)(?: be)?|[Ii]'m|[Ii] am|[Tt]his is|[Hh]ere(?: you (?:go|are)| goes)?|"
    r"[Mm]y (?:full )?name\??|[Tt]he name\??|[Ll]ook (?:for|under|up)|[Ss]earch (?:for|under)|[Tt]ry|(?:[Rr]egistered |[Ff]iled |[Ll]isted |[Bb]ooked )?(?:under|to|as|for|by|in the name of|under the name(?: of)?)|registered|filed|listed|booked|in the name of|[Ii]'m (?:called|registered as|down as|listed as)|[Tt]hey call me|[Cc]all me|[Yy]ou(?:'ll| will| can| should)? (?:find|have|know|got) me (?:under|as|by)|[Yy]ou(?:'re| are) (?:speaking|talking|chatting|dealing) (?:with|to)|[Bb]elongs to|[Ii]ssued to|[Uu]nder|[Ff]or)"
)
_NAME = re.compile(
    rf"\W*(?:{_AHEAD}[:,.\u2026 ]+){{0,3}}"
    r"(?!Number |It's |It is |One |The |My |(?:[A-Z]+ ){2}[A-Z]+\b)(?P<value>[A-Z][^\W\d][\w'’-]*(?: (?:[A-Z]\.|[A-Z][^\W\d]+)){1,3}?)"
    rf"(?:{NAME_BEHIND}[^.!?]{{0,30}}|,? (?:of course|please|thanks|ok|okay|again|as (?:always|ever|before)|right|got (?:it|that)|yes|still)\b)?[.!?]?\s*$"
)
#: One that is nothing but the name of a thing.
_PHRASE = re.compile(
    r"\W*(?:(?:it'?s|it is|sure|yes|that'?s)[, ]+)*the (?![^.!?]*\d{4})(?!\w+ (?:number|code|id)\b)(?P<value>[a-z][\w'’+-]*(?: (?!is\b|was\b)[\w'’+-]+){0,4}?)[.!]?\s*$",
    re.IGNORECASE,
)


#: The same without "the", written like a name: "Home Internet 200."
_TITLE = re.compile(
    r"\W*(?:(?:[Ii]t'?s|[Ii]t is|[Ss]ure|[Yy]es|[Tt]hat'?s)[, ]+)*(?![^.!?]*\d{4})(?!\W*(?:It|It's|I|I'm|I've|Sure|Yes|That|The|No|My|Hi|Hello|Thanks|Thank|We|We're|We've|You|You're|He|She|They|Have|See|Talk|Take|Very|What|How|Why|Where|When|Who|Great|Good|Nice|Okay|Ok|Perfect|Bye|Please|Happy|Just|Not|Is|Are|Do|Does|Can|There|One|Speak|Cheers|Still|Here)\b(?!-))(?P<value>[A-Z][\w'’+-]*(?: (?:to |and |of )?[\w'’+-]+){0,4}?)[.!]?\s*$"
)


def bare_name(text: str, sentence: Sentence) -> re.Match[str] | None:
    """Return the name that a sentence is nothing but; its group ``value`` is the name."""
    return _NAME.match(text, sentence.start, sentence.end) if sentence.end - sentence.start <= _BARE else None


def bare_phrase(text: str, sentence: Sentence) -> re.Match[str] | None:
    """Return the name of a thing that a sentence is nothing but; its group ``value`` is the name."""
    if sentence.end - sentence.start > _BARE:
        return None
    return _PHRASE.match(text, sentence.start, sentence.end) or _TITLE.match(text, sentence.start, sentence.end)
