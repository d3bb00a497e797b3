"""Blots out what the journal's own texts say of an erased customer: jobs' results, reasons, names of files, mappings."""

from __future__ import annotations

import re

import sqlalchemy as sa

from clew.store import metadata

#: What lists files, holds digests or what was made of them: never texts about anybody. Proposals that name the erased are gone.
_LEFT_ALONE = frozenset(("parts", "builds", "facts", "erasures", "tombstones", "web_sessions", "identity_proposals"))
#: Rows that name the erased here are gone; what is left are other people's identifiers, which may look alike.
_OTHERS = frozenset(("identifier", "identifier_a", "identifier_b"))
BLOT = "***"


def blot_out(journal: sa.Connection, pattern: re.Pattern[str]) -> None:
    """Replace what matches in every text of the journal; a table that is added to it later is covered, too."""
    for table in metadata.sorted_tables:
        texts = [each for each in table.columns if isinstance(each.type, sa.Text) and each.name not in _OTHERS]
        if texts and table.name not in _LEFT_ALONE:
            _blot_table(journal, table, texts, pattern)


def _blot_table(journal: sa.Connection, table: sa.Table, texts: list[sa.Column[str]], pattern: re.Pattern[str]) -> None:
    keys = list(table.primary_key.columns)
    for row in journal.execute(sa.select(*keys, *texts)).all():
        given = dict(zip((column.name for column in texts), row[len(keys) :], strict=True))
        changed = {name: pattern.sub(BLOT, text) for name, text in given.items() if text and pattern.search(text)}
        if changed:
            this = sa.and_(*(key == value for key, value in zip(keys, row, strict=False)))
            journal.execute(table.update().where(this).values(changed))
