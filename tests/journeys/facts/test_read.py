"""What is read in one text: values with their characters, questions, checks, promises, and nothing that somebody only quotes."""

from __future__ import annotations

import pytest

from clew.journeys.facts import Reader, Reading

READER = Reader()


def said(text: str, party: str = "customer") -> list[tuple[str, str]]:
    reading = READER.read(text, party)
    assert all(each.value == text[each.start : each.end] for each in reading.said if each.fact != "promise")
    sure = [each for each in reading.said if each.fact or each.shape == "digits"]
    return [(each.fact, each.value) for each in sorted(sure, key=lambda each: each.start)]


def asked(text: str) -> list[tuple[str, bool]]:
    return [(each.fact, each.check) for each in READER.read(text, "agent").asked if not each.invites]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("My account number is 4283 7540.", [("account", "4283 7540")]),
        ("It's about 76623077, that's my customer number.", [("account", "76623077")]),
        ("my account number is 6060 0770 54687", [("account", "6060 0770"), ("", "54687")]),
        ("Where is my order ORD-847475622?", [("order", "ORD-847475622")]),
        (
            "Invoice INV-1044 is too high, $140.04 instead of $96.48.",
            [("invoice", "INV-1044"), ("amount", "$140.04"), ("amount_usual", "$96.48")],
        ),
        ("My bill is 44.10 more than usual, why?", [("amount_difference", "44.10")]),
        ("It went up by $38.13.", [("amount_difference", "$38.13")]),
        ("I never pay more than $41.00.", [("amount_usual", "$41.00")]),
        ("It's $41.00 as a rule.", [("amount_usual", "$41.00")]),
        ("You took $90.00, normally I pay $41.00.", [("amount", "$90.00"), ("amount_usual", "$41.00")]),
        ("You took $90.00, usually $41.00.", [("amount", "$90.00"), ("amount_usual", "$41.00")]),
        ("That's $12.00 too much.", [("amount_difference", "$12.00")]),
        ("It's $12.00 over the usual sum.", [("amount_difference", "$12.00")]),
        ("Where is my refund of $12.00?", [("amount", "$12.00")]),
        ("Something is wrong with the bill (customer 76623077).", [("account", "76623077")]),
        ("My customer number? 76623077.", [("account", "76623077")]),
        ("My profile doesn't load on +1 415 555 2671.", [("phone", "+1 415 555 2671")]),
        ("Mia Tran here, my line is dead.", [("name", "Mia Tran")]),
        ("Mia Tran is the name.", [("name", "Mia Tran")]),
        ("It's registered to Mia Tran.", [("name", "Mia Tran")]),
        ("You can reach me at mia@example.com.", [("email", "mia@example.com")]),
        ("Call me at +1 415 555 2671.", [("phone", "+1 415 555 2671")]),
        ("My ZIP code is 63070.", [("postcode", "63070")]),
        ("We moved on March 26, 2026.", [("date", "March 26, 2026")]),
        ("My name is Mia Tran.", [("name", "Mia Tran")]),
        ("hi, this is Omar Kelly", [("name", "Omar Kelly")]),
        ("The bill is wrong.\n\nRegards,\nMia Tran", [("name", "Mia Tran")]),
        ("My plan is the Fiber 100.", [("product", "Fiber 100")]),
    ],
)
def test_a_customers_facts_are_found_with_their_characters(text: str, facts: list[tuple[str, str]]) -> None:
    assert said(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("You'll hear from us within 5 days.", [("promise", "5")]),
        ("Your next bill comes on May 6.", [("date_next", "May 6")]),
        ("I've credited $68.75 to your account.", [("amount_difference", "$68.75")]),
        ("Hello, this is Daisy Hall at Brightline.", []),
        ("I can see account 76623077 here.", [("account", "76623077")]),
        ("I've waived $12.24 for you.", [("amount_difference", "$12.24")]),
        ("INV-1044 now stands at $95.39.", [("invoice", "INV-1044"), ("amount_usual", "$95.39")]),
        ("Brightline, you're speaking with Daisy H. What's up?", []),
        ("I've read the whole conversation.", [("problem", "I've read the whole conversation")]),
        ("My colleague has briefed me.", [("problem", "My colleague has briefed me")]),
        ("No need to repeat it, I have your notes.", [("problem", "No need to repeat it, I have your notes")]),
        ("I can't open the details of the invoice.", []),
    ],
)
def test_the_companys_facts_are_found_and_an_agents_own_name_is_none(text: str, facts: list[tuple[str, str]]) -> None:
    assert said(text, "agent") == facts


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("Could you give me your account number, please?", [("account", False)]),
        ("Please tell me your first and last name.", [("name", False)]),
        ("Who am I speaking with?", [("name", False)]),
        ("For security reasons, please confirm your full name.", [("name", True)]),
        ("Which invoice number is it about? And what is your ZIP code?", [("invoice", False), ("postcode", False)]),
        ("What is it about?", [("problem", False)]),
        ("I must match the ZIP on file. What is it?", [("postcode", True)]),
        ("I have to verify you first: please confirm your full name.", [("name", True)]),
        ("I can see your account number 76623077 here.", []),
        ("Is your account number 76623077?", []),
        ("Your order is on its way.", []),
        ("How can I help you today?", []),
        ("Please never share your account number with anyone.", []),
        ("Please don't send us your phone number here.", []),
        ("Thank you for giving me your postcode.", []),
        ("Would you like us to include your order number?", []),
    ],
)
def test_a_question_is_told_from_a_statement_and_a_check_from_a_question(
    text: str, questions: list[tuple[str, bool]]
) -> None:
    assert asked(text) == questions


def test_a_customers_question_asks_the_customer_nothing() -> None:
    assert READER.read("What is your account number for transfers?", "customer").asked == ()


def test_what_was_tried_is_told_from_what_happened() -> None:
    reading = READER.read("I bought a router and it hasn't come. I've called the carrier twice.", "customer")
    assert [(each.fact, each.value) for each in reading.said] == [("step_tried", "I've called the carrier twice")]


MAIL = """Please tell me your order number.

Regards,
George P.

--\x20
George P. | Mail team, account 11112222

On Wed, May 27, 2026 at 10:46 AM, Mia Tran <mia@example.org> wrote:
> Please tell me your account number.
> My account number is 4283 7540.
"""


def test_quoted_history_and_signatures_say_and_ask_nothing() -> None:
    reading = READER.read(MAIL, "agent")
    assert [each.fact for each in reading.asked] == ["order"]
    assert reading.said == ()


def test_an_answer_below_the_history_is_read_and_the_history_is_not() -> None:
    reading = READER.read("> What is your account number?\n> Regards\nIt's about ORD-77123.", "customer")
    assert [(each.fact, each.value) for each in reading.said] == [("order", "ORD-77123")]


def test_a_transcript_is_told_apart_by_its_speakers() -> None:
    reading = READER.read("Agent: What is your account number?\nCustomer: 76623077\nAgent: Thank you.", "customer")
    assert [(each.fact, each.speaker) for each in reading.said] == [("", "customer")]
    assert [each.fact for each in reading.asked] == ["account"]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "😀" * 500,
            "\n" * 100_000,
            "a" * 100_000,
            "A1" * 50_000,
            "1234 " * 20_000,
            "a.b." * 25_000,
            "-" * 100_000,
        ),
        *(
            "> hi\n" * 20_000,
            "Guten Tag, können Sie mir helfen? Meine Nummer habe ich verloren.",
            "お世話になっております。",
            "\x00\ufffd",
        ),
        "<div><p>Hello</p><br/>" * 4_000,
        "I tried " * 20_000,
        "the number of the " * 8_000,
        "Und die " * 20_000,
        "Tran Tran " * 10_000,
    ],
)
@pytest.mark.parametrize("party", ["customer", "agent"])
def test_odd_texts_are_read_without_harm(text: str, party: str) -> None:
    reading = READER.read(text, party)
    assert isinstance(reading, Reading)
    assert not reading.asked


def test_texts_without_end_are_read_as_far_as_is_worth_it() -> None:
    assert said("x " * 500_000 + "My account number is 42837540.") == []
