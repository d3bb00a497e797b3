"""Learns what a sentence does from its features: a regression with one weight for each feature and kind (softmax, L2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import optimize, sparse

from tools.phrase_wordings import Example

#: How strongly weights are held small; kinds with many wordings count for less, by this power of how many.
HOLD, EVEN = 0.02, 0.5
#: A feature that stands in fewer sentences tells nothing.
LEAST = 2
#: So many steps are climbed at most.
STEPS = 60
Matrix = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Fit:
    """What was learnt: a row a feature, a column a kind."""

    kinds: list[str]
    features: list[str]
    weights: Matrix
    bias: Matrix


def fit(examples: Sequence[Example], hold: float = HOLD, even: float = EVEN) -> Fit:
    """Learn from the sentences of one speaker."""
    kinds = sorted({each.kind for each in examples})
    counted = Counter(feature for each in examples for feature in each.features)
    features = sorted(feature for feature, count in counted.items() if count >= LEAST)
    table = table_of([each.features for each in examples], features)
    column = {kind: at for at, kind in enumerate(kinds)}
    named = np.array([column[each.kind] for each in examples])
    alone = np.array([each.weight for each in examples], np.float64)
    weight: npt.NDArray[np.float64] = alone * np.bincount(named, alone)[named] ** -even
    wanted = np.zeros((len(examples), len(kinds)), np.float32)
    wanted[np.arange(len(examples)), named] = 1
    weights, bias = _climb(table, wanted, weight, hold)
    return Fit(kinds, features, weights, bias)


def table_of(sentences: Sequence[Sequence[str]], features: Sequence[str]) -> sparse.csr_matrix:
    """Return a row a sentence and a column a feature: 1 / sqrt(how many known features it has) where it has it."""
    place = {feature: at for at, feature in enumerate(features)}
    columns: list[int] = []
    ends = [0]
    for sentence in sentences:
        columns += [place[each] for each in sentence if each in place]
        ends.append(len(columns))
    count = np.diff(ends)
    values = np.repeat(1 / np.sqrt(np.maximum(count, 1)), count).astype(np.float32)
    return sparse.csr_matrix((values, columns, ends), shape=(len(sentences), len(features)))


def _likely(table: sparse.csr_matrix, weights: Matrix, bias: Matrix) -> Matrix:
    scores = table @ weights + bias
    likely = np.exp(scores - scores.max(axis=1, keepdims=True))
    return likely / likely.sum(axis=1, keepdims=True)


def _climb(
    table: sparse.csr_matrix, wanted: Matrix, weight: npt.NDArray[np.float64], hold: float
) -> tuple[Matrix, Matrix]:
    rows, kinds = wanted.shape
    size = table.shape[1] * kinds
    share = (weight / weight.sum()).astype(np.float32)[:, None]
    hold = hold / rows
    across = table.T.tocsr()

    def step(flat: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        weights = flat[:size].reshape(-1, kinds).astype(np.float32)
        likely = _likely(table, weights, flat[size:].astype(np.float32))
        loss = -float((share * wanted * np.log(likely + 1e-9)).sum()) + hold / 2 * float((weights * weights).sum())
        slope = share * (likely - wanted)
        return loss, np.concatenate([(across @ slope + hold * weights).ravel(), slope.sum(axis=0)]).astype(float)

    found = optimize.minimize(step, np.zeros(size + kinds), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return found.x[:size].reshape(-1, kinds).astype(np.float32), found.x[size:].astype(np.float32)
