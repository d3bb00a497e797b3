"""How French asks for things: a first form, for what is asked for most."""

from __future__ import annotations

from clew.journeys.facts.language import Language, words

LANGUAGE = Language(
    name="fr",
    leads=r"(?:\b(?:pouvez|pourriez|peux|pourrais)[- ](?:vous|tu)\b(?:\s+(?:me|nous|m'))?(?:\s*(?:donner|indiquer|communiquer|préciser|envoyer|confirmer|rappeler|épeler|dire|fournir))?|"
    r"\b(?:donnez|indiquez|communiquez|précisez|envoyez|confirmez|rappelez|épelez|saisissez|entrez|tapez|fournissez|laissez)\b(?:-(?:moi|nous))?|\b(?:puis-je|pourrais-je|est-ce que je peux|peut-on|pouvons-nous)\b(?:\s+(?:avoir|connaître|vous demander|prendre|noter))?|"
    r"\b(?:j'ai|j'aurais|nous avons|nous aurions|on a) (?:encore )?besoin (?:de|d')|\bil (?:me|nous) (?:faut|faudrait|manque)\b|\bveuillez\b(?:\s+(?:me|nous))?(?:\s+\w+er)?|\bsans\b|\bavez-vous\b|\bmerci de (?:me |nous )?\w+(?:er|re|ir)\b)",
    wonders=r"\b(?:quel(?:le)?s? (?:est|était|sont)|quel(?:le)?s?|à quel(?:le)?|sous quel(?:le)?|c'est quoi)",
    between=r"dans|sur|par|avec|si|quand|parce|que|pour(?! (?:moi|nous))|vérifier|regarder|notre|nos|problème|question|aider|pas",
    telling=r"\b(?:dire|dites-moi|savoir|préciser|indiquer|indiquez-moi|précisez)\s*$",
    own=r"\b(?:je|j'|nous|on)\s*(?:ai|avons|vais|allons|vois|voyons|sais|peux|vous ai)\b",
    offers=r"\b(?:souhaitez|voulez|voudriez)-vous\b|\b(?:puis-je|pouvons-nous|peut-on) vous (?!demander)",
    refusals=r"\b(?:ne|n')\s*\w+\s+(?:pas|jamais|plus)\b|\bjamais\b|\bmerci pour\b",
    fillers=r"(?:et|puis|ensuite|maintenant|d'abord|merci|votre|vos|ton|le|la|les|l'|s'il vous plaît|bien|d'accord|enfin|juste)",
    naming=r"\b(?:indiquez|précisez)",
    endings=r"(?:s'il vous plaît|s'il te plaît|svp|merci|encore)",
    wanted=r"\W+(?:s'il vous plaît|svp|(?:me|nous) (?:manque|serait utile)|est (?:nécessaire|requis))",
    urges=r"\?|:\W*$|\bs'il (?:vous|te) plaît\b|\bsvp\b|^\W*(?:et|puis|ensuite)\b",
    states=r"\W*(?:est|sont|était|a été|ont|sera)\b",
    words_of_question=r"\b(?:quel(?:le)?s?|qui|quand|où|comment|à qui|à quel(?:le)?|sous quel(?:le)?|depuis quand|c'est quoi)\b",
    checks=r"\bconfirm\w*|\bsécurité\b|\bvérifi\w*|\bidentité\b|\bconfidentialité\b",
    words=words(
        "veuillez indiquer donner numéro bonjour merci honneur quand où le la les et est pas je vous mon ma mes votre vos nous avez une un pour avec plaît quel quelle du des sur ai suis que qui ce dans pouvez"
    ),
)
