"""The published vocabulary: two parts that say the same in other words, in a grammar that tells what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import count

import pytest

from clew.model import InputError
from clew.simulator.chance import Chance
from clew.simulator.living.world import openings
from clew.simulator.scenario import FACTS, Words
from clew.simulator.scenarios.scenario_file import known_scenarios, load_scenario
from clew.simulator.wording import PARTS, check_wording, compile_wording, facts_told, vocabulary, vocabulary_page
from clew.simulator.wording.grammar import fullest, named
from clew.simulator.wording.spelling import careless, misspelt, typo, written_fact

ACTS_ABOUT_FACTS = ("give", "answer", "ask", "reverify", "use")
HUNTED = {
    *("ask_problem", "already_said", "refer_earlier", "promise", "apology", "angry", "relief"),
    *("chase", "chase_first", "chase_promised", "no_status", "unclear", "what_corrected", "transfer", "call_us"),
    *("first_contact_after_looking", "its_back", "hand_over_bot", "refer_bot"),
    *("greet_agent_informed", "close_agent", "close_agent_open"),
    *(f"ask.{fact}" for fact in FACTS),
}


def runs_of_five(wordings: Iterable[str]) -> set[tuple[str, ...]]:
    """Every five words in a row that some sentence of the wordings can say without a slot between them."""
    found: set[tuple[str, ...]] = set()
    for text in wordings:
        for sentence in compile_wording(text).sentences:
            for literal in sentence[::2]:
                words = re.findall(r"[a-z']+", literal.lower())
                found |= {tuple(words[place : place + 5]) for place in range(len(words) - 4)}
    return found


def test_alternations_are_spelt_out_and_slots_kept_apart() -> None:
    assert compile_wording("[Hi|Hello][ there|], it's {name}.").sentences == (
        ("Hi there, it's ", "name", "."),
        ("Hi, it's ", "name", "."),
        ("Hello there, it's ", "name", "."),
        ("Hello, it's ", "name", "."),
    )


def test_an_empty_choice_leaves_no_double_space_and_none_before_a_mark() -> None:
    assert compile_wording("Tell [me|] more [please|].").sentences == (
        ("Tell me more please.",),
        ("Tell me more.",),
        ("Tell more please.",),
        ("Tell more.",),
    )


@pytest.mark.parametrize(
    ("wording", "reason"),
    [
        ("I [paid my bill", "must open and close"),
        ("I paid] my bill", "must open and close"),
        ("[my [big|small] bill|it]", "may not nest"),
        ("this|that", "within an alternation"),
        ("account {acount}", "nothing fills the slot {acount}"),
        ("account {account", "a slot must open and close"),
        (" ", "empty"),
        ("[a|b|c|d|e]" * 6, "15625 sentences"),
    ],
)
def test_a_broken_wording_is_refused_with_the_wording_and_the_reason(wording: str, reason: str) -> None:
    assert reason in (check_wording(wording) or "")
    with pytest.raises(InputError) as refused:
        compile_wording(wording)
    assert wording in str(refused.value)
    assert reason in str(refused.value)


def test_what_an_opening_tells_is_no_chance() -> None:
    wording = compile_wording("[Invoice {invoice}|My invoice] is {asked}[, not {usual}|].")
    assert facts_told(wording.text) == {"invoice", "amount"}
    assert [sentence[1] for sentence in fullest(wording).sentences] == ["invoice", "invoice"]


def test_every_fact_has_words_in_every_act_about_facts() -> None:
    missing = [f"{act}.{fact}" for act in ACTS_ABOUT_FACTS for fact in FACTS if f"{act}.{fact}" not in vocabulary()]
    assert missing == []


def test_what_tells_a_fact_always_holds_it_and_what_asks_for_it_never_does() -> None:
    for name, parts in vocabulary().items():
        act, _, fact = name.partition(".")
        for text in (*parts["seen"], *parts["heldout"]):
            for sentence in compile_wording(text).sentences:
                slots = tuple(slot for slot in sentence[1::2] if not slot.startswith("noun_"))
                if act in ("give", "answer", "use"):
                    assert slots == (fact,), text
                elif act in ("ask", "ask_problem", "reverify"):
                    assert slots == (), text


def test_a_company_says_its_own_word_for_what_it_asks_for() -> None:
    asked = named(compile_wording("Your {noun_order}, is it {order}?"), {"order": "booking code"})
    assert asked.sentences == (("Your booking code, is it ", "order", "?"),)


def test_of_facts_that_stand_in_different_alternatives_only_those_that_are_surely_spoken_count_as_told() -> None:
    text = "[Invoice {invoice}|The sum of {amount}] is wrong."
    assert facts_told(text) == {"invoice"}
    assert openings([text, "It is {asked}."]) == (frozenset({"invoice"}), frozenset({"amount"}))


def test_a_word_for_a_fact_never_begins_a_sentence_as_it_has_no_capital() -> None:
    wordings = [text for parts in vocabulary().values() for part in PARTS for text in parts[part]]
    assert [text for text in wordings if re.search(r"(^|[.?!:] )\{noun_", text)] == []


@pytest.mark.parametrize("part", PARTS)
def test_acts_that_detectors_hunt_have_four_wordings_or_more_and_all_others_two(part: str) -> None:
    thin = {
        act: len(parts[part]) for act, parts in vocabulary().items() if len(parts[part]) < (4 if act in HUNTED else 2)
    }
    assert thin == {}


def test_the_two_parts_share_no_sentence() -> None:
    for act, parts in vocabulary().items():
        seen, heldout = (
            {sentence for text in parts[part] for sentence in compile_wording(text).sentences} - {("",)}
            for part in PARTS
        )
        # A bare value ("INV-104", "{full_name}") is nobody's wording.
        bare = {sentence for sentence in seen & heldout if not "".join(sentence[::2]).strip()}
        assert seen & heldout == bare, act


def test_no_held_out_sentence_has_five_words_in_a_row_from_a_seen_one_of_its_act() -> None:
    parts = {act: [runs_of_five(wordings[part]) for part in PARTS] for act, wordings in vocabulary().items()}
    for scenario in known_scenarios():
        for issue in load_scenario(scenario).issues:
            for act in set(Words.__struct_fields__) - {"searches", "articles"}:
                both = (getattr(issue.words.seen, act), getattr(issue.words.heldout, act))
                parts[f"{scenario}.{issue.name}.{act}"] = [runs_of_five(wordings) for wordings in both]
    shared = {act: seen & heldout for act, (seen, heldout) in parts.items() if seen & heldout}
    assert shared == {}


def test_the_page_has_every_act_with_what_may_be_seen_and_nothing_that_is_held_out() -> None:
    page = vocabulary_page()
    assert all(f"## `{act}`" in page for act in vocabulary())
    assert "| `[Hi\\|Hello\\|Hey\\|hi there],` |" in page
    assert "Howdy" not in page
    assert all(line.replace(r"\|", "").count("|") == 2 for line in page.splitlines() if line.startswith("| "))


def test_the_same_draws_misspell_the_same_and_other_draws_otherwise() -> None:
    text = "I was charged twice for the same invoice"
    assert typo(text, Chance(3, "a").unit) == typo(text, Chance(3, "a").unit)
    assert len({typo(text, Chance(seed, "a").unit) for seed in range(40)}) > 20


def test_a_typo_changes_one_word_by_one_slip_and_leaves_digits_and_short_words_alone() -> None:
    draw = Chance(5, "typos").unit
    before = ["call", "me", "at", "5550147123", "about", "the", "refund"]
    slipped: set[int] = set()
    for _ in range(300):
        after = typo(" ".join(before), draw).split()
        changed = [place for place, word in enumerate(after) if word != before[place]]
        assert len(changed) == 1
        slipped |= set(changed)
    assert slipped == {0, 4, 6}
    assert typo("12 to go", draw) == "12 to go"


def test_each_way_to_slip_is_known_letter_by_letter() -> None:
    def drawn(*values: float) -> Callable[[], float]:
        numbers = (values[place] if place < len(values) else 0.0 for place in count())
        return lambda: next(numbers)

    # word 0 of 1, the letter behind the first one, then the kind of slip (quarters)
    assert typo("bill", drawn(0, 0, 0.1)) == "blil"
    assert typo("bill", drawn(0, 0, 0.3)) == "biill"
    assert typo("bill", drawn(0, 0, 0.6, 0.0)) == "bull"
    assert typo("bill", drawn(0, 0, 0.9)) == "bll"


def test_misspelling_and_carelessness_never_touch_a_slot() -> None:
    sentence = ("My account number is ", "account", ", I suppose.")
    draw = Chance(1, "slots").unit
    for _ in range(200):
        assert misspelt(sentence, draw)[1] == "account"
    assert careless(sentence) == ("my account number is ", "account", ", I suppose")
    assert careless(("", "account", ".")) == ("", "account", "")


def test_facts_are_written_in_more_ways_than_one_and_all_others_as_they_are() -> None:
    assert written_fact("account", "47110815", lambda: 0.2) == "4711 0815"
    assert written_fact("amount", "$84.20", lambda: 0.2) == "84.20"
    assert written_fact("phone", "+12125550147", lambda: 0.1) == "(212) 555-0147"
    assert written_fact("phone", "+12125550147", lambda: 0.2) == "212-555-0147"
    assert written_fact("account", "47110815", lambda: 0.3) == "47110815"
    assert written_fact("invoice", "INV-104", lambda: 0.0) == "INV-104"


def said(acts: Iterable[str]) -> list[str]:
    """Every sentence of these acts, in both parts, with its slots."""
    return [
        "".join(f"{{{each}}}" if place % 2 else each for place, each in enumerate(sentence))
        for act in acts
        for part in PARTS
        for text in vocabulary()[act][part]
        for sentence in compile_wording(text).sentences
    ]


def issue_words(*acts: str) -> list[str]:
    """Every wording of these acts in every scenario that comes with Clew, in both parts."""
    return [
        text
        for name in known_scenarios()
        for issue in load_scenario(name).issues
        for words in (issue.words.seen, issue.words.heldout)
        for act in acts
        for text in getattr(words, act)
    ]


def matching(pattern: str, texts: Iterable[str]) -> list[str]:
    return [text for text in texts if re.search(pattern, text, re.IGNORECASE)]


def test_nobody_but_who_asks_for_the_problem_asks_what_it_is() -> None:
    asking = r"what.{0,20} about|rephrase|other words|can you try again|what's up|what brings|describe|keywords|shorter sentence"
    others = [name for name in vocabulary() if name.partition(".")[0].endswith(("_bot", "_menu", "_agent", "informed"))]
    assert matching(asking, said(["ask_problem"])) != []
    assert matching(asking, said(others)) == []
    assert matching(asking, issue_words("generic_answer", "specific_answer")) == []


def test_an_agent_who_knows_what_it_is_about_does_not_offer_to_be_told() -> None:
    assert matching(r"\?|help|tell", said(["greet_agent_informed"])) == []


def test_a_bot_that_hands_over_sends_nobody_away_and_one_that_sends_away_hands_nobody_over() -> None:
    assert matching(r"contact|website|yourself|call", said(["hand_over_bot"])) == []
    assert matching(r"hold on|connecting|transferring|passing|takes over|stay", said(["refer_bot"])) == []


COUNTED = r"\b(second|third|fourth|sixth|once more|twice|three times|\d+x|whole week|last week|days ago|weeks)\b"


def test_who_chases_or_notes_counts_neither_contacts_nor_weeks_and_only_the_promised_speak_of_a_promise() -> None:
    promise = r"promise|deadline|told I'd|gave me your word"
    chasing = said(["chase", "chase_first", "its_back", "refer_earlier", "first_contact_after_looking"])
    assert matching(promise, chasing) == []
    assert matching(promise, said(["chase_promised"])) != []
    notes = said(["note_review", "note_passed", "note_found", "note_chased"])
    counted = matching(COUNTED, [*said(["chase_first", "chase_promised", "refer_earlier"]), *notes])
    assert counted == []
    assert matching(COUNTED + r"|repeating|been through|before\b", issue_words("note_problem")) == []


def test_small_talk_claims_no_time_of_day_and_no_day_of_the_week() -> None:
    claims = r"\b(morning|evening|afternoon|night|lunch|weekend|all day|(mon|tues|wednes|thurs|fri|satur|sun)day|\w*(snow|rain)ing)\b"
    talk = ["greet_customer", "small_talk_customer", "small_talk_agent", "goodbye_customer", "greet_agent", "call_us"]
    assert matching(claims, said(talk)) == []


def test_a_date_is_only_named_for_what_comes_each_month_or_was_agreed_on() -> None:
    acts = set(Words.__struct_fields__) - {"solve", "closing_summary"}
    assert matching("{next_date}", issue_words(*sorted(acts))) == []
    assert matching("{next_date}", said(vocabulary())) == []


def test_who_insists_tells_no_step_that_they_have_tried() -> None:
    tried = r"\b(twice|(two|three|five|several) times|already|restarted|reset|checked|I tried|have read|filled)\b"
    assert matching(tried, issue_words("tried_step")) != []
    assert matching(tried, issue_words("insist")) == []
