"""Says in words why two records are taken for one person, or why not: what each column adds and what it takes away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clew.customers.matching.model import Model

#: How columns are called in a sentence.
NAMES = {
    column: column.replace("_", " ")
    for column in ("first_name", "last_name", "other_names", "birth_date", "official_number")
}


def explain_pair(pair: Mapping[str, object], model: Model) -> list[str]:
    """Return one line for where every pair begins and one for each column that both records have, the strongest first.

    ``pair`` is a row of ``Proposals.pairs`` as a dictionary. The lines' weights add up to the pair's, in bits: one more
    doubles the odds.
    """
    evidence = pair["evidence"]
    assert isinstance(evidence, Sequence)
    told = sorted(evidence, key=lambda each: (-abs(each["weight"]), each["column"]))
    lines = [
        f"{NAMES.get(each['column'], each['column'])}: {each['words']} ({_odds(float(each['weight']))})"
        for each in told
    ]
    return [
        f"two records taken at random: one person in {1 / model.prior:,.0f} cases ({model.prior_weight:+.1f})",
        *lines,
    ]


def explain_weights(model: Model) -> list[str]:
    """Return one line a column and step of what was learnt, for a reader without a chart."""
    return [
        f"{NAMES.get(each.column, each.column)}: {level.words}: {_odds(level.weight)}; so look {_share(level.same_person)} of "
        f"one person's pairs and {_share(level.others)} of two people's"
        + ("" if each.learnt else " (a default, not learnt)")
        for each in model.columns
        for level in each.levels
    ]


def _odds(weight: float) -> str:
    """A weight with what it does to the odds."""
    times = 2 ** abs(weight)
    if times < 1.05:
        return f"{weight:+.1f}, says nothing"
    factor = f"{times:,.0f}" if times >= 10 else f"{times:.1f}"
    return f"{weight:+.1f}, {factor} times {'likelier' if weight > 0 else 'less likely'}"


def _share(ratio: float) -> str:
    return f"{ratio:.1%}" if ratio >= 0.001 else f"1 in {1 / ratio:,.0f}"
