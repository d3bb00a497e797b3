"""The live chat's transcripts: one line a message; visitors type an address before they may chat, and mistype it."""

from __future__ import annotations

from clew.simulator.chance import Chance
from clew.simulator.dirt import Clocks, entered, often, unreadable, written_email
from clew.simulator.event import Event
from clew.simulator.export import Block, Export, Row, Sheet
from clew.simulator.stamps import iso_stamp

_SYSTEM = "livechat"
_COLUMNS = ("message_id", "chat_id", "sent_at", "from_role", "agent", "body", "visitor_email", "ticket", "outcome")
#: A chat that closed with nothing settled has ended; of a case one would say closed, and mean that it is settled.
_OUTCOMES = {"closed": "ended"}
_TESTS = ("test", "testing the widget, please ignore", "hi this is QA", "load test message 1")


def _write(block: Block) -> list[Sheet]:
    chance, next_id = block.chance("export", _SYSTEM), block.series("LC-")
    clocks = Clocks(block, _SYSTEM)
    chats: dict[str, tuple[dict[str, object], tuple[str, ...]]] = {}

    def told(event: Event) -> Row:
        chat = chats.get(event.thread)
        if chat is None:
            chat = chats[event.thread] = _chat(event, block, chance)
        known, tags = chat
        # The chat's server writes all times: its clock is one for all chats, its zone slips chat by chat.
        at, slips = clocks.skewed(event.at, _SYSTEM, event.thread)
        record = next_id()
        cells: dict[str, object] = {
            "message_id": record,
            "chat_id": block.conversation("H", event.thread),
            "sent_at": iso_stamp(at),
            "from_role": event.by,
        }
        if event.agent is not None and event.by == "agent":
            cells["agent"] = event.agent.name
        cells["body"] = block.texts.get(event.number, "")
        cells |= known
        if event.case and not tags:
            cells["ticket"] = event.case
        if event.detail:
            cells["outcome"] = _OUTCOMES.get(event.detail, event.detail)
        return Row(record, cells, "interaction", event.number, (*tags, *slips) if event.case else slips)

    def test(at: int) -> Row:
        record = next_id()
        return _test(at, record, block.conversation("H", f"test {record}"), chance)

    broken = unreadable("message_id", "sent_at", ("0000-00-00T00:00:00Z",), next_id)
    rows = entered(list(block.of(_SYSTEM)), block, block.chance("dirt", _SYSTEM), told, broken, test)
    return [Sheet("livechat/livechat_messages.jsonl", "jsonl", _COLUMNS, rows)]


def _chat(event: Event, block: Block, chance: Chance) -> tuple[dict[str, object], tuple[str, ...]]:
    dirt = block.scenario.dirt
    email = written_email(event.person, block, _SYSTEM, chance, dirt)
    known: dict[str, object] = {"visitor_email": email} if email else {}
    return known, ("missing_case",) if often(chance, dirt.missing_case) else ()


def _test(at: int, record: str, chat: str, chance: Chance) -> Row:
    cells: dict[str, object] = {
        "message_id": record,
        "chat_id": chat,
        "sent_at": iso_stamp(at),
        "from_role": "customer",
        "body": chance.one_of(_TESTS),
        "visitor_email": "qa@test.com",
    }
    return Row(record, cells, "noise")


EXPORT = Export(_SYSTEM, "Live chat transcripts", _write)
