"""Terms of handoff contracts: what keeps one, what breaks it, and what can't be told, for one handoff as it is just now."""

from __future__ import annotations

from pathlib import Path

import pytest

import clew.journeys.contracts.terms
from clew.journeys import Kept, kept, known_terms
from clew.model import HandoffContract, UsageError

FOLDER = Path(str(clew.journeys.contracts.terms.__file__)).parent
MINUTE = 60_000_000
FACTS = HandoffContract("facts", required_facts=("order", "problem"))
SOON = HandoffContract("soon", within_seconds=30 * 60)
TOLD = HandoffContract("told", told=True)
PROMISE = HandoffContract("promise", promise=True)


def verdict(contract: HandoffContract, **handoff: object) -> str | None:
    found = kept(handoff, contract)
    return None if found is None else found.verdict


def test_every_file_is_a_term_of_its_name_that_says_what_it_asks() -> None:
    files = sorted(path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("_"))

    assert list(known_terms()) == files
    for name, term in known_terms().items():
        assert term.name == name
        assert term.question.endswith("?")
        assert all((term.title, term.source, term.untold))


@pytest.mark.parametrize(
    ("known", "again", "expected"),
    [
        (["order", "problem", "name"], [], "kept"),
        (["order", "problem", "name"], ["name"], "kept"),  # asked again for what the contract doesn't ask
        (["order"], [], "broken"),  # nobody had asked for the problem
        ([], [], "broken"),
        (["order", "problem"], ["order"], "broken"),  # the next party didn't have it
        (None, None, "unknown"),
    ],
)
def test_required_facts_are_known_before_and_not_asked_for_after(
    known: list[str] | None, again: list[str] | None, expected: str
) -> None:
    assert verdict(FACTS, facts_known=known, facts_asked_again=again) == expected


@pytest.mark.parametrize(
    ("wait_us", "waited_us", "expected"),
    [
        (30 * MINUTE, None, "kept"),
        (30 * MINUTE + 1, None, "broken"),
        (None, 31 * MINUTE, "broken"),  # nobody has come, and the limit has passed
        (None, 29 * MINUTE, "unknown"),  # somebody may yet come in time
        (None, None, "unknown"),
        (0, 99 * MINUTE, "kept"),
    ],
)
def test_a_time_limit_is_broken_once_it_has_passed(wait_us: int | None, waited_us: int | None, expected: str) -> None:
    assert verdict(SOON, wait_us=wait_us, waited_us=waited_us) == expected


@pytest.mark.parametrize(("said", "expected"), [(True, "kept"), (False, "broken"), (None, "unknown")])
def test_the_customer_is_told_and_promised_or_not_or_nobody_read(said: bool | None, expected: str) -> None:
    assert verdict(TOLD, told=said) == expected
    assert verdict(PROMISE, promised=said) == expected


def test_one_broken_term_breaks_the_contract_whatever_else_cannot_be_told() -> None:
    every = HandoffContract("every", required_facts=("order",), within_seconds=60, told=True, promise=True)
    handoff = {"facts_known": ["order"], "facts_asked_again": [], "waited_us": 2 * MINUTE, "told": True}

    assert kept(handoff, every) == Kept("broken", ("required_facts", "told"), ("time_limit",), ("promise",))
    assert kept({**handoff, "wait_us": MINUTE}, every) == Kept(
        "unknown", ("required_facts", "time_limit", "told"), (), ("promise",)
    )


def test_a_handoff_falls_under_a_contract_when_every_side_that_it_names_fits() -> None:
    sides = HandoffContract("x", from_party=("bot",), to_channel=("phone", "chat"), told=True)

    assert verdict(sides, from_party="bot", to_channel="chat", told=True) == "kept"
    assert verdict(sides, from_party="agent", to_channel="chat", told=True) is None
    assert verdict(sides, from_party="bot", to_channel="email", told=True) is None
    assert verdict(sides, from_party="bot", told=True) is None  # nobody says which channel


def test_a_handoff_with_other_columns_or_values_is_refused_with_those_it_can_have() -> None:
    with pytest.raises(UsageError, match=r"no customer\. Known: .*facts_known"):
        kept({"customer": "mia"}, TOLD)
    with pytest.raises(UsageError, match="told boolean"):
        kept({"wait_us": "soon"}, TOLD)
