"""Which of several tellings stands is the policy's to say; spellings of one value are one, other values are kept beside it."""

from __future__ import annotations

import pytest

from clew.customers import Telling, standing_trait
from clew.model import trait_policy_of


def told(value: str, at: int, source: str = "crm", alike: str | None = "", among: str = "") -> Telling:
    return Telling(value, source, f"{source}-{at}", at, value.lower() if alike == "" else alike, among)


ROME_OFTEN = [told("Rome", 1, "crm"), told("ROME", 2, "shop"), told("Bonn", 3, "desk")]


@pytest.mark.parametrize(
    ("policy", "value"),
    [
        ("latest", "Bonn"),
        ("most often", "ROME"),
        ("source:crm,desk", "Rome"),
        ("source:none,desk", "Bonn"),
        ("source:none", "Bonn"),
    ],
)
def test_the_policy_says_which_value_stands(policy: str, value: str) -> None:
    standing, _ = standing_trait(ROME_OFTEN, trait_policy_of(policy))
    assert standing.value == value
    assert standing_trait(ROME_OFTEN[::-1], trait_policy_of(policy))[0] == standing


def test_the_others_are_told_with_who_says_so_and_how_often() -> None:
    standing, others = standing_trait([*ROME_OFTEN, told("Rome", 1, "crm")], trait_policy_of("latest"))
    assert (standing.value, standing.source, standing.tellings) == ("Bonn", "desk", 1)
    assert [(each.value, each.tellings, each.sources, each.contradicts) for each in others] == [
        ("ROME", 2, ("crm", "shop"), True)
    ]


def test_what_cannot_be_compared_is_other_but_no_contradiction() -> None:
    tellings = [told("Germany", 1, among="word"), told("DE", 2, among="code"), told("Mia", 0, alike=None)]
    _, others = standing_trait(tellings, trait_policy_of("latest"))
    assert [(each.value, each.contradicts) for each in others] == [("Germany", False), ("Mia", False)]


def test_of_phones_and_e_mails_a_person_has_several() -> None:
    _, others = standing_trait(ROME_OFTEN, trait_policy_of("latest"), several=True)
    assert [each.contradicts for each in others] == [False]


def test_values_told_equally_often_are_settled_by_the_latest() -> None:
    standing, _ = standing_trait([told("Rome", 1), told("Bonn", 2)], trait_policy_of("most often"))
    assert standing.value == "Bonn"
