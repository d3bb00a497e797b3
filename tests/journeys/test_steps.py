"""Steps in their order: ties, waits, and the stage that each gets by the rules of ``clew.toml``."""

from __future__ import annotations

from pathlib import Path

from clew.app.settings.file import read_settings
from tests.journeys.threads import DAY, HOUR, MINUTE, SECOND, Made, answered, make, said


def stages(made: Made) -> dict[str, object]:
    return {str(step["interaction_id"]): step["stage"] for step in made.steps}


def test_ties_in_time_are_broken_by_row_then_by_id() -> None:
    made = make(
        [
            said("b", MINUTE, source_row=7, case_ref="A"),
            said("late", 2 * MINUTE, source_row=1, case_ref="A"),
            said("a", MINUTE, source_row=7, case_ref="A"),
            said("z", MINUTE, source_row=2, case_ref="A"),
        ]
    )

    assert made.walk("desk/A") == ["z", "a", "b", "late"]
    assert [step["position"] for step in made.steps] == [0, 1, 2, 3]


def test_a_wait_runs_from_the_end_of_the_step_before_and_is_never_negative() -> None:
    made = make(
        [
            said("call", 0, channel="phone", kind="call", ended_at=10 * MINUTE, case_ref="A"),
            answered("during", 4 * MINUTE, case_ref="A"),
            said("after", 9 * MINUTE, case_ref="A"),
            said("clock was wrong", HOUR, ended_at=30 * MINUTE, case_ref="A"),
            said("last", HOUR + 5 * SECOND, case_ref="A"),
        ]
    )

    # "during" begins before the call's end; an end before its own start counts as the start.
    assert [step["wait_before_us"] for step in made.steps] == [None, 0, 5 * MINUTE, 51 * MINUTE, 5 * SECOND]


def test_each_step_gets_the_first_stage_whose_rule_fits() -> None:
    made = make(
        [
            said("reads", 0, channel="self_service", kind="article"),
            said("asks", MINUTE),
            answered("bot", 2 * MINUTE, party="bot"),
            said("insists", 3 * MINUTE),
            answered("person", 4 * MINUTE),
            said("browses", 5 * MINUTE, channel="web", kind="visit"),
            answered("solves", 6 * MINUTE, outcome="resolved"),
            answered("sums up", 7 * MINUTE),
            said("complains", 8 * MINUTE, outcome="reopened"),
            said("rates", 9 * MINUTE, channel="survey", kind="rating"),
            said("buys", 10 * MINUTE, channel="order", kind="order"),
        ]
    )

    assert stages(made) == {
        "reads": "awareness",
        "asks": "support",
        "bot": "support",
        "insists": "support",
        "person": "escalation",
        "browses": "escalation",
        "solves": "resolution",
        "sums up": "resolution",
        "complains": "escalation",
        "rates": "retention",
        "buys": "retention",
    }


def test_a_rule_changed_in_the_settings_file_changes_the_stages(tmp_path: Path) -> None:
    settings = tmp_path / "clew.toml"
    settings.write_text(
        """[stages.names]
        talk = "Talk"
        write = "Write"
        [stages]
        rules = [
          { stage = "talk", channel = ["phone"], answered = true },
          { stage = "write", direction = ["inbound"], channel = ["email", "chat"] },
        ]
        """,
        encoding="utf-8",
    )
    story = [
        said("asks", 0),
        answered("reply", MINUTE),
        said("calls", 2 * MINUTE, channel="phone"),
        said("posts", 3 * MINUTE, channel="social"),
    ]

    made = make(story, read_settings(settings))

    # What no rule fits is said to be other, never dropped.
    assert stages(made) == {"asks": "write", "reply": "other", "calls": "talk", "posts": "other"}


def test_a_contact_begins_with_another_channel_another_conversation_or_after_a_day() -> None:
    made = make(
        [
            said("first", 0, case_ref="A"),
            said("goes on", HOUR, case_ref="A"),
            answered("reply", 2 * HOUR, case_ref="A"),
            said("a day later", DAY + HOUR, case_ref="A"),
            said("longer", 2 * DAY + HOUR + 1, case_ref="A"),
            said("calls", 2 * DAY + 2 * HOUR, channel="phone", kind="call", case_ref="A"),
            said("thread 1", 2 * DAY + 3 * HOUR, conversation_id="1", case_ref="A", channel="phone"),
            said("thread 2", 2 * DAY + 3 * HOUR + MINUTE, conversation_id="2", case_ref="A", channel="phone"),
            said("rates", 3 * DAY, kind="rating", channel="survey", case_ref="A"),
            said("status", 9 * DAY, kind="status", case_ref="A"),
        ]
    )

    started = [step["interaction_id"] for step in made.steps if step["starts_contact"]]
    assert started == ["first", "longer", "calls", "thread 2"]
    assert made.journey["contacts"] == 4
    assert made.journey["second_contact_us"] == made.of("longer")["occurred_us"]


def test_a_journey_without_the_customers_own_move_has_no_contact_but_a_first_moment() -> None:
    made = make([answered("mailing", 0, kind="campaign", channel="email"), answered("note", HOUR)])

    assert (made.journey["contacts"], made.journey["second_contact_us"]) == (0, None)
    assert made.journey["first_contact_us"] == made.journey["started_us"] == made.of("mailing")["occurred_us"]
    assert made.journey["first_channel"] == "email"
