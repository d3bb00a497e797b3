"""What a journey's talk makes of facts: answers to what was asked, asked again, verified, the problem once for each conversation."""

from __future__ import annotations

from clew.journeys.facts import Message, Reader, Settler, known_kinds
from clew.journeys.facts.settle import Fact, Formats

READER = Reader()
FORMATS = Formats({"account": frozenset({8}), "postcode": frozenset({5})})


def settled(*talk: tuple[str, str], products: frozenset[str] = frozenset(), formats: Formats = FORMATS) -> list[Fact]:
    """Each line of talk is ``chat:customer`` and what was said."""
    messages = []
    for number, (who, text) in enumerate(talk):
        conversation, _, party = who.partition(":")
        messages.append(Message(f"i{number}", number, conversation, text, READER.read(text, party)))
    return list(Settler(known_kinds(), formats, products).settle(messages))


def acts(*talk: tuple[str, str]) -> list[tuple[int, str, str]]:
    return [(each.position, each.fact, each.act) for each in settled(*talk)]


def test_a_bare_number_is_what_was_asked_for() -> None:
    found = settled(("chat:agent", "What is your account number, please?"), ("chat:customer", "76623077"))
    assert [(each.fact, each.act, each.value) for each in found] == [
        ("account", "ask", None),
        ("account", "answer", "76623077"),
    ]


def test_two_bare_numbers_are_told_apart_by_their_length() -> None:
    found = settled(
        ("chat:agent", "What is your account number? What is your ZIP code?"),
        ("chat:customer", "Sure, 63070. It's 76623077."),
    )
    assert [(each.fact, each.value) for each in found if each.value] == [("postcode", "63070"), ("account", "76623077")]


def test_a_bare_name_is_the_customers() -> None:
    assert acts(("chat:customer", "Mia Tran.")) == [(0, "name", "give")]
    assert acts(("chat:agent", "What is your full name?"), ("chat:customer", "It's Mia Tran.")) == [
        (0, "name", "ask"),
        (1, "name", "answer"),
    ]


def test_asking_for_what_was_given_in_another_channel_is_asking_again() -> None:
    talk = [
        ("bot:customer", "My account number is 76623077."),
        ("call:agent", "What is your account number?"),
        ("call:agent", "For security reasons, please confirm your account number."),
        ("call:agent", "What is your ZIP code?"),
    ]
    assert [each[2] for each in acts(*talk)] == ["give", "ask_again", "verify", "ask"]


def test_confirming_a_sum_is_no_check_of_who_somebody_is() -> None:
    talk = [("a:customer", "The amount is $20.00."), ("b:agent", "Just to confirm, what is the amount?")]
    assert acts(*talk)[-1] == (1, "amount", "ask_again")


def test_what_the_company_knew_itself_was_not_given_by_the_customer() -> None:
    assert (
        acts(("a:agent", "I have account 76623077 open."), ("b:agent", "What is your account number?"))[-1][2] == "ask"
    )


def test_the_problem_is_told_once_in_each_conversation_and_again_when_asked_for() -> None:
    talk = [
        ("bot:customer", "Hi! My internet is down since yesterday."),
        ("bot:customer", "It is still not working at all."),
        ("call:agent", "So what is the problem?"),
        ("call:customer", "The router shows a red light."),
    ]
    problems = [(each.position, each.value) for each in settled(*talk) if each.fact == "problem" and each.value]
    assert problems == [(0, "My internet is down since yesterday"), (3, "The router shows a red light")]


def test_a_product_learnt_elsewhere_is_found_by_its_name() -> None:
    found = settled(("a:customer", "I want to leave Fiber 100 for another plan."), products=frozenset({"fiber 100"}))
    assert [each.value for each in found if each.fact == "product"] == ["Fiber 100"]


def test_two_questions_for_different_days_are_not_the_same_one_asked_again() -> None:
    talk = [
        ("a:agent", "When are you arriving?"),
        ("a:customer", "May 3."),
        ("a:agent", "When will you be leaving?"),
        ("a:agent", "When are you arriving?"),
    ]
    assert [each[2] for each in acts(*talk) if each[1] == "date"] == ["ask", "answer", "ask", "ask_again"]


def test_a_bare_title_answers_the_question_for_the_product() -> None:
    found = settled(("a:agent", "Which plan do you have?"), ("a:customer", "Home Internet 200."))
    assert [(each.fact, each.act, each.value) for each in found if each.value] == [
        ("product", "answer", "Home Internet 200")
    ]


def test_a_pin_is_never_kept_as_an_answer() -> None:
    found = settled(("a:agent", "What is your account number?"), ("a:customer", "I forgot it, but my PIN is 76623077."))
    assert [each.value for each in found if each.fact == "account" and each.value] == []


def test_a_greeting_begins_the_matter_anew_within_one_case() -> None:
    talk = [
        ("case:customer", "Hello, my heating is cold since Monday."),
        ("case:customer", "Hi! My heating is still cold, nobody came."),
    ]
    assert [each.position for each in settled(*talk) if each.fact == "problem"] == [0, 1]


def test_codes_are_what_most_that_begin_like_them_are_here() -> None:
    formats = Formats.learnt({}, {"zz": {"invoice": 9, "order": 1}, "qq": {"invoice": 2}})
    found = settled(("a:customer", "How did ZZ-123456 come about? And QQ-123456?"), formats=formats)
    assert [(each.fact, each.value) for each in found if each.value and each.fact != "problem"] == [
        ("invoice", "ZZ-123456"),
        ("order", "QQ-123456"),
    ]


def test_a_number_is_what_most_of_its_length_are_here_whatever_noun_is_near() -> None:
    formats = Formats.learnt({"account": {8: 50}, "postcode": {5: 40, 8: 3}})
    found = settled(("a:customer", "The outage in 63070 goes on."), ("a:customer", "ZIP: 76623077."), formats=formats)
    assert [(each.fact, each.value) for each in found if each.value and each.fact != "problem"] == [
        ("postcode", "63070"),
        ("account", "76623077"),
    ]


def test_an_offer_to_help_at_the_beginning_asks_for_nothing_again() -> None:
    talk = [
        ("bot:customer", "My internet is down since yesterday."),
        ("call:agent", "Hello, you're through to Mia. What brings you here?"),
        ("call:agent", "Could you describe the problem to me?"),
    ]
    assert [each for each in acts(*talk) if each[1] == "problem"] == [
        (0, "problem", "give"),
        (2, "problem", "ask_again"),
    ]


def test_a_short_exclamation_belongs_to_the_problem_behind_it() -> None:
    found = settled(("a:customer", "We're cut off! Not even the radio works."))
    assert [each.value for each in found] == ["We're cut off! Not even the radio works"]


def test_whose_it_is_doesnt_belong_to_the_problem() -> None:
    found = settled(("a:customer", "The washing machine leaks on the floor. The contract runs under 76623077."))
    assert [each.value for each in found if each.fact == "problem"] == ["The washing machine leaks on the floor"]


def test_a_known_product_named_with_little_around_it_is_nobodys_name() -> None:
    talk = (("a:agent", "And your full name?"), ("a:customer", "One Fiber Hundred"))
    assert [each.fact for each in settled(*talk, products=frozenset({"fiber hundred"})) if each.value] == ["product"]


def test_a_number_in_a_products_name_is_no_number_of_anything() -> None:
    found = settled(("a:customer", "It's about Fiber 500."), products=frozenset({"fiber 500"}))
    assert [(each.fact, each.value) for each in found] == [("product", "Fiber 500")]


def test_what_is_only_named_beside_the_problem_belongs_to_it() -> None:
    for text in ("My internet is down since yesterday. Fiber, 63070.", "$90.10?! I have been overcharged this month."):
        (problem,) = [each for each in settled(("a:customer", text)) if each.fact == "problem"]
        assert problem.value == text.rstrip(".")
    letter = "My internet is down since yesterday.\n\n76623077"
    (problem,) = [each for each in settled(("a:customer", letter)) if each.fact == "problem"]
    assert problem.value == "My internet is down since yesterday", "a line of its own gives a number"


def test_whoever_opens_a_conversation_offers_help_and_a_bot_looks_for_its_menu() -> None:
    told = ("chat:customer", "My internet is down since yesterday.")
    asks = "Could you describe the problem to me?"
    assert ("call:agent", acts(told, ("call:agent", asks))[1:]) == ("call:agent", [])
    assert acts(told, ("chat:bot", asks))[1:] == []
    assert acts(told, ("chat:agent", asks))[1:] == [(1, "problem", "ask_again")]


def test_steps_of_reading_the_history_are_one() -> None:
    found = settled(("a:agent", "I have read everything you told us. I know what this is about."))
    assert [each.fact for each in found] == ["problem"]
