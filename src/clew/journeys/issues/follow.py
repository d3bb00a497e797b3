"""Follows each customer from talk to talk and says which earlier one each goes on with, or that it begins something new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.journeys.issues.talks import LOOK, NOTICE, RATING, Floats, Ints, Talks
from clew.journeys.reason import ABOUT_THE_SAME, BEGINS_ANEW, CASE_REFERENCE, SAID_SO, SAME_NUMBER, SOON_AFTER

DAY_US = 86_400_000_000
#: Journeys of one customer that are open at a time; the one that was silent for longest makes room.
OPEN = 6
#: Customers that are followed at a time.
AT_ONCE = 50_000


@dataclass(frozen=True)
class Weights:
    """What speaks for going on with an earlier talk, as log odds; fitted on simulated companies, see docs/adr/0010-issues.md."""

    #: For going on at once, and how it falls with each doubling of the days since.
    near: float = 3.4
    each_day: float = 1.3
    #: Who looks around, hears from the company, rates it, searches for help, or is in contact (by a talk's nature, from 1).
    nature: tuple[float, ...] = (0.0, -1.5, 0.2, 0.0, -0.2, 0.0)
    #: It has a case number, which the journey hasn't.
    cased: float = -1.7
    #: So far the customer only looked around.
    looked: float = -1.5
    #: The matter had been settled; and how much less words say then of whether it goes on.
    settled: float = -2.0
    fading: float = 0.55
    #: For each journey that is unsettled and went on later than this one.
    later: float = -1.0
    #: The same number of an order or bill was named; only other ones were.
    shared: float = 4.4
    other: float = -3.2
    #: The customer says that they were here before, or asks for news; that it is back; that it is back where it had been settled.
    refers: float = 0.2
    back: float = 0.3
    back_again: float = 2.5
    #: What words say counts so much.
    topic: float = 1.3
    #: Words count at most this much for and against.
    most: float = 4.0
    least: float = -4.0
    #: So do the source's own labels.
    label_most: float = 2.0
    label_least: float = -2.0
    #: From here on words, not nearness, are the reason.
    telling: float = 0.7


@dataclass(frozen=True)
class Evidence:
    """What is known of each talk beside when it was.

    ``about`` (talks x topics) is how likely it is about each topic, ``wordless`` says that nothing is known, ``leads`` (talks x
    topics) how much likelier than by chance what goes on with it is about each; ``numbers`` (talks x a few) are codes of
    orders and bills named in it, -1 for none; ``refers`` says that the customer speaks of an earlier talk, ``back`` that the
    matter has come back.
    """

    about: NDArray[np.float32]
    wordless: NDArray[np.bool_]
    leads: NDArray[np.float32]
    numbers: Ints
    refers: NDArray[np.bool_]
    back: NDArray[np.bool_]
    labels: Floats


@dataclass(frozen=True)
class Followed:
    """Of each talk: the place of its journey's first talk, why it is there (a code of REASONS), and how likely that is."""

    journey: Ints
    reason: Ints
    probability: Floats


def follow(
    talks: Talks, evidence: Evidence, gap_us: int, resolved: int, likelier: float, weights: Weights | None = None
) -> Followed:
    """Go through every customer's talks in order; a talk joins the likeliest open journey, where that is more likely than ``likelier``.

    A case number always wins: talks with the same one are one journey, with different ones never. ``gap_us`` is the longest
    pause that a journey survives without a number that ties it, ``resolved`` the outcome code that settles it.
    """
    size = len(talks)
    followed = Followed(np.arange(size), np.full(size, BEGINS_ANEW), np.ones(size))
    begins = np.flatnonzero(np.r_[True, talks.customer[1:] != talks.customer[:-1]]) if size else np.zeros(0, np.int64)
    counts = np.diff(np.r_[begins, size])
    several = np.flatnonzero(counts > 1)
    several = several[np.argsort(-counts[several], kind="stable")]
    before = _same_case_before(talks)
    for start in range(0, several.size, AT_ONCE):
        chosen = several[start : start + AT_ONCE]
        walk = _Walk(talks, evidence, before, followed, (gap_us, resolved, likelier, weights or Weights()), chosen.size)
        for at in _rounds(begins[chosen], counts[chosen]):
            walk.go_on(at)
    return followed


def _rounds(begins: Ints, counts: Ints) -> Iterator[Ints]:
    """Return the first talk of every customer, then the second of those that have one, and so on; most talks come first."""
    for turn in range(int(counts.max(initial=0))):
        yield begins[: np.searchsorted(-counts, -turn, side="left")] + turn


def _same_case_before(talks: Talks) -> Ints:
    """Return the place of the customer's talk before with the same case, -1 for none."""
    before = np.full(len(talks), -1)
    cased = np.flatnonzero(talks.case >= 0)
    cased = cased[np.lexsort((cased, talks.case[cased], talks.customer[cased]))]
    same = (talks.case[cased[1:]] == talks.case[cased[:-1]]) & (talks.customer[cased[1:]] == talks.customer[cased[:-1]])
    before[cased[1:][same]] = cased[:-1][same]
    return before


class _Walk:
    """The open journeys of some customers while their talks are gone through, one of each customer at a time."""

    def __init__(
        self,
        talks: Talks,
        evidence: Evidence,
        before: Ints,
        followed: Followed,
        rules: tuple[int, int, float, Weights],
        customers: int,
    ) -> None:
        self.talks, self.evidence, self.before, self.followed = talks, evidence, before, followed
        self.gap_us, self.resolved, self.likelier, self.weights = rules
        shape = (customers, OPEN)
        self.first = np.full(shape, -1)
        self.last_us = np.full(shape, np.iinfo(np.int64).min // 2)
        self.case = np.full(shape, -1)
        self.label = np.full(shape, -1)
        self.worded = np.zeros(shape, dtype=np.float32)
        self.settled = np.zeros(shape, dtype=bool)
        self.looked = np.zeros(shape, dtype=bool)
        self.leads = np.zeros((*shape, evidence.leads.shape[1]), dtype=np.float32)
        self.numbers = np.full((*shape, evidence.numbers.shape[1]), -1)

    def go_on(self, at: Ints) -> None:
        """Place one talk of each of the first customers (their places among all talks)."""
        rows = np.arange(at.size)
        score, topic, match = self._scores(at)
        slot = score.argmax(axis=1)
        most = score[rows, slot]
        chance = 1 / (1 + np.exp(-np.clip(most, -50, 50)))
        joins = chance > self.likelier
        reason = self._reason(at, topic[rows, slot], match[rows, slot])
        forced = self.before[at] >= 0
        journey = np.where(joins, self.first[rows, slot], at)
        journey[forced] = self.followed.journey[self.before[at[forced]]]
        held = self.first[rows] == journey[:, None]
        known = held.any(axis=1)
        slot = np.where(known, held.argmax(axis=1), self.last_us[rows].argmin(axis=1))
        self.followed.journey[at] = journey
        self.followed.reason[at] = np.where(forced, CASE_REFERENCE, np.where(joins, reason, BEGINS_ANEW))
        self.followed.probability[at] = np.where(forced, 1.0, np.where(joins, chance, 1 - chance))
        self._keep(at, rows, slot, journey, known)

    def _scores(self, at: Ints) -> tuple[Floats, Floats, NDArray[np.bool_]]:
        """Return the log odds of each open journey, what words add to them, and which share a number."""
        count, weights = at.size, self.weights
        talks, evidence = self.talks, self.evidence
        ratio = np.matmul(self.leads[:count], evidence.about[at][:, :, None])[:, :, 0] / np.maximum(
            self.worded[:count], 1
        )
        told = (self.worded[:count] > 0) & ~evidence.wordless[at][:, None]
        topic = np.where(told, np.clip(np.log(np.maximum(ratio, 1e-9)), weights.least, weights.most), 0.0)
        topic *= weights.topic * np.where(self.settled[:count], weights.fading, 1.0)
        label, held = talks.label[at][:, None], self.label[:count]
        labelled = (label >= 0) & (held >= 0)
        odds = np.log(np.maximum(evidence.labels[held, label], 1e-9)) if evidence.labels.size else 0.0
        topic = topic + np.where(labelled, np.clip(odds, weights.label_least, weights.label_most), 0.0)
        quiet = np.maximum(talks.started_us[at][:, None] - self.last_us[:count], 0)
        score = weights.near - weights.each_day * np.log2(1 + quiet / DAY_US) + topic
        nature, cased = talks.nature[at], talks.case[at] >= 0
        score += np.where(cased, weights.cased, np.array(weights.nature)[nature])[:, None]
        score += np.where(self.looked[:count] & (nature != LOOK)[:, None], weights.looked, 0.0)
        forgiving = np.isin(nature, (RATING, NOTICE))[:, None]
        score += np.where(self.settled[:count] & ~forgiving, weights.settled, 0.0)
        match, named = self._numbers(at)
        score += np.where(match, weights.shared, np.where(named, weights.other, 0.0))
        score += np.where(evidence.refers[at], weights.refers, 0.0)[:, None]
        back = evidence.back[at][:, None]
        score += np.where(back, weights.back + np.where(self.settled[:count], weights.back_again, 0.0), 0.0)
        score += weights.later * self._later(count)
        other_case = cased[:, None] & (self.case[:count] >= 0)
        possible = (self.first[:count] >= 0) & ~other_case & ((quiet <= self.gap_us) | match)
        return np.where(possible, score, -np.inf), topic, match

    def _numbers(self, at: Ints) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Say which open journeys share a number with the talk, and where both name numbers at all."""
        said, held = self.evidence.numbers[at], self.numbers[: at.size]
        same = (said[:, None, :, None] == held[:, :, None, :]) & (said >= 0)[:, None, :, None]
        names = np.logical_and((said >= 0).any(axis=1, keepdims=True), (held >= 0).any(axis=2))
        return same.any(axis=(2, 3)), names

    def _later(self, count: int) -> Ints:
        """Return for each open journey how many unsettled ones of the same customer went on later, those that only look aside."""
        pursued = (self.first[:count] >= 0) & ~self.settled[:count] & ~self.looked[:count]
        last_us = self.last_us[:count]
        return ((last_us[:, None, :] > last_us[:, :, None]) & pursued[:, None, :]).sum(axis=2)

    def _reason(self, at: Ints, topic: Floats, match: NDArray[np.bool_]) -> Ints:
        telling = topic > self.weights.telling
        unnumbered = np.where(telling, ABOUT_THE_SAME, np.where(self.evidence.refers[at], SAID_SO, SOON_AFTER))
        return np.where(match, SAME_NUMBER, unnumbered)

    def _keep(self, at: Ints, rows: Ints, slot: Ints, journey: Ints, known: NDArray[np.bool_]) -> None:
        """Put what the talks tell into their journeys; those that begin take an empty place, else the stalest one's."""
        talks, evidence = self.talks, self.evidence
        new = ~known
        self.first[rows, slot] = journey
        self.worded[rows[new], slot[new]] = 0
        self.leads[rows[new], slot[new]] = 0
        self.case[rows[new], slot[new]] = -1
        self.numbers[rows[new], slot[new]] = -1
        worded = ~evidence.wordless[at]
        self.leads[rows[worded], slot[worded]] += evidence.leads[at[worded]]
        self.worded[rows[worded], slot[worded]] += 1
        ended = talks.ended_us[at]
        self.last_us[rows, slot] = np.where(new, ended, np.maximum(self.last_us[rows, slot], ended))
        self.case[rows, slot] = np.where(talks.case[at] >= 0, talks.case[at], self.case[rows, slot])
        self.label[rows, slot] = np.where(
            talks.label[at] >= 0, talks.label[at], np.where(new, -1, self.label[rows, slot])
        )
        self.looked[rows, slot] = (talks.nature[at] == LOOK) & (new | self.looked[rows, slot])
        self.settled[rows, slot] = talks.outcome[at] == self.resolved
        names = (evidence.numbers[at] >= 0).any(axis=1)
        self.numbers[rows[names], slot[names]] = evidence.numbers[at[names]]
