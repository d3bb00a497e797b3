"""What a customer agreed to is the strictest of what stands; sources are read in their own spelling, and doubt is no consent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.customers import Statement, consents_of, known_purposes
from tests.customers.test_traits import MIA, interaction, profiles, record

PURPOSES = {name: purpose.part_of for name, purpose in known_purposes().items()}
EMAIL = "marketing_email"


def told(
    granted: bool | None, at: int, source: str = "crm", identifier: str = "a:1", purpose: str = EMAIL
) -> Statement:
    return Statement(identifier, purpose, granted, source, f"{source}-{at}", at)


def written(granted: bool | None, at: int, identifier: str = "a:1", purpose: str = EMAIL) -> Statement:
    return Statement(identifier, purpose, granted, "", "said so", at, "tester")


def standing(*said: Statement, purpose: str = EMAIL) -> str:
    return consents_of(said, PURPOSES)[purpose].standing


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([], "unknown"),
        ([told(True, 1)], "granted"),
        ([told(True, 1), told(False, 2)], "denied"),
        ([told(False, 1), told(True, 2)], "granted"),
        # The strictest over sources and identifiers, however old.
        ([told(False, 1, "crm"), told(True, 9, "shop")], "denied"),
        ([told(False, 1), told(True, 9, identifier="b:2")], "denied"),
        # A lifted refusal is consent to nothing.
        ([told(None, 1)], "unknown"),
        ([told(False, 1), told(None, 2)], "unknown"),
        ([told(False, 1), told(None, 2), told(True, 1, "shop")], "granted"),
        # A person's word replaces what was said before of that identifier, and nothing else.
        ([told(False, 1), written(True, 2)], "granted"),
        ([told(False, 1, "crm"), told(False, 1, "shop"), written(True, 2)], "granted"),
        ([told(False, 3), written(True, 2)], "denied"),
        ([told(False, 1, identifier="b:2"), written(True, 2)], "denied"),
        ([written(False, 2), written(True, 3)], "granted"),
        # Taken back, it is as if nothing had been written.
        ([told(False, 1), written(True, 2), written(None, 3)], "denied"),
        ([told(True, 1), written(False, 2), written(None, 3)], "granted"),
        ([written(False, 2), written(None, 3), written(True, 4)], "granted"),
        # At one and the same moment the stricter counts.
        ([told(True, 1), told(False, 1)], "denied"),
        ([told(False, 2), written(True, 2)], "granted"),
    ],
)
def test_what_stands(said: list[Statement], expected: str) -> None:
    assert standing(*said) == expected


def test_who_refuses_marketing_refuses_each_way_of_it_and_nothing_else() -> None:
    found = consents_of(
        [told(False, 1, purpose="marketing"), told(True, 2), told(True, 2, purpose="analytics")], PURPOSES
    )
    denied = {name for name, each in found.items() if each.standing == "denied"}
    assert denied == {"marketing", EMAIL, "marketing_sms", "marketing_phone", "marketing_whatsapp"}
    assert found[EMAIL].through == "marketing"
    assert (found["analytics"].standing, found["profiling"].standing) == ("granted", "unknown")


def test_who_agrees_to_marketing_has_agreed_to_no_way_of_it_yet() -> None:
    assert standing(told(True, 1, purpose="marketing"), purpose="marketing") == "granted"
    assert standing(told(True, 1, purpose="marketing")) == "unknown"


_STATEMENTS = st.lists(
    st.builds(
        Statement,
        st.sampled_from(["a:1", "b:2", "c:3"]),
        st.sampled_from(["marketing", EMAIL, "analytics"]),
        st.sampled_from([True, False, None]),
        st.sampled_from(["crm", "shop"]),
        st.sampled_from(["r1", "r2"]),
        st.integers(0, 4),
    )
    | st.builds(
        Statement,
        st.sampled_from(["a:1", "b:2", "c:3"]),
        st.sampled_from(["marketing", EMAIL, "analytics"]),
        st.sampled_from([True, False, None]),
        st.just(""),
        st.sampled_from(["phone", "letter"]),
        st.integers(0, 4),
        st.sampled_from(["ann", "bob"]),
    ),
    max_size=12,
)
_STRICT = {"granted": 0, "unknown": 1, "denied": 2}


@given(_STATEMENTS, st.randoms())
def test_order_and_repetition_never_matter(said: list[Statement], chance: object) -> None:
    mixed = [*said, *said[::2]]
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert consents_of(mixed, PURPOSES) == consents_of(said, PURPOSES)


@given(_STATEMENTS)
def test_merging_never_permits_what_one_of_them_denied_and_parting_gives_each_its_own(said: list[Statement]) -> None:
    one = [each for each in said if each.identifier == "a:1"]
    other = [each for each in said if each.identifier != "a:1"]
    merged, apart = consents_of(said, PURPOSES), [consents_of(each, PURPOSES) for each in (one, other)]
    for purpose in PURPOSES:
        singly = [each[purpose].standing for each in apart]
        if "denied" in singly:
            assert merged[purpose].standing == "denied"
        elif "granted" in singly:
            assert merged[purpose].standing == "granted"
        else:
            assert merged[purpose].standing == "unknown"


def stated(**raw: object) -> set[tuple[str, bool | None]]:
    with profiles([record(1, **raw)]) as connection:
        return set(connection.execute("SELECT purpose, granted FROM consents").fetchall())


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # Spellings of real exports: HubSpot, Salesforce, Intercom, Qualtrics, Shopify (both), Klaviyo.
        ({"property_hs_email_optout": "true"}, (EMAIL, False)),
        ({"property_hs_email_optout": "false"}, (EMAIL, None)),
        ({"has_opted_out_of_email": "TRUE"}, (EMAIL, False)),
        ({"HasOptedOutOfEmail": True}, (EMAIL, False)),
        ({"email_opt_in_c": "true"}, (EMAIL, True)),
        ({"do_not_call": "TRUE"}, ("marketing_phone", False)),
        ({"DoNotCall": "false"}, ("marketing_phone", None)),
        ({"unsubscribed_from_emails": "FALSE"}, (EMAIL, None)),
        ({"unsubscribed": "true"}, (EMAIL, False)),
        ({"accepts_marketing": "TRUE"}, (EMAIL, True)),
        ({"accepts_marketing": "FALSE"}, (EMAIL, False)),
        ({"email_marketing_consent_state": "SUBSCRIBED"}, (EMAIL, True)),
        ({"email_marketing_consent_state": "NOT_SUBSCRIBED"}, (EMAIL, False)),
        ({"email_marketing_consent": {"state": "unsubscribed"}}, (EMAIL, False)),
        ({"sms_marketing_consent": {"state": "subscribed"}}, ("marketing_sms", True)),
        ({"subscriptions": {"email": {"marketing": {"consent": "SUBSCRIBED"}}}}, (EMAIL, True)),
        ({"subscriptions": {"sms": {"marketing": {"consent": "UNSUBSCRIBED"}}}}, ("marketing_sms", False)),
        ({"custom_sms_consent": "true"}, ("marketing_sms", True)),
        ({"traits": '{"whatsapp_opt_in": true}'}, ("marketing_whatsapp", True)),
        ({"marketing_opt_out": 1}, ("marketing", False)),
        ({"context": '{"consent": {"categoryPreferences": {"Analytics": false}}}'}, ("analytics", False)),
        ({"consent": {"ad_personalization": "denied"}}, ("profiling", False)),
    ],
)
def test_sources_are_read_in_their_own_words(raw: dict[str, object], expected: tuple[str, bool | None]) -> None:
    assert stated(**raw) == {expected}


@pytest.mark.parametrize("value", ["pending", "", None, "maybe", "2", "REDACTED", "2025-07-10 08:30:00", "x", ["x"]])
def test_what_is_neither_yes_nor_no_is_no_consent(value: object) -> None:
    assert stated(email_marketing_consent_state=value) == set()


@pytest.mark.parametrize(
    "value", ["opted out", "Opted-Out", "unsubscribed", "OPT_OUT", "x", "2025-07-10 08:30:00", "maybe"]
)
def test_whatever_stands_in_a_column_for_refusals_refuses_unless_it_says_no(value: str) -> None:
    assert stated(has_opted_out_of_email=value) == {("marketing_email", False)}


@pytest.mark.parametrize("value", ["no", "False", "subscribed", "opted in", "never"])
def test_no_refusal_is_no_consent(value: str) -> None:
    assert stated(has_opted_out_of_email=value) == {("marketing_email", None)}


@pytest.mark.parametrize("value", ["unsubscribe", "opted-out", "Opt-Out", "cleaned", "STOP"])
def test_an_opt_out_is_one_in_a_column_for_consent_too(value: str) -> None:
    assert stated(newsletter=value) == {("marketing_email", False)}


@pytest.mark.parametrize("value", ["", None, "pending", "null", "Unknown"])
def test_nothing_in_a_column_for_refusals_says_nothing(value: str | None) -> None:
    assert stated(has_opted_out_of_email=value) == set()


def test_an_order_states_what_its_buyer_said_at_the_time() -> None:
    order = interaction(1, 77, buyer_accepts_marketing="TRUE", Item="newsletter stand")
    with profiles([], [order]) as connection:
        found = connection.execute(
            "SELECT identifier, purpose, granted, source, evidence, at_us, author FROM consents"
        ).fetchall()
    assert found == [(MIA, EMAIL, True, "orders", "i1", 77, "")]
