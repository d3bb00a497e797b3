"""A scenario is read from one file over what is usual; a bad one is told by file, key, value and what is allowed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec import inspect

from clew.model import UsageError
from clew.simulator.scenario import DESKS, Scenario
from clew.simulator.scenarios.scenario_file import known_scenarios, load_scenario, scenario_from
from clew.simulator.wording.grammar import SLOTS
from tests.house.project_files import ROOT
from tests.simulator.scenario_texts import GOOD, fault_of


def test_the_usual_fills_what_a_file_leaves_out() -> None:
    scenario = scenario_from(GOOD + "\n[channels.chat]\nagents = 3\ncarries = { phone = 0.9 }\n", "shop.toml")

    assert set(scenario.channels) == set(DESKS)
    assert scenario.channels["chat"].agents == 3
    assert scenario.channels["chat"].wait_minutes == (0.3, 1.5, 9)
    assert scenario.channels["chat"].carries["phone"] == 0.9, "the file's own"
    assert scenario.channels["chat"].carries["chatbot"] == 0.1, "the usual, beside it"
    assert len(scenario.hours) == 24
    assert scenario.segments == {"new": 2.0, "regular": 6.0, "loyal": 2.0}


def test_lists_and_segments_of_a_file_replace_the_usual_ones() -> None:
    told = f"hours = [{'1, ' * 24}]\n{GOOD}\n[segments]\nmember = 1\n"

    scenario = scenario_from(told, "shop.toml")

    assert scenario.hours == (1.0,) * 24
    assert scenario.segments == {"member": 1.0}


def test_a_scenario_is_found_by_name_or_by_path(tmp_path: Path) -> None:
    own = tmp_path / "shop.toml"
    own.write_text(GOOD, encoding="utf-8")

    assert load_scenario().company.name == "Brightline"
    assert load_scenario("ecommerce").company.industry == "e-commerce"
    assert load_scenario(own) == load_scenario(str(own)) == scenario_from(GOOD, "anywhere")


def test_the_scenarios_that_come_with_clew_are_known_in_order() -> None:
    assert {"billing", "ecommerce"} <= set(known_scenarios())
    assert list(known_scenarios()) == sorted(known_scenarios())
    assert not any(name.startswith("_") for name in known_scenarios())


@pytest.mark.parametrize("name", known_scenarios())
def test_every_scenario_that_comes_with_clew_can_be_played_and_has_much_to_say(name: str) -> None:
    scenario = load_scenario(name)
    main = max(scenario.issues, key=lambda issue: issue.weight)

    for issue in scenario.issues:
        for words in (issue.words.seen, issue.words.heldout):
            assert min(len(words.state_problem), len(words.insist), len(words.tried_step)) >= 2, issue.name
    for words in (main.words.seen, main.words.heldout):
        assert min(len(words.state_problem), len(words.tried_step)) >= 5
    assert {"placebo", "move_contacts"} <= {each.kind for each in scenario.interventions}


def test_the_default_story_has_the_five_fixes() -> None:
    fixes = {each.name: (each.kind, each.from_desk, each.to_desk) for each in load_scenario("billing").interventions}

    assert fixes["bot_recognises_billing"] == ("recognise_issue", "chatbot", "")
    assert fixes["transcript_to_agent"] == ("hand_over_transcript", "chatbot", "chat")
    assert fixes["notes_before_call"] == ("sync_case_notes", "chat", "phone")
    assert fixes["status_during_review"] == ("status_messages", "back_office", "")
    assert fixes["summary_sms"] == ("closing_summary", "", "")


def test_a_byte_order_mark_at_the_beginning_is_no_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "shop.toml").write_text(GOOD, encoding="utf-8-sig")

    assert load_scenario(tmp_path / "shop.toml") == scenario_from(GOOD, "anywhere")


def test_an_unknown_name_suggests_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r'no readable file "biling".*Did you mean "billing"\? Known: .*ecommerce'):
        load_scenario("biling")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=re.escape(str(tmp_path / "shop.toml"))):
        load_scenario(tmp_path / "shop.toml")


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "shop.toml").write_bytes(b"name = '\xff'")

    with pytest.raises(UsageError, match=r"shop\.toml isn't UTF-8 text \(byte 8\)"):
        load_scenario(tmp_path / "shop.toml")


def test_a_file_too_big_for_a_scenario_is_refused(tmp_path: Path) -> None:
    (tmp_path / "shop.toml").write_bytes(b"#" * 4_000_001)

    with pytest.raises(UsageError, match="more than 4 MB"):
        load_scenario(tmp_path / "shop.toml")


def test_broken_toml_is_told_with_its_line() -> None:
    assert fault_of('[company]\nname = "Larkhaven\n') == (
        "shop.toml is no valid TOML: Illegal character '\\n' (at line 2, column 18)."
    )


def test_many_faults_are_told_five_at_a_time() -> None:
    fault = fault_of(GOOD + "[dirt]\n" + "\n".join(f"mud{number} = 1" for number in range(8)))

    assert len(fault.splitlines()) == 6
    assert fault.splitlines()[-1] == "shop.toml: and 3 more of the kind."


def test_the_whole_message_names_file_key_value_and_what_is_allowed() -> None:
    assert fault_of(GOOD.replace("solves = 0.25", "solves = 1.4")) == (
        "shop.toml: issues.late.at.chat.solves is 1.4; allowed is a number from 0 to 1."
    )


def keys_within(wanted: inspect.Type) -> set[str]:
    match wanted:
        case inspect.StructType():
            below = (keys_within(each.type) for each in wanted.fields)
            return {each.name for each in wanted.fields}.union(*below)
        case inspect.VarTupleType():
            return keys_within(wanted.item_type)
        case inspect.DictType():
            return keys_within(wanted.value_type)
        case _:
            return set()


def test_the_page_about_scenarios_names_every_key_desk_and_slot() -> None:
    page = (ROOT / "docs" / "scenarios.md").read_text(encoding="utf-8")
    keys = keys_within(inspect.type_info(Scenario))

    assert {"first_day", "patience_minutes", "bursts", "state_problem", "zone_slip"} <= keys
    assert sorted(key for key in (*keys, *DESKS, *known_scenarios()) if f"`{key}`" not in page) == []
    assert sorted(slot for slot in SLOTS if f"`{{{slot}}}`" not in page) == []
