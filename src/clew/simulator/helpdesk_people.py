"""Whom the help desk knows: customers under numbers of its own, partly without e-mail, phone or account, and agents."""

from __future__ import annotations

from clew.simulator.chance import Chance
from clew.simulator.dirt import ContactBook
from clew.simulator.export import Block, Row
from clew.simulator.living.names import scrambled
from clew.simulator.people import Person
from clew.simulator.stamps import plain_stamp

#: An agent's number in the help desk is this and their own.
AGENTS_FROM = 700_001
_CUSTOMERS_FROM = 4_000_000_000
_GROUPS_FROM = 360_001
_RANGE = 999_999_999
#: Of a thousand customers, so many have each on file.
_EMAIL_PERMILLE, _PHONE_PERMILLE, _ACCOUNT_PERMILLE = 900, 550, 700


class People:
    """The customers whom the help desk meets in one block."""

    COLUMNS = (*("id", "name", "email", "phone", "external_id", "role", "created_at", "ticket_restriction", "active"),)

    def __init__(self, block: Block, system: str) -> None:
        self._block = block
        self._system = system
        self._key = Chance(block.seed, "ids", system).between(0, 1 << 40)
        self._met: dict[int, tuple[Person, int, int]] = {}
        self._tester: Row | None = None

    def id_of(self, person: Person, at: int) -> int:
        """Return the help desk's own number of a customer who writes at this moment (seconds since 1970)."""
        met = self._met.get(person.number)
        if met is None:
            met = self._met[person.number] = (person, at, self._number(person.number))
        return met[2]

    def tester(self, at: int) -> int:
        """Return the number of whoever tests the help desk, at this moment for one."""
        # Customers are numbered from 0: the last ones are nobody's.
        number = self._number(_RANGE - 1 - self._block.number)
        if self._tester is None:
            email = f"qa{number % 10_000}@{address_host(self._block)}"
            self._tester = Row(f"user/{number}", _cells(number, "Quality Assurance", email, "", "", at), "record")
        return number

    def rows(self) -> list[Row]:
        """Return the users met, in the order of their first ticket or comment."""
        book = ContactBook(self._block, self._system)
        chance = self._block.chance("users", self._system)
        rows = [self._row(person, at, number, book, chance) for person, at, number in self._met.values()]
        # Sorting keeps the order of those who came in the same second.
        return sorted([*rows, self._tester], key=_made_at) if self._tester else rows

    def _number(self, place: int) -> int:
        return _CUSTOMERS_FROM + scrambled(place, _RANGE, self._key)

    def _row(self, person: Person, at: int, number: int, book: ContactBook, chance: Chance) -> Row:
        knows = self._block.knows
        knows(self._system, "customer_ref", str(number), person.number)
        account = person.account if chance.happens(_ACCOUNT_PERMILLE) else ""
        cells = _cells(
            number,
            book.name(person),
            book.email(person) if chance.happens(_EMAIL_PERMILLE) else "",
            book.phone(person) if chance.happens(_PHONE_PERMILLE) else "",
            knows(self._system, "account", account, person.number),
            at,
        )
        return Row(f"user/{number}", cells, "record")


def _cells(number: int, name: str, email: str, phone: str, account: str, at: int) -> dict[str, object]:
    return {
        "id": number,
        "name": name,
        "email": email,
        "phone": phone,
        "external_id": account,
        "role": "end-user",
        "created_at": plain_stamp(at),
        "ticket_restriction": "requested",
        "active": "true",
    }


def _made_at(row: Row) -> str:
    return str(row.cells["created_at"]) if isinstance(row.cells, dict) else ""


def group_ids(block: Block) -> dict[str, int]:
    """Return the help desk's numbers of the teams: those of the agents, then those of the channels."""
    teams = [*(agent.team for agent in block.agents), *(desk.team for desk in block.scenario.channels.values())]
    return {team: _GROUPS_FROM + place for place, team in enumerate(dict.fromkeys(filter(None, teams)))}


def agents_and_groups(block: Block, groups: dict[str, int]) -> tuple[list[Row], list[Row]]:
    """Return the rows of the agents and of the teams; the first block writes them for all."""
    if block.number:
        return [], []
    agents: list[Row] = []
    for agent in block.agents:
        number = AGENTS_FROM + agent.number
        cells: dict[str, object] = {
            "id": number,
            "name": agent.name,
            "email": f"agent{agent.number}@{address_host(block)}",
            "phone": "",
            "external_id": "",
            "role": "agent",
            "created_at": plain_stamp(block.begin),
            "ticket_restriction": "",
            "active": "true",
        }
        agents.append(Row(f"user/{number}", cells, "record"))
    teams: list[Row] = []
    for team, number in groups.items():
        url = f"https://{address_host(block)}/api/v2/groups/{number}.json"
        teams.append(Row(f"group/{number}", {"id": number, "name": team, "url": url}, "record"))
    return agents, teams


def address_host(block: Block) -> str:
    """Return the company's domain, one of those that nobody can own (RFC 2606)."""
    name = "".join(letter for letter in block.scenario.company.name.lower() if letter.isascii() and letter.isalnum())
    return f"{name or 'company'}.example"
