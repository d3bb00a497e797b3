"""What was learnt about telling people apart: how much each likeness of each column says for or against one person."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from clew.customers.matching.comparisons import COMPARISONS, Comparison
from clew.model import UsageError

#: The form of the saved file; another number can't be read.
FORM = 1


@dataclass(frozen=True)
class LevelWeight:
    """One step of likeness of one column, for the chart of weights.

    ``same_person``: the share of pairs of one person that look like this (m). ``others``: the share of pairs of two people
    that do (u). ``seen``: the share of random pairs of the training records.
    """

    words: str
    same_person: float
    others: float
    seen: float

    @property
    def weight(self) -> float:
        """What it says, in bits: each adds one doubling of the odds that two records are one person (log2 of m / u)."""
        return math.log2(self.same_person / self.others)


@dataclass(frozen=True)
class ColumnWeights:
    """The steps of one column, from the same to different; ``learnt`` is False where defaults had to do."""

    column: str
    levels: tuple[LevelWeight, ...]
    learnt: bool


@dataclass(frozen=True)
class Model:
    """A trained model. It holds no value of any record, so it can be kept, compared and shown.

    ``prior``: how likely two records are one person before anything of them is known. ``rows`` and ``pairs``: records it
    was trained on, and pairs of them that were compared. ``between_sources``: only records of different sources are compared.
    """

    trained_at: datetime
    rows: int
    pairs: int
    prior: float
    between_sources: bool
    columns: tuple[ColumnWeights, ...]

    @property
    def version(self) -> str:
        """A digest of what decides: the same records give the same version, whenever they are trained on."""
        told = asdict(self)
        del told["trained_at"]
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]

    @property
    def prior_weight(self) -> float:
        """The weight that every pair begins with, in bits; far below 0."""
        return math.log2(self.prior / (1 - self.prior))

    def save(self, path: Path) -> None:
        """Write the model as JSON."""
        told = {"form": FORM, "version": self.version, **asdict(self), "trained_at": self.trained_at.isoformat()}
        path.write_text(json.dumps(told, indent=1, ensure_ascii=False), encoding="utf-8")

    def chart(self) -> list[dict[str, str | float | bool]]:
        """Return one row a column and step: what a chart of weights draws."""
        return [
            {"column": each.column, "learnt": each.learnt, **asdict(level), "weight": round(level.weight, 3)}
            for each in self.columns
            for level in each.levels
        ]


def load_model(path: Path) -> Model:
    """Read a saved model. UsageError where the file is none, was changed, or its steps aren't those of this version of Clew."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        model = Model(
            datetime.fromisoformat(told["trained_at"]),
            int(told["rows"]),
            int(told["pairs"]),
            float(told["prior"]),
            bool(told["between_sources"]),
            tuple(
                ColumnWeights(
                    str(each["column"]),
                    tuple(
                        LevelWeight(
                            str(level["words"]),
                            float(level["same_person"]),
                            float(level["others"]),
                            float(level["seen"]),
                        )
                        for level in each["levels"]
                    ),
                    bool(each["learnt"]),
                )
                for each in told["columns"]
            ),
        )
        is_whole = told["form"] == FORM and told["version"] == model.version
    except (OSError, ValueError, KeyError, TypeError):
        raise UsageError(f"{path.name} can't be read as a matching model. Train one and save it anew.") from None
    if not is_whole:
        raise UsageError(f"{path.name} was changed after it was saved, or saved in another form. Train it anew.")
    comparisons_of(model)
    return model


def comparisons_of(model: Model) -> list[tuple[Comparison, ColumnWeights]]:
    """Return each column's comparison beside what was learnt of it; UsageError where they no longer have the same steps.

    The SQL comes from the program only, never from a file.
    """
    known = {each.column: each for each in COMPARISONS}
    found = []
    for weights in model.columns:
        comparison = known.get(weights.column)
        if comparison is None or list(comparison.words) != [level.words for level in weights.levels]:
            raise UsageError(
                f"The model compares {weights.column} in other steps than this version of Clew. Train it anew."
            )
        if any(not 0 < value <= 1 for level in weights.levels for value in (level.same_person, level.others)):
            raise UsageError(f"The model's shares for {weights.column} aren't between 0 and 1. Train it anew.")
        found.append((comparison, weights))
    return found


def settings_of(
    pairs: Sequence[tuple[Comparison, Sequence[tuple[float | None, float]]]],
    prior: float,
    blockings: Sequence[str],
    by_frequency: bool = True,
) -> dict[str, object]:
    """Return Splink's settings: comparisons, each step with its shares (m, u); one without m is still to be learnt."""
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "record_id",
        "comparisons": [comparison.settings(shares, by_frequency) for comparison, shares in pairs],
        "blocking_rules_to_generate_predictions": list(blockings),
        "probability_two_random_records_match": prior,
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": True,
        "em_convergence": 1e-4,
        "max_iterations": 50,
    }
