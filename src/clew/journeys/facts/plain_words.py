"""Words that name nobody and nothing: those with which sentences are built and questions asked, by language."""

from __future__ import annotations

from functools import cache

from clew.journeys.facts.read import known_kinds

_BUILDING = (
    # English
    "a an the and or but if so to of in on at by for from with about as is are was were be been am do does did have has had "
    "can could may might shall should will would must i me my we us our you your it its this that these those what which who whom "
    "whose where when why how please kindly thanks thank hello hi hey good morning afternoon evening ok okay yes no not sorry sure great "
    "perfect also just now then next first before again one more any anything some there here let tell give send need want know see "
    "provide confirm enter type share spell say read check",
    # German
    "der die das den dem des ein eine einen einer und oder aber wenn zu von im bei für mit über als ist sind war sein haben hat hatte kann "
    "können könnten könnte darf dürfen dürfte soll sollte wird werden würde würden muss ich mir mich wir uns unser sie ihr ihre ihren ihrem "
    "ihrer ihnen du dein deine es welche welcher welches welchen was wer wem wo wann warum wie bitte danke hallo guten ja nein nicht auch "
    "noch nur nun dann zuerst vor nochmal bräuchte bräuchten brauche brauchen benötige benötigen nennen geben sagen teilen bestätigen",
    # French
    "le la les un une des et ou mais si de du à en sur par pour avec est sont avez avoir peut pouvez pourriez puis puis-je je nous vous "
    "votre vos il elle ce cette ces quel quelle quels quelles qui que quoi où quand comment pourquoi merci bonjour oui non pas aussi "
    "encore veuillez donner indiquer confirmer dire auriez",
    # Spanish
    "el los las un una y o pero del por para con es son tiene tener puede podría me nos su sus usted lo ese esta este qué cuál cuáles "
    "quién dónde cuándo cómo gracias hola sí también favor dar decir indicar confirmar necesito necesitamos",
)


@cache
def plain_words() -> frozenset[str]:
    """Return such words in small letters: of all languages, and the nouns of German, French and Spanish that name a kind of fact.

    English writes nouns small, so that a capital there tells a name; German doesn't.
    """
    nouns = (
        locale.words.split()
        for kind in known_kinds().values()
        for language, locale in kind.locales.items()
        if language != "en"
    )
    return frozenset(word for line in _BUILDING for word in line.split()).union(*nouns)
