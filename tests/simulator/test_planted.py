"""The truth about a small world, worked out by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from clew.simulator.export import Block, Nature, Row, Sheet, Spoken
from clew.simulator.lived import Order
from clew.simulator.truth_tables import EFFECTS, ROWS, TRUTH
from clew.simulator.writing.effects import Effects, add, effect_rows, summed
from clew.simulator.writing.identifiable import leading_events
from clew.simulator.writing.planted import as_arrow, planted_tables
from tests.simulator.small_world import MIA, NOON, SCENARIO, TOM, block_of, event, lived


def rows(system: str, *told: Row) -> tuple[str, Sheet]:
    return system, Sheet(f"{system}.jsonl", "jsonl", (), list(told))


def tell(record: str, number: int, **cells: object) -> Row:
    return Row(record, cells, "interaction", number)


def test_interactions_say_whose_they_are_of_which_journey_and_how_it_felt() -> None:
    world = lived(event(1, TOM, "website"), event(2, MIA, "chatbot", mood=-1.5), event(3, MIA, "telephony"))
    block = block_of(world)
    block.spoken[2] = (Spoken("give", "account", "10001", 3, 8), Spoken("ask", "invoice", "", 10, 20))
    written = [
        rows("website", tell("W-1", 1)),
        rows("chatbot", tell("C-1", 2), Row("C-2", {}, "duplicate", 2, ("late",)), Row("C-3", {}, "noise")),
        rows("telephony", Row("P-1", {}, "broken", 3)),
    ]
    tables = planted_tables(world, block, written)
    assert list(tables) == [table.name for table in TRUTH if table is not EFFECTS]
    first, second = tables["interactions"].to_pylist()
    assert first["interaction_id"] == "i00001-0000001"
    assert [first[name] for name in ("journey_id", "issue", "position", "case_ref")] == [None] * 4
    assert (second["person_id"], second["journey_id"], second["position"]) == ("p0000001", "jw-1", 1)
    assert (second["system"], second["record"], second["issue"]) == ("chatbot", "C-1", SCENARIO.issues[0].name)
    assert (second["emotion"], second["valence"], second["occurred_us"]) == ("angry", -1.5, (NOON + 120) * 1_000_000)
    assert [list(row.values()) for row in tables["facts"].to_pylist()] == [
        ["i00001-0000002", "give", "account", "10001", 3, 8],
        ["i00001-0000002", "ask", "invoice", None, 10, 20],
    ]
    assert [list(row.values()) for row in tables["rows"].to_pylist()] == [
        ["website.jsonl", "W-1", "interaction", "i00001-0000001", []],
        ["chatbot.jsonl", "C-1", "interaction", "i00001-0000002", []],
        ["chatbot.jsonl", "C-2", "duplicate", "i00001-0000002", ["late"]],
        ["chatbot.jsonl", "C-3", "noise", None, []],
        ["telephony.jsonl", "P-1", "broken", "i00001-0000003", []],
    ]


def test_of_two_systems_that_tell_the_same_the_one_where_it_happened_gives_the_record() -> None:
    world = lived(event(3, MIA, "telephony"))
    written = [rows("helpdesk", tell("H-1", 3)), rows("telephony", tell("P-1", 3)), rows("zzz", tell("Z-1", 3))]
    table = planted_tables(world, block_of(world), written)["interactions"]
    assert table["record"].to_pylist() == ["P-1"]


def know(block: Block, system: str, kind: str, value: str, who: int = MIA, nature: Nature = "own") -> None:
    block.knows(system, kind, value, who, nature)


def shared_phone(block: Block) -> None:
    know(block, "telephony", "phone", "+12125550101", nature="shared")


def own_phone(block: Block) -> None:
    know(block, "telephony", "phone", "+12125550101")


def own_phone_in_the_crm(block: Block) -> None:
    own_phone(block)
    know(block, "crm", "phone", "(212) 555-0101")


@pytest.mark.parametrize(
    ("knowing", "expected"),
    [(shared_phone, {1, 2}), (own_phone, {1, 2}), (own_phone_in_the_crm, {1, 2, 3})],
)
def test_a_call_leads_to_its_customer_only_by_an_own_number_that_is_tied_to_the_rest(
    knowing: Callable[[Block], None], expected: set[int]
) -> None:
    world = lived(
        event(1, MIA, "mailbox"), event(2, MIA, "website"), event(3, MIA, "telephony"), event(4, TOM, "website")
    )
    block = block_of(world)
    know(block, "mailbox", "email", "mia@example.com")
    know(block, "website", "device", "dev-mia")
    know(block, "website", "email", "Mia@example.com")
    know(block, "crm", "email", "mia@example.com")
    knowing(block)
    written = [
        rows("mailbox", Row("M-1", "From x\nFrom: Mia <mia@example.com>\n\ncall +12125550101", "interaction", 1)),
        rows("website", tell("W-1", 2, context={"traits": {"email": "Mia@example.com"}, "ids": ["dev-mia"]})),
        rows("telephony", tell("P-1", 3, caller="+12125550101")),
        rows("website", tell("W-2", 4, anonymous="dev-tom")),
        rows("crm", Row("K-1", {"mail": "mia@example.com", "tel": "(212) 555-0101"}, "record")),
    ]
    assert leading_events(block, written).by_identifiers == expected


def test_what_one_message_of_a_conversation_tells_holds_for_all_of_it() -> None:
    world = lived(
        event(1, MIA, "chatbot", thread="s1"),
        event(2, MIA, "chatbot", "bot", "s1"),
        event(3, MIA, "chatbot", thread="s2"),
    )
    block = block_of(world)
    know(block, "chatbot", "account", "10001")
    written = [rows("chatbot", tell("C-1", 1, session="s1", account=10001), tell("C-2", 2), tell("C-3", 3))]
    assert leading_events(block, written).by_identifiers == {1, 2}


def test_a_number_said_in_a_conversation_leads_to_whom_it_belongs() -> None:
    world = lived(
        event(1, MIA, "website", thread="v1"),
        event(2, MIA, "chatbot", thread="s1"),
        event(3, MIA, "chatbot", thread="s2"),
    )
    block = block_of(world)
    know(block, "website", "device", "dev-mia")
    know(block, "website", "account", "10001")
    block.spoken[2] = (Spoken("give", "account", "10001", 3, 8),)
    block.spoken[3] = (Spoken("ask", "account", "", 3, 8), Spoken("give", "name", "Mia", 9, 12))
    written = [
        rows("website", tell("W-1", 1, device="dev-mia", account="10001")),
        rows("chatbot", tell("C-1", 2), tell("C-2", 3)),
    ]
    assert leading_events(block, written) == ({1}, {1, 2})


def test_an_empty_table_has_its_columns_and_types() -> None:
    table = as_arrow(ROWS, [])
    assert (table.num_rows, table.column_names, str(table.schema.field("dirt").type)) == (
        0,
        list(ROWS.columns),
        "list<item: string>",
    )


def test_effects_are_means_over_all_blocks_of_with_minus_without() -> None:
    first, second = SCENARIO.interventions[:2]
    total: Effects = {}
    add(
        total,
        summed([("w-1", first.name, True, "contacts", 2.0, 5.0), ("w-2", first.name, False, "contacts", 4.0, 4.0)]),
    )
    add(total, summed([("w-9", first.name, True, "contacts", 1.0, 2.0), ("w-9", first.name, True, "left", None, 1.0)]))
    order = Order(SCENARIO, interventions=(second.name, first.name))
    begins = (1_772_409_600 + first.from_day * 86_400) * 1_000_000  # 2 March 2026 is 1,772,409,600
    assert effect_rows(order, total) == [
        (first.name, first.kind, "contacts", begins, 3, 2, pytest.approx(-4 / 3), -2.0),
        (first.name, first.kind, "left", begins, 1, 1, None, None),
    ]
