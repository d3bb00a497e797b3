"""The phone system's list of calls: one row a call, with the number that called, what agents noted, and the transcript."""

from __future__ import annotations

from clew.simulator.chance import Chance
from clew.simulator.dirt import Clocks, calling_phone, entered, often, unreadable, written_account
from clew.simulator.event import Event
from clew.simulator.export import Block, Export, Row, Sheet
from clew.simulator.stamps import plain_stamp

_SYSTEM = "telephony"
_COLUMNS = (
    *("Call ID", "Call start", "Answered at", "Call end", "Direction", "Customer phone", "Account number", "Queue"),
    *("Agent", "Reason", "Disposition", "Ticket", "Transcript"),
)
_IMPOSSIBLE = ("2026-02-31 10:15:00", "0000-00-00 00:00:00", "yesterday")
#: Of a thousand calls, so many in which the number is withheld, and so many in which the account number is keyed in.
_WITHHELD_PERMILLE = 30
_KEYED_PERMILLE = 600


def _write(block: Block) -> list[Sheet]:
    chance, next_id = block.chance("export", _SYSTEM), block.series("C")
    clocks = Clocks(block, _SYSTEM)
    rows = entered(
        list(block.of(_SYSTEM)),
        block,
        block.chance("dirt", _SYSTEM),
        lambda event: _call(event, next_id(), block, chance, clocks),
        unreadable("Call ID", "Call start", _IMPOSSIBLE, next_id),
        lambda at: _test_call(at, next_id()),
    )
    return [Sheet("telephony/calls.csv", "semicolons", _COLUMNS, rows)]


def _call(event: Event, record: str, block: Block, chance: Chance, clocks: Clocks) -> Row:
    person, agent, dirt = event.person, event.agent, block.scenario.dirt
    # Each agent's desk has a telephone with a clock of its own; calls nobody takes are noted by the switchboard.
    at, tags = clocks.skewed(event.at, agent.number if agent else "switchboard")
    reason, wrong = _reason(event, block, chance)
    tags += wrong
    noted = event.case
    if noted and often(chance, dirt.missing_case):
        noted, tags = "", (*tags, "missing_case")
    withheld = chance.happens(_WITHHELD_PERMILLE)
    keyed = chance.happens(_KEYED_PERMILLE)
    cells: dict[str, object] = {
        "Call ID": record,
        "Call start": plain_stamp(at),
        "Answered at": plain_stamp(at + event.waits) if agent else "",
        "Call end": plain_stamp(at + event.lasts),
        "Direction": "inbound" if event.by == "customer" else "outbound",
        "Customer phone": "" if withheld else calling_phone(person, block, _SYSTEM, chance, event.at, "national"),
        "Account number": written_account(person, block, _SYSTEM, chance, dirt) if keyed else "",
        "Queue": agent.team if agent else "Phone",
        "Agent": agent.name if agent else "",
        "Reason": reason,
        "Disposition": event.detail,
        "Ticket": noted,
        "Transcript": block.texts.get(event.number, ""),
    }
    return Row(record, cells, "interaction", event.number, tags)


def _reason(event: Event, block: Block, chance: Chance) -> tuple[str, tuple[str, ...]]:
    """Return the reason that the agent picked after the call, and what is wrong with it."""
    if event.pursuit is None or event.agent is None:
        return "", ()
    dirt, issue = block.scenario.dirt, event.pursuit.issue
    if often(chance, dirt.missing_tag):
        return "", ("missing_tag",)
    if often(chance, dirt.wrong_tag):
        others = [each.title for each in block.scenario.issues if each.name != issue.name]
        return chance.one_of(others) if others else "Other", ("wrong_tag",)
    return issue.title, ()


def _test_call(at: int, record: str) -> Row:
    cells: dict[str, object] = {
        **dict.fromkeys(_COLUMNS, ""),
        "Call ID": record,
        "Call start": plain_stamp(at),
        "Call end": plain_stamp(at + 8),
        "Direction": "inbound",
        "Queue": "Phone",
        "Disposition": "Abandoned",
        "Transcript": "Line test.",
    }
    return Row(record, cells, "noise")


EXPORT = Export(_SYSTEM, "Phone calls", _write)
