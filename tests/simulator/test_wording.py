"""The published vocabulary: two parts that say the same in other words, in a grammar that tells what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count

import pytest

from clew.model import InputError
from clew.simulator.chance import Chance
from clew.simulator.scenario import FACTS
from clew.simulator.wording import PARTS, check_wording, compile_wording, facts_told, vocabulary, vocabulary_page
from clew.simulator.wording.grammar import fullest
from clew.simulator.wording.spelling import careless, misspelt, typo, written_fact

ACTS_ABOUT_FACTS = ("give", "answer", "ask", "reverify", "use")
HUNTED = {
    *("ask_problem", "already_said", "refer_earlier", "promise", "apology", "angry", "relief"),
    *("chase", "no_status", "unclear", "what_corrected", "transfer", "call_us"),
    *(f"ask.{fact}" for fact in FACTS),
}


def runs_of_five(act: str, part: str) -> set[tuple[str, ...]]:
    """Every five words in a row that some sentence of the act can say without a slot between them."""
    found: set[tuple[str, ...]] = set()
    for text in vocabulary()[act][part]:
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
                if act in ("give", "answer", "use"):
                    assert sentence[1::2] == (fact,), text
                elif act in ("ask", "ask_problem", "reverify"):
                    assert len(sentence) == 1, text


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
    shared = {act: both for act in vocabulary() if (both := runs_of_five(act, "seen") & runs_of_five(act, "heldout"))}
    assert shared == {}


def test_the_page_has_every_act_with_both_parts_side_by_side() -> None:
    page = vocabulary_page()
    assert all(f"## `{act}`" in page for act in vocabulary())
    assert "| `[Hi\\|Hello\\|Hey\\|hi there],` | `Howdy.` |" in page
    assert all(line.replace(r"\|", "").count("|") == 3 for line in page.splitlines() if line.startswith("| "))


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
