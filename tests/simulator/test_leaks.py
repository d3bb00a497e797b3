"""What whoever looks at nothing but ids and the order of rows can find out about the truth: no more than by chance."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

import msgspec
import pyarrow.parquet as pq
import pytest
from scipy.stats import spearmanr

from clew.simulator.lived import Order
from clew.simulator.living.facts import ticket_number
from clew.simulator.living.life import MOST_ISSUES
from clew.simulator.scenarios.scenario_file import load_scenario
from clew.simulator.writing.company import write_company

SEED, CUSTOMERS = 11, 700
#: Files whose ids are numbers in a row, as the system gave them.
IN_A_ROW = (
    "chatbot/chatbot_messages.jsonl",
    "livechat/livechat_messages.jsonl",
    "mailbox/support.mbox",
    "segment/events.jsonl",
    "social/posts.csv",
    "surveys/survey_answers.csv",
    "telephony/calls.csv",
    "twilio/twilio_message_data.csv",
    "zendesk/ticket_comment.csv",
)
Record = dict[str, object]


class World(NamedTuple):
    """A small company: where its exports lie, and its truth by table."""

    exports: Path
    truth: dict[str, list[dict[str, object]]]

    def rows(self, file: str) -> list[dict[str, object]]:
        return [row for row in self.truth["rows"] if row["file"] == file]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder = tmp_path_factory.mktemp("leaks") / "company"
    usual = load_scenario("billing")
    dirt = msgspec.structs.replace(usual.dirt, noise=0.05, broken=0.03, store_tablet=0.1, shared_device=0.3)
    order = Order(msgspec.structs.replace(usual, dirt=dirt), CUSTOMERS, 90, SEED)
    write_company(order, folder, workers=1)
    names = ("rows", "identifiers", "interactions", "people")
    return World(
        folder / "exports", {name: pq.read_table(folder / "truth" / f"{name}.parquet").to_pylist() for name in names}
    )


def number_in(record: object) -> int:
    """The number in an id: the last one but for those of a mail's host."""
    return int(re.findall(r"\d+", str(record).partition("@")[0])[-1])


def shape(value: object) -> str:
    """What an id looks like: 1 for a digit, a for a letter; where letters and digits mix up to f, x."""
    if re.fullmatch("[0-9a-f]{16}", str(value)):
        return "x" * 16
    return re.sub("[A-Za-z]", "a", re.sub(r"\d", "1", str(value)))


@pytest.mark.parametrize("file", IN_A_ROW)
def test_ids_are_in_a_row_and_of_one_shape_whatever_their_rows_are(world: World, file: str) -> None:
    rows = world.rows(file)
    numbers = sorted({number_in(row["record"]) for row in rows})

    assert {"interaction", "broken"} <= {row["verdict"] for row in rows}
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert len({shape(row["record"]) for row in rows}) == 1


@pytest.mark.parametrize("file", [*IN_A_ROW, "orders/orders.csv", "zendesk/ticket.csv"])
@pytest.mark.parametrize("verdict", ["broken", "noise"])
def test_whether_an_id_is_high_or_low_says_nothing_about_its_row(world: World, file: str, verdict: str) -> None:
    rows = {str(row["record"]): row["verdict"] for row in world.rows(file) if row["verdict"] != "duplicate"}
    good = sorted(number_in(record) for record, each in rows.items() if each in ("interaction", "record"))
    bad = [number_in(record) for record, each in rows.items() if each == verdict]
    assert bool(bad) != ((file, verdict) in NEVER)
    if not bad:
        return
    below = sum(sum(each < other for each in good) for other in bad) / len(good) / len(bad)

    assert {shape(record) for record, each in rows.items() if each == verdict} <= {
        shape(record) for record, each in rows.items() if each != verdict
    }
    # The mean of n numbers from 0 to 1 is a half, give or take sqrt(1 / 12n).
    assert abs(below - 0.5) < 4 * (1 / 12 / len(bad)) ** 0.5


#: Nobody makes up surveys or orders, and tickets are read even where a time of theirs is missing.
NEVER = {("surveys/survey_answers.csv", "noise"), ("orders/orders.csv", "noise"), ("zendesk/ticket.csv", "broken")}

NAMED = {
    "chatbot/chatbot_messages.jsonl": ("message_id", ("session_id",)),
    "livechat/livechat_messages.jsonl": ("message_id", ("chat_id",)),
    "segment/events.jsonl": ("messageId", ("anonymousId",)),
    "social/posts.csv": ("tweet_id", ("author_id",)),
    "zendesk/ticket.csv": ("id", ("requester_id",)),
}


@pytest.mark.parametrize("file", NAMED)
def test_whom_noise_is_from_looks_like_anybody(world: World, file: str) -> None:
    key, columns = NAMED[file]
    noise = {str(row["record"]).removeprefix("ticket/") for row in world.rows(file) if row["verdict"] == "noise"}
    seen: dict[bool, set[tuple[str, str]]] = {True: set(), False: set()}
    for cells in cells_of(world.exports / file):
        seen[cells[key] in noise] |= {(name, shape(cells[name])) for name in columns if name in cells}

    assert seen[True] and seen[True] <= seen[False]


def cells_of(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines) if path.suffix == ".csv" else map(json.loads, lines)


def test_test_tickets_are_like_any_other_with_a_requester_a_comment_and_a_status(world: World) -> None:
    tests = {str(row["record"])[7:] for row in world.rows("zendesk/ticket.csv") if row["verdict"] == "noise"}
    tickets = {str(cells["id"]): cells for cells in cells_of(world.exports / "zendesk/ticket.csv")}
    users = {cells["id"] for cells in cells_of(world.exports / "zendesk/user.csv")}

    assert tests and {tickets[case]["requester_id"] for case in tests} <= users
    for file in ("ticket_comment.csv", "ticket_field_history.csv"):
        assert tests <= {str(cells["ticket_id"]) for cells in cells_of(world.exports / "zendesk" / file)}


def test_customers_tickets_come_from_the_series_that_testers_take_the_end_of(world: World) -> None:
    cases = {str(row["case_ref"]) for row in world.truth["interactions"]} - {"None"}
    assert cases and cases <= {ticket_number(place, SEED) for place in range(CUSTOMERS * MOST_ISSUES)}


def test_a_familys_device_and_a_stores_look_like_anybodys(world: World) -> None:
    devices = [row for row in world.truth["identifiers"] if row["kind"] == "device"]
    assert {row["nature"] for row in devices} == {"own", "shared", "tablet"}
    assert {shape(row["value"]) for row in devices} == {"x" * 16}


def numbers_by_person(world: World) -> dict[str, dict[int, int]]:
    """Each customer's ids as numbers, by what they are: one of each kind."""
    found: dict[str, dict[int, int]] = {}
    for row in world.truth["identifiers"]:
        person, value = number_in(row["person_id"]), str(row["value"])
        if row["nature"] != "own":
            continue
        if row["kind"] == "email" and value.count(".") == 3:
            found.setdefault("tail of the address", {})[person] = int(value.lower().split("@")[0].split(".")[2], 36)
        elif row["kind"] == "phone":
            found.setdefault("phone", {})[person] = int("".join(filter(str.isdigit, value))[-10:])
        elif row["kind"] in ("account", "handle", "customer_ref") and value.isdigit():
            found.setdefault(f"{row['kind']} of {row['system']}", {}).setdefault(person, int(value))
    for row in world.truth["interactions"]:
        person = number_in(row["person_id"])
        if row["case_ref"]:
            found.setdefault("ticket", {}).setdefault(person, int(str(row["case_ref"])))
        if row["system"] == "orders":
            found.setdefault("order", {}).setdefault(person, number_in(row["record"]))
    people = {number_in(row["person_id"]): number_in(row["person_id"]) for row in world.truth["people"]}
    return {"place in the world": people, **found}


def test_no_number_of_a_customer_leads_to_another_of_theirs(world: World) -> None:
    numbers = numbers_by_person(world)
    assert len(numbers) >= 9

    for (one, those), (other, these) in combinations(numbers.items(), 2):
        both = [(those[person], these[person]) for person in sorted(those.keys() & these.keys())]
        names = f"{one} and {other}"
        if len(both) < 30 or (one.startswith("account") and other.startswith("account")):
            continue  # too few to tell, or the same number in two systems
        # The rank correlation of n unrelated pairs is 0, give or take 1 / sqrt(n - 1).
        assert abs(spearmanr(both).statistic) < 4.5 / (len(both) - 1) ** 0.5, names
        for modulus in range(2, 11):
            for factor in range(1, modulus):
                most = Counter((y - factor * x) % modulus for x, y in both).most_common(1)[0][1]
                assert most < len(both) / modulus + 5 * (len(both) / modulus) ** 0.5, f"{names} modulo {modulus}"


def test_the_step_from_a_customer_to_the_next_is_never_the_same(world: World) -> None:
    for name, numbers in numbers_by_person(world).items():
        if name == "place in the world" or name.startswith("customer_ref of crm"):
            continue
        steps = Counter(
            numbers[person + 1] - numbers[person] for person in numbers if person + 1 in numbers
        ).most_common(1)
        assert steps == [] or steps[0][1] <= 2, name


def test_neighbours_in_a_file_live_together_no_more_often_than_by_chance(world: World) -> None:
    household = {row["person_id"]: row["household_id"] for row in world.truth["people"]}
    whose = {row["record"]: row["person_id"] for row in world.truth["interactions"]}
    refs = {
        (row["system"], str(row["value"])): row["person_id"]
        for row in world.truth["identifiers"]
        if row["kind"] == "customer_ref"
    }
    for file in dict.fromkeys(str(row["file"]) for row in world.truth["rows"]):
        records = [str(row["record"]) for row in world.rows(file)]
        if file == "hubspot/contact.csv":
            people = [refs["crm", record] for record in records]
            assert sum(one == other for one, other in pairwise(people)) <= 1
        elif file == "zendesk/user.csv":
            people = [refs[known] for record in records if (known := ("helpdesk", record[5:])) in refs]
        else:
            people = [whose[record] for record in records if record in whose]
        homes = [household[person] for person in dict.fromkeys(people)]
        met = sum(one == other for one, other in pairwise(homes))
        assert met <= by_chance(homes) + 4 * by_chance(homes) ** 0.5 + 1, file


def by_chance(homes: Iterable[object]) -> float:
    """How many neighbours are of one household when everybody stands anywhere."""
    sizes = Counter(homes)
    everybody = sum(sizes.values())
    return sum(size * (size - 1) for size in sizes.values()) / max(everybody, 1)
