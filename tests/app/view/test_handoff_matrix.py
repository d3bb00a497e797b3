"""The handoff matrix promises: cells sum to totals, every number opens exactly its handoffs, whatever teams are called."""

from __future__ import annotations

import copy
from collections import Counter, OrderedDict
from collections.abc import Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from clew.app.view import Selection, View, behind
from clew.app.view.handoffs.change import handoff_changes
from clew.app.view.handoffs.matrix import HandoffMatrix, handoff_matrix
from clew.app.view.handoffs.measure import Handed
from clew.app.view.handoffs.pair import handoff_pair
from clew.app.view.handoffs.sides import ANY, SHOWN
from clew.app.view.handoffs.word import HandoffWord, encoded, handoffs_of, read_word, words_of
from clew.app.view.values.compare import within
from clew.journeys import Words
from clew.metrics import cluster_sums
from clew.model import UsageError

BYS = ("channel", "party", "team")
DAY_US = 86_400_000_000
HOSTILE = ("*", "+", "a/b", "%2F", "", "..", '"><script>alert(1)</script>', "=1+1", "line\nbreak", "Zürich 🏔", "#?&=;")


def selections(view: View) -> list[Selection]:
    """Everything, the later half, and the journeys that touch one channel."""
    started = view.journeys.started_us
    return [Selection(), Selection(since_us=int(np.median(started))), Selection(channel=("phone",))]


def with_teams(view: View, names: tuple[str, ...]) -> View:
    """Return the view as if its handoffs went round these teams."""
    other = copy.copy(view)
    other._answers = OrderedDict()
    n = len(view.handoffs.journey)
    before, after = np.arange(n) % len(names), (np.arange(n) * 7 + 3) % len(names)
    other.handoffs = replace(
        view.handoffs, from_team=Words(before.astype(np.int32), names), to_team=Words(after.astype(np.int32), names)
    )
    return other


def drilled(view: View, word: HandoffWord, chosen: np.ndarray) -> tuple[int, int]:
    """Return how many handoffs in how many journeys the word opens."""
    times = behind(view, str(word)).times[chosen]
    return int(times.sum()), int((times > 0).sum())


def numbers(matrix: HandoffMatrix) -> Iterator[tuple[HandoffWord, Handed]]:
    """Every number of the matrix with its word."""
    yield matrix.word, matrix.total
    yield from ((end.word, end.total) for end in (*matrix.rows, *matrix.columns))
    yield from ((cell.word, cell.handed) for cell in matrix.cells)


@pytest.mark.parametrize("by", BYS)
def test_cells_sum_to_rows_columns_and_all_handoffs_of_the_selection(view: View, by: str) -> None:
    for selection in selections(view):
        chosen = view.chosen(selection)
        matrix = handoff_matrix(view, chosen, by)
        for number, end in enumerate(matrix.rows):
            assert sum(cell.handed.n for cell in matrix.cells if cell.row == number) == end.total.n > 0
        for number, end in enumerate(matrix.columns):
            assert sum(cell.handed.n for cell in matrix.cells if cell.column == number) == end.total.n > 0
        assert sum(end.total.n for end in matrix.rows) == sum(end.total.n for end in matrix.columns) == matrix.total.n
        assert matrix.total.n == int(view.journeys.handoffs[chosen].sum()) > 0


@pytest.mark.parametrize("by", BYS)
def test_every_cell_and_total_opens_exactly_its_handoffs(view: View, by: str) -> None:
    for selection in selections(view):
        chosen = view.chosen(selection)
        for word, handed in numbers(handoff_matrix(view, chosen, by)):
            assert drilled(view, word, chosen) == (handed.n, handed.journeys), str(word)


@pytest.mark.parametrize("by", BYS)
def test_each_number_splits_into_its_endings_and_into_answered_or_not(view: View, by: str) -> None:
    chosen = view.chosen(Selection())
    for word, handed in numbers(handoff_matrix(view, chosen, by)):
        assert handed.resolved + handed.unresolved + handed.untold == handed.n
        assert handed.answered + handed.unanswered == handed.n
        for ending in ("resolved", "unresolved", "untold"):
            assert drilled(view, word.narrowed(f"ended={ending}"), chosen)[0] == getattr(handed, ending)
        assert drilled(view, word.narrowed("wait=none"), chosen)[0] == handed.unanswered


def test_counts_and_waits_are_those_that_duckdb_finds(view: View) -> None:
    with view.session() as session:
        rows = session.execute(
            """SELECT from_channel, to_channel, count(*), count(DISTINCT journey_id), count(wait_us),
            quantile_cont(wait_us, 0.5) / 1e6, quantile_cont(wait_us, 0.9) / 1e6, count(*) FILTER (outcome = 'resolved')
            FROM handoffs GROUP BY ALL"""
        ).fetchall()
    expected = {row[:2]: row[2:] for row in rows}
    matrix = handoff_matrix(view, view.chosen(Selection()), "channel")
    assert len(matrix.cells) == len(expected)
    for cell in matrix.cells:
        n, journeys, answered, median, p90, resolved = expected[
            matrix.rows[cell.row].names[0], matrix.columns[cell.column].names[0]
        ]
        handed = cell.handed
        assert (handed.n, handed.journeys, handed.answered, handed.resolved) == (n, journeys, answered, resolved)
        if answered >= 5:
            assert handed.median_wait_seconds == pytest.approx(median)
            assert handed.p90_wait_seconds == pytest.approx(p90)
        else:
            assert handed.median_wait_seconds is handed.p90_wait_seconds is None


def test_a_share_of_fewer_than_five_told_endings_is_withheld() -> None:
    few, enough = Handed(9, 9, 0, None, None, 3, 1, 5), Handed(9, 9, 0, None, None, 4, 1, 4)
    assert few.unresolved_share is None
    assert enough.unresolved_share == 0.2


def test_whoever_is_not_named_has_a_row_and_a_column_of_its_own(view: View) -> None:
    matrix = handoff_matrix(view, view.chosen(Selection()), "party")
    assert next(end.title for end in matrix.rows if end.names == ("",)) == "Nobody yet"
    assert next(end.title for end in matrix.columns if end.names == ("",)) == "Not answered"


def test_names_that_look_like_parts_of_a_word_still_open_their_own_handoffs(view: View) -> None:
    hostile = with_teams(view, HOSTILE)
    chosen = hostile.chosen(Selection())
    matrix = handoff_matrix(hostile, chosen, "team")
    assert {end.names[0] for end in matrix.rows} == set(HOSTILE)
    for word, handed in numbers(matrix):
        assert drilled(hostile, word, chosen) == (handed.n, handed.journeys), str(word)
    star, plus = (next(end for end in matrix.rows if end.names == (name,)) for name in "*+")
    assert star.word != matrix.word != plus.word
    assert star.total.n < matrix.total.n


def test_the_rarest_of_many_teams_stand_together_and_open_together(view: View) -> None:
    crowded = with_teams(view, tuple(f"team {number}" for number in range(SHOWN + 9)))
    chosen = crowded.chosen(Selection())
    matrix = handoff_matrix(crowded, chosen, "team")
    assert len(matrix.rows) == len(matrix.columns) == SHOWN + 1
    assert matrix.rows[-1].is_other
    assert len(matrix.rows[-1].names) == 9
    assert matrix.rows[-1].title == "9 other teams"
    for word, handed in numbers(matrix):
        assert drilled(crowded, word, chosen) == (handed.n, handed.journeys), str(word)
    assert sum(cell.handed.n for cell in matrix.cells) == matrix.total.n


def test_the_handoffs_folded_are_the_same_under_every_selection(view: View) -> None:
    crowded = with_teams(view, tuple(f"team {number}" for number in range(SHOWN + 9)))
    whole = handoff_matrix(crowded, crowded.chosen(Selection()), "team")
    for selection in selections(crowded)[1:]:
        chosen = crowded.chosen(selection)
        matrix = handoff_matrix(crowded, chosen, "team")
        assert matrix.rows[-1].names == whole.rows[-1].names
        for word, handed in numbers(matrix):
            assert drilled(crowded, word, chosen) == (handed.n, handed.journeys), str(word)


@pytest.mark.parametrize("which", ["all of them", "the busiest cell", "a row"])
def test_waits_periods_and_stages_of_a_handoff_each_sum_to_it_and_open_their_own(view: View, which: str) -> None:
    for selection in selections(view):
        chosen = view.chosen(selection)
        matrix = handoff_matrix(view, chosen, "channel")
        busiest = max(matrix.cells, key=lambda cell: cell.handed.n)
        words = {"all of them": matrix.word, "the busiest cell": busiest.word, "a row": matrix.rows[1].word}
        pair = handoff_pair(view, chosen, words[which])
        assert pair.total.n > 0
        assert sum(each.n for each in pair.waits) == pair.total.n
        assert sum(each.n for each in pair.stages) == pair.total.n
        assert sum(each.handed.n for each in pair.periods) == pair.total.n
        assert sum(each.journeys for each in pair.periods) == int(chosen.sum())
        for each in (*pair.waits, *(stage for stage in pair.stages if stage.word)):
            assert drilled(view, each.word, chosen)[0] == each.n, str(each.word)
        for each in pair.periods:
            assert drilled(view, each.word, chosen) == (each.handed.n, each.handed.journeys), str(each.word)


def test_an_interval_of_the_unresolved_share_holds_the_share(view: View) -> None:
    pair = handoff_pair(view, view.chosen(Selection()), read_word("channel/*/*"))
    assert pair.unresolved is not None
    assert pair.unresolved.share == pair.total.unresolved_share
    assert 0 <= pair.unresolved.low < pair.unresolved.share < pair.unresolved.high <= 1


@pytest.mark.parametrize(
    "rest",
    [
        "",
        "channel",
        "channel/chat",
        "stage/a/b",
        "channel/nowhere/phone",
        "team/+/*",
        "channel/*/*/wait",
        "channel/*/*/wait=long",
        "channel/*/*/wait=nan..x",
        "channel/*/*/ended=badly",
        "channel/*/*/began=2026-13-01..2026-01-02",
        "channel/*/*/began=9999-12-31..9999-12-31",
        "channel/*/*/stages=support",
        "channel/*/*/colour=red",
    ],
)
def test_a_word_that_names_nothing_is_refused_with_a_sentence(view: View, rest: str) -> None:
    with pytest.raises(UsageError, match=r"\."):
        behind(view, f"handoff:{rest}")


def test_a_word_says_in_words_what_it_opens(view: View) -> None:
    said = {
        "channel/*/*": "All handoffs",
        "channel/chat/*": "Handoffs from Chat",
        "channel/*/phone": "Handoffs to Phone",
        "channel/chat/phone": "Handoffs from Chat to Phone",
        "channel/chat/phone/wait=60..300": "Handoffs from Chat to Phone, waited 1 min to 5 min",
        "channel/chat/phone/wait=none": "Handoffs from Chat to Phone, never answered",
        "party/agent/": "Handoffs from Agent to Not answered",
    }
    assert {rest: words_of(view, read_word(rest)) for rest in said} == said


def followed(view: View, chosen: np.ndarray) -> tuple[np.ndarray, Counter[int]]:
    """Return the chosen journeys that began a week or more before the data end, and the handoffs of each one's first week."""
    journeys, handoffs, steps = view.journeys, view.handoffs, view.steps
    old = chosen & (journeys.started_us <= journeys.ended_us.max() - 7 * DAY_US)
    early: Counter[int] = Counter()
    for number, (journey, position) in enumerate(zip(handoffs.journey, handoffs.position, strict=True)):
        happened = steps.occurred_us[steps.first[journey] + position]
        if old[journey] and happened - journeys.started_us[journey] <= 7 * DAY_US:
            early[number] += 1
    return old, early


def test_a_change_counts_the_first_week_of_journeys_that_are_a_week_old(view: View) -> None:
    started = view.journeys.started_us
    middle = (int(started.min()) + int(started.max())) // 2 // DAY_US * DAY_US
    selection = Selection(since_us=middle, until_us=int(started.max()) // DAY_US * DAY_US + DAY_US)
    matrix = handoff_matrix(view, view.chosen(selection), "channel")
    changes = handoff_changes(view, selection, matrix)
    assert changes is not None
    assert changes.spans.is_chosen
    old, early = followed(view, view.chosen(selection))
    assert 0 < old.sum() < view.chosen(selection).sum()
    assert changes.total.now.journeys == int(old.sum())
    assert changes.total.now.handoffs == sum(change.now.handoffs for change in changes.cells) == len(early)
    assert 0 < len(early) < matrix.total.n
    assert sum(change.before.handoffs for change in changes.cells) <= changes.total.before.handoffs


def test_there_is_no_change_where_the_data_do_not_reach_back(view: View) -> None:
    started = view.journeys.started_us
    selection = Selection(since_us=int(started.min()) // DAY_US * DAY_US)
    assert handoff_changes(view, selection, handoff_matrix(view, view.chosen(selection), "channel")) is None


def test_chance_is_judged_with_a_customers_journeys_as_one_voice(view: View) -> None:
    selection = Selection()
    matrix = handoff_matrix(view, view.chosen(selection), "channel")
    changes = handoff_changes(view, selection, matrix)
    assert changes is not None
    span = changes.spans.now

    old, early = followed(view, view.chosen(within(selection, span, ZoneInfo(view.settings.time_zone))))
    customers = view.journeys.customer.codes[old].astype(np.int64)
    for cell, change in zip(matrix.cells, changes.cells, strict=True):
        times = np.zeros(len(view.journeys))
        named = handoffs_of(view, cell.word)
        for number in early:
            times[view.handoffs.journey[number]] += named[number]
        sums = cluster_sums(times[old], customers)
        assert change.now.per_journey == pytest.approx(sums.estimate)
        assert change.now.variance == pytest.approx(sums.variance)
        gap = abs(change.now.per_journey - change.before.per_journey)
        noise = 1.959963984540054 * (change.now.variance + change.before.variance) ** 0.5
        assert change.within_chance == (gap <= noise)


def test_no_journeys_give_an_empty_matrix_and_an_empty_page(view: View) -> None:
    nothing = np.zeros(len(view.journeys), dtype=bool)
    matrix = handoff_matrix(view, nothing, "channel")
    assert (matrix.rows, matrix.columns, matrix.cells, matrix.total.n) == ((), (), (), 0)
    pair = handoff_pair(view, nothing, HandoffWord("channel", encoded("chat"), ANY))
    assert pair.total.n == 0
    assert pair.periods == ()
    assert [each.n for each in pair.waits] == [0]
