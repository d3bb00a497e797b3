"""What holds for any interactions: each is in exactly one step, and neither their order nor their files matter."""

from __future__ import annotations

import csv
import io
import tempfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import clew
from tests.journeys.threads import DAY, HOUR, Made, Row, make, said

FEW = settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
MAPPING = """connector = "table"
source = "desk"
[columns]
source_id = "id"
occurred_at = "time"
account = "account"
channel = "channel"
direction = "direction"
party = "party"
conversation_id = "thread"
case_ref = "case"
issue = "issue"
outcome = "outcome"
"""
TABLES = ("journeys", "steps", "handoffs", "customers")


@st.composite
def stories(draw: st.DrawFn, ties: bool = True) -> list[Row]:
    """A few customers' interactions over some weeks on several channels, with and without cases, issues and names."""
    told = []
    for number in range(draw(st.integers(1, 25))):
        gap = draw(st.sampled_from([0, 1, HOUR, 3 * DAY, 13 * DAY])) if ties else number * 3 * HOUR
        party = draw(st.sampled_from(["customer", "customer", "agent", "bot", "system"]))
        told.append(
            said(
                f"i{number}",
                number * draw(st.sampled_from([0, HOUR, DAY])) + gap if ties else gap,
                who=draw(st.sampled_from(["mia", "bo", None])),
                source_row=number // 2,
                channel=draw(st.sampled_from(["chat", "phone", "email"])),
                party=party,
                direction="inbound" if party == "customer" else "outbound",
                case_ref=draw(st.sampled_from([None, None, "A", "B"])),
                conversation_id=draw(st.sampled_from([None, "t1", "t2"])),
                issue=draw(st.sampled_from([None, "billing", "delivery"])),
                outcome=draw(st.sampled_from([None, None, "resolved", "reopened"])),
            )
        )
    return told


@FEW
@given(stories())
def test_every_interaction_is_in_exactly_one_step_and_every_count_follows(story: list[Row]) -> None:
    made = make(story)

    assert Counter(step["interaction_id"] for step in made.steps) == Counter(row["interaction_id"] for row in story)
    for journey in made.journeys:
        steps = [step for step in made.steps if step["journey_id"] == journey["journey_id"]]
        handoffs = [each for each in made.handoffs if each["journey_id"] == journey["journey_id"]]
        assert [step["position"] for step in steps] == list(range(len(steps)))
        assert [step["occurred_us"] for step in steps] == sorted(int(str(step["occurred_us"])) for step in steps)
        assert {step["customer_id"] for step in steps} == {journey["customer_id"]}
        assert (journey["steps"], journey["handoffs"]) == (len(steps), len(handoffs))
        assert journey["contacts"] == sum(bool(step["starts_contact"]) for step in steps)
        waits = [step["wait_before_us"] for step in steps]
        assert waits[0] is None
        assert all(isinstance(wait, int) and wait >= 0 for wait in waits[1:])
    assert {row["journey_id"] for row in made.steps} == {row["journey_id"] for row in made.journeys}
    assert len(made.journeys) == len({row["journey_id"] for row in made.journeys})


@FEW
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_in_which_interactions_lie_changes_nothing(story: list[Row], chance: object) -> None:
    mixed = list(story)
    chance.shuffle(mixed)  # type: ignore[attr-defined]

    assert comparable(make(mixed)) == comparable(make(story))


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(stories(ties=False), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_how_they_are_split_into_files_change_nothing(story: list[Row], chance: object) -> None:
    mixed = list(story)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    cut = len(mixed) // 2

    assert built([mixed[:cut], mixed[cut:]]) == built([story])


def test_building_anew_gives_the_same_rows_and_ids() -> None:
    with tempfile.TemporaryDirectory() as folder:
        story = [said(f"i{n}", n * 5 * DAY, issue=["billing", None][n % 2], case_ref=None) for n in range(8)]
        workspace = imported([story], Path(folder))
        before = contents(workspace)
        from clew.app.building import build
        from clew.app.workspace import Workspace

        assert build(Workspace(workspace.path), anew=True)
        assert contents(workspace) == before
        workspace.close()


def comparable(made: Made) -> tuple[list[Row], list[Row], list[Row]]:
    return made.journeys, made.steps, made.handoffs


def built(files: list[list[Row]]) -> dict[str, list[Row]]:
    with tempfile.TemporaryDirectory() as folder:
        workspace = imported(files, Path(folder))
        found = contents(workspace)
        workspace.close()
    return found


def imported(files: list[list[Row]], folder: Path) -> clew.Workspace:
    """Import each list of interactions as a file of its own, by one mapping."""
    (folder / "desk.toml").write_text(MAPPING, encoding="utf-8")
    workspace = clew.create(folder / "here")
    for number, rows in enumerate(files):
        if rows:
            path = folder / f"part{number}.csv"
            path.write_text(as_csv(rows), encoding="utf-8")
            workspace.import_files(path, mapping=folder / "desk.toml")
    return workspace


def contents(workspace: clew.Workspace) -> dict[str, list[Row]]:
    return {name: getattr(workspace, name)().to_dicts() for name in TABLES}


def as_csv(rows: list[Row]) -> str:
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(["id", "time", "account", "channel", "direction", "party", "thread", "case", "issue", "outcome"])
    for row in rows:
        names = row["identifiers"]
        writer.writerow(
            [
                row["source_id"],
                datetime.fromtimestamp(int(str(row["occurred_us"])) / 1e6, UTC).isoformat(),
                names[0].removeprefix("account:") if isinstance(names, list) else "",
                *(
                    row.get(name) or ""
                    for name in ["channel", "direction", "party", "conversation_id", "case_ref", "issue", "outcome"]
                ),
            ]
        )
    return written.getvalue()
