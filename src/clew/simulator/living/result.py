"""How a stay at a desk ends for the customer."""

from __future__ import annotations

from typing import Literal, NamedTuple

Ending = Literal["settled", "passed", "sent", "review", "nowhere", "abandoned"]


class Result(NamedTuple):
    """How it ends, and the desk ``to`` go on at ('' = none).

    ``passed`` = handed over directly, ``sent`` = told to turn there, ``review`` = the back office looks into it,
    ``nowhere`` = left to themselves, ``abandoned`` = nobody answered in time.
    """

    ending: Ending
    to: str = ""


SETTLED = Result("settled")
NOWHERE = Result("nowhere")
ABANDONED = Result("abandoned")
REVIEW = Result("review", "back_office")
