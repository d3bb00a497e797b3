"""Finds the variants that a person types a part of: ``phone``, or ``chat > phone`` for one directly after the other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from clew.app.view.paths.same_path import Variants


def matching(every: Variants, search: str) -> NDArray[np.bool_]:
    """Say of each variant whether it holds the words in this order, each directly after the one before; no word fits all.

    A word fits every title that has it anywhere, in capitals or small letters.
    """
    terms = [part.strip().casefold() for part in search.replace("→", ">").split(">")]
    terms = [term for term in terms if term]
    if not terms:
        return np.ones(len(every), dtype=bool)
    code, first = every.grouped.code, every.grouped.first
    titles = [title.casefold() for title in every.level.titles]
    fits = [np.array([term in title for title in titles], dtype=bool) for term in terms]
    variant = np.repeat(np.arange(len(every)), np.diff(first))
    last = len(code) - len(terms) + 1
    found = np.zeros(len(every), dtype=bool)
    if last <= 0 or not titles:
        return found
    hit = np.ones(last, dtype=bool)
    for place, fit in enumerate(fits):
        hit &= fit[code[place : place + last]]
    hit &= variant[:last] == variant[len(terms) - 1 :]
    found[variant[:last][hit]] = True
    return found
