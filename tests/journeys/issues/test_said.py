"""Whose matter a conversation is by what the customer says in it: an account number, an address, an order's number."""

from __future__ import annotations

from tests.journeys.threads import DAY, HOUR, Made, Row, answered, make, said


def test_an_account_number_said_in_an_anonymous_chat_places_it() -> None:
    made = make([known(), *chat(None, "My account number is 44556677.")], read=True)

    assert customers(made, "hello", "number") == {"44556677"}


def test_a_bare_number_that_is_an_account_places_the_chat_too() -> None:
    made = make([known(), *chat(None, "44556677")], read=True)

    assert customers(made, "number") == {"44556677"}


def test_a_short_number_or_one_that_nobody_has_places_nothing() -> None:
    short = said("short", 0, "4455", text="hi")
    for text in ("4455", "My account number is 99887766."):
        made = make([known(), short, *chat(None, text)], read=True)

        (customer,) = customers(made, "number")
        assert str(customer).startswith("unknown/"), text


def test_an_account_number_that_the_company_says_places_the_conversation_too() -> None:
    story = [known(), said("hello", DAY, None, text="hi", conversation_id="c")]
    story.append(answered("told", DAY + HOUR, who=None, text="Your account number is 44556677.", conversation_id="c"))

    assert customers(make(story, read=True), "hello", "told") == {"44556677"}


def test_a_bare_number_that_the_company_says_places_nothing() -> None:
    story = [known(), said("hello", DAY, None, text="hi", conversation_id="c")]
    story.append(answered("told", DAY + HOUR, who=None, text="44556677", conversation_id="c"))
    (customer,) = customers(make(story, read=True), "hello")

    assert str(customer).startswith("unknown/")


def test_who_always_names_the_same_account_is_its_customer_where_nothing_is_named() -> None:
    handle = {"who": None, "identifiers": ["handle:x/1"]}
    story = [
        said("named", 0, text="My account number is 44556677.", conversation_id="1", **handle),
        said("silent", DAY, text="Any news?", conversation_id="2", **handle),
    ]
    assert customers(make([known(), *story], read=True), "silent") == {"44556677"}

    other = said("other", 0, "99990000", text="hi")
    story.append(said("another", 2 * DAY, text="It's for 99990000.", conversation_id="3", **handle))
    assert customers(make([known(), other, *story], read=True), "silent") != {"44556677"}


def test_a_number_quoted_from_an_earlier_mail_places_nothing() -> None:
    text = "It still doesn't work.\n\nOn Sat, Mar 7, 2026 at 6:55 AM, Ann <ann@example.com> wrote:\n> My account number is 44556677."
    made = make([known(), *chat(None, text, channel="email")], read=True)

    (customer,) = customers(made, "number")
    assert str(customer).startswith("unknown/")


def test_who_has_an_account_may_speak_of_somebody_elses() -> None:
    made = make([known(), *chat("11223344", "My mother's account number is 44556677.")], read=True)

    assert customers(made, "number") == {"11223344"}


def test_two_account_numbers_in_one_chat_place_nothing() -> None:
    other = said("other", 0, "99990000", text="hi")
    made = make([known(), other, *chat(None, "Is it 44556677 or 99990000?")], read=True)

    (customer,) = customers(made, "number")
    assert str(customer).startswith("unknown/")


def test_an_order_number_is_its_customers_wherever_it_is_named() -> None:
    order = said("o", 0, "44556677", source_id="ORD-778899", kind="order", channel="order")
    made = make([known(), order, *chat(None, "It's about my order ORD-778899.")], read=True)

    assert customers(made, "number") == {"44556677"}


def known() -> Row:
    return said("known", 0, "44556677", text="hi")


def chat(who: str | None, text: str, **columns: object) -> list[Row]:
    first = said("hello", DAY, who, text="hi there", conversation_id="c", **columns)
    return [first, said("number", DAY + HOUR, who, text=text, conversation_id="c", **columns)]


def customers(made: Made, *names: str) -> set[object]:
    return {made.of(name)["customer_id"] for name in names}
