"""Knows what a sentence does, learnt from many ways of saying it: tells the problem, asks for news, promises an answer."""

from clew.journeys.phrases.features import features_around, features_of
from clew.journeys.phrases.names import names_in
from clew.journeys.phrases.phrasebook import Phrasebook, known_phrasebooks, phrasebook

__all__ = ["Phrasebook", "features_around", "features_of", "known_phrasebooks", "names_in", "phrasebook"]
