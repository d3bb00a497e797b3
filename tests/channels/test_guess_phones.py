"""Phone numbers that the workspace's country doesn't know are asked about before the import, with the country they fit."""

from __future__ import annotations

from clew.channels.guess import guess_mapping
from clew.channels.mapping import GuessedMapping
from tests.channels.test_guess import said, table


def guessed(numbers: list[str], region: str) -> GuessedMapping:
    rows = [f"{day},2026-10-{day:02d} 10:00,phone,{number}" for day, number in enumerate(numbers, 1)]
    return guess_mapping(table("\n".join(["id,started at,channel,phone", *rows])), "calls", region=region)


GERMAN = [f"0171 55501{number:02d}" for number in range(14)] + [f"030 901{number}0200" for number in range(6)]


def test_numbers_of_another_country_are_asked_about_and_the_country_is_named() -> None:
    guess = guessed(GERMAN, "US")
    assert "20 of 20 phone numbers in phone aren't possible numbers of the United States" in said(guess)
    assert "They fit Germany (DE)." in said(guess)
    (phone,) = [each for each in guess.guesses if each.field == "phone"]
    assert phone.confidence <= 0.1 and "20 of 20 can't be numbers of the United States" in phone.reason


def test_numbers_of_the_workspaces_country_are_sure_and_nothing_is_asked() -> None:
    guess = guessed(GERMAN, "DE")
    assert "phone numbers" not in said(guess)
    (phone,) = [each for each in guess.guesses if each.field == "phone"]
    assert phone.confidence >= 0.9


def test_numbers_that_fit_no_country_are_asked_about_without_naming_one() -> None:
    guess = guessed([f"9{number:02d}0000000000000" for number in range(20)], "US")
    assert "aren't possible numbers" in said(guess) and "They fit" not in said(guess)
