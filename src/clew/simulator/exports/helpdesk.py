"""The help desk's export, in the tables that syncs of Zendesk to a warehouse give: tickets, comments, changes, users."""

from __future__ import annotations

from clew.simulator.dirt import soiled
from clew.simulator.event import Event
from clew.simulator.export import Block, Export, Row, Sheet
from clew.simulator.exports._helpdesk_tickets import Filing, Ticket, form_rows
from clew.simulator.helpdesk_people import AGENTS_FROM, People, agents_and_groups, group_ids
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
    chance = block.chance("export", _SYSTEM)
    people = People(block, _SYSTEM)
    groups = group_ids(block)
    tickets: dict[str, Ticket] = {}
    comments: list[Row] = []
    changes = _Changes()
    filing = Filing(block, chance)
    for event in block.of(_SYSTEM):
        ticket = tickets.get(event.case)
        if event.detail == "opens" and ticket is None:
            tickets[event.case] = Ticket(event, _VIAS.get(event.channel, "web"), filing.file(event))
            changes.begins(event)
            comments.append(_comment(event, block, people, len(comments) + 1, opens=True))
        elif event.kind == "status":
            changes.goes_on(event, *_field_and_value(event, groups))
        else:
            comments.append(_comment(event, block, people, len(comments) + 1, opens=False))
        if ticket is not None:
            ticket.goes_on(event)
    made = [each.row(block, people, groups) for each in tickets.values()]
    dirt = block.scenario.dirt
    comments = soiled(comments, dirt, chance, lambda row, number: _by_kiosk(row, block.record("8", number)))
    agents, teams = agents_and_groups(block, groups)
    return [
        Sheet(f"{_FOLDER}/ticket.csv", "csv", Ticket.COLUMNS, filing.noisy(soiled(made, dirt, chance))),
        Sheet(f"{_FOLDER}/ticket_comment.csv", "csv", _COMMENT, comments),
        Sheet(f"{_FOLDER}/ticket_field_history.csv", "csv", _CHANGE, changes.rows),
        Sheet(f"{_FOLDER}/ticket_tag.csv", "csv", ("tag", "ticket_id"), filing.tags),
        Sheet(f"{_FOLDER}/user.csv", "csv", People.COLUMNS, [*agents, *people.rows()]),
        Sheet(f"{_FOLDER}/group.csv", "csv", ("id", "name", "url"), teams),
        form_rows(block, _FOLDER),
    ]


def _comment(event: Event, block: Block, people: People, place: int, *, opens: bool) -> Row:
    number = block.record("", place)
    agent = event.agent if event.by == "agent" else None
    cells: dict[str, object] = {
        "id": number,
        "ticket_id": event.case,
        "created": plain_stamp(event.at),
        "user_id": AGENTS_FROM + agent.number if agent else people.id_of(event.person, event.at),
        "public": "false" if event.kind == "note" else "true",
        "via_channel": _VIAS.get(event.channel, "web"),
        "voice_comment": "false",
        "facebook_comment": "false",
        "tweet": "false",
        "body": block.texts.get(event.number, ""),
    }
    # As in the help desk itself, a ticket's first comment repeats its description: it tells nothing new.
    if opens:
        return Row(f"comment/{number}", cells, "record")
    return Row(f"comment/{number}", cells, "interaction", event.number)


def _field_and_value(event: Event, groups: dict[str, int]) -> tuple[str, object]:
    what, _, value = event.detail.partition(":")
    return ("group_id", groups.get(value, value)) if what == "team" else ("status", value)


def _by_kiosk(row: Row, number: str) -> Row:
    assert isinstance(row.cells, dict)
    return row._replace(record=f"comment/{number}", cells={**row.cells, "id": number, "via_channel": "kiosk_beta"})


class _Changes:
    """The history of the tickets' fields; its rows' ids are the ticket, the field and the second."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._taken: set[str] = set()

    def begins(self, event: Event) -> None:
        """Note that a ticket is new; that says only that it exists, which its own row says."""
        self._add(f"ticket/{event.case}/new", event, event.at, "status", "new", told=False)

    def goes_on(self, event: Event, field: str, value: object) -> None:
        """Note what a field became; two changes of one field in the same second get a second each."""
        at = event.at
        record = f"ticket/{event.case}/{field}/{plain_stamp(at)}"
        while record in self._taken:
            at += 1
            record = f"ticket/{event.case}/{field}/{plain_stamp(at)}"
        self._taken.add(record)
        self._add(record, event, at, field, value, told=True)

    def _add(self, record: str, event: Event, at: int, field: str, value: object, *, told: bool) -> None:
        cells: dict[str, object] = {
            "field_name": field,
            "ticket_id": event.case,
            "updated": plain_stamp(at),
            "user_id": "",
            "value": value,
        }
        verdict, number = ("interaction", event.number) if told else ("record", None)
        self.rows.append(Row(record, cells, verdict, number))


EXPORT = Export(_SYSTEM, "Help desk tickets", _write)
