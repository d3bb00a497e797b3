"""What customers leave behind without contacting anybody: website visits, orders, answers to surveys."""

from __future__ import annotations

from clew.simulator.chance import Chance
from clew.simulator.sheet import Row, Sheet, soiled
from clew.simulator.stamps import british_stamp, iso_stamp
from clew.simulator.world import World


def website_sheet(world: World) -> Sheet:
    """Return the website's tracking calls in Segment's spec; a customer's first visit begins with logging in."""
    seen: set[str] = set()
    rows: list[Row] = []
    for moment in (moment for moment in world.moments if moment.system == "website"):
        person = moment.person
        common: Row = {
            "messageId": "",
            "anonymousId": person.device,
            "timestamp": iso_stamp(moment.at),
            "context": {"library": {"name": "analytics.js"}, "page": {"path": moment.detail}},
        }
        if person.email and person.device not in seen:
            traits = {"email": person.email}
            rows.append(
                {**common, "type": "identify", "messageId": _id(rows), "userId": person.account, "traits": traits}
            )
        seen.add(person.device)
        if moment.act == "search":
            asked = {"query": moment.text, "path": moment.detail}
            rows.append(
                {**common, "type": "track", "messageId": _id(rows), "event": "Help Searched", "properties": asked}
            )
        else:
            page = {"path": moment.detail, "url": f"https://brightline.example{moment.detail}"}
            name = moment.text or _page_name(moment.detail)
            rows.append({**common, "type": "page", "messageId": _id(rows), "name": name, "properties": page})
    return Sheet("segment_events.jsonl", rows)


def _id(rows: list[Row]) -> str:
    return f"seg-{len(rows) + 1:08}"


def _page_name(path: str) -> str:
    return path.strip("/").replace("-", " ").replace("/", " › ").capitalize() or "Home"


def orders_sheet(world: World) -> Sheet:
    """Return the shop's orders."""
    chance = Chance(world.seed, "export", "orders")
    rows: list[Row] = [
        {
            "Order number": moment.detail,
            "Ordered at": british_stamp(moment.at),
            "Customer email": moment.person.email,
            "Account number": moment.person.account,
            "Item": moment.text,
            "Amount": f"{chance.between(15, 149)}.{chance.one_of(('00', '50', '99'))}",
            "Status": chance.weighed(((8, "delivered"), (1, "dispatched"), (1, "returned"))),
        }
        for moment in world.moments
        if moment.system == "orders"
    ]
    return Sheet("orders.csv", rows)


def surveys_sheet(world: World) -> Sheet:
    """Return the answers to the survey after a contact: 1 (bad) to 5 (good), with a comment now and then."""
    rows: list[Row] = []
    for moment in (moment for moment in world.moments if moment.system == "surveys"):
        rows.append(
            {
                "Answer ID": 5_001 + len(rows),
                "Submitted at": british_stamp(moment.at),
                "Email": moment.person.email,
                "Rating": moment.detail,
                "Comment": moment.text,
            }
        )
    return soiled(
        Sheet("survey_answers.csv", rows),
        Chance(world.seed, "dirt", "surveys"),
        lambda row, number: {**row, "Answer ID": 9_000 + number, "Submitted at": "32/13/2025 12:00:00"},
    )
