"""What numbers and codes look like in one company: how long they are and what they begin with, learnt from its own texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

#: A length counts as a kind's own from this share of its sure values on, where there are at least so many.
LEAST_SHARE, LEAST_NUMBERS = 0.02, 5
#: A length isn't a kind's own where another kind has this many times as many numbers of it.
_MANY_TIMES = 5
#: Codes that begin alike are of one kind where so great a share of the sure ones is.
_MOST = 0.6
_PREFIX = re.compile(r"[a-z]+(?=[-#_]?\d)", re.IGNORECASE)


@dataclass(frozen=True)
class Formats:
    """How long bare numbers of each kind are in this company, and how its codes begin, learnt from where the words around say what they are.

    ``usual`` names the kind that most numbers of a length are, ``prefixes`` the kind of the codes that begin with some letters.
    """

    lengths: dict[str, frozenset[int]] = field(default_factory=dict)
    usual: dict[int, str] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)

    @classmethod
    def learnt(
        cls, counted: Mapping[str, Mapping[int, int]], codes: Mapping[str, Mapping[str, int]] | None = None
    ) -> Formats:
        """Learn them from how often numbers of each length, and codes of each beginning, were seen, by kind.

        A kind hardly ever seen has no format.
        """
        lengths = {
            fact: frozenset(size for size, n in sizes.items() if _is_own(fact, size, n, counted))
            for fact, sizes in counted.items()
            if sum(sizes.values()) >= LEAST_NUMBERS
        }
        usual = {
            size: max(sorted(counted), key=lambda fact: counted[fact].get(size, 0) if fact in lengths else -1)
            for size in sorted({size for sizes in lengths.values() for size in sizes})
        }
        return cls(
            lengths, usual, {prefix: fact for prefix, facts in (codes or {}).items() if (fact := _mostly(facts))}
        )

    def fits(self, fact: str, value: str) -> bool:
        """Say whether a number is as long as those of a kind; where none was seen, any length does."""
        known = self.lengths.get(fact)
        return known is None or _digits(value) in known

    def kind_of_number(self, value: str) -> str:
        """Return what most numbers of this length are here; "" where that isn't known."""
        size = _digits(value)
        return self.usual.get(size) or next((fact for fact, sizes in self.lengths.items() if size in sizes), "")

    def kind_of_code(self, value: str) -> str:
        """Return what codes that begin like this one are here; "" where that isn't known."""
        return self.prefixes.get(prefix_of(value), "")


def prefix_of(code: str) -> str:
    """Return the letters that a code begins with."""
    found = _PREFIX.match(code)
    return found[0].lower() if found else ""


def _digits(value: str) -> int:
    return sum(map(str.isdigit, value))


def _is_own(fact: str, size: int, count: int, counted: Mapping[str, Mapping[int, int]]) -> bool:
    others = max((sizes.get(size, 0) for other, sizes in counted.items() if other != fact), default=0)
    return count >= LEAST_SHARE * sum(counted[fact].values()) and others < _MANY_TIMES * count


def _mostly(facts: Mapping[str, int]) -> str:
    total = sum(facts.values())
    fact, most = max(sorted(facts.items()), key=lambda each: each[1], default=("", 0))
    return fact if total >= LEAST_NUMBERS and most >= _MOST * total else ""
