"""Learns from talks of one customer soon after one another which topics and which labels go on with each other."""

from __future__ import annotations

import numpy as np

from clew.journeys.issues.talks import Floats, Ints

#: How many chance pairs each topic and each label begins with: little that was seen says little.
TOPIC_TRUST, LABEL_TRUST = 20.0, 4.0


def topic_affinity(share: Floats, first: Floats, second: Floats) -> Floats:
    """Return how much more often than by chance each topic goes on with each other one (topics x topics; 1 = by chance).

    ``first`` and ``second`` say what talks of one customer soon after one another are about (pairs x topics).
    """
    return _lift(first.T @ second, share, TOPIC_TRUST)


def label_affinity(label: Ints, first: Ints, second: Ints) -> Floats:
    """Return the same for the sources' labels (labels x labels), of which each talk has at most one (-1 = none)."""
    count = int(label.max(initial=-1)) + 1
    if not count:
        return np.ones((0, 0))
    named = label[label >= 0]
    both = (label[first] >= 0) & (label[second] >= 0)
    together = np.zeros((count, count))
    np.add.at(together, (label[first[both]], label[second[both]]), 1.0)
    return _lift(together, np.bincount(named, minlength=count) / named.size, LABEL_TRUST)


def _lift(together: Floats, share: Floats, trust: float) -> Floats:
    """Return seen pairs over pairs expected by chance; before anything is seen, each goes on with itself half of the time."""
    begun = 0.5 * np.outer(share, share) + 0.5 * np.diag(share)
    together = together + together.T + trust * share.size * begun
    often = together.sum(axis=0) / together.sum()
    return together / np.maximum(together.sum() * np.outer(often, often), 1e-12)
