"""The people of the made-up company: its customers, each with what the company's systems know them by, and its agents."""

from __future__ import annotations

from dataclasses import dataclass

from clew.simulator.chance import Chance

#: Numbers that the United Kingdom's regulator keeps for stories run from +44 7700 900000 to 900999.
MOST_CUSTOMERS = 1000

_FIRST_NAMES = (
    "Amelia Oliver Isla Noah Ava George Mia Arthur Ivy Leo Freya Harry Lily Oscar Florence Archie Willow Henry Rosie Theo "
    "Sophia Jack Isabella Freddie Grace Alfie Daisy Charlie Sienna Tommy Poppy Finley Elsie Lucas Ella Ethan Evelyn Isaac "
    "Phoebe Max Evie Logan Charlotte Adam Maya Yusuf Aisha Ravi Priya Wei Ngozi Kwame Zofia Piotr Marta Diego Lucia Omar"
)
_LAST_NAMES = (
    "Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts Green "
    "Hall Wood Jackson Clarke Khan Ali Hussain Begum Singh Kaur Kowalski Nowak Murphy Kelly Ryan Campbell Stewart Morrison "
    "Fraser Hughes Morgan Price Griffiths Bennett Cox Ward Turner Carter Mitchell Shaw Osei Okafor Mensah Chen"
)
_FIRST, _LAST = _FIRST_NAMES.split(), _LAST_NAMES.split()


@dataclass(frozen=True, slots=True)
class Person:
    """A customer; ``phone_on_file`` says whether the help desk has the phone number too."""

    number: int
    name: str
    email: str
    phone: str
    account: str
    device: str
    phone_on_file: bool

    @property
    def first_name(self) -> str:
        """The name a message begins with."""
        return self.name.split()[0]


@dataclass(frozen=True, slots=True)
class Agent:
    """One of the company's own, at one desk."""

    number: int
    name: str
    desk: str


def customer(seed: int, number: int) -> Person:
    """Return the customer of a number (0 up to :data:`MOST_CUSTOMERS`, not included); no two share an identifier."""
    chance = Chance(seed, "customer", number)
    shift = Chance(seed, "customers").between(0, 999)
    # Steps that share no factor with the range visit every name, number and account once before they repeat one.
    name = (number * 1009 + shift) % (len(_FIRST) * len(_LAST))
    first, last = _FIRST[name % len(_FIRST)], _LAST[name // len(_FIRST)]
    return Person(
        number=number,
        name=f"{first} {last}",
        email=f"{first}.{last}@{chance.one_of(('example.com', 'example.org', 'example.net'))}".lower(),
        phone=f"+447700900{(number * 389 + shift) % 1000:03}",
        account=f"{40000000 + (number * 7919 + shift * 31) % 1000000}",
        device=f"{chance.between(0, 0xFFFFFFFF):08x}-{number:04x}",
        phone_on_file=chance.happens(900),
    )


def stranger(seed: int, number: int, *, calls: bool) -> Person:
    """Return somebody whom no system can name: a browser that never logs in, or a caller whose number is withheld."""
    device = "" if calls else f"{Chance(seed, 'stranger', number).between(0, 0xFFFFFFFF):08x}-x{number:03x}"
    return Person(MOST_CUSTOMERS + number, "", "", "", "", device, phone_on_file=False)


#: Desks in the order of their numbers in the help desk, with how many agents sit at each.
DESKS: tuple[tuple[str, int], ...] = (
    ("Chat", 8),
    ("Phone", 10),
    ("E-mail", 5),
    ("Billing review", 4),
    ("Technical", 5),
    ("Customer relations", 3),
)


def agents() -> tuple[Agent, ...]:
    """Return the company's agents, the same whatever the seed."""
    made: list[Agent] = []
    for desk, count in DESKS:
        for _ in range(count):
            number = len(made)
            name = f"{_FIRST[(number * 11 + 3) % len(_FIRST)]} {_LAST[(number * 7 + 5) % len(_LAST)][0]}."
            made.append(Agent(number, name, desk))
    return tuple(made)
