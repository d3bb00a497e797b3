"""The view in memory says the same as the tables it was read from, for everything and for any selection."""

from __future__ import annotations

import threading
from collections import Counter, OrderedDict
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from clew.app.building import build
from clew.app.view import Opening, Selection, View, Views, behind, options
from clew.app.workspace import create_workspace
from clew.metrics import evaluate, known_metrics
from clew.model import UsageError


def test_every_column_in_memory_says_what_its_table_says(view: View) -> None:
    with view.session() as connection:
        for table, encoded in (("journeys", view.journeys), ("steps", view.steps), ("handoffs", view.handoffs)):
            for name in encoded.__annotations__:
                if name in ("first", "journey"):
                    continue
                column = "customer_id" if name == "customer" else name
                values = [row[0] for row in connection.execute(f"SELECT {column} FROM {table}").fetchall()]
                kept = getattr(encoded, name)
                if hasattr(kept, "names"):
                    assert [kept.names[code] for code in kept.codes] == [value or "" for value in values], name
                elif hasattr(kept, "to_pylist"):
                    assert kept.to_pylist() == values
                elif kept.dtype == bool:
                    assert kept.tolist() == [bool(value) for value in values], name
                else:
                    assert kept.tolist() == [-1 if value is None else value for value in values], name


def test_each_step_and_handoff_knows_its_journey(view: View) -> None:
    ids = view.journeys.journey_id.to_pylist()
    with view.session() as connection:
        for table, encoded in (("steps", view.steps), ("handoffs", view.handoffs)):
            told = [row[0] for row in connection.execute(f"SELECT journey_id FROM {table}").fetchall()]
            assert [ids[number] for number in encoded.journey] == told
    assert np.diff(view.steps.first).tolist() == view.journeys.steps.tolist()


@pytest.mark.parametrize("name", sorted(known_metrics()))
def test_a_metric_of_some_journeys_is_the_same_in_memory_and_by_query(view: View, name: str) -> None:
    selection = Selection(first_channel=(max(options(view).first_channels, key=lambda each: each.journeys).id,))
    chosen = view.chosen(selection)
    with view.session() as connection:
        connection.execute(
            "CREATE OR REPLACE TEMP TABLE picked AS SELECT unnest($1) AS journey_id",
            [view.journeys.journey_id.filter(chosen).to_pylist()],
        )
        (queried,) = evaluate(connection, [known_metrics()[name]], view.settings, "picked")
    kept = view.metric(name, chosen)
    assert replace(kept, value=None, low=None, high=None) == replace(queried, value=None, low=None, high=None)
    for number, expected in ((kept.value, queried.value), (kept.low, queried.low), (kept.high, queried.high)):
        assert number == (expected if expected is None else pytest.approx(expected, rel=1e-9))


def test_a_selection_keeps_the_journeys_that_a_query_keeps(view: View) -> None:
    began = np.sort(view.journeys.started_us)
    since, until = int(began[len(began) // 4]), int(began[len(began) // 2])
    selection = Selection(since, until, channel=("email", "phone"), outcome=("resolved", "unknown"))
    with view.session() as connection:
        kept = connection.execute(
            """SELECT journey_id FROM journeys WHERE started_us >= ? AND started_us < ? AND outcome IN ('resolved', 'unknown')
            AND journey_id IN (SELECT journey_id FROM steps WHERE channel IN ('email', 'phone'))""",
            [since, until],
        ).fetchall()
    assert kept
    assert set(view.journeys.journey_id.filter(view.chosen(selection)).to_pylist()) == {row[0] for row in kept}


def test_a_filter_that_no_journey_fits_is_an_error_that_repeats_only_the_word(view: View) -> None:
    with pytest.raises(UsageError, match='first channel "pigeon"'):
        view.chosen(Selection(first_channel=("pigeon",)))


def test_the_options_of_a_filter_count_the_journeys_that_it_keeps(view: View) -> None:
    found = options(view)
    for field, listed in (
        ("channel", found.channels),
        ("first_channel", found.first_channels),
        ("issue", found.issues),
        ("outcome", found.outcomes),
        ("source", found.sources),
    ):
        assert listed
        for option in listed:
            assert view.chosen(Selection(**{field: (option.id,)})).sum() == option.journeys, (field, option.id)


@pytest.mark.parametrize("name", sorted(known_metrics()))
def test_the_journeys_behind_a_metric_are_as_many_as_its_n(view: View, name: str) -> None:
    chosen = view.chosen(Selection())
    parts = Counter(
        {
            part: int(behind(view, f"metric:{name}/{part}").times[chosen].sum())
            for part in ("counted", "censored", "immature", "left_out")
        }
    )
    assert sum(parts.values()) == len(view.journeys)
    value = view.metric(name, chosen)
    assert value.n in (parts["counted"], parts["counted"] + parts["censored"])
    assert value.immature == parts["immature"]


def test_a_number_of_no_known_kind_is_an_error_that_names_the_kinds(view: View) -> None:
    with pytest.raises(UsageError, match="metric:first_contact_resolution/counted"):
        behind(view, "luck:7")


def test_before_the_first_build_there_is_no_view(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "empty")
    assert Views(workspace).current() == Opening("unbuilt")


def test_a_new_build_replaces_the_view_while_the_old_one_still_answers(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "two")
    build(workspace)
    views = Views(workspace)
    first = views.wait()
    assert isinstance(first, View)
    build(workspace, anew=True)
    # Whoever asks meanwhile gets one of the two, never nothing.
    answers: list[View | Opening] = []
    asking = [threading.Thread(target=lambda: answers.append(views.current())) for _ in range(8)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    assert all(isinstance(answer, View) for answer in answers)
    second = views.wait()
    assert second is not first
    with first.session() as connection:
        assert connection.execute("SELECT count(*) FROM journeys").fetchall() == [(0,)]
    views.close()


@dataclass(frozen=True)
class _Held:
    """An answer whose columns lie deeper than its fields."""

    columns: tuple[np.ndarray, ...]


def test_a_view_forgets_the_oldest_answers_before_their_columns_grow_too_large(
    view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "_answers", OrderedDict())
    monkeypatch.setattr(view, "_held_bytes", 0)
    monkeypatch.setattr("clew.app.view.view.REMEMBERED_BYTES", 250_000)
    monkeypatch.setattr("clew.app.view.view.REMEMBERED_BYTES_A_STEP", 0)
    computed: list[int] = []

    def ask(number: int) -> None:
        view.remembered(("large", number), lambda: computed.append(number) or _Held((np.zeros(1_000 * 10),)))

    for number in range(4):
        ask(number)
    ask(3)
    assert computed == [0, 1, 2, 3]
    ask(0)
    assert computed == [0, 1, 2, 3, 0]
