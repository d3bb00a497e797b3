"""How Spanish asks for things: a first form, for what is asked for most."""

from __future__ import annotations

from clew.journeys.facts.language import Language, words

LANGUAGE = Language(
    name="es",
    leads=r"(?:\b(?:puede|podría|puedes|podrías|podria)\b(?:\s+usted)?(?:\s+(?:dar|indicar|decir|facilitar|confirmar|enviar|proporcionar|deletrear|repetir)(?:me|nos)?)?|\b(?:me|nos) (?:puede|podría|puedes|podrías|da|dice|indica|facilita|confirma)(?:\s+\w+r)?\b|"
    r"\b(?:dígame|digame|dime|deme|dame|indíqueme|indique|facilíteme|confirme|escriba|introduzca|envíe|envíenos|envíeme|proporcione|deje|teclee)\b|\b(?:necesito|necesitamos|necesitaría|necesitaríamos|me falta|nos falta|me hace falta|me haría falta)\b(?:\s+saber)?|"
    r"\b(?:puedo|podría|podemos) (?:tener|saber|pedirle|pedir|anotar)\b|\bsin\b|\btiene\b(?: usted)?|\bpor favor,?(?:\s+\w+e)?)",
    wonders=r"(?:\b(?:cuál|cual|qué|que) (?:es|era|son|fue)\b|\b(?:cuál|qué)\b)",
    between=r"en|con|por(?! favor)|si|cuando|porque|que|revisar|comprobar|nuestro|nuestra|problema|pregunta|ayudar|no",
    telling=r"\b(?:dígame|dime|decirme|saber|indicarme|indíqueme|necesito saber)\s*$",
    own=r"\b(?:he|hemos|voy|vamos|veo|vemos|puedo ver|tengo|tenemos|le he|le hemos)\b",
    offers=r"\b(?:quiere|desea|prefiere|le gustaría)\b|\b(?:puedo|podemos) (?:ayudar|enviar)\w*",
    refusals=r"\b(?:no|nunca|jamás)\s+(?:\w+\s+){0,2}(?:comparta|envíe|necesita|hace falta|escriba|responda)\b|\bgracias por\b",
    fillers=r"(?:y|luego|ahora|primero|gracias|su|tu|el|la|los|por favor|bien|vale|muy bien|después|solo|también)",
    naming=r"\b(?:indique|dígame)",
    endings=r"(?:por favor|gracias|otra vez|también)",
    wanted=r"\W+(?:por favor|(?:me|nos) (?:falta|ayudaría)|es (?:necesari[oa]|obligatori[oa]))",
    urges=r"\?|:\W*$|\bpor favor\b|^\W*(?:y|luego)\b",
    states=r"\W*(?:es|son|era|fue|está|están|ha|han|será)\b",
    words_of_question=r"\b(?:cuál|cual|qué|que|quién|quien|cuándo|cuando|dónde|donde|cómo|como|con quién|con quien|a qué|a nombre de quién|desde cuándo|en qué)\b",
    checks=r"\bconfirm\w*|\bseguridad\b|\bverific\w*|\bidentidad\b|\bcomprobar que es\b|\bprotección de datos\b",
    words=words(
        "quién cuándo dónde fue eso hablo indique dígame gracias hola el la los las y es no mi su usted por favor un una para con de que cuál número tiene tengo me se lo en está gracias puede del qué"
    ),
)
