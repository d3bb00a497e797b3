"""A private place to compare people in: nothing is logged, nothing leaves the machine, and nothing stays when it closes."""

from __future__ import annotations

import logging
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol

import duckdb

from clew.model import ClewError, UsageError

#: What to do when the optional part isn't there.
REMEDY = "Matching people by likeness needs Splink 5, which isn't installed. Run: pip install 'clew[identity]'"


class Training(Protocol):
    """The part of Splink that learns."""

    def estimate_parameters_using_expectation_maximisation(
        self, blocking_rule: str, estimate_without_term_frequencies: bool
    ) -> object:
        """Learn from the pairs that share what the rule says."""


class Scored(Protocol):
    """A table of scored pairs in the session."""

    physical_name: str


class Inference(Protocol):
    """The part of Splink that scores."""

    def compute_blocked_pairs_for_predict(self) -> Scored:
        """Find the pairs that the settings' blockings give."""

    def predict(self, *, threshold_match_weight: float, warning_mode: str) -> Scored:
        """Score the pairs that the settings' blockings give."""


class Saving(Protocol):
    """The part of Splink that tells what was learnt."""

    def save_model_to_json(self) -> dict[str, object]:
        """Return the settings with what was learnt."""


class Linker(Protocol):
    """What is used of Splink's linker."""

    training: Training
    inference: Inference
    misc: Saving


@contextmanager
def private_session() -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database in memory; what doesn't fit goes to a folder that is removed. UsageError where Splink is missing.

    What fails inside is told without its message, which would hold values of people's records.
    """
    check_splink()
    splink = logging.getLogger("splink")
    before = splink.level
    with tempfile.TemporaryDirectory(prefix="clew-matching-") as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        splink.setLevel(logging.CRITICAL + 1)
        connection = duckdb.connect(
            config={
                "temp_directory": folder,
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
            }
        )
        try:
            yield connection
        except ClewError:
            raise
        except Exception as error:  # noqa: BLE001 (any of them may hold a value of a record)
            raise ClewError(
                f"Comparing the records failed ({type(error).__name__}). Nothing was changed. Its details are left out, "
                "as they could hold personal data; check that every column of the records holds text, dates or numbers."
            ) from None
        finally:
            connection.close()
            splink.setLevel(before)


def check_splink() -> None:
    """Raise UsageError with the remedy where Splink 5 isn't installed."""
    try:
        import splink
    except ImportError:
        raise UsageError(REMEDY) from None
    if not str(splink.__version__).startswith("5."):
        raise UsageError(REMEDY)


def open_linker(connection: duckdb.DuckDBPyConnection, settings: Mapping[str, object]) -> Linker:
    """Return Splink's linker over the session's table ``people``."""
    from splink import DuckDBAPI
    from splink import Linker as SplinkLinker

    people = DuckDBAPI(connection).register("people")
    # Splink's own check of its settings parses each step's SQL again and costs half the time; our steps are tested.
    linker: Linker = SplinkLinker(people, dict(settings), log_level=None, validate_settings=False)
    return linker


def learn_from_pairs(
    connection: duckdb.DuckDBPyConnection, settings: Mapping[str, object], rule: str
) -> dict[str, list[float | None]]:
    """Return for each column the share of one person's pairs on each step, learnt from the pairs that the rule gives.

    Nothing where they hold no two kinds of pairs to tell apart: Splink 5.0 raises ValueError when a share becomes 0 on the way,
    as it does where no record repeats, and leaves its linker unusable, so each rule gets its own.
    """
    from splink.internals.exceptions import EMTrainingException

    linker = open_linker(connection, settings)
    try:
        linker.training.estimate_parameters_using_expectation_maximisation(rule, estimate_without_term_frequencies=True)
    except (ValueError, EMTrainingException):
        return {}
    told = linker.misc.save_model_to_json()["comparisons"]
    assert isinstance(told, list)
    return {
        each["output_column_name"]: [
            step["m_probability"] if isinstance(step.get("m_probability"), float) else None
            for step in each["comparison_levels"]
            if not step.get("is_null_level")
        ]
        for each in told
    }
