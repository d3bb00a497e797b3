"""What the chatbot, the phone system and the text-message service export, each knowing customers its own way."""

from __future__ import annotations

from clew.simulator.chance import Chance
from clew.simulator.moment import Moment
from clew.simulator.sheet import Row, Sheet, soiled
from clew.simulator.stamps import british_stamp, iso_stamp, plain_stamp
from clew.simulator.world import World

_OUR_NUMBER = "+441632960500"


def chatbot_sheet(world: World) -> Sheet:
    """Return the chatbot's log, one JSON line a message.

    The bot knows a browser; it knows an e-mail address too where the customer has logged in, which everybody has done
    whose browser the website couldn't tell.
    """
    chance = Chance(world.seed, "export", "chatbot")
    named = {moment.person.number for moment in world.moments if moment.system == "website"}
    sessions: dict[str, tuple[str, bool, bool]] = {}
    rows: list[Row] = []
    for moment in (moment for moment in world.moments if moment.system == "chatbot"):
        if moment.thread not in sessions:
            logged_in = chance.happens(620) or moment.person.number not in named
            sessions[moment.thread] = (f"bot-{20_000 + len(sessions)}", logged_in, chance.happens(950))
        session, logged_in, understood = sessions[moment.thread]
        rows.append(
            {
                "session_id": session,
                "time": iso_stamp(moment.at),
                "speaker": moment.by,
                "text": moment.text,
                "intent": moment.issue if understood else None,
                "device": moment.person.device,
                "email": moment.person.email if logged_in else None,
                "outcome": moment.detail or None,
            }
        )
    sheet = Sheet("chatbot_sessions.jsonl", rows)
    return soiled(sheet, Chance(world.seed, "dirt", "chatbot"), lambda row, _: {**row, "time": "2025-11-31T25:61:00Z"})


def calls_sheet(world: World) -> Sheet:
    """Return the phone system's list of calls: day-first times, semicolons, the ticket's number where the agent noted it.

    Whose number the help desk lacks is asked for the account number first.
    """
    chance = Chance(world.seed, "export", "calls")
    on_file = {
        moment.person.number for moment in world.moments if moment.system == "help_desk" and moment.person.phone_on_file
    }
    rows = [
        _call(moment, place, world.tickets, chance, moment.person.number in on_file)
        for place, moment in enumerate(moment for moment in world.moments if moment.system == "phone")
    ]
    broken = ("31/02/2026 10:15:00", "00/00/0000 00:00:00", "yesterday")
    return soiled(
        Sheet("calls.csv", rows, ";"),
        Chance(world.seed, "dirt", "calls"),
        lambda row, number: {**row, "Call ID": f"C{900_000 + number}", "Call start": broken[number % len(broken)]},
    )


def _call(moment: Moment, place: int, tickets: dict[str, int], chance: Chance, on_file: bool) -> Row:
    answered = moment.agent is not None
    noted = chance.happens(850) and answered
    return {
        "Call ID": f"C{100_000 + place}",
        "Call start": british_stamp(moment.at),
        "Call end": british_stamp(moment.at + moment.lasts),
        "Direction": "inbound",
        "Customer phone": _spaced(moment.person.phone),
        "Account number": moment.person.account if not on_file or chance.happens(600) else "",
        "Queue": moment.agent.desk if moment.agent else "Phone",
        "Agent": moment.agent.name if moment.agent else "",
        "Reason": moment.issue if chance.happens(930) else "",
        "Disposition": moment.detail,
        "Ticket": tickets.get(moment.ticket, "") if noted else "",
        "Notes": moment.text,
    }


def _spaced(phone: str) -> str:
    return f"{phone[:3]} {phone[3:7]} {phone[7:]}" if phone else ""


def messages_sheet(world: World) -> Sheet:
    """Return the text messages, in the columns that syncs of Twilio to a warehouse give them."""
    rows: list[Row] = []
    for moment in (moment for moment in world.moments if moment.system == "messages"):
        inbound = moment.by == "customer"
        rows.append(
            {
                "id": f"SM{len(rows) + 1:032x}",
                "account_id": "AC00000000000000000000000000000001",
                "body": moment.text,
                "created_at": plain_stamp(moment.at),
                "date_sent": plain_stamp(moment.at),
                "direction": {"customer": "inbound", "bot": "outbound-reply", "system": "outbound-api"}[moment.by],
                "error_code": "",
                "from": moment.person.phone if inbound else _OUR_NUMBER,
                "num_media": 0,
                "num_segments": 1 + len(moment.text) // 160,
                "status": "received" if inbound else "delivered",
                "to": _OUR_NUMBER if inbound else moment.person.phone,
            }
        )
    return Sheet("twilio/twilio_message_data.csv", rows)
