"""What the help desk's export holds: tickets, comments, notes and status changes, users, groups and ticket forms."""

from __future__ import annotations

from functools import partial

from clew.simulator.chance import Chance
from clew.simulator.moment import Moment
from clew.simulator.person import DESKS, Agent, Person, agents
from clew.simulator.sheet import Row, Sheet, soiled
from clew.simulator.stamps import plain_stamp
from clew.simulator.world import World

_FOLDER = "zendesk"
_FORMS = ("billing", "technical fault", "order status", "address change", "contract change")
_GROUPS = {desk: 360_001 + place for place, (desk, _) in enumerate(DESKS)}


def help_desk_sheets(world: World) -> list[Sheet]:
    """Return the help desk's tables, in the columns that syncs of Zendesk to a warehouse give them."""
    moments = [moment for moment in world.moments if moment.system == "help_desk"]
    comments = Sheet(f"{_FOLDER}/ticket_comment.csv", _comments(moments, world))
    openings = {plain_stamp(moment.at) for moment in moments if moment.act == "opens"}
    made = world.moments[-1].at if world.moments else 0
    return [
        Sheet(f"{_FOLDER}/ticket.csv", _tickets(moments, world)),
        soiled(comments, Chance(world.seed, "dirt", "comments"), partial(_by_kiosk, openings)),
        Sheet(f"{_FOLDER}/ticket_field_history.csv", _changes(moments, world)),
        Sheet(f"{_FOLDER}/user.csv", _users(moments)),
        Sheet(f"{_FOLDER}/group.csv", [_group(desk, number) for desk, number in _GROUPS.items()]),
        Sheet(f"{_FOLDER}/ticket_form_history.csv", [_form(name, made) for name in _FORMS]),
    ]


def _tickets(moments: list[Moment], world: World) -> list[Row]:
    ends: dict[str, dict[str, Moment]] = {}
    for moment in moments:
        ends.setdefault(moment.ticket, {})[moment.act] = moment
        ends[moment.ticket]["last"] = moment
    rows: list[Row] = []
    for moment in moments:
        if moment.act != "opens":
            continue
        last = ends[moment.ticket]
        answering = last.get("says")
        assignee = moment.agent or (answering.agent if answering else None)
        requester = _user_id(moment.person)
        rows.append(
            {
                "id": world.tickets[moment.ticket],
                "created_at": plain_stamp(moment.at),
                "updated_at": plain_stamp(last["last"].at),
                "requester_id": requester,
                "submitter_id": _author_id(moment),
                "assignee_id": _agent_id(assignee) if assignee else "",
                "group_id": _GROUPS[last["assigned"].detail] if "assigned" in last else "",
                "status": last["status"].detail if "status" in last else "new",
                "via_channel": moment.via,
                "subject": moment.issue.capitalize(),
                "description": moment.text,
                "type": "question",
                "priority": "normal",
                "ticket_form_id": _form_id(moment.issue),
                "is_public": "true",
            }
        )
    return rows


def _comments(moments: list[Moment], world: World) -> list[Row]:
    # As in the help desk itself, a ticket's first comment repeats its description.
    spoken = [moment for moment in moments if moment.act in ("opens", "says", "notes")]
    return [
        {
            "id": 1_030_000 + place,
            "ticket_id": world.tickets[moment.ticket],
            "created": plain_stamp(moment.at),
            "user_id": _author_id(moment),
            "public": "false" if moment.act == "notes" else "true",
            "via_channel": moment.via,
            "voice_comment": "false",
            "facebook_comment": "false",
            "tweet": "false",
            "body": moment.text,
        }
        for place, moment in enumerate(spoken)
    ]


def _by_kiosk(openings: set[str], row: Row, number: int) -> Row | None:
    # A comment that only repeats its ticket says nothing by itself, so its channel would trouble nobody.
    if row["created"] in openings:
        return None
    return {**row, "id": 8_000_000 + number, "via_channel": "kiosk_beta"}


def _changes(moments: list[Moment], world: World) -> list[Row]:
    rows: list[Row] = []
    for moment in moments:
        if moment.act in ("opens", "status", "assigned"):
            assigned = moment.act == "assigned"
            rows.append(
                {
                    "field_name": "group_id" if assigned else "status",
                    "ticket_id": world.tickets[moment.ticket],
                    "updated": plain_stamp(moment.at),
                    "user_id": "",
                    "value": _GROUPS[moment.detail] if assigned else moment.detail or "new",
                }
            )
    return rows


def _users(moments: list[Moment]) -> list[Row]:
    met = {moment.person.number: moment for moment in reversed(moments)}
    rows = [
        _user(_user_id(each.person), each.person.name, each.person.email, "end-user", each.at)
        | {
            "phone": each.person.phone if each.person.phone_on_file else "",
            "external_id": each.person.account,
        }
        for _, each in sorted(met.items())
    ]
    first = moments[0].at if moments else 0
    rows += [
        _user(_agent_id(agent), agent.name, f"agent{agent.number}@brightline.example", "agent", first)
        for agent in agents()
    ]
    return rows


def _user(number: int, name: str, email: str, role: str, since: int) -> Row:
    return {
        "id": number,
        "name": name,
        "email": email,
        "phone": "",
        "external_id": "",
        "role": role,
        "created_at": plain_stamp(since),
        "ticket_restriction": "requested" if role == "end-user" else "",
        "active": "true",
    }


def _group(desk: str, number: int) -> Row:
    return {"id": number, "name": desk, "url": f"https://brightline.example/api/v2/groups/{number}.json"}


def _form(name: str, made: int) -> Row:
    return {
        "id": _form_id(name),
        "updated_at": plain_stamp(made),
        "active": "true",
        "display_name": name.capitalize(),
        "end_user_visible": "true",
        "name": name,
    }


def _form_id(issue: str) -> int:
    return 360_900 + _FORMS.index(issue)


def _user_id(person: Person) -> int:
    return 900_100 + person.number


def _agent_id(agent: Agent) -> int:
    return 700_100 + agent.number


def _author_id(moment: Moment) -> int:
    return _agent_id(moment.agent) if moment.by == "agent" and moment.agent else _user_id(moment.person)
