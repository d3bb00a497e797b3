"""What people do by words: customers who ask for news or give up, desks that send elsewhere, settle, or leave things open."""

from clew.journeys.acts.act import Locale, SpeechAct, Way
from clew.journeys.acts.read import ActReader, Done, known_acts

__all__ = ["ActReader", "Done", "Locale", "SpeechAct", "Way", "known_acts"]
