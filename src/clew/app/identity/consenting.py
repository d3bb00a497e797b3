"""Writes down what a customer said about consent, and tells at once what stands then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import duckdb

from clew.app.building import build
from clew.app.identity.naming import customer_named, identifier_named
from clew.app.identity.profile import ProfileConsent, consents_with
from clew.app.reporting import silent
from clew.app.workspace import Tell, Workspace
from clew.customers import Statement, customer_id_sql, known_purposes, write_statement
from clew.model import UsageError
from clew.store import now_us

#: ``withdrawn`` takes back what was written down before, so that the sources alone decide again; both stay in the journal.
ConsentWord = Literal["granted", "denied", "withdrawn"]
CONSENT_WORDS: tuple[ConsentWord, ...] = get_args(ConsentWord)


@dataclass(frozen=True)
class Stated:
    """What was written down, and what stands for the customer and purpose from now on."""

    said: Statement
    now: ProfileConsent


def state_consent(
    workspace: Workspace,
    named: str,
    purpose: str,
    word: str,
    *,
    reason: str,
    author: str,
    tell: Tell = silent,
) -> Stated:
    """Write down a word about one identifier and purpose; a customer's id stands for the identifier it is made of.

    UsageError for an unknown purpose or word, a name that nobody or many have, an empty reason or author, and
    for taking back what nobody wrote.
    """
    check_consent_words(purpose, word)
    if not reason.strip() or not author.strip():
        raise UsageError("Say why and who says so: a consent is only worth what proves it.")
    build(workspace, tell)
    with workspace.session() as connection:
        customer_id = customer_named(connection, named, workspace.settings.default_region)
        identifier = _identifier(connection, named, customer_id, workspace.settings.default_region)
        if word == "withdrawn" and not _is_written(connection, identifier, purpose):
            raise UsageError(
                "Nobody wrote that down, so nothing can be taken back. 'clew customers profile ID' shows it."
            )
        said = consent_statement(identifier, purpose, word, reason=reason, author=author)
        now = next(each for each in consents_with(connection, customer_id, [said]) if each.purpose == purpose)
    write_statement(workspace.journal, said)
    return Stated(said, now)


def check_consent_words(purpose: str, word: str) -> None:
    """UsageError for an unknown purpose or word."""
    if purpose not in known_purposes():
        raise UsageError(f"There is no such purpose. Known: {', '.join(known_purposes())}.")
    if word not in CONSENT_WORDS:
        raise UsageError(f"The word is one of {', '.join(CONSENT_WORDS)}.")


def consent_statement(identifier: str, purpose: str, word: str, *, reason: str, author: str) -> Statement:
    """Return what a word states about an identifier from this moment on."""
    granted = None if word == "withdrawn" else word == "granted"
    return Statement(identifier, purpose, granted, "", reason, now_us(), author)


def _identifier(connection: duckdb.DuckDBPyConnection, named: str, customer_id: str, region: str) -> str:
    """Return the identifier that a name means, for an id the one it is made of, also where that was merged since."""
    made_of = connection.execute(
        f"SELECT identifier FROM customers WHERE customer_id = $1 AND {customer_id_sql('identifier')} = $2",
        [customer_id, named.strip()],
    ).fetchall()
    if made_of:
        return str(made_of[0][0])
    if named.strip() == customer_id:
        raise UsageError("Nothing names this customer, so that a word about it could not be found again.")
    return identifier_named(connection, named, region)


def _is_written(connection: duckdb.DuckDBPyConnection, identifier: str, purpose: str) -> bool:
    found = connection.execute(
        """SELECT granted IS NOT NULL FROM consents WHERE identifier = ? AND purpose = ? AND author <> ''
        ORDER BY at_us DESC LIMIT 1""",
        [identifier, purpose],
    ).fetchall()
    return bool(found and found[0][0])
