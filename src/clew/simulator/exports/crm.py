"""The customer database, in the columns that syncs of HubSpot give its contacts: who is on file, and how stale it is."""

from __future__ import annotations

from clew.simulator.chance import Chance
from clew.simulator.dirt import written_email, written_name, written_phone
from clew.simulator.export import Block, Export, Row, Sheet
from clew.simulator.living.clock import DAY
from clew.simulator.people import Person
from clew.simulator.stamps import plain_stamp

COLUMNS = (
    *("id", "property_email", "property_phone", "property_mobilephone", "property_firstname", "property_lastname"),
    *("property_zip", "property_hs_email_optout", "property_createdate", "property_lastmodifieddate"),
)
#: Ids are numbers of a range that no other system has.
_FIRST = 800_000_000_000
#: Of a thousand customers, so many are on file; of a thousand of those, so many twice.
_ON_FILE_PERMILLE, _TWICE_PERMILLE = 900, 60
#: Of a thousand contacts, so many have each of these.
_EMAIL_PERMILLE, _MOBILE_PERMILLE, _HOME_PERMILLE = 930, 750, 600
#: How long before the first day the oldest contact was made.
_HISTORY_SECONDS = 900 * DAY


def write(block: Block) -> list[Sheet]:
    """Return ``hubspot/contact.csv``: most customers once, some twice, some not at all; a row's record is its ``id``.

    Contacts stand in no order that says who lives with whom. A second contact is written anew: by a nickname, another address, another number. Every row's verdict is record.
    """
    chance = block.chance("crm")
    drawn: list[tuple[float, Person, bool]] = []
    for person in block.people.values():
        if chance.happens(_ON_FILE_PERMILLE):
            drawn.append((chance.unit(), person, False))
            if chance.happens(_TWICE_PERMILLE):
                drawn.append((chance.unit(), person, True))
    drawn.sort(key=lambda each: each[0])
    next_number = block.series("")
    rows = [
        _contact(person, block, chance, str(_FIRST + int(next_number())), again=again) for _, person, again in drawn
    ]
    return [Sheet("hubspot/contact.csv", "csv", COLUMNS, rows)]


def _contact(person: Person, block: Block, chance: Chance, record: str, *, again: bool) -> Row:
    made_at = block.begin - int(chance.unit() * _HISTORY_SECONDS)
    changed_at = made_at + int(chance.unit() * (block.end - made_at))
    first_name, _, last_name = written_name(person, chance, block.scenario.dirt).partition(" ")
    email = _email(person, block, chance, again=again) if chance.happens(_EMAIL_PERMILLE) else ""
    home = person.family_phone if chance.happens(_HOME_PERMILLE) else ""
    has_mobile = chance.happens(_MOBILE_PERMILLE) or not (email or home)
    cells: dict[str, object] = {
        "id": block.knows("crm", "customer_ref", record, person.number),
        "property_email": email,
        "property_phone": block.knows("crm", "phone", home, person.number, "shared"),
        "property_mobilephone": _mobile(person, block, chance, changed_at) if has_mobile else "",
        "property_firstname": person.nickname if again else first_name,
        "property_lastname": last_name,
        "property_zip": person.postcode,
        "property_hs_email_optout": "false" if person.consent else "true",
        "property_createdate": plain_stamp(made_at),
        "property_lastmodifieddate": plain_stamp(changed_at),
    }
    return Row(record, cells, "record", None, ("second_contact",) if again else ())


def _email(person: Person, block: Block, chance: Chance, *, again: bool) -> str:
    if again and person.other_email:
        return block.knows("crm", "email", person.other_email, person.number)
    return written_email(person, block, "crm", chance, block.scenario.dirt)


def _mobile(person: Person, block: Block, chance: Chance, at: int) -> str:
    """Return the mobile number as it was when the contact was last changed, or for some one that was old even then."""
    return written_phone(person, block, "crm", chance, block.scenario.dirt, at=at)


EXPORT = Export("crm", "Customer database", write)
