"""Pain points of a view promise: counts under any selection, changes between periods of first days, and marks that never overlap."""

from __future__ import annotations

import copy
from collections import OrderedDict
from dataclasses import replace

import numpy as np
import pytest

from clew.app.view import Selection, View, behind
from clew.app.view.customers.thread_findings import MarkedWords, apart
from clew.app.view.pain_points.found import FoundPoints, found_points
from clew.app.view.pain_points.looked_for import not_looked_for
from clew.app.view.pain_points.places import by_channel, found_rows
from clew.app.view.pain_points.ranking import pain_points
from clew.app.view.pain_points.word import PainPointWord, read_word
from clew.model import UsageError
from clew.pain_points import journey_share, known_detectors

DAY_US = 86_400_000_000


def selections(view: View) -> list[Selection]:
    return [Selection(), Selection(since_us=int(np.median(view.journeys.started_us))), Selection(channel=("phone",))]


def planted(view: View, hurt: np.ndarray, *, at_the_end: bool = False) -> View:
    """Return the view as if one pain point stood at the first (or last) step of these journeys, and no other anywhere."""
    other, n = copy.copy(view), len(hurt)
    other._answers = OrderedDict()
    nothing = np.full(n, -1, dtype=np.int64)
    points = FoundPoints(
        ("long_wait",),
        np.zeros(n, dtype=np.int32),
        hurt.astype(np.int32),
        view.steps.first[hurt + 1] - 1 if at_the_end else view.steps.first[hurt],
        np.full(n, 0.5),
        np.full(n, np.nan),
        *(nothing, nothing, nothing),
    )
    other.remembered("pain points", lambda: points)
    return other


def test_under_every_selection_lines_channels_and_lists_count_the_same(view: View) -> None:
    for selection in selections(view):
        chosen = view.chosen(selection)
        for line in pain_points(view, selection).lines:
            word = PainPointWord(line.detector.name)
            times = behind(view, str(word)).times[chosen]
            assert (line.found, line.journeys) == (times.sum(), (times > 0).sum())
            assert len(found_rows(view, word, chosen)) == line.found
            assert sum(each.found for each in by_channel(view, line.detector.name, chosen)) == line.found


def test_findings_stand_on_the_steps_that_the_table_names(view: View) -> None:
    points = found_points(view)
    with view.session() as session:
        told = session.execute("SELECT detector, journey_id, position FROM pain_points").fetchall()
    found = [
        (points.names[code], view.journeys.journey_id[int(journey)].as_py(), int(view.steps.position[step]))
        for code, journey, step in zip(points.detector, points.journey, points.step, strict=True)
    ]
    assert sorted(found) == sorted(told)
    assert np.array_equal(view.steps.journey[points.step], points.journey)
    assert (np.diff(view.steps.occurred_us[points.step]) <= 0).all()


def test_a_change_holds_followed_journeys_of_two_periods_of_equal_length_against_each_other(view: View) -> None:
    started, end = view.journeys.started_us, view.journeys.ended_us.max()
    ripe = np.flatnonzero(started <= end - 7 * DAY_US)
    late = ripe[started[ripe] > np.median(started[ripe])]
    grown = pain_points(planted(view, late), Selection())
    (line,) = [each for each in grown.lines if each.detector.name == "long_wait"]
    assert line.change is not None
    assert line.change.now.n + line.change.before.n <= len(ripe)
    assert line.change.now.value is not None
    assert line.change.before.value is not None
    assert line.change.difference.value == pytest.approx(line.change.now.value - line.change.before.value)
    assert line.change.difference.verdict == "up"


def test_a_finding_after_a_journeys_first_week_is_no_part_of_a_change(view: View) -> None:
    journeys = view.journeys
    long = np.flatnonzero(journeys.ended_us - journeys.started_us > 8 * DAY_US)
    for at_the_end in (False, True):
        seen = planted(view, long, at_the_end=at_the_end)
        (line,) = [each for each in pain_points(seen, Selection()).lines if each.detector.name == "long_wait"]
        assert line.change is not None
        assert line.found == len(long) > 0
        shares = (line.change.now.value, line.change.before.value)
        assert (shares == (0, 0)) is at_the_end


def test_a_share_is_withheld_below_five_journeys_and_thin_below_thirty() -> None:
    def state(n: int, why: str = "") -> tuple[str, bool]:
        found = journey_share("a", "A", np.arange(n) % 2 == 0, np.arange(n, dtype=np.int32), why)
        assert found.n == n
        assert (found.state == "ok") == (not found.reason)
        return found.state, found.value is None

    assert [state(n) for n in (0, 4, 5, 29, 30)] == [
        ("empty", True),
        ("withheld", True),
        ("thin", False),
        ("thin", False),
        ("ok", False),
    ]
    assert state(100, "not looked for: no texts") == ("empty", True)


def test_what_needs_texts_or_a_newer_build_is_not_looked_for(view: View) -> None:
    words, order = known_detectors()["asked_again"], known_detectors()["long_wait"]
    assert not_looked_for(view, words) == not_looked_for(view, order) == ""
    unread = copy.copy(view)
    unread.settings = replace(view.settings, texts=replace(view.settings.texts, facts=False))
    assert (bool(not_looked_for(unread, words)), not_looked_for(unread, order)) == (True, "")
    older = copy.copy(view)
    older.tables = view.tables - {"pain_points"}
    assert "older Clew" in not_looked_for(older, order)
    older._answers = OrderedDict()
    assert all(line.found is None for line in pain_points(older, Selection()).lines)
    assert "older Clew" in pain_points(older, Selection()).hurt.reason


def test_a_word_reads_back_as_it_was_written() -> None:
    for word in (PainPointWord(), PainPointWord("long_wait"), PainPointWord("long_wait", "a/b")):
        assert read_word(str(word).partition(":")[2]) == word
    with pytest.raises(UsageError, match="Known: "):
        read_word("sadness")


def test_marks_that_overlap_become_one_with_both_titles() -> None:
    marks = [
        MarkedWords(5, 9, ("b",)),
        MarkedWords(0, 6, ("a",)),
        MarkedWords(20, 30, ("a",)),
        MarkedWords(9, 12, ("c",)),
    ]
    assert apart(marks) == (
        MarkedWords(0, 9, ("a", "b")),
        MarkedWords(9, 12, ("c",)),
        MarkedWords(20, 30, ("a",)),
    )
