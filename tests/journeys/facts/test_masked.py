"""What is left of a sentence once everything is taken out that could tell of whom or what it speaks."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.journeys.facts.doubts import doubts_in
from clew.journeys.facts.masked import masked
from clew.journeys.facts.plain_words import plain_words
from clew.journeys.facts.read import Reader

CASES = [
    (
        "Could you tell me the long string on Mia's card, please?",
        "could you tell me the long string on [name] card, please?",
    ),
    ("Maria, could you tell me what it says there?", "[name], could you tell me what it says there?"),
    (
        "What does it say under “Meine Rechnung”, would you tell me?",
        "what does it say under [quote] would you tell me?",
    ),
    ("Please look at shop.example/mia or https://x.org/?id=7 again.", "please look at [value] or [link] again."),
    (
        "What's the address mia@x.org you signed up with (or 12 Elm St)?",
        "what's the address [email] you signed up with or [number] [name]?",
    ),
    ("Is D'Angelo or @mia_k the one who pays, and/or mia_lopez?", "is [name] or [name] the one who pays, [value]?"),
    (
        "So that is 471109, 2026-03-01 and $40 for ABC-1234, right?",
        "so that is [digits] [date] and [amount] for [code] right?",
    ),
    ("Können Sie mir die Kundennummer von Herrn Müller nennen?", "können sie mir die kundennummer von [name] nennen?"),
    ("À qui ai-je l'honneur, Monsieur Dupont ?", "à qui ai-je l'honneur, [name] ?"),
    ("Hello, this is Petra O. How can I help?", "hello, this is [name]. how can i help?"),
    (
        "[Mia Lopez, could you tell me?] [Bo Li](Al) (Petra: hello).",
        "[name], could you tell me? [name] [value] [name]: hello.",
    ),
    ("PLEASE SEND MIA LOPEZ", None),
    ("电话号码是多少?", None),
    ("Mia?", None),
    ("", None),
]


@pytest.mark.parametrize(("sentence", "shown"), CASES)
def test_only_how_it_asks_is_left(sentence: str, shown: str | None) -> None:
    assert masked(sentence, 0, len(sentence)) == shown


def test_what_was_read_as_a_value_anywhere_in_the_text_is_masked_in_small_letters_too() -> None:
    text = "I have the comet five here. Is it the comet that you are asking about?"
    start = text.index("Is it")

    assert masked(text, start, len(text), [(11, 21)]) == "is it the [value] that you are asking about?"


@given(st.one_of(st.text(max_size=60), st.text(alphabet="[](){}Mia7 @/.,?!'\"-_“”", max_size=40)))
def test_no_digit_and_no_capital_is_ever_left(text: str) -> None:
    shown = masked(text + " could you tell me?", 0, len(text) + 19) or ""

    assert not any(sign.isdigit() or sign.isupper() or sign in "@_/" for sign in shown)


@given(
    st.lists(
        st.sampled_from(["Mia", "LOPEZ", "O'Neill", "Jean-Luc", "[Petra", "(Bo)", "*Ilse*", "76623077", "mia@x.org"]),
        min_size=1,
        max_size=4,
    )
)
def test_names_and_numbers_never_survive_wherever_they_stand(values: list[str]) -> None:
    text = f"{values[0]}, could you {' '.join(values)} tell me, {values[-1]}?"
    shown = masked(text, 0, len(text)) or ""

    assert not any(part in shown for value in values for part in re.findall(r"\w{3,}", value.lower()))


def test_english_nouns_are_no_plain_words_so_that_a_capital_tells_a_name() -> None:
    assert plain_words().isdisjoint({"bill", "mark", "grace", "account"})
    assert {"kundennummer", "could", "sie"} <= plain_words()


def doubts(text: str, party: str = "agent") -> list[str]:
    return [text[each.start : each.end] for each in doubts_in(text, Reader().read(text, party))]


def test_doubtful_is_what_the_company_requests_where_no_rule_reads_a_question() -> None:
    assert doubts("Hello. Could you kindly repeat the thing that we go by? Bye.") == [
        "Could you kindly repeat the thing that we go by?"
    ]
    assert doubts("What is your account number?") == []
    assert doubts("Your bill is corrected. Have a nice day.") == []
    assert doubts("Could you kindly repeat the thing that we go by?", "customer") == []
    assert doubts("Please " + "look at it and " * 60 + "say?") == []
    assert (
        len(doubts("Würden Sie bitte noch einmal nachsehen? Veuillez regarder encore. Por favor, mire otra vez.")) == 3
    )
