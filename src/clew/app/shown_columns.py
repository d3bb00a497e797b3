"""How tables look outside Clew: moments as times instead of microseconds, waits in seconds."""

from __future__ import annotations

from clew.model import CONTRACTS

WAITS = ("wait_us", "wait_before_us")


def shown_columns(table: str) -> str:
    """Return the select list of a contract with aware timestamps (``*_at``) and waits in seconds (``*_seconds``)."""
    return _select(table, "make_timestamptz({})")


def text_columns(table: str) -> str:
    """Return the same with times as ISO 8601 text in UTC."""
    return _select(table, "strftime(make_timestamp({}), '%Y-%m-%dT%H:%M:%S.%fZ')")


def _select(table: str, moment: str) -> str:
    chosen = []
    for name in CONTRACTS[table].columns:
        plain = name.removesuffix("_us")
        if name in WAITS:
            chosen.append(f"{name} / 1000000 AS {plain}_seconds")
        elif name.endswith("_us"):
            chosen.append(f"{moment.format(name)} AS {plain}_at")
        else:
            chosen.append(name)
    return ", ".join(chosen)
