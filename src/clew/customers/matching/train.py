"""Learns from the records themselves, without anybody's help, what tells that two of them are one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median

import duckdb
import pyarrow as pa

from clew.customers.matching.blocking import Blocking, choose_blockings, count_pairs, possible
from clew.customers.matching.comparisons import Comparison, comparisons_for
from clew.customers.matching.model import ColumnWeights, LevelWeight, Model, settings_of
from clew.customers.matching.person import bring_to_one_spelling
from clew.customers.matching.sampling import sample_likeness
from clew.customers.matching.session import learn_from_pairs, open_linker, private_session
from clew.model import UsageError

#: Agreement on any of these is taken for one person, to begin with; such rules find about this share of them.
CERTAIN = (
    ("official_number",),
    ("email",),
    ("birth_date", "both_names"),
    ("both_names", "postcode"),
    ("both_names", "phone"),
)
CERTAIN_RECALL = 0.7
#: Pairs that agree on these are learnt from, each time about the other columns (expectation maximisation).
LEARN_FROM = (
    ("birth_date",),
    ("first_name", "last_name"),
    ("email",),
    ("phone",),
    ("official_number",),
    ("postcode",),
    ("street",),
    ("last_name", "city"),
    ("first_name", "city"),
    ("first_name", "birth_date"),
    ("last_name", "birth_date"),
)
#: Fewer pairs teach nothing, more cost minutes and teach nothing new.
FEWEST_PAIRS, MOST_PAIRS = 50, 5_000_000
#: Learning is repeated with what was learnt: how many pairs match, and so how much of what looks random is one person.
ROUNDS = 2
#: Where nothing can be learnt of a column: the shares of the same, of all steps between together, of different.
DEFAULT_SHARES = (0.7, 0.2, 0.1)
#: The defaults count as much as this many pairs of one person: among records that hardly repeat, what expectation maximisation
#: takes for one person may be a family or a village, and a step that no pair happened to be on isn't impossible.
DEFAULTS_COUNT = 100
#: No likeness is taken to be rarer than this among two people.
RAREST = 1e-6
#: Pairs below this weight (odds of 1 to 128) add nothing to the number of pairs that are expected to match.
LEAST_EXPECTED = -7

#: Of each step of a column: the share among one person's pairs (m, None until it is learnt) and among two people's (u).
Shares = list[tuple[float | None, float]]


def train(
    records: pa.Table, trained_at: datetime, between_sources: bool = False, seed: int = 1, most_pairs: int = 20_000_000
) -> Model:
    """Train on person records (``person.COLUMNS``); nothing else of the table is looked at, and no labels are needed.

    ``between_sources``: only compare records whose ``source`` differs. UsageError for fewer than two records, or none with
    anything to compare, or where Splink is missing. The way is Fellegi and Sunter's (1969) as Splink estimates it: the share
    of random pairs that look alike is sampled, that of one person's pairs comes from expectation maximisation. Two steps are
    ours, as records that repeat often bend the sample: what random pairs owe to repeated people is taken out of it again,
    and how many pairs match is what the model itself expects, not a guess.
    """
    with private_session() as connection:
        columns = bring_to_one_spelling(connection, records)
        comparisons = comparisons_for(columns)
        if records.num_rows < 2 or not comparisons:
            raise UsageError("Training needs at least two records, and one column that two of them have a value in.")
        if between_sources and "source" not in columns:
            raise UsageError("To compare records between sources only, the records need a column source.")
        seen = sample_likeness(connection, comparisons, between_sources, seed)
        records_there = _Records(
            connection,
            choose_blockings(connection, columns, between_sources, most_pairs),
            _plan(connection, columns, between_sources),
            between_sources,
            records.num_rows * (records.num_rows - 1) / 2,
        )
        prior = _first_prior(connection, columns, between_sources, records_there.total)
        shares: list[Shares] = [[(None, share) for share in each] for each in seen]
        learnt = [False] * len(comparisons)
        for _ in range(ROUNDS):
            found = _learn(records_there, list(zip(comparisons, shares, strict=True)), prior)
            learnt = [_is_learnt(each) for each in found]
            sensible = [_sensible(each, prior * records_there.total) for each in found]
            prior = _expected(records_there, list(zip(comparisons, sensible, strict=True)), prior)
            shares = [_without_matches(each, own, prior) for each, own in zip(sensible, seen, strict=True)]
    weights = tuple(map(_weights, comparisons, shares, seen, learnt))
    pairs = sum(each.pairs for each in records_there.blockings)
    return Model(trained_at, records.num_rows, pairs, _rounded(prior), between_sources, weights)


@dataclass(frozen=True)
class _Records:
    """The session's people, which of their pairs are scored and which are learnt from, and how many pairs there are."""

    connection: duckdb.DuckDBPyConnection
    blockings: Sequence[Blocking]
    plan: Sequence[Blocking]
    between_sources: bool
    total: float


def _plan(connection: duckdb.DuckDBPyConnection, columns: Sequence[str], between_sources: bool) -> list[Blocking]:
    """Return what to learn from: neither too few pairs nor too many."""
    counted = count_pairs(connection, possible(LEARN_FROM, columns), between_sources)
    return [each for each in counted if FEWEST_PAIRS <= each.pairs <= MOST_PAIRS]


def _first_prior(
    connection: duckdb.DuckDBPyConnection, columns: Sequence[str], between_sources: bool, total: float
) -> float:
    """Return how likely two records are one person, from the certain rule that finds most."""
    certain = count_pairs(connection, possible(CERTAIN, columns), between_sources)
    found = max([1, *(each.pairs for each in certain)])
    return _clamped(found / CERTAIN_RECALL / total)


def _learn(records: _Records, pairs: Sequence[tuple[Comparison, Shares]], prior: float) -> list[Shares]:
    """Return the shares with m learnt: for each step the median over the sets of pairs that teach about it; u stays.

    What pairs must agree on teaches nothing about itself.
    """
    taught: dict[tuple[str, int], list[float]] = {}
    settings = settings_of(pairs, prior, (), by_frequency=False)
    for blocking in records.plan:
        about = [each.column for each, _ in pairs if not set(blocking.columns) & {each.column, *each.also}]
        rule = blocking.condition(records.between_sources)
        told = learn_from_pairs(records.connection, settings, rule) if about else {}
        for column in about:
            for step, share in enumerate(told.get(column, ())):
                if share is not None:
                    taught.setdefault((column, step), []).append(share)
    return [
        [
            (median(taught[(comparison.column, step)]) if (comparison.column, step) in taught else None, u)
            for step, (_, u) in enumerate(shares)
        ]
        for comparison, shares in pairs
    ]


def _is_learnt(shares: Shares) -> bool:
    return sum(m is not None for m, _ in shares) >= 2


def _sensible(shares: Shares, matches: float) -> Shares:
    """Fill in what wasn't learnt, draw it to the defaults where few pairs taught it, and keep the steps in bounds.

    None speaks more for one person than the same does, and none more against it than different does.
    """
    same, between, different = DEFAULT_SHARES
    steps = len(shares) - 2
    defaults = [same, *([between / steps] * steps), different] if steps else [same + between, different]
    learnt = _filled(shares) if _is_learnt(shares) else defaults
    trust = matches / (matches + DEFAULTS_COUNT)
    drawn = [trust * m + (1 - trust) * default for m, default in zip(learnt, defaults, strict=True)]
    most, least = drawn[0] / shares[0][1], drawn[-1] / shares[-1][1]
    kept = [min(max(m, least * u), most * u) for m, (_, u) in zip(drawn, shares, strict=True)]
    return [(m / sum(kept), u) for m, (_, u) in zip(kept, shares, strict=True)]


def _filled(shares: Shares) -> list[float]:
    """Return every step's m, adding up to 1; a step that no pair was on says what the next less alike one says."""
    filled: list[float] = []
    ratio = 0.1
    for m, u in reversed(shares):
        ratio = m / u if m is not None else ratio
        filled.insert(0, ratio * u)
    return [m / sum(filled) for m in filled]


def _expected(records: _Records, pairs: Sequence[tuple[Comparison, Shares]], prior: float) -> float:
    """Return the share of all pairs that the model expects to be one person."""
    if not records.blockings:
        return prior
    rules = [each.condition(records.between_sources) for each in records.blockings]
    scored = open_linker(records.connection, settings_of(pairs, prior, rules)).inference.predict(
        threshold_match_weight=LEAST_EXPECTED, warning_mode="never"
    )
    # Whole millionths: the order in which a parallel sum adds up must not decide the model's version.
    found = records.connection.execute(
        f"SELECT sum(round(match_probability, 6)::DECIMAL(18, 6)) FROM {scored.physical_name}"
    ).fetchall()[0][0]
    return _clamped(max(float(found or 0), 1.0) / records.total)


def _without_matches(shares: Shares, seen: Sequence[float], prior: float) -> Shares:
    """Take out of the random pairs' shares what pairs of one person put there: seen = prior × m + (1 - prior) × u."""
    others = [
        max((share - prior * (m or 0)) / (1 - prior), share * 0.02, RAREST)
        for (m, _), share in zip(shares, seen, strict=True)
    ]
    return [(m, u / sum(others)) for (m, _), u in zip(shares, others, strict=True)]


def _weights(comparison: Comparison, shares: Shares, seen: Sequence[float], learnt: bool) -> ColumnWeights:
    """Return what was learnt of one column as it is kept."""
    levels = tuple(
        LevelWeight(words, _rounded(m or RAREST), _rounded(u), _rounded(share))
        for words, (m, u), share in zip(comparison.words, shares, seen, strict=True)
    )
    return ColumnWeights(comparison.column, levels, learnt)


def _clamped(prior: float) -> float:
    return min(max(prior, 1e-12), 0.5)


def _rounded(value: float) -> float:
    """Nine digits: more would differ with the order in which parallel sums add up."""
    return float(f"{value:.9g}")
