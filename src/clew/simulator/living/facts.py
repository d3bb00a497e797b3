"""What a customer has in hand when they turn to the company: the facts they can give, and all that fills the texts."""

from __future__ import annotations

from datetime import date

from clew.simulator.chance import Chance
from clew.simulator.event import Pursuit
from clew.simulator.living.clock import DAY
from clew.simulator.living.names import scrambled
from clew.simulator.scenario import FACTS, Company

_MONTHS = [
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
_NUMBERS = 1_000_000_007


def fill(pursuit: Pursuit, company: Company, chance: Chance, seed: int) -> None:
    """Give the pursuit its facts and slots."""
    person, issue = pursuit.person, pursuit.issue
    low, high = company.usual_amount
    usual = low + (high - low) * chance.unit()
    more = usual * (0.15 + 0.7 * chance.unit())
    number = scrambled(person.number * 64 + pursuit.number % 64, _NUMBERS, seed)
    day = pursuit.began_at // DAY - chance.between(1, 12)
    slots = {
        "account": person.account,
        "invoice": f"{company.invoice_prefix}{number:09}",
        "order": f"{company.order_prefix}{number:09}",
        "amount": _money(usual + more),
        "name": person.full_name,
        "email": person.email,
        "phone": person.phone,
        "postcode": person.postcode,
        "date": _day(day),
        "product": chance.one_of(company.products),
    }
    pursuit.facts = {fact: slots[fact] for fact in FACTS}
    slots |= {
        "full_name": person.full_name,
        "first_name": person.first_name,
        "company": company.name,
        "assistant": company.assistant,
        "days": str(chance.between(2, 5)),
        "cause": chance.one_of(issue.causes),
        "usual": _money(usual),
        "asked": slots["amount"],
        "difference": _money(more),
        "next_date": _day(day + 30),
        "step": "",
        "agent": "",
    }
    pursuit.slots = slots


def _money(amount: float) -> str:
    cents = int(amount * 100)
    return f"${cents // 100}.{cents % 100:02}"


def _day(number: int) -> str:
    day = date.fromordinal(719_163 + number)
    return f"{_MONTHS[day.month - 1]} {day.day}"
