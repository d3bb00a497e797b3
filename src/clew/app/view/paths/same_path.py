"""The paths of a build's journeys, and which journeys take the same one: made once for each way of making them, then remembered."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.app.view.paths.making import LevelWords, Making, level_words
from clew.app.view.view import View
from clew.journeys import Grouped, Paths, digest_of, grouped, paths_of, service_steps
from clew.model import UsageError

#: A path that is longer in an address is told by its digest, so that addresses stay short.
_LONGEST_PATH = 600


@dataclass(frozen=True)
class Variants:
    """All paths of one making, and the variants they make; variants are numbered in the order of their words."""

    making: Making
    level: LevelWords
    paths: Paths
    grouped: Grouped

    def __len__(self) -> int:
        """Count the variants."""
        return len(self.grouped)

    def codes(self, variant: int) -> NDArray[np.int32]:
        """Return the words of a variant by code."""
        return self.grouped.code[self.grouped.first[variant] : self.grouped.first[variant + 1]]

    def counted(self, chosen: NDArray[np.bool_]) -> NDArray[np.int64]:
        """Count the chosen journeys that take each variant."""
        return np.bincount(self.grouped.variant[chosen], minlength=len(self))

    def ranked(self, counts: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the variants that anybody takes, most travelled first; ties in the order of their words."""
        order = np.argsort(-counts, kind="stable")
        return order[: int(np.count_nonzero(counts))]

    def through(self, variant: int) -> str:
        """Return the variant's through word: its words, or its digest where they are too many for an address."""
        names = self.level.words.names
        written = ">".join(names[code] for code in self.codes(variant).tolist())
        if len(written) > _LONGEST_PATH:
            written = f"**{int(self.grouped.digest[variant]):016x}"
        return f"variant:{self.making.word}/{written}"

    def find(self, written: str) -> int:
        """Return the variant of what a through word says after its making; UsageError where nobody takes that path."""
        digest = _digest(written)
        found = np.flatnonzero(self.grouped.digest == np.uint64(digest)).tolist() if digest >= 0 else []
        if not found:
            raise UsageError("No journey takes this path. Choose one from the list of variants.")
        return int(found[0])

    def title(self, variant: int, told: int = 8) -> str:
        """Say a variant in words, so many steps of it at most."""
        codes = self.codes(variant).tolist()
        said = [self.level.titles[code] for code in codes[:told]]
        more = len(codes) - told
        return " → ".join([*said, f"{more} more"] if more > 0 else said) or "no step of the service"


def variants_of(view: View, making: Making) -> Variants:
    """Return all paths of a making."""
    return view.remembered(("variants", making), lambda: _variants_of(view, making))


def _variants_of(view: View, making: Making) -> Variants:
    steps = view.steps
    level = level_words(view, making.level)
    kept = service_steps(steps.party, steps.kind) if making.steps == "service" else None
    paths = paths_of(level.words, steps.first, kept, repeats_once=making.repeats == "once")
    return Variants(making, level, paths, grouped(paths))


def _digest(written: str) -> int:
    if written.startswith("**"):
        try:
            return int(written[2:18], 16)
        except ValueError:
            return -1
    return digest_of(tuple(written.split(">")) if written else ())
