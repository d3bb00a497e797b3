"""The tally: how often, on which share of journeys, with an interval; and nothing is called none that wasn't looked for."""

from __future__ import annotations

import pytest

from clew.model import Settings, TextRules
from clew.pain_points import Tally, known_detectors, tally, write_pain_points
from tests.journeys.threads import HOUR, MINUTE, Row, answered, said, session
from tests.pain_points.hurts import READ

UNREAD = Settings(texts=TextRules(facts=False))


def tallied(journeys: int, long: int, settings: Settings = READ, detector: str = "long_wait") -> Tally:
    """Count over so many journeys, in so many of which an agent answers a chat after ten minutes instead of one."""
    story: list[Row] = []
    for number in range(journeys):
        wait = 10 * MINUTE if number < long else MINUTE
        story.append(said(f"asks {number}", number * HOUR, f"c{number}", case_ref=str(number)))
        story.append(answered(f"answers {number}", number * HOUR + wait, identifiers=None, case_ref=str(number)))
    connection = session(story, settings)
    write_pain_points(connection, settings)
    (line,) = tally(connection, [known_detectors()[detector]], settings)
    connection.close()
    return line


def test_a_share_comes_with_its_interval_over_customers_and_the_median_amount() -> None:
    line = tallied(40, 10)

    # 40 customers of one journey each weigh as 39 (the m/(m-1) of clusters): Wilson for 0.25 of 39 has its centre at
    # (0.25 + 1.96²/78) / (1 + 1.96²/39) = 0.2724 and half of 0.1316.
    assert (line.found, line.journeys, line.of_journeys, line.share) == (10, 10, 40, 0.25)
    assert (line.low, line.high) == pytest.approx((0.1408, 0.4040), abs=0.0005)
    assert (line.severity, line.amount, line.reason) == (0.5, 600.0, "")


def test_few_journeys_are_thin_and_very_few_are_withheld() -> None:
    thin, withheld = tallied(29, 3), tallied(4, 3)

    assert (thin.share, thin.reason) == (3 / 29, "thin: fewer than 30 journeys")
    assert (withheld.found, withheld.share, withheld.low) == (3, None, None)
    assert withheld.reason == "withheld: only 4 journeys, fewer than 5"


def test_nothing_found_is_none_with_an_interval_and_nothing_looked_for_is_unknown() -> None:
    none, unknown = tallied(40, 0), tallied(40, 0, UNREAD, "no_next_step")

    assert (none.found, none.journeys, none.share, none.low) == (0, 0, 0.0, 0.0)
    assert none.high is not None
    assert none.high > 0.05
    assert (unknown.found, unknown.journeys, unknown.share) == (None, None, None)
    assert unknown.reason.startswith("not looked for: texts aren't read")


def test_what_needs_words_leaves_no_finding_where_none_are_read() -> None:
    # A month of silence after an answer that settles nothing: an unresolved end, for whoever may read that nothing was settled.
    story = [
        said("asks", 0, case_ref="A"),
        answered("answers", MINUTE, case_ref="A"),
        said("later", 720 * HOUR, "zoe", case_ref="B"),
    ]
    found = []
    for settings in (UNREAD, READ):
        connection = session(story, settings)
        write_pain_points(connection, settings)
        found.append(connection.execute("SELECT detector FROM pain_points").fetchall())
        connection.close()

    assert found == [[], [("unresolved_end",)]]


def test_without_journeys_the_reason_is_said() -> None:
    assert tallied(0, 0).reason == "there are no journeys"
