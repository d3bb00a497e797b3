"""Sorts talks by what they are about, from their words alone."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.cluster.vq import kmeans2
from scipy.sparse.linalg import svds

Floats = NDArray[np.float64]

#: How many topics there are at least and at most, and how many talks the topics are found in.
FEWEST, MOST, LEARNT_FROM = 4, 40, 20_000
#: Directions that words are brought down to before they are sorted; rounds of sorting; words that stand for unseen ones.
DIRECTIONS, ROUNDS, SMOOTHING = 24, 20, 0.2
#: A talk's words aren't independent: its evidence counts at most as much as this many of them.
WORDS_THAT_COUNT = 14.0
#: Words that name nothing, however often they are said.
NAMELESS = frozenset(
    [
        "that",
        "this",
        "these",
        "those",
        "with",
        "without",
        "have",
        "haven",
        "having",
        "what",
        "when",
        "where",
        "which",
        "while",
        "whose",
        "from",
        "been",
        "being",
        "they",
        "them",
        "their",
        "there",
        "then",
        "than",
        "will",
        "would",
        "could",
        "couldn",
        "should",
        "shouldn",
        "does",
        "doesn",
        "didn",
        "hasn",
        "hadn",
        "isn",
        "wasn",
        "aren",
        "weren",
        "don",
        "won",
        "your",
        "yours",
        "you",
        "about",
        "after",
        "again",
        "already",
        "also",
        "another",
        "anything",
        "before",
        "because",
        "better",
        "call",
        "customer",
        "agent",
        "else",
        "even",
        "every",
        "everything",
        "first",
        "get",
        "give",
        "going",
        "good",
        "hello",
        "here",
        "into",
        "just",
        "know",
        "like",
        "look",
        "made",
        "make",
        "many",
        "more",
        "most",
        "much",
        "must",
        "need",
        "never",
        "nothing",
        "now",
        "only",
        "other",
        "ours",
        "over",
        "please",
        "really",
        "regards",
        "said",
        "same",
        "say",
        "something",
        "still",
        "such",
        "sure",
        "take",
        "tell",
        "thank",
        "thanks",
        "thing",
        "things",
        "time",
        "today",
        "tried",
        "under",
        "until",
        "very",
        "want",
        "well",
        "went",
        "were",
        "who",
        "why",
        "yes",
        "yesterday",
    ]
)
#: Fewer talks with words than this have no topics.
ENOUGH_TALKS = 30
#: So do talks of fewer different words; and how many words name a topic.
ENOUGH_WORDS, NAMING = 8, 3
#: A word names a topic where so many talks hold it: names of people don't.
NAMING_TALKS = 10


@dataclass(frozen=True)
class Topics:
    """Topics as distributions of words: how often each occurs, the log chance of each word in each (words x topics), their names."""

    share: Floats
    weights: Floats
    names: tuple[str, ...]

    def of(self, words: sparse.csr_matrix) -> Floats:
        """Return how likely each talk is about each topic (talks x topics; rows sum to 1); what is wordless may be about any."""
        found = np.tile(self.share, (words.shape[0], 1))
        worded = np.diff(words.indptr) > 0
        if worded.any() and self.share.size > 1:
            found[worded] = _posterior(sparse.csr_matrix(words[np.flatnonzero(worded)]), self.share, self.weights)
        return found


def topics_of(words: sparse.csr_matrix, vocabulary: Sequence[str]) -> Topics:
    """Find topics in what talks hold (talks x words, ones) by sorting them and weighing words until nothing moves.

    A mixture of word distributions (naive Bayes, expectation maximisation: Nigam et al. 2000), begun from clusters of the
    talks' latent directions. Everything is drawn with fixed seeds: the same talks give the same topics. One topic without a
    name where there is too little to learn from.
    """
    worded = np.flatnonzero(np.diff(words.indptr) > 0)
    if worded.size < ENOUGH_TALKS or len(vocabulary) < ENOUGH_WORDS:
        return Topics(np.ones(1), np.zeros((len(vocabulary), 1)), ("",))
    learnt = worded if worded.size <= LEARNT_FROM else worded[:: worded.size // LEARNT_FROM + 1]
    sample = sparse.csr_matrix(words[learnt])
    likely = _begun(sample)
    for _ in range(ROUNDS):
        share, weights = _weighed(sample, likely)
        likely = _posterior(sample, share, weights)
    share, weights = _weighed(sample, likely)
    held = np.asarray(words.sum(axis=0)).ravel()
    return Topics(share, weights, _names(share, weights, vocabulary, held))


def _names(share: Floats, weights: Floats, vocabulary: Sequence[str], held: Floats) -> tuple[str, ...]:
    """Name each topic by the words that tell most of it: frequent there, and more so than elsewhere; never by one seldom said."""
    often = np.exp(weights)
    telling = often * (weights - np.log(often @ share)[:, None])
    telling[held < NAMING_TALKS] = -np.inf
    telling[
        [place for place, word in enumerate(vocabulary) if word in NAMELESS or (len(word) < 4 and word.isascii())]
    ] = -np.inf
    best = np.argsort(-telling, axis=0, kind="stable")[:NAMING]
    return tuple(", ".join(vocabulary[word] for word in best[:, topic]) for topic in range(share.size))


def _begun(sample: sparse.csr_matrix) -> Floats:
    found = sample.shape[0]
    count = int(np.clip(np.sqrt(found / 8), FEWEST, MOST))
    directions = min(DIRECTIONS, min(sample.shape) - 1)
    held = np.asarray(sample.sum(axis=0)).ravel()
    weighted = sample @ sparse.diags(np.log((1 + found) / (1 + held)))
    lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    weighted = sparse.diags(1 / np.where(lengths > 0, lengths, 1)) @ weighted
    start = np.ones(min(weighted.shape))
    left, strength, _ = svds(weighted.astype(np.float64), k=directions, v0=start)
    places = left * strength
    norms = np.linalg.norm(places, axis=1, keepdims=True)
    places = places / np.where(norms > 0, norms, 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # fewer kinds of talk than topics: some stay empty
        _, sorted_into = kmeans2(places, count, iter=30, minit="++", rng=np.random.default_rng(7))
    likely = np.full((found, count), 0.1 / count)
    likely[np.arange(found), sorted_into] += 0.9
    return likely


def _weighed(sample: sparse.csr_matrix, likely: Floats) -> tuple[Floats, Floats]:
    share = (likely.sum(axis=0) + 1) / (likely.sum() + likely.shape[1])
    counted = np.asarray(sample.T @ likely) + SMOOTHING
    return share, np.log(counted / counted.sum(axis=0))


def _posterior(sample: sparse.csr_matrix, share: Floats, weights: Floats) -> Floats:
    size = np.diff(sample.indptr).astype(np.float64)
    tempered = np.minimum(1.0, WORDS_THAT_COUNT / np.maximum(size, 1))[:, None]
    score = np.asarray(sample @ weights) * tempered + np.log(share)
    score -= score.max(axis=1, keepdims=True)
    likely = np.exp(score)
    return likely / likely.sum(axis=1, keepdims=True)
