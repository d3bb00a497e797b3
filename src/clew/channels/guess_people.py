"""Recognises a table of people: one person a row, with names but without moments, to be kept as records about customers."""

from __future__ import annotations

from collections.abc import Sequence

from clew.channels.example_values import masked
from clew.channels.guess_columns import ColumnLook, name_score
from clew.channels.guess_fields import Found, find_fields
from clew.channels.mapping import Guess, GuessedMapping, Mapping

#: Words in the names of columns that hold a person's name, letter case and what stands between them aside.
NAME_WORDS = frozenset(
    ("name", "firstname", "lastname", "surname", "vorname", "nachname", "nombre", "apellido", "nom", "prenom")
)
_PARTS = (frozenset(("first", "name")), frozenset(("last", "name")), frozenset(("full", "name")))
_KEY_WORDS = ("id", "nr", "no", "key", "number", "unique", "record", "person", "contact", "customer", "user")
#: What a row of people may be told apart by.
_KEPT = ("email", "phone", "account", "device", "handle")


def guess_people(looks: Sequence[ColumnLook], zone: str, missing: tuple[str, ...]) -> GuessedMapping | None:
    """Guess the mapping of a table of people; None where it is none."""
    found = _find(looks)
    guesses = tuple(
        Guess(
            *(field, look.name, reason, round(sure, 2)),
            tuple(masked(value, personal=True) for value in look.distinct[:3]),
        )
        for field, (look, reason, sure) in found.items()
    )
    columns = {field: look.name for field, (look, _, _) in found.items()}
    question = "no column holds times: every row is kept as a record about a person, none as an interaction"
    mapping = Mapping(zone=zone, shape="people", columns=columns, missing=missing)
    return GuessedMapping(mapping, guesses, (question,)) if found else None


def _find(looks: Sequence[ColumnLook]) -> dict[str, Found]:
    """Return the columns of identifiers (field -> column, reason, confidence); empty where the table isn't one of people.

    A table of people names them and gives each row a number of its own, or an e-mail, phone or account. Clew takes a
    number only where it never repeats: one that does may be of a household or a group.
    """
    if not any(_names_somebody(look) for look in looks):
        return {}
    found: dict[str, Found] = {}
    key = next((look for look in looks if look.unique and look.time is None and _is_key(look)), None)
    if key is not None:
        found["customer_ref"] = (key, "its name says id and no value repeats", 0.9)
    used = {key.name} if key is not None else set()
    told = find_fields(looks, used, None)
    return {**{field: told[field] for field in _KEPT if field in told}, **found}


def _names_somebody(look: ColumnLook) -> bool:
    words = set(look.words)
    return bool(look.values) and (
        any(part <= words for part in _PARTS) or (len(words) == 1 and bool(words & NAME_WORDS) and "name" not in words)
    )


def _is_key(look: ColumnLook) -> bool:
    told = name_score(look.words, "customer_ref") >= 0.7 or name_score(look.words, "source_id") >= 0.7
    return told or (len(look.words) > 0 and set(look.words) <= set(_KEY_WORDS))
