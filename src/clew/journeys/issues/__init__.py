"""Finds out what each conversation is about and which earlier one it goes on with, where no case number says so."""

from clew.journeys.issues.bound import LIKELIER, write_bound_by_talk
from clew.journeys.issues.model import write_model
from clew.journeys.issues.topics import ENOUGH_TALKS

__all__ = ["ENOUGH_TALKS", "LIKELIER", "write_bound_by_talk", "write_model"]
