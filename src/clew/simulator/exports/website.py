"""The website's tracking calls in Segment's spec, one JSON line each; it knows a browser, and an account after a log-in."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from clew.simulator.chance import Chance
from clew.simulator.dirt import any_device, mingled, noise_moments, often, soiled, spoilt, unreadable
from clew.simulator.event import Event
from clew.simulator.export import Block, Export, Row, Sheet
from clew.simulator.exports._website_visits import Visit, Visits
from clew.simulator.helpdesk_people import address_host
from clew.simulator.people import Person
from clew.simulator.stamps import iso_stamp

Cells = dict[str, object]
_ROBOTS = ("Googlebot/2.1 (+http://www.google.com/bot.html)", "bingbot/2.0", "AhrefsBot/7.0", "UptimeRobot/2.0")
#: So many of a thousand log-ins are told by an alias call instead of an identify call, as older trackers do.
_ALIASES_PERMILLE = 120


def write(block: Block) -> list[Sheet]:
    """Return ``segment/events.jsonl``: one call a row; a row's record is its ``messageId``.

    The time of a call is the browser's, which may be wrong; ``receivedAt`` is the server's, which never is. Log-ins are
    rows with the verdict record.
    """
    rows = soiled(_calls(block), block.scenario.dirt, block.chance("website", "dirt"))
    _receive_late(rows)
    return [Sheet("segment/events.jsonl", "jsonl", (), rows)]


def _calls(block: Block) -> list[Row]:
    chance, spoils, visits = block.chance("website"), block.chance("website", "broken"), Visits(block)
    next_id, site, dirt = block.series("ajs-"), address_host(block), block.scenario.dirt
    broken, robot = unreadable("messageId", "timestamp", ("2026-02-31T25:61:00Z",), next_id), _robot(block)
    events = list(block.of("website"))
    rows: list[Row] = []
    for event in mingled(events, noise_moments(events, block, block.chance("website", "robots"))):
        if isinstance(event, int):
            rows.append(robot(event, next_id()))
            continue
        visit = visits.of(event)
        record = next_id()
        cells = _common(record, event.at + 1 + int(chance.unit() * 3), event.at + visit.slip, visit)
        _tell(cells, event, block.texts.get(event.number, ""), site)
        rows.append(Row(record, cells, "interaction", event.number, visit.tags))
        if often(spoils, dirt.broken):
            rows.append(spoilt(broken(rows[-1])))
        if visit.logs_in:
            visits.log_in(visit, event.person)
            rows.append(_log_in(event, visit, block, next_id(), chance))
    return rows


def _common(record: str, received_at: int, sent_at: int, visit: Visit) -> Cells:
    cells: Cells = {"messageId": record, "anonymousId": visit.device}
    if visit.account:
        cells["userId"] = visit.account
    stamp = iso_stamp(sent_at)
    cells["timestamp"] = stamp
    cells["sentAt"] = stamp
    cells["receivedAt"] = iso_stamp(received_at)
    cells["context"] = {"library": {"name": "analytics.js"}, "userAgent": visit.browser}
    return cells


def _tell(cells: Cells, event: Event, text: str, site: str) -> None:
    """Add what happened: a search with its words, an article with its title, or a page."""
    helps = event.channel == "self_service"
    path = f"{event.detail}/{_slug(text)}" if event.kind == "article" else event.detail
    page = {"path": path, "url": f"https://{'help' if helps else 'www'}.{site}{path}"}
    if event.kind == "search":
        cells["type"] = "track"
        cells["event"] = "Help Searched" if helps else "Products Searched"
        cells["properties"] = {**page, "query": text}
    else:
        cells["type"] = "page"
        cells["name"] = text or page_name(event.detail)
        cells["properties"] = page


def _log_in(event: Event, visit: Visit, block: Block, record: str, chance: Chance) -> Row:
    person = event.person
    cells = _common(record, event.at + 2, event.at + 1 + visit.slip, visit)
    if chance.happens(_ALIASES_PERMILLE):
        del cells["anonymousId"]
        cells |= {"type": "alias", "previousId": visit.device}
    else:
        cells |= {"type": "identify", "traits": _traits(person, block)}
    return Row(record, cells, "record", None, visit.tags)


def _traits(person: Person, block: Block) -> dict[str, str]:
    email = block.knows("website", "email", person.email, person.number)
    return {"email": email, "firstName": person.first_name}


def _robot(block: Block) -> Callable[[int, str], Row]:
    """Return what makes the calls of robots: pages read by nobody."""
    chance, site = block.chance("website", "robot"), address_host(block)
    paths = list(dict.fromkeys(event.detail for event in block.of("website"))) or ["/"]

    def made(at: int, record: str) -> Row:
        path = chance.one_of(paths)
        cells: Cells = {
            "messageId": record,
            "anonymousId": any_device(chance),
            "timestamp": iso_stamp(at),
            "sentAt": iso_stamp(at),
            "receivedAt": iso_stamp(at),
            "context": {"library": {"name": "analytics.js"}, "userAgent": chance.one_of(_ROBOTS)},
            "type": "page",
            "name": page_name(path),
            "properties": {"path": path, "url": f"https://www.{site}{path}"},
        }
        return Row(record, cells, "noise")

    return made


def _receive_late(rows: list[Row]) -> None:
    """Let late calls be received when the call before them in the file was, not when they were made."""
    arrived = ""
    for row in rows:
        if isinstance(row.cells, str):
            continue
        received = str(row.cells["receivedAt"])
        if "late" in row.dirt and arrived > received:
            row.cells["receivedAt"] = arrived
        arrived = max(arrived, received)


@lru_cache(maxsize=4096)
def _slug(title: str) -> str:
    return "-".join("".join(letter if letter.isalnum() else " " for letter in title.lower()).split())


@lru_cache(maxsize=4096)
def page_name(path: str) -> str:
    """Return a page's name as its path has it.

    >>> page_name("/account/my-bills"), page_name("/")
    ('Account › My bills', 'Home')
    """
    parts = [part.replace("-", " ").capitalize() for part in path.split("?")[0].split("/") if part]
    return " › ".join(parts) or "Home"


EXPORT = Export("website", "Website", write)
