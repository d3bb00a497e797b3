"""What a trait is: something that sources say about a person, how it is called there, and how two tellings are compared."""

from __future__ import annotations

from dataclasses import dataclass

#: Letter case, accents and what stands between words aside: how most values are compared. SQL over the column ``value``.
WORDS = r"trim(regexp_replace(lower(strip_accents(value)), '[\s.,''’-]+', ' ', 'g'))"


@dataclass(frozen=True)
class Trait:
    """One trait of a person.

    Words are names of columns, in small letters and digits only: ``words`` count in records about somebody,
    ``address_words`` in an address within such a record, ``sure_words`` in anything a customer is named in.
    ``alike`` is DuckDB SQL over ``value`` that brings spellings of one value together, NULL for what can't be compared;
    values are compared where ``alike_among`` is the same. ``policy`` says which telling stands where they differ (see
    :func:`clew.model.trait_policy_of`); ``sensitive`` ones are shown to those only who need them. Where ``tells_apart``,
    two different values hint at two people; of a trait with ``several``, a person may have many at once.
    """

    name: str
    title: str
    words: tuple[str, ...]
    sure_words: tuple[str, ...] = ()
    address_words: tuple[str, ...] = ()
    alike: str = WORDS
    alike_among: str = "''"
    policy: str = "latest"
    sensitive: bool = False
    tells_apart: bool = False
    several: bool = False
