"""The help desk's export, in the tables that syncs of Zendesk to a warehouse give: tickets, comments, changes, users."""

from __future__ import annotations

from clew.simulator.dirt import mingled, noise_moments, often, soiled, spoilt
from clew.simulator.event import Event
from clew.simulator.export import Block, Export, Row, Sheet, Verdict
from clew.simulator.exports._helpdesk_tickets import TEST_TEXT, Filing, Ticket, form_rows, tester_ticket
from clew.simulator.helpdesk_people import AGENTS_FROM, People, agents_and_groups, group_ids
from clew.simulator.nobodys_numbers import nobodys_tickets
from clew.simulator.stamps import plain_stamp

_SYSTEM = "helpdesk"
_FOLDER = "zendesk"
#: Clew's channels in the help desk's words; "web_service" is what agents' own tools write.
_VIAS = {"web": "web", "back_office": "web_service", "email": "email", "chat": "chat", "phone": "voice", "sms": "sms"}
_COMMENT = (
    *("id", "ticket_id", "created", "user_id", "public", "via_channel", "voice_comment", "facebook_comment", "tweet"),
    "body",
)
_CHANGE = ("field_name", "ticket_id", "updated", "user_id", "value")


def _write(block: Block) -> list[Sheet]:
    desk, dirt = _Desk(block), block.scenario.dirt
    events = list(block.of(_SYSTEM))
    opened = [event for event in events if event.detail == "opens"]
    for event in mingled(events, noise_moments(opened, block, block.chance("tests", _SYSTEM))):
        if isinstance(event, int):
            desk.test(event)
        else:
            desk.take(event)
    chance = block.chance("dirt", _SYSTEM)
    agents, teams = agents_and_groups(block, desk.groups)
    return [
        Sheet(f"{_FOLDER}/ticket.csv", "csv", Ticket.COLUMNS, soiled(desk.ticket_rows(), dirt, chance)),
        Sheet(f"{_FOLDER}/ticket_comment.csv", "csv", _COMMENT, soiled(desk.comments, dirt, chance)),
        Sheet(f"{_FOLDER}/ticket_field_history.csv", "csv", _CHANGE, desk.changes.rows),
        Sheet(f"{_FOLDER}/ticket_tag.csv", "csv", ("tag", "ticket_id"), desk.filing.tags),
        Sheet(f"{_FOLDER}/user.csv", "csv", People.COLUMNS, [*agents, *desk.people.rows()]),
        Sheet(f"{_FOLDER}/group.csv", "csv", ("id", "name", "url"), teams),
        form_rows(block, _FOLDER),
    ]


class _Desk:
    """The help desk's tables as they fill, in the order of time."""

    def __init__(self, block: Block) -> None:
        self._block = block
        self._spoils = block.chance("broken", _SYSTEM)
        self._next_comment, self._next_test = block.series(""), nobodys_tickets(block)
        self._tickets: dict[str, Ticket | Row] = {}
        self.people, self.groups = People(block, _SYSTEM), group_ids(block)
        self.filing = Filing(block, block.chance("export", _SYSTEM))
        self.comments: list[Row] = []
        self.changes = _Changes()

    def take(self, event: Event) -> None:
        """Write down an event: it opens a ticket, changes one or says something about it."""
        ticket = self._tickets.get(event.case)
        opens = event.detail == "opens" and ticket is None
        if opens:
            self._tickets[event.case] = Ticket(event, _VIAS.get(event.channel, "web"), self.filing.file(event))
            self.changes.begins(event.case, event.at, "record")
        if event.kind == "status":
            self.changes.goes_on(event, *_field_and_value(event, self.groups))
        else:
            self._comment(event, opens=opens)
        if isinstance(ticket, Ticket):
            ticket.goes_on(event)

    def test(self, at: int) -> None:
        """Let a tester open a ticket at a moment: with its first comment and status, as any other."""
        case, tester = self._next_test(), self.people.tester(at)
        self._tickets[case] = tester_ticket(case, at, tester)
        self.changes.begins(case, at, "noise")
        number = self._next_comment()
        cells = _comment_cells(number, case, at, tester, "web", TEST_TEXT)
        self.comments.append(Row(f"comment/{number}", cells, "noise"))

    def ticket_rows(self) -> list[Row]:
        """Return the tickets as they stand at the end, in the order of their beginnings."""
        block, people, groups = self._block, self.people, self.groups
        tickets = self._tickets.values()
        return [each.row(block, people, groups) if isinstance(each, Ticket) else each for each in tickets]

    def _comment(self, event: Event, *, opens: bool) -> None:
        number, agent = self._next_comment(), event.agent if event.by == "agent" else None
        user = AGENTS_FROM + agent.number if agent else self.people.id_of(event.person, event.at)
        via, text = _VIAS.get(event.channel, "web"), self._block.texts.get(event.number, "")
        cells = _comment_cells(number, event.case, event.at, user, via, text)
        if event.kind == "note":
            cells["public"] = "false"
        # As in the help desk itself, a ticket's first comment repeats its description: it tells nothing new.
        told: tuple[Verdict, int | None] = ("record", None) if opens else ("interaction", event.number)
        self.comments.append(Row(f"comment/{number}", cells, *told))
        if not opens and often(self._spoils, self._block.scenario.dirt.broken):
            number = self._next_comment()
            cells = {**cells, "id": number, "via_channel": "kiosk_beta"}
            self.comments.append(spoilt(Row(f"comment/{number}", cells, "broken")))


def _comment_cells(number: str, case: str, at: int, user: int, via: str, text: str) -> dict[str, object]:
    return {
        "id": number,
        "ticket_id": case,
        "created": plain_stamp(at),
        "user_id": user,
        "public": "true",
        "via_channel": via,
        "voice_comment": "false",
        "facebook_comment": "false",
        "tweet": "false",
        "body": text,
    }


def _field_and_value(event: Event, groups: dict[str, int]) -> tuple[str, object]:
    what, _, value = event.detail.partition(":")
    return ("group_id", groups.get(value, value)) if what == "team" else ("status", value)


class _Changes:
    """The history of the tickets' fields; its rows' ids are the ticket, the field and the second."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._taken: set[str] = set()

    def begins(self, case: str, at: int, verdict: Verdict) -> None:
        """Note that a ticket is new; that says only that it exists, which its own row says."""
        self._add(f"ticket/{case}/new", case, at, "status", "new", (verdict, None))

    def goes_on(self, event: Event, field: str, value: object) -> None:
        """Note what a field became; two changes of one field in the same second get a second each."""
        at = event.at
        record = f"ticket/{event.case}/{field}/{plain_stamp(at)}"
        while record in self._taken:
            at += 1
            record = f"ticket/{event.case}/{field}/{plain_stamp(at)}"
        self._taken.add(record)
        self._add(record, event.case, at, field, value, ("interaction", event.number))

    def _add(
        self, record: str, case: str, at: int, field: str, value: object, told: tuple[Verdict, int | None]
    ) -> None:
        cells: dict[str, object] = {
            "field_name": field,
            "ticket_id": case,
            "updated": plain_stamp(at),
            "user_id": "",
            "value": value,
        }
        self.rows.append(Row(record, cells, *told))


EXPORT = Export(_SYSTEM, "Help desk tickets", _write)
