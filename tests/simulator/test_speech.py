"""Acts become texts, and every fact in a text is known to the character, whatever act and fact and whoever speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from msgspec import structs

from clew.model import UsageError
from clew.simulator.chance import Chance
from clew.simulator.event import Act, Event, Pursuit
from clew.simulator.export import Spoken
from clew.simulator.people import Agent
from clew.simulator.scenario import FACTS, Words
from clew.simulator.scenarios.scenario_file import load_scenario
from clew.simulator.wording import PARTS, Speech, compile_wording, vocabulary
from clew.simulator.wording.grammar import NOUNS, named
from tests.simulator.customers import customer

SCENARIO = load_scenario("billing")
ISSUE = SCENARIO.issues[0]
SPEECH = {part: Speech(SCENARIO, part) for part in PARTS}
SLOTS = {
    "account": "47110815",
    "invoice": "INV-000000104",
    "order": "ORD-000000105",
    "amount": "$84.20",
    "asked": "$84.20",
    "name": "Ann Bell",
    "full_name": "Ann Bell",
    "email": "ann@example.com",
    "phone": "+12125550147",
    "postcode": "10001",
    "date": "March 3",
    "product": "Fiber 100",
    "usual": "$60.00",
    "difference": "$24.20",
    "days": "5",
    "cause": "an old rate",
    "next_date": "April 2",
}
#: As customers write them: as they stand, or in the other usual way.
WRITTEN = {
    "account": {"47110815", "4711 0815"},
    "amount": {"$84.20", "84.20"},
    "phone": {"+12125550147", "(212) 555-0147", "212-555-0147"},
}
AGENT = Agent(1, "Kim R.", "Chat")
ISSUE_ACTS = [name for name in Words.__struct_fields__ if name not in ("searches", "articles")]


def event(
    *acts: Act,
    by: str = "customer",
    system: str = "livechat",
    kind: str = "message",
    detail: str = "",
    sloppiness: float = 0.0,
) -> Event:
    pursuit = Pursuit("p", 1, customer(1), ISSUE, 0)
    pursuit.slots = SLOTS
    return Event(
        0, 1, customer(1, sloppiness=sloppiness), pursuit, system, "chat", kind, by, "t", "", AGENT, acts, detail, 0.0
    )


def said(happened: Event, part: str = "seen", times: int = 12) -> Iterator[tuple[str, tuple[Spoken, ...]]]:
    """Say an event many times, so that most of its wordings come up."""
    chance = Chance(1, "said")
    return (SPEECH[part].say(happened, chance) for _ in range(times))


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize("act", ["give", "answer", "use"])
def test_a_fact_that_is_told_stands_exactly_where_it_is_said_to_stand(act: str, fact: str, part: str) -> None:
    by = "agent" if act == "use" else "customer"
    for text, spoken in said(event(Act(act, fact), by=by, sloppiness=1.0), part):
        assert [(each.act, each.fact, text[each.start : each.end]) for each in spoken] == [(act, fact, spoken[0].value)]
        assert spoken[0].value in (WRITTEN.get(fact, {SLOTS[fact]}) if by == "customer" else {SLOTS[fact]})


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize("act", ["ask", "ask_again", "reverify"])
def test_a_question_spans_its_sentence_and_has_no_value(act: str, fact: str, part: str) -> None:
    for text, spoken in said(event(Act("greet_agent"), Act(act, fact), by="agent"), part):
        (asked,) = spoken
        assert (asked.act, asked.fact, asked.value) == (act, fact, "")
        pool = vocabulary()[f"{'ask' if act == 'ask_again' else act}.{fact}"][part]
        nouns = {**NOUNS, "product": "plan"}
        assert (text[asked.start : asked.end],) in {
            each for wording in pool for each in named(compile_wording(wording), nouns).sentences
        }
        assert asked.end == len(text)


@pytest.mark.parametrize("part", PARTS)
def test_every_act_of_the_vocabulary_can_be_said_and_all_its_spans_are_exact(part: str) -> None:
    issue_acts = [*ISSUE_ACTS, "search", "article", "page", "ask_problem_again"]
    for key in (*vocabulary(), *issue_acts):
        act, _, fact = key.partition(".")
        for by in ("customer", "agent"):
            for text, spoken in said(event(Act(act, fact), by=by, sloppiness=0.5), part, 8):
                assert text or act == "page" or act.startswith("survey_")
                assert all(each.value in ("", text[each.start : each.end]) or each.act == "promise" for each in spoken)
                assert not set("[]{}|") & set(text)


@pytest.mark.parametrize("part", PARTS)
def test_every_amount_and_every_date_that_is_said_is_a_fact_so_that_finding_it_is_no_mistake(part: str) -> None:
    for key in (*vocabulary(), *ISSUE_ACTS):
        act, _, fact = key.partition(".")
        for by in ("customer", "agent"):
            for text, spoken in said(event(Act(act, fact), by=by), part):
                there = [found.span() for found in re.finditer(r"\$?\d+\.\d\d|(?:March|April) \d+", text)]
                told = [(each.start, each.end) for each in spoken if each.value and each.fact[:4] in ("amou", "date")]
                assert sorted(told) == there, text


def test_the_usual_amount_what_is_on_top_and_the_next_date_are_facts_of_their_own() -> None:
    words = ISSUE.words.seen.closing_summary
    pick = next(
        place for place, text in enumerate(words) if {"{usual}", "{difference}"} <= set(re.findall(r"{\w+}", text))
    )
    ((text, spoken),) = said(event(Act("closing_summary", pick=pick), by="system"), times=1)
    assert {(each.act, each.fact, each.value) for each in spoken} == {
        ("use", "invoice", "INV-000000104"),
        ("use", "amount_usual", "$60.00"),
        ("use", "amount_difference", "$24.20"),
        ("use", "date_next", "April 2"),
    }
    assert all(text[each.start : each.end] == each.value for each in spoken)


def test_a_company_says_its_own_words_and_the_usual_ones_where_it_has_none() -> None:
    company = structs.replace(SCENARIO.company, nouns={"order": "booking code"})
    speech = Speech(structs.replace(SCENARIO, company=company), "seen")
    chance = Chance(1, "said")
    asked = event(Act("ask", "order"), Act("ask", "account"), by="agent")
    texts = [speech.say(asked, chance)[0] for _ in range(12)]
    assert all("booking code" in text and "account number" in text for text in texts)


def test_telling_the_problem_notes_the_clause_and_every_fact_in_it() -> None:
    words = ISSUE.words.seen.state_problem
    pick = next(place for place, text in enumerate(words) if "{invoice}" in text and "{amount}" in text)
    for text, spoken in said(event(Act("state_problem", "problem", pick=pick))):
        told = text.rstrip(" .!?")
        assert spoken[0] == Spoken("state_problem", "problem", told, 0, len(told))
        assert {(each.act, each.fact) for each in spoken[1:]} == {
            ("give", "invoice"),
            ("give", "amount"),
            ("give", "amount_usual"),
        }
        assert all(text[each.start : each.end] == each.value for each in spoken)


def test_a_promise_spans_its_sentence_and_has_the_days_as_value() -> None:
    for text, spoken in said(event(Act("apology"), Act("promise", "promise"), by="agent")):
        (promise,) = spoken
        end = len(text.rstrip(" .!?"))
        assert (promise.act, promise.fact, promise.value, promise.end) == ("promise", "promise", "5", end)
        assert "5 days" in text[promise.start : promise.end]


def test_a_step_already_tried_is_noted_as_it_was_put() -> None:
    for text, (tried,) in said(event(Act("tried_step", "step_tried"))):
        step = text.rstrip(" .!?")
        assert tried == Spoken("tried_step", "step_tried", step, 0, len(step))


def test_asking_for_the_problem_is_asking_and_reading_the_history_is_using() -> None:
    ((_, (asked,)),) = said(event(Act("ask_problem_again", "problem"), by="agent"), times=1)
    ((_, (used,)),) = said(event(Act("use_history", "problem"), by="agent"), times=1)
    assert (asked.act, asked.fact, asked.value) == ("ask_again", "problem", "")
    assert (used.act, used.fact) == ("use", "problem")


def test_a_transcript_of_a_call_has_a_line_for_each_act_and_spans_behind_the_speaker() -> None:
    acts = (Act("greet_agent", by="agent"), Act("ask", "account", "agent"), Act("answer", "account", "customer"))
    for text, (_, answered) in said(event(*acts, system="telephony", kind="call")):
        lines = text.split("\n")
        assert [line.split(":")[0] for line in lines] == ["Agent", "Agent", "Customer"]
        assert text[answered.start : answered.end] == answered.value
        assert answered.start >= text.index("Customer: ") + len("Customer: ")


@pytest.mark.parametrize(("system", "kind"), [("mailbox", "message"), ("helpdesk", "message")])
def test_a_letter_has_its_greeting_and_its_name_on_lines_of_their_own(system: str, kind: str) -> None:
    acts = (Act("letter_open"), Act("use", "invoice"), Act("letter_close"))
    for text, _ in said(event(*acts, by="agent", system=system, kind=kind)):
        opening, body, closing = text.split("\n\n")
        assert opening in ("Dear Ann,", "Hello Ann,")
        assert "INV-000000104" in body
        assert closing.splitlines()[1] == "Kim R."


def test_a_survey_comment_follows_the_rating_and_is_often_empty() -> None:
    comments = [text for text, _ in said(event(Act("survey"), system="surveys", kind="rating", detail="5"), times=60)]
    assert 5 < comments.count("") < 50
    assert {"Great!", "Quick and clear."} <= set(comments)


def test_a_name_that_ends_with_a_stop_gets_no_second_one() -> None:
    greetings = [text for text, _ in said(event(Act("greet_agent"), by="agent"), times=40)]
    assert "Thank you for contacting Brightline, my name is Kim R." in greetings
    assert not any(".." in text for text in greetings)


def test_the_same_chance_says_the_same_and_another_one_something_else() -> None:
    acts = (Act("greet_customer"), Act("state_problem", "problem"), Act("give", "account"))
    happened = event(*acts, sloppiness=0.5)
    again = [list(said(happened)) for _ in range(2)]
    assert again[0] == again[1]
    assert len({text for text, _ in again[0]}) > 8


def test_sloppy_people_misspell_and_calls_and_agents_do_not() -> None:
    pool = vocabulary()["ask.account"]["seen"]
    known = {each for text in pool for each in named(compile_wording(text), NOUNS).sentences}
    assert all((text,) in known for text, _ in said(event(Act("ask", "account"), by="agent", sloppiness=1.0)))
    angry = {each for text in vocabulary()["angry"]["seen"] for each in compile_wording(text).sentences}
    assert not any((text,) in angry for text, _ in said(event(Act("angry"), sloppiness=1.0)))
    calls = said(event(Act("angry", by="customer"), system="telephony", kind="call", sloppiness=1.0))
    assert all((text.removeprefix("Customer: "),) in angry for text, _ in calls)


def test_an_act_without_words_and_a_part_that_there_is_not_are_named() -> None:
    with pytest.raises(UsageError, match='No words for the act "sing"'):
        SPEECH["seen"].say(event(Act("sing")), Chance(1, "x"))
    with pytest.raises(UsageError, match=r'No part "hidden" of the vocabulary\. Known: seen, heldout'):
        Speech(SCENARIO, "hidden")
