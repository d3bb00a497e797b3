"""Finds customers by whatever a person has at hand: an e-mail, a phone in any spelling, an order or case number, an id."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from clew.app.view.view import View
from clew.channels import normal_phone

if TYPE_CHECKING:
    import duckdb

#: Shorter words would find half of everybody.
SHORTEST, LONGEST, MOST_FOUND = 3, 200, 50
_PHONE = re.compile(r"[+\d][\d\s().\-/]*")

By = Literal["identifier", "customer", "case", "number"]


@dataclass(frozen=True)
class Match:
    """A customer, and what of it fits: an identifier, its own id, a case's number, or a number in a source."""

    customer_id: str
    by: By
    matched: str
    exact: bool


def search_customers(view: View, named: str) -> tuple[list[Match], bool]:
    """Return the customers that the words name or begin to name, whole matches first, and whether there are more.

    At most ``MOST_FOUND``, each once, by what fits best.
    """
    words = named.strip()
    with view.session() as session:
        found = _by_id(view, words)
        found += _by_identifier(session, words, view.settings.default_region)
        found += _by_case(session, words)
        if not any(match.exact for match in found) and any(letter.isdigit() for letter in words):
            found += _by_number(session, words)
    best: dict[str, Match] = {}
    for match in sorted(found, key=lambda each: not each.exact):  # stable: whole matches first
        best.setdefault(match.customer_id, match)
    return list(best.values())[:MOST_FOUND], len(best) > MOST_FOUND


def phone_beginnings(words: str, region: str) -> list[str]:
    """Return what a phone number that is still being written can begin with in E.164; none for other words.

    >>> phone_beginnings("0151 123", "DE"), phone_beginnings("(415) 55", "US"), phone_beginnings("mia@", "US")
    (['+49151123', '+0151123'], ['+141555', '+41555'], [])
    """
    import phonenumbers

    if not _PHONE.fullmatch(words):
        return []
    digits = re.sub(r"\D", "", words)
    if len(digits) < SHORTEST:
        return []
    if words.startswith("+"):
        return [f"+{digits}"]
    if digits.startswith("00"):
        return [f"+{digits[2:]}"]
    code = phonenumbers.country_code_for_region(region)
    return [f"+{code}{digits.removeprefix('0')}", f"+{digits}"]


def _by_id(view: View, words: str) -> list[Match]:
    return [Match(words, "customer", words, exact=True)] if view.journeys.customer.code(words) >= 0 else []


def _by_identifier(session: duckdb.DuckDBPyConnection, words: str, region: str) -> list[Match]:
    """Whole identifiers and values, and values that begin so; after a slash too, where a handle names its network."""
    phone = normal_phone(words, region)
    whole = [words, words.lower(), *([phone, f"phone:{phone}"] if phone else [])]
    given = {
        "whole": whole,
        "begins": words.lower(),
        "full": words.lower() if ":" in words else None,
        "phones": phone_beginnings(words, region),
    }
    found = session.execute(
        f"""WITH known AS (
          SELECT customer_id, identifier, since_us, substr(identifier, position(':' IN identifier) + 1) AS value
          FROM customers
        ), fitting AS (
          SELECT *, customer_id IN (SELECT unnest($whole)) OR identifier IN (SELECT unnest($whole))
            OR value IN (SELECT unnest($whole)) OR lower(value) = $begins AS is_whole
          FROM known
          WHERE is_whole OR starts_with(lower(value), $begins) OR contains(lower(value), '/' || $begins)
            OR starts_with(lower(identifier), $full)
            OR (starts_with(identifier, 'phone:') AND len(list_filter($phones, lambda p: starts_with(value, p))) > 0)
        )
        SELECT customer_id, identifier, is_whole FROM fitting
        QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY NOT is_whole, length(identifier), identifier) = 1
        ORDER BY NOT is_whole, length(identifier), identifier LIMIT {MOST_FOUND + 1}""",
        given,
    ).fetchall()
    return [Match(customer, "identifier", identifier, bool(is_whole)) for customer, identifier, is_whole in found]


def _by_case(session: duckdb.DuckDBPyConnection, words: str) -> list[Match]:
    found = session.execute(
        f"""SELECT customer_id, case_ref, lower(case_ref) = $1 AS is_whole FROM journeys
        WHERE starts_with(lower(case_ref), $1)
        QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY length(case_ref), case_ref) = 1
        ORDER BY NOT is_whole, length(case_ref), case_ref, customer_id LIMIT {MOST_FOUND + 1}""",
        [words.lower()],
    ).fetchall()
    return [Match(customer, "case", case, bool(is_whole)) for customer, case, is_whole in found]


def _by_number(session: duckdb.DuckDBPyConnection, words: str) -> list[Match]:
    """Orders, messages and conversations by their whole number in their source."""
    interactions = session.execute(
        f"SELECT interaction_id FROM interactions WHERE source_id = $1 OR conversation_id = $1 LIMIT {MOST_FOUND * 10}",
        [words],
    ).fetchall()
    if not interactions:
        return []
    found = session.execute(
        f"""SELECT DISTINCT customer_id FROM steps WHERE interaction_id IN ({", ".join("?" for _ in interactions)})
        ORDER BY customer_id LIMIT {MOST_FOUND + 1}""",
        [interaction for (interaction,) in interactions],
    ).fetchall()
    return [Match(customer, "number", words, exact=True) for (customer,) in found]
