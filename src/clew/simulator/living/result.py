"""How a stay at a desk ends for the customer."""

from __future__ import annotations

from typing import Literal, NamedTuple

Ending = Literal["settled", "passed", "sent", "review", "nowhere", "abandoned"]


class Result(NamedTuple):
    """``passed`` = handed over directly to the desk ``to``, ``sent`` = told to turn there, ``nowhere`` = left to themselves."""

    ending: Ending
    to: str = ""


SETTLED = Result("settled")
NOWHERE = Result("nowhere")
ABANDONED = Result("abandoned")
REVIEW = Result("review", "back_office")
