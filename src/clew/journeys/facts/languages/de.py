"""How German asks for things: a first form, for what is asked for most."""

from __future__ import annotations

from clew.journeys.facts.language import Language, words

_SOFT = r"(?:\s+(?:mir|uns|bitte|noch|kurz|mal|nochmal|auch|einmal|vielleicht))*"

LANGUAGE = Language(
    name="de",
    leads=rf"(?:\b(?:nennen|geben|sagen|schicken|senden|teilen|bestätigen|tippen|verraten|schreiben|buchstabieren|wiederholen)\s+sie\b{_SOFT}(?:\s+ein)?|"
    rf"\b(?:nenn|gib|sag|schick|schreib|verrat)e?\b{_SOFT}|\b(?:können|könnten|könntest|kannst|würden|würdest)\s+(?:sie|du)\b{_SOFT}|"
    rf"\b(?:darf|dürfte|kann|könnte|dürfen|dürften|können|könnten)\s+(?:ich|wir)\b{_SOFT}(?:\s+(?:um|nach))?|"
    rf"\b(?:brauche|bräuchte|benötige|brauchen|bräuchten|benötigen)\s+(?:ich|wir)\b{_SOFT}|\b(?:ich|wir)\s+(?:brauche|bräuchte|benötige|brauchen|bräuchten|benötigen|bitte um)\b{_SOFT}|"
    rf"\b(?:mir|uns)\s+fehlt\b{_SOFT}|\bfehlt\s+(?:mir|uns)\b{_SOFT}|\bohne\b|\bhaben\s+sie\b{_SOFT}|\bhätten\s+sie\b{_SOFT})",
    wonders=r"\b(?:wie (?:lautet|ist|war|heißt)|was ist|welche[rsnm]?|unter welche[rm]|an welche|auf welche[rm]?)\b",
    between=r"in|auf|an|mit|bei|über|ob|wenn|weil|dass|zu|zur|zum|nicht|kein|keine|keinen|prüfen|ansehen|unsere?n?|fragen?|probleme?|helfen",
    telling=r"\b(?:sagen|nennen|wissen|schreiben|verraten|mitteilen|erklären|brauche)\b[^.?!]{0,20},?\s*$",
    own=r"\b(?:ich|wir)\s+(?:habe|haben|sehe|sehen|werde|werden|weiß|wissen|kann|können)\b",
    offers=r"\b(?:soll|sollen|darf|kann)\s+(?:ich|wir)\s+(?:ihnen|dir|sie|dich)\b|\b(?:möchten|wollen)\s+sie\b",
    refusals=r"\b(?:nie|niemals|nicht|kein\w*)\b[^.?!]{0,25}$|\bdanke für\b",
    fillers=r"(?:und|dann|noch|bitte|ihre?n?|deine?n?|die|der|den|das|nun|jetzt|zuerst|zunächst|danke|vielen dank|gut|ok|nur|als nächstes)",
    naming=r"\b(?:nennen sie|gib|angeben)",
    endings=r"(?:bitte|noch|nochmal|noch einmal|danke|jetzt)",
    wanted=r"\W+(?:brauche ich|brauchen wir|benötige ich|benötigen wir|fehlt (?:mir|uns|noch)|wäre (?:hilfreich|gut)|bitte)",
    urges=r"\?|:\W*$|\bbitte\b|^\W*(?:und|dann|noch)\b",
    states=r"\W*(?:ist|sind|war|wurde|wurden|haben|hat|wird|kommt|stimmt)\b",
    words_of_question=r"\b(?:wie|was|wer|wem|wann|wo|welche\w*|unter|mit wem|seit wann|auf welche\w*|an welche\w*)\b",
    checks=r"\bbestätigen\b|\bsicherheit\w*|\bverifizier\w*|\bidentität\b|\büberprüf\w*|\bdatenschutz\w*|\bsicherzugehen\b|\babgleich\w*",
    words=words(
        "nummer danke hallo wem wann nennen wo was bin der die das und ist nicht ich sie mir mein meine meiner bitte wir haben ein eine für mit auf den zu ihr ihre ihren wie können von im war noch uns welche wann"
    ),
)
