"""Reads a scenario: one TOML file that says what a simulated company is like, over what is usual for any company."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from clew.model import UsageError
from clew.simulator.scenario import Scenario
from clew.simulator.scenarios.scenario_sense import contradictions
from clew.simulator.scenarios.scenario_shape import listed, misfits, nearest

FOLDER = Path(__file__).resolve().parent
#: What every scenario is laid over; no scenario by itself.
USUAL = FOLDER / "_usual.toml"
#: More than fifty times the longest of ours.
MOST_BYTES = 4_000_000
#: So many faults are told at once.
MOST_FAULTS = 5


def load_scenario(which: str | Path = "billing") -> Scenario:
    """Return a built-in scenario by its name, or the one in a TOML file by its path.

    Raises:
        UsageError: There is no such scenario or file, or the file can't be used; names file, key, value, what is allowed.
    """
    path = FOLDER / f"{which}.toml" if str(which) in known_scenarios() else Path(which)
    try:
        if path.is_file() and path.stat().st_size > MOST_BYTES:
            raise UsageError(
                f"{path} has more than {MOST_BYTES // 1_000_000} MB. Is it a scenario? See docs/scenarios.md."
            )
        # Some editors begin a file with a byte order mark.
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} isn't UTF-8 text (byte {error.start}). Save it as UTF-8.") from None
    except OSError as error:
        raise UsageError(
            f'No scenario and no readable file "{which}" ({error.strerror}). {nearest(str(which), known_scenarios())}'
            f"Known: {listed(known_scenarios())}; or give the path of a TOML file."
        ) from None
    return scenario_from(text, path.name if path.parent == FOLDER else str(path))


def known_scenarios() -> tuple[str, ...]:
    """Return the names of the built-in scenarios, sorted."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.toml") if not file.stem.startswith("_")))


def scenario_from(text: str, where: str) -> Scenario:
    """Return the scenario that a TOML text says; ``where`` names the text in errors.

    Raises:
        UsageError: The text is no TOML or no scenario; up to five faults, each with its key, value and what is allowed.
    """
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{where} is no valid TOML: {error}.") from None
    whole = laid_over(tomllib.loads(USUAL.read_text(encoding="utf-8")), told)
    _complain(where, list(misfits(whole, msgspec.inspect.type_info(Scenario))))
    scenario = msgspec.convert(whole, Scenario)
    _complain(where, list(contradictions(scenario)))
    return scenario


def laid_over(usual: Mapping[str, object], told: Mapping[str, object]) -> dict[str, object]:
    """Return ``usual`` with what ``told`` says instead: tables key by key, anything else (lists too) as a whole.

    >>> laid_over({"a": {"b": 1, "c": [1, 2]}}, {"a": {"c": [3]}})
    {'a': {'b': 1, 'c': [3]}}
    """
    whole = dict(usual)
    for key, value in told.items():
        before = whole.get(key)
        whole[key] = laid_over(before, value) if isinstance(before, dict) and isinstance(value, dict) else value
    return whole


def _complain(where: str, faults: list[str]) -> None:
    if not faults:
        return
    told = "\n".join(f"{where}: {fault}" for fault in faults[:MOST_FAULTS])
    more = len(faults) - MOST_FAULTS
    raise UsageError(told + (f"\n{where}: and {more} more of the kind." if more > 0 else ""))
