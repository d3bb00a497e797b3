"""Variants: rows that sum to all journeys, each of which opens the very journeys it counts, whatever their steps are called."""

from __future__ import annotations

import copy
from collections import Counter, OrderedDict
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from clew.app.view import Selection, View, behind
from clew.app.view.paths.making import MAKINGS, Making, level_words
from clew.app.view.paths.same_path import variants_of
from clew.app.view.paths.variants import variant_list
from clew.journeys import Words
from clew.journeys.place import NOT_SERVICE_KINDS
from clew.model import UsageError

SELECTIONS = [Selection(), Selection(channel=("phone",)), Selection(until_us=0)]
HOSTILE = (
    "a>b",
    "a/b",
    "(start)",
    "(other)",
    "",
    "*0123456789abcdef",
    "@50",
    "+",
    "%3E",
    "x" * 5000,
    "<b>",
    "日本",
    "a\nb",
    ",",
)


def hostile(view: View) -> View:
    """The same build, with touchpoints that mean something in an address."""
    names = tuple(
        f"{HOSTILE[at]}" if at < len(HOSTILE) else name for at, name in enumerate(view.steps.touchpoint.names)
    )
    other = copy.copy(view)
    other.steps = replace(view.steps, touchpoint=Words(view.steps.touchpoint.codes, names))
    other._answers = OrderedDict()
    return other


@pytest.mark.parametrize("word", MAKINGS)
@pytest.mark.parametrize("selection", SELECTIONS)
def test_the_rows_sum_to_all_journeys_and_each_opens_its_own(view: View, selection: Selection, word: str) -> None:
    chosen = view.chosen(selection)
    for search in ("", "phone"):
        found = variant_list(view, chosen, MAKINGS[word], 20, search)
        assert sum(row.n for row in found.rows) == chosen.sum() == found.journeys
        for row in found.rows:
            opened = behind(view, row.through, selection).times[chosen]
            assert (opened.sum(), opened.max()) == (row.n, 1), row.through
            assert sum(row.outcomes) == row.n
        if found.rows:
            assert found.rows[-1].cumulative_share == pytest.approx(1)


@pytest.mark.parametrize("word", MAKINGS)
def test_every_variant_there_is_opens_its_journeys(view: View, word: str) -> None:
    every = variants_of(view, MAKINGS[word])
    counts = every.counted(np.ones(len(view.journeys), dtype=bool))
    assert counts.sum() == len(view.journeys)
    for variant, n in enumerate(counts.tolist()):
        assert behind(view, every.through(variant)).times.sum() == n, every.through(variant)


def test_paths_are_those_that_one_reads_off_the_steps(view: View) -> None:
    steps, walked = view.steps, Counter[tuple[str, ...]]()
    for journey in range(len(view.journeys)):
        path: list[str] = []
        for row in range(int(steps.first[journey]), int(steps.first[journey + 1])):
            kind, party = steps.kind.names[steps.kind.codes[row]], steps.party.names[steps.party.codes[row]]
            channel = steps.channel.names[steps.channel.codes[row]]
            if kind not in NOT_SERVICE_KINDS and party != "system" and path[-1:] != [channel]:
                path.append(channel)
        walked[tuple(path)] += 1
    found = variant_list(view, np.ones(len(view.journeys), dtype=bool), Making(), 500)
    names = found.level_names
    assert {tuple(names[code] for code in row.codes or ()): row.n for row in found.rows} == dict(walked)


def test_the_short_word_means_channels_of_the_service(view: View) -> None:
    short, long = behind(view, "variant:phone"), behind(view, "variant:channel/phone")
    assert (short.times == long.times).all()
    assert short.times.sum() > 0


def test_names_that_mean_something_in_an_address_open_their_journeys_all_the_same(view: View) -> None:
    odd = hostile(view)
    names = level_words(odd, "touchpoint").words.names
    assert len(set(names)) == len(names)
    for word in ("touchpoint", "touchpoint+each+all"):
        every = variants_of(odd, MAKINGS[word])
        plain = variants_of(view, MAKINGS[word])
        assert len(every) == len(plain)
        for variant in range(len(every)):
            through = every.through(variant)
            assert len(through) < 700
            assert behind(odd, through).times.sum() == (every.grouped.variant == variant).sum(), through


def test_a_path_too_long_for_an_address_goes_by_its_digest(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clew.app.view.paths.same_path._LONGEST_PATH", 12)
    every = variants_of(view, Making())
    throughs = [every.through(variant) for variant in range(len(every))]
    assert len(set(throughs)) == len(every)
    assert max(len(through) for through in throughs) == len("variant:channel/**") + 16
    for variant, through in enumerate(throughs):
        assert behind(view, through).times.sum() == (every.grouped.variant == variant).sum(), through


def test_a_search_finds_one_step_right_after_another_and_keeps_the_whole(view: View) -> None:
    everyone = np.ones(len(view.journeys), dtype=bool)
    found = variant_list(view, everyone, Making(), 500, "e-MAIL > phone")
    other = found.rows[-1]
    names = found.level_names
    for row in found.rows[:-1]:
        path = [names[code] for code in row.codes or ()]
        assert ("email", "phone") in pairwise(path)
    assert other.codes is None
    assert found.matching == len(found.rows) - 1 > 0
    assert found.matching_journeys + other.n == len(view.journeys)
    nothing = variant_list(view, everyone, Making(), 20, "no such step")
    assert [(row.codes, row.n) for row in nothing.rows] == [(None, len(view.journeys))]


def test_a_single_variant_more_is_listed_instead_of_called_other(view: View) -> None:
    everyone = np.ones(len(view.journeys), dtype=bool)
    variants = variant_list(view, everyone, Making("stage"), 500).variants
    assert all(row.codes is not None for row in variant_list(view, everyone, Making("stage"), variants - 1).rows)
    assert variant_list(view, everyone, Making("stage"), variants - 2).rows[-1].variants == 2


@pytest.mark.parametrize(
    "through",
    [
        "variant:smoke_signal",
        "variant:luck/chat",
        "variant:channel/**zz",
        "variant:channel/**-1",
        "variant-other:channel",
        "variant-other:channel/x",
    ],
)
def test_a_word_that_means_no_variant_is_refused_in_words(view: View, through: str) -> None:
    with pytest.raises(UsageError, match=r"Choose|Known|Expected"):
        behind(view, through)
