"""The help desk's tickets, and how customers and agents file them: by form, by tag, wrongly, or not at all."""

from __future__ import annotations

from clew.simulator.chance import Chance
from clew.simulator.dirt import often
from clew.simulator.event import Event
from clew.simulator.export import Block, Row, Sheet
from clew.simulator.helpdesk_people import AGENTS_FROM, People
from clew.simulator.people import Agent
from clew.simulator.stamps import plain_stamp

_FORMS_FROM = 360_901
#: What testers write.
TEST_TEXT = "Test ticket, please ignore"


class Ticket:
    """One ticket as it stands at the end: who opened it, how it was filed, its last status, team and agent."""

    COLUMNS = (
        *("id", "created_at", "updated_at", "requester_id", "submitter_id", "assignee_id", "group_id", "status"),
        *("via_channel", "subject", "description", "type", "priority", "ticket_form_id", "is_public"),
    )
    __slots__ = ("_agent", "_filed", "_last_at", "_opened", "_status", "_team", "_via")

    def __init__(self, opened: Event, via: str, filed: tuple[object, tuple[str, ...]]) -> None:
        self._opened, self._via, self._filed = opened, via, filed
        self._last_at, self._status, self._team = opened.at, "new", ""
        self._agent: Agent | None = opened.agent

    def goes_on(self, event: Event) -> None:
        """Take in a later event of the same ticket."""
        self._last_at = event.at
        if event.kind == "status":
            what, _, value = event.detail.partition(":")
            if what == "team":
                self._team = value
            else:
                self._status = value
        elif event.agent is not None:
            self._agent = event.agent

    def row(self, block: Block, people: People, groups: dict[str, int]) -> Row:
        """Return the ticket's row; it tells the event that opened it."""
        opened, (form, dirt) = self._opened, self._filed
        requester = people.id_of(opened.person, opened.at)
        by_agent = opened.by == "agent" and opened.agent is not None
        title = opened.pursuit.issue.title if opened.pursuit else "Question"
        cells: dict[str, object] = {
            "id": opened.case,
            "created_at": plain_stamp(opened.at),
            "updated_at": plain_stamp(self._last_at),
            "requester_id": requester,
            "submitter_id": AGENTS_FROM + opened.agent.number if by_agent and opened.agent else requester,
            "assignee_id": AGENTS_FROM + self._agent.number if self._agent else "",
            "group_id": groups.get(self._team, ""),
            "status": self._status,
            "via_channel": self._via,
            "subject": title,
            "description": block.texts.get(opened.number, "") or title,
            "type": "question",
            "priority": "normal",
            "ticket_form_id": form,
            "is_public": "true",
        }
        return Row(f"ticket/{opened.case}", cells, "interaction", opened.number, dirt)


class Filing:
    """How tickets are filed in one block: customers pick a form, agents set tags; each sometimes the wrong one."""

    def __init__(self, block: Block, chance: Chance) -> None:
        self.tags: list[Row] = []
        self._block, self._chance = block, chance
        self._issues = block.scenario.issues
        self._forms = {issue.name: _FORMS_FROM + place for place, issue in enumerate(self._issues)}

    def file(self, event: Event) -> tuple[object, tuple[str, ...]]:
        """Return the form of the ticket that this event opens ('' = none) and what is wrong with its filing."""
        if event.pursuit is None:
            return "", ()
        chance, dirt, issue = self._chance, self._block.scenario.dirt, event.pursuit.issue
        if often(chance, dirt.missing_tag):
            return "", ("missing_tag",)
        wrong: tuple[str, ...] = ()
        if often(chance, dirt.wrong_tag):
            others = [each for each in self._issues if each.name != issue.name]
            if others:
                issue, wrong = chance.one_of(others), ("wrong_tag",)
        if event.by == "customer":
            return self._forms[issue.name], wrong
        tags = issue.tags or (issue.name,)
        first = chance.one_of(tags)
        chosen = (first, chance.one_of(tags)) if chance.happens(200) else (first,)
        for tag in dict.fromkeys(chosen):
            self.tags.append(Row(f"tag/{event.case}/{tag}", {"tag": tag, "ticket_id": event.case}, "record"))
        return "", wrong


def tester_ticket(case: str, at: int, tester: int) -> Row:
    """Return the row of a ticket that a tester opened at a moment (seconds since 1970)."""
    stamp = plain_stamp(at)
    cells: dict[str, object] = {
        **dict.fromkeys(Ticket.COLUMNS, ""),
        "id": case,
        "created_at": stamp,
        "updated_at": stamp,
        "requester_id": tester,
        "submitter_id": tester,
        "status": "new",
        "via_channel": "web",
        "subject": "Test ticket",
        "description": TEST_TEXT,
        "type": "question",
        "priority": "normal",
        "is_public": "true",
    }
    return Row(f"ticket/{case}", cells, "noise")


def form_rows(block: Block, folder: str) -> Sheet:
    """Return the sheet of the forms that customers can pick from; the first block writes it for all."""
    rows: list[Row] = []
    for place, issue in enumerate(block.scenario.issues if block.number == 0 else ()):
        cells: dict[str, object] = {
            "id": _FORMS_FROM + place,
            "updated_at": plain_stamp(block.begin),
            "active": "true",
            "display_name": issue.title,
            "end_user_visible": "true",
            "name": issue.title,
        }
        rows.append(Row(f"form/{_FORMS_FROM + place}", cells, "record"))
    columns = ("id", "updated_at", "active", "display_name", "end_user_visible", "name")
    return Sheet(f"{folder}/ticket_form_history.csv", "csv", columns, rows)
