"""Asks the configured language model about the doubtful sentences of a workspace, and keeps each answer as it comes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from clew.app.building import build
from clew.app.language_model.doubtful import Doubtful, doubtful
from clew.app.language_model.endpoint import Endpoint, UnansweredError
from clew.app.language_model.question import FORMS, answer_in, question_about
from clew.app.reading_texts import read_texts
from clew.app.workspace import Tell, Workspace
from clew.model import EndpointError, UsageError
from clew.store import ModelAnswers, forget_model_answers, latest_build

#: After so many sentences in a row without an answer, the endpoint is left alone.
MOST_UNANSWERED = 3


@dataclass(frozen=True)
class Planned:
    """What there is to ask: ``waiting`` are masked sentences in the order in which they are sent."""

    doubtful: Doubtful
    waiting: tuple[str, ...]

    @property
    def answered(self) -> int:
        """How many of the sentences were answered before."""
        return len(self.doubtful.sentences) - len(self.waiting)


@dataclass(frozen=True)
class AskedModel:
    """What came of asking: of the ``sent`` sentences, ``questions`` ask for a fact, ``none`` for nothing that Clew knows.

    ``unusable`` answers weren't what was asked for and are ignored, ``unanswered`` sentences got none; ``left`` wait for the
    next time.
    """

    sent: int
    questions: int
    none: int
    unusable: int
    unanswered: int
    left: int
    trouble: str = ""


def planned(workspace: Workspace, tell: Tell = lambda _name: None) -> Planned:
    """Return what would be asked, building first what is stale; nothing is sent.

    UsageError where no model is configured, or texts aren't read.
    """
    asked = workspace.settings.language_model
    if not asked.url:
        raise UsageError(
            "No language model is configured, and none is needed. To have one asked, write its url and model under "
            "[language_model] in clew.toml."
        )
    if not workspace.settings.texts.facts:
        raise UsageError("Texts aren't read, so there is nothing to ask. Set facts = true under [texts] in clew.toml.")
    build(workspace, tell)
    tell("doubtful sentences")
    made = latest_build(workspace.journal)
    assert made is not None
    readings = read_texts(workspace, made.parts.get("interactions", []))
    files = {**made.parts, **{name: [file] for name, file in made.files.items()}, "readings": readings}
    with workspace.warehouse.session(files) as connection:
        found = doubtful(connection)
    answers = ModelAnswers(workspace.journal, asked.model)
    fresh = [sentence for sentence in found.sentences if answers.of(sentence) is None]
    # Sentences whose answers couldn't be used are asked about again, but keep no others waiting.
    again = [sentence for sentence in found.sentences if (kept := answers.of(sentence)) and kept.fact is None]
    return Planned(found, (*fresh, *again))


def ask(
    workspace: Workspace,
    plan: Planned,
    hear: Callable[[int, int], None] = lambda _done, _total: None,
    sleep: Callable[[float], None] = time.sleep,
) -> AskedModel:
    """Ask about the waiting sentences, at most as many as the settings allow; ``hear`` is told how many are done, of how many.

    Every answer is kept before the next question goes out. ``trouble`` says why it ended early, where it did. EndpointError
    where the key is missing.
    """
    asked = workspace.settings.language_model
    chosen = plan.waiting[: asked.most_questions]
    answers, asking = ModelAnswers(workspace.journal, asked.model), _Asking(Endpoint(asked, sleep), asked.model)
    sent = questions = none = unusable = unanswered = in_a_row = 0
    trouble = ""
    for sentence in chosen:
        hear(sent, len(chosen))
        sent += 1
        try:
            answer = answer_in(asking.about(sentence))
        except UnansweredError as error:
            unanswered, in_a_row = unanswered + 1, in_a_row + 1
            if in_a_row == MOST_UNANSWERED:
                trouble = str(error)
                break
            continue
        except EndpointError as error:
            unanswered, trouble = unanswered + 1, str(error)
            break
        in_a_row = 0
        answers.keep(sentence, answer)
        questions, none = questions + bool(answer.fact), none + (answer.fact == "")
        unusable += answer.fact is None
    hear(sent, len(chosen))
    return AskedModel(sent, questions, none, unusable, unanswered, len(plan.waiting) - questions - none, trouble)


def forget(workspace: Workspace) -> int:
    """Forget all kept answers, of every model; return how many there were. The next build is what the rules alone make."""
    return forget_model_answers(workspace.journal)


class _Asking:
    """Asks in the strictest form that the endpoint knows."""

    def __init__(self, endpoint: Endpoint, model: str) -> None:
        self._endpoint, self._model, self._forms, self._is_sure = endpoint, model, list(FORMS), False

    def about(self, sentence: str) -> bytes:
        while True:
            try:
                answer = self._endpoint.answer(question_about(sentence, self._model, self._forms[0]))
            except UnansweredError as error:
                # Before the first answer, a refusal may be one of the form; after it, of this sentence only.
                if not error.refused or self._is_sure or len(self._forms) == 1:
                    raise
                self._forms.pop(0)
                continue
            self._is_sure = True
            return answer
