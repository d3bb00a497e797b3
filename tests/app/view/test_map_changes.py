"""How the map judges changes, freshness and names: worked by hand, and true for keys that nobody would choose."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.app.view import View
from clew.app.view.map.freshness import SourceFreshness, silent_since, sources
from clew.app.view.map.shares import of_journeys, shares
from clew.app.view.map.tallies import stage_tallies
from clew.app.view.map.word import CellWord, Choice, ColumnWord, all_but, only, read_cell, read_column
from clew.model import UsageError

keys = st.text(min_size=1, max_size=200)


@given(keys, keys, keys)
def test_any_names_of_stages_steps_and_entries_come_back_from_their_word(stage: str, step: str, entry: str) -> None:
    word = CellWord("channels", ColumnWord(stage, only(step)), only(entry))

    again = read_cell(word.text)

    assert again == word
    assert again.column.stage == stage
    assert again.column.step is not None and again.column.step.codes([step, "another"]) == [0]
    assert again.entry is not None and again.entry.codes(["x" + entry, entry]) == [1]


@given(st.lists(keys, min_size=1, max_size=6, unique=True))
def test_all_but_some_names_are_all_the_others(named: list[str]) -> None:
    rest = read_column(ColumnWord("support", all_but(named[1:])).text).step

    assert rest is not None
    assert rest.codes(named) == [0]
    assert len(rest.text) <= 12 * len(named)


def test_a_name_that_isnt_there_is_refused_and_a_rest_may_be_empty() -> None:
    with pytest.raises(UsageError, match="cell:channels/support/chat"):
        only("emial").codes(["email"])
    assert all_but(["email"]).codes(["email"]) == []
    assert Choice((), is_rest=True).codes(["email"]) == [0]


def test_a_share_takes_each_journey_as_one_voice(view: View) -> None:
    tally = stage_tallies(view).lanes[0]
    column = [each.stage for each in tally.columns.listed].index("support")
    entry = tally.keys.index("chat")
    chosen = np.arange(len(view.journeys)) % 3 > 0
    here = (tally.columns.of_step == column) & chosen[view.steps.journey]
    n = np.bincount(view.steps.journey[here], minlength=len(view.journeys)).astype(float)
    chat = view.steps.channel.codes == view.steps.channel.code("chat")
    y = np.bincount(view.steps.journey[here & chat], minlength=len(view.journeys)).astype(float)[n > 0]
    n = n[n > 0]
    ratio = y.sum() / n.sum()
    variance = len(n) / (len(n) - 1) * float(((y - ratio * n) ** 2).sum()) / n.sum() ** 2  # Cochran 1977, 6.3
    effective = ratio * (1 - ratio) / variance
    z = 1.959963984540054
    centre = (ratio + z * z / (2 * effective)) / (1 + z * z / effective)
    half = z / (1 + z * z / effective) * math.sqrt(ratio * (1 - ratio) / effective + z * z / (4 * effective**2))

    found = shares(tally, chosen).share(column, entry, "Chat")

    assert (found.n, found.value) == (int(n.sum()), pytest.approx(ratio))
    assert found.low == pytest.approx(centre - half)
    assert found.high == pytest.approx(centre + half)


def test_a_share_of_journeys_has_wilsons_interval() -> None:
    # Newcombe 1998, table I, case (a): 81 of 263 gives 0.2553 to 0.3662.
    found = of_journeys(81, 263, "")

    assert (found.low, found.high) == (pytest.approx(0.2553, abs=5e-4), pytest.approx(0.3662, abs=5e-4))


def test_shares_of_fewer_than_five_journeys_are_not_compared(view: View) -> None:
    tally = stage_tallies(view).lanes[0]
    few = np.zeros(len(view.journeys), dtype=bool)
    few[np.unique(tally.journey[tally.cell // len(tally.keys) == 1])[:4]] = True

    found = shares(tally, few).share(1, 0, "")

    assert (found.value, found.state, found.reason) == (None, "withheld", "only 4 journeys")
    assert of_journeys(1, 4, "").value is None


def test_a_source_is_silent_once_the_others_went_on_for_longer_than_an_open_journey(view: View) -> None:
    found = sources(view)
    newest = max(each.newest_us for each in found.values())
    limit = newest - round(view.settings.windows.open_days * 86_400_000_000)

    assert set(found) >= set(view.journeys.source.names)
    assert all(each.is_silent == (each.newest_us < limit) for each in found.values())
    assert not all(each.is_silent for each in found.values())


def test_a_cell_is_stale_since_the_last_of_its_sources_fell_silent(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    names = view.journeys.source.names
    tally = stage_tallies(view).lanes[0]
    everybody = np.ones(len(view.journeys), dtype=bool)
    silent = {name: SourceFreshness(name, place, is_silent=True) for place, name in enumerate(names)}
    monkeypatch.setattr("clew.app.view.map.freshness.sources", lambda _view: silent)

    since = silent_since(view, tally, everybody)

    for column, moment in enumerate(since):
        there = np.unique(view.steps.journey[tally.columns.of_step == column])
        codes = view.journeys.source.codes[there]
        assert moment == (int(codes.max()) if len(codes) else None)
    last = names[int(view.journeys.source.codes.max())]
    monkeypatch.setitem(silent, last, SourceFreshness(last, 99, is_silent=False))
    assert any(
        before is not None and after is None
        for before, after in zip(since, silent_since(view, tally, everybody), strict=True)
    )
