"""The text messages, in the columns that syncs of Twilio to a warehouse give them; the network tells the numbers."""

from __future__ import annotations

from clew.simulator.dirt import calling_phone, entered, unreadable
from clew.simulator.event import Event
from clew.simulator.export import Block, Export, Row, Sheet
from clew.simulator.stamps import plain_stamp

_SYSTEM = "sms"
_OUR_NUMBER = "+18005550199"
_DIRECTIONS = {"customer": "inbound", "bot": "outbound-reply", "agent": "outbound-api", "system": "outbound-api"}
_COLUMNS = (
    *("id", "account_id", "body", "created_at", "date_sent", "direction", "error_code", "from", "num_media"),
    *("num_segments", "status", "to"),
)


def _write(block: Block) -> list[Sheet]:
    chance, next_id = block.chance("export", _SYSTEM), block.series("SM")
    phones: dict[tuple[int, str], str] = {}

    def told(event: Event) -> Row:
        exchange = (event.person.number, event.thread)
        phone = phones.get(exchange)
        if phone is None:
            phone = phones[exchange] = calling_phone(event.person, block, _SYSTEM, chance, event.at)
        record = next_id()
        cells = _cells(record, event.at, _DIRECTIONS[event.by], phone, block.texts.get(event.number, ""))
        return Row(f"message/{record}", cells, "interaction", event.number)

    def test(at: int) -> Row:
        record = next_id()
        cells = _cells(record, at, "inbound", "+18005550100", "Test message, please ignore")
        return Row(f"message/{record}", cells, "noise")

    broken = unreadable("id", "date_sent", ("2026-02-30 24:61:00",), next_id, "message/")
    rows = entered(list(block.of(_SYSTEM)), block, block.chance("dirt", _SYSTEM), told, broken, test)
    return [Sheet("twilio/twilio_message_data.csv", "csv", _COLUMNS, rows)]


def _cells(record: str, at: int, direction: str, phone: str, body: str) -> dict[str, object]:
    inbound = direction == "inbound"
    stamp = plain_stamp(at)
    return {
        "id": record,
        "account_id": "AC00000000000000000000000000000001",
        "body": body,
        "created_at": stamp,
        "date_sent": stamp,
        "direction": direction,
        "error_code": "",
        "from": phone if inbound else _OUR_NUMBER,
        "num_media": 0,
        "num_segments": 1 + len(body) // 160,
        "status": "received" if inbound else "delivered",
        "to": _OUR_NUMBER if inbound else phone,
    }


EXPORT = Export(_SYSTEM, "Text messages", _write)
