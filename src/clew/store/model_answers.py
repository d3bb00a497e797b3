"""What a language model answered about doubtful sentences: kept by a digest of each sentence, so that no words are kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import sqlalchemy as sa

from clew.store.erasures import erasure_key
from clew.store.journal import Journal
from clew.store.journal_tables import model_answers as table
from clew.store.manifest import now_us


@dataclass(frozen=True)
class ModelAnswer:
    """What a sentence asks for: ``fact`` is "" for nothing, None where the model's answer couldn't be used."""

    fact: str | None
    is_check: bool = False


class ModelAnswers:
    """The answers of one model in one workspace's journal."""

    def __init__(self, journal: Journal, model: str) -> None:
        """Read what is kept of this model's answers."""
        self._journal, self._model = journal, model
        with journal.transaction() as connection:
            self._key = erasure_key(connection)
            query = sa.select(table.c.digest, table.c.fact, table.c.is_check).where(table.c.model == model)
            self._kept = {row.digest: ModelAnswer(row.fact, row.is_check) for row in connection.execute(query)}

    def of(self, sentence: str) -> ModelAnswer | None:
        """Return the answer about a masked sentence, None where it was never asked about."""
        return self._kept.get(self._digest(sentence))

    def keep(self, sentence: str, answer: ModelAnswer) -> None:
        """Keep an answer in place of the one before; it is on disk when this returns."""
        digest = self._digest(sentence)
        with self._journal.transaction() as connection:
            connection.execute(table.delete().where(table.c.digest == digest, table.c.model == self._model))
            values = {"digest": digest, "model": self._model, "fact": answer.fact, "is_check": answer.is_check}
            connection.execute(table.insert().values(**values, at_us=now_us()))
        self._kept[digest] = answer

    def _digest(self, sentence: str) -> str:
        return hashlib.blake2b(sentence.encode(), key=self._key, digest_size=32).hexdigest()


def forget_model_answers(journal: Journal) -> int:
    """Forget the answers of all models; return how many there were."""
    with journal.transaction() as connection:
        return connection.execute(table.delete()).rowcount


def model_answers_digest(journal: Journal, model: str) -> str:
    """Return what tells these questions of a model's from others; "" where it found none."""
    query = sa.select(table.c.digest, table.c.fact, table.c.is_check).where(table.c.model == model, table.c.fact != "")
    with journal.transaction() as connection:
        rows = [tuple(row) for row in connection.execute(query.order_by(table.c.digest))]
    return hashlib.sha256(repr((model, rows)).encode()).hexdigest() if rows else ""
