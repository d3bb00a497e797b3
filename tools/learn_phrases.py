"""Learns a language's phrasebook from ``training/phrases`` and writes it into the package.

Run it as ``python -m tools.learn_phrases [--leave-out AUTHOR --out FILE] [--language en]``. The same wordings give the same
phrasebook on one machine; on another the last digits may differ.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np

from tools.phrase_fit import Fit, fit
from tools.phrase_wordings import Example, authors, examples, values

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "clew" / "journeys" / "phrases"
#: Sums and names are few: they are held harder, and how often each is met counts for less.
FEW_HOLD, FEW_EVEN = 0.5, 0.9
#: A feature that speaks less than this for anything is left out of the package.
FAINT = 0.12


def main(words: list[str] | None = None) -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description="Learn a phrasebook")
    parser.add_argument("--language", default="en")
    parser.add_argument("--leave-out", action="append", default=[], help="an author whose wordings take no part")
    parser.add_argument("--out", type=Path)
    told = parser.parse_args(words)
    known = authors(told.language)
    chosen = [
        each
        for name, kinds in known.items()
        if name not in told.leave_out
        for each in (*examples(kinds), *values(kinds))
    ]
    write(learn(chosen), told.out or PACKAGE / f"{told.language}.npz")


def learn(chosen: list[Example]) -> list[Fit]:
    """Learn the kinds of each speaker by themselves, and what sums and names are."""

    def of(side: str) -> list[Example]:
        return [each for each in chosen if each.kind.startswith(side)]

    return [
        fit(of("company")),
        fit(of("customer")),
        fit(of("sum"), FEW_HOLD, FEW_EVEN),
        fit(of("name"), FEW_HOLD, FEW_EVEN),
    ]


def write(fits: list[Fit], path: Path) -> None:
    """Write what was learnt: weights as bytes with a scale for each kind, faint features left out."""
    features = sorted({name for each in fits for name in _loud(each)})
    place = {name: at for at, name in enumerate(features)}
    kinds = [kind for each in fits for kind in each.kinds]
    weights = np.zeros((len(features), len(kinds)), np.float32)
    begin = 0
    for each in fits:
        kept = [at for at, name in enumerate(each.features) if name in place]
        rows = [place[each.features[at]] for at in kept]
        weights[rows, begin : begin + len(each.kinds)] = each.weights[kept]
        begin += len(each.kinds)
    scale = np.abs(weights).max(axis=0) / 127
    np.savez_compressed(
        path,
        kinds=np.array("\n".join(kinds)),
        features=np.array("\n".join(features)),
        weights=np.round(weights / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        bias=np.concatenate([each.bias for each in fits]).astype(np.float32),
    )
    print(
        f"{path}: {len(features):,} features, {len(kinds)} kinds, {path.stat().st_size / 1e6:.1f} MB", file=sys.stderr
    )


def _loud(learnt: Fit) -> list[str]:
    loud = np.abs(learnt.weights).max(axis=1) >= FAINT
    return [name for name, heard in zip(learnt.features, loud, strict=True) if heard]


if __name__ == "__main__":
    main()
