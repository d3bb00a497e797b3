"""What a customer has in hand when they turn to the company: the facts they can give, and all that fills the texts."""

from __future__ import annotations

from datetime import date

from clew.simulator.chance import Chance
from clew.simulator.living.clock import DAY
from clew.simulator.living.names import scrambled
from clew.simulator.living.walk import Walk
from clew.simulator.people import Person
from clew.simulator.scenario import Company

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
#: Series of invoices, orders and tickets hold as many numbers.
NUMBERS = 899_999_999
#: No customer pursues more issues than this in a world, nor buys more often besides: their series leave room for as many.
MOST_ISSUES = 64


def fill(walk: Walk, company: Company, chance: Chance, seed: int) -> int:
    """Give a pursuit that has ended what fills its texts; return the day before it began that its ``date`` means (0 = 1970)."""
    pursuit = walk.pursuit
    person, issue = pursuit.person, pursuit.issue
    low, high = company.usual_amount
    usual = low + (high - low) * chance.unit()
    more = usual * (0.15 + 0.7 * chance.unit())
    own = own_number(person, pursuit.number)
    day = pursuit.began_at // DAY - chance.between(1, 12)
    slots = {
        "account": person.account,
        "invoice": f"{company.invoice_prefix}{100_000_000 + scrambled(own, NUMBERS, seed * 8 + 6)}",
        "order": order_number(company, place_of_order(person, MOST_ISSUES + pursuit.number), seed),
        "amount": _money(usual + more),
        "name": person.full_name,
        "email": person.email,
        "phone": person.phone,
        "postcode": person.postcode,
        "date": _day(day),
        "product": chance.one_of(company.products),
    }
    slots |= {
        "full_name": person.full_name,
        "first_name": person.first_name,
        "company": company.name,
        "assistant": company.assistant,
        "days": str(walk.promised_days),
        "cause": chance.one_of(issue.causes),
        "usual": _money(usual),
        "asked": slots["amount"],
        "difference": _money(more),
        "next_date": _day(walk.now // DAY + chance.between(10, 28)),
        "step": "",
        "agent": "",
    }
    pursuit.slots = slots
    return day


def own_number(person: Person, pursuit: int) -> int:
    """Return a number that only this pursuit of this customer has; ``pursuit`` counts theirs from 0."""
    return person.number * MOST_ISSUES + pursuit


def place_of_order(person: Person, order: int) -> int:
    """Return the place of a customer's order in the series of orders: below MOST_ISSUES what they buy by the way."""
    return person.number * 2 * MOST_ISSUES + order


def order_number(company: Company, own: int, seed: int) -> str:
    """Return the number of an order: another one for each of the world's."""
    return f"{company.order_prefix}{100_000_000 + scrambled(own, NUMBERS, seed * 8 + 7)}"


def ticket_number(own: int, seed: int) -> str:
    """Return the number of a ticket: another one for each of the world's."""
    return str(100_000_000 + scrambled(own, NUMBERS, seed * 8 + 8))


def _money(amount: float) -> str:
    cents = int(amount * 100)
    return f"${cents // 100}.{cents % 100:02}"


def _day(number: int) -> str:
    day = date.fromordinal(719_163 + number)
    return f"{MONTHS[day.month - 1]} {day.day}"
