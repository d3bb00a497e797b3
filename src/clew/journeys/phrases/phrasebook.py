"""What was learnt of one language: how much each feature speaks for each thing that a sentence can do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from clew.journeys.facts.speech import Speaker
from clew.journeys.phrases.features import features_around, features_of

_FOLDER = files("clew.journeys.phrases")
#: Sentences that are kept in mind: desks and customers say the same ones again and again.
_REMEMBERED = 20_000
#: What is less likely than this isn't told.
_LEAST = 0.02

Weights = npt.NDArray[np.float32]


class Phrasebook:
    """Says what a sentence of a language does, and how likely that is; made once, used for many.

    ``kinds`` are named ``customer.problem``, ``company.asks.account`` …: only those of the speaker come into question.
    What a sum is in its sentence is named ``sum.amount_usual`` …, whether something is the customer's name
    ``name.somebody`` or ``name.nobody``.
    ``weights`` has a row a feature and a column a kind, ``bias`` a number a kind.
    """

    def __init__(self, kinds: tuple[str, ...], features: Iterable[str], weights: Weights, bias: Weights) -> None:
        """Keep what was learnt, apart by speaker."""
        self._places = {feature: place for place, feature in enumerate(features)}
        self._sides = {
            side: _Side(kinds, weights, bias, [at for at, kind in enumerate(kinds) if kind.startswith(side)])
            for side in ("customer", "company", "sum", "name")
        }
        self.kinds = kinds
        self._remembered = lru_cache(_REMEMBERED)(self._told)

    def told(self, sentence: str, speaker: Speaker, hints: frozenset[str] = frozenset()) -> Mapping[str, float]:
        """Return what a sentence does, with probabilities, the likeliest first; what is hardly possible is left out.

        ``hints`` are features that somebody else saw in it, such as what its grammar asks for.
        """
        return self._remembered(sentence, speaker, hints)

    def sum_told(self, sentence: str, start: int, end: int) -> Mapping[str, float]:
        """Return what the sum between two places of a sentence is, with probabilities, the likeliest first."""
        return self._sides["sum"].told(self._known(features_around(sentence, start, end)))

    def names_somebody(self, sentence: str, start: int, end: int, speaker: Speaker) -> float:
        """Return how likely what is written like a name between two places is the customer's."""
        around = [*features_around(sentence, start, end), f"={speaker}"]
        return self._sides["name"].told(self._known(around)).get("name.somebody", 0.0)

    def _told(self, sentence: str, speaker: Speaker, hints: frozenset[str]) -> Mapping[str, float]:
        return self._sides[speaker].told(self._known([*features_of(sentence), *sorted(hints)]))

    def _known(self, features: Iterable[str]) -> list[int]:
        return [place for each in features if (place := self._places.get(each)) is not None]


class _Side:
    """The kinds of one speaker."""

    def __init__(self, kinds: tuple[str, ...], weights: Weights, bias: Weights, columns: list[int]) -> None:
        self.names = [kinds[column] for column in columns]
        self.weights, self.bias = np.ascontiguousarray(weights[:, columns]), bias[columns]

    def told(self, places: list[int]) -> Mapping[str, float]:
        """Return the probabilities of what a sentence with the features at these places does."""
        scores = self.bias
        if places:
            scores = scores + self.weights[places].sum(axis=0) / np.sqrt(np.float32(len(places)))
        likely = np.exp(scores - scores.max())
        likely /= likely.sum()
        order = np.argsort(-likely)
        return {self.names[at]: float(likely[at]) for at in order if likely[at] >= _LEAST}


def known_phrasebooks() -> list[str]:
    """Return the names of the languages that there is a phrasebook of."""
    return sorted(each.name.removesuffix(".npz") for each in _FOLDER.iterdir() if each.name.endswith(".npz"))


@cache
def phrasebook(language: str) -> Phrasebook | None:
    """Return what was learnt of a language; None where nothing was."""
    if language not in known_phrasebooks():
        return None
    with (_FOLDER / f"{language}.npz").open("rb") as file, np.load(file, allow_pickle=False) as kept:
        weights = kept["weights"].astype(np.float32) * kept["scale"].astype(np.float32)
        features = str(kept["features"]).split("\n")
        return Phrasebook(tuple(str(kept["kinds"]).split("\n")), features, weights, kept["bias"].astype(np.float32))
