"""Writes ``docs/simulator.md``'s tables: how a simulated company's days, channels, waits and journeys are distributed.

Run it as ``python benchmarks/distributions.py [--customers 4000]``; it prints Markdown for every industry.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import polars as pl

from clew.simulator import Order, known_scenarios, load_scenario, write_company

_HOUR_US = 3_600_000_000
_QUARTERS = ("00–06", "06–12", "12–18", "18–24")
_ANSWERED = ("chat", "phone", "email", "web", "sms", "social")


def main() -> None:
    """Make each company and print its table."""
    parser = argparse.ArgumentParser(description="Distributions of simulated companies")
    parser.add_argument("--customers", type=int, default=4000)
    asked = parser.parse_args()
    columns: dict[str, dict[str, str]] = {}
    for name in known_scenarios():
        with tempfile.TemporaryDirectory() as folder:
            company = Path(folder) / name
            write_company(Order(load_scenario(name), asked.customers), company)
            columns[name] = described(company / "truth")
    rows = list(next(iter(columns.values())))
    print("| | " + " | ".join(columns) + " |")
    print("| --- " * (len(columns) + 1) + "|")
    for row in rows:
        print(f"| {row} | " + " | ".join(columns[name].get(row, "–") for name in columns) + " |")


def described(truth: Path) -> dict[str, str]:
    """Return what one company looks like, in words a table can hold."""
    interactions = pl.read_parquet(truth / "interactions.parquet")
    journeys = pl.read_parquet(truth / "journeys.parquet")
    found = {
        "interactions per customer": f"{len(interactions) / pl.read_parquet(truth / 'people.parquet').height:.1f}",
        "journeys per customer": f"{len(journeys) / pl.read_parquet(truth / 'people.parquet').height:.2f}",
    }
    told = interactions.filter(pl.col("journey_id").is_not_null())
    found["interactions per journey: half, slowest tenth"] = _half_and_tenth(told.group_by("journey_id").len()["len"])
    found["contacts per journey: mean"] = f"{_mean(journeys['contacts']):.2f}"
    for outcome in ("resolved", "gave_up", "open"):
        found[f"journeys {outcome.replace('_', ' ')}"] = _percent((journeys["outcome"] == outcome).mean())
    found["journeys that change channel"] = _percent((journeys["switches"] > 0).mean())
    days = (journeys["ended_us"] - journeys["started_us"]) / 24 / _HOUR_US
    found["days from first to last interaction: half, slowest tenth"] = _half_and_tenth(days, 1)
    found["satisfaction (1 to 5): mean"] = f"{_mean(journeys['satisfaction']):.2f}"
    first = journeys.group_by("first_channel").len().with_columns(pl.col("len") / len(journeys))
    shares = dict(first.iter_rows())
    for channel in sorted(shares, key=lambda each: -shares[each]):
        found[f"first contact on {channel}"] = _percent(shares[channel])
    hours = journeys["started_us"] // _HOUR_US % 24 // 6
    for quarter, title in enumerate(_QUARTERS):
        found[f"begins {title} h"] = _percent((hours == quarter).mean())
    weekend = (journeys["started_us"] // (24 * _HOUR_US) + 3) % 7 >= 5
    found["begins on a weekend"] = _percent(weekend.mean())
    for channel in _ANSWERED:
        waits = _waits(told, channel)
        if len(waits):
            found[f"minutes to the first answer, {channel}: half, slowest tenth"] = _half_and_tenth(waits, 1)
    return found


def _waits(told: pl.DataFrame, channel: str) -> pl.Series:
    """Return the minutes from a customer's message to the answer that follows it on the channel."""
    steps = told.filter((pl.col("channel") == channel) & (pl.col("kind") == "message")).sort("journey_id", "position")
    answers = (
        (pl.col("party") == "agent")
        & (pl.col("party").shift(1) == "customer")
        & (pl.col("journey_id") == pl.col("journey_id").shift(1))
        & (pl.col("party").shift(2).is_null() | (pl.col("journey_id") != pl.col("journey_id").shift(2)))
    )
    minutes = (pl.col("occurred_us") - pl.col("occurred_us").shift(1)) / _HOUR_US * 60
    return steps.with_columns(minutes.alias("minutes"), answers.alias("answers")).filter("answers")["minutes"]


def _half_and_tenth(values: pl.Series, digits: int = 0) -> str:
    return f"{values.quantile(0.5):.{digits}f}, {values.quantile(0.9):.{digits}f}"


def _mean(values: pl.Series) -> float:
    return float(str(values.mean()))


def _percent(share: object) -> str:
    return f"{100 * float(str(share)):.0f} %"


if __name__ == "__main__":
    main()
