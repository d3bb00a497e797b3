"""What people do by saying it: asks for news, hands over, settles. One act a file in ``kinds``, by the phrases that do it."""

from clew.journeys.acts.act import SpeechAct
from clew.journeys.acts.read import ActReader, Done, known_acts

__all__ = ["ActReader", "Done", "SpeechAct", "known_acts"]
