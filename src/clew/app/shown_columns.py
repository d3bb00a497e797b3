"""How tables look outside Clew: moments as times instead of microseconds, waits in seconds."""

from __future__ import annotations

from clew.model import CONTRACTS

WAITS = ("wait_us", "wait_before_us")


def shown_columns(table: str) -> str:
    """Return the select list of a contract with aware timestamps (``*_at``) and waits in seconds (``*_seconds``)."""
    return _select(table, "make_timestamptz({})")


def text_columns(table: str) -> str:
    """Return the same for files of text: times as ISO 8601 in UTC, lists as JSON."""
    return _select(
        table, "strftime(make_timestamp({}), '%Y-%m-%dT%H:%M:%S.%fZ')", "CAST(to_json({0}) AS VARCHAR) AS {0}"
    )


def _select(table: str, moment: str, listed: str = "{}") -> str:
    chosen = []
    for name, kind in CONTRACTS[table].columns.items():
        plain = name.removesuffix("_us")
        if name in WAITS:
            chosen.append(f"{name} / 1000000 AS {plain}_seconds")
        elif name.endswith("_us"):
            chosen.append(f"{moment.format(name)} AS {plain}_at")
        elif kind == "array<string>":
            chosen.append(listed.format(name))
        else:
            chosen.append(name)
    return ", ".join(chosen)
