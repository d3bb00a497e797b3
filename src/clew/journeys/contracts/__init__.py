"""Whether handoffs keep the contracts that a company made for them; the same rules over history and for one just now."""

from clew.journeys.contracts.judge import HANDOFF_NOW, judged, terms_of, watched
from clew.journeys.contracts.kept import Kept, kept
from clew.journeys.contracts.term import Term, known_terms

__all__ = ["HANDOFF_NOW", "Kept", "Term", "judged", "kept", "known_terms", "terms_of", "watched"]
