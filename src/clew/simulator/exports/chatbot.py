"""The chatbot's log: one line a message; it knows a browser, and an address only where the customer has logged in."""

from __future__ import annotations

from clew.simulator.chance import Chance
from clew.simulator.dirt import entered, often, unreadable, written_device
from clew.simulator.event import Event
from clew.simulator.export import Block, Export, Row, Sheet
from clew.simulator.stamps import iso_stamp

_SYSTEM = "chatbot"
_PROBES = ("hello", "test", "test test 123", "asdf", "1' OR '1'='1", "ping", "<script>alert(1)</script>")
#: Of a thousand sessions of people who have a login, so many begin with it.
_LOGGED_IN_PERMILLE = 620


def _write(block: Block) -> list[Sheet]:
    chance, next_id = block.chance("export", _SYSTEM), block.series("CB-")
    sessions: dict[str, tuple[dict[str, object], str, tuple[str, ...]]] = {}

    def told(event: Event) -> Row:
        session = sessions.get(event.thread)
        if session is None:
            session = sessions[event.thread] = _session(event, block, chance)
        known, intent, dirt = session
        record = next_id()
        cells: dict[str, object] = {
            "message_id": record,
            "session_id": block.conversation("S", event.thread),
            "time": iso_stamp(event.at),
            "speaker": event.by,
            "text": block.texts.get(event.number, ""),
        }
        if intent and event.by == "customer":
            cells["intent"] = intent
        cells |= known
        if event.detail:
            cells["outcome"] = event.detail
        return Row(record, cells, "interaction", event.number, dirt)

    def probe(at: int) -> Row:
        record = next_id()
        return _probe(at, record, block.conversation("S", f"probe {record}"), chance)

    broken = unreadable("message_id", "time", ("2025-11-31T25:61:00Z",), next_id)
    rows = entered(list(block.of(_SYSTEM)), block, block.chance("dirt", _SYSTEM), told, broken, probe)
    columns = ("message_id", "session_id", "time", "speaker", "text", "intent", "device", "email", "outcome")
    return [Sheet("chatbot/chatbot_messages.jsonl", "jsonl", columns, rows)]


def _session(event: Event, block: Block, chance: Chance) -> tuple[dict[str, object], str, tuple[str, ...]]:
    """Return what the bot knows of the customer in this session, what it takes it to be about, and what is wrong there."""
    person, dirt = event.person, block.scenario.dirt
    known: dict[str, object] = {}
    device = written_device(person, block, _SYSTEM, chance, dirt)
    if device:
        known["device"] = device
    if person.logs_in and person.email and chance.happens(_LOGGED_IN_PERMILLE):
        known["email"] = block.knows(_SYSTEM, "email", person.email, person.number)
    if event.pursuit is None:
        return known, "", ()
    if often(chance, dirt.missing_tag):
        return known, "", ("missing_tag",)
    if often(chance, dirt.wrong_tag):
        others = [issue.name for issue in block.scenario.issues if issue.name != event.pursuit.issue.name]
        return known, chance.one_of(others) if others else "small_talk", ("wrong_tag",)
    return known, event.pursuit.issue.name, ()


def _probe(at: int, record: str, session: str, chance: Chance) -> Row:
    cells: dict[str, object] = {
        "message_id": record,
        "session_id": session,
        "time": iso_stamp(at),
        "speaker": "customer",
        "text": chance.one_of(_PROBES),
    }
    return Row(record, cells, "noise")


EXPORT = Export(_SYSTEM, "Chatbot log", _write)
