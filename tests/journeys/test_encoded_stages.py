"""Rules that are only tried out give every step the stage that a build by the same rules gives it."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path

import pytest

from clew.journeys import read_encoded, step_history, try_stages
from clew.model import CHANNELS, DIRECTIONS, KINDS, OUTCOMES, PARTIES, Settings, StageRule
from tests.journeys.threads import HOUR, Row, answered, said, session


def _stages(story: list[Row], rules: tuple[StageRule, ...], folder: Path) -> tuple[list[str], list[str]]:
    """Return each step's stage as built by the rules, and as tried on the same build."""
    settings = dataclasses.replace(Settings(), stage_rules=rules, stages=tuple((r.stage, r.stage) for r in rules))
    connection = session(story, settings)
    # As a build writes them: journeys in the order they began, and everything else by them.
    for table, order in (("journeys", "journey"), ("steps", "journey, position"), ("handoffs", "journey, position")):
        connection.execute(f"COPY (SELECT * FROM {table} ORDER BY {order}) TO '{folder / table}.parquet'")
    built = [row[0] for row in connection.execute("SELECT stage FROM steps ORDER BY journey, position").fetchall()]
    connection.close()
    build = read_encoded({name: folder / f"{name}.parquet" for name in ("journeys", "steps", "handoffs")})
    tried = try_stages(build, step_history(build), rules)
    return built, [tried.stage.names[code] for code in tried.stage.codes]


def _story(dice: random.Random, interactions: int) -> list[Row]:
    return [
        said(
            f"i{number}",
            number * dice.choice([0, HOUR, 30 * HOUR]),
            who=dice.choice(["mia", "bo", "ann", None]),
            channel=dice.choice(CHANNELS).name,
            kind=dice.choice(KINDS),
            direction=dice.choice(DIRECTIONS),
            party=dice.choice(PARTIES),
            team=dice.choice([None, "first line", "experts"]),
            outcome=dice.choice([None, None, None, *OUTCOMES]),
            case_ref=dice.choice([None, "A", "B"]),
        )
        for number in range(interactions)
    ]


def _rules(dice: random.Random) -> tuple[StageRule, ...]:
    def some(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dice.sample(words, dice.randint(1, 3))) if dice.random() < 0.3 else ()

    def flag() -> bool | None:
        return dice.choice([None, None, True, False])

    channels = tuple(channel.name for channel in CHANNELS)
    return tuple(
        StageRule(
            *(f"stage {number}", some(channels), some(KINDS), some(DIRECTIONS), some(PARTIES), some(OUTCOMES)),
            *(flag(), flag(), flag()),
        )
        for number in range(6)
    )


@pytest.mark.parametrize("seed", range(4))
def test_tried_stages_are_those_of_a_build_by_the_same_rules(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    story = _story(dice, 250)

    built, tried = _stages(story, _rules(dice), tmp_path)

    assert tried == built
    assert len(set(built)) > 3


def test_what_serves_nobody_is_no_answer(tmp_path: Path) -> None:
    story = [
        said("asks", 0),
        answered("looks up", HOUR, kind="lookup"),
        said("asks again", 2 * HOUR),
        answered("answers", 3 * HOUR),
        said("thanks", 4 * HOUR),
    ]
    rules = (StageRule("answered", answered=True), StageRule("waiting"))

    built, tried = _stages(story, rules, tmp_path)

    # An agent's look into the records isn't an answer, so the customer still waits when asking again.
    assert built == tried == ["waiting", "waiting", "waiting", "waiting", "answered"]
