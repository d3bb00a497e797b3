"""Speaks: turns the acts of an event into its text, and says which characters of it hold which fact."""

from __future__ import annotations

from collections.abc import Callable

from clew.model import UsageError
from clew.simulator.chance import Chance
from clew.simulator.event import Act, Event
from clew.simulator.export import Spoken
from clew.simulator.scenario import Scenario
from clew.simulator.wording.grammar import FACT_OF_SLOT, NOUNS, Sentence
from clew.simulator.wording.joining import joiner, speaker
from clew.simulator.wording.published import Book, issue_book, shared_book
from clew.simulator.wording.spelling import careless, misspelt, written_fact

#: Where nobody's fingers are at work: speech that was written down, titles of pages.
_UNTYPED_SYSTEMS = ("telephony",)
_UNTYPED_ACTS = ("article", "sign_off")
#: Acts that tell one fact, and are named as they are where it stands.
_TELLING = frozenset({"give", "answer", "use"})
_ASKING = {"ask", "ask_again", "reverify"}
#: What an act that has no fact of its own is called in the truth, and its fact.
_NAMED = {
    "ask_problem": ("ask", "problem"),
    "ask_problem_again": ("ask_again", "problem"),
    "use_history": ("use", ""),
    "state_problem": ("state_problem", "problem"),
    "tried_step": ("tried_step", "step_tried"),
    "promise": ("promise", "promise"),
}
#: Marks that end a sentence and are no part of what it tells.
MARKS = " .!?…,;:"
#: A fact where it stands in what was said: fact, value, first character, behind its last one.
Mark = tuple[str, str, int, int]


class Speech:
    """All that can be said in a scenario, in one part of the vocabulary; compiled once, then quick.

    UsageError for a part that there isn't, InputError for a wording with broken grammar.
    """

    def __init__(self, scenario: Scenario, wording: str) -> None:
        self._company = scenario.company
        nouns = {**NOUNS, **scenario.company.nouns}
        self._shared = shared_book(wording, nouns)
        self._books = {
            issue.name: issue_book(issue.words.seen if wording == "seen" else issue.words.heldout, self._shared, nouns)
            for issue in scenario.issues
        }

    def say(self, event: Event, chance: Chance) -> tuple[str, tuple[Spoken, ...]]:
        """Return the text of an event ('' = nothing is said) and the facts in it, by the place where they begin.

        ``text[start:end]`` is the value; asked-for facts have the value '' and span the whole act, a promise has the
        days as value and spans the act; what ends with the sentence ends before its mark. UsageError for an act without words, and for a slot that nothing fills.
        """
        if not event.acts:
            return "", ()
        pursuit, draw = event.pursuit, chance.unit
        book = self._shared if pursuit is None else self._books[pursuit.issue.name]
        sloppiness = event.person.sloppiness if event.by == "customer" and event.system not in _UNTYPED_SYSTEMS else 0.0
        mistyped = sloppiness > 0 and draw() < sloppiness
        untidy = sloppiness > 0 and draw() < sloppiness
        text, before = "", ""
        found: list[Spoken] = []
        for act in event.acts:
            sentence = self._sentence(book, act, event, draw)
            if sentence == ("",):
                continue
            by = act.by or event.by
            if sloppiness and act.key not in _UNTYPED_ACTS:
                if untidy:
                    sentence = careless(sentence)
                if mistyped:
                    sentence, mistyped = misspelt(sentence, draw), False
            said, marks = self._filled(sentence, event, by, draw)
            text += joiner(event, before, act.key, text, untidy, draw) + speaker(event, by)
            if marks or act.fact or act.key in _NAMED:
                _note(found, act, by, said, marks, len(text), event)
            text += said
            before = act.key
        return text, tuple(found)

    def _sentence(self, book: Book, act: Act, event: Event, draw: Callable[[], float]) -> Sentence:
        key = f"survey_{event.detail}" if act.key == "survey" else act.key
        wordings = book.get((key, act.fact)) or book.get((key, ""))
        if not wordings:
            raise UsageError(
                f'No words for the act "{key}" about "{act.fact}"; the vocabulary and the issue have none.'
            )
        pick = act.pick if 0 <= act.pick < len(wordings) else int(draw() * len(wordings))
        sentences = wordings[pick].sentences
        return sentences[int(draw() * len(sentences))] if len(sentences) > 1 else sentences[0]

    def _filled(
        self, sentence: Sentence, event: Event, by: str, draw: Callable[[], float]
    ) -> tuple[str, tuple[Mark, ...] | list[Mark]]:
        if len(sentence) == 1:
            return sentence[0], ()
        slots = event.pursuit.slots if event.pursuit is not None else {}
        said = sentence[0]
        marks: list[Mark] = []
        for place in range(1, len(sentence), 2):
            slot = sentence[place]
            value = slots.get(slot) or self._otherwise(slot, event)
            fact = FACT_OF_SLOT.get(slot)
            if fact is not None:
                if by == "customer":
                    value = written_fact(fact, value, draw)
                marks.append((fact, value, len(said), len(said) + len(value)))
            rest = sentence[place + 1]
            # A name may end with a stop of its own: "Kim R.".
            said += value + (rest[1:] if value[-1:] == "." and rest[:1] == "." else rest)
        return said, marks

    def _otherwise(self, slot: str, event: Event) -> str:
        """Return what fills a slot that the pursuit doesn't."""
        if slot == "agent":
            return event.agent.name if event.agent else "our team"
        if slot in ("company", "assistant"):
            return self._company.name if slot == "company" else self._company.assistant
        if slot in ("name", "full_name", "first_name", "account", "email", "phone", "postcode"):
            value = getattr(event.person, "full_name" if slot == "name" else slot)
            return str(value)
        raise UsageError(
            f"Nothing fills the slot {{{slot}}} in this {event.system} event: give the pursuit a value for it."
        )


def _note(
    found: list[Spoken], act: Act, by: str, said: str, marks: tuple[Mark, ...] | list[Mark], start: int, event: Event
) -> None:
    """Note the facts of one act: the one that it is about, and all others that stand in it."""
    told_by = "give" if by == "customer" else "use"
    name, fact = _NAMED.get(act.key, (act.key, ""))
    fact = act.fact or fact
    if fact and (name not in _TELLING or all(mark[0] != fact for mark in marks)):
        if name not in _ASKING:
            # The mark that ends a sentence says nothing of where what it tells ends.
            said = said.rstrip(MARKS)
        if name in _ASKING:
            value = ""
        elif name == "promise":
            value = event.pursuit.slots["days"] if event.pursuit else ""
        else:
            value = said
            if name not in ("state_problem", "tried_step", "promise"):
                name = name if name in _TELLING else told_by
        found.append(Spoken(name, fact, value, start, start + len(said)))
    for marked, value, begin, end in marks:
        found.append(
            Spoken(name if name in _TELLING and marked == fact else told_by, marked, value, start + begin, start + end)
        )
