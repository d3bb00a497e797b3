"""A phrasebook is learnt from wordings that hold nothing held out, knows every phrase that an act is made of, and tells sides apart."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from clew.journeys.acts import known_acts
from clew.journeys.phrases import features_of, known_phrasebooks, phrasebook
from tools.phrase_fit import fit, table_of
from tools.phrase_wordings import Example, authors

SIMULATOR = Path(__file__).parents[3] / "src" / "clew" / "simulator"
ROW = 5


def spoken(wording: str) -> Iterator[list[str]]:
    parts = re.split(r"\[([^\[\]]*)\]", wording)
    choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    for said in itertools.islice(itertools.product(*choices), 600):
        yield re.findall(r"[\w']+", re.sub(r"\{\w+\}", " X ", "".join(said)).casefold())


def rows_of(wordings: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for words in itertools.chain.from_iterable(map(spoken, wordings)):
        for at in range(len(words) - ROW + 1):
            row = tuple(words[at : at + ROW])
            if "x" not in row:
                yield row


def held_out(told: object) -> Iterator[str]:
    if isinstance(told, list):
        for each in told:
            yield from held_out(each)
    if isinstance(told, dict):
        for key, each in told.items():
            lists = each.values() if key == "heldout" and isinstance(each, dict) else [each]
            yield from itertools.chain.from_iterable(lists) if key == "heldout" else held_out(each)


def test_no_wording_that_is_learnt_from_shares_five_words_in_a_row_with_a_held_out_one() -> None:
    files = [SIMULATOR / "wording" / "vocabulary.toml", *(SIMULATOR / "scenarios").glob("*.toml")]
    held = set(rows_of(wording for file in files for wording in held_out(tomllib.loads(file.read_text("utf-8")))))
    shared = [
        author
        for author, kinds in authors("en").items()
        for wordings in kinds.values()
        for wording in wordings
        if not held.isdisjoint(rows_of([wording]))
    ]

    assert len(held) > 1000
    assert shared == []


@pytest.mark.parametrize("act", sorted(known_acts()))
def test_every_phrase_of_an_act_is_in_the_phrasebook_and_is_its_sides(act: str) -> None:
    book = phrasebook("en")
    assert book is not None
    side = known_acts()[act].by

    for phrase in known_acts()[act].phrases:
        assert phrase.startswith(f"{side}.")
        assert any(kind == phrase or kind.startswith(f"{phrase}.") for kind in book.kinds)


def test_a_language_that_nobody_wrote_wordings_in_has_no_phrasebook() -> None:
    assert known_phrasebooks() == ["en"]
    assert phrasebook("xx") is None


def test_what_is_told_is_of_the_speakers_side_and_adds_up_to_one_at_most() -> None:
    book = phrasebook("en")
    assert book is not None
    for speaker in ("customer", "company"):
        told = book.told("Could you give me your account number, please?", speaker)
        assert told
        assert all(kind.startswith(f"{speaker}.") for kind in told)
        assert sum(told.values()) <= 1.001
    asked = book.told("Could you give me your account number, please?", "company")
    assert next(iter(asked)) == "company.asks.account"


def test_values_count_by_their_form_only() -> None:
    assert features_of("It's 76623077.") == features_of("It’s 10001.")


def test_learning_tells_kinds_apart_that_words_tell_apart() -> None:
    said = {"customer.thanks": ["thanks a lot", "many thanks"], "customer.upset": ["this is a joke", "what a joke"]}
    examples = [Example(kind, features_of(words), 1.0) for kind, lines in said.items() for words in lines]
    learnt = fit(examples, hold=0.001)

    scores = table_of([features_of("thanks"), features_of("a joke")], learnt.features) @ learnt.weights + learnt.bias
    assert [learnt.kinds[at] for at in scores.argmax(axis=1)] == ["customer.thanks", "customer.upset"]
