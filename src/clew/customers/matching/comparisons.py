"""How alike two records are, column by column: the steps from the same to different, each with its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Level:
    """One step of likeness: ``words`` for a person, and the SQL ``condition`` in which ``{l}`` and ``{r}`` are the two values.

    ``by_frequency``: how much the step says depends on how rare the value is (two Smiths say less than two Featherstonehaughs).
    """

    words: str
    condition: str
    by_frequency: bool = False


MISSING, DIFFERENT = "missing in one", "different"


@dataclass(frozen=True)
class Comparison:
    """The steps of one column from most alike to least; two records of which one lacks it say nothing either way.

    ``also`` are other columns that a step looks at.
    """

    column: str
    alike: tuple[Level, ...]
    also: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The words of every step, from the same to different."""
        return (*(level.words for level in self.alike), DIFFERENT)

    @property
    def conditions(self) -> tuple[str, ...]:
        """The SQL of every step but the last, over the columns ``…_l`` and ``…_r``."""
        return tuple(level.condition.format(l=self._left, r=self._right) for level in self.alike)

    @property
    def step(self) -> str:
        """The SQL that tells which step two records are on: 0 for the first (the same), NULL where one lacks the column."""
        when = " ".join(f"WHEN {condition} THEN {number}" for number, condition in enumerate(self.conditions))
        return f"CASE WHEN {self._left} IS NULL OR {self._right} IS NULL THEN NULL {when} ELSE {len(self.alike)} END"

    def settings(self, shares: Sequence[tuple[float | None, float]], by_frequency: bool) -> dict[str, object]:
        """Return it in Splink's own words (settings, comparisons) with each step's shares m and u, m where it is known.

        ``by_frequency``: whether rare values say more, as they do in scoring; learning goes without.
        """
        steps: list[dict[str, object]] = [
            {
                "sql_condition": f"{self._left} IS NULL OR {self._right} IS NULL",
                "label_for_charts": MISSING,
                "is_null_level": True,
            }
        ]
        for number, (condition, words, (same_person, others)) in enumerate(
            zip((*self.conditions, "ELSE"), self.words, shares, strict=True)
        ):
            step: dict[str, object] = {"sql_condition": condition, "label_for_charts": words, "u_probability": others}
            if same_person is not None:
                step["m_probability"] = same_person
            if by_frequency and number < len(self.alike) and self.alike[number].by_frequency:
                step["tf_adjustment_column"] = self.column
            steps.append(step)
        return {"output_column_name": self.column, "comparison_levels": steps}

    @property
    def _left(self) -> str:
        return f'"{self.column}_l"'

    @property
    def _right(self) -> str:
        return f'"{self.column}_r"'


_SAME = Level("same", "{l} = {r}", by_frequency=True)
_SAME_OF_FEW = Level("same", "{l} = {r}")
_ONE_SLIP = Level(
    "same but for one slip of the pen", "levenshtein({l}, {r}) <= 2 AND damerau_levenshtein({l}, {r}) <= 1"
)


def _very_alike(least: float, words: str = "very alike") -> Level:
    return Level(f"{words} (Jaro-Winkler ≥ {least})", f"jaro_winkler_similarity({{l}}, {{r}}) >= {least}")


_ONE_IN_OTHER = Level(
    "every word of one is in the other",
    "list_has_all(string_split({l}, ' '), string_split({r}, ' ')) OR list_has_all(string_split({r}, ' '), string_split({l}, ' '))",
)

#: The published thresholds of Splink's name, date and e-mail comparisons, with steps for what its truth-free users meet:
#: names in the wrong field, short forms, one part of a date that is off.
COMPARISONS = (
    Comparison(
        "first_name",
        (
            _SAME,
            Level("in the other's field for last names", '{l} = "last_name_r" OR {r} = "last_name_l"'),
            Level(
                "one is the beginning of the other",
                "least(length({l}), length({r})) >= 1 AND (starts_with({l}, {r}) OR starts_with({r}, {l}))",
            ),
            _very_alike(0.92),
            _very_alike(0.8, "somewhat alike"),
        ),
        also=("last_name",),
    ),
    Comparison(
        "last_name",
        (
            _SAME,
            Level("in the other's field for first names", '{l} = "first_name_r" OR {r} = "first_name_l"'),
            _very_alike(0.92),
            _very_alike(0.8, "somewhat alike"),
        ),
        also=("first_name",),
    ),
    Comparison(
        "other_names",
        (
            _SAME,
            Level("a name in common", "list_has_any(string_split({l}, ' '), string_split({r}, ' '))"),
            _very_alike(0.9),
        ),
    ),
    Comparison(
        "birth_date",
        (
            _SAME,
            _ONE_SLIP,
            Level(
                "same year and either day or month",
                "left({l}, 4) = left({r}, 4) AND (right({l}, 2) = right({r}, 2) OR substr({l}, 6, 2) = substr({r}, 6, 2))",
            ),
            Level("same day and month", "right({l}, 5) = right({r}, 5)"),
            Level("same year", "left({l}, 4) = left({r}, 4)"),
            Level("two slips of the pen", "levenshtein({l}, {r}) <= 2"),
        ),
    ),
    Comparison("gender", (_SAME_OF_FEW,)),
    Comparison(
        "email",
        (
            _SAME,
            Level("same before the @", "split_part({l}, '@', 1) = split_part({r}, '@', 1)"),
            # Namesakes take the same address with another number: that is no slip.
            Level(
                "at most two slips of the pen",
                r"levenshtein({l}, {r}) <= 2 AND regexp_replace({l}, '\D', '', 'g') = regexp_replace({r}, '\D', '', 'g')",
            ),
            Level("very alike (Jaro-Winkler ≥ 0.88)", "jaro_winkler_similarity({l}, {r}) >= 0.88"),
        ),
    ),
    Comparison("phone", (_SAME, _ONE_SLIP)),
    Comparison("official_number", (_SAME, _ONE_SLIP, Level("two slips of the pen", "levenshtein({l}, {r}) <= 2"))),
    Comparison("street", (_SAME, _very_alike(0.92), _very_alike(0.8, "somewhat alike"))),
    Comparison("city", (_SAME, _very_alike(0.9), _ONE_IN_OTHER)),
    Comparison("region", (_SAME_OF_FEW,)),
    Comparison(
        "postcode",
        (
            _SAME,
            _ONE_SLIP,
            Level("same beginning", "left({l}, 3) = left({r}, 3)"),
            Level("same first two", "left({l}, 2) = left({r}, 2)"),
        ),
    ),
    Comparison("country", (_SAME_OF_FEW,)),
    Comparison("occupation", (_SAME, _very_alike(0.88))),
)


def comparisons_for(columns: Sequence[str]) -> list[Comparison]:
    """Return the comparisons of the columns that are there."""
    return [each for each in COMPARISONS if each.column in columns]
