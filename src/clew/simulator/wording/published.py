"""The published vocabulary: what is said in each act, in a part that detectors may know and a part that judges them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from msgspec import structs

from clew.model import UsageError
from clew.simulator.scenario import Words
from clew.simulator.wording.grammar import Wording, compile_wording, fullest, named, plain_wording

#: The parts that ``--wording`` knows.
PARTS = ("seen", "heldout")
#: What is said in each act, by (act, fact); the fact is '' where an act is about none.
Book = dict[tuple[str, str], tuple[Wording, ...]]
#: Acts that take the words of another one.
SAME_WORDS = {"ask_again": "ask", "ask_problem_again": "ask_problem"}
#: An act about the problem or a step, by its other name.
_OTHER_NAMES = {
    ("ask", "problem"): ("ask_problem", ""),
    ("ask_again", "problem"): ("ask_problem_again", ""),
    ("give", "problem"): ("state_problem", ""),
    ("answer", "problem"): ("state_problem", ""),
    ("use", "problem"): ("use_history", ""),
    ("use", "step_tried"): ("use_history", ""),
    ("give", "step_tried"): ("tried_step", ""),
}
_PLAIN = {"searches": "search", "articles": "article"}


@cache
def vocabulary() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the wordings as published: act ("ask.account" for acts about a fact), then part, in the file's order."""
    raw = tomllib.loads(files("clew.simulator.wording").joinpath("vocabulary.toml").read_text(encoding="utf-8"))
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for act, table in raw.items():
        if set(table) <= set(PARTS):
            found[act] = {part: tuple(table[part]) for part in PARTS}
        else:
            found |= {f"{act}.{fact}": {part: tuple(own[part]) for part in PARTS} for fact, own in table.items()}
    return found


def shared_book(part: str, nouns: Mapping[str, str]) -> Book:
    """Return what is said whatever the issue is, with the company's ``nouns``; UsageError for a part that there isn't."""
    if part not in PARTS:
        raise UsageError(f'No part "{part}" of the vocabulary. Known: {", ".join(PARTS)}.')
    book: Book = {("page", ""): (plain_wording(""),)}
    for name, parts in vocabulary().items():
        act, _, fact = name.partition(".")
        book[act, fact] = tuple(named(compile_wording(text), nouns) for text in parts[part])
    again = {(other, fact): book[act, fact] for other, same in SAME_WORDS.items() for act, fact in book if act == same}
    return _with_other_names(book | again)


def issue_book(words: Words, shared: Book, nouns: Mapping[str, str]) -> Book:
    """Return what is said about one issue: its own words, and the shared ones for all other acts."""
    own: Book = {}
    for name, texts in structs.asdict(words).items():
        if name in _PLAIN:
            own[_PLAIN[name], ""] = tuple(plain_wording(text) for text in texts)
        elif name == "state_problem":
            # The engine knows which facts a wording tells: no alternation may leave one out.
            own[name, ""] = tuple(named(fullest(compile_wording(text)), nouns) for text in texts)
        else:
            own[name, ""] = tuple(named(compile_wording(text), nouns) for text in texts)
    return _with_other_names(shared | own)


def _with_other_names(book: Book) -> Book:
    return book | {other: book[name] for other, name in _OTHER_NAMES.items() if name in book}
