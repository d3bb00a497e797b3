"""Reads the files that people have: finds them, unpacks them, and gives their rows as text, with every bad row accounted for."""

from clew.channels.reading.contract import BATCH_ROWS, BadRow, Format, InputFile, Limits, RawTable, Reading
from clew.channels.reading.discover import Discovery, Refused, discover
from clew.channels.reading.opening import open_table

__all__ = [
    "BATCH_ROWS",
    "BadRow",
    "Discovery",
    "Format",
    "InputFile",
    "Limits",
    "RawTable",
    "Reading",
    "Refused",
    "discover",
    "open_table",
]
