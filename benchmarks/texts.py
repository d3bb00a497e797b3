"""Times on one core what is made of texts: reading facts and speech acts, finding issues and journeys, settling facts.

Run it as ``python benchmarks/texts.py [--customers 3000] [--industry billing]``. A simulated company (made and imported outside the
timing) is built with one core allowed; the parts that texts cost are told apart by the build's own names. The floor is what any
reader of words has to do: cut the same texts into words once. Accuracy on the same company stands beside it.
"""

from __future__ import annotations

import argparse
import os
import re
import tempfile
import time
from pathlib import Path

from clew.app.building import build
from clew.app.importing import ImportOrder, run_import
from clew.app.submission import NOT_BUILT, own_submission
from clew.app.workspace import create_workspace
from clew.simulator import Order, load_scenario, write_company
from clew.simulator.score import read_truth, score

PARTS = {"readings": "reading texts", "bound": "finding issues and journeys", "facts": "settling facts"}
AIM = 2_000
_WORD = re.compile(r"\w+")
_TEXTS = "SELECT text FROM interactions WHERE text IS NOT NULL"
ACCURACY = (
    ("facts", "all facts", "facts F1"),
    ("asked_again", "asked again", "asked again F1"),
    (
        "journeys_assignment",
        "pairs without a case, where it can be told",
        "journeys without a case, where it can be told, F1",
    ),
)


def main() -> None:
    """Make a company, build it on one core and print how many messages a second each part takes."""
    parser = argparse.ArgumentParser(description="What texts cost on one core")
    parser.add_argument("--customers", type=int, default=3000)
    parser.add_argument("--industry", default="billing")
    parser.add_argument("--wording", default="heldout", choices=("seen", "heldout"))
    chosen = parser.parse_args()
    scenario = load_scenario(chosen.industry)
    with tempfile.TemporaryDirectory(prefix="clew-texts-") as scratch:
        folder = Path(scratch)
        write_company(Order(scenario, chosen.customers, 90, 7, (), chosen.wording), folder / "company")
        workspace = create_workspace(folder / "workspace", "Timed")
        run_import(workspace, ImportOrder([folder / "company" / "exports"]))
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
        spent: dict[str, float] = {}
        mark = [time.perf_counter(), ""]

        def tell(name: str) -> None:
            now = time.perf_counter()
            spent[mark[1]] = spent.get(mark[1], 0.0) + now - mark[0]
            mark[:] = [now, name]

        build(workspace, tell)
        tell("")
        with workspace.session() as connection:
            texts = [text for (text,) in connection.execute(_TEXTS).fetchall()]
        began = time.perf_counter()
        for text in texts:
            _WORD.findall(text)
        floor = time.perf_counter() - began
        board = score(
            read_truth(folder / "company" / "truth"),
            own_submission(workspace, read_truth(folder / "company" / "truth"), lambda _name: None),
            system="Clew",
            not_built=NOT_BUILT,
        )
        workspace.close()
    _show(len(texts), {title: spent.get(part, 0.0) for part, title in PARTS.items()}, floor)
    for capability, subject, title in ACCURACY:
        row = next(each for each in board.section(capability).rows if each.subject == subject)
        print(f"{title}: {row.measure('f1').value:.3f}")


def _show(texts: int, seconds: dict[str, float], floor: float) -> None:
    """Print each part's time and rate, and the whole as messages a second and as a multiple of the floor."""
    whole = sum(seconds.values())
    for title, part in seconds.items():
        print(f"{title:30} {part:7.1f} s  {texts / part if part else 0:9,.0f} messages/s")
    print(f"{'together':30} {whole:7.1f} s  {texts / whole:9,.0f} messages/s and core (aim {AIM:,})")
    print(
        f"{'floor: cutting into words':30} {floor:7.2f} s; together {whole / floor:.0f} times that; {texts:,} messages"
    )


if __name__ == "__main__":
    main()
