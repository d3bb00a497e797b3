"""How well Clew finds what real wizards of STAR ask, against their action labels and against labels by hand.

Run it as ``python benchmarks/star.py FOLDER [--half tuned|held]`` with the folder that has ``star_dialogues.jsonl.gz``. Rules
were widened with the *tuned* half of the dialogues (by a hash of their ids), so the *held* half is what counts. STAR's wizards
pick suggestions with an action label, or type freely and have none. Figures are printed, texts never are.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clew.journeys.facts import Message, Reader, Settler, known_kinds
from clew.journeys.facts.settle import Formats

#: STAR's labels that ask for one of Clew's kinds of fact.
KINDS = {
    "ask_name": "name",
    "bank_ask_account_number": "account",
    "ride_ask_booking_number": "order",
    "plane_ask_date": "date",
    "party_ask_day": "date",
    "apartment_ask_day": "date",
    "weather_ask_day": "date",
    "doctor_ask_day": "date",
    "meeting_ask_day": "date",
    "hotel_ask_date_from": "date",
    "hotel_ask_date_to": "date",
}
#: Labels about which one can argue: asking for a time of day, for somebody else's name, for a flight's number.
ARGUABLE = {
    ("party_ask_host", "name"),
    ("meeting_ask_guest_name", "name"),
    ("doctor_ask_doctor_name", "name"),
    ("plane_ask_flight_id", "order"),
    ("hotel_ask_service_request", "problem"),
    *((label, "date") for label in ("party_ask_arrival_time", "party_ask_starting_time", "party_ask_end_time")),
    *((label, "date") for label in ("trip_ask_departure_time", "apartment_ask_start_time", "meeting_ask_end_time")),
}


@dataclass(frozen=True)
class Line:
    """One line of a dialogue; ``turn`` is its place among the dialogue's events, from 1, ``label`` its wizard's action."""

    dialogue: str
    turn: int
    party: str
    text: str
    label: str | None


def half_of(dialogue: str) -> str:
    """Return which half a dialogue belongs to: that which rules were widened with, or that which they are judged by."""
    return "tuned" if hashlib.sha256(dialogue.encode()).digest()[0] % 2 == 0 else "held"


def dialogues_in(folder: Path) -> Iterator[list[Line]]:
    """Return the dialogues, each with what its two sides see of each other."""
    with gzip.open(folder / "star_dialogues.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in rows:
            told = json.loads(row)
            yield [
                Line(str(told["DialogueID"]), turn, event["Agent"], event["Text"], event.get("ActionLabel"))
                for turn, event in enumerate(told["Events"], 1)
                if event.get("Action") in ("utter", "pick_suggestion")
                and event.get("Text")
                and event.get("Agent") in ("User", "Wizard")
            ]


def main() -> None:
    """Print how many questions are found, how many of those are right, and how often something is asked for twice."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("tuned", "held"), default="held")
    order = parser.parse_args()
    reader = Reader()
    settler = Settler(known_kinds(), Formats())
    wanted, found, right = Counter[str](), Counter[str](), Counter[str]()
    free, free_asking, repeats, again = 0, 0, Counter[str](), Counter[str]()
    dialogues = 0
    for lines in dialogues_in(order.folder):
        if not lines or half_of(lines[0].dialogue) != order.half:
            continue
        dialogues += 1
        times = Counter[str]()
        for line in lines:
            if line.party != "Wizard":
                continue
            asked = {each.fact for each in reader.read(line.text, "agent").asked}
            times.update(asked)
            if line.label is None:
                free, free_asking = free + 1, free_asking + bool(asked)
                continue
            kind = KINDS.get(line.label)
            wanted.update([kind] if kind else [])
            for each in asked:
                if (line.label, each) not in ARGUABLE:
                    found[each] += 1
                    right[each] += each == kind
        repeats.update(kind for kind, n in times.items() if n > 1)
        again.update({fact.fact for fact in settler.settle(_messages(reader, lines)) if fact.act == "ask_again"})
    print(f"{order.half} half: {dialogues:,} dialogues")
    for kind in sorted(wanted | found):
        recall, precision = right[kind] / max(wanted[kind], 1), right[kind] / max(found[kind], 1)
        print(
            f"{kind:10} labelled {wanted[kind]:5,}  found {found[kind]:5,}  recall {recall:.3f}  precision {precision:.3f}"
        )
    print(f"all        recall {right.total() / wanted.total():.3f}  precision {right.total() / found.total():.3f}")
    print(f"unlabelled lines of wizards: {free:,}, of which {free_asking:,} ask for something")
    print("dialogues that ask twice, by kind:", dict(repeats.most_common()))
    print("dialogues that ask again for what was given:", dict(again.most_common()))


def _messages(reader: Reader, lines: list[Line]) -> Iterator[Message]:
    for line in lines:
        party = "customer" if line.party == "User" else "agent"
        yield Message(
            f"{line.dialogue}/{line.turn}", line.turn, line.dialogue, line.text, reader.read(line.text, party)
        )


if __name__ == "__main__":
    main()
