"""The scoreboard: how well any system rebuilds a simulated company's truth from the exports alone."""

from clew.simulator.score.read_tables import Tables, read_submission, read_truth, tables_of
from clew.simulator.score.row import Measure, Row
from clew.simulator.score.scoreboard import Board, Section, score
from clew.simulator.score.submission import SUBMISSION

__all__ = [
    "SUBMISSION",
    "Board",
    "Measure",
    "Row",
    "Section",
    "Tables",
    "read_submission",
    "read_truth",
    "score",
    "tables_of",
]
