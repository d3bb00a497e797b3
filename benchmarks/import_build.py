"""Measures what importing and building cost, against hand-written DuckDB SQL that makes the same tables of the same file.

Run it as ``python benchmarks/import_build.py [--rows 1000000 10000000] [--short] [--json]``. The file is made up first,
outside the timing. Each side then runs in a process of its own; CPU seconds (user and system, of all threads) and peak
memory are what the operating system says of that process. ``benchmarks/rival.py`` says what the rival leaves out.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
SIDES = {"clew": HERE / "clew_run.py", "rival": HERE / "rival.py"}
#: The aims of the project: CPU against the rival's, and peak memory for each million interactions.
MOST_CPU_RATIO, MOST_MIB_PER_MILLION = 1.3, 400
SHORT_ROWS = 100_000


@dataclass(frozen=True)
class Cost:
    """What one side took for one file: seconds of wall and CPU (in all, and by phase), peak MiB, rows of every table."""

    side: str
    rows: int
    wall_seconds: float
    cpu_seconds: float
    peak_mib: float
    import_peak_mib: float
    phases: dict[str, float]
    counts: dict[str, int]

    @property
    def events_per_second(self) -> float:
        """Interactions in the tables per second of wall."""
        return self.rows / self.wall_seconds

    @property
    def mib_per_million(self) -> float:
        """Peak memory over interactions."""
        return self.peak_mib / (self.rows / 1e6)


def main() -> None:
    """Measure each number of rows and print what was found."""
    parser = argparse.ArgumentParser(description="Cost of import and build against hand-written SQL")
    parser.add_argument(
        "--rows", type=int, nargs="+", default=[1_000_000, 10_000_000], help="interactions to measure with"
    )
    parser.add_argument("--short", action="store_true", help=f"{SHORT_ROWS:,} interactions only")
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    asked = parser.parse_args()
    pairs = []
    for rows in [SHORT_ROWS] if asked.short else asked.rows:
        if not asked.json:
            print(f"── {rows:,} interactions", flush=True)
        pair = measured(rows)
        pairs.append(pair)
        if not asked.json:
            print("\n".join(lines_of(*pair)), flush=True)
    if asked.json:
        print(
            json.dumps(
                [{side.side: asdict(side) for side in pair} | {"differences": differences(*pair)} for pair in pairs]
            )
        )
    elif len(pairs) > 1:
        print("\n".join(growth(pairs)))


def measured(rows: int) -> tuple[Cost, Cost]:
    """Make the file, then run Clew and the rival on it, one after the other."""
    with tempfile.TemporaryDirectory(prefix="clew-bench-") as name:
        folder = Path(name)
        source = folder / "interactions.csv"
        subprocess.run([sys.executable, HERE / "generate.py", str(rows), source], check=True, stdout=subprocess.DEVNULL)
        costs = []
        for side, script in SIDES.items():
            place = folder / side
            place.mkdir()
            costs.append(_run(side, script, rows, source, place))
        return costs[0], costs[1]


def _run(side: str, script: Path, rows: int, source: Path, place: Path) -> Cost:
    """Run one side in a process of its own, and take what the system counted for it."""
    started = time.perf_counter()
    with subprocess.Popen([sys.executable, script, source, place], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    if process.returncode:
        raise SystemExit(f"The run of {side} on {rows:,} rows failed; what it said stands above.")
    said = json.loads(told)
    cpu, peak = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    return Cost(side, rows, wall, cpu, peak, said["import_peak_mib"], said["phases"], said["counts"])


def differences(clew: Cost, rival: Cost) -> list[str]:
    """Return the tables in which the two sides have different numbers of rows."""
    return [
        f"{table}: Clew {clew.counts[table]:,}, rival {count:,}"
        for table, count in rival.counts.items()
        if clew.counts[table] != count
    ]


def lines_of(clew: Cost, rival: Cost) -> list[str]:
    """Return what to print about one number of rows."""
    lines = [
        f"{'':6} {'events/s':>10} {'wall s':>8} {'CPU s':>8} {'start':>7} {'import':>7} {'build':>7} {'peak MiB':>9} {'MiB/1M':>7}"
    ]
    for cost in (clew, rival):
        phases = " ".join(f"{cost.phases[name]:7.2f}" for name in ("start", "import", "build"))
        lines.append(
            f"{cost.side:6} {cost.events_per_second:10,.0f} {cost.wall_seconds:8.2f} {cost.cpu_seconds:8.2f} {phases} "
            f"{cost.peak_mib:9,.0f} {cost.mib_per_million:7,.0f}"
        )
    ratio = clew.cpu_seconds / rival.cpu_seconds
    by_phase = ", ".join(f"{name} {clew.phases[name] / rival.phases[name]:.2f}" for name in ("import", "build"))
    lines.append(
        f"CPU ratio {ratio:.2f} ({by_phase}); aims: ≤ {MOST_CPU_RATIO} and ≤ {MOST_MIB_PER_MILLION} MiB per 1 M"
    )
    counted = ", ".join(f"{count:,} {table}" for table, count in clew.counts.items())
    lines.append(f"Clew made {counted}")
    different = differences(clew, rival)
    lines.append(
        f"NOT the same numbers of rows: {'; '.join(different)}"
        if different
        else "Both sides made the same numbers of rows."
    )
    return lines


def growth(pairs: list[tuple[Cost, Cost]]) -> list[str]:
    """Return how cost grows with rows, from the fewest rows to the most: 1.00 is linear."""
    first, last = min(pairs, key=lambda pair: pair[0].rows), max(pairs, key=lambda pair: pair[0].rows)
    lines = [f"── growth from {first[0].rows:,} to {last[0].rows:,} interactions (1.00 = linear)"]
    for small, large in zip(first, last, strict=True):
        times = large.rows / small.rows
        cpu, memory = large.cpu_seconds / small.cpu_seconds / times, large.peak_mib / small.peak_mib / times
        lines.append(f"{small.side:6} CPU {cpu:.2f}, memory {memory:.2f}")
    return lines


if __name__ == "__main__":
    main()
