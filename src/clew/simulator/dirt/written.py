"""Writes a customer's name, e-mail, phone and device as a system has them: their own, an old or a shared one, or junk.

Every identifier written is noted in the block (:meth:`~clew.simulator.export.Block.knows`); names are none. Each
function draws anew at every call: a system whose contact records are stable keeps what it got (:class:`ContactBook`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from clew.simulator.chance import Chance
from clew.simulator.dirt.often import often
from clew.simulator.export import Block, Nature
from clew.simulator.people import Person
from clew.simulator.scenario import Dirt

PhoneStyle = Literal["national", "dashed", "spaced", "e164"]
JUNK_EMAILS = ("test@test.com", "noreply@example.com", "none@none.com", "a@a.com", "customer@example.com")
JUNK_PHONES = ("0000000", "000-000-0000", "1234567890", "999-999-9999", "5555555555", "1111111111")
_STYLES: tuple[tuple[int, PhoneStyle], ...] = ((4, "national"), (3, "dashed"), (1, "spaced"), (2, "e164"))
_TABLETS = 8
#: In so many of a thousand calls of somebody who shares a phone it is the shared one.
_SHARED_PERMILLE = 350
#: Of a thousand contact records of people with a new number, so many still have the old one.
_STALE_PERMILLE = 400


def written_email(person: Person, block: Block, system: str, chance: Chance, dirt: Dirt, *, typed: bool = True) -> str:
    """Return an e-mail address for the person ('' = has none): own, the other one, mistyped or junk.

    ``typed`` is False where no hand wrote it (the sender of a mail): then it is always their own or their other one.
    """
    value = person.email
    if person.other_email and chance.happens(120):
        value = person.other_email
    if typed and often(chance, dirt.junk_identifier):
        return block.knows(system, "email", chance.one_of(JUNK_EMAILS), person.number, "junk")
    if typed and value and often(chance, dirt.typo_in_address):
        return block.knows(system, "email", _mistyped_email(value, chance), person.number, "typo")
    if value and typed and chance.happens(30):
        value = value.capitalize()
    return block.knows(system, "email", value, person.number)


def written_phone(
    person: Person,
    block: Block,
    system: str,
    chance: Chance,
    dirt: Dirt,
    at: int | None = None,
    style: PhoneStyle | None = None,
) -> str:
    """Return a phone number for the person ('' = has none) as a hand wrote it: own, old, the family's, mistyped or junk.

    ``at`` is when it is used (seconds; None = on file, where a number may be stale); without a ``style`` each way of
    writing is as likely as among people.
    """
    if often(chance, dirt.junk_identifier):
        return block.knows(system, "phone", chance.one_of(JUNK_PHONES), person.number, "junk")
    value, nature = _number_of(person, chance, at)
    if value and often(chance, dirt.typo_in_address):
        value, nature = _misdialled(value, chance), "typo"
    return _noted_phone(value, nature, person, block, system, style or chance.weighed(_STYLES))


def calling_phone(
    person: Person, block: Block, system: str, chance: Chance, at: int | None, style: PhoneStyle = "e164"
) -> str:
    """Return the number that the network says the person calls or texts from: own, old or the family's; never mistyped."""
    value, nature = _number_of(person, chance, at)
    return _noted_phone(value, nature, person, block, system, style)


def _number_of(person: Person, chance: Chance, at: int | None) -> tuple[str, Nature]:
    if person.family_phone and chance.happens(_SHARED_PERMILLE):
        return person.family_phone, "shared"
    stale = chance.happens(_STALE_PERMILLE) if at is None else at < person.phone_changed_at
    return (person.old_phone, "old") if person.old_phone and stale else (person.phone, "own")


def _noted_phone(value: str, nature: Nature, person: Person, block: Block, system: str, style: PhoneStyle) -> str:
    return block.knows(system, "phone", formatted_phone(value, style), person.number, nature)


def written_account(person: Person, block: Block, system: str, chance: Chance, dirt: Dirt) -> str:
    """Return the person's account number as somebody typed it: right, or with one digit wrong."""
    if person.account and often(chance, dirt.typo_in_address):
        return block.knows(system, "account", _misdialled(person.account, chance), person.number, "typo")
    return block.knows(system, "account", person.account, person.number, "own")


def written_device(person: Person, block: Block, system: str, chance: Chance, dirt: Dirt) -> str:
    """Return the browser or device that the person uses this time; '' without their consent.

    It is one of their own (the first most often), the family's, or a tablet in a store that everybody uses.
    """
    if not person.consent:
        return ""
    if often(chance, dirt.store_tablet):
        tablet = store_tablet(block.seed, chance.between(1, _TABLETS))
        return block.knows(system, "device", tablet, person.number, "tablet")
    if person.family_device and chance.happens(_SHARED_PERMILLE):
        return block.knows(system, "device", person.family_device, person.number, "shared")
    if not person.devices:
        return ""
    first = len(person.devices) == 1 or chance.happens(700)
    own = person.devices[0] if first else chance.one_of(person.devices[1:])
    return block.knows(system, "device", own, person.number, "own")


@lru_cache(maxsize=256)
def store_tablet(seed: int, number: int) -> str:
    """Return the id of a world's store tablet: the same for everybody, and like that of any other device."""
    return any_device(Chance(seed, "store tablet", number))


def any_device(chance: Chance) -> str:
    """Return an id such as browsers and devices have, which no other one is likely to have: 16 hexadecimal digits."""
    return f"{chance.between(0, 0xFFFFFFFF):08x}{chance.between(0, 0xFFFFFFFF):08x}"


def written_name(person: Person, chance: Chance, dirt: Dirt) -> str:
    """Return the person's name: full, with the nickname, mistyped or in small letters."""
    first = person.nickname if person.nickname and often(chance, dirt.nickname) else person.first_name
    name = f"{first} {person.last_name}"
    if often(chance, dirt.typo_in_name):
        return _mistyped(name, chance)
    return name.lower() if chance.happens(20) else name


def formatted_phone(phone: str, style: PhoneStyle) -> str:
    """Return a number of the United States in one of the usual ways; any other one as it is.

    >>> [formatted_phone("+12125550147", style) for style in ("national", "dashed", "spaced")]
    ['(212) 555-0147', '212-555-0147', '+1 212 555 0147']
    """
    if style == "e164" or len(phone) != 12 or not phone.startswith("+1"):
        return phone
    area, office, line = phone[2:5], phone[5:8], phone[8:]
    if style == "national":
        return f"({area}) {office}-{line}"
    return f"{area}-{office}-{line}" if style == "dashed" else f"+1 {area} {office} {line}"


class ContactBook:
    """What one system has on file of the people of a block; who is looked up twice is the same both times."""

    def __init__(self, block: Block, system: str) -> None:
        self._block = block
        self._system = system
        self._chance = block.chance("contact book", system)
        self._emails: dict[int, str] = {}
        self._phones: dict[int, str] = {}
        self._names: dict[int, str] = {}

    def email(self, person: Person) -> str:
        """Return the person's address on file, as :func:`written_email` wrote it the first time."""
        if person.number not in self._emails:
            dirt = self._block.scenario.dirt
            self._emails[person.number] = written_email(person, self._block, self._system, self._chance, dirt)
        return self._emails[person.number]

    def phone(self, person: Person) -> str:
        """Return the person's number on file, as :func:`written_phone` wrote it the first time."""
        if person.number not in self._phones:
            dirt = self._block.scenario.dirt
            self._phones[person.number] = written_phone(person, self._block, self._system, self._chance, dirt)
        return self._phones[person.number]

    def name(self, person: Person) -> str:
        """Return the person's name on file, as :func:`written_name` wrote it the first time."""
        if person.number not in self._names:
            self._names[person.number] = written_name(person, self._chance, self._block.scenario.dirt)
        return self._names[person.number]


def _mistyped_email(email: str, chance: Chance) -> str:
    # Never another domain: an invented one may be somebody's. There is no ".con".
    local, _, domain = email.partition("@")
    if domain.endswith(".com") and chance.happens(250):
        return f"{local}@{domain[:-1]}n"
    return f"{_mistyped(local, chance)}@{domain}"


def _mistyped(text: str, chance: Chance) -> str:
    if len(text) < 3:
        return text + text[-1:]
    place = chance.between(1, len(text) - 2)
    swapped = f"{text[:place]}{text[place + 1]}{text[place]}{text[place + 2 :]}"
    if swapped != text and chance.happens(500):
        return swapped
    return text[:place] + text[place + 1 :] if chance.happens(500) else text[: place + 1] + text[place:]


def _misdialled(number: str, chance: Chance) -> str:
    place = len(number) - chance.between(1, min(4, len(number)))
    digit = number[place]
    other = str((int(digit) + chance.between(1, 9)) % 10) if digit.isdigit() else "0"
    return number[:place] + other + number[place + 1 :]
