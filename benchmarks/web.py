"""Measures the web application at a million interactions: every answer of the server, every screen, the size of the page.

Run it as ``python benchmarks/web.py [--customers 43500] [--short] [--json]``. The company is made up, imported and built
once (kept under ``bench-out/``), outside every timing. Each question is asked of selections that nobody has asked about
before, so that nothing remembered is measured; the floor beside it is the same question as one SQL query on the same
Parquet files in DuckDB. Ends with exit code 1 when an aim is missed.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from benchmarks.web_company import company  # noqa: E402
from benchmarks.web_figures import Figure, missed, table  # noqa: E402

CUSTOMERS, SHORT_CUSTOMERS = 43_500, 2_000


def main() -> int:
    """Measure and print; return 1 when an aim is missed."""
    parser = argparse.ArgumentParser(description="Speed of the web application")
    parser.add_argument("--customers", type=int, default=CUSTOMERS, help="customers of the simulated company")
    parser.add_argument("--workspace", type=Path, help="measure this built workspace instead")
    parser.add_argument("--short", action="store_true", help=f"{SHORT_CUSTOMERS:,} customers only")
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    asked = parser.parse_args()
    folder = asked.workspace or company(SHORT_CUSTOMERS if asked.short else asked.customers, quiet=asked.json)

    from benchmarks.web_answers import measure_answers
    from benchmarks.web_page import measure_page

    figures: list[Figure] = [*measure_answers(folder), *measure_page(folder)]
    print(json.dumps([asdict(each) for each in figures]) if asked.json else table(figures))
    return 1 if missed(figures) else 0


if __name__ == "__main__":
    sys.exit(main())
