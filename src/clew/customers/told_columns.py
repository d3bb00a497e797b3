"""Says which columns of which kind of row tell something of a customer, so that each row is read once and only there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from clew.customers.word import Word, word_of

#: Objects whose columns count like those of the row itself, and addresses.
INSIDE = ("traits", "properties", "attributes", "customattributes")
ADDRESSES = ("address", "defaultaddress", "billingaddress", "mailingaddress", "primaryaddress")
#: When a record was last changed in its source, the best believed first.
MOMENTS = (
    *("updatedat", "lastmodifieddate", "lastmodified", "modifiedat", "modified", "updated", "timestamp"),
    *("createdat", "createddate", "createdate", "created"),
)


@dataclass(frozen=True, order=True)
class Kind:
    """Rows that are alike: of one source and entity; ``inside`` is the object they are in, ``""`` for the row itself."""

    source: str
    entity: str
    is_record: bool
    inside: str = ""


@dataclass
class Columns:
    """Where a kind of row tells something: paths with their words, objects to open, and moments, the best believed first."""

    found: list[tuple[str, Word]] = field(default_factory=list)
    opened: list[tuple[str, str]] = field(default_factory=list)
    moments: list[tuple[int, str]] = field(default_factory=list)

    def is_repeated(self, word: Word) -> bool:
        """Whether another column of the kind may tell the same."""
        return sum((each.subject, each.name) == (word.subject, word.name) for _, each in self.found) > 1


def events_in(listed: Iterable[tuple[Kind, str]]) -> frozenset[Kind]:
    """Return the kinds of rows that tell of an event, by its name."""
    return frozenset(kind for kind, column in listed if word_of(column) == "event")


def columns_by_kind(
    listed: Iterable[tuple[Kind, str]], words: Sequence[Word], events: frozenset[Kind] = frozenset()
) -> dict[Kind, Columns]:
    """Return what the columns (a kind of row and a column's name) tell; kinds that tell nothing are left out.

    The properties of ``events`` are not those of a person: their "name" is a thing's.
    """
    named: dict[Kind, list[tuple[str, str]]] = {}
    for kind, column in sorted(listed):
        # Such signs can't stand in a path.
        if not set(column) & set('"\\*'):
            named.setdefault(kind, []).append((word_of(column), f'$."{column}"'))
    by_word: dict[str, list[Word]] = {}
    for each in words:
        by_word.setdefault(each.word, []).append(each)
    made = {
        kind: _columns(kind, found, by_word)
        for kind, found in named.items()
        if kind.inside != "properties" or replace(kind, inside="") not in events
    }
    for kind, columns in made.items():
        for word in by_word.get(kind.inside, ()):
            if word.rest:
                columns.found.append(("$" + "".join(f'."{step}"' for step in word.rest), word))
    return {kind: columns for kind, columns in made.items() if columns.found or columns.opened}


def _columns(kind: Kind, named: Sequence[tuple[str, str]], by_word: dict[str, list[Word]]) -> Columns:
    made = Columns()
    for column, path in named:
        told = by_word.get(column, ())
        made.found += [(path, word) for word in told if not word.rest and _counts(kind, word)]
        if not kind.inside and (column in INSIDE or column in ADDRESSES or any(word.rest for word in told)):
            made.opened.append((path, column))
        if not kind.inside and kind.is_record and column in MOMENTS:
            made.moments.append((MOMENTS.index(column), path))
    made.moments.sort()
    return made


def _counts(kind: Kind, word: Word) -> bool:
    if kind.inside in ADDRESSES:
        return word.where == "address"
    if word.where == "anywhere":
        return True
    return word.where == "record" and kind.is_record and (not kind.inside or kind.inside in INSIDE)
